//! Learns the weights of `content/rubric/learned.toml` from the answers in `tests/corpus/tuning`.
//!
//! ```sh
//! cargo run --release --example train
//! ```
//!
//! The same answers give the same bytes. Roles are learned as a linear-chain conditional random field, strengths as one
//! logistic regression each, all over the traits that the engine itself reads (`comeback_engine::learned`). When traits
//! change, empty the file first: the build refuses weights of traits that are no more.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a tool that cannot go on stops")]

#[path = "../../tests/corpus/answers/mod.rs"]
mod corpus;
mod model;
mod samples;

use std::fmt::Write;

use comeback::content::RUBRIC;
use comeback_engine::Role;
use comeback_engine::learned::features::{COUNT, name};
use comeback_engine::learned::{HEARD, OUTPUTS};
use model::Model;
use samples::Sample;

/// Parts into which the answers are cut to find where each strength begins to hold.
const FOLDS: usize = 5;
/// Sixteenths: what the engine adds up.
const SCALE: f64 = 16.0;
/// Weights of words below this many sixteenths are not worth their bytes.
const LEAST_WORD: i8 = 3;
/// How much less a miss weighs than a false alarm when a strength's threshold is set (the beta of an F score).
const BETA: f64 = 0.6;

fn main() -> std::io::Result<()> {
    let samples = samples::load().map_err(std::io::Error::other)?;
    let clauses: usize = samples.iter().map(|sample| sample.clauses.len()).sum();
    println!("{} answers, {clauses} clauses", samples.len());
    let thresholds = thresholds(&samples);
    let mut model = Model::trained(&samples.iter().collect::<Vec<_>>());
    for (at, threshold) in thresholds.iter().enumerate() {
        model.weights[10 + at] -= threshold;
    }
    let text = written(&model);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/rubric/learned.toml");
    std::fs::write(path, &text)?;
    println!("{path}: {} bytes", text.len());
    Ok(())
}

/// Where each strength begins to hold, found on answers that were not learned from.
fn thresholds(samples: &[Sample]) -> [f64; HEARD.len()] {
    let mut seen: Vec<Vec<(f64, bool)>> = vec![vec![]; HEARD.len()];
    let (mut right, mut all) = (0, 0);
    for fold in 0..FOLDS {
        let (held_out, learned): (Vec<_>, Vec<_>) = samples.iter().partition(|sample| sample.group % FOLDS == fold);
        let model = Model::trained(&learned);
        for sample in held_out {
            for (clause, role) in sample.clauses.iter().zip(model.path(sample)) {
                let scores = model.scores(clause);
                for (at, seen) in seen.iter_mut().enumerate() {
                    seen.push((scores[10 + at], clause.strengths >> at & 1 == 1));
                }
                right += usize::from(role == clause.role);
                all += 1;
            }
        }
    }
    println!("roles of clauses, held out: {right} of {all}");
    let mut thresholds = [0.0; HEARD.len()];
    for (at, seen) in seen.iter_mut().enumerate() {
        seen.sort_by(|one, other| other.0.total_cmp(&one.0));
        let labelled = seen.iter().filter(|(_, held)| *held).count() as f64;
        let (mut hits, mut best) = (0.0, (0.0, 0.0, 0.0, 0.0));
        for (rank, &(score, held)) in seen.iter().enumerate() {
            hits += f64::from(u8::from(held));
            let (precision, recall) = (hits / (rank + 1) as f64, hits / labelled);
            let quality = (1.0 + BETA * BETA) * precision * recall / (BETA * BETA * precision + recall).max(1e-9);
            if quality > best.0 {
                best = (quality, score, precision, recall);
            }
        }
        thresholds[at] = best.1 - 1e-6;
        println!("{:18} {labelled:4} labelled, precision {:.2}, recall {:.2}", HEARD[at].name(), best.2, best.3);
    }
    thresholds
}

/// The file, by names and in order.
fn written(model: &Model) -> String {
    let mut text = String::from("# Written by examples/train; not edited by hand.\n\n[trait]\n");
    for one in 0..COUNT {
        let row = row(model, one, 1);
        if row.iter().any(|weight| *weight != 0) {
            let _ = writeln!(text, "\"{}\" = {row:?}", name(one));
        }
    }
    let forms = RUBRIC.lexicon.len();
    for (part, title) in ["clause", "sentence"].into_iter().enumerate() {
        let _ = writeln!(text, "\n[{title}]");
        for lemma in 0..forms {
            let row = row(model, COUNT + part * forms + lemma, LEAST_WORD);
            if row.iter().any(|weight| *weight != 0) {
                let _ = writeln!(text, "\"{}\" = {row:?}", RUBRIC.lexicon.form(lemma));
            }
        }
    }
    let follows: Vec<Vec<i8>> = model
        .follows
        .chunks(Role::ALL.len())
        .map(|row| row.iter().map(|&weight| sixteenths(weight)).collect())
        .collect();
    // Top-level keys stand before the tables.
    text.replacen("\n[trait]", &format!("\nfollows = {follows:?}\n\n[trait]"), 1)
}

fn row(model: &Model, one: usize, least: i8) -> Vec<i8> {
    let row = &model.weights[one * OUTPUTS..(one + 1) * OUTPUTS];
    let kept = |weight: i8| if weight.unsigned_abs() < least.unsigned_abs() { 0 } else { weight };
    row.iter().map(|&weight| kept(sixteenths(weight))).collect()
}

fn sixteenths(weight: f64) -> i8 {
    (weight * SCALE).round().clamp(-127.0, 127.0) as i8
}
