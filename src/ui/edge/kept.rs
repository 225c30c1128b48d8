//! Keeps what the page holds: read once, written soon after each change and before the page goes away.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, StorageEvent};

use super::{later, listen};
use crate::store::{self, Browser, ENVELOPE, Keeper, Keeping, Kept, Refused, Work};
use crate::ui::extra::Host;
use crate::ui::page::Page;
use crate::ui::state::{Action, State, Storage, Trouble};

/// From a change to its writing, milliseconds. Not from the last of several: who types without a rest is kept too.
const WAIT_MILLIS: u32 = 250;

/// What a person decides about an answer that was changed in two tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The words on this page stay and are written over the others.
    Mine,
    /// The words of the other tab replace those on this page.
    Theirs,
}

/// The store, and what the page was told about it.
pub struct Binding {
    keeper: Keeper,
    told: Keeping,
    /// The writing that is due.
    waiting: Option<Timeout>,
}

impl Binding {
    /// Opens the store, gives the page what was kept there, and keeps the page from then on.
    pub fn open(page: &Rc<Page>) {
        let own = || Browser::open().map(|browser| Box::new(browser) as Box<dyn store::Store>);
        let (keeper, opened) = Keeper::open(page.host().map_or_else(own, Host::store), now());
        let Work { drafts, open, settings } = opened.work;
        page.send(Action::Restore { drafts, last: open, settings });
        if opened.keeping != Keeping::Kept {
            page.send(Action::Storage(told(opened.keeping)));
        }
        if let Some(damage) = opened.damage {
            page.send(Action::Damaged(damage));
        }
        *page.kept.borrow_mut() = Some(Binding { keeper, told: opened.keeping, waiting: None });
        listeners(page);
    }

    /// Keeps the page soon. Where there is nothing new, nothing is written.
    pub fn soon(page: &Rc<Page>) {
        if let Some(binding) = page.kept.borrow_mut().as_mut().filter(|binding| binding.waiting.is_none()) {
            let page = page.clone();
            binding.waiting = Some(later(WAIT_MILLIS, Box::new(move || Binding::now(&page))));
        }
    }

    /// Keeps the page now.
    pub fn now(page: &Page) {
        if let Some(binding) = page.kept.borrow_mut().as_mut() {
            binding.keep(page);
        }
    }

    fn keep(&mut self, page: &Page) {
        self.waiting = None;
        let mine = work(&page.state());
        let outcome = self.keeper.keep(&mine, now());
        if outcome.keeping != self.told {
            self.told = outcome.keeping;
            page.send(Action::Storage(told(outcome.keeping)));
        }
        if let Some(damage) = outcome.damage {
            page.send(Action::Damaged(damage));
        }
        if !outcome.fresh.is_empty() {
            page.send(Action::Given(outcome.fresh));
        }
        let shown = page.state().question().map(|question| question.id);
        let conflict = outcome.conflicts.into_iter().find(|conflict| Some(conflict.question.as_str()) == shown);
        if page.state().elsewhere != conflict {
            page.send(Action::Elsewhere(conflict));
        }
    }

    /// Does what a person has decided about [`State::elsewhere`].
    pub fn decide(page: &Page, choice: Choice) {
        let conflict = page.state().elsewhere.clone();
        if let Some((binding, conflict)) = page.kept.borrow_mut().as_mut().zip(conflict) {
            if choice == Choice::Theirs {
                let theirs = (conflict.question.clone(), conflict.theirs.kept.clone());
                page.send(Action::Given([theirs].into()));
            }
            binding.keeper.settle(conflict);
            page.send(Action::Elsewhere(None));
            binding.keep(page);
        }
    }
}

/// The last chances before a page is gone, the first after it is back, and the writing of another tab.
fn listeners(page: &Rc<Page>) {
    let Some(window) = web_sys::window() else { return };
    let on = |target: &EventTarget, name: &'static str| {
        let kept = page.clone();
        let act = move |event: &Event| {
            // A key of `None` is a cleared storage.
            let ours = |event: &StorageEvent| event.key().is_none_or(|key| key.starts_with(ENVELOPE));
            if name != "storage" || ours(event.unchecked_ref()) {
                Binding::now(&kept);
            }
        };
        listen(page, target, name, Box::new(act));
    };
    for event in ["pagehide", "pageshow", "storage"] {
        on(&window, event);
    }
    if let Some(document) = window.document() {
        on(&document, "visibilitychange");
    }
}

/// What of the state is kept.
fn work(state: &State) -> Work {
    let kept = |text: &str, step| Kept { text: text.to_owned(), step };
    Work {
        drafts: state.drafts.iter().map(|&(id, ref draft)| (id.to_owned(), kept(&draft.text, draft.step))).collect(),
        open: state.last.map(str::to_owned),
        settings: state.settings.clone(),
    }
}

/// What a person has to know about it.
fn told(keeping: Keeping) -> Storage {
    let trouble = match keeping {
        Keeping::Kept => None,
        Keeping::Refused(Refused::Full) => Some(Trouble::Full),
        Keeping::Refused(Refused::Blocked | Refused::Absent | Refused::Unsound) => Some(Trouble::Blocked),
        Keeping::Newer => Some(Trouble::Newer),
        Keeping::TooLong => Some(Trouble::TooLong),
    };
    Storage { kept: trouble.is_none(), trouble }
}

/// Milliseconds since 1970; a clock set before that counts as its beginning.
fn now() -> u64 {
    Date::now().max(0.0) as u64
}
