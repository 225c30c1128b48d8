//! Finds the cues of one sentence in one pass over its words: each pattern is entered at its anchor word, read to the
//! right, then to the left.

use crate::class;
use crate::document::{Sentence, Token};
use crate::frame::read::Framed;
use crate::patterns::{Sets, Step, step};
use crate::rubric::{FrameTest, Rubric};

/// Steps that the patterns of one entry may cost: a bound on time, far above what real patterns need.
const PATIENCE: u32 = 4_000;

/// A cue that matched: words `first..=last` of the sentence, its test read at word `focus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index into the rubric's cues.
    pub cue: u16,
    /// First word.
    pub first: u16,
    /// Last word.
    pub last: u16,
    /// The word whose clause was tested.
    pub focus: u16,
}

/// All matches in a sentence whose frame tests hold, in no particular order.
pub fn matches(rubric: &Rubric, sentence: &Sentence, framed: &Framed) -> Vec<Match> {
    let patterns = &rubric.patterns;
    let sets = sentence.tokens.iter().map(|token| patterns.sets(token.lemma)).collect();
    let mut search =
        Search { rubric, tokens: &sentence.tokens, sets, framed, anchor: 0, patience: 0, found: Vec::new() };
    for (at, token) in sentence.tokens.iter().enumerate() {
        for set in search.sets_of(at) {
            let (start, end) = patterns.entered_at(set);
            search.enter(at, start, end);
        }
        for &(bit, start, end) in patterns.wordless {
            if token.is(1 << bit) {
                search.enter(at, usize::from(start), usize::from(end));
            }
        }
    }
    search.found
}

/// Where a reading stands.
#[derive(Clone, Copy)]
struct Reading {
    /// Next word to the right.
    right: usize,
    /// Next word to the left.
    left: Option<usize>,
    first: usize,
    last: usize,
    focus: usize,
    leftwards: bool,
}

struct Search<'a> {
    rubric: &'a Rubric,
    tokens: &'a [Token],
    /// The sets each word is in.
    sets: Vec<Sets>,
    framed: &'a Framed,
    anchor: usize,
    patience: u32,
    found: Vec<Match>,
}

impl Search<'_> {
    /// Tries the patterns between two places of the code at one anchor word.
    fn enter(&mut self, at: usize, mut start: usize, end: usize) {
        self.anchor = at;
        let reading = Reading { right: at, left: at.checked_sub(1), first: at, last: at, focus: at, leftwards: false };
        while start < end {
            self.patience = PATIENCE;
            self.walk(start, reading);
            start = self.after(start);
        }
    }

    /// Where the pattern after the one at `at` begins; past everything when there is none.
    fn after(&self, mut at: usize) -> usize {
        while let Some((found, next)) = step(self.rubric.patterns.code, at) {
            if matches!(found, Step::End(_)) {
                return next;
            }
            at = next;
        }
        usize::MAX
    }

    fn sets_of(&self, at: usize) -> Sets {
        self.sets.get(at).copied().unwrap_or(Sets::NONE)
    }

    /// Reads on from a place in the code.
    fn walk(&mut self, at: usize, reading: Reading) {
        if self.patience == 0 {
            return;
        }
        self.patience -= 1;
        if let Some((found, next)) = step(self.rubric.patterns.code, at) {
            self.step(found, next, reading);
        }
    }

    fn step(&mut self, step: Step, next: usize, reading: Reading) {
        match step {
            Step::End(cue) => self.accept(cue, reading),
            Step::Turn => self.walk(next, Reading { leftwards: true, ..reading }),
            Step::Focus => {
                if let Some(at) = self.next(reading) {
                    self.walk(next, Reading { focus: at, ..reading });
                }
            }
            Step::Subject(mask) => {
                let fits = self
                    .next(reading)
                    .and_then(|at| self.frame(at))
                    .is_some_and(|frame| frame.subject.bit() & mask != 0);
                if fits {
                    self.walk(next, reading);
                }
            }
            Step::ClauseStart => {
                let at = if reading.leftwards { Some(reading.first) } else { self.next(reading) };
                if at.is_some_and(|at| self.opens_clause(at)) {
                    self.walk(next, reading);
                }
            }
            Step::ClauseEnd => {
                let at = if reading.leftwards { self.next(reading) } else { Some(reading.last) };
                if at.is_some_and(|at| self.frame(at).is_some_and(|frame| usize::from(frame.end) == at + 1)) {
                    self.walk(next, reading);
                }
            }
            Step::Gap(most) => {
                let mut here = reading;
                self.walk(next, here);
                for _ in 0..most {
                    let Some(at) = self.next(here) else { return };
                    here = skipped(here, at);
                    self.walk(next, here);
                }
            }
            Step::Class { bit, min, max } => {
                let mut here = reading;
                for count in 0..=max {
                    if count >= min {
                        self.walk(next, here);
                    }
                    match self.next(here).filter(|&at| self.tokens.get(at).is_some_and(|token| token.is(1 << bit))) {
                        Some(at) => here = read(here, at),
                        None => return,
                    }
                }
            }
            Step::Form(form) => {
                let fits = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.form == form);
                if let Some(at) = self.next(reading).filter(fits) {
                    self.walk(next, read(reading, at));
                }
            }
            Step::Set(set) => {
                if let Some(at) = self.next(reading).filter(|&at| self.sets_of(at).has(set)) {
                    self.walk(next, read(reading, at));
                }
            }
        }
    }

    /// The next word in reading direction; filler sounds are transparent.
    fn next(&self, reading: Reading) -> Option<usize> {
        let heard =
            |at: &usize| self.tokens.get(*at).is_some_and(|token| !token.is(class::FILLER) || *at == self.anchor);
        if reading.leftwards {
            (0..=reading.left?).rev().find(heard)
        } else {
            (reading.right..self.tokens.len()).find(heard)
        }
    }

    fn frame(&self, at: usize) -> Option<&crate::frame::Frame> {
        self.framed.of.get(at).and_then(|&index| self.framed.frames.get(usize::from(index)))
    }

    /// True for the first word of a clause, connectors and adverbs aside.
    fn opens_clause(&self, at: usize) -> bool {
        let light = class::CONJUNCTION | class::ADVERB | class::FILLER | class::SUBORDINATOR;
        self.frame(at).is_some_and(|frame| {
            let start = usize::from(frame.start);
            self.tokens.get(start..at).is_some_and(|before| before.iter().all(|token| token.is(light)))
        })
    }

    fn accept(&mut self, cue: u16, reading: Reading) {
        let Some(test) = self.rubric.cues.get(usize::from(cue)).map(|cue| cue.frame) else { return };
        if !self.holds(&test, reading.focus) {
            return;
        }
        let small = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let found = Match { cue, first: small(reading.first), last: small(reading.last), focus: small(reading.focus) };
        // Of two readings of one cue at one place, the longer stays.
        match self
            .found
            .iter_mut()
            .find(|other| other.cue == cue && other.first <= found.last && found.first <= other.last)
        {
            Some(other) if found.last - found.first > other.last - other.first => *other = found,
            Some(_) => {}
            None => self.found.push(found),
        }
    }

    fn holds(&self, test: &FrameTest, at: usize) -> bool {
        let Some(frame) = self.frame(at) else { return false };
        let polarity = self.framed.polarity.get(at).copied().unwrap_or(crate::frame::Polarity::Positive);
        let habit = test.habit == 0 || (test.habit == 1) == frame.habit;
        habit
            && (test.subject == 0 || test.subject & frame.subject.bit() != 0)
            && (test.tense == 0 || test.tense & frame.tense.bit() != 0)
            && (test.modality == 0 || test.modality & frame.modality.bit() != 0)
            && (test.polarity == 0 || test.polarity & polarity.bit() != 0)
            && (test.voice == 0 || test.voice & frame.voice.bit() != 0)
            && (test.speaker == 0 || test.speaker & frame.speaker.bit() != 0)
    }
}

fn read(reading: Reading, at: usize) -> Reading {
    Reading { first: reading.first.min(at), last: reading.last.max(at), ..skipped(reading, at) }
}

fn skipped(reading: Reading, at: usize) -> Reading {
    if reading.leftwards {
        Reading { left: at.checked_sub(1), ..reading }
    } else {
        Reading { right: at + 1, ..reading }
    }
}
