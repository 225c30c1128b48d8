//! The development corpus is what `README.md` beside this file says it is. Problems name an answer and never quote it.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::panic, reason = "a test that cannot go on stops")]

mod answers;

use std::collections::BTreeSet;

use answers::{Answer, Form, GROUPS, Half, Quality, load};
use comeback_engine::rubric::ProfileKind;
use comeback_engine::{Criterion, Role};

/// Fewer words are no answer; more are no practice answer.
const LENGTHS: std::ops::RangeInclusive<usize> = 41..=430;

fn half(half: Half) -> Vec<Answer> {
    load(half).unwrap_or_else(|problems| panic!("{}:\n{}", half.name(), problems.join("\n")))
}

fn all() -> Vec<Answer> {
    [half(Half::Tuning), half(Half::Unseen)].concat()
}

/// Panics with the ids of the answers of which this is not true.
#[track_caller]
fn check(what: &str, holds: impl Fn(&Answer) -> bool) {
    let broken: Vec<String> = all().into_iter().filter(|answer| !holds(answer)).map(|answer| answer.id).collect();
    assert!(broken.is_empty(), "not true that {what}: {}", broken.join(", "));
}

/// How many answers this is true of.
fn count(answers: &[Answer], holds: impl Fn(&Answer) -> bool) -> usize {
    answers.iter().filter(|answer| holds(answer)).count()
}

/// The questions that the writers answered, the same in both halves.
const ANSWERED: [&str; 6] =
    ["biggest-failure", "biggest-mistake", "failed-and-learned", "handle-failure", "handle-setbacks", "missed-goal"];

#[test]
fn every_id_is_one_answer_in_either_half() {
    let mut seen = BTreeSet::new();
    for answer in all() {
        assert!(seen.insert(answer.id.clone()), "two answers are called {}", answer.id);
    }
}

#[test]
fn every_answer_has_the_length_of_an_answer() {
    check("an answer has 41 to 430 words", |answer| LENGTHS.contains(&answer.words()));
}

#[test]
fn levels_are_missing_only_where_a_question_does_not_ask() {
    check("a story has every level", |answer| {
        answer.question.profile.kind == ProfileKind::Process || answer.levels.iter().all(Option::is_some)
    });
    check("a level that weighs nothing is not given", |answer| {
        let weights = answer.question.profile.weights;
        answer.levels.iter().zip(weights).all(|(level, weight)| weight > 0 || level.is_none())
    });
    check("only the event may be missing from a way of working", |answer| {
        let weights = answer.question.profile.weights;
        Criterion::ALL
            .into_iter()
            .zip(answer.levels.iter().zip(weights))
            .all(|(criterion, (level, weight))| level.is_some() || weight == 0 || criterion == Criterion::SpecificEvent)
    });
}

#[test]
fn the_improved_one_of_a_pair_stands_in_the_same_half_and_is_better() {
    for answers in [half(Half::Tuning), half(Half::Unseen)] {
        for answer in &answers {
            let Some(id) = &answer.improves else { continue };
            let weaker = answers.iter().find(|other| other.id == *id);
            let weaker = weaker.unwrap_or_else(|| panic!("{} improves {id}, which is not there", answer.id));
            assert!(answer.quality > weaker.quality, "{} is no better than {id}", answer.id);
            assert_eq!(answer.question.id, weaker.question.id, "{} answers another question", answer.id);
        }
    }
}

#[test]
fn there_are_enough_answers_of_every_sort() {
    let all = all();
    assert!(all.len() >= 240, "{} answers", all.len());
    let long_weak = count(&all, |answer| answer.quality == Quality::Weak && answer.words() > 120);
    assert!(long_weak >= 60, "{long_weak} weak answers of more than 120 words");
    let short_strong = count(&all, |answer| answer.quality == Quality::Strong && answer.words() < 100);
    assert!(short_strong >= 40, "{short_strong} strong answers of less than 100 words");
    for answers in [half(Half::Tuning), half(Half::Unseen)] {
        let groups: BTreeSet<_> = answers.iter().map(|answer| answer.group).collect();
        assert_eq!(groups.len(), GROUPS);
        let questions: BTreeSet<_> = answers.iter().map(|answer| answer.question.id).collect();
        assert_eq!(questions, BTreeSet::from(ANSWERED));
        for form in Form::ALL {
            assert!(count(&answers, |answer| answer.form == form) >= 16, "too few are {}", form.name());
        }
        let pairs = count(&answers, |answer| answer.improves.is_some());
        assert!(pairs >= 20, "{pairs} pairs");
        for role in Role::ALL {
            let has = |answer: &Answer| answer.roles.iter().any(|&(_, one)| one == role);
            assert!(answers.iter().any(has), "nothing is {}", role.name());
        }
    }
}
