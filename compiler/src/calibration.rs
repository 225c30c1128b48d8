//! Samples with the reason for each of their levels, from the weakest to the strongest.

use crate::problem::{Problems, check};
use crate::samples::Sample;
use crate::source::{self, Tree};
use serde::{Deserialize, Serialize};

const FILE: &str = "calibration.toml";

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CalibrationFile {
    #[serde(default)]
    answer: Vec<Calibrated>,
}

/// One of them.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is described where the page reads it: src/library.rs")]
pub struct Calibrated {
    pub sample: String,
    pub reasons: Vec<String>,
}

/// Reads them, weakest first.
pub fn read(problems: &mut Problems, tree: &Tree, samples: &[Sample]) -> Vec<Calibrated> {
    let answers = source::required::<CalibrationFile>(problems, tree, FILE).unwrap_or_default().answer;
    let mut weaker = 0;
    for answer in &answers {
        let field = format!("answer {}", answer.sample);
        let Some(sample) = samples.iter().find(|sample| sample.id == answer.sample) else {
            problems.add(FILE, &field, "there is no such sample", "Use the id of a file in samples/");
            continue;
        };
        if answer.reasons.len() != 12 {
            let reason = format!("{} reasons", answer.reasons.len());
            problems.add(FILE, &field, reason, "Write twelve, R1 to R12");
        }
        answer.reasons.iter().for_each(|reason| check::message(problems, FILE, &field, reason));
        let sum: u32 = sample.levels.iter().map(|level| u32::from(*level)).sum();
        if sum < weaker {
            problems.add(FILE, &field, "it is weaker than the one before it", "Put them from weak to strong");
        }
        weaker = sum;
    }
    answers
}
