//! Chromium and its driver: they come from the system, not from us.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::apt;
use super::cache::Tools;

/// Names under which Chromium goes.
const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser that tests can drive.
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// Its WebDriver program.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, installing them if need be.
pub fn browser(tools: &Tools) -> Result<Browser> {
    let what = "Chromium and chromedriver: the browser tests run in them";
    // With one font: a page without any has no widths to test.
    let packages = &["chromium", "chromium-driver", "fonts-liberation"];
    let chromium = || CHROMIUM.iter().find_map(|name| tools.find(name));
    if chromium().is_none() {
        apt::need(tools, "chromium", packages, what)?;
    }
    apt::need(tools, "chromedriver", packages, what)?;
    Ok(Browser {
        chromium: chromium().context("Chromium was installed but is not on PATH")?,
        driver: tools.find("chromedriver").context("chromedriver was installed but is not on PATH")?,
    })
}
