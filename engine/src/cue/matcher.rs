//! Finds the cues of one sentence in one pass over its words: each pattern is entered at its anchor word, read to the
//! right, then to the left.

use crate::class;
use crate::document::{Sentence, Token};
use crate::frame::read::Framed;
use crate::patterns::{Patterns, Step, step};
use crate::rubric::{FrameTest, Rubric};

/// Steps that one pattern may cost at one word: a bound on time, far above what real patterns need.
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

/// Finds cues in sentences, one after the other. It is made once and kept: it knows where in the packed tables each
/// word and each pattern begins.
#[derive(Debug)]
pub struct Matcher<'r> {
    rubric: &'r Rubric,
    /// Where the sets of each form begin.
    forms: Vec<u16>,
    /// Each pattern: where it begins, and sets of which the sentence must hold words for it to match.
    patterns: Vec<(u16, [u16; 2])>,
    /// The first pattern of each set, then of each class of the patterns without a word; last, how many there are.
    first: Vec<u16>,
}

impl<'r> Matcher<'r> {
    /// For the cues of this rubric.
    pub fn new(rubric: &'r Rubric) -> Matcher<'r> {
        let patterns = &rubric.patterns;
        let forms = patterns.forms();
        let mut at = 0;
        let counts = patterns.counts.iter().chain(patterns.wordless.iter().map(|(_, count)| count));
        let ends = counts.map(|&count| {
            at += u16::from(count);
            at
        });
        let first = core::iter::once(0).chain(ends).collect();
        Matcher { rubric, forms, patterns: needs(patterns), first }
    }

    /// All matches in a sentence whose frame tests hold, in no particular order.
    pub fn matches(&self, sentence: &Sentence, framed: &Framed) -> Vec<Match> {
        let patterns = &self.rubric.patterns;
        let tokens = sentence.tokens.as_slice();
        let row = patterns.counts.len().div_ceil(64);
        let sets = vec![0; row * tokens.len()];
        let mut present = vec![0; row];
        set_bit(&mut present, NO_SET);
        let mut search =
            Search { rubric: self.rubric, tokens, sets, row, framed, anchor: 0, patience: 0, found: Vec::new() };
        // (word, entry): all sets of all words are known before the first pattern is read.
        let mut entries = Vec::with_capacity(tokens.len() * 32);
        for (at, token) in tokens.iter().enumerate() {
            let start = self.forms.get(usize::from(token.lemma)).copied().unwrap_or(u16::MAX);
            for set in patterns.sets(start) {
                set_bit(search.sets.get_mut(at * row..).unwrap_or(&mut []), set);
                set_bit(&mut present, set);
                entries.push((at, usize::from(set)));
            }
            for (index, &(bit, _)) in patterns.wordless.iter().enumerate() {
                if token.is(1 << bit) {
                    entries.push((at, patterns.counts.len() + index));
                }
            }
        }
        for (at, entry) in entries {
            if let Some(&[from, to]) = self.first.get(entry..).and_then(|first| first.first_chunk()) {
                for (start, needs) in self.patterns.get(usize::from(from)..usize::from(to)).unwrap_or(&[]) {
                    if needs.iter().all(|&set| has_bit(&present, set)) {
                        search.enter(at, usize::from(*start));
                    }
                }
            }
        }
        search.found
    }
}

/// Stands where a pattern needs no further set; no word is in it.
const NO_SET: u16 = 0;

/// Every pattern with two of the sets it asks for beside its anchor. Most patterns end here: a glance at the
/// sentence shows that one of their words is missing.
fn needs(patterns: &Patterns) -> Vec<(u16, [u16; 2])> {
    let (mut all, mut start, mut at, mut needs) = (Vec::new(), 0, 0, [NO_SET; 2]);
    while let Some((found, next)) = step(patterns.code, at) {
        at = next;
        match found {
            Step::Set(set) => needs = [set, needs[0]],
            Step::End(_) => {
                all.push((start, needs));
                (start, needs) = (u16::try_from(next).unwrap_or(u16::MAX), [NO_SET; 2]);
            }
            _ => {}
        }
    }
    all
}

fn set_bit(bits: &mut [u64], set: u16) {
    if let Some(bits) = bits.get_mut(usize::from(set) / 64) {
        *bits |= 1 << (set % 64);
    }
}

fn has_bit(bits: &[u64], set: u16) -> bool {
    bits.get(usize::from(set) / 64).is_some_and(|bits| bits >> (set % 64) & 1 == 1)
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
    /// The sets each word is in: one bit for each set, so many numbers for each word.
    sets: Vec<u64>,
    row: usize,
    framed: &'a Framed,
    anchor: usize,
    patience: u32,
    found: Vec<Match>,
}

impl Search<'_> {
    /// Tries one pattern at one anchor word.
    fn enter(&mut self, at: usize, start: usize) {
        self.anchor = at;
        self.patience = PATIENCE;
        self.walk(
            start,
            Reading { right: at, left: at.checked_sub(1), first: at, last: at, focus: at, leftwards: false },
        );
    }

    fn in_set(&self, at: usize, set: u16) -> bool {
        self.sets.get(at * self.row..).is_some_and(|bits| has_bit(bits, set))
    }

    /// Reads on from a place in the code; where there are several ways to go on, each is tried.
    fn walk(&mut self, mut at: usize, mut reading: Reading) {
        while self.patience > 0
            && let Some((found, next)) = step(self.rubric.patterns.code, at)
        {
            self.patience -= 1;
            let goes_on = match found {
                Step::End(cue) => return self.accept(cue, reading),
                Step::Gap(most) => self.branch(next, reading, None, 0, most),
                Step::Class { bit, min, max } => self.branch(next, reading, Some(1 << bit), min, max),
                certain => self.follow(certain, reading),
            };
            let Some(further) = goes_on else { return };
            reading = further;
            at = next;
        }
    }

    /// A step that can be taken in one way only: where it leads, if it can be taken.
    fn follow(&self, step: Step, reading: Reading) -> Option<Reading> {
        let holds = match step {
            Step::Turn => return Some(Reading { leftwards: true, ..reading }),
            Step::Focus => return self.next(reading).map(|focus| Reading { focus, ..reading }),
            Step::Anchor => return self.next(reading).map(|at| read(reading, at)),
            Step::Form(form) => {
                let at = self.next(reading).filter(|&at| self.tokens.get(at).is_some_and(|token| token.form == form));
                return at.map(|at| read(reading, at));
            }
            Step::Set(set) => return self.next(reading).filter(|&at| self.in_set(at, set)).map(|at| read(reading, at)),
            Step::Subject(mask) => {
                self.next(reading).and_then(|at| self.frame(at)).is_some_and(|frame| frame.subject.bit() & mask != 0)
            }
            Step::ClauseStart => {
                let at = if reading.leftwards { Some(reading.first) } else { self.next(reading) };
                at.is_some_and(|at| self.opens_clause(at))
            }
            Step::ClauseEnd => {
                let at = if reading.leftwards { self.next(reading) } else { Some(reading.last) };
                at.is_some_and(|at| self.frame(at).is_some_and(|frame| usize::from(frame.end) == at + 1))
            }
            Step::Gap(_) | Step::Class { .. } | Step::End(_) => false,
        };
        holds.then_some(reading)
    }

    /// Takes `min` to `max` words of a class, or of any kind outside the match, and goes on after each number of them; the last way is left to the caller.
    fn branch(&mut self, next: usize, mut here: Reading, class: Option<u64>, min: u8, max: u8) -> Option<Reading> {
        for count in 0..max {
            let fits = |at: &usize| class.is_none_or(|class| self.tokens.get(*at).is_some_and(|token| token.is(class)));
            let word = self.next(here).filter(fits);
            let Some(at) = word else { return (count >= min).then_some(here) };
            if count >= min {
                self.walk(next, here);
            }
            here = if class.is_some() { read(here, at) } else { skipped(here, at) };
        }
        Some(here)
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
