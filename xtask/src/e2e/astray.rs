//! Sharing where something is in the way: links that are damaged, too new or too long, a browser that refuses to copy, a
//! narrow window, no network.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Scenario;
use super::answers::WEAK;
use super::desk::button;
use super::host::Host;
use super::offline::without_network_complaints;
use super::page::Page;
use super::reading::ANSWER;
use super::site::Site;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("opens the question of a link that it cannot read, and says why", explains_links),
    Scenario::new("selects a link that the browser refuses to copy", copies_by_hand),
    Scenario::new("keeps sharing within the window, and its targets large enough", fits),
    Scenario::new("shares without a network what it has opened before", shares_without_network),
    Scenario::new("reads an answer in a frame without an origin", reads_in_a_sandbox),
];

/// The page for sharing.
const SHARE: &str = "share/";

/// Takes both ways of copying from the page.
const REFUSE: &str = "document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } })";

/// The same on a page that has no clipboard at all, as where it came without https.
const REFUSE_OLD: &str = "document.execCommand = () => false;
    Object.defineProperty(navigator, 'clipboard', { value: undefined })";

/// What reaches beyond the window, and what is too small to be hit.
const MISFITS: &str = "const odd = [];
    if (document.documentElement.scrollWidth > innerWidth) odd.push(`${document.documentElement.scrollWidth} wide`);
    for (const one of document.querySelectorAll('.desk :is(a.link, button, select, input, summary), .desk-nav a, .task :is(a, button)')) {
        const { width, height } = (one.matches('.tick input') ? one.parentElement : one).getBoundingClientRect();
        if (height && (height < 43.5 || width < 24)) odd.push(`${one.outerHTML.slice(0, 80)} is ${width} by ${height}`);
    }
    return odd";

fn explains_links(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, "In May I lost the key.")?;
    let answer = page.answer_link("regret")?;
    let below = answer.strip_prefix(&page.address("")).unwrap_or_default();
    let too_long = format!("{SHARE}#q=regret&a=1.{}", "A".repeat(20_000));
    for (link, place, said) in [
        (below.replace("a=1.", "c=9."), ".task", "It was made by a newer version of this page."),
        (below[..below.len() - 4].to_owned(), ".tidings", "It was cut off or changed on its way."),
        (below.replace("a=1.", "r=9."), ".tidings", "It was made by a newer version of this page."),
        (too_long, ".tidings", "It is longer than any that this page makes."),
        (format!("{SHARE}#q=regret&read"), ".tidings", "The answer is not in this tab any more."),
    ] {
        page.go("about:blank")?;
        page.visit(&link)?;
        page.wait_for_text(place, said)?;
        ensure!(page.answer()? == "In May I lost the key.", "the draft is {:?} after {link:.90}", page.answer()?);
        let hash = page.script("return location.hash", &[])?.to_string();
        ensure!(!hash.contains("a=") && !hash.contains("r="), "the address still holds {hash:.90}");
    }
    page.visit(&format!("{SHARE}#q=no-such-question&c=9.AAAA"))?;
    page.wait_for_text(".task", "There is no question called “no-such-question” here")?;
    let markup = "#q=%3Cimg%20src=x%20onerror=alert(1)%3E&share";
    page.visit(&format!("{SHARE}{markup}"))?;
    page.text("#link-question")?;
    let made = page.script("return document.querySelectorAll('#comeback :is(img, script, iframe)').length", &[])?;
    ensure!(made == 0, "{made} elements were made of text");
    Ok(())
}

fn copies_by_hand(page: &Page) -> Result<()> {
    for refuse in [REFUSE, REFUSE_OLD] {
        page.go("about:blank")?;
        page.visit(&format!("{SHARE}#q=regret&share"))?;
        let link = page.value("#link-question")?;
        page.script(refuse, &[])?;
        page.click(&button("Copy link"))?;
        page.wait_for_text("[role=status].soft", "This browser refused to copy. The text is selected")?;
        let selected = "const field = document.activeElement;
            return field.id + ' ' + field.value.slice(field.selectionStart, field.selectionEnd)";
        let selected = page.script(selected, &[])?;
        ensure!(selected == format!("link-question {link}"), "selected is {selected}");
    }
    Ok(())
}

fn fits(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, WEAK)?;
    let answer = page.answer_link("regret")?;
    let answer = answer.strip_prefix(&page.address("")).unwrap_or_default().to_owned();
    narrow(page, "the share panel")?;
    page.visit(&format!("{SHARE}#coach"))?;
    page.fill("#minutes", "2")?;
    let task = page.value("#link-task")?;
    page.click("//summary[normalize-space()='Weigh them yourself']")?;
    narrow(page, "the form of a coach")?;
    page.visit(task.strip_prefix(&page.address("")).unwrap_or_default())?;
    page.text(".clock")?;
    narrow(page, "a task")?;
    page.visit(&answer)?;
    page.select_words(0, 3)?;
    page.click(&button("Comment on these words"))?;
    page.fill("#says", "How so?")?;
    page.click("//*[@aria-label='Level for Cause']/button[normalize-space()='2']")?;
    page.click(&button("Show what Comeback sees"))?;
    page.click(&button("Make a link with my review"))?;
    let review = page.value("#link-review")?;
    narrow(page, "an answer that is read")?;
    page.visit(review.strip_prefix(&page.address("")).unwrap_or_default())?;
    page.text(".two")?;
    narrow(page, "a review")?;
    page.visit(&format!("{SHARE}#sheet"))?;
    page.click("summary .soft")?;
    page.click(&button("All of them"))?;
    page.text(".sheet-card")?;
    narrow(page, "a sheet")
}

fn narrow(page: &Page, what: &str) -> Result<()> {
    for width in [320, 360, 768, 1280] {
        page.resize(width, 800)?;
        let odd = page.script(MISFITS, &[])?;
        ensure!(odd == json!([]), "in a window of {width}, {what}: {odd}");
    }
    Ok(())
}

fn shares_without_network(page: &Page) -> Result<()> {
    let site = Site::open(page, "shared")?;
    site.visit(page, &format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, "In May I lost the key.")?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    // What sharing needs is kept when a page that is kept asks for it: the first one was not yet.
    page.reload()?;
    page.wait_until_started()?;
    let address = site.stop()?;
    page.go("about:blank")?;
    page.go(&format!("{address}{SHARE}#q=regret&share"))?;
    page.wait_until_started()?;
    page.click(&button("Send my answer to somebody"))?;
    page.click(&button("Make a link with my answer"))?;
    let link = page.value("#link-answer")?;
    page.go("about:blank")?;
    page.go(&link)?;
    page.wait_for_fragment("#q=regret&read")?;
    ensure!(page.value("#read-text")? == "In May I lost the key.", "read is {:?}", page.value("#read-text")?);
    without_network_complaints(page)
}

fn reads_in_a_sandbox(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, "In May I lost the key.")?;
    let link = page.answer_link("regret")?;
    let below = link.strip_prefix(&page.address("")).unwrap_or_default().to_owned();
    let host = Host::open_named(page, "shared-sandbox")?;
    // A driver cannot move somebody else's page to what is further down in a frame.
    page.resize(1000, 3300)?;
    host.write(&format!(
        "<iframe id=a sandbox=allow-scripts title=Practice width=900 height=3200 src='{}'></iframe>",
        host.site(&below)
    ))?;
    host.visit(page)?;
    page.enter("#a")?;
    page.wait_for_fragment("#q=regret&read")?;
    page.fill("#next-step", "Say why.")?;
    let saves = page.script("return document.body.innerText.includes('as a file')", &[])?;
    ensure!(saves == false, "a file is offered that nobody would get");
    page.click(&button("Make a link with my review"))?;
    page.value("#link-review")?;
    page.click(&button("Copy link"))?;
    page.text(&button("Copied"))?;
    page.leave()
}
