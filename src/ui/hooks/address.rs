//! The address follows the open question, and the open question follows the address.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Window;
use yew::prelude::*;

use crate::share::{fragment_of, question_in};
use crate::ui::state::{Action, State, View};

/// Binds the view to `#q=<id>`, so that links, back and forward work. Call it after the drafts are restored.
#[hook]
pub fn use_address(state: &UseReducerHandle<State>) {
    {
        let state = state.clone();
        use_effect_with((), move |()| {
            let window = web_sys::window();
            if let Some(id) = window.as_ref().and_then(|window| question_in(&fragment(window))) {
                state.dispatch(Action::Open(id));
            }
            let listener = window.map(|window| {
                let target = window.clone();
                EventListener::new(&target, "hashchange", move |_| follow(&state, &fragment(&window)))
            });
            move || drop(listener)
        });
    }
    let first = use_mut_ref(|| true);
    use_effect_with(state.view.clone(), move |view| {
        // What is drawn first is drawn before the link has been read.
        if !first.replace(false)
            && let Some(window) = web_sys::window()
        {
            show(&window, view);
        }
    });
}

/// A fragment that is neither empty nor a question is an anchor inside the page, and none of our business.
fn follow(state: &UseReducerHandle<State>, fragment: &str) {
    match question_in(fragment) {
        Some(id) => state.dispatch(Action::Open(id)),
        None if fragment.is_empty() => state.dispatch(Action::ShowList),
        None => {}
    }
}

/// Puts the view into the address, as a step to which "back" returns. A browser that refuses, as some frames do,
/// leaves the address as it is; the page works without.
fn show(window: &Window, view: &View) {
    let there = question_in(&fragment(window));
    let address = match view {
        View::Question(id) if there.as_deref() != Some(*id) => fragment_of(id),
        View::List { unknown: None } if there.is_some() => {
            let location = window.location();
            location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
        }
        _ => return,
    };
    let _ = window.history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// What stands behind `#`, with it; empty where there is none.
fn fragment(window: &Window) -> String {
    window.location().hash().unwrap_or_default()
}
