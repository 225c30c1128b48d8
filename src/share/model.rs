//! Guesses the next bit of a text from what came before.
//!
//! Five contexts each look back differently far: nothing, one, two and three bytes, and the letters of the word so far.
//! Each remembers how likely a set bit was where it stood like that before. A mixer adds the five opinions in the
//! logistic domain, weighted by how well each has judged, as the PAQ family of compressors does (Mahoney, "Adaptive
//! weighing of context models for lossless data compression", 2005). All numbers are integers, so that every machine
//! guesses the same. **This file is part of the format**: whoever changes a number here makes a new version.

/// How many contexts there are.
const CONTEXTS: usize = 5;

/// Memory of one context, in slots as a power of two: 64 Ki slots of four bytes, five times, for as long as one text
/// is read. Half as many cost 1 % of the length, four times as many win 1 %.
const SLOT_BITS: u32 = 16;

/// A slot: 22 bits of likelihood, 10 bits of how often it was asked. Fresh: as likely as not, never asked.
const FRESH: u32 = 1 << 31;
const COUNT: u32 = 0x3ff;

/// The count stops here: what was seen lately keeps its say. 30 did best of 30, 127, 255 and 1023.
const LONGEST_MEMORY: u32 = 30;

/// How quickly the mixer learns, in 1/65,536. 20 did best of 4, 8, 14, 20 and 28.
const LEARNING: i32 = 20;

/// The first weight of each opinion, in 1/65,536.
const FIRST_WEIGHT: i32 = 20_480;

/// The logistic curve from -2048 to 2048 in steps of 128, as in lpaq.
const CURVE: [i32; 33] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
    3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

/// The state after some text.
pub struct Model {
    contexts: [Context; CONTEXTS],
    /// One set of weights for each number of contexts that have an opinion.
    weights: [[i32; CONTEXTS]; CONTEXTS + 1],
    /// Which set is in use.
    set: usize,
    /// From likelihood in 1/4096 to the logistic domain.
    stretched: Vec<i16>,
    /// A one, then the bits of the current byte so far.
    partial: u32,
    /// The last bytes.
    history: u32,
    /// A hash of the letters of the current word.
    word: u32,
    likelihood: u32,
}

struct Context {
    slots: Vec<u32>,
    /// Of what it looks back at.
    hash: u32,
    /// The slot that is asked now.
    at: usize,
    opinion: i32,
}

impl Model {
    /// Before any text.
    pub fn new() -> Model {
        let mut model = Model {
            contexts: [(); CONTEXTS].map(|()| Context {
                slots: vec![FRESH; 1 << SLOT_BITS],
                hash: 0,
                at: 0,
                opinion: 0,
            }),
            weights: [[FIRST_WEIGHT; CONTEXTS]; CONTEXTS + 1],
            set: 0,
            stretched: stretched(),
            partial: 1,
            history: 0,
            word: 0,
            likelihood: 0,
        };
        model.look_back();
        model.guess();
        model
    }

    /// How likely the next bit is set, in 1/4096: 1 to 4095.
    pub fn likelihood(&self) -> u32 {
        self.likelihood
    }

    /// Learns what the bit was: 0 or 1.
    pub fn learn(&mut self, bit: u32) {
        let (target, truth) = if bit == 1 { (4096, (1 << 22) - 1) } else { (0, 0) };
        let error = (target - self.likelihood as i32) * LEARNING;
        let weights = self.weights.get_mut(self.set).into_iter().flatten();
        for (context, weight) in self.contexts.iter_mut().zip(weights) {
            *weight += (context.opinion * error + 0x8000) >> 16;
            if let Some(slot) = context.slots.get_mut(context.at) {
                let (count, old) = (*slot & COUNT, (*slot >> 10) as i32);
                // 22 bits, doubled: no overflow.
                let new = old + (truth - old) * 2 / (2 * count as i32 + 3);
                *slot = (new as u32) << 10 | (count + 1).min(LONGEST_MEMORY);
            }
        }
        self.partial = self.partial << 1 | bit;
        if self.partial > 0xff {
            self.take(self.partial as u8);
        }
        self.guess();
    }

    fn take(&mut self, byte: u8) {
        self.partial = 1;
        self.history = self.history << 8 | u32::from(byte);
        self.word = if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            self.word.wrapping_add(1 + u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x2f0b_4c47)
        } else {
            0
        };
        self.look_back();
    }

    fn look_back(&mut self) {
        let seen = [0, self.history & 0xff, self.history & 0xffff, self.history & 0xff_ffff, self.word];
        for (context, seen) in self.contexts.iter_mut().zip(seen) {
            let hash = seen.wrapping_mul(0x9e37_79b1);
            context.hash = hash ^ hash >> 15;
        }
    }

    fn guess(&mut self) {
        self.set = 0;
        for context in &mut self.contexts {
            let hash = context.hash.wrapping_add(self.partial.wrapping_mul(0x9e37_79b1));
            context.at = (hash.wrapping_mul(0x85eb_ca6b) >> (32 - SLOT_BITS)) as usize;
            let slot = context.slots.get(context.at).copied().unwrap_or(FRESH);
            let asked = slot & COUNT > 0;
            let opinion = self.stretched.get((slot >> 20) as usize).filter(|_| asked);
            context.opinion = opinion.copied().unwrap_or_default().into();
            self.set += usize::from(asked);
        }
        let weights = self.weights.get(self.set).into_iter().flatten();
        let opinions = self.contexts.iter().zip(weights);
        let sum: i64 = opinions.map(|(context, weight)| i64::from(context.opinion) * i64::from(*weight)).sum();
        self.likelihood = squashed((sum >> 16).clamp(-2047, 2047) as i32) as u32;
    }
}

/// From -2047 … 2047 to a likelihood in 1/4096.
fn squashed(opinion: i32) -> i32 {
    let (at, part) = ((opinion + 2048) >> 7, opinion & 127);
    let point = |at: i32| CURVE.get(at as usize).copied().unwrap_or(2048);
    (point(at) * (128 - part) + point(at + 1) * part + 64) >> 7
}

/// [`squashed`] turned round.
fn stretched() -> Vec<i16> {
    let mut table = Vec::with_capacity(4096);
    for opinion in -2047..=2047i16 {
        while table.len() <= squashed(opinion.into()) as usize {
            table.push(opinion);
        }
    }
    table.resize(4096, 2047);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likelihood_never_reaches_certainty() {
        let mut model = Model::new();
        for bit in [0, 1] {
            for _ in 0..20_000 {
                model.learn(bit);
                assert!((1..=4095).contains(&model.likelihood()));
            }
        }
    }

    #[test]
    fn learns_what_repeats() {
        let mut model = Model::new();
        let mut surprised = 0;
        for byte in b"I rang. ".repeat(50) {
            for at in (0..8).rev() {
                let bit = u32::from(byte >> at & 1);
                surprised += u32::from((model.likelihood() >= 2048) != (bit == 1));
                model.learn(bit);
            }
        }
        assert!(surprised < 64, "{surprised} wrong guesses in 3,200 bits");
    }

    #[test]
    fn the_curve_is_its_own_inverse() {
        let table = stretched();
        assert_eq!(table.len(), 4096);
        assert!(table.is_sorted());
        for (likelihood, opinion) in table.into_iter().enumerate().skip(40).take(4_016) {
            let back = squashed(opinion.into());
            assert!(back.abs_diff(likelihood as i32) <= 4, "{likelihood} came back as {back}");
        }
    }
}
