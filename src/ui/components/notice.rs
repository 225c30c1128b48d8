//! What has to be said about storage. It stands above everything else and pushes; it never covers.

use std::rc::Rc;

use yew::prelude::*;

use crate::store::{Conflict, Damage};
use crate::ui::components::Page;
use crate::ui::hooks::Choice;
use crate::ui::state::{Action, Storage, Trouble};
use crate::ui::textarea;

/// Props of [`Notice`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// What became of keeping.
    pub storage: Storage,
    /// What could not be read, if anything.
    pub damage: Option<Rc<Damage>>,
    /// The open answer was changed in another tab too.
    pub elsewhere: Option<Rc<Conflict>>,
    /// Settles that.
    pub decide: Callback<Choice>,
    /// What Copy copies: the answers on this page.
    pub text: AttrValue,
}

/// The notices; their live region is there from the start.
#[component]
pub fn Notice(props: &Props) -> Html {
    html! {
        <div role="status" class="notices">
            { for props.storage.trouble.map(|trouble| storage(props, trouble)) }
            { for props.elsewhere.as_ref().map(|conflict| elsewhere(props, conflict)) }
        </div>
    }
}

fn storage(props: &Props, trouble: Trouble) -> Html {
    // What could not be read is worth more to its owner than what stands on the page anyway.
    let text = match &props.damage {
        Some(damage) if trouble == Trouble::Damaged => AttrValue::from(damage.bytes.clone()),
        _ => props.text.clone(),
    };
    html! {
        <Framed key="storage" what={what(trouble)} advice={advice(trouble, props.storage.kept)}>
            <Copy name="Copy" {text} />
            <button class="link" type="button" onclick={props.page.on(Action::DismissNotice)}>{ "Close" }</button>
        </Framed>
    }
}

fn elsewhere(props: &Props, conflict: &Conflict) -> Html {
    let decide = |choice: Choice, name: &'static str| {
        let onclick = props.decide.reform(move |_| choice);
        html! { <button class="link" type="button" {onclick}>{ name }</button> }
    };
    html! {
        <Framed key="elsewhere" what="This answer changed in another tab." advice="Both are still there. Which one stays?">
            { decide(Choice::Mine, "Keep mine") }
            { decide(Choice::Theirs, "Take theirs") }
            <Copy name="Copy theirs" text={conflict.theirs.kept.text.clone()} />
        </Framed>
    }
}

/// Props of [`Framed`].
#[derive(PartialEq, Properties)]
struct FramedProps {
    /// What has happened, one sentence.
    what: &'static str,
    /// What to do.
    advice: &'static str,
    /// The ways out.
    children: Html,
}

/// One notice.
#[component]
fn Framed(props: &FramedProps) -> Html {
    html! {
        <div class="notice">
            <span class="sign" aria-hidden="true">{ "i" }</span>
            <div>
                <p><b class="strong">{ props.what }</b>{ " " }{ props.advice }</p>
                <p class="links">{ props.children.clone() }</p>
            </div>
        </div>
    }
}

/// Props of [`Copy`].
#[derive(PartialEq, Properties)]
struct CopyProps {
    /// What stands on the button.
    name: &'static str,
    /// What it copies.
    text: AttrValue,
}

/// A button that copies a text and says whether it could.
#[component]
fn Copy(props: &CopyProps) -> Html {
    let copied = use_state(|| None);
    let onclick = {
        let (copied, text) = (copied.clone(), props.text.clone());
        move |_| copied.set(Some(textarea::copy(&text)))
    };
    let name = match *copied {
        Some(true) => "Copied",
        Some(false) => "Copying was refused: select the text by hand",
        None => props.name,
    };
    html! { <button class="link" type="button" {onclick}>{ name }</button> }
}

fn what(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Blocked => "This page cannot keep your text.",
        Trouble::Full => "There is no room left to keep your text.",
        Trouble::Damaged => "Some of what was kept here could not be read.",
        Trouble::Newer => "What is kept here was written by a newer version.",
        Trouble::TooLong => "This text is too long to be kept whole.",
    }
}

fn advice(trouble: Trouble, kept: bool) -> &'static str {
    match (trouble, kept) {
        (Trouble::Damaged, true) => {
            "It was put aside untouched, and what you write now is kept. Copy gives you what was there."
        }
        (Trouble::Damaged, false) => "Copy gives you what was there. What you write now lives in this tab only.",
        (Trouble::Newer, _) => "It is left as it is. Copy what you write before you leave.",
        (_, true) => "The rest is kept.",
        (_, false) => "Copy or save it before you leave.",
    }
}
