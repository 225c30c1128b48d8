//! The tests that run as wasm inside a browser. wasm-bindgen's own runner knows Chromium and Firefox; for WebKit it
//! serves the tests and we open them.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::{Tally, WASM, Wanted, step};
use crate::run;
use crate::tools::{self, Browser, Engine, Tools};
use crate::webdriver::{Driver, Options, Session, until_within};

/// The word by which [`in_webkit`] is called.
pub const IN_WEBKIT: &str = "wasm-in-webkit";

/// How long all tests of one file may take: a thousand texts, unoptimised, on a busy machine.
const LONGEST: Duration = Duration::from_secs(300);

/// Runs them in each browser.
pub fn run(wanted: &Wanted, tally: &mut Tally) -> Result<()> {
    let mut tools = Tools::new()?;
    tools::wasm32(&tools)?;
    tools.need(&tools::wasm_bindgen()?)?;
    let browsers = tools::browsers(&mut tools, &wanted.engines)?;
    // Made anew each time, so that the browser never meets what an older engine said.
    let native = run::target_dir().join("fingerprints.txt");
    let example = ["run", "--package", "comeback", "--example", "fingerprints", "--"];
    step("a thousand texts, host", run::cargo().args(example).arg(&native), tally)?;
    for Browser { engine, driver, .. } in &browsers {
        let mut command = run::cargo();
        command.args(["test", "--package", "comeback", "--target", WASM]);
        for name in names()? {
            command.args(["--test", &name]);
        }
        tools.equip(&mut command).env("COMEBACK_FINGERPRINTS", &native);
        let runner = match engine {
            Engine::Chromium | Engine::Firefox => "wasm-bindgen-test-runner".to_owned(),
            Engine::WebKit => format!("cargo xtask {IN_WEBKIT}"),
        };
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
        // The runner takes the first driver that it finds.
        command.env_remove("CHROMEDRIVER").env_remove("GECKODRIVER");
        command.env(if *engine == Engine::Firefox { "GECKODRIVER" } else { "CHROMEDRIVER" }, driver);
        step(&format!("wasm in {}", engine.name()), &mut command, tally)?;
    }
    Ok(())
}

/// The files in `tests/` that are made for a browser: their names say so.
fn names() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in std::fs::read_dir(run::root().join("tests"))? {
        let name = file?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".rs").filter(|name| name.starts_with("browser")).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

/// Runs one file of tests in WebKit; cargo calls this with the words that it has for a runner.
pub fn in_webkit(words: &[&str]) -> Result<()> {
    let mut tools = Tools::new()?;
    tools.need(&tools::wasm_bindgen()?)?;
    let driver = Driver::start(tools::browser(&mut tools, Engine::WebKit)?)?;
    let mut command = Command::new("wasm-bindgen-test-runner");
    command.args(words).env("NO_HEADLESS", "1").env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0");
    let mut runner = Stopping(tools.equip(&mut command).stdout(Stdio::piped()).spawn()?);
    let mut lines = BufReader::new(runner.0.stdout.take().context("the runner has no output")?).lines();
    let address = lines.find_map(|line| Some(line.ok()?.split_once(" available at ")?.1.to_owned()));
    let window = Session::open(&driver, &Options::default())?;
    window.go(&address.context("the runner ended before it served the tests")?)?;
    let told = until_within(LONGEST, "the tests have ended", || {
        let text = window.script("return document.getElementById('output').textContent", &[])?;
        Ok(text.as_str().filter(|text| text.contains("test result: ")).map(str::to_owned))
    })?;
    println!("{told}");
    if !told.contains("test result: ok.") {
        bail!("some tests failed in WebKit:\n{}", window.complaints()?.join("\n"));
    }
    Ok(())
}

/// A process that stops when dropped.
struct Stopping(Child);

impl Drop for Stopping {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
