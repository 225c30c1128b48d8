//! A text and what is said about it, and which next step stands beside it.

use std::rc::Rc;

use comeback_engine::{Assessor, Report};

use crate::content::{Question, RUBRIC};
use crate::library::Library;
use crate::ui::state::Kept;
use crate::ui::wording;

/// A text, its report, and the step that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The text as typed.
    pub text: Rc<str>,
    /// What the engine says about exactly this text.
    pub report: Rc<Report>,
    /// The shown step, a row of the rubric's step table.
    pub step: Option<u8>,
    /// What decides between wordings ([`wording::seed`]).
    pub seed: u32,
}

/// Reads drafts, and keeps what it has read so that the next key costs little. What it says depends on the text alone.
#[derive(Debug)]
pub struct Judge(Assessor<'static>);

impl Judge {
    /// What the engine says about a text; `caret` is in UTF-8 bytes.
    pub fn report(&mut self, question: &Question, text: &str, caret: Option<u32>) -> Report {
        self.0.update(&question.profile, text, caret)
    }
}

impl Default for Judge {
    fn default() -> Judge {
        Judge(Assessor::new(&RUBRIC))
    }
}

impl Draft {
    /// The draft after a key; `before` is the draft up to then, `caret` is in UTF-8 bytes.
    pub fn typed(
        judge: &mut Judge,
        question: &Question,
        text: Rc<str>,
        caret: Option<u32>,
        before: Option<&Draft>,
    ) -> Draft {
        let report = judge.report(question, &text, caret);
        let step = match before {
            Some(before) => step(before.step, &before.report, &report, unfinished(&text, caret)),
            None => step(None, &report, &report, false),
        };
        let seed = wording::seed(question.id, &text);
        Draft { text, report: Rc::new(report), step, seed }
    }

    /// A draft that was kept; its step is shown again if it still holds.
    pub fn restored(judge: &mut Judge, question: &Question, kept: &Kept) -> Draft {
        let report = judge.report(question, &kept.text, None);
        let step = step(kept.step, &report, &report, false);
        let seed = wording::seed(question.id, &kept.text);
        Draft { text: kept.text.as_str().into(), report: Rc::new(report), step, seed }
    }

    /// What the shown step asks, in this draft's wording.
    pub fn asks(&self, library: Option<&'static Library>) -> Option<&'static str> {
        let row = self.step?;
        let step = RUBRIC.steps.get(usize::from(row))?;
        let more = library.and_then(|library| library.steps().nth(row.into()));
        Some(wording::pick(step.says, more.map(|more| more.says()), self.seed, row.into()))
    }
}

/// The step to show: the one that is shown, while its row still holds or a sentence is unfinished; else the
/// report's own. A change of state (40 words reached, another language) always brings the report's own.
fn step(shown: Option<u8>, before: &Report, now: &Report, unfinished: bool) -> Option<u8> {
    let keeps = |row: &u8| now.state == before.state && (unfinished || now.open_steps.contains(row));
    shown.filter(keeps).or(now.next.map(|next| next.step))
}

/// True while the caret stands in a sentence that has not been ended before it.
fn unfinished(text: &str, caret: Option<u32>) -> bool {
    let before = caret.and_then(|caret| text.get(..caret as usize)).unwrap_or("");
    let end = before.trim_end_matches([' ', '"', '\'', '\u{201d}', '\u{2019}', ')']);
    !(end.is_empty() || end.ends_with(['.', '!', '?', '\n']))
}

#[cfg(test)]
mod tests {
    use comeback_engine::{NextStep, State, assess};

    use super::*;

    fn report(state: State, open: &[u8]) -> Report {
        let empty = assess(&RUBRIC, &crate::content::QUESTIONS[0].profile, "");
        let next = open.first().map(|&step| NextStep { step, criterion: None });
        Report { state, next, open_steps: open.to_vec(), ..empty }
    }

    #[test]
    fn keeps_the_shown_step_while_its_row_holds() {
        let now = report(State::Scored, &[4, 7]);
        assert_eq!(step(Some(7), &now, &now, false), Some(7));
    }

    #[test]
    fn moves_on_when_the_row_no_longer_holds_and_the_sentence_is_finished() {
        let now = report(State::Scored, &[8, 9]);
        assert_eq!(step(Some(7), &now, &now, true), Some(7), "not in the middle of a sentence");
        assert_eq!(step(Some(7), &now, &now, false), Some(8));
    }

    #[test]
    fn a_new_state_brings_its_own_step_at_once() {
        let (before, now) = (report(State::Short, &[1]), report(State::Scored, &[5]));
        assert_eq!(step(Some(1), &before, &now, true), Some(5));
    }

    #[track_caller]
    fn check_unfinished(text_with_caret: &str, expected: bool) {
        let caret = text_with_caret.find('|').map(|at| at as u32);
        assert_eq!(unfinished(&text_with_caret.replace('|', ""), caret), expected, "{text_with_caret}");
    }

    #[test]
    fn a_sentence_is_unfinished_until_it_is_ended_before_the_caret() {
        check_unfinished("I rang the hot|", true);
        check_unfinished("I rang the hotel. And then |", true);
        check_unfinished("I rang the hotel.|", false);
        check_unfinished("She said \u{201c}never.\u{201d} |", false);
        check_unfinished("I rang\n|", false);
        check_unfinished("I rang the hotel", false);
        check_unfinished("|", false);
    }
}
