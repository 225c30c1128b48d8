//! The marked copy: the answer again, read-only, with its parts in the margin and its marks in the text.

use std::rc::Rc;

use comeback_engine::Report;
use yew::prelude::*;

use crate::ui::components::Page;
use crate::ui::components::finding::Card;
use crate::ui::labels;
use crate::ui::marks::{self, Mark, Passage, Piece};
use crate::ui::state::{Action, Settings};
use crate::ui::textarea;

/// Props of [`Marked`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The answer.
    pub text: Rc<str>,
    /// What is said about it.
    pub report: Rc<Report>,
    /// Which marks are drawn.
    pub settings: Settings,
    /// The finding whose card is open.
    pub open: Option<usize>,
}

/// The marked copy.
#[component]
pub fn Marked(props: &Props) -> Html {
    let unfolded = use_state(|| false);
    let all = marks::marks(&props.report);
    let drawn: Vec<Mark> = all.into_iter().filter(|mark| props.settings.all_marks || mark.main).collect();
    let passages = marks::passages(&props.report.parts, &drawn);
    let fold = {
        let unfolded = unfolded.clone();
        move |_| unfolded.set(!*unfolded)
    };
    html! {
        <section class={classes!("row", "copy", unfolded.then_some("unfolded"))}>
            <h2 class="label wide">{ "Marked copy" }</h2>
            <div>
                <button class="foldrow narrow" type="button" aria-expanded={unfolded.to_string()} onclick={fold}>
                    <span class="chev">{ "Marked copy" }</span>
                    <span class="soft">{ if drawn.len() == 1 { "1 mark".to_owned() } else { format!("{} marks", drawn.len()) } }</span>
                </button>
                <div class="copy-body">
                    { head(props, &drawn) }
                    { key() }
                    { for passages.iter().enumerate().map(|(index, passage)| {
                        html! { <div key={index}>{ draw(props, passage) }{ card(props, passage) }</div> }
                    }) }
                </div>
            </div>
        </section>
    }
}

fn head(props: &Props, drawn: &[Mark]) -> Html {
    let choice = |all_marks: bool, name: &'static str| {
        let settings = Settings { all_marks, ..props.settings };
        let pressed = (props.settings.all_marks == all_marks).to_string();
        html! { <button type="button" aria-pressed={pressed} onclick={props.page.on(Action::Settings(settings))}>{ name }</button> }
    };
    let here = drawn.iter().position(|mark| Some(mark.finding) == props.open);
    let step = |back: bool| {
        let there = match here {
            Some(here) if back => here.checked_sub(1),
            Some(here) => Some(here + 1),
            None => (!back).then_some(0),
        };
        there.and_then(|there| drawn.get(there)).copied()
    };
    let arrow = |back: bool, class: &'static str, name: &'static str| {
        let there = step(back);
        let page = props.page.clone();
        let onclick = move |_| {
            if let Some(mark) = there {
                page.send(Action::Mark(Some(mark.finding)));
                textarea::select(&page.editor, mark.span, false);
            }
        };
        html! {
            <button class={class} type="button" aria-label={name} aria-disabled={there.is_none().then_some("true")} {onclick}></button>
        }
    };
    html! {
        <div class="marked-head">
            <span class="pick" role="group" aria-label="Which marks">
                { choice(false, "Strength and fixes") }{ choice(true, "All marks") }
            </span>
            if !drawn.is_empty() {
                <span class="walk">
                    { arrow(true, "step prev", "Previous mark") }
                    <span class="num">
                        { here.map(|here| format!("{} of {}", here + 1, drawn.len())).unwrap_or_else(|| drawn.len().to_string()) }
                    </span>
                    { arrow(false, "step next", "Next mark") }
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

fn draw(props: &Props, passage: &Passage) -> Html {
    html! {
        <div class={format!("passage r-{}", passage.role.name())}>
            <p class="role">{ labels::role(passage.role) }{ " " }<small>{ format!("{} %", passage.share) }</small></p>
            <div class="body said">
                <span class="band" aria-hidden="true"></span>
                { for passage.sentences.iter().map(|sentence| {
                    let words: Html = sentence.pieces.iter().map(|piece| words(props, piece)).collect();
                    html! { <span class={sentence.asked.then_some("ask-bar")}>{ words }{ " " }</span> }
                }) }
            </div>
        </div>
    }
}

fn words(props: &Props, piece: &Piece) -> Html {
    let text = piece.span.of(&props.text);
    let Some(mark) = piece.mark else { return html! { { text } } };
    let is_open = props.open == Some(mark.finding);
    let choose = {
        let page = props.page.clone();
        move |focus: bool| {
            page.send(Action::Mark((!is_open).then_some(mark.finding)));
            textarea::select(&page.editor, mark.span, focus);
        }
    };
    let onclick = {
        let choose = choose.clone();
        // A pointer is taken to the words; a finger is not, because the keyboard would rise over the card.
        move |_: MouseEvent| choose(textarea::has_mouse())
    };
    let onkeydown = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            choose(false);
        }
    };
    let tier = labels::tier(mark.tier).to_lowercase();
    html! {
        <>
            <mark class={classes!(labels::tier_class(mark.tier), is_open.then_some("is-open"))}>
                <span role="button" tabindex="0" aria-expanded={is_open.to_string()} {onclick} {onkeydown}>
                    { text }<span class="hide">{ format!(" ({tier}, mark {})", mark.number) }</span>
                </span>
            </mark>
            if piece.last { <sup class="ref" aria-hidden="true">{ mark.number }</sup> }
        </>
    }
}

/// The open card, under the passage in which its mark ends.
fn card(props: &Props, passage: &Passage) -> Html {
    let mut pieces = passage.sentences.iter().flat_map(|sentence| &sentence.pieces);
    let mark = pieces.find_map(|piece| piece.mark.filter(|mark| piece.last && Some(mark.finding) == props.open));
    html! {
        if let Some(mark) = mark {
            <Card page={props.page.clone()} text={props.text.clone()} report={props.report.clone()} {mark} />
        }
    }
}
