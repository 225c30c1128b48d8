//! The marked copy: the answer again, read-only, with its parts in the margin and its marks in the text.

use std::rc::Rc;

use comeback_engine::Role;
use yew::Html;

use crate::ui::components::{Scene, finding, optional, truth};
use crate::ui::dom::{each, on, view};
use crate::ui::labels;
use crate::ui::marks::{self, Mark, Passage, Piece, Sentence};
use crate::ui::page::Click;
use crate::ui::state::{Fold, Wish};
use crate::ui::textarea;

/// Draws the marked copy.
pub fn marked(scene: &Scene) -> Html {
    let report = &scene.draft.report;
    let mut drawn = marks::marks(report);
    drawn.retain(|mark| scene.state.settings.all_marks || mark.main);
    let unfolded = scene.state.folds.has(Fold::Copy);
    let passages = marks::passages(&report.parts, &drawn);
    view!(
        "<section class={}>\
            <h2 class='label wide'>Marked copy</h2>\
            <div>\
                <button class='foldrow narrow' type='button' aria-expanded={} onclick={}>\
                    <span class='chev'>Marked copy</span><span class='soft'>{}{}</span>\
                </button>\
                <div class='copy-body'>{}{}{}</div>\
            </div>\
        </section>",
        if unfolded { "row copy unfolded" } else { "row copy" },
        truth(unfolded),
        scene.page.on(Click::Send(Wish::Fold(Fold::Copy))),
        drawn.len(),
        if drawn.len() == 1 { " mark" } else { " marks" },
        head(scene, &drawn),
        key(),
        each(passages.iter().map(|passage| draw(scene, passage))),
    )
}

/// The finding whose card is open.
fn open(scene: &Scene) -> Option<usize> {
    scene.state.mark.as_ref().map(|mark| mark.finding)
}

/// Which marks are drawn, and the walk through them.
fn head(scene: &Scene, drawn: &[Mark]) -> Html {
    let choice = |all_marks: bool, name: &'static str| {
        let pressed = truth(scene.state.settings.all_marks == all_marks);
        let onclick = scene.page.on(Click::Send(Wish::AllMarks(all_marks)));
        view!("<button type='button' aria-pressed={} onclick={}>{}</button>", pressed, onclick, name)
    };
    let here = drawn.iter().position(|mark| Some(mark.finding) == open(scene));
    let arrow = |there: Option<usize>, class: &'static str, name: &'static str| {
        let there = there.and_then(|there| drawn.get(there));
        view!(
            "<button class={} type='button' aria-label={} aria-disabled={} onclick={}></button>",
            class,
            name,
            there.is_none().then_some("true"),
            there.map(|mark| scene.page.on(Click::Walk(mark.finding, mark.span))),
        )
    };
    let walk = || {
        view!(
            "<span class='walk'>{}<span>{}{}</span>{}</span>",
            arrow(here.and_then(|here| here.checked_sub(1)), "step prev", "Previous mark"),
            here.map(|here| view!("{} of ", here + 1)),
            drawn.len(),
            arrow(Some(here.map_or(0, |here| here + 1)), "step next", "Next mark"),
        )
    };
    view!(
        "<div class='marked-head'><span class='pick' role='group' aria-label='Which marks'>{}{}</span>{}</div>",
        choice(false, "Strength and fixes"),
        choice(true, "All marks"),
        optional(!drawn.is_empty(), walk),
    )
}

/// The four lines and what they mean.
fn key() -> Html {
    view!(
        "<p class='tier-key'>\
            <span><span class='m m-strength'>solid</span> strength</span>\
            <span><span class='m m-hint'>dotted</span> hint</span>\
            <span><span class='m m-warn'>dashed</span> worth a look</span>\
            <span><span class='key-bar'><span class='m m-accuse'>dashed with a bar</span></span> a question for you</span>\
        </p>"
    )
}

/// A passage, and under it the card of the open mark, if that ends in it.
fn draw(scene: &Scene, passage: &Passage) -> Html {
    let mut pieces = passage.sentences.iter().flat_map(|sentence| &sentence.pieces);
    let mark = pieces.find_map(|piece| piece.mark.filter(|mark| piece.last && Some(mark.finding) == open(scene)));
    let sentence = |sentence: &Sentence| {
        let said = each(sentence.pieces.iter().map(|piece| words(scene, piece)));
        view!("<span class={}>{} </span>", sentence.asked.then_some("ask-bar"), said)
    };
    let said = each(passage.sentences.iter().map(sentence));
    view!("{}{}", self::passage(passage.role, Some(passage.share), said), mark.map(|mark| finding::card(scene, mark)),)
}

/// Words of one role, named in the margin with their share in percent.
pub fn passage(role: Role, share: Option<u32>, said: Html) -> Html {
    view!(
        "<div class='passage r-{}'>\
            <p class='role'>{}{}</p>\
            <div class='body said'><span class='band' aria-hidden='true'></span>{}</div>\
        </div>",
        role.name(),
        labels::role(role),
        share.map(|share| view!(" <small>{} %</small>", share)),
        said,
    )
}

fn words(scene: &Scene, piece: &Piece) -> Html {
    let text = piece.span.of(&scene.draft.text).to_owned();
    let Some(mark) = piece.mark else { return text.into() };
    let is_open = open(scene) == Some(mark.finding);
    let page = scene.page.clone();
    let choose = Rc::new(move |focus: bool| {
        page.send(Wish::Mark((!is_open).then_some(mark.finding)));
        textarea::select(&page.editor, mark.span, focus);
    });
    let pressed = choose.clone();
    // A pointer is taken to the words; a finger is not, because the keyboard would rise over the card.
    let onclick = on(move |_| choose(textarea::has_mouse()));
    let onkeydown = on(move |event| {
        if textarea::key(&event).is_some_and(|key| matches!(key.as_str(), "Enter" | " ")) {
            event.prevent_default();
            pressed(false);
        }
    });
    view!(
        "<mark class='{}{}'>\
            <span role='button' tabindex='0' aria-expanded={} onclick={} onkeydown={}>\
                {}<span class='hide'> ({}, mark {})</span>\
            </span>\
        </mark>{}",
        labels::tier_class(mark.tier),
        is_open.then_some(" is-open"),
        truth(is_open),
        onclick,
        onkeydown,
        text,
        labels::tier(mark.tier).to_ascii_lowercase(),
        mark.number,
        optional(piece.last, || view!("<sup class='ref' aria-hidden='true'>{}</sup>", mark.number)),
    )
}
