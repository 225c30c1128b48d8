//! Step sequences to one trie that shares prefixes, laid out as the engine's tables.

use crate::pattern::Sets;
use comeback_engine::rubric::{Node, Step, Trie};
use std::collections::{BTreeMap, HashMap};

/// Where the engine enters: at a lemma or at a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// Form index of the lemma.
    Lemma(u16),
    /// Bit number of the class.
    Class(u8),
}

/// A trie that grows; node 0 is reserved.
#[derive(Debug, Default)]
pub struct Builder {
    nodes: Vec<Growing>,
    /// First nodes by entry point.
    roots: BTreeMap<Entry, Vec<usize>>,
    /// First nodes by all their entry points: a word meets only the patterns that can begin at it.
    firsts: BTreeMap<Vec<Entry>, Vec<usize>>,
}

#[derive(Debug)]
struct Growing {
    step: Step,
    children: Vec<usize>,
    cue: u16,
}

impl Builder {
    /// Adds one sequence that completes the cue with this index, entered at each of the entries. False when the same
    /// cue has the same sequence already.
    pub fn add(&mut self, entries: &[Entry], steps: &[Step], cue: u16) -> bool {
        let mut level = self.firsts.remove(entries).unwrap_or_default();
        let mut parent = None;
        let mut fresh = true;
        for (index, step) in steps.iter().enumerate() {
            let last = index + 1 == steps.len();
            let fits = |node: &&usize| {
                let node = &self.nodes[**node];
                node.step == *step && (!last || node.cue == 0 || node.cue == cue + 1)
            };
            let node = level.iter().find(fits).copied().unwrap_or_else(|| {
                self.nodes.push(Growing { step: *step, children: vec![], cue: 0 });
                level.push(self.nodes.len() - 1);
                self.nodes.len() - 1
            });
            if last {
                fresh = self.nodes[node].cue == 0;
                self.nodes[node].cue = cue + 1;
            }
            match parent {
                None => {
                    self.firsts.insert(entries.to_vec(), level);
                    for entry in entries {
                        let roots = self.roots.entry(*entry).or_default();
                        if !roots.contains(&node) {
                            roots.push(node);
                        }
                    }
                }
                Some(parent) => {
                    let parent: &mut Growing = &mut self.nodes[parent];
                    parent.children = level;
                }
            }
            level = std::mem::take(&mut self.nodes[node].children);
            parent = Some(node);
        }
        if let Some(node) = parent {
            self.nodes[node].children = level;
        }
        fresh
    }

    /// The finished tables; `None` when they outgrow `u16`. Equal ends become one: nodes are interned from the back.
    pub fn finish(self, sets: &Sets) -> Option<Trie> {
        let mut interned = Interned::default();
        let mut number = BTreeMap::new();
        for first in self.firsts.values().flatten() {
            number.insert(*first, interned.chain(&self.nodes, &[*first])?);
        }
        for (index, node) in (0u16..).zip(&mut interned.nodes) {
            for link in [&mut node.child, &mut node.sibling] {
                *link = if *link == 0 { 0 } else { index - *link };
            }
        }
        let (mut roots, mut class_roots) = (vec![], vec![]);
        for (entry, firsts) in &self.roots {
            for first in firsts {
                match entry {
                    Entry::Lemma(lemma) => roots.push((*lemma, *number.get(first)?)),
                    Entry::Class(bit) => class_roots.push((*bit, *number.get(first)?)),
                }
            }
        }
        roots.sort_unstable();
        class_roots.sort_unstable();
        let mut set_starts = vec![0u16];
        for set in &sets.members {
            set_starts.push(u16::try_from(usize::from(*set_starts.last()?) + set.len()).ok()?);
        }
        Some(Trie {
            roots: roots.iter().map(|(lemma, _)| *lemma).collect::<Vec<_>>().leak(),
            firsts: roots.iter().map(|(_, node)| *node).collect::<Vec<_>>().leak(),
            class_roots: class_roots.leak(),
            nodes: interned.nodes.leak(),
            sets: sets.members.concat().leak(),
            set_starts: set_starts.leak(),
        })
    }
}

/// Distinct nodes; node 0 means none.
struct Interned {
    nodes: Vec<Node>,
    numbers: HashMap<Node, u16>,
}

impl Default for Interned {
    fn default() -> Interned {
        Interned { nodes: vec![Node { step: Step::Turn, child: 0, sibling: 0, cue: 0 }], numbers: HashMap::new() }
    }
}

impl Interned {
    /// Number of the first of these alternatives; 0 when there is none.
    fn chain(&mut self, growing: &[Growing], alternatives: &[usize]) -> Option<u16> {
        alternatives.iter().rev().try_fold(0, |sibling, index| {
            let one = growing.get(*index)?;
            let child = self.chain(growing, &one.children)?;
            let node = Node { step: one.step, child, sibling, cue: one.cue };
            if let Some(number) = self.numbers.get(&node) {
                return Some(*number);
            }
            let number = u16::try_from(self.nodes.len()).ok()?;
            self.nodes.push(node);
            self.numbers.insert(node, number);
            Some(number)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Builder, Entry};
    use crate::pattern::Sets;
    use comeback_engine::rubric::Step::{Gap, Lemma};

    #[test]
    fn shares_prefixes_and_keeps_both_endings() {
        let mut builder = Builder::default();
        assert!(builder.add(&[Entry::Lemma(7)], &[Lemma(7), Gap(2), Lemma(8)], 0));
        assert!(builder.add(&[Entry::Lemma(7)], &[Lemma(7), Gap(2), Lemma(9)], 1));
        let trie = builder.finish(&Sets::default()).expect("small");
        assert_eq!((trie.roots, trie.firsts), (&[7][..], &[4][..]));
        assert_eq!(trie.nodes.len(), 5);
        let (nine, eight, gap, root) = (trie.nodes[1], trie.nodes[2], trie.nodes[3], trie.nodes[4]);
        assert_eq!((root.step, root.child, gap.step, gap.child), (Lemma(7), 1, Gap(2), 1));
        assert_eq!((eight.step, eight.cue, eight.sibling, nine.step, nine.cue), (Lemma(8), 1, 1, Lemma(9), 2));
    }

    #[test]
    fn equal_ends_of_one_cue_are_one() {
        let mut builder = Builder::default();
        builder.add(&[Entry::Lemma(7)], &[Lemma(7), Gap(2), Lemma(9)], 0);
        builder.add(&[Entry::Lemma(8)], &[Lemma(8), Gap(2), Lemma(9)], 0);
        let trie = builder.finish(&Sets::default()).expect("small");
        assert_eq!(trie.nodes.len(), 5);
        assert_eq!((trie.roots, trie.firsts), (&[7, 8][..], &[3, 4][..]));
    }

    #[test]
    fn two_cues_may_share_a_whole_pattern() {
        let mut builder = Builder::default();
        assert!(builder.add(&[Entry::Lemma(7)], &[Lemma(7)], 0));
        assert!(builder.add(&[Entry::Lemma(7)], &[Lemma(7)], 1));
        assert!(!builder.add(&[Entry::Lemma(7)], &[Lemma(7)], 1));
        let trie = builder.finish(&Sets::default()).expect("small");
        assert_eq!((trie.roots, trie.firsts), (&[7, 7][..], &[1, 2][..]));
    }
}
