//! The address and the title follow what is on the screen, and what is on the screen follows the address.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Window;

use super::listen;
use crate::share::{Place, fragment_of, place_in};
use crate::ui::page::Page;
use crate::ui::state::Action;

/// Binds the place to the fragment, so that links, back and forward work. Call it after the drafts are restored.
pub fn follow_address(page: &Rc<Page>) {
    if let Some(host) = page.host() {
        return host.open(page);
    }
    let Some(window) = web_sys::window() else { return };
    follow(page, &fragment(&window));
    let (follower, target) = (page.clone(), window.clone());
    listen(page, &target, "hashchange", Box::new(move |_| follow(&follower, &fragment(&window))));
}

/// A fragment that names no place is an anchor inside the page, and none of our business.
pub fn follow(page: &Rc<Page>, fragment: &str) {
    if let Some(extra) = page.extra() {
        extra.arrive(page, fragment);
    }
    if let Some(place) = place_in(fragment) {
        page.send(Action::Go(place));
    }
}

/// Puts the place into the address, as a step to which "back" returns. A browser that refuses, as some frames do,
/// leaves the address as it is; the page works without.
pub fn show_address(page: &Page, place: &Place) {
    let Some(window) = web_sys::window().filter(|_| page.host().is_none()) else { return };
    if place_in(&fragment(&window)).unwrap_or_default() == *place {
        return;
    }
    let mut address = fragment_of(place);
    if address.is_empty() {
        let location = window.location();
        address = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    }
    let _ = window.history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// Gives the page its title.
pub fn show_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// What stands behind `#`, with it; empty where there is none.
fn fragment(window: &Window) -> String {
    window.location().hash().unwrap_or_default()
}
