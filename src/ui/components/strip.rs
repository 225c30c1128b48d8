//! The dwell strip: where the words of an answer went, and where they should go.

use std::iter;

use comeback_engine::rubric::Share;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};
use yew::Html;

use crate::ui::components::legend::{legend, note};
use crate::ui::components::{Scene, optional};
use crate::ui::dom::{each, on, view};
use crate::ui::labels;
use crate::ui::page::Click;
use crate::ui::shape::{Block, Shape};
use crate::ui::textarea;

/// From so many sentences on, blocks stand without gaps: on a small screen the gaps would be all there is.
const DENSE: usize = 60;

/// Draws the strip of a judged answer.
pub fn strip(scene: &Scene) -> Html {
    let (report, profile) = (&scene.draft.report, &scene.question.profile);
    let shape = Shape::of(report, profile);
    let filling = shape.rest > 0;
    let page = scene.page.clone();
    // One for all blocks: each of its own would be made anew with every key.
    let show = move |event| {
        let report = page.state().draft().map(|draft| draft.report.clone());
        let part = report.as_ref().zip(place(&event)).and_then(|(report, at)| report.parts.get(at));
        if let Some(part) = part {
            page.click(&Click::Show(part.span));
        }
    };
    let runs = shape.runs.iter().map(|run| {
        let name = run.named.then(|| labels::role(run.role));
        view!("<span style='flex-grow:{}' class={}>{}</span>", run.words, run.turn.then_some("turn"), name)
    });
    view!(
        "<section class='row'>\
            <h2 class='label'>Shape</h2>\
            <div class='shape'>\
                <p class='runs' aria-hidden='true'>{}{}</p>\
                <ol class={} onclick={} onkeydown={} \
                    aria-label='Shape of the answer, sentence by sentence; arrow keys move along it'>{}{}</ol>\
                {}{}{}\
            </div>\
        </section>",
        each(runs),
        optional(filling, || view!("<span style='flex-grow:{}'></span>", shape.rest)),
        if shape.blocks.len() > DENSE { "strip dense" } else { "strip" },
        on(show),
        on(walk),
        each(shape.blocks.iter().enumerate().map(|(index, part)| block(index, part))),
        optional(filling, || view!(
            "<li class='rest' style='flex-grow:{}'><span class='hide'>not written yet</span></li>",
            shape.rest
        )),
        aim(profile.shares),
        legend(report, filling),
        note(&shape, report.turn),
    )
}

/// Draws the strip of an answer that has hardly begun: its parts in words, and no judgement.
pub fn parts(scene: &Scene) -> Html {
    // A part of a few words is no part worth naming at the start.
    let parts: Vec<&Share> = scene.question.profile.shares.iter().filter(|share| share.target >= 5).collect();
    let words: Vec<&str> =
        parts.iter().filter_map(|share| share.roles.first()).map(|role| labels::role_in_words(*role)).collect();
    let rest = |share: &&Share| view!("<i class='rest' style='flex-grow:{}'></i>", u32::from(share.target));
    view!(
        "<section class='row'>\
            <h2 class='label'>Shape</h2>\
            <div><p class='strip' aria-hidden='true'>{}</p><p class='shape-note soft'>{}.</p></div>\
        </section>",
        each(parts.iter().map(rest)),
        labels::capital(&words.join(", ")),
    )
}

fn block(index: usize, block: &Block) -> Html {
    let over = || {
        view!(
            "<span class='over' aria-hidden='true'><i style='flex-grow:{}'></i><i class='hatch' style='flex-grow:{}'></i></span>",
            block.words - block.beyond,
            block.beyond,
        )
    };
    view!(
        "<li class='r-{}{}' style='flex-grow:{}'>\
            <button type='button' tabindex={} aria-label='Sentence {}, {}, {}'></button>{}\
        </li>",
        block.role.name(),
        block.turn.then_some(" turn"),
        block.words,
        if index == 0 { "0" } else { "-1" },
        index + 1,
        block.role.name(),
        labels::words(block.words),
        optional(block.beyond > 0, over),
    )
}

/// The aim: one thin segment for each role, in the order of the story, and its figures.
fn aim(shares: &'static [Share]) -> Html {
    let segments = |share: &'static Share| {
        let roles = share.roles.iter().map(|role| view!("<i class='r-{}'></i>", role.name()));
        view!("<span style='flex-grow:{}'>{}</span>", u32::from(share.target), each(roles))
    };
    let figure = |(index, share): (usize, &'static Share)| {
        let (before, after) = if index == 0 { ("Aim ", " %") } else { ("", "") };
        let target = u32::from(share.target);
        view!("<span style='flex-grow:{}'>{}{}{}</span>", target, before, target, after)
    };
    view!(
        "<div aria-hidden='true'><p class='aim'>{}</p><p class='aim-nums'>{}</p></div>",
        each(shares.iter().map(segments)),
        each(shares.iter().enumerate().map(figure)),
    )
}

/// Which block was pressed.
fn place(event: &Event) -> Option<usize> {
    let item = item(event)?;
    Some(iter::successors(item.previous_element_sibling(), Element::previous_element_sibling).count())
}

/// The item of the strip whose button an event came to.
fn item(event: &Event) -> Option<Element> {
    let button: Element = event.target()?.unchecked_into();
    button.parent_element().filter(|_| button.tag_name() == "BUTTON")
}

/// Arrow keys move from block to block: one stop on the way through the page instead of one for each sentence.
fn walk(event: Event) {
    let Some(key) = textarea::key(&event) else { return };
    let there = item(&event).and_then(|item| match key.as_str() {
        "ArrowRight" | "ArrowDown" => item.next_element_sibling(),
        "ArrowLeft" | "ArrowUp" => item.previous_element_sibling(),
        _ => None,
    });
    if let Some(button) = there.and_then(|item| item.first_element_child()) {
        event.prevent_default();
        let _ = button.unchecked_into::<HtmlElement>().focus();
    }
}
