//! One finding: as the coach says it, and as the card of its mark in the text.

use comeback_engine::rubric::KindSpec;
use comeback_engine::{Signal, Tier};
use yew::Html;

use crate::content::RUBRIC;
use crate::ui::components::shelf::read;
use crate::ui::components::{Scene, gaps, optional, quoted};
use crate::ui::dom::view;
use crate::ui::labels;
use crate::ui::marks::{self, Mark};
use crate::ui::page::Click;
use crate::ui::state::Wish;
use crate::ui::stem::GAP;
use crate::ui::wording;

/// What content says about a kind of finding.
fn spec(kind: Signal) -> Option<&'static KindSpec> {
    RUBRIC.kinds.iter().find(|spec| spec.signal == kind)
}

/// Draws the card of an open mark. It opens in the flow under its passage and never floats.
pub fn card(scene: &Scene, mark: Mark) -> Html {
    let found = scene.draft.report.findings.get(mark.finding).and_then(|finding| spec(finding.kind));
    let Some(spec) = found else { return Html::default() };
    let (says, then) = wordings(scene, spec);
    view!(
        "<section class='finding' aria-label='Mark {}'>{}<p class='quote'>{}</p><p class='ask'>{} {}</p>{}\
            <p class='links'>{}{}{}{}</p>\
        </section>",
        mark.number,
        head(mark.tier, view!("<span class='mark-no'>mark {}</span>", mark.number)),
        quoted(mark.span.of(&scene.draft.text)),
        says,
        then,
        gaps(spec.stem),
        scene.insert(spec.stem),
        read(scene, spec.signal.name()),
        scene.link("Show in my answer", Click::Show(mark.span)),
        scene.link("Close", Click::Send(Wish::Mark(None))),
    )
}

/// Draws a finding as the coach says it: praise with the words after it, a question with the words before it.
pub fn said(scene: &Scene, marks: &[Mark], index: u16) -> Html {
    let (report, index) = (&scene.draft.report, usize::from(index));
    let Some(finding) = report.findings.get(index) else { return Html::default() };
    let Some(spec) = spec(finding.kind) else { return Html::default() };
    let quote = finding.span.map(|span| view!("<p class='quote'>{}</p>", quoted(span.of(&scene.draft.text))));
    let (says, _) = wordings(scene, spec);
    let says = Some(view!("<p class='msg'>{}</p>", with_time(finding.kind, says, report.seconds)));
    let praise = finding.tier == Tier::Strength;
    let (first, second) = if praise { (says, quote) } else { (quote, says) };
    let number = marks::number(marks, index).zip(finding.span).map(|(number, span)| {
        let onclick = scene.page.on(Click::Mark(index, span));
        view!("<button class='mark-no' type='button' onclick={}>mark {}</button>", onclick, number)
    });
    view!(
        "<div class='fix'>{}<div class={}>{}{}</div>{}</div>",
        head(finding.tier, number.unwrap_or_default()),
        (finding.tier == Tier::Accuse).then_some("barred"),
        first,
        second,
        optional(!praise, || view!(
            "<p class='links'>{}{}</p>",
            scene.insert(spec.stem),
            read(scene, spec.signal.name()),
        )),
    )
}

/// What is said about a kind of finding, and the question that builds on praise, in a draft's wording.
fn wordings(scene: &Scene, spec: &KindSpec) -> (&'static str, &'static str) {
    let at = RUBRIC.kinds.iter().position(|kind| kind.signal == spec.signal).unwrap_or_default();
    let more = scene.state.library().and_then(|library| library.kinds().nth(at));
    let pick = |first, more| wording::pick(first, more, scene.draft.seed, spec.signal as u32);
    (pick(spec.says, more.map(|more| more.says())), pick(spec.then, more.map(|more| more.then())))
}

fn head(tier: Tier, number: Html) -> Html {
    view!("<p class='tier label'><span class={}>{}</span>{}</p>", labels::tier_class(tier), labels::tier(tier), number)
}

/// Messages about length leave a gap for the speaking time: seconds when it is too short, minutes when it is too long.
fn with_time(kind: Signal, says: &'static str, seconds: u32) -> String {
    let time = match kind {
        Signal::TooShort => seconds,
        Signal::TooLong => (seconds + 30) / 60,
        _ => return says.to_owned(),
    };
    says.replacen(GAP, &labels::number(time), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_long_an_answer_is_in_the_unit_of_its_message() {
        assert_eq!(with_time(Signal::TooShort, "About … seconds.", 52), "About 52 seconds.");
        assert_eq!(with_time(Signal::TooLong, "About … minutes.", 200), "About 3 minutes.");
        assert_eq!(with_time(Signal::Vague, "Which … was it?", 52), "Which … was it?");
    }
}
