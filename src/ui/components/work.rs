//! One question: the card, the answer, its shape and marks on the left; the coach on the right, or as a sheet.

use std::rc::Rc;

use comeback_engine::State as Judged;
use yew::prelude::*;

use crate::content::{self, RUBRIC};
use crate::ui::components::Page;
use crate::ui::components::bar::Bar;
use crate::ui::components::card::Card;
use crate::ui::components::coach::Coach;
use crate::ui::components::editor::Editor;
use crate::ui::components::marked::Marked;
use crate::ui::components::meter::Meter;
use crate::ui::components::strip::{Parts, Strip};
use crate::ui::draft::Draft;
use crate::ui::hooks::{use_announcement, use_rested};
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
    let Some(question) = content::question(props.id) else { return html! {} };
    let (page, state) = (&props.page, &*props.state);
    let empty = use_memo((), |()| Draft::restored(question, &Kept::default()));
    let draft = state.drafts.get(props.id).unwrap_or(&empty);
    let rested = use_rested(props.id, Rc::new(draft.clone()), REST_MILLIS);
    let said = use_announcement(props.id, Rc::new(draft.clone()), state.settings.hide_numbers);
    let report = &draft.report;
    let (shown, many) = (report.shown(), report.parts.len() > MOST_SENTENCES);
    let prompt = draft.step.and_then(|step| RUBRIC.steps.get(usize::from(step))).map(|step| step.text);
    html! {
        <main class="work">
            <div class="page-side">
                <Card id={props.id} folded={report.state != Judged::Empty} />
                <Editor
                    key={state.given} page={page.clone()} id={props.id} draft={draft.clone()}
                    kept={state.storage.kept} placeholder={prompt.unwrap_or_default()}
                />
                if matches!(report.state, Judged::Short | Judged::NotEnglish) {
                    <p class="prompt narrow">{ prompt }</p>
                }
                if report.state == Judged::Short {
                    <Parts id={props.id} />
                }
                if many {
                    <p class="shape-note">{ "This is far longer than an answer can be. Which part is the answer?" }</p>
                } else if shown {
                    <Strip page={page.clone()} id={props.id} report={report.clone()} />
                }
                if shown || report.state == Judged::NotEnglish {
                    <Meter words={report.words} bands={question.profile.words} />
                }
                if shown && !many {
                    <Marked
                        page={page.clone()} text={draft.text.clone()} report={report.clone()}
                        settings={state.settings} open={state.mark.as_ref().map(|mark| mark.finding)}
                    />
                }
            </div>
            <Coach
                page={page.clone()} id={props.id} draft={rested.clone()} settings={state.settings}
                criterion={state.criterion} everything={state.everything} sheet={state.sheet}
            />
            if shown && !state.sheet {
                <Bar page={page.clone()} words={report.words} id={props.id} step={rested.step} />
            }
            <p class="hide" role="status">{ said }</p>
        </main>
    }
}
