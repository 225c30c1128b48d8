//! The dwell strip: where the words of an answer went, and where they should go.

use std::rc::Rc;

use comeback_engine::rubric::Share;
use comeback_engine::{Report, Role};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::content;
use crate::ui::components::Page;
use crate::ui::hooks::use_widths;
use crate::ui::labels;
use crate::ui::shape::{self, Block, Shape};

/// Props of [`Strip`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The question.
    pub id: &'static str,
    /// What is said about the answer.
    pub report: Rc<Report>,
}

/// From so many sentences on, blocks stand without gaps: on a small screen the gaps would be all there is.
const DENSE: usize = 60;

/// The strip of a judged answer.
#[component]
pub fn Strip(props: &Props) -> Html {
    let root = use_node_ref();
    use_widths(&root, props.report.clone());
    let Some(question) = content::question(props.id) else { return html! {} };
    let (report, shares) = (&props.report, question.profile.shares);
    let shape = Shape::of(report, &question.profile);
    let dense = (shape.blocks.len() > DENSE).then_some("dense");
    html! {
        <section class="row">
            <h2 class="label">{ "Shape" }</h2>
            <div class="shape" ref={root}>
                <p class="runs" aria-hidden="true">
                    { for shape.runs.iter().enumerate().map(|(index, run)| html! {
                        <span key={index} data-w={run.words.to_string()} class={run.turn.then_some("turn")}>
                            { if run.named { labels::role(run.role) } else { "" } }
                        </span>
                    }) }
                    { rest(shape.rest, "span") }
                </p>
                <ol
                    class={classes!("strip", dense)} onkeydown={Callback::from(walk)}
                    aria-label="Shape of the answer, sentence by sentence; arrow keys move along it"
                >
                    { for shape.blocks.iter().enumerate().map(|(index, part)| block(props, index, part)) }
                    { rest(shape.rest, "li") }
                </ol>
                { aim(shares) }
                { legend(report, shape.rest > 0) }
                { note(&shape, report.turn) }
            </div>
        </section>
    }
}

/// Props of [`Parts`].
#[derive(PartialEq, Properties)]
pub struct PartsProps {
    /// The question.
    pub id: &'static str,
}

/// The strip of an answer that has hardly begun: its parts in words, and no judgement.
#[component]
pub fn Parts(props: &PartsProps) -> Html {
    let root = use_node_ref();
    use_widths(&root, ());
    let shares = content::question(props.id).map_or(&[][..], |question| question.profile.shares);
    // A part of a few words is no part worth naming at the start.
    let parts: Vec<&Share> = shares.iter().filter(|share| share.target >= 5).collect();
    let words: Vec<&str> =
        parts.iter().filter_map(|share| share.roles.first()).map(|role| labels::role_in_words(*role)).collect();
    html! {
        <section class="row">
            <h2 class="label">{ "Shape" }</h2>
            <div ref={root}>
                <p class="strip" aria-hidden="true">
                    { for parts.iter().map(|share| html! { <i class="rest" data-w={share.target.to_string()}></i> }) }
                </p>
                <p class="shape-note soft">{ labels::capital(&words.join(", ")) }{ "." }</p>
            </div>
        </section>
    }
}

fn block(props: &Props, index: usize, block: &Block) -> Html {
    let said = format!("Sentence {}, {}, {}", index + 1, block.role.name(), labels::words(block.words));
    let span = props.report.parts.get(index).map(|part| part.span).unwrap_or_default();
    html! {
        <li
            key={index} data-w={block.words.to_string()}
            class={classes!(format!("r-{}", block.role.name()), block.turn.then_some("turn"))}
        >
            <button type="button" tabindex={if index == 0 { "0" } else { "-1" }} onclick={props.page.on_show(span)}>
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

fn rest(words: u32, tag: &'static str) -> Html {
    if words == 0 {
        return html! {};
    }
    let hidden = (tag == "li").then(|| html! { <span class="hide">{ "not written yet" }</span> });
    html! { <@{tag} key="rest" class={(tag == "li").then_some("rest")} data-w={words.to_string()}>{ hidden }</@> }
}

/// The aim: one thin segment for each role, in the order of the story, and its figures.
fn aim(shares: &'static [Share]) -> Html {
    let figure = |index: usize, target: u8| if index == 0 { format!("Aim {target} %") } else { target.to_string() };
    html! {
        <>
            <p class="aim" aria-hidden="true">
                { for shares.iter().map(|share| html! {
                    <span data-w={share.target.to_string()}>
                        { for share.roles.iter().map(|role| html! { <i data-w="1" class={format!("r-{}", role.name())}></i> }) }
                    </span>
                }) }
            </p>
            <p class="aim-nums" aria-hidden="true">
                { for shares.iter().enumerate().map(|(index, share)| html! {
                    <span data-w={share.target.to_string()}>{ figure(index, share.target) }</span>
                }) }
            </p>
        </>
    }
}

/// The roles that are there: in words until the target length is reached, then in percent.
fn legend(report: &Report, filling: bool) -> Html {
    let figure = |role| if filling { shape::words(report, role) } else { shape::share(report, role) };
    let unit = if filling { " words" } else { " %" };
    let there: Vec<(Role, u32)> = (Role::ALL.into_iter().map(|role| (role, figure(role))))
        .filter(|&(role, figure)| figure > 0 && shape::words(report, role) > 0)
        .collect();
    html! {
        <ul class="legend">
            { for there.iter().enumerate().map(|(index, (role, figure))| html! {
                <li class={format!("r-{}", role.name())}>
                    <span class="swatch"></span>{ labels::role(*role) }{ " " }
                    <span class="soft num">{ figure }{ if index == 0 || !filling { unit } else { "" } }</span>
                </li>
            }) }
            <li class="soft">{ "thin line: aim" }</li>
        </ul>
    }
}

fn note(shape: &Shape, turn: Option<u8>) -> Html {
    let turn = turn.map(|turn| format!("The turn comes after {turn} %."));
    html! {
        <p class="shape-note">
            if let Some((share, target)) = shape.setup {
                <span class="hatch hatch-key" aria-hidden="true"></span>
                { format!("Long setup: {share} % of your words, aim for {target}. ") }
            }
            <span class="soft">{ turn }</span>
        </p>
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
