//! The twelve criteria in four groups: level, anchor, and the quotes that earned it.

use comeback_engine::rubric::{Anchor, CriterionSpec};
use comeback_engine::{Criterion, Group, Span};
use yew::Html;

use crate::content::RUBRIC;
use crate::ui::components::shelf::read;
use crate::ui::components::{Scene, gaps, optional, quoted, truth};
use crate::ui::dom::{Hole, each, view};
use crate::ui::labels;
use crate::ui::marks::{self, Mark};
use crate::ui::page::Click;
use crate::ui::state::Wish;
use crate::ui::wording;

/// From this level on, nothing is asked for any more.
const ENOUGH: u8 = 4;
/// Up to this level an anchor says what is wrong. Where no mark in the text bears it out, it may be that the words were
/// not understood: the row asks instead.
const HARD: u8 = 2;

/// Draws the criteria.
pub fn criteria(scene: &Scene, marks: &[Mark]) -> Html {
    let group = |&group: &Group| {
        let band = scene.draft.report.group_band(group, &scene.question.profile.weights);
        view!(
            "<div class='group'><div class='group-head'><h3>{}</h3><span class='soft'>{}</span></div>{}</div>",
            labels::group(group),
            band.map(|band| band.name()),
            each(group.criteria().iter().map(|&criterion| row(scene, marks, criterion))),
        )
    };
    each(Group::ALL.iter().map(group))
}

fn row(scene: &Scene, marks: &[Mark], criterion: Criterion) -> Html {
    let Some(spec) = RUBRIC.criteria.get(criterion as usize) else { return Html::default() };
    let Some(level) = scene.draft.report.level(criterion) else { return Html::default() };
    let open = scene.state.criterion == Some(criterion);
    let held = held(scene, marks, criterion);
    let said = match held {
        None if open => None,
        None if level <= HARD => asks(scene, spec, level).map(|(says, _)| says.to_owned()),
        None => Some(labels::anchor(spec, level)),
        held => held,
    };
    view!(
        "<div class='crit'>\
            <button class='crit-row' type='button' aria-expanded={} onclick={}>\
                <span><span class='crit-name'>{}</span><span class='crit-said'>{}</span></span>{}\
            </button>{}\
        </div>",
        truth(open),
        scene.page.on(Click::Send(Wish::Criterion(criterion))),
        named(scene, spec),
        said,
        optional(!scene.state.hides_numbers(), || pips(level)),
        optional(open, || opened(scene, spec, level)),
    )
}

/// The name of a criterion, and what a coach has to say to it.
fn named(scene: &Scene, spec: &CriterionSpec) -> Hole {
    match scene.page.extra().and_then(|extra| extra.sign(spec.id)) {
        Some(sign) => Hole::Node(view!("{}<span class='tag'>{}</span>", spec.name, sign)),
        None => Hole::Text(spec.name.into()),
    }
}

/// A level as it is drawn.
pub fn pips(level: u8) -> Html {
    let pip = |pip: u8| view!("<i class={}></i>", (pip <= level).then_some("on"));
    view!(
        "<span class='crit-level'><span class='pips' aria-hidden='true'>{}</span><span>{} of 5</span></span>",
        each((1..=5).map(pip)),
        u32::from(level),
    )
}

/// Why a level is lower than its evidence: the mark that holds it, in words.
fn held(scene: &Scene, marks: &[Mark], criterion: Criterion) -> Option<String> {
    let report = &scene.draft.report;
    let held = report.held(criterion)?;
    let cap = RUBRIC.caps.iter().find(|cap| cap.criterion == criterion && cap.by == held.by && cap.at == held.at)?;
    let finding = report.findings.iter().position(|finding| finding.kind == held.by && !finding.provisional);
    let number = finding.and_then(|finding| marks::number(marks, finding));
    let mut said = String::from("Held");
    if !scene.state.hides_numbers() {
        said.extend([" at ", &labels::number(held.at.into())]);
    }
    if let Some(number) = number {
        said.extend([" by mark ", &labels::number(number as u32)]);
    }
    said.extend([": ", cap.text]);
    Some(said)
}

/// What the library asks at a level on the way to the next one, and the stem that goes with it.
fn asks(scene: &Scene, spec: &CriterionSpec, level: u8) -> Option<(&'static str, &'static str)> {
    let at = spec.id as usize * spec.anchors.len() + usize::from(level).checked_sub(1)?;
    let more = scene.state.library()?.levels().nth(at)?;
    let says = wording::pick(&[], Some(more.says()), scene.draft.seed, u32::from(level) * 16 + spec.id as u32);
    Some((says, more.stem()))
}

fn opened(scene: &Scene, spec: &'static CriterionSpec, level: u8) -> Html {
    let evidence = scene.draft.report.evidence.iter().filter(|seen| seen.criterion == spec.id);
    let mut earned: Vec<_> = evidence.map(|seen| seen.span).collect();
    earned.dedup();
    let shown = !scene.state.hides_numbers();
    let borne_out = level > HARD || scene.draft.report.held(spec.id).is_some();
    let anchor = |(index, anchor): (usize, &'static Anchor)| {
        let here = index + 1 == usize::from(level) && borne_out;
        view!(
            "<li class={} aria-current={}><span>{}</span><span>{}{}</span></li>",
            here.then_some("here"),
            here.then_some("true"),
            shown.then_some(index + 1),
            anchor.text,
            optional(here, || view!("<span class='tag'> · here now</span>")),
        )
    };
    let quote = |&span: &Span| {
        view!(
            "<button class='earned quote' type='button' onclick={}><span class='m m-strength'>{}</span></button>",
            scene.page.on(Click::Show(span)),
            quoted(span.of(&scene.draft.text)),
        )
    };
    view!(
        "<div class='crit-open'><ol class='anchors'>{}</ol>{}{}{}<p class='links'>{}</p></div>",
        each(spec.anchors.iter().enumerate().map(anchor)),
        optional(!earned.is_empty(), || view!("<p class='label'>Earned by</p>")),
        each(earned.iter().map(quote)),
        asks(scene, spec, level).filter(|_| level < ENOUGH).map(|(says, stem)| view!(
            "<p class='label'>Not found yet</p><p>{}</p>{}<p class='links'>{}</p>",
            says,
            gaps(stem),
            scene.insert(stem),
        )),
        read(scene, spec.id.name()),
    )
}
