//! The pages of single questions: read without the program, taken over by it without a move.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Scenario;
use super::page::Page;
use super::site::Site;
use crate::build;
use crate::tools::Engine;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("shows a question's page to those who allow no scripts", reads_without_scripts).except(SCRIPTLESS),
    Scenario::new("takes a question's page over and moves nothing, on a desktop", |page| {
        moves_nothing(page, 1280, 900)
    })
    .except(UNSEEN),
    Scenario::new("takes a question's page over and moves nothing, on a phone", |page| moves_nothing(page, 360, 740))
        .except(UNSEEN),
    Scenario::new("goes on from a question's page at its own address", goes_on_at_its_own_address),
    Scenario::new("opens a question's page without a server", opens_without_server),
    Scenario::new("has its pages two folders down on somebody's site", works_two_folders_down),
];

/// Who cannot switch scripts off under a driver.
const SCRIPTLESS: &[(Engine, &str)] =
    &[(Engine::Firefox, "its driver needs scripts"), (Engine::WebKit, "its driver needs scripts")];

/// Who cannot watch a page from before its first line on.
const UNSEEN: &[(Engine, &str)] =
    &[(Engine::Firefox, "it reports no layout shifts"), (Engine::WebKit, "it reports no layout shifts")];

/// Runs before the page does: notes every layout shift, and as soon as the page has been read where its parts stand.
/// Then it does what a reader does who is quicker than the program: scrolls, and turns to the answer.
const WATCH: &str = "
    window.shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    window.places = () => ['h1', '.question-line', '.links', '.why', '.tips', 'dd', '#answer', '#answer-foot', '.coach .next']
        .map((part) => document.querySelector(part).getBoundingClientRect())
        .map(({ x, y, width, height }) => [x, y + scrollY, width, height].map(Math.round).join(' '));
    addEventListener('DOMContentLoaded', () => {
        window.written = document.getElementById('answer');
        written.focus({ preventScroll: true });
        scrollTo(0, 120);
        window.before = places();
        window.scrolled = [scrollY, document.documentElement.scrollHeight];
    });";

/// Moves everything, so that the browser has something to report after all that came before.
const SHIFT: &str = "window.since = performance.now();
    const block = document.createElement('p');
    block.textContent = 'moved';
    document.body.prepend(block);";

fn reads_without_scripts(page: &Page) -> Result<()> {
    let site = Site::open(page, "pages-unscripted")?;
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
    page.go(&site.address("q/biggest-failure/"))?;
    let content = build::content()?;
    let asked = content.questions.iter().zip(&content.shelf.details).find(|(one, _)| one.id == "biggest-failure");
    let (question, details) = asked.context("no such question")?;
    // Not as WebDriver reads: to it, what is said to those who allow no scripts is never on the screen.
    let shown = page.script("return document.querySelector('main').innerText", &[])?;
    let shown = shown.as_str().context("there is no text")?;
    let texts = [question.prompt, question.listens, &details.why].into_iter();
    for text in texts.chain(details.dos.iter().chain(&details.avoids).map(String::as_str)) {
        ensure!(shown.contains(text), "{text:?} is not shown without scripts, but {shown:?}");
    }
    ensure!(shown.contains("needs JavaScript"), "nothing says what an answer takes: {shown:?}");
    ensure!(!shown.contains("Insert this stem") && !shown.contains("One moment"), "shown without use: {shown:?}");
    page.click_unscripted("//a[normalize-space()='Questions']")?;
    page.wait_for_text("h1", "Interview questions about failure")?;
    page.click_unscripted("a[href='./missed-goal/']")?;
    page.wait_for_text("h1", content.question("missed-goal").context("no such question")?.prompt)
}

fn moves_nothing(page: &Page, width: u32, height: u32) -> Result<()> {
    page.resize(width, height)?;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))?;
    // On a slow machine the program takes long enough to be seen at work.
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))?;
    page.visit("q/biggest-failure/")?;
    ensure!(page.script("return before.length", &[])? == 9, "the page was not seen before the program came");
    ensure!(page.script("return written.isConnected", &[])? == false, "the program has drawn nothing");
    let [before, after] = ["before", "places()"].map(|what| page.script(&format!("return {what}"), &[]));
    let (before, after) = (before?, after?);
    ensure!(before == after, "parts of the page stood at {before} and now stand at {after}");
    let scrolled = page.script("return scrolled", &[])?;
    let now = page.script("return [scrollY, document.documentElement.scrollHeight]", &[])?;
    ensure!(scrolled == now && now[0] != 0, "of a page scrolled to {scrolled}, the program has made {now}");
    let focus = page.script("return document.activeElement.id", &[])?;
    ensure!(focus == "answer", "the keyboard is at {focus}");
    ensure!(page.script("return document.getElementById('library')", &[])?.is_null(), "the library was left lying");
    page.script(SHIFT, &[])?;
    let later = "return shifts.some((shift) => shift.startTime >= since)";
    until("the browser reports a shift", || Ok((page.script(later, &[])? == true).then_some(())))?;
    let sum = "return shifts.filter((shift) => shift.startTime < since).reduce((sum, shift) => sum + shift.value, 0)";
    let sum = page.script(sum, &[])?;
    let what = "return shifts.filter((shift) => shift.startTime < since).flatMap(({ sources }) => sources).map(({ node, \
        previousRect, currentRect }) => [node?.className ?? node?.nodeName, previousRect, currentRect])";
    ensure!(sum.as_f64().is_some_and(|sum| sum < 0.01), "the page has shifted by {sum}: {}", page.script(what, &[])?);
    page.keys("In May")?;
    ensure!(page.answer()? == "In May", "the answer has {:?}", page.answer()?);
    Ok(())
}

fn goes_on_at_its_own_address(page: &Page) -> Result<()> {
    page.visit("q/biggest-failure/")?;
    let prompt = page.text("h1")?;
    ensure!(here(page)? == page.address("#q=biggest-failure"), "the address is {}", here(page)?);
    page.focus_answer()?;
    page.keys("In May I lost the key.")?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    page.click("//a[normalize-space()='Change question']")?;
    page.click("a[href='#q=missed-goal']")?;
    page.text("#answer")?;
    page.back()?;
    page.back()?;
    page.wait_for_text("h1", &prompt)?;
    ensure!(page.answer()? == "In May I lost the key.", "back brought {:?}", page.answer()?);
    page.forward()?;
    page.text("a[href='#q=missed-goal']")?;
    page.back()?;
    page.reload_app()?;
    page.wait_for_text("h1", &prompt)?;
    ensure!(page.answer()? == "In May I lost the key.", "a reload brought {:?}", page.answer()?);

    // What the address names already is what it is about.
    page.visit("q/biggest-failure/#guide=owning-it")?;
    page.text("article h1")?;
    ensure!(here(page)? == page.address("#guide=owning-it"), "the address is {}", here(page)?);
    page.visit("q/biggest-failure/?from=chat#q=missed-goal")?;
    page.text("#answer")?;
    ensure!(here(page)? == page.address("?from=chat#q=missed-goal"), "the address is {}", here(page)?);
    page.visit("q/biggest-failure/index.html")?;
    page.wait_for_text("h1", &prompt)?;
    ensure!(page.answer()? == "In May I lost the key.", "the page shows {:?}", page.answer()?);
    Ok(())
}

fn opens_without_server(page: &Page) -> Result<()> {
    let site = Site::open(page, "pages-gone")?;
    site.visit(page, "")?;
    let address = site.stop()?;
    for (below, id) in [("q/missed-goal/", "missed-goal"), ("q/regret/index.html", "regret")] {
        page.go(&format!("{address}{below}"))?;
        page.wait_until_started()?;
        page.text("#answer")?;
        ensure!(here(page)? == format!("{address}#q={id}"), "the address is {}", here(page)?);
        page.focus_answer()?;
        page.keys("In May I lost the key.")?;
        page.wait_for_text("#answer-foot", "Saved on this device")?;
        page.go(&format!("{address}{below}"))?;
        page.wait_until_started()?;
        page.text("#answer")?;
        ensure!(page.answer()? == "In May I lost the key.", "kept without a server: {:?}", page.answer()?);
    }
    page.go(&format!("{address}q/regret/#guide=owning-it"))?;
    page.text("article h1")?;
    ensure!(here(page)? == format!("{address}#guide=owning-it"), "the address is {}", here(page)?);
    page.go(&format!("{address}q/"))?;
    // The program has the list too.
    page.text("a[href='#q=biggest-failure']")?;
    super::offline::without_network_complaints(page)
}

fn works_two_folders_down(page: &Page) -> Result<()> {
    let site = Site::open_below(page, "pages-below", "blog/practice/")?;
    page.go(&site.address("q/"))?;
    page.click("a[href='./missed-goal/']")?;
    page.wait_until_started()?;
    page.wait_until_settled()?;
    page.text("#answer")?;
    ensure!(here(page)? == site.address("#q=missed-goal"), "the address is {}", here(page)?);
    page.click("//a[normalize-space()='Questions']")?;
    page.text("a[href='#q=biggest-failure']")?;
    // Nothing was asked for above the page's own folder.
    let astray: Vec<String> =
        site.requests().into_iter().filter(|asked| !asked.starts_with("/blog/practice/")).collect();
    ensure!(astray.is_empty(), "asked for {}", astray.join(" "));
    Ok(())
}

/// The address in the address bar.
fn here(page: &Page) -> Result<String> {
    Ok(page.script("return location.href", &[])?.as_str().unwrap_or_default().to_owned())
}
