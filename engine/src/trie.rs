//! The shape of the cue trie; [`crate::cue::matcher`] reads it.

/// The cues as a trie over token ids: entered at an anchor word, read to the right, then to the left.
#[derive(Clone, Copy, Debug)]
pub struct Trie {
    /// Anchor lemmas, sorted; an anchor stands once for each of its first nodes.
    pub roots: &'static [u16],
    /// The first node of each root.
    pub firsts: &'static [u16],
    /// (class bit number, first node) of the few patterns without a literal word; tried at every word of the class.
    pub class_roots: &'static [(u8, u16)],
    /// The nodes; they refer to each other backwards and by distance, which packs well.
    pub nodes: &'static [Node],
    /// Sorted lemma ids; a set is a range of it.
    pub sets: &'static [u16],
    /// Start of each set in `sets`; one more entry than sets.
    pub set_starts: &'static [u16],
}

/// One element of one or more patterns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// What the element asks for.
    pub step: Step,
    /// The node after this one in the pattern stands so many places before it, 0 = none.
    pub child: u16,
    /// The next alternative to this node stands so many places before it, 0 = none.
    pub sibling: u16,
    /// Cue that is complete here, plus one; 0 = none.
    pub cue: u16,
}

impl Node {
    /// The index `back` places before `index`; 0 = none.
    pub const fn before(index: u16, back: u16) -> u16 {
        if back == 0 { 0 } else { index.saturating_sub(back) }
    }
}

/// What one element of a pattern asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The turn from reading right to reading left of the anchor.
    Turn,
    /// The frame test reads the clause of the next word read; reads no word. Without it: the anchor's clause.
    Focus,
    /// A word with this lemma.
    Lemma(u16),
    /// Exactly this form.
    Form(u16),
    /// A word whose lemma is in this set.
    Set(u16),
    /// `min` to `max` words that carry class bit `bit`.
    Class {
        /// Bit number, 0-63.
        bit: u8,
        /// At least so many.
        min: u8,
        /// At most so many.
        max: u8,
    },
    /// The next word read belongs to a clause with one of these subjects; reads no word.
    Subject(u16),
    /// 0 to so many words of any kind, inside the sentence.
    Gap(u8),
    /// The start of a clause; reads no word.
    ClauseStart,
    /// The end of a clause; reads no word.
    ClauseEnd,
}
