//! The bar at the top: the name, where to go, and what happens to the text.

use yew::Html;

use crate::share::{Place, fragment_of};
use crate::ui::dom::{each, view};

/// Draws the bar, with the place that is on the screen.
pub fn top(place: &Place) -> Html {
    let link = |(there, name): (Place, &'static str)| {
        let address = fragment_of(&there);
        let here = (*place == there).then_some("page");
        view!(
            "<a href='{}' aria-current={}>{}</a>",
            if address.is_empty() { "#".to_owned() } else { address },
            here,
            name
        )
    };
    let links = [(Place::List, "Questions"), (Place::Guides, "Guides"), (Place::Samples, "Examples")];
    view!(
        "<header class='top'>\
            <a class='wordmark' href='#'>Come<i aria-hidden='true'></i>back</a>\
            <nav aria-label='Main'>{}</nav>\
            <details class='badge'>\
                <summary>Nothing sent</summary>\
                <p>What you write stays in this browser. There is no server and no account, and this page asks the \
                network for nothing once it and its guides have loaded.</p>\
            </details>\
        </header>",
        each(links.into_iter().map(link)),
    )
}
