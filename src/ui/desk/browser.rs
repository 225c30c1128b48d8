//! What the desk needs of the browser. Each call may be refused; nothing is lost then.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, HtmlElement, HtmlInputElement, Location, Url};
use yew::NodeRef;

use super::state::View;
use crate::share::Trouble;
use crate::ui::edge::{follow, later, listen, show_title as name};
use crate::ui::page::Page;
use crate::ui::textarea;
use crate::ui::title::title;
use crate::ui::utf16;

/// A saved file has been taken by then, milliseconds.
const TAKEN_MILLIS: u32 = 60_000;

/// The longest file that is opened, in bytes: as long as a review may be.
const LONGEST_FILE: f64 = 262_144.0;

/// The document's own address.
pub fn address() -> String {
    location().and_then(|location| location.href().ok()).unwrap_or_default()
}

/// Puts another fragment in the place of the one in the address bar, which no step back leads to then. False where that
/// is refused.
pub fn replace(fragment: &str) -> bool {
    let Some((window, location)) = web_sys::window().zip(location()) else { return false };
    let history = window.history();
    history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))).is_ok()
        || location.replace(fragment).is_ok()
}

/// Goes to a fragment, as a link does.
pub fn travel(page: &Rc<Page>, fragment: &str) {
    let here = location().and_then(|location| location.hash().ok());
    match location().filter(|_| page.host().is_none() && here.as_deref() != Some(fragment)) {
        Some(location) => drop(location.set_hash(fragment)),
        None => follow(page, fragment),
    }
}

/// Asks before the tab is left, as long as there is something to lose.
pub fn before_leaving(page: &Page, loses: impl Fn() -> bool + 'static) {
    let Some(window) = web_sys::window() else { return };
    let ask = move |event: &Event| {
        if loses() {
            event.prevent_default();
            // For browsers that ask by this alone.
            let _ = Reflect::set(event, &"returnValue".into(), &JsValue::TRUE);
        }
    };
    listen(page, &window, "beforeunload", Box::new(ask));
}

/// Gives the page the title of a view; after a view, its own.
pub fn show_title(page: &Page, view: View, before: Option<View>) {
    match view.title() {
        Some(title) => name(&[title, " · Comeback"].concat()),
        None if before.is_some_and(|before| before != View::Page) => name(&title(&page.state())),
        None => {}
    }
}

/// Copies a text. The command of old comes first: it answers within the tap that asked, and works in frames where the
/// newer way is refused; that one is for browsers that have lost the old.
pub fn copy(screen: &NodeRef, text: &str, done: impl FnOnce(bool) + 'static) {
    if textarea::copy(screen, text) {
        return done(true);
    }
    let clipboard = navigator().and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
    let clipboard = clipboard.filter(JsValue::is_object);
    match clipboard.and_then(|clipboard| call(&clipboard, "writeText", &text.into())) {
        Some(asked) => settled(&asked, move |copied| done(copied.is_some())),
        None => done(false),
    }
}

/// Gives the keyboard to a field, if it is there; `selected` also selects its text, to be copied by hand.
pub fn take_up(screen: &NodeRef, field: &str, selected: bool) {
    let found =
        textarea::element(screen).and_then(|screen| screen.query_selector(&["#", field].concat()).ok().flatten());
    if let Some(found) = found {
        let _ = found.unchecked_ref::<HtmlElement>().focus();
        if selected {
            // Both kinds of field know it.
            found.unchecked_into::<HtmlInputElement>().select();
        }
    }
}

/// Whether other programs can be given an address.
pub fn hands_on() -> bool {
    navigator()
        .is_some_and(|navigator| Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function()))
}

/// Gives an address to another program; `done` is called once a person has chosen one.
pub fn hand_on(title: &str, address: &str, done: impl FnOnce() + 'static) {
    let what = Object::new();
    let _ = Reflect::set(&what, &"title".into(), &title.into());
    let _ = Reflect::set(&what, &"url".into(), &address.into());
    let asked = navigator().and_then(|navigator| call(&navigator, "share", &what));
    if let Some(asked) = asked {
        // Somebody who chooses none has done nothing wrong.
        settled(&asked, move |chosen| {
            if chosen.is_some() {
                done();
            }
        });
    }
}

/// Whether files that the page makes are saved: a frame without an origin is not told when that is refused.
pub fn saves() -> bool {
    let origin = web_sys::window().and_then(|window| Reflect::get(window.as_ref(), &"origin".into()).ok());
    origin.and_then(|origin| origin.as_string()).is_none_or(|origin| origin != "null")
}

/// Saves a text as a file; false where the browser makes none. Whether a person keeps it, nobody tells.
pub fn save(screen: &NodeRef, name: &str, text: &str) -> bool {
    let Some(screen) = textarea::element(screen) else { return false };
    let kind = BlobPropertyBag::new();
    kind.set_type(if name.ends_with(".json") { "application/json" } else { "text/plain" });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind);
    let Some(address) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return false };
    let link = screen.owner_document().and_then(|document| document.create_element("a").ok());
    let Some(link) = link.map(|link| link.unchecked_into::<HtmlElement>()) else { return false };
    let asks = link.set_attribute("href", &address).and_then(|()| link.set_attribute("download", name));
    let asked = asks.and_then(|()| screen.append_child(&link)).is_ok();
    link.click();
    link.remove();
    later(TAKEN_MILLIS, Box::new(move || drop(Url::revoke_object_url(&address)))).forget();
    asked
}

/// Reads the file that a person has chosen in a field.
pub fn chosen(event: &Event, done: impl FnOnce(Result<String, Trouble>) + 'static) {
    let Some(field) = event.target().map(|target| target.unchecked_into::<HtmlInputElement>()) else { return };
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
    // The same file may be chosen again.
    field.set_value("");
    if file.size() > LONGEST_FILE {
        return done(Err(Trouble::TooLong));
    }
    let Some(text) = call(&file, "text", &JsValue::UNDEFINED) else { return done(Err(Trouble::Damaged)) };
    settled(&text, move |text| done(text.and_then(|text| text.as_string()).ok_or(Trouble::Damaged)));
}

/// The words that are selected in a text area, in bytes of its text.
pub fn selected(area: &NodeRef) -> Range<usize> {
    let Some(area) = textarea::area(area) else { return 0..0 };
    let text = area.value();
    let place = |place: Result<Option<u32>, JsValue>| utf16::to_byte(&text, place.ok().flatten().unwrap_or(0)) as usize;
    place(area.selection_start())..place(area.selection_end())
}

/// Prints the page. Frames may not be allowed to; then nothing happens.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = call(&window, "print", &JsValue::UNDEFINED);
    }
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    Date::now().max(0.0) as u64
}

/// Calls back with what was promised, or with nothing where that is refused.
fn settled(promise: &JsValue, done: impl FnOnce(Option<JsValue>) + 'static) {
    let done = Rc::new(Cell::new(Some(done)));
    let told = done.clone();
    let kept = Closure::once_into_js(move |value: JsValue| {
        if let Some(done) = told.take() {
            done(Some(value));
        }
    });
    let refused = Closure::once_into_js(move |_: JsValue| {
        if let Some(done) = done.take() {
            done(None);
        }
    });
    let then = Reflect::get(promise, &"then".into()).ok().and_then(|then| then.dyn_into::<Function>().ok());
    if let Some(then) = then {
        let _ = then.call2(promise, &kept, &refused);
    }
}

fn location() -> Option<Location> {
    web_sys::window().map(|window| window.location())
}

fn navigator() -> Option<JsValue> {
    Reflect::get(web_sys::window()?.as_ref(), &"navigator".into()).ok()
}

fn call(object: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
    method.call1(object, argument).ok()
}
