//! `cargo xtask`: installs what is missing, then serves, builds, tests or measures.

mod bench;
mod build;
mod e2e;
mod run;
mod serve;
mod shots;
mod test;
mod tools;
mod webdriver;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask serve [--dev] [--port N]   build the page and serve it; --dev reloads it when a file changes
cargo xtask build [--dev]              build the page into dist/ and weigh it
cargo xtask build --single-file        build the page as one file, dist-single/comeback.html, which needs no server
cargo xtask build --npm                build the element for other people's pages as a package folder, dist-npm/
cargo xtask test [--unit] [--browser] [--e2e] [chromium] [firefox] [webkit] [--only TEXT] [--built]
                                       run all tests, or only some parts and browsers; of the checks of the built page
                                       only those with TEXT in their names, or on the page as it was built last
cargo xtask bench [--quality] [--speed] [--page] [--write]   measure how well answers are judged, what that costs beside
                                       other readers of text, and what a key costs on the page, or only some of these;
                                       --write puts the figures into docs/benchmarks.md
cargo xtask shots                      take pictures of the page into target/shots
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
        ["build", flags @ ..] => build::command(flags),
        ["test", flags @ ..] => test::command(flags),
        ["bench", flags @ ..] => bench::command(flags),
        ["shots"] => shots::command(),
        // Called by Trunk.toml.
        ["hook"] => build::hook(),
        // Called by cargo.
        [test::IN_WEBKIT, words @ ..] => test::in_webkit(words),
        _ => bail!("{USAGE}"),
    }
}
