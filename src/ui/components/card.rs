//! The question and what is known about it. On a narrow page it folds to one line once something is typed.

use comeback_engine::State as Judged;
use yew::Html;

use crate::content;
use crate::library::{FailureType, Library, List, Sample};
use crate::ui::components::shelf::{absent, read};
use crate::ui::components::{Scene, optional, own, sample, tailor, truth};
use crate::ui::dom::{each, view};
use crate::ui::extra::WHOLE;
use crate::ui::labels;
use crate::ui::page::Click;
use crate::ui::state::{Fold, Wish};

/// Draws the question card.
pub fn card(scene: &Scene) -> Html {
    let (question, folds) = (scene.question, scene.state.folds);
    let (low, high) = labels::target(&question.profile.words);
    let begun = scene.draft.report.state != Judged::Empty;
    let whole = folds.has(Fold::Question);
    let opened = |fold: Fold, draw: fn(&Scene, &Library) -> Html| {
        optional(folds.has(fold), || match scene.state.library() {
            Some(library) => draw(scene, library),
            None => absent(scene.page, scene.state),
        })
    };
    view!(
        "<section class={}>\
            <p class='label' aria-hidden='true'>Question</p>\
            <div>\
                <div class='qline'><h1 class='question'>{}</h1>{}</div>\
                <div class='unfolded'>\
                    <p class='question-line'>{} <span class='nb'>Aim for {} to {} seconds.</span></p>\
                    <p class='links'>{}{}{}{}{}<a class='link' href='{}#q={}&share'>Share</a>\
                    <a class='link' href='#'>Change question</a></p>\
                    {}{}{}{}{}\
                </div>\
            </div>\
        </section>",
        if begun && !whole { "row card folded" } else { "row card" },
        question.prompt,
        optional(begun, || view!(
            "<button class={} type='button' aria-expanded={} aria-label='Show the whole question' onclick={}></button>",
            if whole { "step up" } else { "step down" },
            truth(whole),
            scene.page.on(Click::Send(Wish::Fold(Fold::Question))),
        )),
        question.listens,
        low,
        high,
        scene.fold("Why they ask", Fold::Why),
        scene.fold("Other wordings", Fold::Wordings),
        scene.fold("Examples", Fold::Examples),
        scene.fold("Tailor it", Fold::Tailor),
        read(scene, question.id),
        // The page's own program leaves sharing to the one that has all of it.
        if WHOLE { "" } else { "share/" },
        question.id,
        opened(Fold::Why, why),
        optional(folds.has(Fold::Why), || length(scene, low, high)),
        opened(Fold::Wordings, wordings),
        opened(Fold::Examples, examples),
        opened(Fold::Tailor, tailor::tailor),
    )
}

/// Why they ask, what to do and to avoid, and which failures fit.
fn why(scene: &Scene, library: &Library) -> Html {
    let Some(details) = library.details(scene.question.id) else {
        return scene.page.extra().map(|extra| extra.why(scene.question)).unwrap_or_default();
    };
    let tips = |name: &'static str, texts: List<'_, &str>| {
        let text = |text: &str| view!("<dd>{}</dd>", own(text));
        view!("<div><dt>{}</dt>{}</div>", name, each(texts.map(text)))
    };
    let fitting = library.failure_types().filter(|kind| details.invites().any(|id| id == kind.id()));
    let fits = |kind: FailureType| view!("<dd><b>{}.</b> {}</dd>", own(kind.name()), own(kind.advice()));
    view!(
        "<p class='why'>{}</p><dl class='tips'>{}{}<div><dt>Fits</dt>{}</div></dl>",
        own(details.why()),
        tips("Do", details.dos()),
        tips("Avoid", details.avoids()),
        each(fitting.map(fits)),
    )
}

/// How long an answer may be; known without the library.
fn length(scene: &Scene, low: u32, high: u32) -> Html {
    let words = &scene.question.profile.words;
    view!(
        "<dl class='tips'><div><dt>Length</dt><dd>{} to {} seconds, {} to {} words</dd></div></dl>",
        low,
        high,
        u32::from(words.target_low),
        u32::from(words.target_high),
    )
}

/// The same question in other words, and questions like it.
fn wordings(scene: &Scene, library: &Library) -> Html {
    let Some(details) = library.details(scene.question.id) else { return Html::default() };
    let related = |id: &str| {
        let question = content::question(id)?;
        Some(view!("<li><a class='link' href='#q={}'>{}</a></li>", question.id, question.prompt))
    };
    view!(
        "<ul class='wordings'>{}</ul><p class='label'>Questions like it</p><ul>{}</ul>",
        each(details.rephrasings().map(|text| view!("<li>{}</li>", own(text)))),
        each(details.related().filter_map(related)),
    )
}

/// Sample answers to this question; where there is none, to others of its family.
fn examples(scene: &Scene, library: &Library) -> Html {
    let question = scene.question;
    let to_it = |sample: &Sample| sample.question() == question.id;
    let some = library.samples().any(|sample| to_it(&sample));
    let shown = library.samples().filter(|one| if some { to_it(one) } else { sample::family(*one) == question.family });
    view!(
        "<p class='label'>{}</p><ul class='qlist'>{}</ul>\
        <p class='links'><a class='link' href='#examples'>All examples</a></p>",
        if some { "Answers to it" } else { "Answers to questions like it" },
        each(shown.map(sample::item)),
    )
}
