//! What is on the screen, in words and addresses.

mod drawn;

use std::rc::Rc;

use super::*;
use crate::share::{Answer, Comment, Place, Review, Task, fingerprint, place_in};
use crate::ui::desk::form::Fill;
use crate::ui::desk::home::Home;
use crate::ui::desk::reading::Mark;
use crate::ui::desk::sheet::Pick;
use crate::ui::desk::state::{Replaced, Wish};
use crate::ui::state::{Action, State as Known};
use drawn::Drawn;

const DRAFT: &str = "In May last year I was in charge of the keys of a hostel, and I lost the one to the cellar. \
    Forty guests had no hot water for a night. I told my manager within the hour and paid for a locksmith. \
    Since then every key hangs on a board with a list beside it.";

/// Text that would be markup, if anything here were.
const HOSTILE: &str = "<img src=x onerror=alert(1)> & \u{202e}javascript:alert(1)";

fn desk(fragment: &str, wishes: impl IntoIterator<Item = Wish>) -> (State, Known) {
    let (mut desk, mut known) = (State::default(), Known::default());
    (desk.home, desk.hands_on, desk.saves) = (Home::of("https://a.test/share/"), true, true);
    known.reduce(Action::Typed { question: "regret", text: DRAFT.into(), caret: None });
    desk.arrive(fragment);
    place_in(fragment).into_iter().for_each(|place| known.reduce(Action::Go(place)));
    wishes.into_iter().for_each(|wish| desk.reduce(wish));
    let asked = desk.asked(&known.asked);
    known.reduce(Action::Asked(asked));
    (desk, known)
}

fn task(change: impl FnOnce(&mut Task)) -> String {
    let mut task = Task { questions: ["regret", "missed-goal"].map(str::to_owned).to_vec(), ..Task::default() };
    change(&mut task);
    task.fragment().unwrap()
}

fn answer(text: &str) -> String {
    Answer { question: "regret".into(), text: text.into() }.fragment().unwrap()
}

fn review(change: impl FnOnce(&mut Review)) -> String {
    let comment = |quote: &str| {
        let from = DRAFT.find(quote).unwrap_or(0);
        Comment { from, to: from + quote.len(), quote: quote.into(), says: ["On ", quote].concat() }
    };
    let mut review = Review {
        question: "regret".into(),
        answer: fingerprint(DRAFT),
        levels: vec![("cause".into(), 2)],
        comments: vec![comment("words that are gone"), comment("the hour"), comment("last year")],
        next: "Say why.".into(),
    };
    change(&mut review);
    review.fragment().unwrap()
}

#[test]
fn the_share_panel_gives_the_address_of_the_questions_page_and_nothing_written() {
    let drawn = Drawn::of(desk("#q=regret&share", []));
    drawn.says(&[
        "https://a.test/q/regret/",
        "Copy link",
        "Share…",
        "Send my answer to somebody",
        "Open a review file",
    ]);
    drawn.hides(&["cellar", "the page"]);
    assert!(drawn.tags.iter().any(|tag| tag == "svg") && !drawn.tags.iter().any(|tag| tag == "a=1."));
}

#[test]
fn an_answer_is_shown_with_what_a_link_is_before_there_is_one() {
    let offered = [Wish::Offer(true)];
    let drawn = Drawn::of(desk("#q=regret&share", offered.clone()));
    drawn.says(&[DRAFT, "cannot be called back", "Whoever has the link can read it", "Make a link with my answer"]);
    drawn.hides(&["&a=1."]);
    let made = offered.into_iter().chain([Wish::Send("regret", DRAFT.into())]);
    Drawn::of(desk("#q=regret&share", made)).says(&["https://a.test/share/#q=regret&a=1."]);
}

#[test]
fn an_answer_beyond_a_link_says_by_how_much_and_offers_other_ways() {
    let (mut desk, mut state) = desk("#q=regret&share", [Wish::Offer(true)]);
    let long: Rc<str> = "word ".repeat(4_000).into();
    state.reduce(Action::Typed { question: "regret", text: long.clone(), caret: None });
    desk.reduce(Wish::Send("regret", long));
    Drawn::of((desk, state)).says(&["bytes too long for a link", "Save it as a file", "Copy it"]);
}

#[test]
fn where_no_page_opens_a_link_and_no_file_is_saved_a_copy_is_left() {
    let (mut desk, state) = desk("#q=regret&share", [Wish::Offer(true)]);
    (desk.home, desk.saves) = (Home::beside(""), false);
    Drawn::of((desk, state)).says(&["No page here opens a link", "Copy it"]).hides(&["Make a link", "as a file"]);
}

#[test]
fn a_refused_copy_says_that_the_text_is_selected() {
    let drawn = Drawn::of(desk("#q=regret&share", [Wish::Copied("link-question", false)]));
    drawn.says(&["This browser refused to copy. The text is selected: copy it by hand."]);
    assert!(drawn.ids.iter().any(|id| id == "link-question"), "there is such a field");
    Drawn::of(desk("#q=regret&share", [Wish::Copied("link-question", true)])).says(&["Copied"]);
}

#[test]
fn the_banner_shows_what_a_coach_asks_for_and_whence() {
    let all = |task: &mut Task| {
        task.note = "Think of one day.".into();
        (task.focus, task.weights) = (vec!["repair".into()], vec![("lesson".into(), 4), ("delivery".into(), 0)]);
        (task.seconds, task.blind) = (Some(90), true);
    };
    let drawn = Drawn::of(desk(&task(all), []));
    drawn.says(&[
        "From your coach, unverified",
        "Think of one day.",
        "Repair",
        "Lesson 4 of 4",
        "Delivery is left out",
    ]);
    drawn.says(&["1:30 minutes", "0:00", "Start the clock", "I have written. Show the feedback", "Question 1 of 2"]);
    drawn.says(&["Next question", "Close the task", "the page"]).hides(&["The time is over", "Previous question"]);
    let over = Drawn::of(desk(&task(all), [Wish::Press(0), Wish::Tick(91_000), Wish::Show]));
    over.says(&["1:31", "Pause", "The time is over"]).hides(&["I have written"]);
    let next = drawn.links.iter().find(|link| link.contains("&of=regret&c=1.")).expect("a link to the next question");
    Drawn::of(desk(next, [])).says(&["Question 2 of 2", "Previous question"]).hides(&["Next question"]);
}

#[test]
fn the_banner_says_what_could_not_be_read() {
    Drawn::of(desk(&task(|_| {}).replace("c=1.", "c=3."), [])).says(&["made by a newer version", "The question opens"]);
    let unknown =
        |task: &mut Task| (task.questions, task.focus) = (vec!["gone".into(), "regret".into()], vec!["wit".into()]);
    let drawn = Drawn::of(desk(&task(unknown), []));
    drawn.says(&["no question called “gone”", "no criterion called “wit”", "Go to the first question that is here"]);
}

#[test]
fn a_criterion_that_a_coach_looks_at_carries_a_sign() {
    let (desk, _) = desk(&task(|task| task.focus = vec!["repair".into()]), []);
    assert!(sign(&desk, Criterion::Repair).is_some() && sign(&desk, Criterion::Cause).is_none());
    assert_eq!(sign(&State::default(), Criterion::Repair), None);
}

#[test]
fn the_form_shows_its_link_or_why_there_is_none() {
    let drawn = Drawn::of(desk("#coach", []));
    drawn.says(&["https://a.test/share/#q=", "of 299 characters", "Open it as your student does"]);
    let noise: String = (0..60_u32).map(|at| format!("{:x} ", at.wrapping_mul(0x9e37_79b1))).collect();
    Drawn::of(desk("#coach", [Wish::Fill(Fill::Note(noise))])).says(&["over its 299"]).hides(&["Copy link"]);
    Drawn::of(desk("#coach", [Wish::Fill(Fill::Minutes("soon".into()))])).says(&["up to 60 minutes"]);
}

#[test]
fn an_answer_is_read_without_the_engines_eyes_first() {
    let drawn = Drawn::of(desk(&answer(DRAFT), []));
    drawn.says(&[DRAFT, "unverified", "Comment on these words", "Practise with this question", "Use as my draft"]);
    drawn.says(&["What the levels of Repair say", "Make a link with my review"]).hides(&["of 5", "the page"]);
    let shown = Drawn::of(desk(&answer(DRAFT), [Wish::Mark(Mark::Shown(true))]));
    shown.says(&["of 5", "Repair", "(strength)"]);
}

#[test]
fn a_coach_sees_what_they_have_said_and_gets_a_link_with_it() {
    let from = DRAFT.find("the hour").unwrap();
    let marks = [
        Mark::Words(from..from + 8),
        Mark::Says("How soon?".into()),
        Mark::Add,
        Mark::Level(Criterion::Cause as usize, 2),
        Mark::Next("Say why.".into()),
    ];
    let said: Vec<Wish> = marks.map(Wish::Mark).into();
    Drawn::of(desk(&answer(DRAFT), said.clone())).says(&["“the hour”", "How soon?", "Change", "Save it as a file"]);
    let made = said.clone().into_iter().chain([Wish::Mark(Mark::Make)]);
    Drawn::of(desk(&answer(DRAFT), made)).says(&["https://a.test/share/#q=regret&r=1."]);
    let (mut desk, state) = desk(&answer(DRAFT), said);
    desk.arrive("#coach");
    Drawn::of((desk, state)).says(&["A review that you have not sent is kept in this tab.", "Go back to it"]);
}

#[test]
fn an_answer_takes_the_place_of_a_draft_only_when_that_is_said_twice() {
    let asked = Drawn::of(desk(&answer("I forgot."), [Wish::Ask(true)]));
    asked.says(&["You have a draft of this question here", "Put the answer there", "Keep my draft"]);
    let replaced = Replaced { question: "regret", text: DRAFT.into() };
    let drawn = Drawn::of(desk("#q=regret", [Wish::Replaced(Some(replaced))]));
    drawn.says(&["The one before is kept in this tab.", "Bring it back", "Copy it", "Let it go"]);
}

#[test]
fn a_review_stands_beside_the_draft_it_is_about() {
    let drawn = Drawn::of(desk(&review(|_| {}), []));
    drawn.says(&["unverified", "about the very text", "Say why.", "Coach", "2 of 5", "Comeback"]);
    drawn.hides(&["Real failure"]);
    drawn.says(&[
        "1. “last year” On last year",
        "2. “the hour” On the hour",
        "On words that are gone",
        "not there any more",
    ]);
    let changed = Drawn::of(desk(&review(|review| review.answer = fingerprint("other")), []));
    changed.says(&["Your draft has changed since"]);
    let absent = Drawn::of(desk(&review(|review| review.question = "missed-goal".into()), []));
    absent.says(&["There is no draft of this question here", "“last year”"]).hides(&["cellar"]);
}

#[test]
fn a_sheet_has_a_code_and_an_address_for_each_question() {
    let drawn = Drawn::of(desk("#sheet", [Wish::Pick(Pick::Question(0)), Wish::Pick(Pick::Question(2))]));
    drawn.says(&["2 questions.", "Print", "https://a.test/q/biggest-failure/"]);
    assert_eq!(drawn.tags.iter().filter(|tag| *tag == "svg").count(), 2);
    Drawn::of(desk("#sheet", [])).says(&["No question is chosen yet."]).hides(&["Print"]);
}

#[test]
fn nothing_that_came_by_a_link_is_more_than_text() {
    let fragments = [
        task(|task| task.note = HOSTILE.into()),
        answer(HOSTILE),
        review(|review| review.next = HOSTILE.into()),
        review(|review| review.comments = vec![Comment { says: HOSTILE.into(), ..Comment::default() }]),
    ];
    for fragment in fragments {
        let drawn = Drawn::of(desk(&fragment, []));
        drawn.says(&[HOSTILE]);
        assert!(!drawn.tags.iter().any(|tag| tag == "img" || tag == "script"), "{:?}", drawn.tags);
    }
    for fragment in ["#q=\"><img>&share", "#q=javascript:alert(1)&read", "#q=x'y&a=1.AAAA", "#q=\"><b>&of=\"&c=1.AAAA"]
    {
        let drawn = Drawn::of(desk(fragment, []));
        let ours = |link: &String| link.starts_with('#') || link.starts_with("https://a.test/");
        assert!(drawn.links.iter().all(ours), "{:?}", drawn.links);
    }
}

#[test]
fn every_field_is_named_once() {
    let offered = [Wish::Offer(true), Wish::Send("regret", DRAFT.into())];
    for (fragment, wishes) in [
        ("#q=regret&share", offered.to_vec()),
        ("#coach", vec![]),
        ("#sheet", vec![Wish::Pick(Pick::Family(0))]),
        (&answer(DRAFT), vec![Wish::Mark(Mark::Whole)]),
        (&review(|_| {}), vec![]),
    ] {
        let mut ids = Drawn::of(desk(fragment, wishes)).ids;
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{fragment}: {ids:?}");
    }
}

#[test]
fn somebody_elses_page_gets_the_task_and_no_more_ways() {
    let (mut desk, state) = desk(&task(|_| {}), []);
    desk.hosted = true;
    Drawn::of((desk, state)).says(&["From your coach, unverified"]).hides(&["For coaches", "Workshop sheet"]);
    assert_eq!(place_in("#coach"), None::<Place>);
}
