//! The bar at the bottom of a narrow page: time and the next step. The whole of it lifts the sheet.

use comeback_engine::seconds;
use yew::prelude::*;

use crate::ui::components::{Click, Scene};
use crate::ui::labels;
use crate::ui::state::Action;

/// Draws the bar.
pub fn bar(scene: &Scene) -> Html {
    let (low, high) = labels::target(&scene.question.profile.words);
    html! {
        <button
            class="bar narrow" type="button" aria-expanded="false" onclick={scene.page.on(Click::Send(Action::Sheet(true)))}
        >
            <span class="bar-time">
                <b>{ labels::clock(seconds(scene.draft.report.words)) }</b>
                <span class="small soft">{ labels::clock(low) }{ " to " }{ labels::clock(high) }</span>
            </span>
            <span class="bar-next">
                <small>{ "Next step" }</small><span class="bar-step">{ for scene.step().map(|step| step.text) }</span>
            </span>
            <span class="bar-lift" aria-hidden="true"></span>
        </button>
    }
}
