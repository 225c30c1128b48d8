//! The laws of the engine: total, pure, honest about spans, blind to junk.
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use comeback::content::{QUESTIONS, RUBRIC, question};
use comeback_engine::{Assessor, Report, Role, State, assess};
use proptest::prelude::*;

fn judged(text: &str) -> Report {
    assess(&RUBRIC, &question("biggest-failure").expect("in the bank").profile, text)
}

const STORY: &str = "In March last year I was running the front desk of a hostel with two colleagues. \
    I promised forty guests a late checkout without asking the cleaners. That was my decision, and it was wrong. \
    Twelve guests waited an hour for their rooms. The same morning I told the manager and moved them to the lounge. \
    I learned to ask who does the work before I promise it. Since then I call the cleaners before I say yes.";

/// Up to so many pieces that often break readers of text: signs, joins, scripts, sizes.
fn pieces(most: usize) -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "I",
        "we",
        "forgot",
        "didn't",
        "don’t",
        "the",
        "customer",
        "because",
        "when",
        "if",
        "would",
        "never",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’s",
        ".",
        "...",
        "…",
        "?",
        "!",
        ";",
        ":",
        "-",
        "–",
        "(",
        ")",
        "\n",
        "\n\n",
        "\r\n",
        "- ",
        "1. ",
        "a) ",
        "Mr.",
        "e.g.",
        "3.5",
        "€1,200",
        "40%",
        "2-week",
        "15th",
        "8:30",
        "a@b.org",
        "www.x.org",
        "<b>",
        "</p>",
        "&nbsp;",
        "ẑ̸͝",
        "👩‍🚒",
        "שלום",
        "\u{200b}",
        "\u{feff}",
        "\u{ad}",
        "\0",
        "ﬁ",
        "İ",
        "ß",
        "Ⅷ",
        "ID",
        "its",
        "let's",
        "'d",
        "I'd've",
        "gonna",
        "um",
        "said",
        "that",
    ]);
    prop::collection::vec(prop_oneof![4 => words.prop_map(str::to_owned), 1 => any::<String>()], 0..most)
        .prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_a_report_whose_spans_lie_inside_it(text in pieces(60), at in 0usize..6) {
        let question = &QUESTIONS[at % QUESTIONS.len()];
        let report = assess(&RUBRIC, &question.profile, &text);
        let spans = report.findings.iter().filter_map(|finding| finding.span)
            .chain(report.parts.iter().map(|part| part.span))
            .chain(report.evidence.iter().map(|evidence| evidence.span));
        for span in spans {
            prop_assert!(span.start <= span.end);
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
        }
        prop_assert!(report.overall.is_none_or(|overall| (100..=500).contains(&overall)));
        prop_assert!(report.levels.iter().flatten().all(|level| (1..=5).contains(level)));
        prop_assert_eq!(&report, &assess(&RUBRIC, &question.profile, &text));
    }

    #[test]
    fn after_any_edits_the_report_is_that_of_a_fresh_reading(
        first in pieces(30),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), pieces(8)), 1..5),
    ) {
        let profile = &QUESTIONS[0].profile;
        let mut assessor = Assessor::new(&RUBRIC);
        let mut text = first;
        for (from, to, new) in edits {
            assessor.update(profile, &text, None);
            let place = |index: prop::sample::Index| text.floor_char_boundary(index.index(text.len() + 1));
            let (from, to) = (place(from).min(place(to)), place(from).max(place(to)));
            text.replace_range(from..to, &new);
            prop_assert_eq!(assessor.update(profile, &text, None), assess(&RUBRIC, profile, &text), "{:?}", text);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn sentences_stand_in_order_and_do_not_overlap(text in pieces(60)) {
        let report = judged(&text);
        for pair in report.parts.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start, "{:?} in {text:?}", report.parts);
        }
    }

    #[test]
    fn a_caret_anywhere_accuses_of_nothing_new(at in 0usize..STORY.len()) {
        let caret = u32::try_from(at).expect("small");
        let profile = &question("biggest-failure").expect("in the bank").profile;
        let typing = Assessor::new(&RUBRIC).update(profile, STORY, Some(caret));
        let calm = judged(STORY);
        let problems = |report: &Report| report.findings.iter().filter(|one| !one.kind.is_strength() && !one.provisional && one.span.is_some()).count();
        prop_assert!(problems(&typing) <= problems(&calm));
    }
}

#[test]
fn repeating_a_sentence_or_adding_junk_raises_nothing() {
    let base = judged(STORY);
    let junk = ["Thank you for this question. It is a very nice day today. I like the colour of your office.", STORY];
    for addition in junk {
        let more = judged(&format!("{STORY} {addition}"));
        for (spec, (before, after)) in RUBRIC.criteria.iter().zip(base.levels.iter().zip(more.levels)) {
            assert!(after <= *before, "{} rose from {before:?} to {after:?} by {addition:?}", spec.id.name());
        }
    }
}

#[test]
fn an_empty_text_is_empty_and_a_word_is_short() {
    for text in ["", "   \n\n ", "…", "- \n- ", "👩‍🚒"] {
        let report = judged(text);
        assert_eq!((report.words, report.overall), (0, None), "{text:?}");
    }
    let report = judged("Failure.");
    assert_eq!((report.state, report.words), (State::Short, 1));
}

#[test]
fn a_text_beyond_one_mebibyte_is_cut_and_says_so() {
    let text = "I forgot to call the customer, and the order was late. ".repeat(25_000);
    let report = judged(&text);
    assert!(report.cut);
    assert!(report.parts.iter().all(|part| part.span.end as usize <= 1 << 20));
    assert!(!judged(STORY).cut);
}

#[test]
fn the_question_itself_earns_nothing() {
    let prompt = question("biggest-failure").expect("in the bank").prompt;
    let report = judged(&format!("{prompt} {STORY}"));
    assert_eq!(report.levels, judged(STORY).levels);
    assert_eq!(report.parts.first().map(|part| part.role), Some(Role::Other));
}
