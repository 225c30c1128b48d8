//! Runs every example in the content and prints those that fail, for whoever writes cues:
//! `cargo run --release -p comeback-compiler --example prove [-- FILTER]`

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let problems = match comeback_compiler::load(&content) {
        Ok(loaded) => {
            println!("{} cues, {} examples", loaded.cue_ids.len(), loaded.examples.len());
            comeback_compiler::proof::prove(&loaded)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| println!("{problem}"));
            return ExitCode::FAILURE;
        }
    };
    let shown: Vec<String> = problems.iter().map(ToString::to_string).filter(|text| text.contains(&filter)).collect();
    for text in &shown {
        println!("{text}");
    }
    println!("{} failing", shown.len());
    if shown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
