//! What a person reads off the page.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::page::Page;
use crate::webdriver::until;

/// The answer's text area.
pub const ANSWER: &str = "#answer";

/// The button that unfolds levels and band.
const EVERYTHING: &str = "//button[normalize-space()='Show everything'][@aria-expanded='false']";

/// Words for a whole answer, the lowest first.
const BANDS: [&str; 4] = ["Start here", "Developing", "Good", "Strong"];

/// Everything that is said about an answer, as text.
const FEEDBACK: &str = "const of = (css) => [...document.querySelectorAll(css)].map((e) => e.innerText);
    return { question: of('h1'), coach: of('aside[aria-label=Coach]'), marks: of('mark'), save: of('#answer-foot') }";

/// Names of the criteria with their levels, 1 to 5.
const LEVELS: &str = "return [...document.querySelectorAll('.crit-row')].map((row) => [
    row.querySelector('.crit-name').innerText, Number(row.querySelector('.crit-level').innerText.match(/\\d/)[0])])";

impl Page {
    /// Puts the caret into the answer.
    pub fn focus_answer(&self) -> Result<()> {
        self.click(ANSWER)
    }

    /// The answer as the text area holds it.
    pub fn answer(&self) -> Result<String> {
        let value = self.script("return document.querySelector('#answer').value", &[])?;
        Ok(value.as_str().context("the answer is no text")?.to_owned())
    }

    /// The one next step, in words.
    pub fn next_step(&self) -> Result<String> {
        self.text("[aria-labelledby=next] .msg")
    }

    /// Waits for a next step other than this one.
    pub fn next_step_after(&self, before: &str) -> Result<String> {
        until(&format!("a next step other than {before:?}"), || {
            Ok(Some(self.next_step()?).filter(|step| step != before && !step.is_empty()))
        })
    }

    /// Unfolds levels and band.
    pub fn show_everything(&self) -> Result<()> {
        self.click(EVERYTHING)
    }

    /// The levels by criterion, unfolded.
    pub fn levels(&self) -> Result<Vec<(String, u64)>> {
        let rows = self.script(LEVELS, &[])?;
        let row = |row: &Value| Some((row[0].as_str()?.to_owned(), row[1].as_u64()?));
        let levels: Vec<_> = rows.as_array().into_iter().flatten().filter_map(row).collect();
        ensure!(!levels.is_empty(), "no level is shown");
        Ok(levels)
    }

    /// The place of the shown band among the four, unfolded: 0 is the lowest.
    pub fn band(&self) -> Result<usize> {
        let word = self.text(".band-word")?;
        BANDS.iter().position(|band| *band == word).with_context(|| format!("{word:?} is no band"))
    }

    /// All feedback, once it no longer changes.
    pub fn feedback(&self) -> Result<Value> {
        let (mut last, mut same) = (Value::Null, 0);
        // Messages rest for 150 ms and an editor that was left for 400 ms: 50 looks take longer than both.
        until("the feedback no longer changes", || {
            let now = self.script(FEEDBACK, &[])?;
            same = if now == last { same + 1 } else { 0 };
            last = now;
            Ok((same > 50).then(|| last.clone()))
        })
    }

    /// Waits for a text somewhere in what an element shows.
    pub fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        until(&format!("{text:?} in {css}"), || Ok(self.text(css)?.contains(text).then_some(()))).with_context(|| {
            format!("the page shows: {}", self.script("return document.body.innerText", &[]).unwrap_or_default())
        })
    }

    /// Puts the caret at a place in the answer, counted in UTF-16 units.
    pub fn place_caret(&self, at: usize) -> Result<()> {
        let set = "document.querySelector('#answer').setSelectionRange(arguments[0], arguments[0])";
        self.script(set, &[json!(at)]).map(drop)
    }

    /// Where the caret stands in the answer, in UTF-16 units.
    pub fn caret(&self) -> Result<usize> {
        let Some(at) = self.script("return document.querySelector('#answer').selectionStart", &[])?.as_u64() else {
            bail!("there is no caret");
        };
        Ok(usize::try_from(at)?)
    }
}
