//! Writes what the engine makes of 1,000 texts into a file, for another machine to compare with.
//!
//! ```sh
//! cargo run --example fingerprints -- target/fingerprints.txt
//! ```
//!
//! `cargo xtask test --browser` does, and lets `tests/browser_same.rs` find the same in Chromium.

#[path = "../tests/fingerprints/mod.rs"]
mod fingerprints;

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(file) = std::env::args_os().nth(1) else {
        eprintln!("fingerprints FILE");
        return ExitCode::FAILURE;
    };
    match std::fs::write(&file, fingerprints::fingerprints()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{} cannot be written: {problem}", file.display());
            ExitCode::FAILURE
        }
    }
}
