//! The index in which questions are searched: terms, and which questions they lead to.

use crate::problem::{Problems, check};
use crate::questions::{Details, Question};
use crate::source::{self, Tree};
use comeback_engine::rubric::Lexicon;
use comeback_engine::terms;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = "search.toml";

/// A word of the prompt.
const PROMPT: u16 = 3;
/// A word of another wording, of `words` or of the family's name.
const WORDING: u16 = 2;
/// A synonym of a word of the prompt or of `words`. Other wordings and families touch on too much: widened, they would make
/// every question about a mistake stand under every word for one.
const SYNONYM: u16 = 1;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchFile {
    #[serde(default)]
    same: Vec<Same>,
}

/// Words that people type for the same thing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    words: Vec<String>,
}

/// A term, and in one list question number and weight in turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry(pub String, pub Vec<u16>);

/// Groups of words, as written.
pub type Synonyms = Vec<Vec<String>>;

/// Reads the synonyms.
pub fn read(problems: &mut Problems, tree: &Tree) -> Synonyms {
    let file = source::required::<SearchFile>(problems, tree, FILE).unwrap_or_default();
    let mut homes = BTreeMap::new();
    for (at, same) in file.same.iter().enumerate() {
        let field = format!("same {}", at + 1);
        if same.words.len() < 2 {
            problems.add(FILE, &field, "one word has no synonym", "Write at least two words");
        }
        for word in &same.words {
            if check::text(problems, FILE, &field, word) && (word.contains(' ') || *word != word.to_lowercase()) {
                let reason = format!("\"{word}\" is not one word in lower case");
                problems.add(FILE, &field, reason, "Write single words; each word of a query is met on its own");
            }
            if let Some(other) = homes.insert(word, at)
                && other != at
            {
                let reason = format!("\"{word}\" also stands in same {}", other + 1);
                problems.add(FILE, &field, reason, "A word stands in one group only");
            }
        }
    }
    file.same.into_iter().map(|same| same.words).collect()
}

/// Builds the index, sorted by term.
pub fn build(lexicon: &Lexicon, questions: &[(&Question, &Details, &str)], synonyms: &Synonyms) -> Vec<Entry> {
    let terms_of = |text: &str| -> BTreeSet<String> {
        terms::words(text).filter_map(|word| terms::term(lexicon, &word)).collect()
    };
    let groups: Vec<BTreeSet<String>> =
        synonyms.iter().map(|words| words.iter().flat_map(|word| terms_of(word)).collect()).collect();
    let mut index = BTreeMap::<String, BTreeMap<u16, u16>>::new();
    for (number, (question, details, family)) in (0u16..).zip(questions) {
        let mut own = BTreeMap::<String, u16>::new();
        let mut add = |terms: BTreeSet<String>, weight: u16| {
            for term in terms {
                let slot = own.entry(term).or_insert(weight);
                *slot = weight.max(*slot);
            }
        };
        add(terms_of(question.prompt), PROMPT);
        for text in details.rephrasings.iter().chain(&details.words).map(String::as_str).chain([*family]) {
            add(terms_of(text), WORDING);
        }
        let telling: BTreeSet<String> =
            [question.prompt].into_iter().chain(details.words.iter().map(String::as_str)).flat_map(terms_of).collect();
        for group in groups.iter().filter(|group| !group.is_disjoint(&telling)) {
            for term in group {
                own.entry(term.clone()).or_insert(SYNONYM);
            }
        }
        for (term, weight) in own {
            index.entry(term).or_default().insert(number, weight);
        }
    }
    let flat = |found: BTreeMap<u16, u16>| found.into_iter().flat_map(|(number, weight)| [number, weight]).collect();
    index.into_iter().map(|(term, found)| Entry(term, flat(found))).collect()
}
