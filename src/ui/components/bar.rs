//! The bar at the bottom of a narrow page: time and the next step. The whole of it lifts the sheet.

use comeback_engine::seconds;
use yew::prelude::*;

use crate::content::{self, RUBRIC};
use crate::ui::components::Page;
use crate::ui::labels;
use crate::ui::state::Action;

/// Props of [`Bar`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The question.
    pub id: &'static str,
    /// Words in the answer.
    pub words: u32,
    /// The shown step.
    pub step: Option<u8>,
}

/// The bar.
#[component]
pub fn Bar(props: &Props) -> Html {
    let Some(question) = content::question(props.id) else { return html! {} };
    let (low, high) = labels::target(&question.profile.words);
    let step = props.step.and_then(|step| RUBRIC.steps.get(usize::from(step))).map(|step| step.text);
    html! {
        <button class="bar narrow" type="button" aria-expanded="false" onclick={props.page.on(Action::Sheet(true))}>
            <span class="bar-time">
                <b class="num">{ labels::clock(seconds(props.words)) }</b>
                <span class="small soft num">{ format!("{} to {}", labels::clock(low), labels::clock(high)) }</span>
            </span>
            <span class="bar-next"><small>{ "Next step" }</small><span class="bar-step">{ step }</span></span>
            <span class="bar-lift" aria-hidden="true"></span>
        </button>
    }
}
