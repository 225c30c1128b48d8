//! Sharing a question, and one's own answer to it. The answer goes along only when that is asked for, each time anew.

use std::rc::Rc;

use yew::Html;

use super::nav::back;
use super::parts::{Seen, fixed, part};
use crate::content::Question;
use crate::ui::components::{optional, own, truth};
use crate::ui::desk::said::{self, Kind};
use crate::ui::desk::state::Wish;
use crate::ui::desk::table::{Act, Gives};
use crate::ui::dom::view;
use crate::ui::labels;

/// Draws it.
pub fn share(seen: &Seen) -> Html {
    let question = seen.state.known(seen.desk.open());
    let home = &seen.desk.home;
    let address = match question {
        Some(question) => home.question(question.id),
        None => Some(home.start()),
    };
    let title = question.map_or("Comeback", |question| question.prompt);
    view!(
        "<main class='reading desk'>\
            {}<p class='label'>Share</p><h1 class='question'>{}</h1>{}{}{}\
        </main>",
        back(seen.desk.open()),
        title,
        part(if question.is_some() { "The question" } else { "The page" }, link(seen, address, title)),
        question.map(|question| part("Your answer", answer(seen, question))),
        part("A review that came back", review(seen)),
    )
}

fn link(seen: &Seen, address: Option<String>, title: &str) -> Html {
    let Some(address) = address else {
        return view!("<p>This question is opened by the site around it. Share the address of that page.</p>");
    };
    view!(
        "<p>This link holds the question and nothing you wrote.</p>{}{}{}",
        optional(seen.desk.home.is_alone(), || view!(
            "<p class='soft'>This page is a file on your device: its link works only where the same file is.</p>"
        )),
        seen.link_box("link-question", "Link to it", &address, title, Gives::Nothing),
        optional(seen.desk.coded.is_none(), || seen.code(&address, title)),
    )
}

fn answer(seen: &Seen, question: &'static Question) -> Html {
    let draft = seen.state.drafts.get(question.id).filter(|draft| !draft.text.trim().is_empty());
    let Some(draft) = draft else {
        return view!("<p class='soft'>There is no answer of yours to it here yet.</p>");
    };
    let open = seen.desk.sending.open;
    view!(
        "<p class='links'>\
            <button class='link chev' type='button' aria-expanded={} onclick={}>Send my answer to somebody</button>\
        </p>{}",
        truth(open),
        seen.on(Act::Wish(Wish::Offer(!open))),
        optional(open, || inside(seen, question, &draft.text, draft.report.words)),
    )
}

/// Exactly what would be sent, what a link is, and the one button that makes it.
fn inside(seen: &Seen, question: &'static Question, text: &Rc<str>, words: u32) -> Html {
    const FIELD: &str = "inside";
    let area = view!("<textarea class='field' id='{}'>{}</textarea>", FIELD, own(text));
    let make = || seen.main_button("Make a link with my answer", Act::Wish(Wish::Send(question.id, text.clone())));
    let made = match seen.desk.sending.made(text) {
        _ if seen.desk.home.is_nowhere() => {
            without_link(seen, FIELD, text, own("No page here opens a link with an answer."))
        }
        None => view!("<p>{}</p>", make()),
        Some(Ok(fragment)) => {
            let address = seen.desk.home.carrying(fragment);
            let title = ["An answer to: ", question.prompt].concat();
            seen.link_box("link-answer", "Link with your answer", &address, &title, Gives::Nothing)
        }
        Some(Err(unfit)) => without_link(seen, FIELD, text, said::unfit(Kind::Answer, unfit)),
    };
    view!(
        "<p class='named'><label class='label' for='{}'>This goes along, {}, exactly as it stands</label>{}</p>\
        <ul class='points'>\
            <li>Whoever has the link can read it. It is packed, not locked.</li>\
            <li>A link cannot be called back or changed, and it does not run out.</li>\
            <li>Chats and mail programs may keep it.</li>\
            <li>Names, sums and places in it go along. What is not yours to tell is better taken out first.</li>\
        </ul>{}",
        FIELD,
        labels::words(words),
        fixed(area),
        made,
    )
}

/// Why there is no link, and what there is instead.
fn without_link(seen: &Seen, field: &'static str, text: &Rc<str>, said: String) -> Html {
    view!(
        "<p role='status'>{} A copy holds all of it.</p><p class='links'>{}{}</p>{}",
        said,
        optional(seen.desk.saves, || {
            seen.link("Save it as a file", Act::Save("comeback-answer.txt", text.clone(), Gives::Nothing))
        }),
        seen.copy(field, "Copy it", text.clone(), Gives::Nothing),
        seen.refused(field),
    )
}

/// Where a file comes in.
pub fn review(seen: &Seen) -> Html {
    view!("<p>A link to a review opens by itself. A file opens here.</p>{}", file(seen))
}

/// The field that opens a review.
pub fn file(seen: &Seen) -> Html {
    view!(
        "<p class='named'><label class='label' for='review-file'>Open a review file</label>\
            <input class='btn choice' type='file' id='review-file' onchange={}></input></p>",
        seen.on(Act::File),
    )
}
