//! The text area is the browser's own: caret, undo, composition and paste are never disturbed.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;
use crate::tools::Engine;
use crate::webdriver::{key, until};

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("leaves the caret alone while typing in the middle", leaves_the_caret_alone),
    Scenario::new("leaves undo to the browser", leaves_undo_alone),
    Scenario::new("waits for a composition to end", waits_for_composition)
        .except(&[(Engine::WebKit, "its driver has no input method")]),
    Scenario::new("takes a paste of 50,000 words and stays usable", takes_a_long_paste),
    Scenario::new("can be used with the keyboard alone", works_by_keyboard),
];

fn leaves_the_caret_alone(page: &Page) -> Result<()> {
    with_draft(page)?;
    let (at, typed) = (WEAK.len() / 2, " — so I thought, naïvely — ");
    page.place_caret(at)?;
    for (pressed, key) in typed.chars().enumerate() {
        page.keys(&key.to_string())?;
        let caret = page.caret()?;
        ensure!(caret == at + pressed + 1, "after {} keys the caret stood at {caret}", pressed + 1);
    }
    let expected = format!("{}{typed}{}", &WEAK[..at], &WEAK[at..]);
    ensure!(page.answer()? == expected, "the text became {:?}", page.answer()?);
    for _ in typed.chars() {
        page.keys(&key::BACKSPACE.to_string())?;
    }
    ensure!(page.answer()? == WEAK && page.caret()? == at, "taking it back left {:?}", page.answer()?);
    Ok(())
}

fn leaves_undo_alone(page: &Page) -> Result<()> {
    with_draft(page)?;
    // What comes after a move is a step of its own.
    page.place_caret(0)?;
    page.place_caret(WEAK.len())?;
    page.keys(" It cost us a week.")?;
    page.feedback()?;
    until("undo brings the draft back", || {
        page.undo()?;
        Ok((page.answer()? == WEAK).then_some(()))
    })
}

fn waits_for_composition(page: &Page) -> Result<()> {
    with_draft(page)?;
    let before = page.feedback()?;
    for part in [" k", " か", " から"] {
        page.compose(part)?;
        ensure!(page.answer()? == format!("{WEAK}{part}"), "composing shows {:?}", page.answer()?);
    }
    ensure!(page.feedback()? == before, "half-composed words were judged");
    page.compose_to(" から")?;
    page.keys(" In May it cost us a week.")?;
    ensure!(page.answer()? == format!("{WEAK} から In May it cost us a week."), "composed: {:?}", page.answer()?);
    Ok(())
}

fn takes_a_long_paste(page: &Page) -> Result<()> {
    page.visit("#q=biggest-failure")?;
    page.focus_answer()?;
    let mut long = WEAK.to_owned() + " ";
    while long.split_whitespace().count() < 50_000 {
        long += WEAK;
        long.push(' ');
    }
    page.insert(&long)?;
    until("the paste has been read", || Ok((page.answer()?.len() == long.len()).then_some(())))?;
    page.keys("Then I called.")?;
    let expected = format!("{long}Then I called.");
    until("the next words have been typed", || Ok((page.answer()? == expected).then_some(())))?;
    page.wait_for_text("main", "This is far longer than an answer can be.")?;
    page.click("//a[normalize-space()='Questions']")?;
    page.click("a[href='#q=missed-goal']")?;
    page.focus_answer()?;
    page.keys("Short.")?;
    ensure!(page.answer()? == "Short.", "the next question took {:?}", page.answer()?);
    Ok(())
}

fn works_by_keyboard(page: &Page) -> Result<()> {
    page.visit("")?;
    tab_until(page, "a[href='#q=biggest-failure']")?;
    page.keys(&key::ENTER.to_string())?;
    page.text("#answer")?;
    tab_until(page, "#answer")?;
    page.keys(WEAK)?;
    ensure!(page.answer()? == WEAK, "typed was {:?}", page.answer()?);
    tab_until(page, "[aria-labelledby=next] button")?;
    page.keys(&key::ENTER.to_string())?;
    until("the stem stands in the answer", || Ok((page.answer()?.len() > WEAK.len()).then_some(())))
}

fn with_draft(page: &Page) -> Result<()> {
    page.visit("#q=biggest-failure")?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.feedback().map(drop)
}

/// Moves the focus on until it stands on an element.
pub fn tab_until(page: &Page, css: &str) -> Result<()> {
    for _ in 0..60 {
        if page.script("return !!document.activeElement.closest(arguments[0])", &[json!(css)])? == true {
            return Ok(());
        }
        page.keys(&key::TAB.to_string())?;
    }
    anyhow::bail!("60 times Tab did not reach {css}")
}
