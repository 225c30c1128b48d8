//! Fetches the library: the one request that the page makes, once it stands. Where the page is one file, it stands in it.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::XmlHttpRequest;

use super::listen;
use crate::content::LIBRARY;
use crate::library::Library;
use crate::ui::extra::Host;
use crate::ui::page::Page;
use crate::ui::state::{Action, Fetched};

/// A server that has not answered by then, milliseconds, counts as gone.
const PATIENCE_MILLIS: u32 = 30_000;

/// What a server says when it gives what was asked for.
const FOUND: u16 = 200;

/// The element of the one file that holds the library.
const ELEMENT: &str = "library";

/// Asks for the library, and gives it to the page; whatever goes wrong on the way, the page hears that it was refused.
pub fn fetch(page: &Rc<Page>) {
    let host = page.host();
    if let Some(library) = host.and_then(Host::library) {
        return page.send(Action::Fetched(Fetched::Here(library)));
    }
    // Somebody else's page may have an element of any name.
    let document = web_sys::window().filter(|_| host.is_none()).and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(ELEMENT));
    if let Some(text) = element.and_then(|element| element.text_content()) {
        return give(page, Some(text));
    }
    page.send(Action::Fetched(Fetched::Awaited));
    if request(page).is_err() {
        give(page, None);
    }
}

/// Gives the page what was fetched.
fn give(page: &Page, text: Option<String>) {
    let library = text.and_then(|text| Library::parse(&text)).map(|library| &*Box::leak(Box::new(library)));
    if let Some((host, library)) = page.host().zip(library) {
        host.fetched(library);
    }
    page.send(Action::Fetched(library.map_or(Fetched::Refused, Fetched::Here)));
}

fn request(page: &Rc<Page>) -> Result<(), JsValue> {
    let request = XmlHttpRequest::new()?;
    match page.extra() {
        Some(extra) => request.open("GET", &extra.library_at())?,
        None => request.open("GET", LIBRARY)?,
    }
    request.set_timeout(PATIENCE_MILLIS);
    let (taker, asked) = (page.clone(), request.clone());
    let ended = move |_: &_| give(&taker, asked.response_text().ok().flatten().filter(|_| asked.status() == Ok(FOUND)));
    listen(page, &request, "loadend", Box::new(ended));
    request.send()
}
