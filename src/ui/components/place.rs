//! What is on the screen when no question is open.

use std::rc::Rc;

use yew::Html;

use crate::share::Place;
use crate::ui::components::guide::guides;
use crate::ui::components::rate::rate;
use crate::ui::components::sample::samples;
use crate::ui::components::start::start;
use crate::ui::dom::view;
use crate::ui::page::Page;
use crate::ui::state::State;

/// Draws it.
pub fn place(page: &Rc<Page>, state: &State) -> Html {
    let body = match &state.place {
        Place::List | Place::Question(_) => return start(page, state),
        Place::Guides => guides(page, state, None),
        Place::Guide(id) => guides(page, state, Some(id)),
        Place::Samples => samples(page, state, None),
        Place::Sample(id) => samples(page, state, Some(id)),
        Place::Rate => rate(page, state),
    };
    view!("<main class='reading'>{}</main>", body)
}
