//! The dwell strip: where the words of an answer went, and where they should go.

use comeback_engine::rubric::Share;
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::ui::components::legend::{legend, note};
use crate::ui::components::{Click, Scene};
use crate::ui::labels;
use crate::ui::shape::{Block, Shape};

/// From so many sentences on, blocks stand without gaps: on a small screen the gaps would be all there is.
const DENSE: usize = 60;

/// Draws the strip of a judged answer.
pub fn strip(scene: &Scene) -> Html {
    let (report, profile) = (&scene.draft.report, &scene.question.profile);
    let shape = Shape::of(report, profile);
    html! {
        <section class="row">
            <h2 class="label">{ "Shape" }</h2>
            <div class="shape">
                <p class="runs" aria-hidden="true">
                    { for shape.runs.iter().map(|run| html! {
                        <span data-w={run.words.to_string()} class={run.turn.then_some("turn")}>
                            { if run.named { labels::role(run.role) } else { "" } }
                        </span>
                    }) }
                    if shape.rest > 0 { <span data-w={shape.rest.to_string()}></span> }
                </p>
                <ol
                    class={if shape.blocks.len() > DENSE { "strip dense" } else { "strip" }} onkeydown={Callback::from(walk)}
                    aria-label="Shape of the answer, sentence by sentence; arrow keys move along it"
                >
                    { for shape.blocks.iter().enumerate().map(|(index, part)| block(scene, index, part)) }
                    if shape.rest > 0 {
                        <li class="rest" data-w={shape.rest.to_string()}><span class="hide">{ "not written yet" }</span></li>
                    }
                </ol>
                { aim(profile.shares) }
                { legend(report, shape.rest > 0) }
                { note(&shape, report.turn) }
            </div>
        </section>
    }
}

/// Draws the strip of an answer that has hardly begun: its parts in words, and no judgement.
pub fn parts(scene: &Scene) -> Html {
    // A part of a few words is no part worth naming at the start.
    let parts: Vec<&Share> = scene.question.profile.shares.iter().filter(|share| share.target >= 5).collect();
    let words: Vec<&str> =
        parts.iter().filter_map(|share| share.roles.first()).map(|role| labels::role_in_words(*role)).collect();
    html! {
        <section class="row">
            <h2 class="label">{ "Shape" }</h2>
            <div>
                <p class="strip" aria-hidden="true">
                    { for parts.iter().map(|share| html! { <i class="rest" data-w={share.target.to_string()}></i> }) }
                </p>
                <p class="shape-note soft">{ labels::capital(&words.join(", ")) }{ "." }</p>
            </div>
        </section>
    }
}

fn block(scene: &Scene, index: usize, block: &Block) -> Html {
    let said = format!("Sentence {}, {}, {}", index + 1, block.role.name(), labels::words(block.words));
    let span = scene.draft.report.parts.get(index).map(|part| part.span).unwrap_or_default();
    let class = ["r-", block.role.name(), if block.turn { " turn" } else { "" }].concat();
    html! {
        <li {class} data-w={block.words.to_string()}>
            <button type="button" tabindex={if index == 0 { "0" } else { "-1" }} onclick={scene.page.on(Click::Show(span))}>
                <span class="hide">{ said }</span>
            </button>
            if block.beyond > 0 {
                <span class="over" aria-hidden="true">
                    <i data-w={(block.words - block.beyond).to_string()}></i>
                    <i class="hatch" data-w={block.beyond.to_string()}></i>
                </span>
            }
        </li>
    }
}

/// The aim: one thin segment for each role, in the order of the story, and its figures.
fn aim(shares: &'static [Share]) -> Html {
    let figure = |index: usize, target: u8| if index == 0 { format!("Aim {target} %") } else { target.to_string() };
    let segment = |class: String| html! { <i data-w="1" {class}></i> };
    html! {
        <div aria-hidden="true">
            <p class="aim">
                { for shares.iter().map(|share| html! {
                    <span data-w={share.target.to_string()}>
                        { for share.roles.iter().map(|role| segment(["r-", role.name()].concat())) }
                    </span>
                }) }
            </p>
            <p class="aim-nums">
                { for shares.iter().enumerate().map(|(index, share)| html! {
                    <span data-w={share.target.to_string()}>{ figure(index, share.target) }</span>
                }) }
            </p>
        </div>
    }
}

/// Arrow keys move from block to block: one stop on the way through the page instead of one for each sentence.
fn walk(event: KeyboardEvent) {
    let here = event.target_dyn_into::<web_sys::Element>().and_then(|button| button.parent_element());
    let there = here.and_then(|item| match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => item.next_element_sibling(),
        "ArrowLeft" | "ArrowUp" => item.previous_element_sibling(),
        _ => None,
    });
    let button =
        there.and_then(|item| item.first_element_child()).and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(button) = button {
        event.prevent_default();
        let _ = button.focus();
    }
}
