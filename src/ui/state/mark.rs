//! The mark whose card is open, and where it is after an edit.

use comeback_engine::{Report, Signal};

/// The mark whose card is open. A finding is known by its kind and words, so that it survives edits elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMark {
    /// What was seen.
    pub kind: Signal,
    /// The marked words.
    pub words: String,
    /// Index into the report's findings.
    pub finding: usize,
}

impl OpenMark {
    /// The open mark for a finding of the report; `None` when there is no such finding or it has no words.
    pub fn new(text: &str, report: &Report, finding: usize) -> Option<OpenMark> {
        let found = report.findings.get(finding)?;
        Some(OpenMark { kind: found.kind, words: found.span?.of(text).to_owned(), finding })
    }

    /// The same mark in a new report: same kind, same words, and of several the nearest in order.
    pub fn follow(self, text: &str, report: &Report) -> Option<OpenMark> {
        let same = |index: &usize| {
            OpenMark::new(text, report, *index).is_some_and(|new| new.kind == self.kind && new.words == self.words)
        };
        let finding = (0..report.findings.len()).filter(same).min_by_key(|index| index.abs_diff(self.finding))?;
        Some(OpenMark { finding, ..self })
    }
}
