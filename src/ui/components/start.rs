//! The first screen: where to go on, the questions, and what there is to read.

use std::rc::Rc;

use yew::Html;

use crate::content::{FAMILIES, Family, Question};
use crate::share::Place;
use crate::ui::components::field::{labelled, search, select};
use crate::ui::components::shelf::{entry, unknown};
use crate::ui::components::{link, optional, own};
use crate::ui::dom::{each, view};
use crate::ui::labels;
use crate::ui::page::{Click, Page};
use crate::ui::search::STAGES;
use crate::ui::state::{State, Wish};

/// So many families stand open.
const OPEN: usize = 3;

/// Draws the first screen.
pub fn start(page: &Rc<Page>, state: &State) -> Html {
    let unknown = match &state.place {
        Place::Question(id) => Some(unknown("question", id)),
        _ => None,
    };
    view!(
        "<main>{}\
            <div class='hero'>\
                <div>\
                    <h1 class='display'>Practise the question you would rather not be asked.</h1>\
                    <p class='lede'>Tell one true story about something that went wrong. See at once what a fair \
                    coach would underline, and the one thing to do next.</p>\
                    <p class='links'><a class='link' href='#guides'>Guides</a><a class='link' href='#examples'>Examples</a>\
                    <a class='link' href='#rate'>Rate it yourself first</a></p>\
                </div>{}\
            </div>{}{}\
            <footer class='foot page-foot'>\
                Nothing you write leaves this browser. No account, no counting of visits.\
            </footer>\
        </main>",
        unknown,
        resume(state),
        narrow(page, state),
        list(page, state),
    )
}

/// Where the person left off.
fn resume(state: &State) -> Html {
    let last = state.last.and_then(|id| state.known(id));
    let begun = last.and_then(|question| Some((question, state.drafts.get(question.id)?)));
    let Some((question, draft)) = begun.filter(|(_, draft)| !draft.text.trim().is_empty()) else {
        return Html::default();
    };
    view!(
        "<aside class='resume' aria-labelledby='resume'>\
            <h2 class='label' id='resume'>Where you left off</h2>\
            <p class='resumed'>{}</p>\
            <p class='soft'>{}.{}</p>\
            <p><a class='btn btn-main' href='#q={}'>Go on</a></p>\
        </aside>",
        question.prompt,
        labels::words(draft.report.words),
        draft.asks(state.library()).map(|asks| view!(" Next: {}", asks)),
        question.id,
    )
}

/// The fields by which the list is narrowed. The key makes them anew, empty, when all is shown again.
fn narrow(page: &Rc<Page>, state: &State) -> Html {
    let now = &state.search;
    let (mut families, mut stages) = (vec!["All families"], vec!["Anyone"]);
    FAMILIES.iter().for_each(|family| families.push(family.name));
    STAGES.iter().for_each(|(_, name)| stages.push(name));
    view!(
        "<div class='filters' role='search' key={}>{}{}{}</div>",
        now.cleared,
        labelled("find", "Find a question", search(page, "find", &now.query)),
        labelled("family", "Family", select(page, "family".into(), &families, now.family, Box::new(Wish::Family))),
        labelled("stage", "Asked of", select(page, "stage".into(), &stages, now.stage, Box::new(Wish::Stage))),
    )
}

/// The questions: best fit first when words are looked for, else by family.
fn list(page: &Rc<Page>, state: &State) -> Html {
    let now = &state.search;
    let found = now.found(state.library().map_or(&[], |library| library.terms.as_slice()));
    let count = match found.len() {
        0 => "Nothing found.".to_owned(),
        1 => "1 question.".to_owned(),
        count => [&labels::number(count as u32), " questions."].concat(),
    };
    let said = || view!("{} {}", count, link(page, "Show all", Click::Send(Wish::ShowAll)));
    let listed = if now.looks() {
        view!("<ul class='qlist listed'>{}</ul>", questions(state, &mut found.iter().copied()))
    } else {
        each(FAMILIES.iter().enumerate().map(|(at, family)| {
            let listed: Vec<_> = found.iter().copied().filter(|question| question.family == family.id).collect();
            optional(!listed.is_empty(), || group(state, family, &listed, at >= OPEN && !now.is_narrow()))
        }))
    };
    view!("<p class='soft' role='status'>{}</p>{}", optional(now.is_narrow(), said), listed)
}

fn questions(state: &State, questions: &mut dyn Iterator<Item = &'static Question>) -> Html {
    each(questions.map(|question| {
        let words = state.drafts.get(question.id).map_or(0, |draft| draft.report.words);
        let meta = (words > 0).then(|| ["Draft, ", &labels::words(words)].concat());
        entry(&Place::Question(question.id.to_owned()), question.prompt.to_owned(), meta)
    }))
}

fn group(state: &State, family: &Family, listed: &[&'static Question], folded: bool) -> Html {
    let said = state.library().and_then(|library| library.families().find(|one| one.id() == family.id));
    let advice = said.map(|one| own(one.advice()));
    let target = listed
        .iter()
        .map(|question| labels::target(&question.profile.words))
        .reduce(|one, two| (one.0.min(two.0), one.1.max(two.1)));
    let list = view!("<ul class='qlist'>{}</ul>", questions(state, &mut listed.iter().copied()));
    view!(
        "<section class='row qrow'>\
            <div><h2 class='strong'>{}</h2><p class='small soft'>{}{}</p></div>{}\
        </section>",
        family.name,
        advice,
        target.map(|(low, high)| view!(" <span class='nb'>{} to {} seconds.</span>", low, high)),
        if folded {
            let count = listed.len();
            view!(
                "<details class='more'><summary>{} {}</summary>{}</details>",
                count,
                if count == 1 { "question" } else { "questions" },
                list
            )
        } else {
            list
        },
    )
}
