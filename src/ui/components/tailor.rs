//! Whom and what an answer is tailored to: what they listen for, and a stem that ties the lesson to it.

use yew::Html;

use crate::library::{Angle, Library};
use crate::store::MOST_VALUES;
use crate::ui::components::field::{labelled, select, tick};
use crate::ui::components::{Scene, gaps, optional, own, quoted};
use crate::ui::dom::{each, view};
use crate::ui::state::Wish;

/// Draws the choices, and what is said about those that were made.
pub fn tailor(scene: &Scene, library: &Library) -> Html {
    let (page, state) = (scene.page, scene.state);
    let chosen = |angle: Angle| state.settings.values.iter().any(|id| id == angle.id());
    let full = state.settings.values.len() >= MOST_VALUES;
    let value = |(at, value): (usize, Angle)| {
        let on = chosen(value);
        tick(page, own(value.name()), on, full && !on, Wish::Value(at))
    };
    let interviewer = library.interviewers().position(|one| state.settings.interviewer.as_deref() == Some(one.id()));
    let row = interviewer.map_or(0, |at| at + 1);
    let mut rows = vec!["Anybody"];
    library.interviewers().for_each(|one| rows.push(one.name()));
    let angles = interviewer.and_then(|at| library.interviewers().nth(at)).into_iter();
    view!(
        "<div class='tailor'>{}{}\
            <fieldset><legend class='label'>What they value, up to three</legend>{}</fieldset>{}\
        </div>",
        optional(state.forgotten, || view!(
            "<p class='soft' role='status'>A choice kept here is not known any more.</p>"
        )),
        labelled(
            "interviewer",
            "Who listens",
            select(page, "interviewer".into(), &rows, row, Box::new(Wish::Interviewer))
        ),
        each(library.values().enumerate().map(value)),
        each(angles.chain(library.values().filter(|value| chosen(*value))).map(|one| angle(scene, one))),
    )
}

fn angle(scene: &Scene, angle: Angle) -> Html {
    view!(
        "<section class='angle' key='{}'>\
            <h3 class='strong'>{}</h3><p>{}</p>{}<p class='links'>{}</p>\
            <p class='label'>Words that show it</p><p>{}</p>\
            <p class='label'>It may sound like this</p><p class='quote'>{}</p>\
        </section>",
        own(angle.id()),
        own(angle.name()),
        own(angle.listens()),
        gaps(angle.stem()),
        scene.insert(own(angle.stem())),
        angle.words().collect::<Vec<_>>().join(", "),
        quoted(angle.example()),
    )
}
