//! Keeps what the page holds: read once, written soon after each change and before the page goes away.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Date;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use crate::store::{self, Browser, ENVELOPE, Keeper, Keeping, Kept, Refused, Work};
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

/// Binds the state to the store. Gives the callback for [`State::elsewhere`].
#[hook]
pub fn use_kept(state: &UseReducerHandle<State>) -> Callback<Choice> {
    let binding = use_mut_ref(|| None::<Binding>);
    {
        let (binding, state) = (binding.clone(), state.clone());
        use_effect_with((), move |()| {
            *binding.borrow_mut() = Some(Binding::open(state));
            let listeners = listeners(&binding);
            move || drop((listeners, binding.take()))
        });
    }
    {
        let binding = binding.clone();
        use_effect_with((state.drafts.clone(), state.last, state.settings), move |_| {
            let later = binding.clone();
            if let Some(binding) = binding.borrow_mut().as_mut().filter(|binding| binding.waiting.is_none()) {
                binding.waiting = Some(Timeout::new(WAIT_MILLIS, move || keep(&later)));
            }
        });
    }
    Callback::from(move |choice| {
        if let Some(binding) = binding.borrow_mut().as_mut() {
            binding.decide(choice);
        }
        keep(&binding);
    })
}

/// The store and the state.
struct Binding {
    keeper: Keeper,
    /// Never read in place but cloned: a handle keeps every state it has ever shown.
    state: UseReducerHandle<State>,
    /// What the page was told last.
    told: Keeping,
    /// The writing that is due.
    waiting: Option<Timeout>,
}

impl Binding {
    fn open(state: UseReducerHandle<State>) -> Binding {
        let browser = Browser::open().map(|browser| Box::new(browser) as Box<dyn store::Store>);
        let (keeper, opened) = Keeper::open(browser, now());
        let Work { drafts, open, settings } = opened.work;
        state.dispatch(Action::Restore { drafts, last: open, settings });
        if opened.keeping != Keeping::Kept {
            state.dispatch(Action::Storage(told(opened.keeping)));
        }
        if let Some(damage) = opened.damage {
            state.dispatch(Action::Damaged(damage));
        }
        Binding { keeper, state, told: opened.keeping, waiting: None }
    }

    fn keep(&mut self) {
        self.waiting = None;
        let state = self.state.clone();
        let outcome = self.keeper.keep(&work(&state), now());
        if outcome.keeping != self.told {
            self.told = outcome.keeping;
            state.dispatch(Action::Storage(told(outcome.keeping)));
        }
        if let Some(damage) = outcome.damage {
            state.dispatch(Action::Damaged(damage));
        }
        if !outcome.fresh.is_empty() {
            state.dispatch(Action::Given(outcome.fresh));
        }
        let shown = state.question().map(|question| question.id);
        let conflict = outcome.conflicts.into_iter().find(|conflict| Some(conflict.question.as_str()) == shown);
        if state.elsewhere.as_deref() != conflict.as_ref() {
            state.dispatch(Action::Elsewhere(conflict));
        }
    }

    fn decide(&mut self, choice: Choice) {
        let state = self.state.clone();
        let Some(conflict) = state.elsewhere.as_deref() else { return };
        if choice == Choice::Theirs {
            let theirs = (conflict.question.clone(), conflict.theirs.kept.clone());
            state.dispatch(Action::Given([theirs].into()));
        }
        self.keeper.settle(conflict.clone());
        state.dispatch(Action::Elsewhere(None));
    }
}

fn keep(binding: &RefCell<Option<Binding>>) {
    if let Some(binding) = binding.borrow_mut().as_mut() {
        binding.keep();
    }
}

/// The last chances before a page is gone, the first after it is back, and the writing of another tab.
fn listeners(binding: &Rc<RefCell<Option<Binding>>>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return vec![] };
    let on = |target: &web_sys::EventTarget, name: &'static str| {
        let binding = binding.clone();
        EventListener::new(target, name, move |event| {
            // A key of `None` is a cleared storage.
            let ours = |event: &StorageEvent| event.key().is_none_or(|key| key == ENVELOPE);
            if event.dyn_ref::<StorageEvent>().is_none_or(ours) {
                keep(&binding);
            }
        })
    };
    let mut listeners = vec![on(&window, "pagehide"), on(&window, "pageshow"), on(&window, "storage")];
    listeners.extend(window.document().map(|document| on(&document, "visibilitychange")));
    listeners
}

/// What of the state is kept.
fn work(state: &State) -> Work {
    let kept = |text: &str, step| Kept { text: text.to_owned(), step };
    Work {
        drafts: state.drafts.iter().map(|&(id, ref draft)| (id.to_owned(), kept(&draft.text, draft.step))).collect(),
        open: state.last.map(str::to_owned),
        settings: state.settings,
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
