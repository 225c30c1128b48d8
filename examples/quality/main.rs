//! How well the engine judges, measured with the answers in `tests/corpus` that were judged before any rule was tuned.
//!
//! ```sh
//! cargo run --release --example quality -- tuning
//! cargo run --release --example quality -- tuning --errors blame
//! cargo run --release --example quality -- unseen
//! ```
//!
//! `--errors` takes a kind of finding, `findings`, `accusations`, `pairs`, `roles` or `levels`, and lists where the
//! engine and the writer differ. The unseen half gives figures only: a rule that was mended after a look at it could no
//! longer be measured with it.

#[path = "../../tests/corpus/answers/mod.rs"]
mod corpus;
mod errors;
mod figures;
mod judged;
mod report;
mod statistics;

use std::io::Write;
use std::process::ExitCode;

use corpus::Half;
use judged::Judged;

const USAGE: &str =
    "quality tuning|unseen [--errors KIND|findings|accusations|pairs|roles|levels]   (errors: the tuning half only)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(text) => {
            // A reader that goes away, such as `head`, has seen enough.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<String, String> {
    match words {
        ["tuning"] => Ok(report::report(&judged(Half::Tuning)?)),
        ["unseen"] => Ok(report::report(&judged(Half::Unseen)?)),
        ["tuning", "--errors", what] => errors::errors(&judged(Half::Tuning)?, what),
        _ => Err(USAGE.to_owned()),
    }
}

fn judged(half: Half) -> Result<Vec<Judged>, String> {
    let answers = corpus::load(half).map_err(|problems| problems.join("\n"))?;
    Ok(answers.into_iter().map(Judged::new).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unseen_half_lists_no_errors() {
        assert_eq!(run(&["unseen", "--errors", "roles"]), Err(USAGE.to_owned()));
        assert_eq!(run(&[]), Err(USAGE.to_owned()));
    }

    #[test]
    fn errors_must_be_of_something() {
        assert!(run(&["tuning", "--errors", "none-such"]).is_err());
    }
}
