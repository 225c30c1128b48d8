//! The bar at the top: the name, where to go, and what happens to the text.

use yew::Html;

use crate::ui::dom::view;

/// Draws the bar; `listed`: the list is on the screen.
pub fn top(listed: bool) -> Html {
    view!(
        "<header class='top'>\
            <a class='wordmark' href='#'>Come<i aria-hidden='true'></i>back</a>\
            <nav aria-label='Main'><a href='#' aria-current={}>Questions</a></nav>\
            <details class='badge'>\
                <summary>Nothing sent</summary>\
                <p>What you write stays in this browser. There is no server and no account, and this page asks the \
                network for nothing once it has loaded.</p>\
            </details>\
        </header>",
        listed.then_some("page"),
    )
}
