//! The twelve criteria in four groups: level, anchor, and the quotes that earned it.

use std::rc::Rc;

use comeback_engine::rubric::CriterionSpec;
use comeback_engine::{Criterion, Group};
use yew::prelude::*;

use crate::content::{self, RUBRIC};
use crate::ui::components::{Page, quoted};
use crate::ui::draft::Draft;
use crate::ui::labels;
use crate::ui::marks;
use crate::ui::state::Action;

/// Props of [`Criteria`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The question, for its weights.
    pub id: &'static str,
    /// The draft as it stood when typing last rested.
    pub draft: Rc<Draft>,
    /// The criterion whose row is open.
    pub open: Option<Criterion>,
    /// Words only.
    pub hide_numbers: bool,
}

/// From this level on, nothing is asked for any more.
const ENOUGH: u8 = 4;

/// The criteria.
#[component]
pub fn Criteria(props: &Props) -> Html {
    let Some(question) = content::question(props.id) else { return html! {} };
    let group = |group: Group| {
        let band = props.draft.report.group_band(group, &question.profile.weights);
        html! {
            <div class="group" key={labels::group(group)}>
                <div class="group-head">
                    <h3>{ labels::group(group) }</h3>
                    <span class="soft">{ for band.map(|band| band.name()) }</span>
                </div>
                { for group.criteria().into_iter().map(|criterion| row(props, criterion)) }
            </div>
        }
    };
    html! { { for Group::ALL.into_iter().map(group) } }
}

fn row(props: &Props, criterion: Criterion) -> Html {
    let Some(spec) = RUBRIC.criteria.get(criterion as usize) else { return html! {} };
    let Some(level) = props.draft.report.level(criterion) else { return html! {} };
    let open = props.open == Some(criterion);
    let said = held(props, criterion).unwrap_or_else(|| labels::anchor(spec, level));
    html! {
        <div class="crit" key={criterion.name()}>
            <button
                class="crit-row" type="button" aria-expanded={open.to_string()}
                onclick={props.page.on(Action::Criterion(criterion))}
            >
                <span>
                    <span class="crit-name">{ spec.name }</span>
                    if !open { <span class="crit-said">{ said.clone() }</span> }
                </span>
                if !props.hide_numbers {
                    <span class="crit-level">
                        <span class="pips" aria-hidden="true">
                            { for (1..=5).map(|pip| html! { <i class={(pip <= level).then_some("on")}></i> }) }
                        </span>
                        <span>{ format!("{level} of 5") }</span>
                    </span>
                }
            </button>
            if open { { opened(props, spec, level) } }
        </div>
    }
}

/// Why a level is lower than its evidence: the mark that holds it, in words.
fn held(props: &Props, criterion: Criterion) -> Option<String> {
    let report = &props.draft.report;
    let held = report.held(criterion)?;
    let cap = RUBRIC.caps.iter().find(|cap| cap.criterion == criterion && cap.by == held.by && cap.at == held.at)?;
    let finding = report.findings.iter().position(|finding| finding.kind == held.by && !finding.provisional);
    let number = finding.and_then(|finding| marks::number(&marks::marks(report), finding));
    let at = if props.hide_numbers { String::new() } else { format!(" at {}", held.at) };
    let by = number.map(|number| format!(" by mark {number}")).unwrap_or_default();
    Some(format!("Held{at}{by}: {}", cap.text))
}

fn opened(props: &Props, spec: &'static CriterionSpec, level: u8) -> Html {
    let (report, text) = (&props.draft.report, &props.draft.text);
    let mut earned: Vec<_> =
        report.evidence.iter().filter(|seen| seen.criterion == spec.id).map(|seen| seen.span).collect();
    earned.dedup();
    html! {
        <div class="crit-open">
            { for held(props, spec.id).map(|held| html! { <p class="crit-said">{ held }</p> }) }
            <ol class="anchors">
                { for (1..).zip(&spec.anchors).map(|(number, anchor)| {
                    let here = number == level;
                    html! {
                        <li class={here.then_some("here")} aria-current={here.then_some("true")}>
                            <span class="num">{ if props.hide_numbers { String::new() } else { number.to_string() } }</span>
                            <span>{ anchor.text }if here { <span class="tag">{ " · here now" }</span> }</span>
                        </li>
                    }
                }) }
            </ol>
            if !earned.is_empty() {
                <p class="label">{ "Earned by" }</p>
                { for earned.iter().map(|span| html! {
                    <button class="earned quote" type="button" onclick={props.page.on_show(*span)}>
                        <span class="m m-strength">{ quoted(span.of(text)) }</span>
                    </button>
                }) }
            }
            if level < ENOUGH {
                <p class="label">{ "Not found yet" }</p>
                <p>{ spec.missing }</p>
            }
        </div>
    }
}
