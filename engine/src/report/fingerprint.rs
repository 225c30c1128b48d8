//! A report as one number, to compare it between machines.

use super::{Evidence, Finding, Held, NextStep, Part, Report, Span};

impl Report {
    /// The 64-bit FNV-1a hash of the report's canonical form: every field in order, each number as four bytes, the
    /// lowest first, each list behind its length. The same on every machine, and another for nearly every other report.
    pub fn fingerprint(&self) -> u64 {
        // Taken apart by name: a field that is added and not hashed does not compile.
        let Report {
            state,
            words,
            useful_words,
            seconds,
            parts,
            shares,
            turn,
            levels,
            held,
            overall,
            gates,
            strength,
            fixes,
            next,
            open_steps,
            findings,
            evidence,
            cut,
        } = self;
        let mut hash = Hash::new();
        hash.numbers([*state as u32, *words, *useful_words, *seconds]);
        hash.list(parts, |&Part { span, words, role, also, agent, repeated }| {
            let Span { start, end } = span;
            [start, end, words.into(), role as u32, also.into(), agent as u32, repeated.into()]
        });
        hash.numbers(shares.map(u32::from));
        hash.numbers([perhaps(*turn)]);
        hash.numbers(levels.map(perhaps));
        hash.list(held, |&Held { criterion, at, by }| [criterion as u32, at.into(), by as u32]);
        hash.numbers([perhaps(*overall)]);
        hash.list(gates, |&gate| [gate as u32]);
        hash.numbers([perhaps(*strength)]);
        hash.list(fixes, |&at| [at.into()]);
        hash.numbers(next.map_or([NONE; 2], |NextStep { step, criterion }| {
            [step.into(), criterion.map_or(NONE, |criterion| criterion as u32)]
        }));
        hash.list(open_steps, |&step| [step.into()]);
        hash.list(findings, |&Finding { kind, tier, criterion, span, cue, provisional }| {
            let (start, end) = span.map_or((NONE, NONE), |Span { start, end }| (start, end));
            [kind as u32, tier as u32, criterion as u32, start, end, perhaps(cue), provisional.into()]
        });
        hash.list(evidence, |&Evidence { signal, criterion, span: Span { start, end } }| {
            [signal as u32, criterion as u32, start, end]
        });
        hash.numbers([(*cut).into()]);
        hash.0
    }
}

/// What stands for a value that is not there: more than any field can hold.
const NONE: u32 = u32::MAX;

fn perhaps(value: Option<impl Into<u32>>) -> u32 {
    value.map_or(NONE, Into::into)
}

struct Hash(u64);

impl Hash {
    const fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        for byte in numbers.into_iter().flat_map(u32::to_le_bytes) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn list<T, const N: usize>(&mut self, items: &[T], form: impl Fn(&T) -> [u32; N]) {
        self.numbers([items.len() as u32]);
        items.iter().for_each(|item| self.numbers(form(item)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_fnv_1a_does() {
        let mut hash = Hash::new();
        hash.numbers([u32::from_le_bytes(*b"foob")]);
        assert_eq!(hash.0, 0xdd12_0e79_0c25_12af);
    }
}
