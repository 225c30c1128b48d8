//! A review that came back: the coach's levels beside the engine's own, and the comments where their words stand.

use comeback_engine::rubric::CriterionSpec;
use comeback_engine::{Criterion, Report};
use yew::Html;

use super::nav::named;
use super::parts::{Seen, lines, part};
use super::reading::about;
use super::share;
use crate::content::{self, RUBRIC};
use crate::share::{Comment, Review};
use crate::ui::components::criteria::pips;
use crate::ui::components::marked::passage;
use crate::ui::components::sample::level_row;
use crate::ui::components::{optional, own};
use crate::ui::desk::reviewed::{About, Piece, about as about_text, in_text, levels, pieces};
use crate::ui::desk::said::{self, Kind};
use crate::ui::desk::state::{Wish, address};
use crate::ui::desk::table::Act;
use crate::ui::dom::{each, view};
use crate::ui::draft::Draft;
use crate::ui::labels;
use crate::ui::marks;

/// Draws it.
pub fn review(seen: &Seen) -> Html {
    let Some(received) = seen.desk.reviewed() else { return Html::default() };
    let review = received.content.look();
    let known = content::question(&review.question);
    let draft = seen.state.drafts.get(review.question.as_str());
    let text = draft.map_or("", |draft| &draft.text);
    let about = about_text(review, text);
    let next = || {
        view!(
            "<section class='next' aria-labelledby='their-step'><h2 class='label' id='their-step'>Your coach's next step</h2>\
            <p class='msg'>{}</p></section>",
            own(&review.next),
        )
    };
    view!(
        "<main class='reading desk'>\
            <p class='label'>A review of your answer, unverified</p>\
            <h1 class='question'>{}</h1><p class='question-line'>{}</p>{}{}{}{}{}{}{}\
        </main>",
        named(&review.question),
        match about {
            About::This => "It was written about the very text that you have here. It is in this tab alone.",
            About::Changed => {
                "Your draft has changed since, so comments stand where their words still are. It is in this tab alone."
            }
            About::Absent => {
                "There is no draft of this question here, so comments stand with the words they quote. It is in this tab alone."
            }
        },
        known.map(|question| view!(
            "<p class='links'><a class='link' href='{}'>Go on writing</a></p>",
            address(question.id, "")
        )),
        others(seen),
        lines(said::missed(Kind::Review, &received.missed)),
        optional(!review.next.is_empty(), next),
        optional(!review.comments.is_empty(), || part("Comments", comments(&review.comments, text))),
        part("Levels", both(review, draft.map(|draft| &*draft.report), seen.state.hides_numbers())),
        part("Another review", share::file(seen)),
    )
}

/// Several reviews of one question: which of them is on the screen.
fn others(seen: &Seen) -> Html {
    let question = seen.desk.reviewed().map(|review| &review.content.look().question);
    let same = seen.desk.reviews.iter().enumerate().filter(|(_, one)| Some(&one.content.look().question) == question);
    let rows: Vec<usize> = same.map(|(at, _)| at).collect();
    let button = |(number, at): (usize, &usize)| {
        let here = seen.desk.reviewed().is_some_and(|review| seen.desk.reviews.get(*at) == Some(review));
        view!(
            "<button type='button' aria-pressed={} onclick={}>Review {}</button>",
            crate::ui::components::truth(here),
            seen.on(Act::Wish(Wish::Review(*at))),
            number,
        )
    };
    optional(rows.len() > 1, || {
        view!("<p class='pick' role='group' aria-label='Which review'>{}</p>", each((1..).zip(&rows).map(button)))
    })
}

/// The text with a number at each comment, and the comments by number; those whose words are gone stand apart.
fn comments(comments: &[Comment], text: &str) -> Html {
    let (pieces, order) = pieces(comments, text);
    let placed = in_text(&pieces);
    let piece = |piece: &Piece| {
        let words = own(text.get(piece.words.clone()).unwrap_or_default());
        let number = |number: &usize| view!("<sup class='ref'>{}</sup>", *number);
        let words = if piece.marked { view!("<mark class='m m-hint'>{}</mark>", words) } else { words.into() };
        view!("{}{}", words, each(piece.ends.iter().map(number)))
    };
    let item = |(at, comment): (usize, &usize)| {
        let Some(comment) = comments.get(*comment) else { return Html::default() };
        let number = optional(at < placed, || view!("<b class='num'>{}.</b>", at + 1));
        view!(
            "<li class='numbered'>{}<div>{}<p class='pre'>{}</p></div></li>",
            number,
            about(comment),
            own(&comment.says)
        )
    };
    let list = |from: usize, to: usize| {
        let some = order.iter().enumerate().skip(from).take(to - from);
        view!("<ul class='comments'>{}</ul>", each(some.map(item)))
    };
    view!(
        "{}{}{}",
        optional(!text.trim().is_empty(), || view!("<p class='said pre'>{}</p>", each(pieces.iter().map(piece)))),
        optional(placed > 0, || list(0, placed)),
        optional(placed < order.len(), || view!(
            "<p class='label'>On the whole, or on words that are not there any more</p>{}",
            list(placed, order.len()),
        )),
    )
}

fn both(review: &Review, report: Option<&Report>, hide_numbers: bool) -> Html {
    let level = |who: &'static str, level: u8| {
        let shown = || if hide_numbers { Html::default() } else { pips(level) };
        view!(
            "<span class='by'><span class='small soft'>{}</span>{}</span>",
            who,
            if level == 0 { view!("<span class='soft'>no level</span>") } else { shown() },
        )
    };
    let row = |(criterion, theirs, ours): (Criterion, u8, u8)| {
        let Some(spec) = RUBRIC.criteria.get(criterion as usize) else { return Html::default() };
        let two = view!("<span class='two'>{}{}</span>", level("Coach", theirs), level("Comeback", ours));
        level_row(spec.name.into(), labels::anchor(spec, theirs), two)
    };
    let rows = levels(review, report);
    if rows.is_empty() {
        return view!("<p class='soft'>The review gives no levels.</p>");
    }
    view!("<ul>{}</ul>", each(rows.into_iter().map(row)))
}

/// What the engine sees in a text, to be read only: parts, marks, levels.
pub fn seen_by_engine(draft: &Draft, hide_numbers: bool) -> Html {
    let report = &draft.report;
    if !report.shown() {
        return view!("<p class='soft'>It says nothing to this text: it is too short, or not in English.</p>");
    }
    let drawn = marks::marks(report);
    let piece = |piece: &marks::Piece| {
        let words = own(piece.span.of(&draft.text));
        let Some(mark) = piece.mark else { return words.into() };
        view!(
            "<mark class={}>{}<span class='hide'> ({})</span></mark>",
            labels::tier_class(mark.tier),
            words,
            labels::tier(mark.tier).to_ascii_lowercase(),
        )
    };
    let sentence = |sentence: &marks::Sentence| view!("<span>{} </span>", each(sentence.pieces.iter().map(piece)));
    let passages = marks::passages(&report.parts, &drawn);
    view!(
        "{}{}",
        each(passages.iter().map(|one| passage(one.role, Some(one.share), each(one.sentences.iter().map(sentence))))),
        engine_levels(report, hide_numbers),
    )
}

fn engine_levels(report: &Report, hide_numbers: bool) -> Html {
    let row = |spec: &CriterionSpec| {
        let level = report.level(spec.id)?;
        Some(level_row(spec.name.into(), labels::anchor(spec, level), optional(!hide_numbers, || pips(level))))
    };
    view!("<ul>{}</ul>", each(RUBRIC.criteria.iter().filter_map(row)))
}
