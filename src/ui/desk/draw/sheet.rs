//! The sheet for a workshop: questions with their codes, to be printed and put on a wall.

use yew::Html;

use super::parts::{Seen, part};
use crate::content::{FAMILIES, QUESTIONS, Question};
use crate::ui::components::{optional, own, shelf};
use crate::ui::desk::sheet::{Pick, rows_of};
use crate::ui::desk::state::Wish;
use crate::ui::desk::table::Act;
use crate::ui::dom::{each, view};
use crate::ui::labels::number;

/// Follow-up questions under each question.
const PROBES: usize = 3;

/// Draws it.
pub fn sheet(seen: &Seen) -> Html {
    let count = seen.desk.sheet.questions().count();
    let said = match count {
        0 => own("No question is chosen yet."),
        1 => own("1 question."),
        count => number(count as u32) + " questions.",
    };
    view!(
        "<main class='reading desk'>\
            <div class='screen-only'>\
                <h1 class='question'>Workshop sheet</h1>\
                <p class='question-line'>Choose questions and print them. Each has a code that leads to it, and the address in \
                letters.</p>{}{}\
                <p class='links' role='status'><span class='soft'>{}</span>{}{}</p>\
            </div>\
            <div class='sheet-page'>{}</div>\
        </main>",
        part("Questions", each((0..FAMILIES.len()).map(|at| family(seen, at)))),
        part("On the sheet", probes(seen)),
        said,
        optional(count > 0, || seen.button("Print", Act::Print)),
        optional(count > 0, || seen.link("Clear", pick(Pick::Nothing))),
        each(seen.desk.sheet.questions().map(|question| card(seen, question))),
    )
}

fn family(seen: &Seen, at: usize) -> Html {
    let sheet = &seen.desk.sheet;
    let question = |row: usize| {
        let prompt = QUESTIONS.get(row).map_or("", |question| question.prompt);
        seen.tick(own(prompt), sheet.has(row), pick(Pick::Question(row)))
    };
    let (rows, chosen) = (rows_of(at).count(), rows_of(at).filter(|row| sheet.has(*row)).count());
    view!(
        "<details class='more'><summary>{} <span class='soft'>{} of {}</span></summary>\
            <p class='links'>{}</p><div class='ticks'>{}</div></details>",
        FAMILIES.get(at).map(|family| family.name),
        chosen,
        rows,
        seen.link(if chosen == rows { "None of them" } else { "All of them" }, pick(Pick::Family(at))),
        each(rows_of(at).map(question)),
    )
}

fn probes(seen: &Seen) -> Html {
    let sheet = &seen.desk.sheet;
    view!(
        "{}{}",
        seen.tick(own("Three follow-up questions under each"), sheet.probes, pick(Pick::Probes)),
        optional(sheet.probes && seen.state.library().is_none(), || shelf::absent(seen.page, seen.state)),
    )
}

/// One question as it is printed.
fn card(seen: &Seen, question: &'static Question) -> Html {
    let details = seen.state.library().and_then(|library| library.details(question.id));
    let asked = details.into_iter().flat_map(|details| details.probes()).take(PROBES);
    let probes = || view!("<ul class='points'>{}</ul>", each(asked.map(|probe| view!("<li>{}</li>", own(probe)))));
    let address = seen.desk.home.question(question.id).unwrap_or_default();
    view!(
        "<section class='sheet-card' key='{}'>\
            <div><h2 class='question'>{}</h2>{}</div>{}\
        </section>",
        question.id,
        question.prompt,
        optional(seen.desk.sheet.probes, probes),
        seen.code(&address, question.prompt),
    )
}

fn pick(pick: Pick) -> Act {
    Act::Wish(Wish::Pick(pick))
}
