//! What was learned from answers that people labelled: how much each trait of a clause speaks for each part of a story
//! and for each strength. It hears what no list of patterns foresees; it never accuses.
//!
//! The weights come from `examples/train.rs`; here they are only added up, in whole numbers.

pub mod features;
pub mod heard;
pub mod packed;

use crate::cue::Hit;
use crate::document::{Sentence, UNKNOWN};
use crate::frame::read::Framed;
use crate::signal::Signal;
use features::{Clause, Place};

/// What it hears beside the ten roles: the strengths, then the problems. A strength it may show by itself. A problem it
/// only doubts: it takes back what a cue has found, and it never names one.
pub const HEARD: [Signal; 26] = [
    Signal::OwnedCause,
    Signal::Proof,
    Signal::AppliedChange,
    Signal::ToldPeopleEarly,
    Signal::ConcreteRepair,
    Signal::SpecificLesson,
    Signal::Number,
    Signal::DatedEvent,
    Signal::EmotionHandled,
    Signal::AskedForHelp,
    Signal::JobLink,
    Signal::Disqualifying,
    Signal::NeverFailed,
    Signal::FakeFailure,
    Signal::Blame,
    Signal::Excuse,
    Signal::Complaint,
    Signal::PassiveEvasion,
    Signal::Minimising,
    Signal::Catastrophe,
    Signal::TraitCause,
    Signal::SelfAttack,
    Signal::Cliche,
    Signal::PromiseOnly,
    Signal::Hypothetical,
    Signal::Vague,
];

/// How many of [`HEARD`] are strengths; they stand first.
pub const STRENGTHS: usize = 11;

/// Ten roles and what is heard.
pub const OUTPUTS: usize = 10 + HEARD.len();

/// How much speaks for each role, then for all that is heard; sixteenths of a natural logarithm. What is heard holds
/// from 0 on.
pub type Scores = [i32; OUTPUTS];

/// Where a word stands that has weights: in the clause, in its sentence, at the start of the clause.
pub const PLACES: usize = 3;

/// The weights, compiled from `content/rubric/learned.toml`.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// [`OUTPUTS`] weights for each of the traits of [`features`].
    pub plain: &'static [i8],
    /// Weights of words, by rising lemma: steps in lemmas (a byte each, 255 steps on without weights), then how many
    /// weights follow, then pairs of a code and a weight. The code is the output plus [`OUTPUTS`] times the place
    /// ([`PLACES`]).
    pub words: &'static [u8],
    /// How well one role follows another, [from][to].
    pub follows: [[i8; 10]; 10],
}

/// Adds the weights up.
#[derive(Debug)]
pub struct Tagger<'r> {
    weights: &'r Weights,
    /// Where the weights of each lemma stand: first and behind the last, in pairs.
    of: Vec<(u16, u16)>,
}

impl<'r> Tagger<'r> {
    /// For a lexicon of so many forms.
    pub fn new(weights: &'r Weights, forms: usize) -> Tagger<'r> {
        let mut of = vec![(0, 0); forms];
        let (mut at, mut lemma) = (0, 0);
        while let Some(&step) = weights.words.get(at) {
            lemma += usize::from(step);
            at += 1;
            if step == u8::MAX {
                continue;
            }
            let end = at + 1 + weights.words.get(at).map_or(0, |&count| usize::from(count) * 2);
            if let Some(slot) = of.get_mut(lemma) {
                *slot = (small(at + 1), small(end));
            }
            at = end;
        }
        Tagger { weights, of }
    }

    /// The scores of the clauses of one sentence, its place in the answer aside.
    pub fn sentence(&self, sentence: &Sentence, framed: &Framed, hits: &[Hit]) -> Vec<Scores> {
        let mut of_sentence = [0; OUTPUTS];
        for token in &sentence.tokens {
            self.word(token.lemma, 1, &mut of_sentence);
        }
        let clauses = framed.frames.iter().enumerate().map(|(index, frame)| {
            let mut scores = of_sentence;
            let clause = Clause { sentence, framed, frame, index, hits };
            clause.traits(|one| add(self.weights, one, &mut scores));
            for token in clause.tokens() {
                self.word(token.lemma, 0, &mut scores);
            }
            if let Some(first) = clause.tokens().first() {
                self.word(first.lemma, 2, &mut scores);
            }
            scores
        });
        clauses.collect()
    }

    fn word(&self, lemma: u16, place: usize, scores: &mut Scores) {
        let Some(&(from, to)) = self.of.get(usize::from(lemma)).filter(|_| lemma != UNKNOWN) else { return };
        for pair in self.weights.words.get(usize::from(from)..usize::from(to)).unwrap_or(&[]).chunks_exact(2) {
            let &[code, weight] = pair else { continue };
            if let Some(score) = usize::from(code).checked_sub(place * OUTPUTS).and_then(|output| scores.get_mut(output)) {
                *score += i32::from(weight as i8);
            }
        }
    }
}

/// Adds what the place of a clause in the answer says.
pub fn place(weights: &Weights, place: &Place, scores: &mut Scores) {
    place.traits(|one| add(weights, one, scores));
}

fn add(weights: &Weights, one: usize, scores: &mut Scores) {
    let row = weights.plain.get(one * OUTPUTS..).unwrap_or(&[]);
    for (score, weight) in scores.iter_mut().zip(row) {
        *score += i32::from(*weight);
    }
}

fn small(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::{OUTPUTS, Tagger, Weights};

    #[test]
    fn finds_the_weights_of_a_word_also_after_long_steps() {
        let words = &[3, 1, 0, 5, 255, 2, 2, 1, 250, OUTPUTS as u8 + 2, 7];
        let weights = Weights { plain: &[], words, follows: [[0; 10]; 10] };
        let tagger = Tagger::new(&weights, 300);
        let scores = |lemma, place| {
            let mut scores = [0; OUTPUTS];
            tagger.word(lemma, place, &mut scores);
            scores[..3].to_vec()
        };
        assert_eq!(scores(3, 0), [5, 0, 0]);
        assert_eq!(scores(260, 0), [0, -6, 0]);
        assert_eq!(scores(260, 1), [0, 0, 7]);
        assert_eq!(scores(4, 0), [0, 0, 0]);
    }
}
