//! What a word file says, and how it enters the lexicon.

use super::{Entry, Words};
use crate::inflect;
use crate::problem::{Problems, check};
use comeback_engine::class::{self, FLAG_NAMES, flag};
use comeback_engine::rubric::Lexicon;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One file of `rubric/words/`. Lists are words separated by white space.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordFile {
    /// Classes beyond the engine's own: name = what it holds.
    #[serde(default)]
    classes: BTreeMap<String, String>,
    #[serde(default)]
    words: Vec<Group>,
    /// base = "past" or "past participle"; alternatives with a slash.
    #[serde(default)]
    irregular: BTreeMap<String, String>,
    /// form = "base flag flag".
    #[serde(default)]
    forms: BTreeMap<String, String>,
    /// singular = "plural".
    #[serde(default)]
    plural: BTreeMap<String, String>,
    /// canonical spelling = "other spelling".
    #[serde(default)]
    variants: BTreeMap<String, String>,
    /// Verbs in -ise that are also written -ize.
    #[serde(default)]
    ize: String,
    /// misspelled = "correct".
    #[serde(default)]
    misspelling: BTreeMap<String, String>,
    /// written = "the words it stands for".
    #[serde(default)]
    contractions: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    class: Vec<String>,
    #[serde(default)]
    flags: Vec<String>,
    list: String,
}

impl Words {
    pub(super) fn declare(&mut self, problems: &mut Problems, file: &str, content: &WordFile) {
        for (name, meaning) in &content.classes {
            let field = format!("classes.{name}");
            check::text(problems, file, &field, meaning);
            let bit = class::FIRST_FREE + (self.classes.len() - class::NAMED.len()) as u8;
            if self.classes.contains_key(name) {
                problems.add(file, field, "the class is there already", "Remove one of the two");
            } else if bit > 63 {
                problems.add(
                    file,
                    field,
                    "there are more than 64 classes",
                    "Join two classes, or use a set in the cue",
                );
            } else {
                self.classes.insert(name.clone(), bit);
            }
        }
    }

    pub(super) fn list(&mut self, problems: &mut Problems, file: &str, content: &WordFile) {
        for (index, group) in content.words.iter().enumerate() {
            let field = format!("words {} [{}]", index + 1, group.class.join(", "));
            let (mut classes, mut flags) = (0, 0);
            for name in &group.class {
                match self.class(name) {
                    Some(bit) => classes |= 1 << bit,
                    None => problems.add(
                        file,
                        &field,
                        format!("there is no class \"{name}\""),
                        "Declare it under [classes], or use one that is there",
                    ),
                }
            }
            for name in &group.flags {
                match flag_bit(name) {
                    Some(bit) => flags |= bit,
                    None => problems.add(file, &field, format!("there is no flag \"{name}\""), flag_list()),
                }
            }
            if classes & class::VERB != 0 {
                flags |= flag::BASE;
            }
            check::text(problems, file, &field, &group.list);
            for word in group.list.split_whitespace() {
                well_formed(problems, file, &field, word);
                let fresh = Entry { base: word.to_owned(), classes: 0, flags: 0 };
                let entry = self.forms.entry(word.to_owned()).or_insert(fresh);
                entry.classes |= classes;
                entry.flags |= flags;
            }
        }
    }

    pub(super) fn inflect(&mut self, problems: &mut Problems, file: &str, content: &WordFile) {
        for (base, forms) in &content.irregular {
            let mut parts = forms.split_whitespace();
            let past = parts.next().unwrap_or_default();
            let participle = parts.next().unwrap_or(past);
            if past.is_empty() || parts.next().is_some() {
                let mend = "Write \"past\" or \"past participle\", alternatives with a slash";
                problems.add(file, format!("irregular.{base}"), "one or two words are needed", mend);
            }
            for (words, bit) in [(past, flag::PAST), (participle, flag::PARTICIPLE)] {
                words.split('/').for_each(|form| self.form(problems, file, "irregular", form, base, bit));
            }
        }
        for (form, rest) in &content.forms {
            let mut parts = rest.split_whitespace();
            let base = parts.next().unwrap_or_default();
            let mut bits = 0;
            for name in parts {
                match flag_bit(name) {
                    Some(bit) => bits |= bit,
                    None => {
                        problems.add(file, format!("forms.{form}"), format!("there is no flag \"{name}\""), flag_list())
                    }
                }
            }
            self.form(problems, file, "forms", form, base, bits);
        }
        for (singular, plural) in &content.plural {
            self.form(problems, file, "plural", plural, singular, flag::PLURAL);
        }
    }

    /// Adds an inflected form. A form that is a verb of its own ("lay", "found") keeps its own lemma.
    fn form(&mut self, problems: &mut Problems, file: &str, table: &str, form: &str, base: &str, bits: u16) {
        let Some(origin) = self.forms.get(base).cloned() else {
            let mend = format!("List \"{base}\" with its classes first");
            problems.add(file, format!("{table}.{form}"), format!("\"{base}\" is in no word list"), mend);
            return;
        };
        well_formed(problems, file, table, form);
        let inherited = if bits & flag::PLURAL == 0 { origin.classes & !class::NOUN } else { origin.classes };
        let fresh = Entry { base: base.to_owned(), classes: 0, flags: 0 };
        let entry = self.forms.entry(form.to_owned()).or_insert(fresh);
        if entry.flags & flag::BASE == 0 {
            entry.base = base.to_owned();
        }
        entry.classes |= inherited;
        entry.flags |= bits;
    }

    /// "building", "embarrassed": listed words that are also regular verb forms get those flags and classes.
    pub(super) fn mark_regular_forms(&mut self) {
        let verbs: Vec<(String, u64, bool)> = self
            .forms
            .iter()
            .filter(|(word, entry)| entry.base == **word && entry.flags & flag::BASE != 0)
            .map(|(word, entry)| (word.clone(), entry.classes, self.is_irregular(word)))
            .collect();
        for (verb, classes, irregular) in verbs {
            for (form, bits) in inflect::regular(&verb) {
                if irregular && bits & flag::PAST != 0 {
                    continue;
                }
                if let Some(entry) = self.forms.get_mut(&form).filter(|entry| entry.flags & flag::BASE == 0) {
                    entry.flags |= bits;
                    entry.classes |= classes & !class::NOUN;
                }
            }
        }
    }

    fn is_irregular(&self, verb: &str) -> bool {
        self.forms.iter().any(|(_, entry)| entry.base == verb && entry.flags & flag::PAST != 0)
    }

    pub(super) fn respell(&mut self, problems: &mut Problems, file: &str, content: &WordFile) {
        let ize = content.ize.split_whitespace().map(|word| {
            (word.to_owned(), word.strip_suffix("ise").map_or_else(String::new, |stem| format!("{stem}ize")))
        });
        let variants = content.variants.iter().map(|(right, other)| (right.clone(), other.clone()));
        let slips = content.misspelling.iter().map(|(slip, right)| (right.clone(), slip.clone()));
        for (right, other) in ize.chain(variants).chain(slips) {
            self.want_form(&right);
            let Some(entry) = self.forms.get(&right).cloned() else {
                let mend = format!("List \"{right}\" first, or remove the pair");
                problems.add(file, format!("spelling \"{other}\""), format!("\"{right}\" is in no word list"), mend);
                continue;
            };
            for form in other.split_whitespace() {
                well_formed(problems, file, "spelling", form);
                if self.forms.get(form).is_some_and(|there| there.base == *form) {
                    problems.add(
                        file,
                        format!("spelling \"{form}\""),
                        "it is a listed word of its own",
                        "Remove one of the two",
                    );
                }
                self.forms.insert(form.to_owned(), entry.clone());
            }
        }
    }

    pub(super) fn contract(&mut self, problems: &mut Problems, file: &str, content: &WordFile) {
        for (written, stands_for) in &content.contractions {
            let parts: Vec<String> = stands_for.split_whitespace().map(str::to_owned).collect();
            let field = format!("contractions.{written}");
            for part in parts.iter().filter(|part| !self.forms.contains_key(part.as_str())) {
                let mend = format!("List \"{part}\" first");
                problems.add(file, &field, format!("\"{part}\" is in no word list"), mend);
            }
            if !(2..=3).contains(&parts.len()) {
                problems.add(file, &field, "it stands for two or three words", "Write them separated by a space");
            }
            self.contractions.insert(written.clone(), parts);
        }
    }
}

fn flag_bit(name: &str) -> Option<u16> {
    FLAG_NAMES.iter().find(|(known, _)| *known == name).map(|(_, bit)| *bit)
}

fn flag_list() -> String {
    format!("Flags are {}", FLAG_NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "))
}

fn well_formed(problems: &mut Problems, file: &str, field: &str, word: &str) {
    if word.len() > Lexicon::LONGEST {
        problems.add(file, field, format!("\"{word}\" is too long"), "Keep words to 64 letters");
    }
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_lowercase() || b"'-.".contains(&byte)) {
        let mend = "Use lower-case letters, apostrophe, hyphen and stop";
        problems.add(file, field, format!("\"{word}\" is not a plain word"), mend);
    }
}
