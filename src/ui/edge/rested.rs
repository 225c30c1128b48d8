//! A draft that waits until it has been left alone for a while.

use std::mem;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use crate::ui::draft::Draft;

/// The last draft that stood unchanged for a while, of the question that is open.
#[derive(Default)]
pub struct Rested {
    question: &'static str,
    drafts: Option<Drafts>,
    waiting: Option<Timeout>,
}

struct Drafts {
    rested: Draft,
    latest: Draft,
}

impl Rested {
    /// The draft that rested last; `None` for a question that has not been on the screen before.
    pub fn of(&self, question: &str) -> Option<&Draft> {
        self.drafts.as_ref().filter(|_| self.question == question).map(|drafts| &drafts.rested)
    }

    /// Takes what is on the screen now: at once what belongs to another question, anything else after a while; `wait`
    /// calls [`Rested::rest`] then.
    pub fn follow(&mut self, question: &'static str, draft: &Draft, wait: impl FnOnce() -> Timeout) {
        match &mut self.drafts {
            Some(drafts) if self.question == question => {
                if !same(&drafts.latest, draft) {
                    drafts.latest = draft.clone();
                    self.waiting = (!same(&drafts.rested, draft)).then(wait);
                }
            }
            _ => {
                let drafts = Drafts { rested: draft.clone(), latest: draft.clone() };
                *self = Rested { question, drafts: Some(drafts), waiting: None };
            }
        }
    }

    /// The latest draft has been left alone: gives the one that rested before, and the latest.
    pub fn rest(&mut self) -> Option<(Draft, &Draft)> {
        self.waiting = None;
        let drafts = self.drafts.as_mut()?;
        let before = mem::replace(&mut drafts.rested, drafts.latest.clone());
        Some((before, &drafts.rested))
    }
}

/// Each text that is typed or comes from elsewhere gets a report of its own.
fn same(one: &Draft, other: &Draft) -> bool {
    Rc::ptr_eq(&one.report, &other.report)
}
