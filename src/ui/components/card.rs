//! The question and what is known about it. On a narrow page it folds to one line once something is typed.

use yew::prelude::*;

use crate::content;
use crate::ui::labels;

/// Props of [`Card`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The question.
    pub id: &'static str,
    /// Something has been typed.
    pub folded: bool,
}

/// The question card.
#[component]
pub fn Card(props: &Props) -> Html {
    let Some(question) = content::question(props.id) else { return html! {} };
    // Open while nothing is typed; a wide page leaves it as it is, so that nothing jumps under the first words.
    let why = use_state(|| !props.folded);
    let others = use_state(|| false);
    let unfolded = use_state(|| false);
    let (low, high) = labels::target(&question.profile.words);
    let words = &question.profile.words;
    let toggle = |open: &UseStateHandle<bool>| {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    html! {
        <section class={classes!("row", "card", (props.folded && !*unfolded).then_some("folded"))}>
            <p class="label" aria-hidden="true">{ "Question" }</p>
            <div>
                <div class="qline">
                    <h1 class="question" title={props.folded.then_some(question.prompt)}>{ question.prompt }</h1>
                    if props.folded {
                        <button
                            class={classes!("step", if *unfolded { "up" } else { "down" })} type="button"
                            aria-label="Show the whole question" aria-expanded={unfolded.to_string()}
                            onclick={toggle(&unfolded)}
                        ></button>
                    }
                </div>
                <div class="unfolded">
                    <p class="question-line">
                        { question.listens }{ " " }<span class="nb">{ format!("Aim for {low} to {high} seconds.") }</span>
                    </p>
                    <p class="links">
                        <button class="link chev" type="button" aria-expanded={why.to_string()} onclick={toggle(&why)}>
                            { "Why they ask" }
                        </button>
                        if !question.rephrasings.is_empty() {
                            <button
                                class="link chev" type="button" aria-expanded={others.to_string()}
                                onclick={toggle(&others)}
                            >{ "Other wordings" }</button>
                        }
                        <a class="link" href="#">{ "Change question" }</a>
                    </p>
                    if *others {
                        <ul class="wordings">{ for question.rephrasings.iter().map(|other| html! { <li>{ *other }</li> }) }</ul>
                    }
                    if *why {
                        <p class="why">{ question.why }</p>
                        <dl class="tips">
                            { tips("Do", question.dos) }
                            { tips("Avoid", question.avoids) }
                            <div>
                                <dt>{ "Length" }</dt>
                                <dd class="num">
                                    { format!("{low} to {high} seconds, {} to {} words", words.target_low, words.target_high) }
                                </dd>
                            </div>
                        </dl>
                    }
                </div>
            </div>
        </section>
    }
}

fn tips(name: &'static str, texts: &'static [&'static str]) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            { for texts.iter().map(|text| html! { <dd>{ *text }</dd> }) }
        </div>
    }
}
