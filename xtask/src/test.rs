//! `cargo xtask test`: every check, one line each with its time; the first failure is shown whole and ends the run.

mod markup;
mod raw;
mod tally;

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::tools::{self, Browser, Tools};
use crate::{build, e2e, run};
pub use tally::Tally;

const WASM: &str = "wasm32-unknown-unknown";

/// Runs the parts that the flags name, or all of them. The last line printed is `N passed, N failed`.
pub fn command(flags: &[&str]) -> Result<()> {
    if let Some(unknown) = flags.iter().find(|flag| !["--unit", "--browser", "--e2e"].contains(*flag)) {
        bail!("test knows --unit, --browser and --e2e, not {unknown}");
    }
    let wanted = |flag| flags.is_empty() || flags.contains(&flag);
    let mut tally = Tally::default();
    let mut outcome = Ok(());
    for (flag, part) in [("--unit", unit as fn(&mut Tally) -> Result<()>), ("--browser", browser), ("--e2e", page)] {
        if outcome.is_ok() && wanted(flag) {
            outcome = part(&mut tally);
        }
    }
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
fn unit(tally: &mut Tally) -> Result<()> {
    tools::wasm32(&Tools::new()?)?;
    cargo("format", &["fmt", "--all", "--check"], tally)?;
    let deny = ["--", "-D", "warnings"];
    let host = ["clippy", "--workspace", "--all-targets"];
    cargo("lints, host", &[&host[..], &deny].concat(), tally)?;
    let wasm = ["clippy", "--package", "comeback", "--lib", "--bins", "--target", WASM];
    cargo("lints, wasm32", &[&wasm[..], &deny].concat(), tally)?;
    cargo("unit, content, golden, layering, property", &["test", "--workspace"], tally)
}

/// The tests that run as wasm inside a browser.
fn browser(tally: &mut Tally) -> Result<()> {
    let mut tools = Tools::new()?;
    tools::wasm32(&tools)?;
    tools.need(&tools::wasm_bindgen()?)?;
    let Browser { driver, .. } = tools::browser(&tools)?;
    // Made anew each time, so that the browser never meets what an older engine said.
    let native = run::target_dir().join("fingerprints.txt");
    let example = ["run", "--package", "comeback", "--example", "fingerprints", "--"];
    step("a thousand texts, host", run::cargo().args(example).arg(&native), tally)?;
    let mut command = run::cargo();
    command.args(["test", "--package", "comeback", "--target", WASM]);
    for name in browser_tests()? {
        command.args(["--test", &name]);
    }
    tools.equip(&mut command).env("CHROMEDRIVER", driver).env("COMEBACK_FINGERPRINTS", native);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    step("wasm in Chromium", &mut command, tally)
}

/// The built page in a browser, as a person uses it.
fn page(tally: &mut Tally) -> Result<()> {
    let tools = build::equipped()?;
    let browser = tools::browser(&tools)?;
    let dist = timed("release build, weighed", || Ok(build::release(&tools)?.dist))?;
    for (name, check) in
        [("pages, read as they lie", raw::check as fn(&Path) -> Result<()>), ("valid HTML", markup::check)]
    {
        timed(name, || check(&dist))?;
        tally.passed += 1;
    }
    e2e::run(&dist, browser, tally)
}

/// The files in `tests/` that are made for a browser: their names say so.
fn browser_tests() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in std::fs::read_dir(run::root().join("tests"))? {
        let name = file?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".rs").filter(|name| name.starts_with("browser")).map(str::to_owned));
    }
    names.sort();
    Ok(names)
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
