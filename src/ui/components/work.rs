//! One question: the card, the answer, its shape and marks on the left; the coach on the right, or as a sheet.

use comeback_engine::State as Judged;
use yew::{Html, NodeRef};

use crate::ui::components::bar::bar;
use crate::ui::components::card::card;
use crate::ui::components::coach::coach;
use crate::ui::components::editor::editor;
use crate::ui::components::marked::marked;
use crate::ui::components::meter::meter;
use crate::ui::components::strip::{parts, strip};
use crate::ui::components::{Scene, optional};
use crate::ui::dom::view;

/// More sentences than this are not drawn one by one: no answer has them, and typing has to stay quick.
const MOST_SENTENCES: usize = 400;

/// Draws one question. `calm` is the scene as it stood when typing last rested, `said` what those hear who do not see
/// the page change.
pub fn work(scene: &Scene, calm: &Scene, sheet: &NodeRef, said: Option<String>) -> Html {
    let (state, report) = (scene.state, &scene.draft.report);
    let (shown, many) = (report.shown() && !state.is_silent(), report.parts.len() > MOST_SENTENCES);
    let (short, foreign) = (report.state == Judged::Short, report.state == Judged::NotEnglish);
    let hint = || view!("<p class='prompt narrow'>{}</p>", scene.draft.asks(scene.state.library()));
    let shape = || match many {
        true => view!("<p class='shape-note'>This is far longer than an answer can be. Which part is the answer?</p>"),
        false => optional(shown, || strip(scene)),
    };
    view!(
        "<main class='work' key={}>\
            <div class='page-side'>{}{}{}{}{}{}{}</div>{}{}\
            <p class='hide' role='status'>{}</p>\
        </main>",
        scene.question.id,
        card(scene),
        editor(scene),
        optional(short || foreign, hint),
        optional(short, || parts(scene)),
        shape(),
        optional(shown || foreign, || meter(scene)),
        optional(shown && !many, || marked(scene)),
        coach(calm, sheet),
        optional(shown && !state.sheet, || bar(calm)),
        said,
    )
}
