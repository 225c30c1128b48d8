//! What the library gives, wherever it stands: links to it, lists of them, and what is said as long as it is not here.

use std::rc::Rc;

use yew::Html;

use crate::share::{Place, fragment_of};
use crate::ui::components::{Scene, link, own, shortened};
use crate::ui::dom::view;
use crate::ui::page::{Click, Page};
use crate::ui::state::{Fetched, State};

/// Stands where text of the library would, as long as there is none.
pub(in crate::ui) fn absent(page: &Rc<Page>, state: &State) -> Html {
    if matches!(state.library, Fetched::Awaited) {
        return view!("<p class='soft moment'>One moment.</p>");
    }
    view!(
        "<p class='soft' role='status'>The guides and examples could not be loaded. {}</p>",
        link(page, "Try again", Click::Fetch),
    )
}

/// What there is to read about something, by the id of that: the guide that helps most, and what the page around has.
pub(in crate::ui) fn read(scene: &Scene, id: &str) -> Html {
    let guide = scene.state.library().and_then(|library| library.guide_for(id));
    let link =
        guide.map(|guide| view!("<a class='link' href='#guide={}'>Read: {}</a>", own(guide.id()), own(guide.title())));
    view!("{}{}", link, scene.page.extra().map(|extra| extra.more(id)))
}

/// A link in a list, with a word at its end.
pub fn entry(place: &Place, title: String, meta: Option<String>) -> Html {
    view!(
        "<li><a href='{}'><span class='q'>{}</span><span class='meta'>{}</span></a></li>",
        fragment_of(place),
        title,
        meta,
    )
}

/// Said above a list that an unknown link led to.
pub(in crate::ui) fn unknown(kind: &'static str, id: &str) -> Html {
    view!(
        "<p class='unknown' role='status'>There is no {} called “{}” here. These are the ones there are.</p>",
        kind,
        shortened(id),
    )
}

/// The ways back from something that was opened to read: to where it was opened, and to the list of its kind.
pub(in crate::ui) fn ways_back(state: &State, list: &Place, all: &'static str) -> Html {
    let from = state.from.as_ref().and_then(|from| {
        let name = match from {
            Place::Question(_) => "Back to the question",
            Place::List => "Back to the questions",
            Place::Guide(_) => "Back to the guide",
            Place::Sample(_) => "Back to the example",
            _ => return None,
        };
        let address = fragment_of(from);
        Some(view!("<a class='link' href='{}'>{}</a>", if address.is_empty() { "#".to_owned() } else { address }, name))
    });
    view!("<p class='links'>{}<a class='link' href='{}'>{}</a></p>", from, fragment_of(list), all)
}
