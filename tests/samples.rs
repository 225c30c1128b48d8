//! Bundled samples are known again when somebody pastes them, and nobody's own answer is taken for one.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

#[path = "corpus/answers/mod.rs"]
mod answers;

use answers::{Half, load};
use comeback::content::{RUBRIC, question};
use comeback::library::{Library, Sample};
use comeback_engine::{Report, Rubric, Signal, assess};

fn library() -> Library {
    let text = include_str!(concat!(env!("OUT_DIR"), "/library.json"));
    Library::parse(text).expect("the library that this build wrote")
}

fn judged(sample: Sample, text: &str) -> Report {
    assess(&RUBRIC, &question(sample.question()).expect("a question").profile, text)
}

fn is_copied(report: &Report) -> bool {
    report.findings.iter().any(|finding| finding.kind == Signal::SampleCopied)
}

#[test]
fn the_page_shows_the_levels_that_the_engine_gives() {
    for sample in library().samples() {
        let profile = question(sample.question()).expect("a question").profile;
        let report = assess(&Rubric { samples: &[], ..RUBRIC }, &profile, sample.text());
        let levels: Vec<u8> = sample.judged().collect();
        assert_eq!(levels, report.levels.map(|level| level.unwrap_or(0)), "{}", sample.id());
    }
}

#[test]
fn a_pasted_sample_of_any_length_earns_nothing() {
    for sample in library().samples() {
        let report = judged(sample, sample.text());
        assert!(report.useful_words * 10 <= report.words, "{}: {} words count", sample.id(), report.useful_words);
    }
}

#[test]
fn a_sample_is_known_in_other_signs_and_inside_own_words() {
    for sample in library().samples().filter(|sample| sample.seconds() > 20) {
        let shouted = sample.text().to_uppercase().replace(',', " -");
        assert!(is_copied(&judged(sample, &shouted)), "{}", sample.id());
        let own = "That is how I would put it, and my sister has heard me say it at the table more than once by now.";
        let report = judged(sample, &[own, sample.text(), own].join(" "));
        assert!(is_copied(&report) && report.useful_words <= 50, "{}: {}", sample.id(), report.useful_words);
    }
}

#[test]
fn no_answer_of_the_open_corpus_is_taken_for_a_sample() {
    let answers = load(Half::Tuning).expect("the corpus");
    assert!(answers.len() > 100);
    let taken = answers.iter().filter(|answer| is_copied(&assess(&RUBRIC, &answer.question.profile, &answer.text)));
    assert_eq!(taken.map(|answer| answer.id.as_str()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn what_is_loaded_to_know_them_is_small() {
    let words: usize = library().samples().map(|sample| sample.text().split_whitespace().count()).sum();
    assert!(RUBRIC.samples.len() * 8 < words, "{} marks for {words} words", RUBRIC.samples.len());
    assert!(RUBRIC.samples.is_sorted());
}
