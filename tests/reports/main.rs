//! Golden reports: whole answers, and what the page would say about them.
//!
//! `tests/golden/<name>.txt` holds the question's id on its first line, then the answer; `<name>.report.txt` the report.
//! `UPDATE_GOLDEN=1 cargo test --test reports` rewrites the reports; read the difference before you commit it.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod calibration;
mod render;

use comeback::content::{RUBRIC, question};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The question's id and the answer of one golden file.
fn read(path: &Path) -> (String, String) {
    let text =
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
    let (id, answer) = text.split_once('\n').expect("the first line names the question");
    (id.trim().to_owned(), answer.trim().to_owned())
}

#[test]
fn every_answer_reads_as_its_golden_report() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut seen = 0;
    let mut wrong = Vec::new();
    let entries = std::fs::read_dir(folder()).expect("tests/golden is there");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    for path in paths.iter().filter(|path| !path.to_string_lossy().ends_with(".report.txt")) {
        let (id, answer) = read(path);
        let question = question(&id).unwrap_or_else(|| panic!("{}: no question {id}", path.display()));
        let report = comeback_engine::assess(&RUBRIC, &question.profile, &answer);
        let drawn = render::render(&RUBRIC, &question.profile, &answer, &report);
        let golden = path.with_extension("report.txt");
        seen += 1;
        if update {
            std::fs::write(&golden, &drawn).expect("the report can be written");
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != drawn {
            wrong.push(format!("{}\n--- now:\n{drawn}", golden.display()));
        }
    }
    assert!(seen >= 8, "only {seen} golden answers were found");
    assert!(wrong.is_empty(), "{} report(s) differ; UPDATE_GOLDEN=1 rewrites them:\n{}", wrong.len(), wrong.join("\n"));
}
