//! A follow-up question, asked when a person wants one.

use yew::Html;

use crate::ui::components::shelf::absent;
use crate::ui::components::{Scene, optional, own};
use crate::ui::dom::view;
use crate::ui::page::Click;
use crate::ui::state::Wish;

/// Draws the button, and what is asked. The button stays the same one, so that the keyboard keeps its place.
pub fn followup(scene: &Scene) -> Html {
    let followup = &scene.state.followup;
    let asked = || match scene.state.library() {
        Some(library) => view!(
            "<h2 class='label'>Follow-up</h2><p class='resumed'>{}</p>",
            followup.words(library, scene.question.id).map(own),
        ),
        None => absent(scene.page, scene.state),
    };
    view!(
        "<section><div role='status'>{}</div><p class='links'>{}{}</p></section>",
        optional(followup.open, asked),
        scene.link(if followup.open { "Another one" } else { "Ask me a follow-up" }, Click::Send(Wish::Ask)),
        optional(followup.open, || scene.link("Close", Click::Send(Wish::StopAsking))),
    )
}
