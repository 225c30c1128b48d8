//! The bar at the bottom of a narrow page: time and the next step. The whole of it lifts the sheet.

use comeback_engine::seconds;
use yew::Html;

use crate::ui::components::Scene;
use crate::ui::dom::view;
use crate::ui::labels;
use crate::ui::page::Click;
use crate::ui::state::Wish;

/// Draws the bar.
pub fn bar(scene: &Scene) -> Html {
    let (low, high) = labels::target(&scene.question.profile.words);
    view!(
        "<button class='bar narrow' type='button' aria-expanded='false' onclick={}>\
            <span class='bar-time'><b>{}</b><span class='small soft'>{} to {}</span></span>\
            <span class='bar-next'><small>Next step</small><span class='bar-step'>{}</span></span>\
            <span class='bar-lift' aria-hidden='true'></span>\
        </button>",
        scene.page.on(Click::Send(Wish::Sheet(true))),
        labels::clock(seconds(scene.draft.report.words)),
        labels::clock(low),
        labels::clock(high),
        scene.draft.asks(scene.state.library()),
    )
}
