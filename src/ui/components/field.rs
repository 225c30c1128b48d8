//! Native fields: a choice, a box to tick, a line to search by. What they show belongs to the browser once a person has
//! touched them; what is drawn is only how they start.

use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::Html;

use crate::ui::components::own;
use crate::ui::dom::{each, on, view};
use crate::ui::page::Page;
use crate::ui::state::{Action, Wish};

/// Draws a choice between rows; `pick` makes a wish of the chosen one.
pub fn select(page: &Rc<Page>, id: String, rows: &[&str], chosen: usize, pick: Box<dyn Fn(usize) -> Wish>) -> Html {
    let page = page.clone();
    let picked = on(move |event| {
        // A row is a small whole number.
        if let Some(row) = now(&event, "selectedIndex").and_then(|row| row.as_f64()) {
            page.send(pick(row as usize));
        }
    });
    let row =
        |(at, name): (usize, &&str)| view!("<option selected={}>{}</option>", (at == chosen).then_some(""), own(name));
    view!(
        "<select class='btn choice' id='{}' onchange={}>{}</select>",
        id,
        picked,
        each(rows.iter().enumerate().map(row)),
    )
}

/// Draws a field with its name above it.
pub fn labelled(id: &'static str, name: &'static str, field: Html) -> Html {
    view!("<p class='named'><label class='label' for='{}'>{}</label>{}</p>", id, name, field)
}

/// Draws a box to tick.
pub fn tick(page: &Rc<Page>, name: String, on_now: bool, off_limits: bool, wish: Wish) -> Html {
    let page = page.clone();
    view!(
        "<label class='tick'><input type='checkbox' checked={} disabled={} onchange={}></input>{}</label>",
        on_now.then_some(""),
        off_limits.then_some(""),
        on(move |_| page.send(wish)),
        name,
    )
}

/// Draws the line to search by, with what was looked for before.
pub fn search(page: &Rc<Page>, id: &'static str, query: &str) -> Html {
    let page = page.clone();
    let typed = on(move |event| {
        page.send(Action::Search(now(&event, "value").and_then(|query| query.as_string()).unwrap_or_default()));
    });
    view!("<input class='btn choice' type='search' id='{}' value='{}' oninput={}></input>", id, query.to_owned(), typed)
}

/// What the field of an event holds now.
pub fn now(event: &Event, name: &str) -> Option<JsValue> {
    Reflect::get(event.target()?.as_ref(), &JsValue::from_str(name)).ok()
}
