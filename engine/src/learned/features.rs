//! The traits of a clause that weights speak about: its frame, its classes of words, its cues, its place.

use crate::cue::Hit;
use crate::document::{Kind, Sentence, Token, UNKNOWN};
use crate::frame::clause::Tie;
use crate::frame::read::Framed;
use crate::frame::{Frame, Subject, Tense};
use crate::rubric::ProfileKind;

/// Groups of traits and how many each has, in order.
const GROUPS: [(&str, usize); 25] = [
    ("every", 1),
    ("subject", 9),
    ("tense", 6),
    ("modality", 6),
    ("voice", 3),
    ("speaker", 3),
    ("habit", 1),
    ("subject-tense", 54),
    ("polarity", 3),
    ("tie", 5),
    ("first-clause", 1),
    ("line", 3),
    ("class", 64),
    ("signal", 128),
    ("place", 10),
    ("first-sentence", 1),
    ("last-sentence", 1),
    ("question", 3),
    ("question-tense", 18),
    ("told", 1),
    ("told-own-event", 1),
    ("clauses", 4),
    ("length", 5),
    ("unknown", 1),
    ("clauses-to-come", 5),
];

/// Number of traits.
pub const COUNT: usize = start(GROUPS.len());

/// The number of the first trait of a group.
const fn start(group: usize) -> usize {
    let (mut at, mut sum) = (0, 0);
    while at < group {
        #[expect(clippy::indexing_slicing, reason = "checked at compile time")]
        let (_, count) = GROUPS[at];
        sum += count;
        at += 1;
    }
    sum
}

/// The name of a trait in the weights' file: its group and its number in it.
pub fn name(one: usize) -> String {
    let group = (0..GROUPS.len()).rev().find(|&group| start(group) <= one).unwrap_or(0);
    format!("{} {}", GROUPS.get(group).map_or("", |(name, _)| name), one - start(group))
}

/// A clause and the sentence around it.
pub struct Clause<'a> {
    /// Its sentence.
    pub sentence: &'a Sentence,
    /// The clauses of the sentence.
    pub framed: &'a Framed,
    /// Its frame.
    pub frame: &'a Frame,
    /// Its number in the sentence.
    pub index: usize,
    /// The cues that speak in the sentence.
    pub hits: &'a [Hit],
}

impl Clause<'_> {
    /// Its words.
    pub fn tokens(&self) -> &[Token] {
        self.sentence.tokens.get(usize::from(self.frame.start)..usize::from(self.frame.end)).unwrap_or(&[])
    }

    /// Visits its traits.
    pub fn traits(&self, mut visit: impl FnMut(usize)) {
        let frame = self.frame;
        visit(const { start(0) });
        visit(const { start(1) } + frame.subject as usize);
        visit(const { start(2) } + frame.tense as usize);
        visit(const { start(3) } + frame.modality as usize);
        visit(const { start(4) } + frame.voice as usize);
        visit(const { start(5) } + frame.speaker as usize);
        if frame.habit {
            visit(const { start(6) });
        }
        visit(const { start(7) } + frame.subject as usize * 6 + frame.tense as usize);
        if let Some(polarity) = frame.verb.and_then(|verb| self.framed.polarity.get(usize::from(verb))) {
            visit(const { start(8) } + *polarity as usize);
        }
        let tie = match frame.tie {
            Tie::Main => 0,
            Tie::Coordinate => 1,
            Tie::Subordinate(_) => 2,
            Tie::Relative => 3,
            Tie::Complement => 4,
        };
        visit(const { start(9) } + tie);
        if self.index == 0 {
            visit(const { start(10) });
        }
        let line = match self.sentence.kind {
            Kind::Prose => 0,
            Kind::Bullet => 1,
            Kind::Label => 2,
        };
        visit(const { start(11) } + line);
        let classes = self.tokens().iter().fold(0, |classes, token| classes | token.class);
        (0..64).filter(|bit| classes >> bit & 1 == 1).for_each(|bit| visit(const { start(12) } + bit));
        let here = |hit: &&Hit| usize::from(hit.frame) == self.index || hit.span.overlaps(&frame.span);
        let signals = self.hits.iter().filter(here).fold(0, |signals, hit| signals | hit.signal.bit());
        (0..128).filter(|bit| signals >> bit & 1 == 1).for_each(|bit| visit(const { start(13) } + bit));
        visit(const { start(21) } + self.framed.frames.len().min(4) - 1);
        visit(const { start(22) } + self.tokens().len().min(12) / 3);
        self.tokens().iter().filter(|token| token.lemma == UNKNOWN).for_each(|_| visit(const { start(23) }));
    }
}

/// Where a clause stands in the answer.
pub struct Place<'a> {
    /// Its frame.
    pub frame: &'a Frame,
    /// How much of the answer stands before it, tenths of the clauses.
    pub tenth: usize,
    /// It stands in the first sentence.
    pub first: bool,
    /// It stands in the last sentence.
    pub last: bool,
    /// What the question asks for.
    pub question: ProfileKind,
    /// A miss was told before it.
    pub told: bool,
    /// Clauses after it.
    pub to_come: usize,
}

impl Place<'_> {
    /// Visits its traits.
    pub fn traits(&self, mut visit: impl FnMut(usize)) {
        visit(const { start(14) } + self.tenth.min(9));
        if self.first {
            visit(const { start(15) });
        }
        if self.last {
            visit(const { start(16) });
        }
        let question = match self.question {
            ProfileKind::Story => 0,
            ProfileKind::Process => 1,
            ProfileKind::Weakness => 2,
        };
        visit(const { start(17) } + question);
        visit(const { start(18) } + question * 6 + self.frame.tense as usize);
        if self.told {
            visit(const { start(19) });
            let past = matches!(self.frame.tense, Tense::Past | Tense::Perfect | Tense::Pluperfect);
            if past && matches!(self.frame.subject, Subject::I | Subject::We) {
                visit(const { start(20) });
            }
        }
        visit(const { start(24) } + self.to_come.min(4));
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNT, name};
    use std::collections::BTreeSet;

    #[test]
    fn every_trait_has_its_own_name() {
        let names: BTreeSet<String> = (0..COUNT).map(name).collect();
        assert_eq!(names.len(), COUNT);
        assert!(names.contains("tense 5") && names.contains("told-own-event 0") && !names.contains("tense 6"));
    }
}
