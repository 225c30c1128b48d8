//! Learns the weights of `content/rubric/learned.toml` from the answers in `tests/corpus/tuning`.
//!
//! ```sh
//! cargo run --release --example train
//! ```
//!
//! The same answers give the same bytes. Three things are learned, one on top of the other:
//!
//! - parts of the story, strengths and problems of each clause, over the traits that the engine itself reads
//!   (`comeback_engine::learned`): a linear-chain conditional random field and one logistic regression each, with a
//!   price on every weight, so that few are left;
//! - from which score each of these holds (`limits.rs`);
//! - how much each measure of an answer counts for a level (`levels.rs`).
//!
//! The last two are found on answers that the first was not learned from. When traits or words change, empty the file
//! first: the build refuses weights of traits that are no more.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a tool that cannot go on stops")]

#[path = "../../tests/corpus/answers/mod.rs"]
mod corpus;
mod judged;
mod levels;
mod limits;
mod model;
mod samples;
mod written;

use model::Model;
use samples::Sample;

/// Parts into which the answers are cut, to measure each on what was learned from the others.
const FOLDS: usize = 5;

fn main() -> std::io::Result<()> {
    let (answers, samples) = samples::load().map_err(std::io::Error::other)?;
    let clauses: usize = samples.iter().map(|sample| sample.clauses.len()).sum();
    println!("{} answers and {} texts, {clauses} clauses", answers.len(), samples.len());
    let mut models = models(&samples);
    let limits = limits::find(&answers, &samples, &models[..FOLDS]);
    for model in &mut models {
        model.limit(&limits);
    }
    let points = levels::learn(&answers, &models[..FOLDS]);
    let text = written::file(&models[FOLDS], &points);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/rubric/learned.toml");
    std::fs::write(path, &text)?;
    println!("{path}: {} bytes", text.len());
    Ok(())
}

/// For each fold the model that was learned without it; last, the one that was learned from all.
fn models(samples: &[Sample]) -> Vec<Model> {
    let learned = |left_out: usize| {
        let from: Vec<&Sample> = samples.iter().filter(|sample| sample.group % FOLDS != left_out).collect();
        Model::trained(&from)
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..=FOLDS).map(|fold| scope.spawn(move || learned(fold))).collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    })
}
