//! The question and what is known about it. On a narrow page it folds to one line once something is typed.

use comeback_engine::State as Judged;
use yew::prelude::*;

use crate::ui::components::{Click, Scene, truth};
use crate::ui::labels;
use crate::ui::state::{Action, Fold};

/// Draws the question card.
pub fn card(scene: &Scene) -> Html {
    let (question, folds) = (scene.question, scene.state.folds);
    let (low, high) = labels::target(&question.profile.words);
    let begun = scene.draft.report.state != Judged::Empty;
    let whole = folds.has(Fold::Question);
    html! {
        <section class={if begun && !whole { "row card folded" } else { "row card" }}>
            <p class="label" aria-hidden="true">{ "Question" }</p>
            <div>
                <div class="qline">
                    <h1 class="question">{ question.prompt }</h1>
                    if begun {
                        <button
                            class={if whole { "step up" } else { "step down" }} type="button" aria-expanded={truth(whole)}
                            aria-label="Show the whole question"
                            onclick={scene.page.on(Click::Send(Action::Fold(Fold::Question)))}
                        ></button>
                    }
                </div>
                <div class="unfolded">
                    <p class="question-line">
                        { question.listens }{ " " }<span class="nb">{ format!("Aim for {low} to {high} seconds.") }</span>
                    </p>
                    <p class="links">
                        { scene.fold("Why they ask", Fold::Why) }
                        if !question.rephrasings.is_empty() { { scene.fold("Other wordings", Fold::Wordings) } }
                        <a class="link" href="#">{ "Change question" }</a>
                    </p>
                    if folds.has(Fold::Wordings) {
                        <ul class="wordings">{ for question.rephrasings.iter().map(|other| html! { <li>{ *other }</li> }) }</ul>
                    }
                    if folds.has(Fold::Why) {
                        <p class="why">{ question.why }</p>
                        <dl class="tips">
                            { tips("Do", question.dos) }
                            { tips("Avoid", question.avoids) }
                            <div><dt>{ "Length" }</dt><dd>{ length(scene, low, high) }</dd></div>
                        </dl>
                    }
                </div>
            </div>
        </section>
    }
}

fn length(scene: &Scene, low: u32, high: u32) -> String {
    let words = &scene.question.profile.words;
    format!("{low} to {high} seconds, {} to {} words", words.target_low, words.target_high)
}

fn tips(name: &'static str, texts: &'static [&'static str]) -> Html {
    html! { <div><dt>{ name }</dt>{ for texts.iter().map(|text| html! { <dd>{ *text }</dd> }) }</div> }
}
