//! What the page fetches once it stands: questions are found, guides and examples read, answers tailored and asked after.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;
use crate::run;
use crate::serve::Server;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("finds a question by its words and opens it", finds_a_question),
    Scenario::new("opens a guide from a finding and comes back to the draft", reads_a_guide),
    Scenario::new("shows an example, and how it reads when it is mended", shows_an_example),
    Scenario::new("asks one follow-up after the other", asks_follow_ups),
    Scenario::new("keeps whom and what an answer is tailored to", keeps_tailoring),
    Scenario::new("shows the coach's levels beside a person's own", shows_both_ratings),
    Scenario::new("works without its library, and fetches it when asked again", works_without_library),
];

fn finds_a_question(page: &Page) -> Result<()> {
    page.visit("")?;
    let all = count(page, ".qlist a")?;
    page.click("#find")?;
    page.keys("qqqq")?;
    page.wait_for_text("main [role=status]", "Nothing found.")?;
    page.click("//button[normalize-space()='Show all']")?;
    until("all questions are listed again", || Ok((count(page, ".qlist a")? == all).then_some(())))?;
    page.click("#find")?;
    page.keys("last manager")?;
    let prompt = page.text("a[href='#q=last-manager'] .q")?;
    ensure!(count(page, ".qlist a")? < all, "the list was not narrowed");
    page.click("a[href='#q=last-manager']")?;
    page.wait_for_text("h1", &prompt)?;
    title_holds(page, &prompt)
}

fn reads_a_guide(page: &Page) -> Result<()> {
    with_draft(page)?;
    let link = ".fix a[href^='#guide=']";
    let name = page.text(link)?.replace("Read: ", "");
    page.click(link)?;
    page.wait_for_text("h1", &name)?;
    title_holds(page, &name)?;
    page.click("//a[normalize-space()='Back to the question']")?;
    page.text("#answer")?;
    ensure!(page.answer()? == WEAK, "the draft came back as {:?}", page.answer()?);
    page.back()?;
    page.wait_for_text("h1", &name)?;
    page.back()?;
    page.text("#answer")?;
    ensure!(page.answer()? == WEAK, "after two steps back, the draft was {:?}", page.answer()?);
    page.visit("#guide=no-such-guide")?;
    page.wait_for_text("main [role=status]", "There is no guide called “no-such-guide” here.")
}

fn shows_an_example(page: &Page) -> Result<()> {
    page.visit("#examples")?;
    page.click("//li/a[contains(., 'Before, ')]")?;
    let link = |name: &str| format!("//a[normalize-space()='{name}']");
    let before = page.text("article h1")?;
    page.text(&link("See it mended"))?;
    ensure!(count(page, ".crit .pips")? >= 10, "the levels are not shown");
    ensure!(count(page, ".passage")? > 0, "its parts are not named");
    page.click(&link("See it mended"))?;
    page.text(&link("See it before"))?;
    ensure!(page.text("article h1")? != before, "the mended one is the same");
    page.click(&link("See it before"))?;
    page.wait_for_text("article h1", &before)?;
    page.click(&link("All examples"))?;
    page.wait_for_text("h1", "Examples")
}

fn asks_follow_ups(page: &Page) -> Result<()> {
    with_draft(page)?;
    let (asked, button) = (".panel .resumed", |name: &str| format!("//aside//button[normalize-space()='{name}']"));
    page.click(&button("Ask me a follow-up"))?;
    let first = page.text(asked)?;
    page.click(&button("Another one"))?;
    until("another one is asked", || Ok((page.text(asked)? != first).then_some(())))?;
    page.click("//aside//section[.//*[@role='status']]//button[normalize-space()='Close']")?;
    page.text(&button("Ask me a follow-up")).map(drop)
}

fn keeps_tailoring(page: &Page) -> Result<()> {
    let unfold = "//button[normalize-space()='Tailor it']";
    page.visit("#q=biggest-failure")?;
    page.click(unfold)?;
    page.click("#interviewer option:nth-child(2)")?;
    for value in 1..=3 {
        page.click(&format!(".tick:nth-of-type({value})"))?;
    }
    until("no fourth value can be ticked", || {
        Ok((count(page, ".tick :disabled")? + 3 == count(page, ".tick")?).then_some(()))
    })?;
    let names = "return [...document.querySelectorAll('.angle h3')].map((name) => name.innerText).join()";
    let chosen = page.script(names, &[])?;
    ensure!(count(page, ".angle")? == 4, "shown are {chosen}");
    page.reload_app()?;
    page.click(unfold)?;
    page.text(".angle h3")?;
    ensure!(page.script(names, &[])? == chosen, "after the reload: {}", page.script(names, &[])?);
    ensure!(count(page, ".tick :checked")? == 3, "the ticks did not come back");
    page.click("//*[@class='angle']//button[normalize-space()='Insert stem']")?;
    until("the stem stands in the answer", || Ok((!page.answer()?.is_empty()).then_some(())))
}

fn shows_both_ratings(page: &Page) -> Result<()> {
    page.visit("#rate")?;
    page.click("#rate-0 option:nth-child(4)")?;
    page.click("//button[normalize-space()=\"Show the coach's levels\"]")?;
    page.wait_for_text(".rated [role=status]", "Within one level of the coach's:")?;
    page.wait_for_text(".crit-said", "The coach: ")?;
    page.click("//button[normalize-space()='Next answer']")?;
    page.wait_for_text("main", "Answer 2 of 6")?;
    let rated = page.script("return document.querySelector('#rate-0').selectedIndex", &[])?;
    ensure!(rated == 0, "the next answer begins with a rating of {rated}");
    Ok(())
}

fn works_without_library(page: &Page) -> Result<()> {
    let bare = run::target_dir().join("dist-without-library");
    run::copy(page.dist(), &bare)?;
    let library = page.file_ending(".json")?;
    std::fs::remove_file(bare.join(&library))?;
    // Nothing settles in here: a worker would miss the file too, and say so whenever it gets to it.
    let html = std::fs::read_to_string(bare.join("index.html"))?;
    std::fs::write(bare.join("index.html"), html.replacen(" data-offline=", " data-none=", 1))?;
    let server = Server::start(&bare, 0, &[])?;
    page.go(&format!("{}#q=biggest-failure", server.address()))?;
    page.wait_for_text(".card [role=status]", "The guides and examples could not be loaded.")?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.feedback()?;
    ensure!(!page.next_step()?.is_empty(), "no next step without the library");
    // The browser reports the missing file: that is the case under test.
    let complaints = page.complaints()?;
    ensure!(complaints.iter().all(|line| line.contains("library")), "{}", complaints.join("\n"));
    std::fs::copy(page.dist().join(&library), bare.join(&library))?;
    page.click("//button[normalize-space()='Try again']")?;
    page.wait_for_text(".card .tips", "Avoid")?;
    ensure!(page.answer()? == WEAK, "the answer is now {:?}", page.answer()?);
    Ok(())
}

fn with_draft(page: &Page) -> Result<()> {
    page.visit("#q=biggest-failure")?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.feedback().map(drop)
}

fn count(page: &Page, css: &str) -> Result<u64> {
    let found = page.script("return document.querySelectorAll(arguments[0]).length", &[json!(css)])?;
    Ok(found.as_u64().unwrap_or_default())
}

fn title_holds(page: &Page, name: &str) -> Result<()> {
    let title = page.script("return document.title", &[])?;
    ensure!(title.as_str().is_some_and(|title| title.starts_with(name)), "the title is {title}");
    Ok(())
}
