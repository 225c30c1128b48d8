//! The way between the views, and what has to be said above all of them.

use yew::Html;

use super::parts::Seen;
use crate::content;
use crate::share::{Place, fragment_of};
use crate::ui::components::{optional, own, shortened};
use crate::ui::desk::reading::Reading;
use crate::ui::desk::state::{View, Wish, address};
use crate::ui::desk::table::{Act, Gives};
use crate::ui::dom::{each, view};

/// Draws the way between the views. Somebody else's page has its own.
pub fn nav(seen: &Seen) -> Html {
    if seen.desk.hosted {
        return Html::default();
    }
    let link = |view: View, name: &'static str, address: String| {
        let here = (seen.desk.view == view).then_some("page");
        view!("<a class='link' href='{}' aria-current={}>{}</a>", address, here, name)
    };
    let question = seen.state.question().map_or("", |question| question.id);
    view!(
        "<nav class='links desk-nav' aria-label='Sharing'>{}{}{}</nav>",
        link(View::Share, "Share", address(question, "share")),
        link(View::Coach, "For coaches", own("#coach")),
        link(View::Sheet, "Workshop sheet", own("#sheet")),
    )
}

/// Draws the notices; their live region is there from the start.
pub fn notices(seen: &Seen) -> Html {
    let desk = seen.desk;
    let unsent = desk.readings.iter().enumerate().filter(|(at, one)| one.is_unsent() && !desk.is_read(*at));
    view!(
        "<div role='status' class='notices tidings'>{}{}{}{}</div>",
        desk.trouble.map(|said| trouble(seen, said)),
        desk.replaced.as_ref().map(|_| replaced(seen)),
        each(unsent.map(|(at, reading)| kept(seen, at, reading))),
        optional(desk.exposed && matches!(desk.view, View::Reading | View::Review), || framed(
            "The address of this tab still holds it.",
            "This browser does not let the page take it out. Close the tab when you are done.".into(),
            Html::default(),
        )),
    )
}

fn trouble(seen: &Seen, [what, advice, rest]: [&'static str; 3]) -> Html {
    framed(what, view!("{} {}", advice, rest), seen.link("Close", Act::Wish(Wish::Dismiss)))
}

/// A review that was begun and is not on the screen.
fn kept(seen: &Seen, at: usize, reading: &Reading) -> Html {
    let question = &reading.answer().question;
    let back = Act::Reopen(at, address(question, "read"));
    framed(
        "A review that you have not sent is kept in this tab.",
        view!("It is about “{}”.", named(question)),
        seen.link("Go back to it", back),
    )
}

/// A draft that gave way to another text.
fn replaced(seen: &Seen) -> Html {
    const FIELD: &str = "before";
    let Some(replaced) = &seen.desk.replaced else { return Html::default() };
    let text = replaced.text.as_str();
    let refused = seen.desk.copied == Some((FIELD, false));
    let field = || {
        let area =
            view!("<textarea class='field few' id='{}' aria-label='The draft before'>{}</textarea>", FIELD, own(text));
        view!("{}{}", super::parts::fixed(area), seen.refused(FIELD))
    };
    let ways = view!(
        "{}{}{}",
        seen.link("Bring it back", Act::Replace(replaced.question, text.into())),
        seen.copy(FIELD, "Copy it", text.into(), Gives::Nothing),
        seen.link("Let it go", Act::Wish(Wish::Replaced(None))),
    );
    framed("Your draft has a new text.", view!("The one before is kept in this tab.{}", optional(refused, field)), ways)
}

/// A question as it is shown; one that nobody knows by its id.
pub fn named(question: &str) -> String {
    content::question(question).map_or_else(|| shortened(question), |question| own(question.prompt))
}

/// The link back to a question.
pub fn back(question: &str) -> Html {
    let place = content::question(question).map(|question| Place::Question(question.id.to_owned()));
    let name = if place.is_some() { "Back to the question" } else { "All questions" };
    let address = place.map_or_else(|| own("#"), |place| fragment_of(&place));
    view!("<p class='links'><a class='link' href='{}'>{}</a></p>", address, name)
}

fn framed(what: &'static str, advice: Html, ways: Html) -> Html {
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
