//! The first screen: where to go on, and the questions.

use comeback_engine::rubric::ProfileKind;
use yew::prelude::*;

use crate::content::{self, QUESTIONS, Question};
use crate::ui::components::{Click, Page, step, truth};
use crate::ui::labels;
use crate::ui::state::{Action, State, View};

const KINDS: [ProfileKind; 3] = [ProfileKind::Story, ProfileKind::Process, ProfileKind::Weakness];

/// Draws the first screen.
pub fn start(page: &Page, state: &State) -> Html {
    let kinds: Vec<ProfileKind> = KINDS.into_iter().filter(|&kind| of(kind).next().is_some()).collect();
    let choice = |kind: Option<ProfileKind>, name: &'static str, count: usize| {
        let onclick = page.on(Click::Send(Action::Kind(kind)));
        html! { <button type="button" aria-pressed={truth(state.kind == kind)} {onclick}>{ name }{ " " }{ count }</button> }
    };
    html! {
        <main>
            if let View::List { unknown: Some(id) } = &state.view {
                <p class="unknown" role="status">
                    { format!("There is no question called “{}” here. These are the ones there are.", shortened(id)) }
                </p>
            }
            <div class="hero">
                <div>
                    <h1 class="display">{ "Practise the question you would rather not be asked." }</h1>
                    <p class="lede">{ "Tell one true story about something that went wrong. See at once what a fair \
                        coach would underline, and the one thing to do next." }</p>
                </div>
                { resume(state) }
            </div>
            if kinds.len() > 1 {
                <div class="filters">
                    <span class="pick" role="group" aria-label="Kind">
                        { choice(None, "All", QUESTIONS.len()) }
                        { for kinds.iter().map(|&kind| choice(Some(kind), labels::kind(kind).0, of(kind).count())) }
                    </span>
                </div>
            }
            { for kinds.iter().filter(|&&kind| state.kind.is_none_or(|only| only == kind)).map(|&kind| list(state, kind)) }
            <footer class="foot page-foot">
                { "Nothing you write leaves this browser. No account, no counting of visits." }
            </footer>
        </main>
    }
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
    let Some((question, draft)) = last.and_then(|question| Some((question, state.drafts.get(question.id)?))) else {
        return html! {};
    };
    if draft.text.trim().is_empty() {
        return html! {};
    }
    let step = step(draft).map(|step| step.text);
    html! {
        <aside class="resume" aria-labelledby="resume">
            <h2 class="label" id="resume">{ "Where you left off" }</h2>
            <p class="resumed">{ question.prompt }</p>
            <p class="soft">{ labels::words(draft.report.words) }{ "." }{ for step.map(|step| format!(" Next: {step}")) }</p>
            <p><a class="btn btn-main" href={link(question)}>{ "Go on" }</a></p>
        </aside>
    }
}

fn list(state: &State, kind: ProfileKind) -> Html {
    let (name, advice) = labels::kind(kind);
    let target = of(kind)
        .map(|question| labels::target(&question.profile.words))
        .reduce(|one, two| (one.0.min(two.0), one.1.max(two.1)));
    html! {
        <section class="row qrow">
            <div>
                <h2 class="strong">{ name }</h2>
                <p class="small soft">
                    { advice }
                    { for target.map(|(low, high)| html! {
                        <>{ " " }<span class="nb">{ format!("{low} to {high} seconds.") }</span></>
                    }) }
                </p>
            </div>
            <ul class="qlist">
                { for of(kind).map(|question| {
                    let words = state.drafts.get(question.id).map_or(0, |draft| draft.report.words);
                    html! {
                        <li>
                            <a href={link(question)}>
                                <span class="q">{ question.prompt }</span>
                                <span class="meta">
                                    { if words > 0 { format!("Draft, {}", labels::words(words)) } else { String::new() } }
                                </span>
                            </a>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

fn link(question: &Question) -> String {
    format!("#q={}", question.id)
}
