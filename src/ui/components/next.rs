//! The one thing to do now, and the only filled button.

use std::rc::Rc;

use comeback_engine::Report;
use yew::prelude::*;

use crate::content::RUBRIC;
use crate::ui::components::{Page, gaps};

/// Props of [`Next`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// What is said about the answer.
    pub report: Rc<Report>,
    /// The shown row of the step table.
    pub step: Option<u8>,
}

/// The next step.
#[component]
pub fn Next(props: &Props) -> Html {
    let Some(step) = props.step.and_then(|step| RUBRIC.steps.get(usize::from(step))) else { return html! {} };
    html! {
        <section class="next" aria-labelledby="next">
            <h2 class="label" id="next">{ "Next step" }</h2>
            <p class="msg">{ step.text }</p>
            if !step.stem.is_empty() {
                <p class="stem">{ gaps(step.stem) }</p>
                <button class="btn btn-main" type="button" onclick={props.page.on_insert(props.report.clone(), step.stem)}>
                    { "Insert this stem" }
                </button>
            }
        </section>
    }
}
