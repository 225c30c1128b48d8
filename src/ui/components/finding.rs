//! The card of one mark. It opens in the flow under its passage and never floats.

use std::rc::Rc;

use comeback_engine::rubric::KindSpec;
use comeback_engine::{Report, Signal};
use yew::prelude::*;

use crate::content::RUBRIC;
use crate::ui::components::{Page, gaps, quoted};
use crate::ui::labels;
use crate::ui::marks::Mark;
use crate::ui::state::Action;

/// Props of [`Card`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The answer.
    pub text: Rc<str>,
    /// What is said about it.
    pub report: Rc<Report>,
    /// The open mark.
    pub mark: Mark,
}

/// What content says about a kind of finding.
pub fn spec(kind: Signal) -> Option<&'static KindSpec> {
    RUBRIC.kinds.iter().find(|spec| spec.signal == kind)
}

/// The card of one mark.
#[component]
pub fn Card(props: &Props) -> Html {
    let Some(spec) = props.report.findings.get(props.mark.finding).and_then(|finding| spec(finding.kind)) else {
        return html! {};
    };
    let (mark, tier) = (props.mark, labels::tier(props.mark.tier));
    let words = mark.span.of(&props.text);
    html! {
        <section class="finding" aria-label={format!("Mark {}: {}", mark.number, tier.to_lowercase())}>
            <p class="tier label">
                <span class={labels::tier_class(mark.tier)}>{ tier }</span>
                <span class="mark-no">{ format!("mark {}", mark.number) }</span>
            </p>
            <p class="quote">{ quoted(words) }</p>
            <p class="ask">{ spec.says }{ if spec.then.is_empty() { String::new() } else { format!(" {}", spec.then) } }</p>
            if !spec.stem.is_empty() {
                <p class="stem">{ gaps(spec.stem) }</p>
            }
            <p class="links">
                if !spec.stem.is_empty() {
                    <button class="link" type="button" onclick={props.page.on_insert(props.report.clone(), spec.stem)}>
                        { "Insert stem" }
                    </button>
                }
                <button class="link" type="button" onclick={props.page.on_show(mark.span)}>{ "Show in my answer" }</button>
                <button class="link" type="button" onclick={props.page.on(Action::Mark(None))}>{ "Close" }</button>
            </p>
        </section>
    }
}
