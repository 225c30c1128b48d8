//! Proves that every example in the content does what it says.

mod samples;

use crate::cues::Draft;
use crate::findings::Example;
use crate::{Loaded, Problem};
use comeback_engine::answer::Answer;
use comeback_engine::cue::matcher::Matcher;
use comeback_engine::reader::Reader;
use comeback_engine::rubric::QuestionProfile;
use comeback_engine::{Rubric, Signal, Span};

/// One example and what it must do.
#[derive(Clone, Debug)]
pub struct Line {
    /// File it stands in.
    pub file: String,
    /// Field it stands in.
    pub field: String,
    /// What must, or must not, be seen.
    pub signal: Signal,
    /// Index of the cue that must, or must not, fire; `None` for the examples of a finding kind.
    pub cue: Option<u16>,
    /// True when it must be seen.
    pub fires: bool,
    /// Id of the question it answers.
    pub question: String,
    /// The answer, without marks.
    pub text: String,
    /// Bytes that were marked with ‹ ›.
    pub marked: Option<(u32, u32)>,
}

/// All examples of cues and finding kinds.
pub(crate) fn lines(drafts: &[Draft], shown: &[Example]) -> Vec<Line> {
    let mut lines = vec![];
    for (index, draft) in drafts.iter().enumerate() {
        for (name, fires, texts) in [("yes", true, &draft.yes), ("no", false, &draft.no)] {
            for text in texts {
                let (text, marked) = unmark(text);
                lines.push(Line {
                    file: draft.file.clone(),
                    field: format!("cue {} · {name}", draft.id),
                    signal: draft.cue.signal,
                    cue: Some(index as u16),
                    fires,
                    question: draft.question.clone(),
                    text,
                    marked,
                });
            }
        }
    }
    lines.extend(shown.iter().map(|example| Line {
        file: "rubric/findings.toml".to_owned(),
        field: format!("finding {} · {}", example.kind.name(), if example.fires { "fires" } else { "silent" }),
        signal: example.kind,
        cue: None,
        fires: example.fires,
        question: example.question.clone(),
        text: example.text.clone(),
        marked: None,
    }));
    lines
}

/// Takes the marks ‹ › out of a line.
fn unmark(text: &str) -> (String, Option<(u32, u32)>) {
    let marked = text.split_once('‹').and_then(|(before, rest)| {
        let (inside, _) = rest.split_once('›')?;
        Some((before.len() as u32, (before.len() + inside.len()) as u32))
    });
    (text.replace(['‹', '›'], ""), marked)
}

/// Runs every example and judges every sample; the problems are those that fail.
pub fn prove(loaded: &Loaded) -> Vec<Problem> {
    let mut problems: Vec<Problem> = loaded.examples.iter().filter_map(|line| check(loaded, line)).collect();
    problems.extend(samples::prove(loaded));
    problems
}

/// Runs one example; the problem says what was seen instead.
fn check(loaded: &Loaded, line: &Line) -> Option<Problem> {
    let profile = &loaded.question(&line.question)?.profile;
    let rubric = &loaded.rubric;
    let seen: Vec<(Signal, u16, Span)> = match line.cue {
        Some(_) if line.signal == Signal::Immunise => covers(rubric, profile, &line.text),
        Some(_) => comeback_engine::cue_hits(rubric, profile, &line.text),
        None if line.signal >= Signal::TooShort => {
            let findings = comeback_engine::assess(rubric, profile, &line.text).findings;
            findings.into_iter().map(|finding| (finding.kind, u16::MAX, Span::default())).collect()
        }
        None => comeback_engine::signals(rubric, profile, &line.text),
    };
    let hits: Vec<Span> = seen
        .iter()
        .filter(|(signal, cue, _)| *signal == line.signal && line.cue.is_none_or(|wanted| *cue == wanted))
        .map(|(_, _, span)| *span)
        .collect();
    let marked = |span: &Span| line.marked.is_none_or(|(start, end)| (span.start, span.end) == (start, end));
    if line.fires && hits.iter().any(marked) || !line.fires && hits.is_empty() {
        return None;
    }
    let (reason, mend) = match (line.fires, hits.first()) {
        (true, None) => (format!("\"{}\" does not fire", line.text), format!("Seen instead: {}", list(loaded, &seen))),
        (true, Some(span)) => (
            format!("\"{}\" fires on \"{}\"", line.text, span.of(&line.text)),
            "Move the marks ‹ ›, or the pattern".to_owned(),
        ),
        (false, span) => (
            format!("\"{}\" fires on \"{}\"", line.text, span.map_or("", |span| span.of(&line.text))),
            format!("Narrow the pattern or its frame. Seen: {}", list(loaded, &seen)),
        ),
    };
    Some(Problem { file: line.file.clone(), field: line.field.clone(), reason, mend })
}

/// What the patterns that only silence others cover; they leave no hit behind.
fn covers(rubric: &Rubric, profile: &QuestionProfile, text: &str) -> Vec<(Signal, u16, Span)> {
    let mut reader = Reader::new(rubric);
    let answer = Answer::of(rubric, profile, reader.read(text));
    let matcher = Matcher::new(rubric);
    let mut found = vec![];
    for (sentence, framed) in answer.sentences.iter().zip(answer.framed) {
        for one in matcher.matches(sentence, framed) {
            let ends = sentence.tokens.get(usize::from(one.first)).zip(sentence.tokens.get(usize::from(one.last)));
            if let Some((first, last)) = ends {
                found.push((Signal::Immunise, one.cue, Span { start: first.span.start, end: last.span.end }));
            }
        }
    }
    found
}

/// What was seen: signals and the cues that gave them.
fn list(loaded: &Loaded, seen: &[(Signal, u16, Span)]) -> String {
    let names: Vec<String> = seen
        .iter()
        .map(|(signal, cue, _)| match loaded.cue_ids.get(usize::from(*cue)) {
            Some(id) => format!("{} ({id})", signal.name()),
            None => signal.name().to_owned(),
        })
        .collect();
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::unmark;

    #[test]
    fn marks_give_bytes_of_the_unmarked_line() {
        assert_eq!(unmark("Yes, ‹I slipped›."), ("Yes, I slipped.".to_owned(), Some((5, 14))));
        assert_eq!(unmark("Yes."), ("Yes.".to_owned(), None));
    }
}
