//! Browsers that tests can drive, each with its driver: they come from the system, and geckodriver from its source.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::apt;
use super::cache::Tools;
use super::tool::{Install, Tool};

/// What reads and draws pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Blink, under chromedriver.
    Chromium,
    /// Gecko, under geckodriver.
    Firefox,
    /// WebKitGTK, under WebKitWebDriver. It stands in for Safari's engine, not for what Safari allows or forgets.
    WebKit,
}

impl Engine {
    /// All that tests run in.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKit",
        }
    }
}

/// A browser that tests can drive.
pub struct Browser {
    /// What it is.
    pub engine: Engine,
    /// The browser's program; none where only the driver knows it.
    pub program: Option<PathBuf>,
    /// Its WebDriver program.
    pub driver: PathBuf,
    /// The X server for a browser that has no windowless mode.
    pub screen: Option<PathBuf>,
}

/// Names under which Chromium goes.
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Names under which Firefox goes.
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

/// Finds a browser and its driver, installing them if need be.
pub fn browser(tools: &mut Tools, engine: Engine) -> Result<Browser> {
    match engine {
        Engine::Chromium => chromium(tools),
        Engine::Firefox => firefox(tools),
        Engine::WebKit => webkit(tools),
    }
}

/// Finds those of the browsers that can be had. One that cannot is an error where a machine tests for everybody, which
/// says so by `CI`, and elsewhere a line that names it.
pub fn browsers(tools: &mut Tools, engines: &[Engine]) -> Result<Vec<Browser>> {
    let strict = std::env::var_os("CI").is_some();
    let mut found = Vec::new();
    for engine in engines {
        match browser(tools, *engine) {
            Ok(browser) => found.push(browser),
            Err(problem) if strict => return Err(problem),
            Err(problem) => println!("{} skipped: {problem:#}", engine.name()),
        }
    }
    if found.is_empty() {
        bail!("There is no browser to test in.");
    }
    Ok(found)
}

fn chromium(tools: &Tools) -> Result<Browser> {
    let what = "Chromium and chromedriver: the browser tests run in them";
    // With one font: a page without any has no widths to test.
    let packages = &["chromium", "chromium-driver", "fonts-liberation"];
    let program = || CHROMIUM.iter().find_map(|name| tools.find(name));
    if program().is_none() {
        apt::need(tools, "chromium", packages, what)?;
    }
    let driver = apt::need(tools, "chromedriver", packages, what)?;
    let program = program().context("Chromium was installed but is not on PATH")?;
    Ok(Browser { engine: Engine::Chromium, program: Some(program), driver, screen: None })
}

fn firefox(tools: &mut Tools) -> Result<Browser> {
    let program = match FIREFOX.iter().find_map(|name| tools.find(name)) {
        Some(program) => program,
        None => {
            let what = "Firefox: the browser tests run in it";
            apt::need(tools, "firefox-esr", &["firefox-esr", "fonts-liberation"], what)?
        }
    };
    tools.need(&geckodriver())?;
    let driver = tools.find("geckodriver").context("geckodriver was installed but is not on PATH")?;
    Ok(Browser { engine: Engine::Firefox, program: Some(program), driver, screen: None })
}

fn webkit(tools: &Tools) -> Result<Browser> {
    let what = "WebKitGTK's browser, its driver and an X server for its window: the browser tests run in them";
    let packages = &["webkit2gtk-driver", "xvfb", "fonts-liberation"];
    let driver = apt::need(tools, "WebKitWebDriver", packages, what)?;
    let screen = apt::need(tools, "Xvfb", packages, what)?;
    Ok(Browser { engine: Engine::WebKit, program: None, driver, screen: Some(screen) })
}

/// Drives Firefox.
fn geckodriver() -> Tool {
    let version = "0.36.0";
    Tool {
        name: "geckodriver",
        folder: format!("geckodriver-{version}"),
        programs: &["geckodriver"],
        reports: format!("geckodriver {version}"),
        why: "it drives Firefox in the browser tests",
        takes: "about 2 minutes on two cores",
        install: Install::Cargo { package: "geckodriver", version: version.into(), flags: &["--locked"], env: &[] },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_geckodriver_by_the_first_line_of_its_answer() {
        assert!(geckodriver().recognises("geckodriver 0.36.0\n\nThe source code of this program is ..."));
        assert!(geckodriver().recognises("geckodriver 0.36.0 (a3d508507022 2025-02-24 15:57 +0000)\n\nThe ..."));
        assert!(!geckodriver().recognises("geckodriver 0.35.0 (1 2)"));
    }
}
