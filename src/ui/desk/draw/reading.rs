//! An answer that somebody sent, and what a coach says to it. Blind first: what the engine sees comes when it is asked for.

use std::rc::Rc;

use comeback_engine::rubric::CriterionSpec;
use yew::Html;

use super::nav::named;
use super::parts::{Seen, fixed, lines, part};
use super::review::seen_by_engine;
use crate::content::{self, RUBRIC};
use crate::share::{Comment, fingerprint};
use crate::ui::components::{optional, own, quoted, sample, truth};
use crate::ui::desk::reading::{MOST_COMMENTS, Mark, Reading, Writing, in_words};
use crate::ui::desk::said::{self, Kind};
use crate::ui::desk::state::{Wish, address};
use crate::ui::desk::table::{Act, Gives};
use crate::ui::dom::{each, view};
use crate::ui::labels;

/// Draws it.
pub fn reading(seen: &Seen) -> Html {
    let Some(reading) = seen.desk.read() else { return Html::default() };
    let answer = reading.answer();
    let question = content::question(&answer.question);
    view!(
        "<main class='reading desk' key='{}'>\
            <p class='label'>An answer that somebody sent, unverified</p>\
            <h1 class='question'>{}</h1>\
            <p class='question-line'>It is in this tab alone: out of the address bar, and kept nowhere. What you say to it \
            stays here too, until you send it.</p>{}{}{}{}{}{}{}\
        </main>",
        fingerprint(&answer.text),
        named(&answer.question),
        lines(said::missed(Kind::Answer, reading.missed())),
        part("The answer", text(seen, reading)),
        part("Levels", levels(seen, reading)),
        part(
            "One next step",
            view!(
                "{}",
                seen.area("next-step", "What is the one thing to do next?", reading.next(), |next| wish(Mark::Next(
                    next
                )))
            )
        ),
        part("Send it back", send(seen, reading)),
        question.map(|_| part("What Comeback sees", engine(seen, reading))),
        question.map(|question| part("Yourself", own_use(seen, question.id, &answer.text))),
    )
}

fn text(seen: &Seen, reading: &Reading) -> Html {
    let area = view!(
        "<textarea class='field' id='read-text' aria-label='The answer' ref={}>{}</textarea>",
        &seen.table.text,
        own(&reading.answer().text),
    );
    let full = reading.comments().len() >= MOST_COMMENTS;
    let begin = || {
        view!(
            "<p class='links'>{}{}</p>",
            seen.link("Comment on these words", Act::Select),
            seen.link("Comment on the whole", act(Mark::Whole)),
        )
    };
    view!(
        "{}<p class='soft'>Select words of it, then comment on them.</p>{}<p role='status'>{}</p>{}{}",
        fixed(area),
        optional(!full, begin),
        match (full, reading.unselected) {
            (true, _) => "A review holds 100 comments, and these are 100.",
            (_, true) => "No words are selected yet. Select some in the answer above.",
            _ => "",
        },
        reading.writing().map(|one| writing(seen, one)),
        optional(!reading.comments().is_empty(), || comments(seen, reading.comments())),
    )
}

fn writing(seen: &Seen, writing: &Writing) -> Html {
    let comment = &writing.comment;
    view!(
        "<div class='finding' key='{}-{}'>{}{}<p class='links'>{}{}</p></div>",
        comment.from,
        comment.to,
        about(comment),
        seen.area("says", "Your comment", &comment.says, |says| wish(Mark::Says(says))),
        seen.button("Add it", act(Mark::Add)),
        seen.link("Cancel", act(Mark::Cancel)),
    )
}

fn comments(seen: &Seen, comments: &[Comment]) -> Html {
    let one = |(at, comment): (usize, &Comment)| {
        view!(
            "<li>{}<p class='pre'>{}</p><p class='links'>{}{}</p></li>",
            about(comment),
            own(&comment.says),
            seen.link("Change", act(Mark::Change(at))),
            seen.link("Remove", act(Mark::Remove(at))),
        )
    };
    view!("<ol class='comments'>{}</ol>", each(comments.iter().enumerate().map(one)))
}

/// What a comment is about.
pub fn about(comment: &Comment) -> Html {
    if comment.quote.is_empty() {
        return view!("<p class='label'>On the whole</p>");
    }
    view!("<p class='quote'>{}</p>", quoted(&comment.quote))
}

fn levels(seen: &Seen, reading: &Reading) -> Html {
    let question = content::question(&reading.answer().question);
    let asked = RUBRIC.criteria.iter().filter(|spec| Reading::asks(question, spec.id));
    view!("<ul>{}</ul>", each(asked.map(|spec| level(seen, reading, spec))))
}

/// A criterion: five buttons, what the chosen level says, and on demand what the others say.
fn level(seen: &Seen, reading: &Reading, spec: &'static CriterionSpec) -> Html {
    let at = spec.id as usize;
    let chosen = reading.level(at);
    let button = |level: u8| {
        view!(
            "<button type='button' aria-pressed={} onclick={}>{}</button>",
            truth(level == chosen),
            seen.on(act(Mark::Level(at, level))),
            u32::from(level),
        )
    };
    let anchor = |level: u8| view!("<li>{}</li>", labels::anchor(spec, level));
    let buttons = view!(
        "<span class='pick' role='group' aria-label='Level for {}'>{}</span>",
        spec.name,
        each((1..=5).map(button)),
    );
    view!(
        "{}<li><details class='more'><summary>What the levels of {} say</summary><ol class='points'>{}</ol></details></li>",
        sample::level_row(spec.name.into(), labels::anchor(spec, chosen), buttons),
        spec.name,
        each((1..=5).map(anchor)),
    )
}

fn send(seen: &Seen, reading: &Reading) -> Html {
    let made = match reading.made() {
        None => view!("<p>{}</p>", seen.main_button("Make a link with my review", act(Mark::Make))),
        Some(Ok(fragment)) => {
            let address = seen.desk.home.carrying(fragment);
            let title = ["A review: ", &named(&reading.answer().question)].concat();
            seen.link_box("link-review", "Link with your review", &address, &title, Gives::Review)
        }
        Some(Err(unfit)) => {
            let sealed = seen.desk.saves && reading.review().to_json().is_ok();
            let rest = if sealed { " A file holds it." } else { " Copy it as text." };
            view!("<p role='status'>{}{}</p>", said::unfit(Kind::Review, unfit), rest)
        }
    };
    view!(
        "<p>It holds your levels, your comments with the words they are about, and the next step; not the answer. Whoever \
        has it can read it, and nobody can call it back.</p>{}<p class='links'>{}{}</p>{}",
        made,
        reading.review().to_json().ok().filter(|_| seen.desk.saves).map(|file| {
            seen.link("Save it as a file", Act::Save("comeback-review.json", file.into(), Gives::Review))
        }),
        seen.copy("review-words", "Copy it as text", in_words(&reading.review()).into(), Gives::Review),
        optional(seen.desk.copied == Some(("review-words", false)), || {
            let words = own(&in_words(&reading.review()));
            let area =
                view!("<textarea class='field few' id='review-words' aria-label='The review'>{}</textarea>", words);
            view!("{}{}", fixed(area), seen.refused("review-words"))
        }),
    )
}

fn engine(seen: &Seen, reading: &Reading) -> Html {
    let name = "Show what Comeback sees";
    view!(
        "<p class='soft'>Your own eyes first, if you like: these are signals in the wording, no verdict.</p>\
        <p class='links'><button class='link chev' type='button' aria-expanded={} onclick={}>{}</button></p>{}",
        truth(reading.shown),
        seen.on(act(Mark::Shown(!reading.shown))),
        name,
        seen.desk
            .seen
            .as_ref()
            .filter(|_| reading.shown)
            .map(|draft| seen_by_engine(draft, seen.state.hides_numbers())),
    )
}

/// For whoever opens the link on another device of their own, or wants to practise the question.
fn own_use(seen: &Seen, question: &'static str, text: &str) -> Html {
    let text: Rc<str> = text.into();
    let asks = || {
        let there = seen.state.drafts.get(question).map_or(0, |draft| draft.report.words);
        view!(
            "<div class='notice' role='alert'><span class='sign' aria-hidden='true'>i</span><div>\
                <p><b>You have a draft of this question here: {}.</b> The answer would take its place. The draft stays in \
                this tab until you let it go.</p><p class='links'>{}{}</p></div></div>",
            labels::words(there),
            seen.link("Put the answer there", Act::Replace(question, text.clone())),
            seen.link("Keep my draft", Act::Wish(Wish::Ask(false))),
        )
    };
    view!(
        "<p class='links'><a class='link' href='{}'>Practise with this question</a>{}</p>{}",
        address(question, ""),
        seen.link("Use as my draft", Act::Use(question, text.clone())),
        optional(seen.desk.asking, asks),
    )
}

fn wish(mark: Mark) -> Wish {
    Wish::Mark(mark)
}

fn act(mark: Mark) -> Act {
    Act::Wish(wish(mark))
}
