//! Runs every example in the content and judges every sample; prints those that fail, then counts, how hard the texts are
//! to read, and what the library weighs. For whoever writes content:
//! `cargo run --release -p comeback-compiler --example prove [-- FILTER]`

use comeback_compiler::readability::Counts;
use comeback_compiler::{Loaded, library, library_name, said};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let (loaded, problems) = match comeback_compiler::load(&content) {
        Ok(loaded) => {
            let problems = comeback_compiler::proof::prove(&loaded);
            (Some(loaded), problems)
        }
        Err(problems) => (None, problems),
    };
    let shown: Vec<String> = problems.iter().map(ToString::to_string).filter(|text| text.contains(&filter)).collect();
    for text in &shown {
        println!("{text}");
    }
    println!("{} failing", shown.len());
    loaded.iter().for_each(tell);
    if loaded.is_some() && shown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Counts, grades and bytes.
fn tell(loaded: &Loaded) {
    let shelf = &loaded.shelf;
    println!("\n{} cues, {} examples", loaded.cue_ids.len(), loaded.examples.len());
    println!("{} questions:", loaded.questions.len());
    for family in &loaded.families {
        let of = |id: &str| loaded.questions.iter().filter(|question| question.family == id).count();
        println!("  {:<24}{:>4}", family.name, of(&family.id));
    }
    let (tailoring, kind) =
        (&shelf.tailoring, |kind: &str| shelf.samples.iter().filter(|one| one.kind == kind).count());
    println!(
        "{} guides, {} values, {} interviewers, {} failure types, {} probes",
        shelf.guides.len(),
        tailoring.values.len(),
        tailoring.interviewers.len(),
        tailoring.failure_types.len(),
        shelf.probes.iter().map(Vec::len).sum::<usize>(),
    );
    println!(
        "{} samples (before {}, after {}, model {}), {} with reasons, known by {} marks",
        shelf.samples.len(),
        kind("before"),
        kind("after"),
        kind("model"),
        shelf.calibration.len(),
        loaded.rubric.samples.len(),
    );
    println!("grade after Flesch and Kincaid, words, hardest file:");
    let mut folders = BTreeMap::<&str, (Counts, i32, &str)>::new();
    for (file, counts) in &loaded.readability {
        let folder = file.split_once('/').map_or(file.as_str(), |(folder, _)| folder);
        let (sum, hardest, name) = folders.entry(folder).or_default();
        *sum = sum.and(*counts);
        if counts.grade() > *hardest {
            (*hardest, *name) = (counts.grade(), file);
        }
    }
    for (folder, (counts, hardest, name)) in folders {
        let (grade, hardest) = (said::tenths(counts.grade()), said::tenths(hardest));
        println!("  {folder:<20}{grade:>5}{:>8}   {hardest:>5} {name}", counts.words);
    }
    let text = library(loaded);
    println!("{}: {} bytes", library_name(&text), text.len());
}
