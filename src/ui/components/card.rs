//! The question and what is known about it. On a narrow page it folds to one line once something is typed.

use comeback_engine::State as Judged;
use yew::Html;

use crate::ui::components::{Scene, optional, truth};
use crate::ui::dom::view;
use crate::ui::labels;
use crate::ui::page::Click;
use crate::ui::state::{Fold, Wish};

/// Draws the question card.
pub fn card(scene: &Scene) -> Html {
    let (question, folds) = (scene.question, scene.state.folds);
    let (low, high) = labels::target(&question.profile.words);
    let begun = scene.draft.report.state != Judged::Empty;
    let whole = folds.has(Fold::Question);
    view!(
        "<section class={}>\
            <p class='label' aria-hidden='true'>Question</p>\
            <div>\
                <div class='qline'><h1 class='question'>{}</h1>{}</div>\
                <div class='unfolded'>\
                    <p class='question-line'>{} <span class='nb'>Aim for {} to {} seconds.</span></p>\
                    <p class='links'>{}<a class='link' href='#'>Change question</a></p>\
                    {}\
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
        optional(folds.has(Fold::Why), || why(scene, low, high)),
    )
}

fn why(scene: &Scene, low: u32, high: u32) -> Html {
    let words = &scene.question.profile.words;
    view!(
        "<dl class='tips'>\
            <div><dt>Length</dt><dd>{} to {} seconds, {} to {} words</dd></div>\
        </dl>",
        low,
        high,
        u32::from(words.target_low),
        u32::from(words.target_high),
    )
}
