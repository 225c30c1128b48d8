//! Narrow windows: the coach is a sheet behind a bar, and nothing is wider than the window.

use anyhow::{Result, ensure};

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("lifts the coach over a phone's page and lowers it", lifts_the_coach),
    Scenario::new("fits in every width from 320 to 1600", fits_in_every_width),
];

/// The bar at the lower edge.
const BAR: &str = "//button[contains(., 'Next step')][@aria-expanded='false']";

fn lifts_the_coach(page: &Page) -> Result<()> {
    page.resize(360, 740)?;
    page.visit("#q=biggest-failure")?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    // The sheet grows with what the coach says: a click must not meet it on its way.
    page.feedback()?;
    page.click(BAR)?;
    let step = page.next_step()?;
    ensure!(!step.is_empty(), "the sheet shows no next step");
    page.click("//aside//button[normalize-space()='Close']")?;
    page.wait_for_text(BAR, "Next step")
}

fn fits_in_every_width(page: &Page) -> Result<()> {
    page.visit("")?;
    for question in ["", "#q=biggest-failure"] {
        if !question.is_empty() {
            page.click(&format!("a[href='{question}']"))?;
            page.focus_answer()?;
            page.insert(WEAK)?;
            page.feedback()?;
        }
        fits(page, question)?;
    }
    for fold in ["Other wordings", "Examples", "Tailor it"] {
        page.click(&format!("//button[normalize-space()='{fold}']"))?;
    }
    page.click("#interviewer option:nth-child(2)")?;
    fits(page, "the folds of the question")?;
    for place in ["#guides", "#examples", "#rate"] {
        page.visit(place)?;
        fits(page, place)?;
        if place != "#rate" {
            page.click("main li a")?;
            page.text("article h1")?;
            fits(page, place)?;
        }
    }
    Ok(())
}

/// Nothing is wider than the window; the last width is a wide one.
fn fits(page: &Page, place: &str) -> Result<()> {
    for width in [320, 360, 560, 768, 900, 1120, 1280, 1600] {
        page.resize(width, 800)?;
        let wide = page.script("return document.documentElement.scrollWidth", &[])?;
        ensure!(wide.as_u64() <= Some(u64::from(width)), "{wide} wide in a window of {width}, at {place:?}");
    }
    Ok(())
}
