//! The marked copy: the answer again, read-only, with its parts in the margin and its marks in the text.

use yew::prelude::*;

use crate::ui::components::{Click, Scene, finding, truth};
use crate::ui::labels;
use crate::ui::marks::{self, Mark, Passage, Piece};
use crate::ui::state::{Action, Fold, Settings};
use crate::ui::textarea;

/// Draws the marked copy.
pub fn marked(scene: &Scene) -> Html {
    let report = &scene.draft.report;
    let mut drawn = marks::marks(report);
    drawn.retain(|mark| scene.state.settings.all_marks || mark.main);
    let unfolded = scene.state.folds.has(Fold::Copy);
    let count = if drawn.len() == 1 { " mark" } else { " marks" };
    html! {
        <section class={if unfolded { "row copy unfolded" } else { "row copy" }}>
            <h2 class="label wide">{ "Marked copy" }</h2>
            <div>
                <button
                    class="foldrow narrow" type="button" aria-expanded={truth(unfolded)}
                    onclick={scene.page.on(Click::Send(Action::Fold(Fold::Copy)))}
                >
                    <span class="chev">{ "Marked copy" }</span><span class="soft">{ drawn.len() }{ count }</span>
                </button>
                <div class="copy-body">
                    { head(scene, &drawn) }
                    { key() }
                    { for marks::passages(&report.parts, &drawn).iter().map(|passage| {
                        html! { <>{ draw(scene, passage) }{ card(scene, passage) }</> }
                    }) }
                </div>
            </div>
        </section>
    }
}

/// The finding whose card is open.
fn open(scene: &Scene) -> Option<usize> {
    scene.state.mark.as_ref().map(|mark| mark.finding)
}

/// Which marks are drawn, and the walk through them.
fn head(scene: &Scene, drawn: &[Mark]) -> Html {
    let choice = |all_marks: bool, name: &'static str| {
        let settings = Settings { all_marks, ..scene.state.settings };
        let onclick = scene.page.on(Click::Send(Action::Settings(settings)));
        html! {
            <button type="button" aria-pressed={truth(scene.state.settings.all_marks == all_marks)} {onclick}>{ name }</button>
        }
    };
    let here = drawn.iter().position(|mark| Some(mark.finding) == open(scene));
    let arrow = |there: Option<usize>, class: &'static str, name: &'static str| {
        let there = there.and_then(|there| drawn.get(there)).copied();
        let page = scene.page.clone();
        let onclick = move |_| {
            if let Some(mark) = there {
                page.send(Action::Mark(Some(mark.finding)));
                textarea::select(&page.editor, mark.span, false);
            }
        };
        html! {
            <button {class} type="button" aria-label={name} aria-disabled={there.is_none().then_some("true")} {onclick}></button>
        }
    };
    html! {
        <div class="marked-head">
            <span class="pick" role="group" aria-label="Which marks">
                { choice(false, "Strength and fixes") }{ choice(true, "All marks") }
            </span>
            if !drawn.is_empty() {
                <span class="walk">
                    { arrow(here.and_then(|here| here.checked_sub(1)), "step prev", "Previous mark") }
                    <span>{ for here.map(|here| html! { <>{ here + 1 }{ " of " }</> }) }{ drawn.len() }</span>
                    { arrow(Some(here.map_or(0, |here| here + 1)), "step next", "Next mark") }
                </span>
            }
        </div>
    }
}

/// The four lines and what they mean.
fn key() -> Html {
    html! {
        <p class="tier-key">
            <span><span class="m m-strength">{ "solid" }</span>{ " strength" }</span>
            <span><span class="m m-hint">{ "dotted" }</span>{ " hint" }</span>
            <span><span class="m m-warn">{ "dashed" }</span>{ " worth a look" }</span>
            <span>
                <span class="key-bar"><span class="m m-accuse">{ "dashed with a bar" }</span></span>{ " a question for you" }
            </span>
        </p>
    }
}

fn draw(scene: &Scene, passage: &Passage) -> Html {
    html! {
        <div class={["passage r-", passage.role.name()].concat()}>
            <p class="role">{ labels::role(passage.role) }{ " " }<small>{ passage.share }{ " %" }</small></p>
            <div class="body said">
                <span class="band" aria-hidden="true"></span>
                { for passage.sentences.iter().map(|sentence| html! {
                    <span class={sentence.asked.then_some("ask-bar")}>
                        { for sentence.pieces.iter().map(|piece| words(scene, piece)) }{ " " }
                    </span>
                }) }
            </div>
        </div>
    }
}

fn words(scene: &Scene, piece: &Piece) -> Html {
    let text = piece.span.of(&scene.draft.text).to_owned();
    let Some(mark) = piece.mark else { return text.into() };
    let is_open = open(scene) == Some(mark.finding);
    let page = scene.page.clone();
    let choose = move |focus: bool| {
        page.send(Action::Mark((!is_open).then_some(mark.finding)));
        textarea::select(&page.editor, mark.span, focus);
    };
    let pressed = choose.clone();
    // A pointer is taken to the words; a finger is not, because the keyboard would rise over the card.
    let onclick = move |_: MouseEvent| choose(textarea::has_mouse());
    let onkeydown = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            pressed(false);
        }
    };
    let said = format!(" ({}, mark {})", labels::tier(mark.tier).to_lowercase(), mark.number);
    html! {
        <>
            <mark class={[labels::tier_class(mark.tier), if is_open { " is-open" } else { "" }].concat()}>
                <span role="button" tabindex="0" aria-expanded={truth(is_open)} {onclick} {onkeydown}>
                    { text }<span class="hide">{ said }</span>
                </span>
            </mark>
            if piece.last { <sup class="ref" aria-hidden="true">{ mark.number }</sup> }
        </>
    }
}

/// The open card, under the passage in which its mark ends.
fn card(scene: &Scene, passage: &Passage) -> Html {
    let mut pieces = passage.sentences.iter().flat_map(|sentence| &sentence.pieces);
    let mark = pieces.find_map(|piece| piece.mark.filter(|mark| piece.last && Some(mark.finding) == open(scene)));
    html! { { for mark.map(|mark| finding::card(scene, mark)) } }
}
