//! Storage that is refused, broken or full: the page says so and works on.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Scenario;
use super::main_job::{comes_back, rehearse};
use super::page::Page;
use super::reading::ANSWER;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("works in memory where storage is blocked", works_without_storage).without_storage(),
    Scenario::new("sets a broken envelope aside and keeps on", survives_a_broken_envelope),
    Scenario::new("works on with a full storage, and keeps again once there is room", survives_a_full_storage),
    Scenario::new("keeps the last words when the page is left at once", keeps_at_the_last_moment),
];

/// What is kept, and under which key.
const ENVELOPE: &str = "comeback";

/// Where unreadable bytes go.
const BROKEN: &str = "comeback:broken";

/// Fills this site's storage to the last character.
const FILL: &str = "let filler = '';
    for (let step = 1 << 22; step >= 1; step >>= 1) {
        try {
            localStorage.setItem('filler', filler + 'x'.repeat(step));
            filler += 'x'.repeat(step);
            step <<= 1;
        } catch { }
    }
    return filler.length";

fn works_without_storage(page: &Page) -> Result<()> {
    page.visit("")?;
    page.wait_for_text("[role=status]", "This page cannot keep your text.")?;
    page.text("//*[@role='status']//button[normalize-space()='Copy']")?;
    rehearse(page)?;
    page.wait_for_text("#answer-foot", "Not kept: only in this tab")?;
    // In the same tab the text stays where it is, also after a look at the list.
    let text = page.answer()?;
    page.click("//a[normalize-space()='Questions']")?;
    page.click("a[href='#q=biggest-failure']")?;
    page.text(ANSWER)?;
    ensure!(page.answer()? == text, "the text was lost within the tab");
    Ok(())
}

fn survives_a_broken_envelope(page: &Page) -> Result<()> {
    let broken = "{\"v\":1,\"rev\":4,\"data\":{\"drafts\":{\"biggest-fail";
    page.before_first_visit("localStorage.setItem(...arguments)", &[json!(ENVELOPE), json!(broken)])?;
    page.visit("")?;
    page.wait_for_text("[role=status]", "could not be read. It was put aside untouched")?;
    page.text("//*[@role='status']//button[normalize-space()='Copy']")?;
    let aside = page.script("return localStorage.getItem(arguments[0])", &[json!(BROKEN)])?;
    ensure!(aside == broken, "set aside was {aside}");
    rehearse(page)?;
    comes_back(page)?;
    let aside = page.script("return localStorage.getItem(arguments[0])", &[json!(BROKEN)])?;
    ensure!(aside == broken, "after the reload, set aside was {aside}");
    Ok(())
}

fn survives_a_full_storage(page: &Page) -> Result<()> {
    let filled = page.before_first_visit(FILL, &[])?;
    ensure!(filled.as_u64() > Some(5_000_000), "only {filled} characters went in");
    page.visit("")?;
    rehearse(page)?;
    page.wait_for_text("[role=status]", "There is no room left to keep your text.")?;
    page.wait_for_text("#answer-foot", "Not kept: only in this tab")?;
    page.script("localStorage.removeItem('filler')", &[])?;
    page.focus_answer()?;
    page.keys(" ")?;
    comes_back(page)
}

fn keeps_at_the_last_moment(page: &Page) -> Result<()> {
    page.visit("#q=biggest-failure")?;
    page.focus_answer()?;
    page.keys("In May I lost the key.")?;
    page.reload_app()?;
    ensure!(page.answer()? == "In May I lost the key.", "kept was {:?}", page.answer()?);
    Ok(())
}
