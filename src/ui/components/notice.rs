//! What has to be said about storage. It stands above everything else and pushes; it never covers.

use yew::prelude::{AttrValue, Callback, Html, Properties, component, use_state};
use yew::virtual_dom::ListenerKind;

use crate::store::Conflict;
use crate::ui::components::{Click, Page};
use crate::ui::dom::{on, part, view};
use crate::ui::hooks::Choice;
use crate::ui::state::{Action, State, Trouble};
use crate::ui::textarea;

/// Draws the notices; their live region is there from the start. `text`: what Copy copies, the answers on this page.
pub fn notices(page: &Page, state: &State, decide: Callback<Choice>, text: AttrValue) -> Html {
    view!(
        "<div role='status' class='notices'>{}{}</div>",
        state.storage.trouble.map(|trouble| storage(page, state, trouble, text)),
        state.elsewhere.as_ref().map(|conflict| elsewhere(conflict, &decide)),
    )
}

fn storage(page: &Page, state: &State, trouble: Trouble, text: AttrValue) -> Html {
    // What could not be read is worth more to its owner than what stands on the page anyway.
    let damage = state.damage.as_ref().filter(|_| trouble == Trouble::Damaged);
    let text = damage.map_or(text, |damage| AttrValue::from(damage.bytes.clone()));
    let close = page.on(Click::Send(Action::DismissNotice));
    let ways = view!(
        "{}<button class='link' type='button' onclick={}>Close</button>",
        part::<Copy>(CopyProps { name: "Copy", text }, None),
        close,
    );
    framed(what(trouble), advice(trouble, state.storage.kept), ways)
}

fn elsewhere(conflict: &Conflict, decide: &Callback<Choice>) -> Html {
    let way = |choice: Choice, name: &'static str| {
        let decide = decide.clone();
        let onclick = on(ListenerKind::onclick, Box::new(move |_| decide.emit(choice)));
        view!("<button class='link' type='button' onclick={}>{}</button>", onclick, name)
    };
    let theirs = CopyProps { name: "Copy theirs", text: conflict.theirs.kept.text.clone().into() };
    let ways = view!(
        "{}{}{}",
        way(Choice::Mine, "Keep mine"),
        way(Choice::Theirs, "Take theirs"),
        part::<Copy>(theirs, None),
    );
    framed("This answer changed in another tab.", "Both are still there. Which one stays?", ways)
}

/// One notice: what has happened, what to do, and the ways out.
fn framed(what: &'static str, advice: &'static str, ways: Html) -> Html {
    view!(
        "<div class='notice'>\
            <span class='sign' aria-hidden='true'>i</span>\
            <div><p><b>{}</b> {}</p><p class='links'>{}</p></div>\
        </div>",
        what,
        advice,
        ways,
    )
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
        on(ListenerKind::onclick, Box::new(move |_| copied.set(Some(textarea::copy(&text)))))
    };
    let name = match *copied {
        Some(true) => "Copied",
        Some(false) => "Copying was refused: select the text by hand",
        None => props.name,
    };
    view!("<button class='link' type='button' onclick={}>{}</button>", onclick, name)
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
