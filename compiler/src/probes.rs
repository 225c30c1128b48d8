//! Follow-up questions for each criterion, from the plainest to the deepest.

use crate::cues;
use crate::problem::{Problems, check};
use crate::source::{self, Tree};
use comeback_engine::Criterion;
use serde::Deserialize;

const FILE: &str = "rubric/probes.toml";
/// Fewest probes of a criterion.
const LEAST: usize = 6;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProbesFile {
    probes: Vec<ProbesText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProbesText {
    criterion: String,
    ask: Vec<String>,
}

/// Reads the probes, in the order of [`Criterion::ALL`].
pub fn read(problems: &mut Problems, tree: &Tree) -> Vec<Vec<String>> {
    let mut all = vec![vec![]; Criterion::ALL.len()];
    let Some(file) = source::required::<ProbesFile>(problems, tree, FILE) else { return all };
    for text in file.probes {
        let field = format!("probes {}", text.criterion);
        let Some(criterion) = cues::criterion(problems, FILE, &field, &text.criterion) else { continue };
        check::messages(problems, FILE, &field, &text.ask, LEAST);
        text.ask.iter().for_each(|probe| check::question(problems, FILE, &field, probe));
        if let Some(slot) = all.get_mut(criterion as usize) {
            if !slot.is_empty() {
                problems.add(FILE, &field, "the criterion stands twice", "Join the two");
            }
            *slot = text.ask;
        }
    }
    for (criterion, _) in Criterion::ALL.iter().zip(&all).filter(|(_, probes)| probes.is_empty()) {
        let field = format!("probes {}", criterion.name());
        problems.add(FILE, field, "it is missing", format!("Add at least {LEAST} questions"));
    }
    all
}
