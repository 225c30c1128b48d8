//! The first screen: where to go on, and the questions.

use std::rc::Rc;

use comeback_engine::rubric::ProfileKind;
use yew::Html;

use crate::content::{self, QUESTIONS, Question};
use crate::ui::components::{optional, truth};
use crate::ui::dom::{each, view};
use crate::ui::labels;
use crate::ui::page::{Click, Page};
use crate::ui::state::{State, View, Wish};

const KINDS: [ProfileKind; 3] = [ProfileKind::Story, ProfileKind::Process, ProfileKind::Weakness];

/// Draws the first screen.
pub fn start(page: &Rc<Page>, state: &State) -> Html {
    let kinds: Vec<ProfileKind> = KINDS.into_iter().filter(|&kind| of(kind).next().is_some()).collect();
    let choice = |kind: Option<ProfileKind>, name: &'static str, count: usize| {
        let pressed = truth(state.kind == kind);
        let onclick = page.on(Click::Send(Wish::Kind(kind)));
        view!("<button type='button' aria-pressed={} onclick={}>{} {}</button>", pressed, onclick, name, count)
    };
    let unknown = match &state.view {
        View::List { unknown: Some(id) } => Some(view!(
            "<p class='unknown' role='status'>\
                There is no question called “{}” here. These are the ones there are.\
            </p>",
            shortened(id),
        )),
        _ => None,
    };
    let filters = || {
        view!(
            "<div class='filters'><span class='pick' role='group' aria-label='Kind'>{}{}</span></div>",
            choice(None, "All", QUESTIONS.len()),
            each(kinds.iter().map(|&kind| choice(Some(kind), labels::kind(kind).0, of(kind).count()))),
        )
    };
    let listed = kinds.iter().filter(|&&kind| state.kind.is_none_or(|only| only == kind));
    view!(
        "<main>{}\
            <div class='hero'>\
                <div>\
                    <h1 class='display'>Practise the question you would rather not be asked.</h1>\
                    <p class='lede'>Tell one true story about something that went wrong. See at once what a fair \
                    coach would underline, and the one thing to do next.</p>\
                </div>{}\
            </div>{}{}\
            <footer class='foot page-foot'>\
                Nothing you write leaves this browser. No account, no counting of visits.\
            </footer>\
        </main>",
        unknown,
        resume(state),
        optional(kinds.len() > 1, filters),
        each(listed.map(|&kind| list(state, kind))),
    )
}

fn of(kind: ProfileKind) -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(move |question| question.profile.kind == kind)
}

/// A link's id as it may be shown: a long one is cut.
fn shortened(id: &str) -> String {
    let start: String = id.chars().take(40).collect();
    if start.len() < id.len() { start + "…" } else { start }
}

/// Where the person left off.
fn resume(state: &State) -> Html {
    let last = state.last.and_then(content::question);
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
        draft.asks().map(|asks| view!(" Next: {}", asks)),
        question.id,
    )
}

fn list(state: &State, kind: ProfileKind) -> Html {
    let (name, advice) = labels::kind(kind);
    let target = of(kind)
        .map(|question| labels::target(&question.profile.words))
        .reduce(|one, two| (one.0.min(two.0), one.1.max(two.1)));
    let question = |question: &'static Question| {
        let words = state.drafts.get(question.id).map_or(0, |draft| draft.report.words);
        view!(
            "<li><a href='#q={}'><span class='q'>{}</span><span class='meta'>{}</span></a></li>",
            question.id,
            question.prompt,
            (words > 0).then(|| ["Draft, ", &labels::words(words)].concat()),
        )
    };
    view!(
        "<section class='row qrow'>\
            <div><h2 class='strong'>{}</h2><p class='small soft'>{}{}</p></div>\
            <ul class='qlist'>{}</ul>\
        </section>",
        name,
        advice,
        target.map(|(low, high)| view!(" <span class='nb'>{} to {} seconds.</span>", low, high)),
        each(of(kind).map(question)),
    )
}
