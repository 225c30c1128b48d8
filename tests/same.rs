//! The same text gives the same report, and another text another fingerprint. `browser_same.rs` goes on from here.
#![cfg(not(target_family = "wasm"))]

#[path = "corpus/answers/mod.rs"]
mod corpus;
mod fingerprints;

use std::collections::BTreeSet;

use comeback::content::{RUBRIC, question};
use comeback_engine::assess;

use corpus::Half;
use fingerprints::texts::{Texts, long, plain};

#[test]
fn a_thousand_texts_read_twice_give_the_same_fingerprints() {
    let first = fingerprints::fingerprints();
    assert_eq!(first, fingerprints::fingerprints());
    let different: BTreeSet<&str> = first.split_whitespace().collect();
    assert!(different.len() > fingerprints::TEXTS, "only {} reports among twice as many", different.len());
}

#[test]
fn every_sort_of_report_is_among_those_of_the_thousand_texts() {
    let answers = plain::answers();
    let mut texts = Texts::new(fingerprints::SEED, &answers);
    let profile = &question("biggest-failure").expect("in the bank").profile;
    let states = (0..fingerprints::TEXTS).map(|_| format!("{:?}", assess(&RUBRIC, profile, &texts.text()).state));
    let states: BTreeSet<String> = states.collect();
    assert_eq!(states.len(), 5, "{states:?}");
}

#[test]
fn the_bare_words_of_the_corpus_are_those_that_its_own_reader_finds() {
    let loaded = corpus::load(Half::Tuning).expect("the corpus is in order");
    let loaded: Vec<String> = loaded.into_iter().map(|answer| answer.text).collect();
    assert!(plain::answers() == loaded, "tests/texts/plain.rs names every file of the tuning half, in order");
}

#[test]
fn a_long_text_has_exactly_the_words_asked_for() {
    let answers = plain::answers();
    for words in [1, 200, 2_000] {
        assert_eq!(long(&answers, words).split_whitespace().count(), words);
    }
    assert!(long(&answers, 200) == long(&answers, 200));
}
