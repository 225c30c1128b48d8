//! A draft that waits until it has been left alone for a while.

use std::mem;
use std::rc::Rc;

use gloo_timers::callback::Timeout;

use crate::ui::draft::Draft;

/// What stood unchanged for a while of the question that is open: for a short one for those who read, for a longer one
/// for those who listen.
#[derive(Default)]
pub struct Rested {
    question: &'static str,
    drafts: Option<Drafts>,
    waiting: Option<Timeout>,
}

struct Drafts {
    latest: Draft,
    read: Draft,
    heard: Draft,
}

impl Rested {
    /// The draft that is read; `None` for a question that has not been on the screen before.
    pub fn of(&self, question: &str) -> Option<&Draft> {
        self.drafts.as_ref().filter(|_| self.question == question).map(|drafts| &drafts.read)
    }

    /// Takes what is on the screen now: at once what belongs to another question, anything else after a while; `wait`
    /// calls [`Rested::read`] then.
    pub fn follow(&mut self, question: &'static str, draft: &Draft, wait: impl FnOnce() -> Timeout) {
        match &mut self.drafts {
            // Each text that is typed or comes from elsewhere gets a report of its own.
            Some(drafts) if self.question == question => {
                if !Rc::ptr_eq(&drafts.latest.report, &draft.report) {
                    drafts.latest = draft.clone();
                    self.waiting = Some(wait());
                }
            }
            _ => {
                let drafts = Drafts { latest: draft.clone(), read: draft.clone(), heard: draft.clone() };
                *self = Rested { question, drafts: Some(drafts), waiting: None };
            }
        }
    }

    /// The latest draft has been left alone long enough to be read; `wait` calls [`Rested::heard`] after some more.
    pub fn read(&mut self, wait: impl FnOnce() -> Timeout) {
        if let Some(drafts) = &mut self.drafts {
            drafts.read = drafts.latest.clone();
            self.waiting = Some(wait());
        }
    }

    /// And long enough to be heard: gives the draft that was heard before, and the latest.
    pub fn heard(&mut self) -> Option<(Draft, &Draft)> {
        self.waiting = None;
        let drafts = self.drafts.as_mut()?;
        let before = mem::replace(&mut drafts.heard, drafts.latest.clone());
        Some((before, &drafts.heard))
    }
}
