//! What the coach says: the next step, one strength, at most two fixes, and everything else on demand. On a wide page
//! it is a column, on a narrow one a sheet over the lower half.

use yew::{Html, NodeRef};

use crate::ui::components::criteria::criteria;
use crate::ui::components::finding::said;
use crate::ui::components::followup::followup;
use crate::ui::components::shelf::read;
use crate::ui::components::sum::overall;
use crate::ui::components::{Scene, gaps, optional};
use crate::ui::dom::{each, on, view};
use crate::ui::marks;
use crate::ui::page::Click;
use crate::ui::state::Wish;
use crate::ui::textarea;

/// Draws the coach; `sheet` is where it is to be known.
pub fn coach(scene: &Scene, sheet: &NodeRef) -> Html {
    let page = scene.page.clone();
    let lower = move |event| {
        if textarea::key(&event).is_some_and(|key| key == "Escape") {
            page.send(Wish::Sheet(false));
        }
    };
    if scene.state.is_silent() {
        return Html::default();
    }
    view!(
        "<aside class={} aria-label='Coach' tabindex='-1' ref={} onkeydown={}>\
            <div class='grip' aria-hidden='true'></div>\
            <div class='panel'>{}{}<p class='links narrow'>{}</p></div>\
        </aside>",
        if scene.state.sheet { "coach sheet" } else { "coach" },
        sheet,
        on(lower),
        next(scene),
        optional(scene.draft.report.shown(), || judged(scene)),
        scene.link("Close", Click::Send(Wish::Sheet(false))),
    )
}

/// The one thing to do now, and the only filled button.
fn next(scene: &Scene) -> Html {
    let Some(step) = scene.step() else { return Html::default() };
    let insert = || {
        let onclick = scene.page.on(Click::Insert(step.stem.into()));
        view!("<button class='btn btn-main' type='button' onclick={}>Insert this stem</button>", onclick)
    };
    view!(
        "<section class='next' aria-labelledby='next'>\
            <h2 class='label' id='next'>Next step</h2><p class='msg'>{}</p>{}{}<p class='links'>{}</p>\
        </section>",
        scene.draft.asks(scene.state.library()),
        gaps(step.stem),
        optional(!step.stem.is_empty(), insert),
        step.criterion.map(|criterion| read(scene, criterion.name())),
    )
}

fn judged(scene: &Scene) -> Html {
    let (state, report) = (scene.state, &scene.draft.report);
    let marks = marks::marks(report);
    let hidden = state.hides_numbers();
    let numbers = if hidden { "Show numbers" } else { "Hide numbers" };
    let fixes = || each(report.fixes.iter().map(|&fix| said(scene, &marks, fix)));
    let everything = || {
        view!(
            "{}{}<p class='small soft closing'>\
                These are signals in the text. They cannot tell what is true, or who is hired.\
            </p>",
            overall(scene),
            criteria(scene, &marks),
        )
    };
    view!(
        "{}{}{}<section><p class='links between'>{}{}</p>{}</section>",
        report.strength.map(|strength| view!("<section>{}</section>", said(scene, &marks, strength))),
        optional(!report.fixes.is_empty(), || view!("<section>{}</section>", fixes())),
        followup(scene),
        scene.unfold("Show everything", state.everything, Wish::Everything(!state.everything)),
        optional(state.everything && !state.is_wordless(), || scene
            .link(numbers, Click::Send(Wish::HideNumbers(!hidden)))),
        optional(state.everything, everything),
    )
}
