//! Draws the desk, a view a file.

mod banner;
mod coach;
mod nav;
mod parts;
mod reading;
mod review;
mod share;
mod sheet;

use comeback_engine::Criterion;
use yew::Html;

use super::state::{State, View};
use crate::ui::dom::view;
pub use parts::Seen;

/// Draws the body of the page with what the desk has above it, or a view in its place.
pub fn around(seen: &Seen, body: &dyn Fn() -> Html) -> Html {
    let inside = match seen.desk.view {
        View::Page => view!("{}{}", banner::banner(seen), body()),
        View::Share => share::share(seen),
        View::Coach => coach::coach(seen),
        View::Sheet => sheet::sheet(seen),
        View::Reading => reading::reading(seen),
        View::Review => review::review(seen),
    };
    view!("{}{}{}", nav::nav(seen), nav::notices(seen), inside)
}

/// Stands behind the name of a criterion that the coach asks to look at.
pub fn sign(desk: &State, criterion: Criterion) -> Option<&'static str> {
    desk.task()?.focus().any(|focus| focus == criterion).then_some(" · your coach asks for this")
}

#[cfg(test)]
mod tests;
