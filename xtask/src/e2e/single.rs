//! The page as one file, opened from a folder: no server, no network, no other file.

use anyhow::{Context, Result, ensure};

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;
use crate::build;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[Scenario::new("works as a single file without a server", works_as_a_file)];

/// Whether the program runs.
const STARTED: &str = "return !!document.querySelector('#comeback a[href^=\"#\"]')";

fn works_as_a_file(page: &Page) -> Result<()> {
    let file = std::path::absolute(build::single_file(page.dist())?)?;
    let address = format!("file://{}", file.display());
    page.go(&format!("{address}#q=biggest-failure"))?;
    started(page)?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.feedback()?;
    ensure!(!page.next_step()?.is_empty(), "no next step");
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    page.click("//a[normalize-space()='Questions']")?;
    page.click("a[href='#q=missed-goal']")?;
    page.text("#answer")?;
    page.back()?;
    page.back()?;
    page.text("#answer")?;
    ensure!(page.answer()? == WEAK, "back brought {:?}", page.answer()?);
    page.reload()?;
    started(page)?;
    page.text("#answer")?;
    ensure!(page.answer()? == WEAK, "after a reload: {:?}", page.answer()?);

    let asked = page.script("return performance.getEntriesByType('resource').map((entry) => entry.name)", &[])?;
    ensure!(asked.as_array().is_some_and(Vec::is_empty), "it asks for {asked}");
    let library = page.script("return document.getElementById('library').textContent", &[])?;
    let library: serde_json::Value = serde_json::from_str(library.as_str().context("no library")?)?;
    let beside = std::fs::read(page.dist().join(page.file_ending(".json")?))?;
    ensure!(library == serde_json::from_slice::<serde_json::Value>(&beside)?, "another library than the page's");
    Ok(())
}

fn started(page: &Page) -> Result<()> {
    until("the file has started", || Ok((page.script(STARTED, &[])? == true).then_some(())))
}
