//! Sharing: what a coach asks for, what a student sends, what comes back. Only the whole program has it.
//!
//! [`arrived`] tells what a fragment brings, [`state`] holds what lies on the desk and what a person may do to it, and
//! the models of its views: [`task`], [`form`], [`reading`], [`reviewed`], [`sending`], [`sheet`]. All of that is pure.
//! [`draw`] draws it; [`table`] does what is done, and meets the browser in [`browser`].
//!
//! To add a view: a word for it in [`arrived`], a [`state::View`], a file in `draw/`, a link in `draw/nav.rs`.

mod arrived;
mod browser;
mod clock;
mod code;
mod draw;
mod form;
mod home;
mod reading;
mod reviewed;
mod said;
mod sending;
mod sheet;
mod state;
mod table;
mod task;

use std::rc::Rc;

use comeback_engine::Criterion;
use yew::Html;

use crate::content::LIBRARY;
use crate::ui::extra::Extra;
use crate::ui::page::Page;
use crate::ui::state::State;
use arrived::Arrived;
use draw::Seen;
use home::Home;
use table::Table;

/// From the page for sharing to the folder of all pages.
const UP: &str = "../";

/// The desk where things are shared.
#[derive(Default)]
pub struct Desk(Rc<Table>);

impl Desk {
    /// Whether a fragment opens something here.
    pub fn knows(&self, fragment: &str) -> bool {
        arrived::read(fragment) != Arrived::Nothing
    }

    /// Says once more what a task asks of the page: somebody else has said what they ask.
    pub fn ask_again(&self, page: &Page) {
        self.0.ask(page);
    }
}

impl Extra for Desk {
    fn arrive(&self, page: &Rc<Page>, fragment: &str) {
        self.0.arrive(page, fragment);
    }

    fn around(&self, page: &Rc<Page>, state: &State, body: &dyn Fn() -> Html) -> Html {
        draw::around(&Seen { table: &self.0, page, desk: &self.0.state(), state }, body)
    }

    fn sign(&self, criterion: Criterion) -> Option<&'static str> {
        draw::sign(&self.0.state(), criterion)
    }

    fn drawn(&self, page: &Rc<Page>) {
        self.0.drawn(page);
    }

    fn library_at(&self) -> String {
        let up = if Home::of(&browser::address()).has_folder() { UP } else { "" };
        [up, LIBRARY].concat()
    }
}
