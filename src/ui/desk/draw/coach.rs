//! The form in which a coach makes a link. The link is there from the start and follows every change.

use comeback_engine::Criterion;
use yew::Html;

use super::nav::named;
use super::parts::{Seen, part};
use crate::content::QUESTIONS;
use crate::share::LONGEST_COACH_LINK;
use crate::ui::components::{optional, own};
use crate::ui::desk::form::{Fill, Lacks, MOST_QUESTIONS};
use crate::ui::desk::said;
use crate::ui::desk::state::Wish;
use crate::ui::desk::table::{Act, Gives};
use crate::ui::dom::{each, view};
use crate::ui::labels::number;

/// Draws it.
pub fn coach(seen: &Seen) -> Html {
    view!(
        "<main class='reading desk'>\
            <h1 class='question'>A task for your student</h1>\
            <p class='question-line'>Choose what to practise, and send the link by your own means. It holds all of it: there \
            is no account, no server, and no limit on tries. What you write here lives in this tab.</p>{}{}{}{}\
        </main>",
        part("Questions", questions(seen)),
        part("A word to them", word(seen)),
        part("What counts", criteria(seen)),
        part("The link", link(seen)),
    )
}

fn questions(seen: &Seen) -> Html {
    const NAMES: [&str; MOST_QUESTIONS] = ["First question", "Then, if you like", "And then"];
    each(NAMES.into_iter().enumerate().map(|(at, name)| {
        let none = (at > 0).then_some("None");
        let rows = none.into_iter().chain(QUESTIONS.iter().map(|question| question.prompt));
        let id = ["question-", &number(at as u32)].concat();
        seen.choice(id, name, rows, seen.desk.form.question(at), move |row| Wish::Fill(Fill::Question(at, row)))
    }))
}

fn word(seen: &Seen) -> Html {
    let form = &seen.desk.form;
    view!(
        "{}<p class='named'><label class='label' for='minutes'>Time for each answer, in minutes; none, if left empty</label>\
            <input class='btn choice short' type='text' id='minutes' value='{}' oninput={}></input></p>{}",
        seen.area("note", "Note, shown as plain text", form.note(), |note| Wish::Fill(Fill::Note(note))),
        own(form.minutes()),
        seen.typed(|minutes| Wish::Fill(Fill::Minutes(minutes))),
        seen.tick(own("They write first and look at the feedback afterwards"), form.blind(), fill(Fill::Blind)),
    )
}

fn criteria(seen: &Seen) -> Html {
    const ROWS: [&str; 6] = ["As the question has it", "0, left out", "1", "2", "3", "4"];
    let form = &seen.desk.form;
    let names = || Criterion::ALL.into_iter().map(said::criterion).enumerate();
    let tick = |(at, name): (usize, &'static str)| seen.tick(own(name), form.looks_at(at), fill(Fill::Focus(at)));
    let weight = |(at, name): (usize, &'static str)| {
        let id = ["weight-", &number(at as u32)].concat();
        seen.choice(id, name, ROWS.into_iter(), form.weight(at), move |row| Wish::Fill(Fill::Weight(at, row)))
    };
    view!(
        "<fieldset><legend class='label'>Look at these first; all of them, if none is ticked</legend>{}</fieldset>\
        <details class='more'><summary>Weigh them yourself</summary>\
            <p>Your student sees the weights.</p><div class='weights'>{}</div></details>",
        each(names().map(tick)),
        each(names().map(weight)),
    )
}

fn link(seen: &Seen) -> Html {
    let form = &seen.desk.form;
    let count =
        |length: usize| view!("<p class='soft' role='status'>{} of {} characters.</p>", length, LONGEST_COACH_LINK);
    match form.fragment() {
        Ok(fragment) => {
            let title = named(QUESTIONS.get(form.question(0)).map_or("", |question| question.id));
            let address = seen.desk.home.carrying(&fragment);
            view!(
                "{}{}<p class='links'><a class='link' href='{}'>Open it as your student does</a></p>{}",
                seen.link_box("link-task", "Link to the task", &address, &title, Gives::Nothing),
                count(fragment.len()),
                fragment,
                optional(seen.desk.home.is_alone(), || view!(
                    "<p class='soft'>This page is a file on your device: its link works only where the same file is.</p>"
                )),
            )
        }
        Err(lacks) => view!("<p class='care' role='status'>{}</p>", lacking(&lacks)),
    }
}

fn lacking(lacks: &Lacks) -> String {
    match lacks {
        Lacks::Over(over) => said::over(*over),
        Lacks::Time => own("There is no link yet: the time is to be up to 60 minutes, as in 2 or 1:30."),
        Lacks::Weights => own("There is no link yet: with these weights nothing counts."),
    }
}

fn fill(fill: Fill) -> Act {
    Act::Wish(Wish::Fill(fill))
}
