//! Holds what content promises as a whole: how much there is of each thing, and that the table of the source article in
//! `content/README.md` is complete and points at files that exist.
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use comeback_compiler::{Loaded, load};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

fn loaded() -> Loaded {
    load(&content()).expect("the content of this build")
}

/// The rows of the table, by their cells.
fn rows() -> Vec<Vec<String>> {
    let readme = std::fs::read_to_string(content().join("README.md")).expect("content/README.md");
    let rows = readme.lines().filter(|line| line.starts_with("| S-"));
    rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn every_section_of_the_source_article_has_its_row() {
    let ids: Vec<String> = rows().iter().filter_map(|row| row.first().cloned()).collect();
    let wanted: Vec<String> = (1..=31).map(|at| format!("S-{at:02}")).collect();
    assert_eq!(ids, wanted);
    for row in rows() {
        assert!(row.len() == 4 && row.iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
}

#[test]
fn every_path_in_the_table_exists() {
    let readme = std::fs::read_to_string(content().join("README.md")).expect("content/README.md");
    let table = readme.split("## What covers the source article").nth(1).expect("the table");
    let names = table.split('`').skip(1).step_by(2).filter(|name| name.ends_with(".toml") || name.ends_with('/'));
    let names: BTreeSet<&str> = names.collect();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        assert!(content().join(name).exists(), "content/{name} is in the table and not there");
    }
}

#[test]
fn every_section_but_the_links_elsewhere_names_a_file() {
    for row in rows() {
        let files = row.get(2).map_or("", String::as_str);
        assert!(files.contains(".toml`") || files.contains("/`"), "{row:?}");
    }
}

#[test]
fn there_is_enough_of_everything() {
    let loaded = loaded();
    let shelf = &loaded.shelf;
    let tailoring = &shelf.tailoring;
    let counts = [
        ("questions", loaded.questions.len(), 48),
        ("families", loaded.families.len(), 9),
        ("guides", shelf.guides.len(), 16),
        ("values", tailoring.values.len(), 12),
        ("interviewers", tailoring.interviewers.len(), 5),
        ("failure types", tailoring.failure_types.len(), 4),
        ("samples", shelf.samples.len(), 40),
        ("samples with reasons", shelf.calibration.len(), 6),
        ("criteria with probes", shelf.probes.iter().filter(|probes| probes.len() >= 6).count(), 12),
        ("synonym groups", shelf.synonyms.len(), 20),
    ];
    for (what, count, least) in counts {
        assert!(count >= least, "{count} {what}, {least} are promised");
    }
    for family in &loaded.families {
        let count = loaded.questions.iter().filter(|question| question.family == family.id).count();
        assert!(count >= 4, "{count} questions in {}", family.id);
    }
}

#[test]
fn samples_are_told_from_every_line_of_work_and_in_every_length() {
    let samples = loaded().shelf.samples;
    let groups: BTreeSet<&str> = samples.iter().map(|sample| sample.group.as_str()).collect();
    assert!(groups.len() >= 12, "{groups:?}");
    for seconds in [20, 60, 120] {
        let count = samples.iter().filter(|sample| sample.seconds == seconds).count();
        assert!(count >= 5, "{count} samples of {seconds} seconds");
    }
    let before = samples.iter().filter(|sample| sample.kind == "before");
    let alone = before.filter(|before| !samples.iter().any(|after| after.improves == before.id));
    assert_eq!(alone.map(|sample| sample.id.as_str()).collect::<Vec<_>>(), [""; 0], "a before without its after");
}

#[test]
fn every_criterion_and_every_problem_leads_to_a_guide() {
    let loaded = loaded();
    let led = |id: &str| loaded.shelf.guides.iter().any(|guide| guide.helps.iter().any(|helped| helped == id));
    let criteria = loaded.rubric.criteria.iter().map(|criterion| criterion.id.name());
    let missing: Vec<&str> = criteria.filter(|id| !led(id)).collect();
    assert_eq!(missing, [""; 0], "no guide helps with these");
}
