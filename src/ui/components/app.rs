//! The whole page: the reducer, and what stands on the screen.

use yew::prelude::*;

use crate::ui::components::Page;
use crate::ui::components::notice::notices;
use crate::ui::components::start::start;
use crate::ui::components::top::top;
use crate::ui::components::work::{self, Work};
use crate::ui::dom::{part, view};
use crate::ui::hooks::{use_address, use_kept};
use crate::ui::state::{State, View};
use crate::ui::textarea;

/// The page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(State::default);
    let decide = use_kept(&state);
    use_address(&state);
    let page = Page { dispatch: state.dispatcher(), editor: use_node_ref() };
    let screen = use_node_ref();
    {
        // A new screen starts at its top, and says so to those who do not see it; the first one comes by itself.
        let (screen, first) = (screen.clone(), use_mut_ref(|| true));
        use_effect_with(state.view.clone(), move |_| {
            if !first.replace(false)
                && let Some(screen) = screen.cast::<web_sys::HtmlElement>()
            {
                textarea::focus_quietly(&screen);
                screen.scroll_into_view_with_bool(true);
            }
        });
    }
    let body = match state.question() {
        Some(question) => {
            let work = work::Props { page: page.clone(), state: state.clone(), id: question.id };
            part::<Work>(work, Some(question.id.into()))
        }
        None => start(&page, &state),
    };
    view!(
        "<div class='cb'><div class='frame' ref={} tabindex='-1'>{}{}{}</div></div>",
        &screen,
        top(matches!(state.view, View::List { .. })),
        notices(&page, &state, decide, copied(&state)),
        body,
    )
}

/// What the notice's Copy button copies: the open draft, or on the list all of them.
fn copied(state: &State) -> AttrValue {
    match state.draft() {
        Some(draft) => AttrValue::from(draft.text.to_string()),
        None => {
            let all: Vec<&str> = state.drafts.iter().map(|(_, draft)| &*draft.text).collect();
            AttrValue::from(all.join("\n\n"))
        }
    }
}
