//! A new version: whole or not at all, offered and never forced.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;
use super::site::{Site, finds_new_version, version};
use super::typing::tab_until;
use crate::tools::Engine;
use crate::webdriver::{key, until};

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("offers a new version under a draft, and waits", offers_and_waits),
    Scenario::new("says so where a new version would cost words", warns_without_storage)
        .without_storage()
        .except(&[(Engine::Firefox, "where it refuses storage, it keeps no page and so has no versions")]),
    Scenario::new("goes on with the old version when the new one comes half", survives_half_a_release).except(&[(
        Engine::Firefox,
        "there it asks for the answer before the page is drawn, and why is not known yet",
    )]),
];

/// What is offered when nothing can be lost.
const OFFER: &str = "A new version is ready. Your text is saved.";

/// The button that brings it.
pub const RELOAD: &str = "//button[normalize-space()='Reload now']";

fn offers_and_waits(page: &Page) -> Result<()> {
    let site = Site::open(page, "release")?;
    with_draft(page, &site)?;
    site.release(2, page)?;
    ensure!(finds_new_version(page)?, "the new version did not arrive");
    page.wait_for_text("body > [aria-live]", OFFER)?;
    page.keys(" Then I called.")?;
    let text = format!("{WEAK} Then I called.");
    ensure!(page.answer()? == text, "under the offer, the text became {:?}", page.answer()?);
    ensure!(version(page)?.is_null(), "the new version came unasked");

    page.click("//button[normalize-space()='Later']")?;
    until("the offer goes", || Ok((shown(page)?.is_empty()).then_some(())))?;
    page.keys(" Today.")?;
    let text = format!("{text} Today.");
    ensure!(page.answer()? == text, "later, the caret was not where it had been: {:?}", page.answer()?);

    // The next visit still has the old version, and the offer.
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    site.visit(page, "?again#q=biggest-failure")?;
    ensure!(version(page)?.is_null(), "the new version came by a visit");
    page.wait_for_text("body > [aria-live]", OFFER)?;
    tab_until(page, "body > [aria-live] button")?;
    page.keys(&key::ENTER.to_string())?;
    shows_version(page, 2)?;
    page.text("#answer")?;
    ensure!(page.answer()? == text, "the new version shows {:?}", page.answer()?);
    ensure!(shown(page)?.is_empty(), "it still offers something: {}", shown(page)?);
    ensure!(caches(page)? == 1, "the old version is still there");

    site.stop()?;
    page.reload()?;
    shows_version(page, 2)?;
    super::offline::without_network_complaints(page)
}

fn warns_without_storage(page: &Page) -> Result<()> {
    let site = Site::open(page, "release-unkept")?;
    with_draft(page, &site)?;
    site.release(2, page)?;
    ensure!(finds_new_version(page)?, "the new version did not arrive");
    page.wait_for_text("body > [aria-live]", "Your text is not saved on this device: copy it before you reload.")?;
    ensure!(page.answer()? == WEAK, "the text became {:?}", page.answer()?);
    Ok(())
}

fn survives_half_a_release(page: &Page) -> Result<()> {
    let site = Site::open(page, "half")?;
    with_draft(page, &site)?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    let style = site.release(2, page)?;
    site.remove(&style)?;
    ensure!(!finds_new_version(page)?, "half a version is offered");
    // A file of another version under the right name is no better.
    site.add(&style, "a { color: red }")?;
    ensure!(!finds_new_version(page)?, "a mixed version is offered");
    ensure!(caches(page)? == 1, "half a version was kept");
    ensure!(shown(page)?.is_empty(), "it offers something: {}", shown(page)?);
    site.visit(page, "?again#q=biggest-failure")?;
    ensure!(version(page)?.is_null() && page.answer()? == WEAK, "the old version does not go on");
    site.stop()?;
    page.reload()?;
    page.wait_until_started()?;
    page.text("#answer")?;
    ensure!(version(page)?.is_null() && page.answer()? == WEAK, "the old version does not go on without a server");
    super::offline::without_network_complaints(page)
}

/// Waits until this version of the page runs.
pub fn shows_version(page: &Page, expected: u32) -> Result<()> {
    until(&format!("version {expected} is shown"), || {
        Ok((version(page)? == json!(expected.to_string())).then_some(()))
    })?;
    page.wait_until_started()
}

fn with_draft(page: &Page, site: &Site) -> Result<()> {
    site.visit(page, "#q=biggest-failure")?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.feedback().map(drop)
}

/// What the page's own offer says.
fn shown(page: &Page) -> Result<String> {
    let text = page.script("return document.querySelector('body > [aria-live]').innerText", &[])?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// How many versions are kept.
fn caches(page: &Page) -> Result<u64> {
    let names = page.script_async("caches.keys().then((names) => arguments[0](names.length))", &[])?;
    Ok(names.as_u64().unwrap_or_default())
}
