//! What a coach asks for, above the question. All of it is plain text from somebody nobody vouches for.

use comeback_engine::Criterion;
use yew::Html;

use super::parts::{Seen, lines};
use crate::ui::components::{optional, own};
use crate::ui::desk::said::{self, Kind};
use crate::ui::desk::state::{Wish, address};
use crate::ui::desk::table::Act;
use crate::ui::desk::task::Doing;
use crate::ui::dom::view;
use crate::ui::labels;

/// Draws the task, where it is about what is on the screen.
pub fn banner(seen: &Seen) -> Html {
    let Some(doing) = seen.desk.task() else { return Html::default() };
    let (task, link) = (doing.task(), &doing.from.link);
    let trouble = link.trouble.map(|why| said::trouble(Kind::Task, why).join(" "));
    let focus = said::criteria(doing.focus());
    let row = |name: &'static str, said: String| view!("<div><dt>{}</dt><dd>{}</dd></div>", name, said);
    view!(
        "<section class='task' aria-labelledby='task-from'>\
            <h2 class='label' id='task-from'>From your coach, unverified</h2>\
            {}{}<dl class='tips'>{}{}{}</dl>{}{}{}<p class='links'>{}{}</p>\
        </section>",
        lines(trouble.into_iter().chain(said::missed(Kind::Task, &link.missed))),
        optional(!task.note.is_empty(), || view!("<p class='said note'>{}</p>", own(&task.note))),
        optional(!focus.is_empty(), || row("Look at", focus.clone())),
        optional(!task.weights.is_empty(), || row("Counts", weights(doing))),
        task.seconds.map(|seconds| row("Time", said::time(seconds.into()))),
        task.seconds.map(|seconds| clock(seen, doing, seconds.into())),
        optional(seen.state.is_silent(), || blind(seen)),
        chain(seen, doing),
        optional(doing.place(seen.desk.open()).is_some(), || view!(
            "<a class='link' href='{}'>Send my answer</a>",
            address(seen.desk.open(), "share")
        )),
        seen.link("Close the task", Act::Close),
    )
}

/// The coach's own weights, in words and figures.
fn weights(doing: &Doing) -> String {
    if doing.weighs_nothing() {
        return own("Your coach's weights leave nothing to look at, so the question's own stand.");
    }
    let one = |(id, weight): &(String, u8)| {
        let name = said::criterion(Criterion::from_name(id)?);
        Some(match weight {
            0 => [name, " is left out"].concat(),
            weight => [name, " ", &labels::number((*weight).into()), " of 4"].concat(),
        })
    };
    let said: Vec<_> = doing.task().weights.iter().filter_map(one).collect();
    [&said.join(", "), ". What is not named counts as it does elsewhere."].concat()
}

/// A clock of one's own: it starts on a tap, and ends nothing.
fn clock(seen: &Seen, doing: &Doing, limit: u32) -> Html {
    let (clock, seconds) = (&doing.clock, doing.clock.seconds(seen.desk.now));
    let name = match (clock.runs(), clock.is_fresh()) {
        (true, _) => "Pause",
        (false, true) => "Start the clock",
        (false, false) => "Go on",
    };
    view!(
        "<p class='links clock'><b class='num' role='timer'>{}</b>{}{}</p><p class='soft' role='status'>{}</p>",
        labels::clock(seconds),
        seen.link(name, Act::Press),
        optional(!clock.is_fresh(), || seen.link("Reset", Act::Wish(Wish::Reset))),
        optional(seconds > limit, || view!("The time is over. Take what you need to end your sentence.")),
    )
}

/// Write first, look afterwards.
fn blind(seen: &Seen) -> Html {
    view!(
        "<p>Your coach asks you to write first. What Comeback sees comes when you want it.</p><p>{}</p>",
        seen.button("I have written. Show the feedback", Act::Show),
    )
}

/// Where in a chain of questions this one is.
fn chain(seen: &Seen, doing: &Doing) -> Html {
    let count = doing.task().questions.len();
    let link = |name: &'static str, at: Option<usize>| {
        let address = at.and_then(|at| doing.address(at))?;
        Some(view!("<a class='link' href='{}'>{}</a>", address, name))
    };
    match doing.place(seen.desk.open()) {
        Some(at) if count > 1 => view!(
            "<p class='links'><span class='soft'>Question {} of {}</span>{}{}</p>",
            at + 1,
            count,
            link("Previous question", at.checked_sub(1)),
            link("Next question", Some(at + 1)),
        ),
        Some(_) => Html::default(),
        None => view!("<p class='links'>{}</p>", link("Go to the first question that is here", Some(0))),
    }
}
