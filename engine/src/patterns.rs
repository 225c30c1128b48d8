//! The shape of the compiled patterns; [`crate::cue::matcher`] reads it.
//!
//! The tables are bytes in the order of their use, since the first load pays for each of them: which sets a word is
//! in stands once, at the word, and both finds the patterns to enter and answers whether a word fits.

/// The patterns of all cues. Each is entered at an anchor word, read to the right, then to the left.
#[derive(Clone, Copy, Debug)]
pub struct Patterns {
    /// For each form, the numbers of the sets it is in, rising: a byte for a step of 1-191 from 0 on, two bytes for a
    /// longer one (0xc0 and the high part, the low part), and 0 after the last.
    pub memberships: &'static [u8],
    /// The steps of every pattern, byte by byte ([`step`]): those entered at set 0, at set 1 and so on, then those
    /// without a word.
    pub code: &'static [u8],
    /// Patterns that are entered at each set. Set 0 has none.
    pub counts: &'static [u8],
    /// (class bit number, patterns) of the few patterns without a word; tried at every word of the class.
    pub wordless: &'static [(u8, u8)],
}

/// What one element of a pattern asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The turn from reading right to reading left of the anchor.
    Turn,
    /// The frame test reads the clause of the next word read; reads no word. Without it: the anchor's clause.
    Focus,
    /// The word the pattern is entered at; nothing is left to ask of it.
    Anchor,
    /// Exactly this form.
    Form(u16),
    /// A word whose lemma is in this set, 1 to 16,383.
    Set(u16),
    /// `min` to `max` words that carry class bit `bit`.
    Class {
        /// Bit number, 0-63.
        bit: u8,
        /// At least so many.
        min: u8,
        /// At most so many, up to 15.
        max: u8,
    },
    /// The next word read belongs to a clause with one of these subjects; reads no word.
    Subject(u16),
    /// 0 to so many words of any kind, inside the sentence; up to 31.
    Gap(u8),
    /// The start of a clause; reads no word.
    ClauseStart,
    /// The end of a clause; reads no word.
    ClauseEnd,
    /// The cue with this index, below 512, is complete.
    End(u16),
}

impl Patterns {
    /// Where the sets of each form begin in `memberships`.
    pub fn forms(&self) -> Vec<u16> {
        let mut starts = vec![0];
        let mut rest = self.memberships;
        while !rest.is_empty() {
            let mut sets = Sets { packed: rest, last: 0 };
            sets.by_ref().for_each(drop);
            rest = sets.packed.get(1..).unwrap_or(&[]);
            starts.push(small(self.memberships.len() - rest.len()));
        }
        starts
    }

    /// The sets of a form that begin at a place of `memberships`.
    pub fn sets(&self, start: u16) -> Sets {
        Sets { packed: self.memberships.get(usize::from(start)..).unwrap_or(&[]), last: 0 }
    }
}

fn small(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// The numbers of the sets that one word is in, rising.
#[derive(Clone, Copy, Debug)]
pub struct Sets {
    packed: &'static [u8],
    last: u16,
}

impl Iterator for Sets {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        let (step, rest) = match *self.packed {
            [high @ 0xc0..=0xff, low, ref rest @ ..] => (u16::from_be_bytes([high & 0x3f, low]), rest),
            [step @ 1..=0xbf, ref rest @ ..] => (u16::from(step), rest),
            _ => return None,
        };
        self.packed = rest;
        self.last = self.last.saturating_add(step);
        Some(self.last)
    }
}

/// The step at `at` in the code and where the next one stands; `None` at the end.
#[inline]
pub fn step(code: &[u8], at: usize) -> Option<(Step, usize)> {
    let byte = |more: usize| code.get(at + more).copied();
    let number = |high: u8, low: u8| u16::from_be_bytes([high, low]);
    let first = byte(0)?;
    Some(match first {
        0 => (Step::Turn, at + 1),
        1 => (Step::Focus, at + 1),
        2 => (Step::ClauseStart, at + 1),
        3 => (Step::ClauseEnd, at + 1),
        4 => (Step::Subject(number(byte(1)?, byte(2)?)), at + 3),
        5 => (Step::Form(number(byte(1)?, byte(2)?)), at + 3),
        6 | 7 => (Step::End(number(first - 6, byte(1)?)), at + 2),
        8 => (Step::Anchor, at + 1),
        9..=0x1f => return None,
        0x20..=0x3f => (Step::Gap(first & 0x1f), at + 1),
        0x40..=0x7f => {
            let range = byte(1)?;
            (Step::Class { bit: first & 0x3f, min: range >> 4, max: range & 15 }, at + 2)
        }
        0x80.. => (Step::Set(number(first & 0x7f, byte(1)?)), at + 2),
    })
}

impl Step {
    /// Writes a step as [`step`] reads it.
    pub fn write(self, code: &mut impl Extend<u8>) {
        match self {
            Step::Turn => code.extend([0]),
            Step::Focus => code.extend([1]),
            Step::ClauseStart => code.extend([2]),
            Step::ClauseEnd => code.extend([3]),
            Step::Subject(mask) => code.extend([4, (mask >> 8) as u8, mask as u8]),
            Step::Form(form) => code.extend([5, (form >> 8) as u8, form as u8]),
            Step::Anchor => code.extend([8]),
            Step::End(cue) => code.extend([6 + u8::from(cue > 255), cue as u8]),
            Step::Gap(most) => code.extend([0x20 | most & 0x1f]),
            Step::Class { bit, min, max } => code.extend([0x40 | bit & 0x3f, min << 4 | max & 15]),
            Step::Set(set) => code.extend([0x80 | (set >> 8) as u8, set as u8]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Patterns, Step, step};

    #[test]
    fn every_step_is_read_as_it_was_written() {
        let steps = [
            Step::Turn,
            Step::Focus,
            Step::ClauseStart,
            Step::ClauseEnd,
            Step::Anchor,
            Step::Subject(0x1ff),
            Step::Form(5_000),
            Step::Set(1_930),
            Step::Class { bit: 63, min: 0, max: 9 },
            Step::Gap(12),
            Step::End(3),
            Step::End(300),
        ];
        let mut code = vec![];
        steps.iter().for_each(|step| step.write(&mut code));
        let (mut read, mut at) = (vec![], 0);
        while let Some((one, next)) = step(&code, at) {
            read.push(one);
            at = next;
        }
        assert_eq!(read, steps);
    }

    const PATTERNS: Patterns =
        Patterns { memberships: &[0, 3, 0xc1, 0, 0, 0, 2, 0], code: &[], counts: &[], wordless: &[] };

    #[test]
    fn a_word_knows_its_sets() {
        let starts = PATTERNS.forms();
        let sets = |form: usize| PATTERNS.sets(starts[form]).collect::<Vec<u16>>();
        assert_eq!((sets(0), sets(1), sets(2), sets(3)), (vec![], vec![3, 259], vec![], vec![2]));
    }
}
