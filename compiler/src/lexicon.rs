//! Word files to the engine's lexicon: which forms there are, what each is a form of, and what it is.

mod read;

use crate::inflect;
use crate::problem::Problems;
use crate::source::{self, Tree};
use comeback_engine::class::{self, flag};
use comeback_engine::{key, rubric};
use read::WordFile;
use std::collections::BTreeMap;

/// One form while the lexicon is being built.
#[derive(Clone, Debug)]
struct Entry {
    base: String,
    classes: u64,
    flags: u16,
}

/// The words, before they are laid out as tables.
#[derive(Debug, Default)]
pub struct Words {
    forms: BTreeMap<String, Entry>,
    classes: BTreeMap<String, u8>,
    contractions: BTreeMap<String, Vec<String>>,
}

/// What a word in a pattern can be.
#[derive(Debug, PartialEq, Eq)]
pub enum Known {
    /// A base form.
    Base,
    /// A form of this base.
    FormOf(String),
    /// Not in the lexicon.
    Unknown,
}

impl Words {
    /// Reads all word files.
    pub fn read(problems: &mut Problems, tree: &Tree) -> Words {
        let files: Vec<(&str, WordFile)> = source::folder(tree, "rubric/words")
            .filter_map(|(file, text)| Some((file, source::parse(problems, file, text)?)))
            .collect();
        let mut words = Words { classes: named_classes(), ..Words::default() };
        files.iter().for_each(|(file, content)| words.declare(problems, file, content));
        files.iter().for_each(|(file, content)| words.list(problems, file, content));
        files.iter().for_each(|(file, content)| words.inflect(problems, file, content));
        words.mark_regular_forms();
        files.iter().for_each(|(file, content)| words.respell(problems, file, content));
        files.iter().for_each(|(file, content)| words.contract(problems, file, content));
        for word in key::WORDS.iter().filter(|word| !words.forms.contains_key(**word)) {
            problems.add(
                "rubric/words",
                format!("word \"{word}\""),
                "the engine's grammar needs it",
                "List it in a word file",
            );
        }
        words
    }

    /// The bit of a class.
    pub fn class(&self, name: &str) -> Option<u8> {
        self.classes.get(name).copied()
    }

    /// What a word is.
    pub fn known(&self, word: &str) -> Known {
        match self.forms.get(word) {
            Some(entry) if entry.base == word => Known::Base,
            Some(entry) => Known::FormOf(entry.base.clone()),
            None => Known::Unknown,
        }
    }

    /// True for a word of the closed classes: frequent, and a poor anchor.
    pub fn is_closed(&self, word: &str) -> bool {
        self.forms.get(word).is_some_and(|entry| entry.classes & class::CLOSED != 0)
    }

    /// Makes sure that a form which a pattern asks for exactly has an entry of its own; its base, when there is one.
    pub fn want_form(&mut self, form: &str) -> Option<String> {
        if let Some(entry) = self.forms.get(form) {
            return Some(entry.base.clone());
        }
        let (base, entry) = self.forms.iter().find_map(|(base, entry)| {
            if entry.base != *base || entry.flags & flag::BASE == 0 && entry.classes & class::NOUN == 0 {
                return None;
            }
            let (_, mut flags) = inflect::regular(base).into_iter().find(|(made, _)| made == form)?;
            if entry.flags & flag::BASE == 0 {
                flags = if flags == flag::THIRD_PERSON { flag::PLURAL } else { return None };
            } else if entry.classes & class::NOUN != 0 && flags == flag::THIRD_PERSON {
                flags |= flag::PLURAL;
            }
            Some((base.clone(), Entry { base: base.clone(), classes: entry.classes, flags }))
        })?;
        self.forms.insert(form.to_owned(), entry);
        Some(base)
    }

    /// Lays the words out as the engine's tables.
    pub fn tables(&self, problems: &mut Problems) -> Tables {
        let numbers: BTreeMap<String, u16> =
            self.forms.keys().enumerate().map(|(number, form)| (form.clone(), number as u16)).collect();
        let mut kinds: Vec<(u64, u16)> = self.forms.values().map(|entry| (entry.classes, entry.flags)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let (mut forms, mut blocks) = (vec![], vec![]);
        let (mut lemma, mut kind, mut keys) = (vec![], vec![], vec![]);
        let mut before = "";
        for (number, (form, entry)) in self.forms.iter().enumerate() {
            let common = if number % rubric::Lexicon::BLOCK == 0 {
                blocks.push(forms.len() as u16);
                0
            } else {
                form.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count().min(usize::from(MOST_SHARED))
            };
            forms.push(common as u8);
            forms.extend(form.bytes().skip(common));
            lemma.push(number as i16 - numbers.get(&entry.base).map_or(0, |base| *base as i16));
            kind.push(kinds.binary_search(&(entry.classes, entry.flags)).unwrap_or_default() as u16);
            keys.push(keyword(form).or_else(|| keyword(&entry.base)).unwrap_or_default());
            before = form;
        }
        for (what, size, most) in [
            ("forms", self.forms.len(), usize::from(u16::MAX / 2)),
            ("bytes of text", forms.len(), usize::from(u16::MAX)),
        ] {
            if size > most {
                problems.add("rubric/words", "all files", format!("{size} {what}; at most {most} fit"), "List fewer");
            }
        }
        let contractions = self.contractions.iter().map(|(form, parts)| rubric::Contraction {
            form: form.clone().leak(),
            parts: parts.iter().filter_map(|part| numbers.get(part).copied()).collect::<Vec<_>>().leak(),
        });
        let lexicon = rubric::Lexicon {
            contractions: contractions.collect::<Vec<_>>().leak(),
            forms: forms.leak(),
            blocks: blocks.leak(),
            lemma: lemma.leak(),
            kind: kind.leak(),
            kinds: kinds.leak(),
            key: keys.leak(),
        };
        Tables { lexicon, numbers }
    }
}

/// The lexicon and the number of each form.
pub struct Tables {
    /// For the engine.
    pub lexicon: rubric::Lexicon,
    /// For patterns: form to index.
    pub numbers: BTreeMap<String, u16>,
}

/// Letters that a form shares at most with the one before it.
const MOST_SHARED: u8 = rubric::Lexicon::SHARED - 1;

fn named_classes() -> BTreeMap<String, u8> {
    class::NAMED.iter().map(|(name, bit)| ((*name).to_owned(), *bit)).collect()
}

fn keyword(word: &str) -> Option<u8> {
    key::WORDS.iter().position(|known| *known == word).map(|index| index as u8 + 1)
}
