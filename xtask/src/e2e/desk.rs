//! Sharing: a coach's task, a student's answer, the review that comes back; and what happens to them on the way.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;
use super::reading::ANSWER;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("takes a task to a student, the answer to a coach and the review back", goes_round),
    Scenario::new("gives the address of a question's page, and shows all of an answer first", shares),
    Scenario::new("puts an answer in the place of a draft only when asked twice, and gives it back", asks_first),
    Scenario::new("keeps a coach's words while other links are opened", keeps_a_coachs_words),
    Scenario::new("goes from question to question of a task, and forgets it when it is closed", follows_a_chain),
    Scenario::new("saves a review as a file and opens it again", saves_and_opens_a_file),
    Scenario::new("prints a sheet with a code for each question", prints_a_sheet),
];

/// The page for sharing.
const SHARE: &str = "share/";

/// A button by its name.
pub fn button(name: &str) -> String {
    format!("//button[normalize-space()='{name}']")
}

impl Page {
    /// What a field holds, once it holds something.
    pub fn value(&self, field: &str) -> Result<String> {
        until(&format!("a value of {field}"), || {
            let value = self.script("return document.querySelector(arguments[0])?.value ?? ''", &[json!(field)])?;
            Ok(value.as_str().filter(|value| !value.is_empty()).map(str::to_owned))
        })
    }

    /// Opens a link as from a mail: in a document of its own.
    pub fn open_link(&self, link: &str) -> Result<()> {
        self.go("about:blank")?;
        let below = link.strip_prefix(&self.address("")).with_context(|| format!("{link} leads elsewhere"))?;
        self.visit(below)
    }

    /// Waits until this stands behind `#`.
    pub fn wait_for_fragment(&self, fragment: &str) -> Result<()> {
        let hash = || self.script("return location.hash", &[]);
        until(
            &format!("the address ends with {fragment}, not {:?}", hash()),
            || Ok((hash()? == fragment).then_some(())),
        )
    }

    /// Types into a field.
    pub fn fill(&self, field: &str, text: &str) -> Result<()> {
        self.click(field)?;
        self.insert(text)
    }

    /// Selects words of the answer that is read, counted from 0; gives them.
    pub fn select_words(&self, from: usize, to: usize) -> Result<String> {
        let select = "const area = document.querySelector('#read-text'), words = area.value.split(' ');
            const before = words.slice(0, arguments[0]).join(' ').length, own = words.slice(...arguments).join(' ');
            area.focus();
            area.setSelectionRange(before, before + own.length);
            return own";
        let words = self.script(select, &[json!(from), json!(to)])?;
        Ok(words.as_str().context("no words")?.to_owned())
    }

    /// Makes the link with the answer that was written to a question.
    pub fn answer_link(&self, question: &str) -> Result<String> {
        self.visit(&format!("{SHARE}#q={question}&share"))?;
        self.click(&button("Send my answer to somebody"))?;
        self.click(&button("Make a link with my answer"))?;
        self.value("#link-answer")
    }
}

fn goes_round(page: &Page) -> Result<()> {
    // The coach.
    page.visit(&format!("{SHARE}#q=missed-goal&share"))?;
    page.click("//a[normalize-space()='For coaches']")?;
    page.fill("#note", "Dear Sam, think of one day.")?;
    page.fill("#minutes", "2")?;
    page.click("//label[normalize-space()='Repair']")?;
    page.click("//label[contains(., 'write first')]")?;
    let task = page.value("#link-task")?;
    ensure!(task.contains("#q=missed-goal&c=1."), "the task is {task}");

    // The student.
    page.open_link(&task)?;
    page.wait_for_text(".task", "From your coach, unverified")?;
    page.wait_for_text(".task", "Dear Sam, think of one day.")?;
    page.fill(ANSWER, WEAK)?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    let silent = "return !document.querySelector('mark, [aria-label=Coach], .strip')";
    ensure!(page.script(silent, &[])? == true, "something is said before it was asked for");
    page.reload_app()?;
    page.wait_for_text(".task", "Dear Sam, think of one day.")?;
    ensure!(page.answer()? == WEAK, "after a reload the answer is {:?}", page.answer()?);
    page.click(&button("I have written. Show the feedback"))?;
    page.text("mark")?;
    page.show_everything()?;
    page.wait_for_text(".crit-name", "Real failure")?;
    page.text("//*[@class='crit-name'][contains(., 'Repair')]/*[contains(., 'your coach asks for this')]")?;
    page.click("//a[normalize-space()='Send my answer']")?;
    page.click(&button("Send my answer to somebody"))?;
    ensure!(page.value("#inside")? == WEAK, "shown as sent is {:?}", page.value("#inside")?);
    page.click(&button("Make a link with my answer"))?;
    let answer = page.value("#link-answer")?;

    // The coach again.
    page.open_link(&answer)?;
    page.wait_for_fragment("#q=missed-goal&read")?;
    ensure!(page.value("#read-text")? == WEAK, "read is {:?}", page.value("#read-text")?);
    ensure!(page.script("return !document.querySelector('.pips')", &[])? == true, "levels are shown unasked");
    let words = page.select_words(0, 3)?;
    page.click(&button("Comment on these words"))?;
    page.fill("#says", "How so?")?;
    page.click(&button("Add it"))?;
    page.wait_for_text(".comments .quote", &words)?;
    page.click("//*[@aria-label='Level for Cause']/button[normalize-space()='2']")?;
    page.text("//*[@aria-label='Level for Cause']/button[@aria-pressed='true']")?;
    page.fill("#next-step", "Say what you did yourself.")?;
    page.click(&button("Make a link with my review"))?;
    let review = page.value("#link-review")?;
    ensure!(!review.contains("a=1."), "the review holds the answer: {review}");
    page.click(&button("Copy link"))?;
    page.text(&button("Copied"))?;

    // And the student.
    page.open_link(&review)?;
    page.wait_for_fragment("#q=missed-goal&review")?;
    page.wait_for_text(".question-line", "about the very text that you have here")?;
    page.wait_for_text("mark", &words)?;
    page.wait_for_text(".comments", "How so?")?;
    page.wait_for_text(".next", "Say what you did yourself.")?;
    page.wait_for_text(".two", "2 of 5")?;
    page.click("//a[normalize-space()='Go on writing']")?;
    page.text(ANSWER)?;
    ensure!(page.answer()? == WEAK, "the draft is {:?} now", page.answer()?);
    Ok(())
}

fn shares(page: &Page) -> Result<()> {
    page.visit("#q=regret")?;
    page.fill(ANSWER, WEAK)?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    page.click("//a[normalize-space()='Share']")?;
    page.wait_until_started()?;
    ensure!(page.value("#link-question")? == page.address("q/regret/"), "{}", page.value("#link-question")?);
    page.text(".code .address")?;
    page.click(&button("Copy link"))?;
    page.text(&button("Copied"))?;
    page.click("//a[normalize-space()='Back to the question']")?;
    page.text(ANSWER)?;
    ensure!(page.answer()? == WEAK, "behind the panel is {:?}", page.answer()?);
    // The page was left and another one opened: it begins anew to count what it asks for.
    page.visit(SHARE)
}

fn asks_first(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, "In May I lost the key.")?;
    let link = page.answer_link("regret")?;
    page.visit(&format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, " My draft.")?;
    let draft = page.answer()?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    page.open_link(&link)?;
    page.click(&button("Use as my draft"))?;
    page.wait_for_text("[role=alert] p", "You have a draft of this question here")?;
    page.click(&button("Keep my draft"))?;
    page.click(&button("Use as my draft"))?;
    page.click(&button("Put the answer there"))?;
    page.text(ANSWER)?;
    ensure!(page.answer()? == "In May I lost the key.", "put there was {:?}", page.answer()?);
    page.click(&button("Bring it back"))?;
    until("the draft is back", || Ok((page.answer()? == draft).then_some(())))?;
    page.reload_app()?;
    ensure!(page.answer()? == draft, "kept was {:?}", page.answer()?);
    Ok(())
}

fn keeps_a_coachs_words(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, "In May I lost the key.")?;
    let link = page.answer_link("regret")?;
    page.open_link(&link)?;
    page.fill("#next-step", "Say why.")?;
    // The same tab follows other links.
    page.visit(&format!("{SHARE}#coach"))?;
    page.wait_for_text(".tidings", "A review that you have not sent is kept in this tab.")?;
    page.visit(&format!("{SHARE}#q=conflict"))?;
    page.click(&button("Go back to it"))?;
    ensure!(page.value("#next-step")? == "Say why.", "kept was {:?}", page.value("#next-step")?);
    page.visit(link.strip_prefix(&page.address("")).unwrap_or_default())?;
    ensure!(page.value("#next-step")? == "Say why.", "after the link again: {:?}", page.value("#next-step")?);
    page.click(&button("Copy it as text"))?;
    page.visit(&format!("{SHARE}#coach"))?;
    page.text("#note")?;
    let notices = page.script("return document.querySelector('.tidings').innerText", &[])?;
    ensure!(notices == "", "given away and still called unsent: {notices}");
    Ok(())
}

fn follows_a_chain(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#coach"))?;
    let choose = "const field = document.querySelector('#question-1');
        field.selectedIndex = 2; field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(choose, &[])?;
    until("both questions are in the link", || {
        Ok(page.value("#link-task")?.len().checked_sub(page.address(SHARE).len() + 40).map(drop))
    })?;
    let task = page.value("#link-task")?;
    page.open_link(&task)?;
    page.wait_for_text(".task", "Question 1 of 2")?;
    page.fill(ANSWER, "First.")?;
    page.click("//a[normalize-space()='Next question']")?;
    page.wait_for_text(".task", "Question 2 of 2")?;
    ensure!(page.answer()?.is_empty(), "the second question shows {:?}", page.answer()?);
    page.fill(ANSWER, "Second.")?;
    page.reload_app()?;
    page.wait_for_text(".task", "Question 2 of 2")?;
    ensure!(page.answer()? == "Second.", "after a reload: {:?}", page.answer()?);
    page.back()?;
    page.wait_for_text(".task", "Question 1 of 2")?;
    until("the first answer is back", || Ok((page.answer()? == "First.").then_some(())))?;
    page.click(&button("Close the task"))?;
    until("the task is gone", || {
        Ok((page.script("return !document.querySelector('.task') && !location.hash.includes('c=')", &[])? == true)
            .then_some(()))
    })?;
    ensure!(page.answer()? == "First.", "closed, the answer is {:?}", page.answer()?);
    Ok(())
}

fn saves_and_opens_a_file(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#q=regret"))?;
    page.fill(ANSWER, "In May I lost the key.")?;
    let link = page.answer_link("regret")?;
    page.open_link(&link)?;
    page.fill("#next-step", "Say why.")?;
    // What a browser does with a file that a page gives it is its own: here it stops at the page's edge.
    page.script("URL.createObjectURL = (blob) => { window.saved = blob; return '#' }", &[])?;
    page.click(&button("Save it as a file"))?;
    let file = page.script_async("window.saved.text().then(arguments[0])", &[])?;
    let file = file.as_str().context("nothing was saved")?.to_owned();
    ensure!(file.starts_with("{\"kind\":\"comeback-review\",\"v\":1,\"question\":\"regret\""), "saved was {file}");
    let choose = "const field = document.querySelector('#review-file'), files = new DataTransfer();
        files.items.add(new File([arguments[0]], 'review.json'));
        field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.visit(&format!("{SHARE}#q=regret&share"))?;
    page.text("#review-file")?;
    page.script(choose, &[json!("{}")])?;
    page.wait_for_text(".tidings", "This review could not be read.")?;
    page.script(choose, &[json!(file)])?;
    page.wait_for_fragment("#q=regret&review")?;
    page.wait_for_text(".next", "Say why.")
}

fn prints_a_sheet(page: &Page) -> Result<()> {
    page.visit(&format!("{SHARE}#sheet"))?;
    page.click("summary .soft")?;
    page.click(&button("All of them"))?;
    page.click("//label[contains(., 'follow-up questions')]")?;
    page.text(".sheet-card .points")?;
    page.text(&button("Print"))?;
    let sheet = "return [...document.querySelectorAll('.sheet-card')].map((card) => [
        !!card.querySelector('svg path').getAttribute('d'), card.querySelectorAll('li').length,
        card.querySelector('.address').textContent])";
    let cards = page.script(sheet, &[])?;
    let cards = cards.as_array().context("no cards")?;
    ensure!(!cards.is_empty(), "the sheet is empty");
    let root = page.address("q/");
    let whole = |card: &serde_json::Value| {
        card[0] == true && card[1] == 3 && card[2].as_str().is_some_and(|at| at.starts_with(&root) && at.ends_with('/'))
    };
    ensure!(cards.iter().all(whole), "the cards are {cards:?}");
    Ok(())
}
