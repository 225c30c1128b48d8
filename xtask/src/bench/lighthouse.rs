//! When a question's page can be read, as Lighthouse reckons it for a middling phone on a slow line: with the program, and
//! where scripts are not allowed.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::build::brotli;
use crate::run;
use crate::serve::{Files, Header, Server};
use crate::test::timed;
use crate::tools::{self, Tools};

/// The page that is measured, below the page's own address.
const PAGE: &str = "q/biggest-failure/";

/// The middle of so many runs is told: a busy machine spoils some of them.
const RUNS: usize = 5;

/// What hosts do for every visitor: files come packed.
const PACKED: Header = Header { files: Files::All, name: "Content-Encoding", value: Cow::Borrowed("br") };

/// What keeps a browser from running, or asking for, any script.
const SCRIPTLESS: Header =
    Header { files: Files::Html, name: "Content-Security-Policy", value: Cow::Borrowed("script-src 'none'") };

/// What is asked of Lighthouse, with the name and the target of each.
const AUDITS: [&str; 3] = ["first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift"];

/// Both ways to read, and the latest that the largest text may be there, milliseconds.
const WAYS: [(&str, &[Header], u32); 2] =
    [("with the program", &[PACKED], 1_800), ("without scripts", &[PACKED, SCRIPTLESS], 1_200)];

/// Measures the built page; gives it as Markdown.
pub fn measure(tools: &mut Tools, dist: &Path, chromium: &Path) -> Result<String> {
    tools.need(&tools::lighthouse())?;
    let packed = timed("the page, packed", || packed(dist))?;
    let mut rows = String::new();
    for (name, headers, target) in WAYS {
        let server = Server::start(&packed, 0, headers)?;
        let address = format!("{}{PAGE}", server.address());
        let runs = timed(&format!("Lighthouse, {name}"), || -> Result<Vec<[f64; 3]>> {
            (0..RUNS).map(|_| run_once(tools, &address, chromium)).collect()
        })?;
        rows += &row(name, &runs, target);
    }
    Ok(format!(
        "The page of a question, files packed as a host packs them, in Lighthouse {}'s simulation of a phone; the middle of \
         {RUNS} runs.\n\n| | first text | largest text (LCP) | target | layout shift (CLS) |\n|---|---|---|---|---|\n{rows}",
        tools::LIGHTHOUSE
    ))
}

/// Copies a folder with each file packed.
fn packed(dist: &Path) -> Result<PathBuf> {
    let folder = run::target_dir().join("dist-packed");
    run::copy(dist, &folder)?;
    pack(&folder)?;
    Ok(folder)
}

fn pack(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pack(&path)?;
        } else {
            std::fs::write(&path, brotli(&std::fs::read(&path)?)?)?;
        }
    }
    Ok(())
}

/// One run: what each of [`AUDITS`] says.
fn run_once(tools: &Tools, address: &str, chromium: &Path) -> Result<[f64; 3]> {
    let report = run::target_dir().join("lighthouse.json");
    let mut lighthouse = Command::new("lighthouse");
    lighthouse.args([address, "--quiet", "--only-categories=performance", "--output=json", "--output-path"]);
    lighthouse.arg(&report).arg("--chrome-flags=--headless --no-sandbox --disable-gpu");
    let ran = run::quiet(tools.equip(&mut lighthouse).env("CHROME_PATH", chromium))?;
    ensure!(ran.ok, "{} failed:\n{}", run::line(&lighthouse), ran.output);
    let report: Value = serde_json::from_slice(&std::fs::read(&report)?)?;
    let mut found = [0.0; 3];
    for (figure, audit) in found.iter_mut().zip(AUDITS) {
        let value = report["audits"][audit]["numericValue"].as_f64();
        *figure = value.with_context(|| format!("Lighthouse gives no {audit} of {address}"))?;
    }
    Ok(found)
}

fn row(name: &str, runs: &[[f64; 3]], target: u32) -> String {
    let middle = |at: usize| {
        let mut values: Vec<f64> = runs.iter().map(|run| run[at]).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    let [first, largest, shift] = [middle(0), middle(1), middle(2)];
    let seconds = |millis: f64| format!("{:.2} s", millis / 1_000.0);
    let met = if largest <= f64::from(target) { "" } else { ": not met" };
    format!(
        "| {name} | {} | {} | {}{met} | {shift:.3} |\n",
        seconds(first),
        seconds(largest),
        seconds(f64::from(target))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_middle_run_and_whether_it_is_soon_enough() {
        let runs = [[900.0, 1_000.0, 0.0], [5_000.0, 9_000.0, 0.5], [950.0, 1_300.0, 0.001]];
        assert_eq!(row("a", &runs, 1_800), "| a | 0.95 s | 1.30 s | 1.80 s | 0.001 |\n");
        assert_eq!(row("a", &runs, 1_200), "| a | 0.95 s | 1.30 s | 1.20 s: not met | 0.001 |\n");
    }
}
