//! One question: the card, the answer, its shape and marks on the left; the coach on the right, or as a sheet.

use std::rc::Rc;

use comeback_engine::State as Judged;
use yew::prelude::{Html, Properties, UseReducerHandle, component, use_memo, use_node_ref};

use crate::content;
use crate::ui::components::bar::bar;
use crate::ui::components::card::card;
use crate::ui::components::coach::{self, Coach};
use crate::ui::components::editor::{self, Editor};
use crate::ui::components::marked::marked;
use crate::ui::components::meter::meter;
use crate::ui::components::strip::{parts, strip};
use crate::ui::components::{Page, Scene, optional};
use crate::ui::dom::{part, view};
use crate::ui::draft::Draft;
use crate::ui::hooks::{use_announcement, use_rested, use_widths};
use crate::ui::state::{Kept, State};

/// Props of [`Work`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// What the page knows.
    pub state: UseReducerHandle<State>,
    /// The open question.
    pub id: &'static str,
}

/// More sentences than this are not drawn one by one: no answer has them, and typing has to stay quick.
const MOST_SENTENCES: usize = 400;

/// Prose waits so long after the last key, so that nobody reads a message that is about to change.
const REST_MILLIS: u32 = 150;

/// One question.
#[component]
pub fn Work(props: &Props) -> Html {
    let Some(question) = content::question(props.id) else { return Html::default() };
    let (page, state) = (&props.page, &*props.state);
    let empty = use_memo((), |()| Draft::restored(&state.judge, question, &Kept::default()));
    let draft = state.drafts.get(props.id).unwrap_or(&empty);
    let rested = use_rested(props.id, draft.clone(), REST_MILLIS);
    let said = use_announcement(props.id, draft.clone(), state.settings.hide_numbers);
    let root = use_node_ref();
    use_widths(&root, draft.report.clone());
    let still = State { drafts: Default::default(), ..state.clone() };
    let scene = Scene { page, state, question, draft };
    let calm = Scene { draft: &rested, ..scene };
    let report: &Rc<_> = &draft.report;
    let (shown, many) = (report.shown(), report.parts.len() > MOST_SENTENCES);
    let editor = editor::Props {
        page: page.clone(),
        id: props.id,
        draft: draft.clone(),
        kept: state.storage.kept,
        placeholder: scene.step().map_or("", |step| step.text).into(),
    };
    let coach = coach::Props { page: page.clone(), state: Rc::new(still), id: props.id, draft: rested.clone() };
    let hint = || view!("<p class='prompt narrow'>{}</p>", scene.step().map(|step| step.text));
    let shape = || match many {
        true => view!("<p class='shape-note'>This is far longer than an answer can be. Which part is the answer?</p>"),
        false => optional(shown, || strip(&scene)),
    };
    let (short, foreign) = (report.state == Judged::Short, report.state == Judged::NotEnglish);
    view!(
        "<main class='work' ref={}>\
            <div class='page-side'>{}{}{}{}{}{}{}</div>{}{}\
            <p class='hide' role='status'>{}</p>\
        </main>",
        &root,
        card(&scene),
        part::<Editor>(editor, Some(state.given.into())),
        optional(short || foreign, hint),
        optional(short, || parts(&scene)),
        shape(),
        optional(shown || foreign, || meter(&scene)),
        optional(shown && !many, || marked(&scene)),
        part::<Coach>(coach, None),
        optional(shown && !state.sheet, || bar(&calm)),
        said,
    )
}
