//! What is written: sentences, and the words in them.

pub mod language;
pub mod letters;
pub mod lexicon;
pub mod quotes;
pub mod segment;
pub mod signs;
pub mod split;
pub mod token;

use crate::report::{Shift, Span};

/// What kind of line a sentence is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Running text.
    #[default]
    Prose,
    /// A list item.
    Bullet,
    /// A short heading that ends in a colon: "Situation:".
    Label,
}

/// One statement of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Without surrounding white space and without the list mark.
    pub span: Span,
    /// What kind of line it is.
    pub kind: Kind,
    /// True when it follows a blank line.
    pub opens_paragraph: bool,
    /// True when it ends in a question mark.
    pub asks: bool,
    /// A hash of each word as it is written ([`crate::copied`]).
    pub written: Vec<u32>,
    /// Its words, contractions taken apart.
    pub tokens: Vec<Token>,
}

impl Sentence {
    /// Moves it to another place in the text.
    pub fn shift(&mut self, by: Shift) {
        self.span = by.moved(self.span);
        self.tokens.iter_mut().for_each(|token| token.span = by.moved(token.span));
    }
}

/// The strongest sign between a word and the word before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// Nothing but space.
    #[default]
    None,
    /// A comma.
    Comma,
    /// A semicolon, colon, dash or bracket.
    Strong,
}

/// A word that has no entry in the lexicon.
pub const UNKNOWN: u16 = u16::MAX;

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Id of its base form, or [`UNKNOWN`].
    pub lemma: u16,
    /// Index of its form in the lexicon, or [`UNKNOWN`]; inflected forms have their base's.
    pub form: u16,
    /// Grammatical flags ([`crate::class::flag`]).
    pub flags: u16,
    /// Keyword number ([`crate::key`]), 0 = none.
    pub key: u8,
    /// Word classes ([`crate::class`]).
    pub class: u64,
    /// What stands before it.
    pub before: Break,
    /// True inside quotation marks.
    pub quoted: bool,
    /// True when it begins with a capital.
    pub capital: bool,
    /// True for the later words of a contraction: "not" in "didn't" is no word of its own.
    pub glued: bool,
}

impl Token {
    /// True when the word has one of these classes.
    pub const fn is(&self, classes: u64) -> bool {
        self.class & classes != 0
    }

    /// True when the form has one of these flags.
    pub const fn has(&self, flags: u16) -> bool {
        self.flags & flags != 0
    }
}
