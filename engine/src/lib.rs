//! Reads a practice answer and returns a short, explainable [`Report`].
//!
//! ```text
//! &str -> document (sentences, words) -> frame -> cue -> role -> facts -> criterion -> finding -> next_step -> Report
//! ```
//!
//! Every word it knows comes with the [`Rubric`]; this crate has no list of its own, no IO, no clock, no float and
//! no dependency. It cannot fail: broken input is normal input.

pub mod answer;
pub mod class;
pub mod copied;
pub mod criterion;
pub mod cue;
pub mod document;
pub mod facts;
pub mod finding;
pub mod frame;
pub mod key;
pub mod learned;
pub mod names;
pub mod next_step;
mod order;
pub mod patterns;
pub mod points;
pub mod reader;
pub mod report;
pub mod role;
pub mod rubric;
pub mod shape;
pub mod signal;
pub mod silence;
pub mod terms;

use answer::Answer;
use document::language::{Language, language};
use document::letters;
use facts::Facts;
use learned::heard;
pub use names::{Band, Criterion, Group, Role, Tier};
use points::Measures;
use reader::{Reader, Reading};
pub use report::{Agent, Evidence, Finding, Gate, Held, Length, NextStep, Part, Report, Span, State, seconds};
pub use rubric::{QuestionProfile, Rubric};
use shape::Shape;
pub use signal::Signal;

/// Useful words from which levels are shown.
pub const SHOWN_FROM: u32 = 40;

/// Bytes of an answer that are read; the rest is left out and the report says so.
pub const LONGEST_ANSWER: usize = 1 << 20;

/// Judges one answer to one question. Never fails, whatever the text; text beyond [`LONGEST_ANSWER`] is cut and flagged.
pub fn assess(rubric: &Rubric, question: &QuestionProfile, text: &str) -> Report {
    Assessor::new(rubric).update(question, text, None)
}

/// Judges a text again and again while it is being written. The report is the same as that of [`assess`]; it comes
/// sooner, since only the sentences that changed are read again.
#[derive(Debug)]
pub struct Assessor<'r> {
    rubric: &'r Rubric,
    reader: Reader<'r>,
}

impl<'r> Assessor<'r> {
    /// For this rubric.
    pub fn new(rubric: &'r Rubric) -> Assessor<'r> {
        Assessor { rubric, reader: Reader::new(rubric) }
    }

    /// Judges the text as it is now. While the caret (a byte offset) stands in it, the sentence that holds it may add
    /// strengths, but its problems are provisional.
    pub fn update(&mut self, question: &QuestionProfile, text: &str, caret: Option<u32>) -> Report {
        let reading = self.reader.read(shorten(text));
        let report = judge(self.rubric, question, reading, caret);
        Report { cut: reading.text.len() < text.len(), ..report }
    }
}

fn judge(rubric: &Rubric, question: &QuestionProfile, reading: &Reading, caret: Option<u32>) -> Report {
    let answer = Answer::of(rubric, question, reading);
    let found = silence::voices(question, &answer);
    let all = heard::weigh(rubric, &answer, &found);
    let held_back = caret.and_then(|caret| open_sentence(&answer, caret));
    let (provisional, mut voices): (Vec<_>, Vec<_>) = all.into_iter().partition(|hit| {
        held_back == Some(usize::from(hit.sentence)) && hit.signal.is_finding() && !hit.signal.is_strength()
    });
    let shape = Shape::of(&answer);
    let mut facts = Facts::of(rubric, question, &answer, &heard::counted(&voices, &found), &shape);
    let earned = |facts: &Facts| criterion::earned(rubric, question, facts, &Measures::of(question, &answer, facts));
    let mut levels = earned(&facts);
    let spoken = voices.len();
    voices.retain(|hit| finding::agrees(rubric, hit, &levels, shape.counted));
    if voices.len() < spoken {
        facts = Facts::of(rubric, question, &answer, &heard::counted(&voices, &found), &shape);
        levels = earned(&facts);
    }
    let state = state(&answer, &shape);
    let judged = !matches!(state, State::Empty | State::NotEnglish);
    let levels = if judged {
        criterion::lowered(rubric, levels, &facts)
    } else {
        criterion::Levels { levels: [None; 12], held: Vec::new() }
    };
    let (overall, gates) = criterion::overall(question, &levels.levels, &facts);
    let mut findings = finding::findings(rubric, question, &voices, &facts, &shape, state);
    for hit in provisional {
        if let Some(kind) = finding::spec(rubric, hit.signal) {
            let at = findings.partition_point(|other| other.span.is_some_and(|span| span.start <= hit.span.start));
            findings.insert(
                at,
                Finding {
                    kind: hit.signal,
                    tier: kind.tier,
                    criterion: kind.criterion,
                    span: Some(hit.span),
                    cue: Some(hit.cue),
                    provisional: true,
                },
            );
        }
    }
    let open_steps = next_step::open_steps(rubric, state, &answer, &voices, &levels.levels);
    let next = next_step::next(rubric, &open_steps);
    let shown = matches!(state, State::Scored | State::Unsure);
    let mut evidence: Vec<Evidence> = voices
        .iter()
        .filter_map(|hit| {
            rubric.cues.get(usize::from(hit.cue)).map(|cue| Evidence {
                signal: hit.signal,
                criterion: cue.criterion,
                span: hit.span,
            })
        })
        .collect();
    order::by(&mut evidence, |one| [one.criterion as u32, one.span.start, one.span.end, one.signal as u32]);
    let parts = shape::parts(&answer);
    Report {
        state,
        words: shape.words,
        useful_words: shape.useful,
        seconds: seconds(shape.words),
        strength: finding::strength(&findings, &parts).filter(|_| shown),
        parts,
        shares: Role::ALL.map(|role| shape.percent(role)),
        turn: shape.turn(),
        levels: levels.levels,
        held: levels.held,
        overall,
        gates,
        fixes: if shown { finding::fixes(question, &findings, &levels.levels, next) } else { Vec::new() },
        next,
        open_steps,
        findings,
        evidence,
        cut: false,
    }
}

/// Everything that speaks in an answer as (signal, cue, span), one problem at a place: what examples of finding kinds
/// are proved with, before densities and tiers.
pub fn signals(rubric: &Rubric, question: &QuestionProfile, text: &str) -> Vec<(Signal, u16, Span)> {
    let mut reader = Reader::new(rubric);
    plain(&silence::voices(question, &Answer::of(rubric, question, reader.read(shorten(text)))))
}

/// As [`signals`], with the cues that a stronger one on the same words outdoes: what cues are proved with.
pub fn cue_hits(rubric: &Rubric, question: &QuestionProfile, text: &str) -> Vec<(Signal, u16, Span)> {
    let mut reader = Reader::new(rubric);
    plain(&silence::unsilenced(question, &Answer::of(rubric, question, reader.read(shorten(text)))))
}

fn plain(hits: &[cue::Hit]) -> Vec<(Signal, u16, Span)> {
    hits.iter().map(|hit| (hit.signal, hit.cue, hit.span)).collect()
}

fn state(answer: &Answer, shape: &Shape) -> State {
    if answer.sentences.is_empty() && answer.text.chars().all(|sign| !letters::is_letter(sign)) {
        return State::Empty;
    }
    match language(answer.text, answer.sentences) {
        Language::Other => State::NotEnglish,
        _ if shape.counted < SHOWN_FROM => State::Short,
        Language::Unsure => State::Unsure,
        Language::English => State::Scored,
    }
}

/// The sentence that holds the caret, when it is not finished: nothing but space stands between its end and the caret.
fn open_sentence(answer: &Answer, caret: u32) -> Option<usize> {
    answer.sentences.iter().position(|sentence| sentence.span.start <= caret && caret <= sentence.span.end).filter(
        |&at| {
            answer.sentences.get(at).is_some_and(|sentence| {
                let ended = sentence.span.of(answer.text).ends_with(['.', '!', '?', '…', '"', '”']);
                caret < sentence.span.end || !ended
            })
        },
    )
}

/// The text up to [`LONGEST_ANSWER`] bytes, cut at a character boundary.
fn shorten(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST_ANSWER)).unwrap_or(text)
}
