//! `cargo xtask test`: every check, one line each with its time; the first failure is shown whole and ends the run.

mod markup;
mod raw;
mod tally;
mod wanted;
mod wasm;

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::tools::{self, Tools};
use crate::{build, e2e, run};
pub use tally::Tally;
use wanted::Wanted;
pub use wasm::{IN_WEBKIT, in_webkit};

const WASM: &str = "wasm32-unknown-unknown";

/// Runs the parts that the flags name, or all of them. The last line printed is `N passed, N failed`.
pub fn command(flags: &[&str]) -> Result<()> {
    let wanted = Wanted::read(flags)?;
    let mut tally = Tally::default();
    let parts = [("--unit", unit as fn(&Wanted, &mut Tally) -> Result<()>), ("--browser", wasm::run), ("--e2e", page)];
    let mut parts = parts.iter().filter(|(flag, _)| wanted.parts.is_empty() || wanted.parts.contains(flag));
    let outcome = parts.try_for_each(|(_, part)| part(&wanted, &mut tally));
    if let Err(problem) = outcome {
        println!("\n{problem:#}\n");
        // A check that is not a test failed: that counts as one.
        tally.failed = tally.failed.max(1);
        println!("{tally}");
        std::process::exit(1);
    }
    println!("{tally}");
    Ok(())
}

/// Everything that needs no browser.
fn unit(_: &Wanted, tally: &mut Tally) -> Result<()> {
    tools::wasm32(&Tools::new()?)?;
    cargo("format", &["fmt", "--all", "--check"], tally)?;
    let deny = ["--", "-D", "warnings"];
    let host = ["clippy", "--workspace", "--all-targets"];
    cargo("lints, host", &[&host[..], &deny].concat(), tally)?;
    let wasm = ["clippy", "--package", "comeback", "--lib", "--bins", "--target", WASM];
    cargo("lints, wasm32", &[&wasm[..], &deny].concat(), tally)?;
    cargo("unit, content, golden, layering, property", &["test", "--workspace"], tally)
}

/// The built page in a browser, as a person uses it.
fn page(wanted: &Wanted, tally: &mut Tally) -> Result<()> {
    let mut tools = build::equipped()?;
    let browsers = tools::browsers(&mut tools, &wanted.engines)?;
    let build = || Ok(build::release(&tools)?.dist);
    let dist = if wanted.built { build::dist() } else { timed("release build, weighed", build)? };
    let checks = [("pages, read as they lie", raw::check as fn(&Path) -> Result<()>), ("valid HTML", markup::check)];
    for (name, check) in checks.into_iter().filter(|(name, _)| name.contains(wanted.only)) {
        timed(name, || check(&dist))?;
        tally.passed += 1;
    }
    tools.need(&tools::typescript())?;
    timed("the package, packed, installed and compiled against", || {
        build::compile_against_package(&build::install_package(&dist)?, &tools)
    })?;
    tally.passed += 1;
    e2e::run(&dist, browsers, wanted.only, tally)
}

fn cargo(name: &str, arguments: &[&str], tally: &mut Tally) -> Result<()> {
    step(name, run::cargo().args(arguments), tally)
}

fn step(name: &str, command: &mut Command, tally: &mut Tally) -> Result<()> {
    timed(name, || {
        let ran = run::quiet(command)?;
        tally.read(&ran.output);
        if !ran.ok {
            bail!("{}\n{}", run::line(command), ran.output);
        }
        Ok(())
    })
}

/// Prints one line for what is done: its name before, its time after.
pub fn timed<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("{name:<60}");
    std::io::stdout().flush()?;
    let started = Instant::now();
    let done = work();
    println!("{:>7.1} s{}", started.elapsed().as_secs_f64(), if done.is_ok() { "" } else { "  FAILED" });
    done
}
