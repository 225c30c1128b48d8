//! Rating a sample oneself before the coach's levels are shown.

use std::rc::Rc;

use comeback_engine::rubric::CriterionSpec;
use yew::Html;

use crate::content::{self, RUBRIC};
use crate::library::{Calibrated, Sample};
use crate::ui::components::field::select;
use crate::ui::components::sample::level_row;
use crate::ui::components::shelf::absent;
use crate::ui::components::{link, optional, own, unfold};
use crate::ui::dom::{each, view};
use crate::ui::labels;
use crate::ui::page::{Click, Page};
use crate::ui::state::{State, Wish};

/// Draws the sample that is rated now.
pub fn rate(page: &Rc<Page>, state: &State) -> Html {
    let Some(library) = state.library() else { return absent(page, state) };
    let (at, count) = (state.rating.at, library.calibration().len());
    let chosen = library.calibration().nth(at).and_then(|one| Some((one, library.sample(one.sample())?)));
    let go = |name: &'static str, at: Option<usize>| {
        at.filter(|at| *at < count).map(|at| link(page, name, Click::Send(Wish::Rate(at))))
    };
    view!(
        "<h1 class='question'>Rate it yourself first</h1>\
        <p class='question-line'>Read an answer as an interviewer would, give it levels from 1 to 5, then look at the \
        coach's. Nothing of it is kept or counted.</p>\
        <p class='links'><span class='soft'>Answer {} of {}</span>{}{}</p>{}",
        at + 1,
        count,
        go("Previous answer", at.checked_sub(1)),
        go("Next answer", Some(at + 1)),
        chosen.map(|(one, sample)| draw(page, state, one, sample)),
    )
}

fn draw(page: &Rc<Page>, state: &State, one: Calibrated, sample: Sample) -> Html {
    let (shown, mine) = (state.rating.shown, &state.rating.own);
    let row = |(at, spec): (usize, &CriterionSpec)| {
        let coach = sample.levels().nth(at).unwrap_or(0);
        if coach == 0 {
            return Html::default();
        }
        let mine = mine.get(at).copied().unwrap_or(0);
        let said = if shown {
            let reason = one.reasons().nth(at).unwrap_or_default();
            ["The coach: ", &labels::number(coach.into()), ". ", reason].concat()
        } else {
            labels::anchor(spec, mine)
        };
        let id = ["rate-", &labels::number(at as u32)].concat();
        let rows = ["–", "1", "2", "3", "4", "5"];
        let choice = select(page, id.clone(), &rows, mine.into(), Box::new(move |level| Wish::Rated(at, level)));
        level_row(view!("<label for='{}'>{}</label>", id, spec.name), said, choice)
    };
    let (rated, near) = state.rating.agreement(sample.levels());
    view!(
        "<article class='rated' key='{}'>\
            <p class='label'>{}</p><p class='said'>{}</p>\
            <ul>{}</ul>\
            <p class='links'>{}</p>\
            <p class='msg' role='status'>{}</p>\
        </article>",
        own(sample.id()),
        content::question(sample.question()).map(|question| question.prompt),
        own(sample.text()),
        each(RUBRIC.criteria.iter().enumerate().map(|(at, spec)| row((at, spec)))),
        unfold(page, "Show the coach's levels", shown, Wish::Reveal(!shown)),
        optional(shown && rated > 0, || view!("Within one level of the coach's: {} of {}.", near, rated,)),
    )
}
