//! `cargo xtask bench`: how well answers are judged, and what one key costs. Figures to read, not a test: times depend
//! on the machine.

mod book;
mod lighthouse;
mod peers;
mod speed;

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::serve::{FINE_CLOCK, Server};
use crate::tools::{self, Tools};
use crate::webdriver::{Driver, Options, Session, until};
use crate::{build, run};

/// Times real key presses from input event to settled page, in microseconds.
const PAGE: &str = include_str!("bench/page.js");

/// Keys typed into the page.
const KEYS: usize = 400;

/// Measures and prints the parts that the flags name, or all of them; `--write` also puts them into the book.
pub fn command(flags: &[&str]) -> Result<()> {
    const PARTS: [&str; 4] = ["--quality", "--speed", "--page", "--lighthouse"];
    let (named, others): (Vec<&str>, Vec<&str>) = flags.iter().partition(|flag| PARTS.contains(flag));
    let write = others == ["--write"];
    if !write && !others.is_empty() {
        bail!("bench knows {} and --write, not {}", PARTS.join(", "), others.join(" "));
    }
    let wanted = |flag| named.is_empty() || named.contains(&flag);
    let mut tools = build::equipped()?;
    let driver = Driver::start(tools::browser(&mut tools, tools::Engine::Chromium)?)?;
    let versions = versions(&driver)?;
    println!("cargo xtask bench\n{versions}");
    let tell = |part, text: String| {
        println!("\n{text}");
        if write { book::write(part, &format!("{versions}\n\n{text}")) } else { Ok(()) }
    };
    if wanted("--quality") {
        tell("quality", quality()?)?;
    }
    if wanted("--speed") {
        tell("speed", speed::measure(&tools, &driver)?)?;
    }
    if wanted("--page") {
        page(&tools, &driver)?;
    }
    if wanted("--lighthouse") {
        let chromium = driver.browser().program.clone().context("Chromium has no program")?;
        let dist = build::release(&tools)?.dist;
        tell("lighthouse", lighthouse::measure(&mut tools, &dist, &chromium)?)?;
    }
    Ok(())
}

/// How well answers are judged, on the unseen half of the corpus.
fn quality() -> Result<String> {
    let example = ["run", "--quiet", "--release", "--package", "comeback", "--example", "quality", "--", "unseen"];
    let mut command = run::cargo();
    let ran = run::quiet(build::alike(&mut command).args(example))?;
    ensure!(ran.ok, "{} failed:\n{}", run::line(&command), ran.output);
    Ok(format!("The unseen half of the corpus:\n\n```text\n{}\n```", ran.output.trim_end()))
}

fn versions(driver: &Driver) -> Result<String> {
    let rustc = run::quiet(Command::new("rustc").arg("--version"))?.output;
    let program = driver.browser().program.as_ref().context("Chromium has no program")?;
    let chromium = run::quiet(Command::new(program).arg("--version"))?.output;
    let chromium = chromium.lines().find(|line| line.contains("Chrom")).unwrap_or_default().to_owned();
    let cores = std::thread::available_parallelism()?;
    Ok(format!("{}, {}, {cores} cores, {}", rustc.trim(), chromium.trim(), std::env::consts::ARCH))
}

/// The whole page, in Chromium.
fn page(tools: &Tools, driver: &Driver) -> Result<()> {
    let built = build::release(tools)?;
    let server = Server::start(&built.dist, 0, FINE_CLOCK)?;
    let window = Session::open(driver, &Options::default())?;
    window.go(&format!("{}#q=biggest-failure", server.address()))?;
    window.click("textarea")?;
    let draft = std::fs::read_to_string(run::root().join("benches/draft.txt")).context("cannot read the draft")?;
    window.insert(draft.trim_end())?;
    window.script(PAGE, &[])?;
    let phrase = " In the end I moved the date by two weeks and told the client about it.";
    let keys: Vec<char> = phrase.chars().cycle().take(KEYS).collect();
    // One key at a time, each after the page has come to rest, as a person types.
    for (pressed, key) in keys.iter().enumerate() {
        window.keys(&key.to_string())?;
        until("the page has settled", || {
            Ok((window.script("return window.settled.length", &[])?.as_u64() > Some(pressed as u64)).then_some(()))
        })?;
    }
    for (times, end) in [("settled", "settled page"), ("free", "next task, after a frame")] {
        let times = window.script(&format!("return window.{times}"), &[])?;
        println!("Chromium, input event to {end}: {}", figures(&times, &[50, 95])?);
    }
    Ok(())
}

/// Percentiles of a list of microseconds.
fn figures(times: &Value, percents: &[usize]) -> Result<String> {
    let mut times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    ensure!(!times.is_empty(), "nothing was measured");
    times.sort_by(f64::total_cmp);
    let at =
        |percent: &usize| format!("p{percent} {:.0} us", times[(times.len() * percent / 100).min(times.len() - 1)]);
    Ok(format!("{}, of {}", percents.iter().map(at).collect::<Vec<_>>().join(", "), times.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_percentiles_from_any_order() -> Result<()> {
        let times = Value::from((1..=200).rev().collect::<Vec<_>>());
        assert_eq!(figures(&times, &[50, 99])?, "p50 101 us, p99 199 us, of 200");
        assert!(figures(&Value::Null, &[50]).is_err());
        Ok(())
    }
}
