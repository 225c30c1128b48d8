//! The marks in the marked copy: which findings have one, in which order they are numbered, and how a text is cut
//! into passages, sentences and marked words.

use comeback_engine::{Part, Report, Role, Span, Tier};

/// One marked place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Index into the report's findings.
    pub finding: usize,
    /// The words, in bytes of the answer.
    pub span: Span,
    /// How its line is drawn.
    pub tier: Tier,
    /// Its number, from 1, by position among all marks.
    pub number: usize,
    /// True for the strength and the fixes of the panel.
    pub main: bool,
}

/// Sentences of one role in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Their role.
    pub role: Role,
    /// Their share of all words, percent, rounded.
    pub share: u32,
    /// The sentences.
    pub sentences: Vec<Sentence>,
}

/// One sentence, cut at its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// True when a question of the strongest tier stands in it: it gets a line and a side bar of its own.
    pub asked: bool,
    /// Its pieces, in order, without gaps.
    pub pieces: Vec<Piece>,
}

/// Words that carry one mark or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub span: Span,
    /// Their mark.
    pub mark: Option<Mark>,
    /// True where the mark ends: its number stands here.
    pub last: bool,
}

/// All marks by position. Marks on the same words merge: the panel's own win, then the stronger tier.
pub fn marks(report: &Report) -> Vec<Mark> {
    let main = |index: usize| {
        u16::try_from(index).is_ok_and(|index| report.strength == Some(index) || report.fixes.contains(&index))
    };
    // The panel's own first, then the stronger tiers; each goes to its place by position unless its words are taken.
    let ranks = [None, Some(Tier::Accuse), Some(Tier::Warn), Some(Tier::Hint), Some(Tier::Strength)];
    let mut kept: Vec<Mark> = vec![];
    for rank in &ranks {
        for (finding, found) in report.findings.iter().enumerate() {
            let Some(span) = found.span.filter(|span| span.start < span.end && !found.provisional) else { continue };
            let taken = kept.iter().any(|mark| mark.span.overlaps(&span));
            let main = main(finding);
            if !taken && main == rank.is_none() && rank.is_none_or(|tier| tier == found.tier) {
                let at = kept.partition_point(|mark| mark.span < span);
                kept.insert(at, Mark { finding, span, tier: found.tier, number: 0, main });
            }
        }
    }
    for (index, mark) in kept.iter_mut().enumerate() {
        mark.number = index + 1;
    }
    kept
}

/// The number of a finding's mark.
pub fn number(marks: &[Mark], finding: usize) -> Option<usize> {
    marks.iter().find(|mark| mark.finding == finding).map(|mark| mark.number)
}

/// The answer as passages, with these marks drawn.
pub fn passages(parts: &[Part], marks: &[Mark]) -> Vec<Passage> {
    let total: u32 = parts.iter().map(|part| u32::from(part.words)).sum();
    let same_role = parts.chunk_by(|one, next| one.role == next.role);
    same_role
        .map(|parts| Passage {
            role: parts.first().map_or(Role::Other, |part| part.role),
            share: percent(parts.iter().map(|part| u32::from(part.words)).sum(), total),
            sentences: parts.iter().map(|part| sentence(part, marks)).collect(),
        })
        .collect()
}

/// `part` of `whole` in percent, rounded half up; 0 of nothing is 0.
pub fn percent(part: u32, whole: u32) -> u32 {
    (100 * part + whole / 2).checked_div(whole).unwrap_or(0)
}

fn sentence(part: &Part, marks: &[Mark]) -> Sentence {
    let (mut pieces, mut at, mut asked) = (vec![], part.span.start, false);
    for mark in marks.iter().filter(|mark| mark.span.overlaps(&part.span)) {
        let span = Span { start: mark.span.start.max(at), end: mark.span.end.min(part.span.end) };
        if at < span.start {
            pieces.push(Piece { span: Span { start: at, end: span.start }, mark: None, last: false });
        }
        pieces.push(Piece { span, mark: Some(*mark), last: mark.span.end <= part.span.end });
        at = span.end;
        asked |= mark.tier == Tier::Accuse;
    }
    if at < part.span.end {
        pieces.push(Piece { span: Span { start: at, end: part.span.end }, mark: None, last: false });
    }
    Sentence { asked, pieces }
}

#[cfg(test)]
mod tests {
    use comeback_engine::{Criterion, Finding, Signal, assess};

    use super::*;
    use crate::content::{QUESTIONS, RUBRIC};

    fn finding(kind: Signal, tier: Tier, start: u32, end: u32) -> Finding {
        let span = (end > 0).then_some(Span { start, end });
        Finding { kind, tier, criterion: Criterion::Ownership, span, cue: None, provisional: false }
    }

    fn report(findings: Vec<Finding>) -> Report {
        Report { findings, ..assess(&RUBRIC, &QUESTIONS[0].profile, "") }
    }

    fn part(start: u32, end: u32, words: u16, role: Role) -> Part {
        let span = Span { start, end };
        Part { span, words, role, also: 0, agent: comeback_engine::Agent::None, repeated: false }
    }

    #[test]
    fn numbers_marks_by_position_and_leaves_out_what_has_no_words() {
        let mut provisional = finding(Signal::Vague, Tier::Hint, 30, 34);
        provisional.provisional = true;
        let report = report(vec![
            finding(Signal::Blame, Tier::Accuse, 20, 25),
            finding(Signal::Number, Tier::Strength, 2, 6),
            finding(Signal::NoEnding, Tier::Hint, 0, 0),
            provisional,
        ]);
        let marks = marks(&report);
        assert_eq!(marks.iter().map(|mark| (mark.number, mark.finding)).collect::<Vec<_>>(), [(1, 1), (2, 0)]);
        assert_eq!(number(&marks, 0), Some(2));
        assert_eq!(number(&marks, 2), None);
    }

    #[test]
    fn marks_on_the_same_words_merge_into_the_panels_own_then_the_stronger() {
        let findings = vec![
            finding(Signal::Hedge, Tier::Hint, 2, 6),
            finding(Signal::Excuse, Tier::Accuse, 4, 9),
            finding(Signal::Filler, Tier::Hint, 12, 14),
            finding(Signal::Buzzword, Tier::Warn, 12, 14),
        ];
        let kept = marks(&Report { fixes: vec![2], ..report(findings) });
        assert_eq!(kept.iter().map(|mark| mark.finding).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn joins_sentences_of_one_role_and_cuts_them_at_their_marks() {
        let report = report(vec![finding(Signal::Blame, Tier::Accuse, 4, 8)]);
        let parts = [part(0, 10, 3, Role::Cause), part(11, 20, 2, Role::Cause), part(21, 30, 5, Role::Repair)];
        let passages = passages(&parts, &marks(&report));
        assert_eq!(passages.len(), 2);
        assert_eq!((passages[0].role, passages[0].share), (Role::Cause, 50));
        let spans: Vec<_> =
            passages[0].sentences[0].pieces.iter().map(|piece| (piece.span.start, piece.span.end)).collect();
        assert_eq!(spans, [(0, 4), (4, 8), (8, 10)]);
        assert!(passages[0].sentences[0].asked);
        assert!(!passages[0].sentences[1].asked);
    }

    #[test]
    fn a_mark_over_two_sentences_is_numbered_once_at_its_end() {
        let report = report(vec![finding(Signal::OwnedCause, Tier::Strength, 5, 15)]);
        let parts = [part(0, 10, 3, Role::Cause), part(11, 20, 2, Role::Repair)];
        let last: Vec<bool> = passages(&parts, &marks(&report))
            .iter()
            .flat_map(|passage| &passage.sentences)
            .flat_map(|sentence| &sentence.pieces)
            .filter(|piece| piece.mark.is_some())
            .map(|piece| piece.last)
            .collect();
        assert_eq!(last, [false, true]);
    }
}
