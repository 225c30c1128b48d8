//! What has to be said about storage. It stands above everything else and pushes; it never covers.

use std::rc::Rc;

use yew::Html;

use crate::ui::components::link;
use crate::ui::dom::view;
use crate::ui::edge::Choice;
use crate::ui::page::{Click, Page};
use crate::ui::state::{Copied, State, Trouble, Wish};

/// Draws the notices; their live region is there from the start.
pub fn notices(page: &Rc<Page>, state: &State) -> Html {
    let copy = |which: Copied, name: &'static str| {
        let name = match state.copied[which as usize] {
            Some(true) => "Copied",
            Some(false) => "Copying was refused: select the text by hand",
            None => name,
        };
        link(page, name, Click::Copy(which))
    };
    let storage = |trouble: Trouble| {
        let close = link(page, "Close", Click::Send(Wish::DismissNotice));
        let ways = view!("{}{}", copy(Copied::Ours, "Copy"), close);
        framed(what(trouble), advice(trouble, state.storage.kept), ways)
    };
    let elsewhere = || {
        let ways = view!(
            "{}{}{}",
            link(page, "Keep mine", Click::Decide(Choice::Mine)),
            link(page, "Take theirs", Click::Decide(Choice::Theirs)),
            copy(Copied::Theirs, "Copy theirs"),
        );
        framed("This answer changed in another tab.", "Both are still there. Which one stays?", ways)
    };
    view!(
        "<div role='status' class='notices'>{}{}</div>",
        state.storage.trouble.map(storage),
        state.elsewhere.is_some().then(elsewhere),
    )
}

/// What a notice's button copies: the words of another tab; what could not be read, which is worth more to its owner
/// than what stands on the page anyway; the open draft; or on the list all of them.
pub fn text(state: &State, which: Copied) -> String {
    let damage = state.damage.as_ref().filter(|_| state.storage.trouble == Some(Trouble::Damaged));
    match (which, &state.elsewhere, damage, state.draft()) {
        (Copied::Theirs, Some(conflict), ..) => conflict.theirs.kept.text.clone(),
        (_, _, Some(damage), _) => damage.bytes.clone(),
        (_, _, _, Some(draft)) => String::from(&*draft.text),
        _ => state.drafts.iter().map(|(_, draft)| &*draft.text).collect::<Vec<_>>().join("\n\n"),
    }
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
