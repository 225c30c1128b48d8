//! What the desk promises, whatever comes by an address.

use super::*;
use crate::content::QUESTIONS;
use crate::share::{Answer, Comment, Task, fingerprint, place_in};
use crate::ui::desk::task::changed;
use crate::ui::state::{Action, State as Page};

const DRAFT: &str = "In May last year I was in charge of the keys of a hostel, and I lost the one to the cellar. \
    Forty guests had no hot water for a night. I told my manager within the hour and paid for a locksmith. \
    Since then every key hangs on a board with a list beside it.";

/// A page with a draft, and its desk: together as the table joins them.
struct Both {
    desk: State,
    page: Page,
    /// What stands in the address bar.
    address: String,
}

impl Both {
    fn new() -> Both {
        let mut page = Page::default();
        page.reduce(Action::Typed { question: "regret", text: DRAFT.into(), caret: None });
        let home = Home::of("https://a.test/share/");
        Both { desk: State { home, ..State::default() }, page, address: String::new() }
    }

    fn arrive(&mut self, fragment: &str) -> &mut Both {
        self.address = self.desk.arrive(fragment).unwrap_or_else(|| fragment.to_owned());
        self.ask();
        if let Some(place) = place_in(fragment) {
            self.page.reduce(Action::Go(place));
        }
        self
    }

    fn wish(&mut self, wish: Wish) -> &mut Both {
        self.desk.reduce(wish);
        self.ask();
        self
    }

    fn ask(&mut self) {
        let asked = self.desk.asked(&self.page.asked);
        let Some(ids) = changed(&self.page.asked, &asked) else { return };
        self.page.reduce(Action::Asked(asked));
        for question in ids {
            let text = self.page.drafts.get(question).map(|draft| draft.text.clone());
            text.into_iter().for_each(|text| self.page.reduce(Action::Typed { question, text, caret: None }));
        }
    }

    fn draft(&self) -> &str {
        &self.page.drafts["regret"].text
    }
}

fn task(change: impl FnOnce(&mut Task)) -> String {
    let mut task = Task { questions: ["regret", "missed-goal"].map(str::to_owned).to_vec(), ..Task::default() };
    change(&mut task);
    task.fragment().unwrap()
}

fn answer(text: &str) -> String {
    Answer { question: "regret".into(), text: text.into() }.fragment().unwrap()
}

fn review(next: &str) -> Review {
    let comments = vec![Comment { from: 7, to: 16, quote: "last year".into(), says: "When?".into() }];
    let levels = vec![("cause".into(), 2)];
    Review { question: "regret".into(), answer: fingerprint(DRAFT), levels, comments, next: next.into() }
}

#[test]
fn each_view_opens_by_its_word_and_the_page_by_a_place() {
    let mut both = Both::new();
    for (fragment, view) in [
        ("#q=regret&share", View::Share),
        ("#coach", View::Coach),
        ("#sheet", View::Sheet),
        ("#share", View::Share),
        ("#q=regret", View::Page),
        ("#guides", View::Page),
    ] {
        assert_eq!(both.arrive(fragment).desk.view, view, "{fragment}");
        assert_eq!(both.address, fragment);
    }
    both.arrive("#coach").arrive("#answer");
    assert_eq!(both.desk.view, View::Coach, "an anchor inside the page is no way out of a view");
}

#[test]
fn an_answer_leaves_the_address_bar_and_touches_no_draft() {
    let mut both = Both::new();
    both.arrive(&answer("I forgot to ring."));
    assert_eq!((both.address.as_str(), both.desk.view, both.draft()), ("#q=regret&read", View::Reading, DRAFT));
    assert_eq!(both.desk.read().map(|one| one.answer().text.as_str()), Some("I forgot to ring."));
    both.arrive("#q=regret").arrive("#q=regret&read");
    assert_eq!(both.desk.view, View::Reading, "it is held as long as the tab");
    both.arrive(&answer("").replace("q=regret&", ""));
    assert_eq!((both.address.as_str(), both.desk.view), ("#read", View::Reading));
}

#[test]
fn what_was_in_memory_alone_is_said_to_be_gone() {
    for fragment in ["#q=regret&read", "#q=regret&review", "#read"] {
        let mut both = Both::new();
        both.arrive(fragment);
        assert!(both.desk.trouble.is_some() && both.desk.view == View::Page, "{fragment}");
        assert!(both.arrive("#q=regret").desk.trouble.is_none());
    }
}

#[test]
fn what_cannot_be_read_leaves_the_address_bar_too_and_its_question_opens() {
    for broken in ["#q=regret&a=1.AAAA", "#q=regret&a=9.AAAA", "#q=regret&r=1.AAAA", "#q=regret&r=9.AAAA"] {
        let mut both = Both::new();
        both.arrive(broken);
        assert_eq!((both.address.as_str(), both.desk.view), ("#q=regret", View::Page), "{broken}");
        assert!(both.desk.trouble.is_some() && both.page.question().is_some_and(|question| question.id == "regret"));
    }
}

#[test]
fn a_coachs_words_survive_whatever_is_opened_after_them() {
    let mut both = Both::new();
    both.arrive(&answer("One.")).wish(Wish::Mark(Mark::Next("Say why.".into())));
    both.arrive(&answer("Two.")).arrive(&task(|_| {})).arrive("").arrive("#coach");
    assert!(both.desk.holds_unsent());
    for at in 0..60 {
        both.arrive(&answer(&format!("Number {at}.")));
    }
    assert!(both.desk.readings.len() <= 21);
    both.arrive(&answer("One."));
    assert_eq!(both.desk.read().map(Reading::next), Some("Say why."));
    both.wish(Wish::Given);
    assert!(!both.desk.holds_unsent());
}

#[test]
fn the_engine_is_asked_only_when_the_coach_asks() {
    let mut both = Both::new();
    both.arrive(&answer(DRAFT));
    assert!(both.desk.seen.is_none());
    both.wish(Wish::Mark(Mark::Shown(true)));
    assert_eq!(both.desk.seen.as_ref().map(|draft| &draft.report), Some(&both.page.drafts["regret"].report));
    both.arrive(&answer("Two."));
    assert!(both.desk.seen.is_none(), "each answer is read blind first");
    both.arrive(&answer(DRAFT));
    assert!(both.desk.seen.is_some());
}

#[test]
fn a_task_stays_in_the_address_and_asks_the_page_until_it_is_left() {
    let mut both = Both::new();
    let plain = both.page.drafts["regret"].report.level(comeback_engine::Criterion::Delivery);
    let weights = |task: &mut Task| (task.weights, task.blind) = (vec![("delivery".into(), 0)], true);
    let link = task(weights);
    both.arrive(&link);
    assert_eq!((both.address.as_str(), both.desk.task().is_some()), (link.as_str(), true));
    let level = |both: &Both| both.page.drafts["regret"].report.level(comeback_engine::Criterion::Delivery);
    assert!(plain.is_some() && level(&both).is_none(), "a draft that was there is judged anew");
    assert!(both.page.is_silent());
    both.wish(Wish::Show);
    assert!(!both.page.is_silent());
    both.arrive("#guide=why-they-ask").arrive("#q=regret");
    assert_eq!((both.address.as_str(), level(&both)), (link.as_str(), None), "back from reading, it goes on");
    both.arrive("#q=missed-goal");
    assert!(both.page.is_silent() && both.address.contains("&of=regret&c=1."), "{}", both.address);
    both.arrive("#q=conflict");
    assert_eq!((both.desk.doing.is_none(), level(&both), both.page.is_silent()), (true, plain, false));
    assert_eq!(both.draft(), DRAFT);
}

#[test]
fn closing_a_task_takes_all_of_it_back() {
    let mut both = Both::new();
    both.arrive(&task(|task| task.weights = vec![("delivery".into(), 0)])).wish(Wish::Press(5)).wish(Wish::Close);
    assert!(both.desk.task().is_none() && both.page.asked.questions.is_empty());
    both.arrive("#q=regret");
    assert_eq!(both.address, "#q=regret");
    assert!(both.arrive(&task(|_| {})).desk.task().is_some_and(|doing| doing.clock.is_fresh()));
    both.arrive("");
    assert!(both.desk.doing.is_none(), "so does the list of questions");
}

#[test]
fn an_own_clock_goes_on_from_question_to_question() {
    let mut both = Both::new();
    both.arrive(&task(|task| task.seconds = Some(60))).wish(Wish::Press(1_000)).arrive("#q=missed-goal");
    both.wish(Wish::Tick(62_500));
    let seconds = both.desk.doing.as_ref().map(|doing| doing.clock.seconds(both.desk.now));
    assert_eq!(seconds, Some(61));
}

#[test]
fn a_task_from_the_future_opens_its_question() {
    let mut both = Both::new();
    both.arrive(&task(|_| {}).replace("c=1.", "c=2."));
    let trouble = both.desk.task().and_then(|doing| doing.from.link.trouble);
    assert_eq!((trouble, both.page.question().map(|question| question.id)), (Some(Trouble::Newer(2)), Some("regret")));
}

#[test]
fn a_task_with_nothing_but_unknown_questions_says_so() {
    let mut both = Both::new();
    both.arrive(&task(|task| task.questions = vec!["gone".into()]));
    assert!(
        both.desk.task().is_some_and(|doing| doing.task().questions.is_empty() && !doing.from.link.missed.is_empty())
    );
}

#[test]
fn a_review_file_opens_beside_the_draft_and_a_broken_one_says_so() {
    let mut both = Both::new();
    let file = review("Say why.").to_json().unwrap();
    assert_eq!(both.desk.open_file(Ok(&file)).as_deref(), Some("#q=regret&review"));
    both.arrive("#q=regret&review");
    assert_eq!(
        (both.desk.view, both.desk.reviewed().map(|one| one.content.look().next.as_str())),
        (View::Review, Some("Say why."))
    );
    for broken in [Ok("{}"), Ok(""), Err(Trouble::TooLong)] {
        assert_eq!(both.desk.open_file(broken), None);
        assert!(both.desk.trouble.is_some());
    }
    assert_eq!(both.desk.reviews.len(), 1);
}

#[test]
fn two_reviews_stay_side_by_side_and_the_same_one_stays_one() {
    let mut both = Both::new();
    for next in ["One.", "Two.", "One."] {
        both.arrive(&review(next).fragment().unwrap());
        assert_eq!((both.address.as_str(), both.desk.view), ("#q=regret&review", View::Review));
    }
    assert_eq!(
        (both.desk.reviews.len(), both.desk.reviewed().map(|one| one.content.look().next.as_str())),
        (2, Some("One."))
    );
    both.wish(Wish::Review(1)).arrive("#q=regret").arrive("#q=regret&review");
    assert_eq!(both.desk.reviewed().map(|one| one.content.look().next.as_str()), Some("Two."));
}

#[test]
fn nothing_of_an_answer_is_made_before_it_is_asked_for() {
    let mut both = Both::new();
    both.arrive("#q=regret&share");
    assert!(!both.desk.sending.open && both.desk.sending.made(DRAFT).is_none());
    both.wish(Wish::Offer(true));
    assert!(both.desk.sending.made(DRAFT).is_none());
    both.wish(Wish::Send("regret", DRAFT.into()));
    assert!(both.desk.sending.made(DRAFT).is_some_and(Result::is_ok));
    both.arrive("#q=regret").arrive("#q=regret&share");
    assert!(both.desk.sending.made(DRAFT).is_none() && !both.desk.sending.open, "each time anew");
}

#[test]
fn the_code_of_a_questions_page_is_there_at_once() {
    let mut both = Both::new();
    both.arrive("#q=regret&share");
    assert!(both.desk.picture("https://a.test/q/regret/").is_some());
    both.wish(Wish::Pick(Pick::Family(0)));
    assert!(
        both.desk.sheet.questions().all(|one| both.desk.picture(&format!("https://a.test/q/{}/", one.id)).is_some())
    );
}

#[test]
fn the_form_begins_with_the_question_it_was_reached_from_and_keeps_what_was_filled_in() {
    let mut both = Both::new();
    both.arrive("#q=regret").arrive("#coach");
    assert_eq!(QUESTIONS[both.desk.form.question(0)].id, "regret");
    both.wish(Wish::Fill(Fill::Note("Dear Sam".into()))).arrive("#q=conflict").arrive("#coach");
    assert_eq!(both.desk.form.note(), "Dear Sam");
}

mod hostile;
