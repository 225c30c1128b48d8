//! Laws of links: what is sent comes back, for any text; and whatever comes is read without harm.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod texts;

use comeback::share::{
    Answer, Comment, Known, LONGEST_COACH_LINK, LONGEST_LINK, LONGEST_TEXT, Place, Review, Task, Unfit, answer_in,
    attach, fingerprint, place_in, qr, review_from, review_in, task_in,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use texts::{Random, Texts, plain};

/// A page that has every id.
const ALL: Known = Known { question: |_| true, criterion: |_| true };

/// A page that has some.
const SOME: Known = Known { question: |id| id.len() % 2 == 0, criterion: |id| id.len() % 3 > 0 };

const ID: &str = "[a-z0-9-]{1,24}";

/// Numbers by id, each id once.
fn numbers(range: std::ops::RangeInclusive<u8>) -> impl Strategy<Value = Vec<(String, u8)>> {
    prop::collection::btree_map(ID, range, 0..4).prop_map(|map| map.into_iter().collect())
}

fn task() -> impl Strategy<Value = Task> {
    let focus = prop::collection::btree_set(ID, 0..4).prop_map(|set| set.into_iter().collect::<Vec<String>>());
    let questions = prop::collection::btree_set(ID, 1..4).prop_map(|set| set.into_iter().collect::<Vec<String>>());
    let seconds = option::of(1..=3600u16);
    (questions, ".{0,40}", focus, numbers(0..=4), seconds, any::<bool>()).prop_map(
        |(questions, note, focus, weights, seconds, blind)| Task { questions, note, focus, weights, seconds, blind },
    )
}

fn comment() -> impl Strategy<Value = Comment> {
    (0..3_000usize, 0..3_000usize, any::<String>(), ".{1,30}").prop_map(|(from, to, quote, says)| Comment {
        from,
        to,
        quote,
        says,
    })
}

fn review() -> impl Strategy<Value = Review> {
    (ID, any::<String>(), numbers(1..=5), vec(comment(), 0..5), any::<String>()).prop_map(
        |(question, text, levels, comments, next)| Review {
            question,
            answer: fingerprint(&text),
            levels,
            comments,
            next,
        },
    )
}

proptest! {
    // Each packs and unpacks, some 10 ms without optimising.
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_answer_comes_back(question in ID, text in any::<String>()) {
        let answer = Answer { question, text };
        let fragment = answer.fragment().unwrap();
        prop_assert_eq!(place_in(&fragment), Some(Place::Question(answer.question.clone())));
        let received = answer_in(&fragment, ALL).unwrap().unwrap();
        prop_assert_eq!((received.content.accepted(), received.missed), (answer, vec![]));
    }

    #[test]
    fn any_task_comes_back_or_is_too_long_by_so_many_characters(task in task()) {
        match task.fragment() {
            Ok(fragment) => {
                prop_assert!(fragment.len() <= LONGEST_COACH_LINK);
                prop_assert_eq!(place_in(&fragment), Some(Place::Question(task.questions[0].clone())));
                let link = task_in(&fragment, ALL).unwrap();
                prop_assert_eq!((link.task.accepted(), link.missed, link.trouble), (task, vec![], None));
            }
            Err(unfit) => prop_assert!(matches!(unfit, Unfit::Over(1..)), "{:?}", unfit),
        }
    }

    #[test]
    fn any_review_comes_back_by_link_and_by_file(review in review()) {
        let fragment = review.fragment().unwrap();
        prop_assert_eq!(place_in(&fragment), Some(Place::Question(review.question.clone())));
        let by_link = review_in(&fragment, ALL).unwrap().unwrap();
        let by_file = review_from(&review.to_json().unwrap(), ALL).unwrap();
        prop_assert_eq!(&by_link, &by_file);
        prop_assert_eq!((by_file.content.accepted(), by_file.missed), (review, vec![]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn comments_are_placed_inside_the_draft_or_listed_apart(
        mut comments in vec(comment(), 0..5),
        draft in "[a-cé .]{0,40}",
        quotes in vec("[a-cé .]{0,4}", 5),
    ) {
        for (comment, quote) in comments.iter_mut().zip(quotes) {
            (comment.quote, comment.from, comment.to) = (quote, comment.from % 50, comment.to % 50);
        }
        let attached = attach(&comments, &draft);
        let mut numbers = attached.apart.clone();
        for (bytes, number) in attached.placed {
            prop_assert!(draft.get(bytes.clone()).is_some_and(|words| !words.is_empty()), "{bytes:?} in {draft:?}");
            numbers.push(number);
        }
        numbers.sort_unstable();
        prop_assert_eq!(numbers, (0..comments.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_comment_stays_on_its_words_in_an_unchanged_text(text in "\\PC{1,40}", from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let place = |index: prop::sample::Index| text.floor_char_boundary(index.index(text.len() + 1));
        let (from, to) = (place(from).min(place(to)), place(from).max(place(to)));
        prop_assume!(from < to);
        let comment = Comment { from, to, quote: text[from..to].to_owned(), says: "?".into() };
        prop_assert_eq!(attach(&[comment], &text).placed, [(from..to, 0)]);
    }
}

/// Links and a file that are well, to be harmed.
fn sound() -> (Vec<String>, String) {
    let answer = Answer { question: "regret".into(), text: "In May I lost the key — twice.".into() };
    let task = Task {
        questions: vec!["regret".into(), "missed-goal".into()],
        note: "Dear Sam".into(),
        focus: vec!["cause".into()],
        weights: vec![("cause".into(), 3)],
        seconds: Some(90),
        blind: true,
    };
    let comments = vec![Comment { from: 7, to: 13, quote: "I lost".into(), says: "How?".into() }];
    let levels = vec![("cause".into(), 2)];
    let review = Review {
        question: "regret".into(),
        answer: fingerprint(&answer.text),
        levels,
        comments,
        next: "Say why.".into(),
    };
    let links = [answer.fragment(), task.fragment(), review.fragment()].into_iter().map(Result::unwrap).collect();
    (links, review.to_json().unwrap())
}

/// Reads a fragment in every way there is. What comes out has a length that a page can show.
fn read(fragment: &str, known: Known) {
    if let Some(Place::Question(id) | Place::Guide(id) | Place::Sample(id)) = place_in(fragment) {
        assert!(id.chars().count() <= 64, "{fragment}");
    }
    if let Some(link) = task_in(fragment, known) {
        let task = link.task.accepted();
        assert!(task.questions.len() <= 3 && task.note.len() <= 2_048 && link.missed.len() <= 2_048, "{fragment}");
        assert!(link.trouble.is_none() || task.questions.len() <= 1 && task.note.is_empty(), "{fragment}");
    }
    if let Some(Ok(received)) = answer_in(fragment, known) {
        assert!(received.content.look().text.len() <= LONGEST_TEXT, "{fragment}");
    }
    if let Some(Ok(received)) = review_in(fragment, known) {
        harmless(&received.content.accepted());
    }
}

fn harmless(review: &Review) {
    assert!(review.comments.len() <= 100 && review.question.chars().count() <= 64);
    assert!(review.levels.iter().all(|(_, level)| (1..=5).contains(level)));
    attach(&review.comments, "In May I lost the key.");
}

/// Changes, cuts, doubles or crosses a text in one place.
fn harm(text: &mut String, other: &str, random: &mut Random) {
    let mut place = |text: &str| text.floor_char_boundary(random.below(text.len().max(1)));
    let (one, end) = (place(text), place(text));
    let (from, to) = (one.min(end), text.ceil_char_boundary(one.max(end) + 1));
    let crossed = other[place(other)..].to_owned();
    match random.below(7) {
        0 => text.truncate(from),
        1 => text.replace_range(from..to, ""),
        2 => *text = [&text[..to], &text[from..]].concat(),
        3 => text.replace_range(from.., &crossed),
        4 => text.insert(from, random.sign()),
        _ => {
            let signs = "AZaz09-_=.&#?%+{}[]\":,";
            let sign = &signs[random.below(signs.len())..];
            text.replace_range(from..text.ceil_char_boundary(from + 1), &sign[..1]);
        }
    }
}

#[test]
fn a_hundred_thousand_random_and_mutated_fragments_do_no_harm() {
    let (links, _) = sound();
    let answers = plain::answers();
    for seed in 0..100_000 {
        let mut random = Random::new(seed);
        let mut fragment = match random.below(4) {
            0 => format!("#q=regret&{}1.{}", random.pick(&["a=", "c=", "r="]), Texts::new(seed, &answers).short()),
            1 => {
                let letters = || char::from(b"ABCdef012-_"[random.below(11)]);
                ["a=1.", &std::iter::repeat_with(letters).take(60).collect::<String>()].concat()
            }
            _ => links[random.below(links.len())].clone(),
        };
        let sound = fragment.clone();
        // What is well sealed has to be unpacked, which takes most of the time: most harm is done behind the key.
        let kept = if random.below(64) > 0 { fragment.find("=1.").map_or(0, |at| at + 3) } else { 0 };
        let mut rest = fragment.split_off(kept);
        let other = links[random.below(links.len())].split_once("=1.").unwrap().1;
        (0..1 + random.below(4)).for_each(|_| harm(&mut rest, other, &mut random));
        fragment += &rest;
        if random.below(500) == 0 {
            fragment = fragment.replace("=1.", random.pick(&["=2.", "=", "=1.1.", "=01.", "=99999999999999999999."]));
            let (from, to) = (random.pick(&["a=", "c="]), random.pick(&["c=", "r="]));
            fragment = fragment.replace(from, to);
        }
        if fragment == sound {
            continue;
        }
        read(&fragment, if seed % 2 == 0 { ALL } else { SOME });
    }
}

#[test]
fn a_hundred_thousand_mutated_files_do_no_harm() {
    let (_, file) = sound();
    for seed in 0..100_000 {
        let mut random = Random::new(seed);
        let mut text = file.clone();
        (0..1 + random.below(4)).for_each(|_| harm(&mut text, &file, &mut random));
        if let Ok(received) = review_from(&text, SOME) {
            harmless(&received.content.accepted());
        }
    }
}

/// The most that a link can ask for is the longest text; what asks for more is refused by its first bytes.
#[test]
fn a_bomb_gives_an_error() {
    let quiet = |length| Answer { question: "q".into(), text: "a".repeat(length) };
    let longest = quiet(LONGEST_TEXT).fragment().unwrap();
    assert!(longest.len() < 100, "{}", longest.len());
    assert!(answer_in(&longest, ALL).unwrap().is_ok());
    // The same bytes where less is expected: more than a coach link may unpack to.
    let crossed = task_in(&longest.replace("&a=", "&c="), ALL).unwrap();
    assert!(crossed.trouble.is_some() && crossed.task.look().note.is_empty());
    for long in [LONGEST_LINK + 1, 3_000_000] {
        let fragment = format!("#q=q&a=1.{}", "A".repeat(long));
        assert!(answer_in(&fragment, ALL).unwrap().is_err());
        read(&fragment, ALL);
    }
    assert!(review_from(&"[".repeat(200_000), ALL).is_err());
    assert!(review_from(&"[],".repeat(1 << 20), ALL).is_err());
}

#[test]
fn every_link_of_a_coach_fits_into_a_code() {
    let address = format!("https://practice.example.org/comeback/{}", sound().0[1]);
    assert!(qr(&address).is_some_and(|code| code.size <= 57), "{address}");
    assert!(qr(&"a".repeat(LONGEST_COACH_LINK + 60)).is_some_and(|code| code.size <= 73));
}
