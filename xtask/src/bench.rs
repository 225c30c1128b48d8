//! `cargo xtask bench`: how well answers are judged, and what one key costs. Figures to read, not a test: times depend
//! on the machine.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::serve::{FINE_CLOCK, Server};
use crate::tools::{self, Tools};
use crate::webdriver::{Driver, Options, Session, until};
use crate::{build, run};

/// Times single keys and means of 100 keys, in microseconds.
const ANALYSIS: &str = include_str!("bench/analysis.js");

/// Times real key presses from input event to settled page, in microseconds.
const PAGE: &str = include_str!("bench/page.js");

/// Keys typed into the page.
const KEYS: usize = 400;

/// Measures and prints the parts that the flags name, or all of them.
pub fn command(flags: &[&str]) -> Result<()> {
    if let Some(unknown) = flags.iter().find(|flag| !["--quality", "--analysis", "--page"].contains(*flag)) {
        bail!("bench knows --quality, --analysis and --page, not {unknown}");
    }
    let wanted = |flag| flags.is_empty() || flags.contains(&flag);
    let tools = build::equipped()?;
    let driver = Driver::start(tools::browser(&tools)?)?;
    println!("cargo xtask bench\n{}", versions(&driver)?);
    if wanted("--quality") {
        println!("\nThe unseen half of the corpus:");
        let example = ["run", "--quiet", "--release", "--package", "comeback", "--example", "quality", "--", "unseen"];
        run::aloud(run::cargo().args(example))?;
    }
    println!();
    if wanted("--analysis") {
        run::aloud(run::cargo().args(["bench", "--quiet", "--package", "comeback", "--bench", "keystroke"]))?;
        analysis(&tools, &driver)?;
    }
    if wanted("--page") {
        page(&tools, &driver)?;
    }
    Ok(())
}

fn versions(driver: &Driver) -> Result<String> {
    let rustc = run::quiet(Command::new("rustc").arg("--version"))?.output;
    let chromium = run::quiet(Command::new(&driver.browser().chromium).arg("--version"))?.output;
    let chromium = chromium.lines().find(|line| line.contains("Chrom")).unwrap_or_default().to_owned();
    let cores = std::thread::available_parallelism()?;
    Ok(format!("{}, {}, {cores} cores, {}", rustc.trim(), chromium.trim(), std::env::consts::ARCH))
}

/// The judgement alone, in Chromium.
fn analysis(tools: &Tools, driver: &Driver) -> Result<()> {
    let folder = analysis_page(tools)?;
    let server = Server::start(&folder, 0, FINE_CLOCK)?;
    let window = Session::open(driver, &Options::default())?;
    window.script_timeout(300_000)?;
    window.go(&server.address())?;
    let timed = window.script_async(ANALYSIS, &[])?;
    if let Some(problem) = timed["problem"].as_str() {
        bail!("the measurement failed: {problem}");
    }
    let words = &timed["words"];
    println!("Chromium, one key, {words} words: {}", figures(&timed["single"], &[50, 99])?);
    println!("Chromium, means of 100 keys, {words} words: {}", figures(&timed["means"], &[50, 99])?);
    Ok(())
}

/// Builds `benches/keystroke.rs` for the browser by stable switches alone; gives the folder to serve.
fn analysis_page(tools: &Tools) -> Result<PathBuf> {
    let mut cargo = run::cargo();
    cargo.args(["build", "--release", "--package", "comeback", "--bench", "keystroke"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--message-format", "json"]);
    let ran = run::quiet(&mut cargo)?;
    let wasm = ran.output.lines().filter_map(artifact).next_back();
    let Some(wasm) = wasm.filter(|_| ran.ok) else { bail!("{} failed:\n{}", run::line(&cargo), ran.output) };
    let folder = run::target_dir().join("bench-page");
    std::fs::create_dir_all(&folder)?;
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "keystroke", "--out-dir"]).arg(&folder).arg(wasm);
    run::aloud(tools.equip(&mut bindgen))?;
    let module = folder.join("keystroke_bg.wasm");
    run::aloud(tools.equip(Command::new("wasm-opt").arg("-Oz").arg(&module).arg("-o").arg(&module)))?;
    std::fs::write(folder.join("index.html"), "<!doctype html><link rel=icon href=data:,><title>Bench</title>")?;
    Ok(folder)
}

/// The wasm file of the bench, from a line of cargo's JSON.
fn artifact(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let files = message["filenames"].as_array().filter(|_| message["target"]["name"] == "keystroke")?;
    files.iter().filter_map(Value::as_str).map(PathBuf::from).find(|file| file.extension() == Some("wasm".as_ref()))
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
    let settled = window.script("return window.settled", &[])?;
    println!("Chromium, input event to settled page: {}", figures(&settled, &[50, 95])?);
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
    use std::path::Path;

    use super::*;

    #[test]
    fn reads_percentiles_from_any_order() -> Result<()> {
        let times = Value::from((1..=200).rev().collect::<Vec<_>>());
        assert_eq!(figures(&times, &[50, 99])?, "p50 101 us, p99 199 us, of 200");
        assert!(figures(&Value::Null, &[50]).is_err());
        Ok(())
    }

    #[test]
    fn finds_the_wasm_file_in_cargos_messages() {
        let line = r#"{"reason":"compiler-artifact","target":{"name":"keystroke"},"filenames":["a/k.js","a/k.wasm"]}"#;
        assert_eq!(artifact(line).as_deref(), Some(Path::new("a/k.wasm")));
        assert_eq!(artifact("Compiling"), None);
    }
}
