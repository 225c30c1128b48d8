//! A review that came back, beside the text it may be about.

use std::ops::Range;

use comeback_engine::{Criterion, Report};

use crate::share::{Attached, Comment, Review, attach, fingerprint};

/// What a review has to do with the text that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// It was written about exactly this text.
    This,
    /// The text has changed since.
    Changed,
    /// There is no text here.
    Absent,
}

/// What the review is about, of what is here.
pub fn about(review: &Review, text: &str) -> About {
    match text.trim().is_empty() {
        true => About::Absent,
        false if fingerprint(text) == review.answer => About::This,
        false => About::Changed,
    }
}

/// A run of the text under the same comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words, in bytes of the text.
    pub words: Range<usize>,
    /// Whether a comment covers them.
    pub marked: bool,
    /// The numbers of the comments that end here, from 1.
    pub ends: Vec<usize>,
}

/// The text cut at its comments, and the comments by number, from 1: those in the text by place, then those apart.
pub fn pieces(comments: &[Comment], text: &str) -> (Vec<Piece>, Vec<usize>) {
    let Attached { placed, apart } = attach(comments, text);
    let mut cuts: Vec<usize> = placed.iter().flat_map(|(words, _)| [words.start, words.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |(from, to): (usize, usize)| Piece {
        words: from..to,
        marked: placed.iter().any(|(words, _)| words.start <= from && to <= words.end),
        ends: placed.iter().zip(1..).filter(|((words, _), _)| words.end == to).map(|(_, number)| number).collect(),
    };
    let pieces = cuts.iter().copied().zip(cuts.iter().copied().skip(1)).map(piece).collect();
    (pieces, placed.into_iter().map(|(_, comment)| comment).chain(apart).collect())
}

/// How many of the comments stand in the text: the first so many of those that [`pieces`] numbers.
pub fn in_text(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| piece.ends.len()).sum()
}

/// The criteria that the coach gave a level, with that and the engine's own; 0 = none.
pub fn levels(review: &Review, report: Option<&Report>) -> Vec<(Criterion, u8, u8)> {
    let ours = |criterion: Criterion| {
        report.filter(|report| report.shown()).and_then(|report| report.level(criterion)).unwrap_or(0)
    };
    let row = |criterion: Criterion| {
        let (_, theirs) = review.levels.iter().find(|(id, _)| id == criterion.name())?;
        Some((criterion, *theirs, ours(criterion)))
    };
    Criterion::ALL.into_iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "In May I lost the key. I told the manager.";

    fn comment(quote: &str) -> Comment {
        let from = TEXT.find(quote).unwrap_or(0);
        Comment { from, to: from + quote.len(), quote: quote.into(), says: "?".into() }
    }

    #[test]
    fn knows_its_text_again() {
        let review = Review { answer: fingerprint(TEXT), ..Review::default() };
        assert_eq!(about(&review, TEXT), About::This);
        assert_eq!(about(&review, "In June I lost it."), About::Changed);
        assert_eq!(about(&review, " \n"), About::Absent);
    }

    #[test]
    fn cuts_the_text_at_comments_that_lie_over_each_other() {
        let comments = [comment("the manager"), comment("lost the key"), comment("the key. I told"), comment("gone")];
        let (pieces, order) = pieces(&comments, TEXT);
        let drawn: Vec<_> =
            pieces.iter().map(|piece| (&TEXT[piece.words.clone()], piece.marked, piece.ends.as_slice())).collect();
        let expected: [(&str, bool, &[usize]); 7] = [
            ("In May I ", false, &[]),
            ("lost ", true, &[]),
            ("the key", true, &[1]),
            (". I told", true, &[2]),
            (" ", false, &[]),
            ("the manager", true, &[3]),
            (".", false, &[]),
        ];
        assert_eq!(drawn, expected);
        assert_eq!((order, in_text(&pieces)), (vec![1, 2, 0, 3], 3));
    }

    #[test]
    fn every_comment_has_a_number_in_any_text() {
        for text in ["", "é", TEXT] {
            let (pieces, order) = pieces(&[comment("the key"), comment("")], text);
            assert_eq!(
                (order.len(), pieces.iter().map(|piece| &text[piece.words.clone()]).collect::<String>()),
                (2, text.to_owned())
            );
        }
    }

    #[test]
    fn puts_both_levels_side_by_side() {
        let review = Review { levels: vec![("cause".into(), 2), ("delivery".into(), 5)], ..Review::default() };
        assert_eq!(levels(&review, None), [(Criterion::Cause, 2, 0), (Criterion::Delivery, 5, 0)]);
        let question = &crate::content::QUESTIONS[0].profile;
        let told = "In May last year I was in charge of the keys of a hostel, and I lost the one to the cellar. \
            Forty guests had no hot water for a night. I told my manager within the hour and paid for a locksmith. \
            Since then every key hangs on a board with a list beside it.";
        let report = comeback_engine::assess(&crate::content::RUBRIC, question, told);
        let both = levels(&review, Some(&report));
        assert!(both.iter().any(|&(criterion, theirs, ours)| criterion == Criterion::Cause && theirs == 2 && ours > 0));
        let silent = comeback_engine::assess(&crate::content::RUBRIC, question, "");
        assert!(levels(&review, Some(&silent)).iter().all(|(_, _, ours)| *ours == 0), "too short for a level");
    }
}
