//! Step sequences to the engine's tables: one run of code, sorted by the set it is entered at.

use crate::pattern::Sets;
use comeback_engine::rubric::{Patterns, Step};
use std::collections::BTreeMap;

/// Where the engine enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// At the words of a set.
    Set(u16),
    /// At the words of the class with this bit number.
    Class(u8),
}

/// The code so far, by entry.
#[derive(Debug, Default)]
pub struct Builder {
    sequences: BTreeMap<Entry, Vec<Vec<u8>>>,
}

impl Builder {
    /// Adds one sequence that completes the cue with this index. False when the same cue has the same sequence already.
    pub fn add(&mut self, entry: Entry, steps: &[Step], cue: u16) -> bool {
        let mut code = vec![];
        steps.iter().for_each(|step| step.write(&mut code));
        Step::End(cue).write(&mut code);
        let beside = self.sequences.entry(entry).or_default();
        let fresh = !beside.contains(&code);
        beside.push(code);
        fresh
    }

    /// The finished tables for a lexicon of so many forms; `None` when they outgrow what the engine can address.
    pub fn finish(self, sets: &Sets, forms: usize) -> Option<Patterns> {
        let mut code = vec![];
        let mut counts = vec![0u8; usize::from(sets.last()) + 1];
        let mut wordless = vec![];
        for (entry, sequences) in &self.sequences {
            code.extend(sequences.concat());
            let count = u8::try_from(sequences.len()).ok()?;
            match entry {
                Entry::Set(set) => *counts.get_mut(usize::from(*set))? = count,
                Entry::Class(bit) => wordless.push((*bit, count)),
            }
        }
        u16::try_from(code.len()).ok()?;
        let of = sets.by_lemma();
        let mut memberships = vec![];
        for form in 0..u16::try_from(forms).ok()? {
            let mut last = 0;
            for set in of.get(&form).into_iter().flatten() {
                let step = set - last;
                if step >= 0xc0 {
                    memberships.push(0xc0 | (step >> 8) as u8);
                }
                memberships.push(step as u8);
                last = *set;
            }
            memberships.push(0);
        }
        u16::try_from(memberships.len()).ok()?;
        Some(Patterns {
            memberships: memberships.leak(),
            code: code.leak(),
            counts: counts.leak(),
            wordless: wordless.leak(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Builder, Entry};
    use crate::pattern::Sets;
    use comeback_engine::rubric::Step::{End, Gap, Set};
    use comeback_engine::rubric::step;

    #[test]
    fn patterns_of_one_set_stand_together() {
        let mut sets = Sets::default();
        let (seven, eight, both) = (sets.number(vec![7]), sets.number(vec![8]), sets.number(vec![8, 7]));
        assert_eq!((seven, eight, both), (1, 2, 3));
        let mut builder = Builder::default();
        assert!(builder.add(Entry::Set(seven), &[Set(seven), Gap(2), Set(eight)], 0));
        assert!(builder.add(Entry::Set(both), &[Set(both)], 1));
        assert!(builder.add(Entry::Set(seven), &[Set(seven)], 300));
        let patterns = builder.finish(&sets, 10).expect("small");
        let forms = patterns.forms();
        assert_eq!(patterns.sets(forms[7]).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(patterns.sets(forms[8]).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(patterns.counts, [0, 2, 0, 1]);
        let (mut at, mut read) = (0, vec![]);
        while let Some((one, next)) = step(patterns.code, at) {
            read.push(one);
            at = next;
        }
        assert_eq!(read, [Set(1), Gap(2), Set(2), End(0), Set(1), End(300), Set(3), End(1)]);
    }

    #[test]
    fn far_sets_are_reached_in_several_steps() {
        let mut sets = Sets::default();
        for lemma in 0..600 {
            sets.number(vec![lemma]);
        }
        let patterns = Builder::default().finish(&sets, 600).expect("small");
        let forms = patterns.forms();
        for lemma in [0, 190, 191, 192, 255, 256, 599] {
            assert_eq!(patterns.sets(forms[usize::from(lemma)]).collect::<Vec<_>>(), [lemma + 1]);
        }
    }

    #[test]
    fn two_cues_may_share_a_whole_pattern() {
        let mut builder = Builder::default();
        assert!(builder.add(Entry::Class(7), &[Gap(7)], 0));
        assert!(builder.add(Entry::Class(7), &[Gap(7)], 1));
        assert!(!builder.add(Entry::Class(7), &[Gap(7)], 1));
    }
}
