//! The main job: pick a question, type, follow the next step, watch the answer get better.

use anyhow::{Context, Result, ensure};

use super::Scenario;
use super::answers::{EVENT, REPAIR_AND_PROOF, WEAK};
use super::page::Page;

/// What this file tests.
pub const SCENARIOS: &[Scenario] =
    &[Scenario::new("takes a weak answer to a better one and keeps it", improves_and_keeps)];

fn improves_and_keeps(page: &Page) -> Result<()> {
    page.visit("")?;
    rehearse(page)?;
    comes_back(page)
}

/// From the list to a better answer: picks "biggest failure", types a weak answer key by key, then what it lacks.
pub fn rehearse(page: &Page) -> Result<()> {
    let link = "a[href='#q=biggest-failure']";
    let question = page.text(&format!("{link} .q"))?;
    page.click(link)?;
    page.wait_for_text("h1", &question)?;

    let empty = page.next_step()?;
    page.focus_answer()?;
    for key in WEAK.chars() {
        page.keys(&key.to_string())?;
    }
    let weak = page.next_step_after(&empty)?;
    page.show_everything()?;
    page.feedback()?;
    let (band, levels) = (page.band()?, page.levels()?);

    page.focus_answer()?;
    page.place_caret(0)?;
    page.keys(EVENT)?;
    page.place_caret(EVENT.len() + WEAK.len())?;
    page.keys(REPAIR_AND_PROOF)?;
    page.next_step_after(&weak)?;
    page.feedback()?;
    let (better_band, better_levels) = (page.band()?, page.levels()?);
    ensure!(better_band > band, "the band did not rise: {band} and then {better_band}");
    for name in ["event", "size", "repair", "change"] {
        let level =
            |levels: &[(String, u64)]| levels.iter().find(|row| row.0.to_lowercase().contains(name)).map(|row| row.1);
        let (before, after) = (level(&levels), level(&better_levels));
        ensure!(after > before, "{name} did not rise: {before:?} and then {after:?}, of {better_levels:?}");
    }
    ensure!(page.answer()? == format!("{EVENT}{WEAK}{REPAIR_AND_PROOF}"), "other text: {:?}", page.answer()?);
    Ok(())
}

/// After a reload, text, question and feedback are as they were.
pub fn comes_back(page: &Page) -> Result<()> {
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    page.click("h1")?;
    let (text, before) = (page.answer()?, page.feedback()?);
    page.reload_app()?;
    page.show_everything().context("the feedback did not come back")?;
    let (text_after, after) = (page.answer()?, page.feedback()?);
    ensure!(text_after == text, "the text changed from {text:?} to {text_after:?}");
    ensure!(after == before, "the feedback changed from\n{before:#}\nto\n{after:#}");
    Ok(())
}
