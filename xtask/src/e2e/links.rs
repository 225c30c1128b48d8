//! The address: it names the open question, and the browser's back and forward work.

use anyhow::{Result, ensure};

use super::Scenario;
use super::page::Page;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("opens the question that the address names", opens_the_named_question),
    Scenario::new("follows back and forward", follows_back_and_forward),
    Scenario::new("shows the list for an unknown question and says so", explains_an_unknown_question),
];

fn opens_the_named_question(page: &Page) -> Result<()> {
    page.visit("")?;
    let prompt = page.text("a[href='#q=missed-goal'] .q")?;
    page.visit("#q=missed-goal")?;
    page.wait_for_text("h1", &prompt)?;
    page.reload_app()?;
    page.wait_for_text("h1", &prompt)
}

fn follows_back_and_forward(page: &Page) -> Result<()> {
    page.visit("")?;
    let list = page.text("h1")?;
    let one = page.text("a[href='#q=biggest-failure'] .q")?;
    let two = page.text("a[href='#q=missed-goal'] .q")?;
    page.click("a[href='#q=biggest-failure']")?;
    page.wait_for_text("h1", &one)?;
    page.focus_answer()?;
    page.keys("In May I lost the key.")?;
    page.click("//a[normalize-space()='Questions']")?;
    page.wait_for_text("h1", &list)?;
    page.click("a[href='#q=missed-goal']")?;
    page.wait_for_text("h1", &two)?;
    page.back()?;
    page.wait_for_text("h1", &list)?;
    page.back()?;
    page.wait_for_text("h1", &one)?;
    ensure!(page.answer()? == "In May I lost the key.", "back brought {:?}", page.answer()?);
    page.forward()?;
    page.wait_for_text("h1", &list)?;
    page.forward()?;
    page.wait_for_text("h1", &two)?;
    ensure!(page.answer()?.is_empty(), "the other question shows {:?}", page.answer()?);
    Ok(())
}

fn explains_an_unknown_question(page: &Page) -> Result<()> {
    page.visit("#q=no-such-question")?;
    page.wait_for_text("main [role=status]", "There is no question called “no-such-question” here.")?;
    page.click("a[href='#q=biggest-failure']")?;
    page.text("#answer")?;
    until("the address names the open question", || {
        Ok((page.script("return location.hash", &[])? == "#q=biggest-failure").then_some(()))
    })
}
