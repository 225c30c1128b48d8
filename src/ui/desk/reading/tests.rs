//! What a coach's work promises.

use super::*;
use crate::ui::desk::arrived::{Arrived, read};

const TEXT: &str = "In May I lost the key. I told the manager at once. Nobody was hurt.";

fn reading() -> Reading {
    let answer = Answer { question: "regret".into(), text: TEXT.into() };
    let Arrived::Answer(Ok(received)) = read(&answer.fragment().unwrap()) else { panic!("no answer") };
    Reading::new(received)
}

fn after(marks: impl IntoIterator<Item = Mark>) -> Reading {
    let mut reading = reading();
    marks.into_iter().for_each(|mark| reading.mark(mark));
    reading
}

fn words(quote: &str) -> Mark {
    let from = TEXT.find(quote).unwrap();
    Mark::Words(from..from + quote.len())
}

fn says(text: &str) -> Mark {
    Mark::Says(text.into())
}

#[test]
fn a_comment_knows_its_words_without_the_space_around_them() {
    let reading = after([words(" I lost the key."), says(" How? "), Mark::Add]);
    let from = TEXT.find("I lost").unwrap();
    let comment = Comment { from, to: from + 15, quote: "I lost the key.".into(), says: "How?".into() };
    assert_eq!(reading.comments(), [comment]);
}

#[test]
fn comments_stand_in_the_order_of_the_text() {
    let reading = after([
        Mark::Whole,
        says("Calm."),
        words("Nobody"),
        says("Who else?"),
        words("In May"),
        says("Good."),
        Mark::Add,
    ]);
    let said: Vec<_> = reading.comments().iter().map(|comment| comment.says.as_str()).collect();
    assert_eq!(said, ["Good.", "Who else?", "Calm."]);
}

#[test]
fn says_so_where_no_words_are_selected() {
    for words in [3..3, 2..3, 60..9_999, Range { start: 9, end: 2 }] {
        let reading = after([Mark::Words(words.clone())]);
        assert!(reading.unselected && reading.writing().is_none(), "{words:?}");
    }
}

#[test]
fn a_comment_can_be_changed_and_left_as_it_was() {
    let written = || [words("In May"), says("Good."), Mark::Add, Mark::Change(0), says("Very go")];
    let kept = after(written().into_iter().chain([Mark::Cancel]));
    assert_eq!(kept.comments()[0].says, "Good.");
    let changed = after(written().into_iter().chain([Mark::Add]));
    assert_eq!((changed.comments().len(), changed.comments()[0].says.as_str()), (1, "Very go"));
    assert!(after(written().into_iter().chain([Mark::Add, Mark::Remove(0), Mark::Remove(7)])).comments().is_empty());
}

#[test]
fn nothing_said_is_nothing_to_lose_until_something_is() {
    assert!(!reading().is_unsent());
    assert!(!after([words("In May"), says(" "), Mark::Shown(true)]).is_unsent());
    for mark in [Mark::Level(4, 2), Mark::Next("Say why.".into())] {
        assert!(after([mark]).is_unsent());
    }
    let mut reading = after([words("In May"), says("Goo")]);
    assert!(reading.is_unsent(), "what is half written counts");
    reading.give();
    assert!(!reading.is_unsent());
    reading.mark(says("Good"));
    assert!(reading.is_unsent());
}

#[test]
fn the_same_level_again_takes_it_back() {
    assert_eq!(after([Mark::Level(4, 2), Mark::Level(4, 3)]).level(4), 3);
    assert_eq!(after([Mark::Level(4, 2), Mark::Level(4, 2), Mark::Level(99, 1), Mark::Level(3, 6)]).levels, [0; 12]);
}

#[test]
fn the_link_holds_what_is_being_written_and_goes_stale_with_the_next_change() {
    let mut reading = after([Mark::Level(4, 2), words("In May"), says("Good."), Mark::Make]);
    let link = reading.made().unwrap().clone().unwrap();
    let Arrived::Review(Ok(received)) = read(&link) else { panic!("no review") };
    assert_eq!(received.content.look(), &reading.review());
    assert_eq!(received.content.look().comments.len(), 1);
    reading.mark(Mark::Next("Say why.".into()));
    assert_eq!(reading.made(), None);
}

#[test]
fn a_review_in_words_holds_all_of_it() {
    let reading = after([
        Mark::Level(Criterion::Cause as usize, 2),
        words("In May"),
        says("Good."),
        Mark::Whole,
        says("Calm."),
        Mark::Next("Say why.".into()),
    ]);
    assert_eq!(in_words(&reading.review()), "Cause: 2 of 5\n“In May”: Good.\nCalm.\nNext step: Say why.");
}

#[test]
fn more_comments_than_a_review_holds_are_not_begun_in_vain() {
    let one = |_| [words("In May"), says("Good."), Mark::Add];
    let reading = after((0..MOST_COMMENTS + 3).flat_map(one).chain([Mark::Make]));
    assert_eq!(reading.comments().len(), MOST_COMMENTS);
    assert!(reading.review().to_json().is_ok());
}
