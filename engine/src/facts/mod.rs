//! What is true of the whole answer: how often each signal counts, and what follows from roles and lengths.

mod balance;
mod story;

use crate::answer::{Answer, count};
use crate::class;
use crate::cue::Hit;
use crate::report::{Length, Span};
use crate::rubric::{Need, QuestionProfile, Rubric};
use crate::shape::Shape;
use crate::signal::Signal;

/// Sentences longer than this many words are long.
const LONG_SENTENCE: usize = 40;

/// How often each signal counts in an answer.
#[derive(Clone, Debug)]
pub struct Facts {
    counts: Vec<u16>,
}

impl Facts {
    /// Counts the voices and works out what follows from them.
    pub fn of(rubric: &Rubric, question: &QuestionProfile, answer: &Answer, voices: &[Hit], shape: &Shape) -> Facts {
        let mut facts = Facts { counts: vec![0; Signal::ALL.len()] };
        let mut used = vec![0u8; rubric.cues.len()];
        for (at, hit) in voices.iter().enumerate() {
            let problem = hit.signal.is_finding() && !hit.signal.is_strength();
            if !problem && answer.told.get(usize::from(hit.sentence)) != Some(&true) {
                continue;
            }
            // A class of cues counts once per clause, and each cue as often as it may.
            let place = |hit: &Hit| (hit.signal, hit.sentence, hit.frame);
            let before = voices.iter().take(at).rev().take_while(|other| other.sentence == hit.sentence);
            let cap = rubric.cues.get(usize::from(hit.cue)).map_or(1, |cue| cue.cap);
            let used = used.get_mut(usize::from(hit.cue)).filter(|used| **used < cap);
            if let Some(used) = used.filter(|_| !before.into_iter().any(|other| place(other) == place(hit))) {
                *used += 1;
                facts.add(hit.signal);
            }
        }
        facts.details(answer);
        facts.balance(question, answer, voices, shape);
        facts.delivery(question, answer, voices, shape);
        facts
    }

    /// Counted hits of a signal.
    pub fn count(&self, signal: Signal) -> u16 {
        self.counts.get(signal as usize).copied().unwrap_or(0)
    }

    /// True when the signal counts at least once.
    pub fn has(&self, signal: Signal) -> bool {
        self.count(signal) > 0
    }

    /// True when the need is met.
    pub fn meets(&self, need: &Need) -> bool {
        let found: u16 =
            Signal::ALL.iter().filter(|signal| need.any & signal.bit() != 0).map(|&signal| self.count(signal)).sum();
        if need.at_least == 0 { found == 0 } else { found >= u16::from(need.at_least) }
    }

    fn add(&mut self, signal: Signal) {
        if let Some(count) = self.counts.get_mut(signal as usize) {
            *count = count.saturating_add(1);
        }
    }

    fn set(&mut self, signal: Signal, holds: bool) {
        if holds && !self.has(signal) {
            self.add(signal);
        }
    }

    fn delivery(&mut self, question: &QuestionProfile, answer: &Answer, voices: &[Hit], shape: &Shape) {
        let length = shape.length(&question.words);
        self.set(Signal::Stuffing, stuffed(answer));
        self.set(Signal::SampleCopied, answer.copied.contains(&true));
        self.set(Signal::TargetLength, length == Length::Target);
        self.set(Signal::AmberLength, matches!(length, Length::Short | Length::Long));
        self.set(Signal::Over600, shape.words > 600);
        let long = answer.sentences.iter().any(|sentence| count(&sentence.tokens) > LONG_SENTENCE);
        let dense = [Signal::Hedge, Signal::Buzzword, Signal::Filler]
            .into_iter()
            .filter(|&kind| dense(kind, question, voices, shape))
            .count();
        self.set(Signal::Cluttered, long || dense > 0);
        self.set(Signal::TwoDensities, dense >= 2);
    }
}

/// True when a style kind stands closer than its limit allows: hedges over 3 and at least three, buzzwords over 2 per
/// 100 useful words, fillers over one a minute of speech.
pub fn dense(kind: Signal, question: &QuestionProfile, voices: &[Hit], shape: &Shape) -> bool {
    let found = u32::try_from(spans(kind, voices).count()).unwrap_or(0);
    match kind {
        Signal::Hedge => found >= 3 && found * 100 > 3 * shape.useful,
        Signal::Buzzword => found * 100 > 2 * shape.useful && found >= 2,
        Signal::Filler => (question.spoken || shape.spoken) && found * 60 > crate::report::seconds(shape.words).max(30),
        _ => false,
    }
}

fn spans(kind: Signal, voices: &[Hit]) -> impl Iterator<Item = Span> {
    voices.iter().filter(move |hit| hit.signal == kind).map(|hit| hit.span)
}

/// Cue words piled up: a sentence with three or more of them, and no clause that carries them; or the same again and again.
fn stuffed(answer: &Answer) -> bool {
    answer.sentences.iter().zip(answer.framed).any(|(sentence, one)| {
        let loaded = sentence.tokens.iter().filter(|token| token.is(class::STUFFING)).count();
        let verbs = one.frames.iter().filter(|frame| frame.verb.is_some()).count();
        let words = count(&sentence.tokens);
        let carried = sentence
            .tokens
            .iter()
            .filter(|token| {
                token.is(class::NOUN | class::PERSON | class::PLACE | class::NUMBER | class::TIME)
                    && !token.is(class::STUFFING)
            })
            .count();
        loaded >= 3 && loaded * 100 >= words * 30 && (verbs == 0 || carried * 3 < loaded || carried == 0)
    })
}
