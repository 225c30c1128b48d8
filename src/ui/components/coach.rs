//! What the coach says: the next step, one strength, at most two fixes, and everything else on demand. On a wide page
//! it is a column, on a narrow one a sheet over the lower half.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::content;
use crate::ui::components::criteria::criteria;
use crate::ui::components::finding::said;
use crate::ui::components::sum::overall;
use crate::ui::components::{Click, Page, Scene, gaps};
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
    let Some(question) = content::question(props.id) else { return html! {} };
    let scene = &Scene { page: &props.page, state: &props.state, question, draft: &props.draft };
    let (state, report) = (scene.state, &scene.draft.report);
    let page = scene.page.clone();
    let onkeydown = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            page.send(Action::Sheet(false));
        }
    };
    html! {
        <aside class={if state.sheet { "coach sheet" } else { "coach" }} aria-label="Coach" tabindex="-1" ref={root} {onkeydown}>
            <div class="grip" aria-hidden="true"></div>
            <div class="panel">
                { next(scene) }
                if report.shown() { { judged(scene) } }
                <p class="links narrow">{ scene.link("Close", Click::Send(Action::Sheet(false))) }</p>
            </div>
        </aside>
    }
}

/// The one thing to do now, and the only filled button.
fn next(scene: &Scene) -> Html {
    let Some(step) = scene.step() else { return html! {} };
    let insert = Click::Insert(scene.draft.report.clone(), step.stem);
    html! {
        <section class="next" aria-labelledby="next">
            <h2 class="label" id="next">{ "Next step" }</h2>
            <p class="msg">{ step.text }</p>
            { gaps(step.stem) }
            if !step.stem.is_empty() {
                <button class="btn btn-main" type="button" onclick={scene.page.on(insert)}>{ "Insert this stem" }</button>
            }
        </section>
    }
}

fn judged(scene: &Scene) -> Html {
    let (state, report) = (scene.state, &scene.draft.report);
    let marks = marks::marks(report);
    let settings = Settings { hide_numbers: !state.settings.hide_numbers, ..state.settings };
    let numbers = if state.settings.hide_numbers { "Show numbers" } else { "Hide numbers" };
    html! {
        <>
            if let Some(strength) = report.strength { <section>{ said(scene, &marks, strength) }</section> }
            if !report.fixes.is_empty() {
                <section>{ for report.fixes.iter().map(|&fix| said(scene, &marks, fix)) }</section>
            }
            <section>
                <p class="links between">
                    { scene.unfold("Show everything", state.everything, Action::Everything(!state.everything)) }
                    if state.everything { { scene.link(numbers, Click::Send(Action::Settings(settings))) } }
                </p>
                if state.everything {
                    { overall(scene) }
                    { criteria(scene, &marks) }
                    <p class="small soft closing">
                        { "These are signals in the text. They cannot tell what is true, or who is hired." }
                    </p>
                }
            </section>
        </>
    }
}
