//! Any fragment and any file is read to something bounded; what is read is sent and read again the same; any text comes back.
#![no_main]

use comeback::share::{
    Answer, Known, LONGEST_TEXT, Place, answer_in, attach, place_in, review_from, review_in, task_in,
};
use libfuzzer_sys::fuzz_target;

const ALL: Known = Known { question: |_| true, criterion: |_| true };

fuzz_target!(|text: &str| {
    if let Some(Place::Question(id) | Place::Guide(id) | Place::Sample(id)) = place_in(text) {
        assert!(id.chars().count() <= 64, "{text:?}");
    }
    if let Some(link) = task_in(text, ALL) {
        assert!(link.task.look().questions.len() <= 3, "{text:?}");
        let task = link.task.accepted();
        if let Ok(fragment) = task.fragment() {
            assert_eq!(task_in(&fragment, ALL).map(|link| link.task.accepted()), Some(task), "{text:?}");
        }
    }
    if let Some(Ok(received)) = answer_in(text, ALL) {
        assert!(received.content.look().text.len() <= LONGEST_TEXT, "{text:?}");
    }
    let by_link = review_in(text, ALL).and_then(Result::ok);
    for received in by_link.into_iter().chain(review_from(text, ALL).ok()) {
        let review = received.content.accepted();
        for (bytes, _) in attach(&review.comments, text).placed {
            assert!(text.get(bytes.clone()).is_some_and(|words| !words.is_empty()), "{bytes:?} in {text:?}");
        }
        if let Ok(file) = review.to_json() {
            assert_eq!(review_from(&file, ALL).map(|again| again.content.accepted()), Ok(review), "{text:?}");
        }
    }
    // Most texts are no link; every text is an answer.
    let answer = Answer { question: "regret".into(), text: text.into() };
    if let Ok(fragment) = answer.fragment() {
        let again = answer_in(&fragment, ALL).and_then(Result::ok).map(|received| received.content.accepted());
        assert_eq!(again, Some(answer));
    }
});
