//! The twelve criteria in four groups: level, anchor, and the quotes that earned it.

use comeback_engine::rubric::CriterionSpec;
use comeback_engine::{Criterion, Group};
use yew::prelude::*;

use crate::content::RUBRIC;
use crate::ui::components::{Click, Scene, quoted, truth};
use crate::ui::labels;
use crate::ui::marks::{self, Mark};
use crate::ui::state::Action;

/// From this level on, nothing is asked for any more.
const ENOUGH: u8 = 4;

/// Draws the criteria.
pub fn criteria(scene: &Scene, marks: &[Mark]) -> Html {
    let group = |group: Group| {
        let band = scene.draft.report.group_band(group, &scene.question.profile.weights);
        html! {
            <div class="group">
                <div class="group-head">
                    <h3>{ labels::group(group) }</h3><span class="soft">{ for band.map(|band| band.name()) }</span>
                </div>
                { for group.criteria().into_iter().map(|criterion| row(scene, marks, criterion)) }
            </div>
        }
    };
    html! { { for Group::ALL.into_iter().map(group) } }
}

fn row(scene: &Scene, marks: &[Mark], criterion: Criterion) -> Html {
    let Some(spec) = RUBRIC.criteria.get(criterion as usize) else { return html! {} };
    let Some(level) = scene.draft.report.level(criterion) else { return html! {} };
    let open = scene.state.criterion == Some(criterion);
    let held = held(scene, marks, criterion);
    let said = if open { held } else { held.or_else(|| Some(labels::anchor(spec, level))) };
    html! {
        <div class="crit">
            <button
                class="crit-row" type="button" aria-expanded={truth(open)}
                onclick={scene.page.on(Click::Send(Action::Criterion(criterion)))}
            >
                <span><span class="crit-name">{ spec.name }</span><span class="crit-said">{ for said }</span></span>
                if !scene.state.settings.hide_numbers {
                    <span class="crit-level">
                        <span class="pips" aria-hidden="true">
                            { for (1..=5).map(|pip| html! { <i class={(pip <= level).then_some("on")}></i> }) }
                        </span>
                        <span>{ level }{ " of 5" }</span>
                    </span>
                }
            </button>
            if open { { opened(scene, spec, level) } }
        </div>
    }
}

/// Why a level is lower than its evidence: the mark that holds it, in words.
fn held(scene: &Scene, marks: &[Mark], criterion: Criterion) -> Option<String> {
    let report = &scene.draft.report;
    let held = report.held(criterion)?;
    let cap = RUBRIC.caps.iter().find(|cap| cap.criterion == criterion && cap.by == held.by && cap.at == held.at)?;
    let finding = report.findings.iter().position(|finding| finding.kind == held.by && !finding.provisional);
    let number = finding.and_then(|finding| marks::number(marks, finding));
    let at = if scene.state.settings.hide_numbers { String::new() } else { format!(" at {}", held.at) };
    let by = number.map(|number| format!(" by mark {number}")).unwrap_or_default();
    Some(format!("Held{at}{by}: {}", cap.text))
}

fn opened(scene: &Scene, spec: &'static CriterionSpec, level: u8) -> Html {
    let evidence = scene.draft.report.evidence.iter().filter(|seen| seen.criterion == spec.id);
    let mut earned: Vec<_> = evidence.map(|seen| seen.span).collect();
    earned.dedup();
    let hidden = scene.state.settings.hide_numbers;
    html! {
        <div class="crit-open">
            <ol class="anchors">
                { for (1..).zip(&spec.anchors).map(|(number, anchor)| {
                    let here = number == level;
                    html! {
                        <li class={here.then_some("here")} aria-current={here.then_some("true")}>
                            <span>{ if hidden { String::new() } else { number.to_string() } }</span>
                            <span>{ anchor.text }if here { <span class="tag">{ " · here now" }</span> }</span>
                        </li>
                    }
                }) }
            </ol>
            if !earned.is_empty() {
                <p class="label">{ "Earned by" }</p>
                { for earned.iter().map(|&span| html! {
                    <button class="earned quote" type="button" onclick={scene.page.on(Click::Show(span))}>
                        <span class="m m-strength">{ quoted(span.of(&scene.draft.text)) }</span>
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
