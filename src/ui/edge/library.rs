//! Fetches the library: the one request that the page makes, once it stands.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::XmlHttpRequest;

use super::listen;
use crate::content::LIBRARY;
use crate::library::Library;
use crate::ui::page::Page;
use crate::ui::state::{Action, Fetched};

/// A server that has not answered by then, milliseconds, counts as gone.
const PATIENCE_MILLIS: u32 = 30_000;

/// What a server says when it gives what was asked for.
const FOUND: u16 = 200;

/// Asks for the library, and gives it to the page; whatever goes wrong on the way, the page hears that it was refused.
pub fn fetch(page: &Rc<Page>) {
    page.send(Action::Fetched(Fetched::Awaited));
    if request(page).is_err() {
        page.send(Action::Fetched(Fetched::Refused));
    }
}

fn request(page: &Rc<Page>) -> Result<(), JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open("GET", LIBRARY)?;
    request.set_timeout(PATIENCE_MILLIS);
    let (page, asked) = (page.clone(), request.clone());
    let ended = move |_: &_| {
        let text = asked.response_text().ok().flatten().filter(|_| asked.status() == Ok(FOUND));
        let library = text.and_then(|text| Library::parse(&text));
        page.send(Action::Fetched(
            library.map_or(Fetched::Refused, |library| Fetched::Here(Box::leak(Box::new(library)))),
        ));
    };
    listen(&request, "loadend", Box::new(ended));
    request.send()
}
