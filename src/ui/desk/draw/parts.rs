//! What all views are made of: buttons, fields, and a link with the ways to pass it on.

use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::{AttrValue, VNode};

use crate::ui::components::field::now;
use crate::ui::components::{guide, optional, own};
use crate::ui::desk::state::{State, Wish};
use crate::ui::desk::table::{Act, Gives, Table};
use crate::ui::dom::{Hole, each, on, view};
use crate::ui::page::Page;
use crate::ui::state;

/// The desk, as its views see it.
pub struct Seen<'a> {
    /// Where things are done.
    pub table: &'a Rc<Table>,
    /// The page.
    pub page: &'a Rc<Page>,
    /// What lies on the desk.
    pub desk: &'a State,
    /// What the page knows.
    pub state: &'a state::State,
}

impl Seen<'_> {
    /// What happens on an event.
    pub fn on(&self, act: Act) -> Hole {
        let (table, page) = (self.table.clone(), self.page.clone());
        on(move |event| table.act(&page, act.clone(), &event))
    }

    /// What happens with the text of a field, whenever it changes.
    pub fn typed(&self, make: impl Fn(String) -> Wish + 'static) -> Hole {
        let (table, page) = (self.table.clone(), self.page.clone());
        on(move |event| {
            let text = now(&event, "value").and_then(|text| text.as_string()).unwrap_or_default();
            table.act(&page, Act::Wish(make(text)), &event);
        })
    }

    /// What happens with the row of a choice.
    fn picked(&self, make: impl Fn(usize) -> Wish + 'static) -> Hole {
        let (table, page) = (self.table.clone(), self.page.clone());
        on(move |event| {
            // A row is a small whole number.
            if let Some(row) = now(&event, "selectedIndex").and_then(|row| row.as_f64()) {
                table.act(&page, Act::Wish(make(row as usize)), &event);
            }
        })
    }

    /// A button in the voice of text.
    pub fn link(&self, name: &'static str, act: Act) -> Html {
        view!("<button class='link' type='button' onclick={}>{}</button>", self.on(act), name)
    }

    /// A button with a border.
    pub fn button(&self, name: &'static str, act: Act) -> Html {
        view!("<button class='btn' type='button' onclick={}>{}</button>", self.on(act), name)
    }

    /// The one filled button.
    pub fn main_button(&self, name: &'static str, act: Act) -> Html {
        view!("<button class='btn btn-main' type='button' onclick={}>{}</button>", self.on(act), name)
    }

    /// A button that copies the text of a field, and says what came of it.
    pub fn copy(&self, field: &'static str, name: &'static str, text: Rc<str>, gives: Gives) -> Html {
        let name = if self.desk.copied == Some((field, true)) { "Copied" } else { name };
        self.link(name, Act::Copy(field, text, gives))
    }

    /// Said under a field whose text could not be copied.
    pub fn refused(&self, field: &'static str) -> Html {
        let refused = self.desk.copied == Some((field, false));
        let said = || view!("This browser refused to copy. The text is selected: copy it by hand.");
        view!("<p class='soft' role='status'>{}</p>", optional(refused, said))
    }

    /// A box to tick.
    pub fn tick(&self, name: String, ticked: bool, act: Act) -> Html {
        view!(
            "<label class='tick'><input type='checkbox' checked={} onchange={}></input>{}</label>",
            ticked.then_some(""),
            self.on(act),
            name,
        )
    }

    /// A choice between rows, under its name.
    pub fn choice(
        &self,
        id: String,
        name: &'static str,
        rows: impl Iterator<Item = &'static str>,
        chosen: usize,
        make: impl Fn(usize) -> Wish + 'static,
    ) -> Html {
        let row = |(at, name): (usize, &'static str)| {
            view!("<option selected={}>{}</option>", (at == chosen).then_some(""), name)
        };
        view!(
            "<p class='named'><label class='label' for='{}'>{}</label>\
                <select class='btn choice' id='{}' onchange={}>{}</select></p>",
            own(&id),
            name,
            id,
            self.picked(make),
            each(rows.enumerate().map(row)),
        )
    }

    /// A field for some lines, under its name.
    pub fn area(&self, id: &'static str, name: &'static str, text: &str, make: fn(String) -> Wish) -> Html {
        view!(
            "<p class='named'><label class='label' for='{}'>{}</label>\
                <textarea class='field few' id='{}' spellcheck='true' oninput={}>{}</textarea></p>",
            id,
            name,
            id,
            self.typed(make),
            own(text),
        )
    }

    /// A link in a field of its own, with the ways to pass it on. `title` is what it leads to.
    pub fn link_box(&self, field: &'static str, name: &'static str, link: &str, title: &str, gives: Gives) -> Html {
        let address: Rc<str> = link.into();
        let hand_on = || self.link("Share…", Act::HandOn(own(title), address.clone(), gives));
        let coded = self.desk.coded == Some(field);
        let code = || match self.desk.picture(link) {
            Some(_) => self.code(link, title),
            None => view!("<p class='soft'>It is too long for a QR code.</p>"),
        };
        let code_name = if coded { "Hide the QR code" } else { "QR code" };
        view!(
            "<div class='link-box'>\
                <p class='named'><label class='label' for='{}'>{}</label>{}</p>\
                <p class='links'>{}{}{}</p>{}{}\
            </div>",
            field,
            name,
            fixed(view!("<input class='btn choice' type='text' id='{}' value='{}'></input>", field, own(link))),
            self.copy(field, "Copy link", address.clone(), gives),
            optional(self.desk.hands_on, hand_on),
            self.link(code_name, Act::Wish(Wish::Code(field, own(link)))),
            self.refused(field),
            optional(coded, code),
        )
    }

    /// The code of a text that was drawn, with what it leads to and the address in letters under it.
    pub fn code(&self, text: &str, title: &str) -> Html {
        let Some(picture) = self.desk.picture(text) else { return Html::default() };
        let size = crate::ui::labels::number(picture.size);
        let path = also(view!("<path></path>"), [("d", own(&picture.path))]);
        let drawn = view!("<svg class='qr' role='img' aria-label='QR code: {}'>{}</svg>", own(title), path);
        let edge = [("viewBox", ["0 0 ", &size, " ", &size].concat()), ("shape-rendering", own("crispEdges"))];
        view!(
            "<figure class='code'>{}<figcaption><b>{}</b><span class='address'>{}</span></figcaption></figure>",
            also(drawn, edge),
            own(title),
            own(text),
        )
    }
}

/// A part of a view: its heading in the margin, and what stands beside it.
pub fn part(heading: &'static str, inside: Html) -> Html {
    guide::part(own(heading), inside)
}

/// A field that is read and not written in.
pub fn fixed(field: Html) -> Html {
    also(field, [("readonly", String::new())])
}

/// A drawn element with attributes that templates do not have: the page's own program would pay for their names.
pub fn also<const COUNT: usize>(drawn: Html, attributes: [(&'static str, String); COUNT]) -> Html {
    let VNode::VTag(mut tag) = drawn else { return drawn };
    let changed = Rc::make_mut(&mut tag);
    for (name, value) in attributes {
        changed.add_attribute(name, AttrValue::from(value));
    }
    VNode::VTag(tag)
}

/// One sentence after the other, each a line.
pub fn lines(said: impl IntoIterator<Item = String>) -> Html {
    each(said.into_iter().map(|line| view!("<p>{}</p>", line)))
}
