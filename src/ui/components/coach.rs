//! What the coach says: the next step, one strength, at most two fixes, and everything else on demand. On a wide page
//! it is a column, on a narrow one a sheet over the lower half.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};
use yew::prelude::{Html, Properties, component, use_effect_with, use_node_ref};
use yew::virtual_dom::ListenerKind;

use crate::content;
use crate::ui::components::criteria::criteria;
use crate::ui::components::finding::said;
use crate::ui::components::sum::overall;
use crate::ui::components::{Click, Page, Scene, gaps, optional};
use crate::ui::dom::{each, on, view};
use crate::ui::draft::Draft;
use crate::ui::marks;
use crate::ui::state::{Action, Settings, State};
use crate::ui::textarea;

/// Props of [`Coach`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// What the page knows, without the drafts: they change with each key.
    pub state: Rc<State>,
    /// The open question.
    pub id: &'static str,
    /// Its draft as it stood when typing last rested.
    pub draft: Draft,
}

/// The coach. It is a component so that a key that changes nothing in it costs nothing.
#[component]
pub fn Coach(props: &Props) -> Html {
    let root = use_node_ref();
    {
        // The bar that lifts the sheet goes away under it: the keyboard moves along, and back when the sheet is lowered.
        let root = root.clone();
        use_effect_with(props.state.sheet, move |&up| {
            let sheet = root.cast::<HtmlElement>().filter(|_| up);
            if let Some(sheet) = &sheet {
                textarea::focus_quietly(sheet);
            }
            move || {
                let bar = sheet.filter(|sheet| !textarea::has_focus_elsewhere(sheet));
                let bar = bar.and_then(|sheet| sheet.next_element_sibling()?.dyn_into::<HtmlElement>().ok());
                if let Some(bar) = bar {
                    textarea::focus_quietly(&bar);
                }
            }
        });
    }
    let Some(question) = content::question(props.id) else { return Html::default() };
    let scene = &Scene { page: &props.page, state: &props.state, question, draft: &props.draft };
    let (state, report) = (scene.state, &scene.draft.report);
    let page = scene.page.clone();
    let onkeydown = move |event: Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            page.send(Action::Sheet(false));
        }
    };
    view!(
        "<aside class={} aria-label='Coach' tabindex='-1' ref={} onkeydown={}>\
            <div class='grip' aria-hidden='true'></div>\
            <div class='panel'>{}{}<p class='links narrow'>{}</p></div>\
        </aside>",
        if state.sheet { "coach sheet" } else { "coach" },
        &root,
        on(ListenerKind::onkeydown, Box::new(onkeydown)),
        next(scene),
        optional(report.shown(), || judged(scene)),
        scene.link("Close", Click::Send(Action::Sheet(false))),
    )
}

/// The one thing to do now, and the only filled button.
fn next(scene: &Scene) -> Html {
    let Some(step) = scene.step() else { return Html::default() };
    let insert = || {
        let onclick = scene.page.on(Click::Insert(scene.draft.report.clone(), step.stem));
        view!("<button class='btn btn-main' type='button' onclick={}>Insert this stem</button>", onclick)
    };
    view!(
        "<section class='next' aria-labelledby='next'>\
            <h2 class='label' id='next'>Next step</h2><p class='msg'>{}</p>{}{}\
        </section>",
        step.text,
        gaps(step.stem),
        optional(!step.stem.is_empty(), insert),
    )
}

fn judged(scene: &Scene) -> Html {
    let (state, report) = (scene.state, &scene.draft.report);
    let marks = marks::marks(report);
    let settings = Settings { hide_numbers: !state.settings.hide_numbers, ..state.settings };
    let numbers = if state.settings.hide_numbers { "Show numbers" } else { "Hide numbers" };
    let fixes = || each(&mut report.fixes.iter().map(|&fix| said(scene, &marks, fix)));
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
        "{}{}<section><p class='links between'>{}{}</p>{}</section>",
        report.strength.map(|strength| view!("<section>{}</section>", said(scene, &marks, strength))),
        optional(!report.fixes.is_empty(), || view!("<section>{}</section>", fixes())),
        scene.unfold("Show everything", state.everything, Action::Everything(!state.everything)),
        optional(state.everything, || scene.link(numbers, Click::Send(Action::Settings(settings)))),
        optional(state.everything, everything),
    )
}
