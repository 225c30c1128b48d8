//! `cargo xtask`: installs what is missing, then serves, builds, tests or measures.

mod build;
mod run;
mod serve;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask serve [--dev] [--port N]   build the page and serve it; --dev reloads it when a file changes
cargo xtask build [--dev]              build the page into dist/ and weigh it
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(words: &[&str]) -> Result<()> {
    match words {
        ["serve", flags @ ..] => serve::command(flags),
        ["build"] => build::release().map(drop),
        ["build", "--dev"] => build::dev().map(drop),
        ["build", "--without-trunk"] => build::without_trunk().map(drop),
        // Called by Trunk.toml.
        ["hook"] => build::hook(),
        _ => bail!("{USAGE}"),
    }
}
