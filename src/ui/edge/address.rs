//! The address follows the open question, and the open question follows the address.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Window;

use super::listen;
use crate::share::{fragment_of, question_in};
use crate::ui::page::Page;
use crate::ui::state::{Action, View};

/// Binds the view to `#q=<id>`, so that links, back and forward work. Call it after the drafts are restored.
pub fn follow_address(page: &Rc<Page>) {
    let Some(window) = web_sys::window() else { return };
    if let Some(id) = question_in(&fragment(&window)) {
        page.send(Action::Open(id));
    }
    let (page, target) = (page.clone(), window.clone());
    listen(&target, "hashchange", Box::new(move |_| follow(&page, &fragment(&window))));
}

/// A fragment that is neither empty nor a question is an anchor inside the page, and none of our business.
fn follow(page: &Page, fragment: &str) {
    match question_in(fragment) {
        Some(id) => page.send(Action::Open(id)),
        None if fragment.is_empty() => page.send(Action::ShowList),
        None => {}
    }
}

/// Puts the view into the address, as a step to which "back" returns. A browser that refuses, as some frames do,
/// leaves the address as it is; the page works without.
pub fn show_address(view: &View) {
    let Some(window) = web_sys::window() else { return };
    let there = question_in(&fragment(&window));
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
