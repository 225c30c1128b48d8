//! The library as the compiler writes it and as the page reads it: nothing is lost on the way, and what is broken is
//! nothing at all.
#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use comeback::content::{FAMILIES, LIBRARY, QUESTIONS, RUBRIC};
use comeback::library::{Guide, Library};
use comeback::ui::find::find;
use comeback_engine::Role;
use serde_json::Value;

const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/library.json"));

fn library() -> Library {
    Library::parse(TEXT).expect("the library that this build wrote")
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn everything_the_compiler_writes_is_read() {
    let (read, written) = (library(), serde_json::from_str::<Value>(TEXT).unwrap());
    let of = |name: &str| written[name].as_array().map_or(0, Vec::len);
    let lengths = [read.families().len(), read.questions().len(), read.guides().len(), read.values().len()];
    assert_eq!(lengths, [of("families"), of("questions"), of("guides"), of("values")]);
    let lengths =
        [read.interviewers().len(), read.failure_types().len(), read.samples().len(), read.calibration().len()];
    assert_eq!(lengths, [of("interviewers"), of("failure_types"), of("samples"), of("calibration")]);
    assert_eq!([read.probes().len(), read.terms.len()], [of("probes"), of("terms")]);
    for (details, json) in read.questions().zip(written["questions"].as_array().unwrap()) {
        assert_eq!(Some(details.why()), json["why"].as_str());
        let lists = [details.rephrasings(), details.dos(), details.avoids(), details.probes(), details.related()];
        for (list, name) in lists.into_iter().zip(["rephrasings", "dos", "avoids", "probes", "related"]) {
            assert_eq!(list.collect::<Vec<_>>(), strings(&json[name]), "{} of {}", name, details.id());
        }
    }
    for (guide, json) in read.guides().zip(written["guides"].as_array().unwrap()) {
        assert_eq!(guide.helps().collect::<Vec<_>>(), strings(&json["helps"]));
        let of = |name: &str| json[name].as_array().map_or(0, Vec::len);
        assert_eq!([guide.sections().len(), guide.pairs().len()], [of("sections"), of("pairs")], "{}", guide.id());
    }
}

#[test]
fn every_message_has_three_wordings_or_more_between_program_and_library() {
    let library = library();
    assert_eq!([library.kinds().len(), library.steps().len()], [RUBRIC.kinds.len(), RUBRIC.steps.len()]);
    for (kind, more) in RUBRIC.kinds.iter().zip(library.kinds()) {
        assert!(kind.says.len() == 1 && more.says().len() >= 2, "{}", kind.signal.name());
        assert_eq!(more.then().len() + kind.then.len(), if kind.then.is_empty() { 0 } else { more.says().len() + 1 });
    }
    for (step, more) in RUBRIC.steps.iter().zip(library.steps()) {
        assert!(step.says.len() == 1 && more.says().len() >= 2, "{:?}", step.says);
    }
    assert_eq!(library.levels().len(), RUBRIC.criteria.len() * 5);
    assert!(library.levels().all(|level| level.says().len() >= 3 && level.stem().contains('…')));
}

#[test]
fn details_and_families_stand_in_the_order_of_the_questions() {
    let library = library();
    let ids: Vec<&str> = library.questions().map(|details| details.id()).collect();
    assert_eq!(ids, QUESTIONS.iter().map(|question| question.id).collect::<Vec<_>>());
    let ids: Vec<&str> = library.families().map(|family| family.id()).collect();
    assert_eq!(ids, FAMILIES.iter().map(|family| family.id).collect::<Vec<_>>());
    assert!(QUESTIONS.iter().all(|question| library.details(question.id).is_some_and(|one| one.id() == question.id)));
}

#[test]
fn a_sample_is_cut_into_its_sentences() {
    for sample in library().samples() {
        assert!(sample.parts().len() > 0, "{}", sample.id());
        let mut rest = 0;
        for part in sample.parts() {
            let (start, end) = (part.start as usize, part.end as usize);
            assert!(sample.text()[rest..start].trim().is_empty(), "{}", sample.id());
            rest = end;
        }
        assert!(sample.text()[rest..].trim().is_empty(), "{}", sample.id());
        assert!(sample.parts().any(|part| part.role != Role::Other), "{}", sample.id());
    }
}

#[test]
fn a_broken_file_is_no_library() {
    for text in ["", "{}x", "[]", "null", "{\"families\":1}", "{\"samples\":[{\"text\":\"a\",\"parts\":[[0,9,1]]}]}"] {
        assert_eq!(Library::parse(text), None, "{text}");
    }
    let ends = (0..TEXT.len()).step_by(997).filter(|end| TEXT.is_char_boundary(*end));
    assert!(ends.into_iter().all(|end| Library::parse(&TEXT[..end]).is_none()));
    assert_eq!(Library::parse(&TEXT.replacen("\"parts\":[[0,", "\"parts\":[[9999999,", 1)), None);
}

#[test]
fn the_fittest_guide_comes_first() {
    let library = library();
    for guide in library.guides() {
        // No other guide may put more weight on it.
        let place = |one: Guide, id: &str| one.helps().position(|helped| helped == id).unwrap_or(usize::MAX);
        let led = |id: &str| library.guide_for(id).is_some_and(|one| place(one, id) <= place(guide, id));
        assert!(guide.helps().all(led), "{}", guide.id());
    }
    assert_eq!(library.guide_for("blame").map(|guide| guide.id()), Some("mistakes-to-avoid"));
    assert_eq!(library.guide_for("no-such-thing"), None);
}

#[test]
fn the_name_tells_what_is_in_the_file() {
    assert_eq!(LIBRARY, comeback_compiler::library_name(TEXT));
    assert!(LIBRARY.starts_with("library-") && LIBRARY.ends_with(".json") && LIBRARY.len() == 29, "{LIBRARY}");
}

#[track_caller]
fn finds(query: &str, id: &str) {
    let found = find(&library().terms, &RUBRIC.lexicon, query, QUESTIONS.len());
    let ids: Vec<&str> =
        found.iter().take(if query.is_empty() { QUESTIONS.len() } else { 12 }).map(|&at| QUESTIONS[at].id).collect();
    assert!(ids.contains(&id), "{query:?} finds {ids:?}");
}

#[test]
fn people_find_questions_in_their_own_words() {
    finds("messed up", "biggest-mistake");
    finds("I messed up", "recent-mistake");
    finds("weak point", "weakness");
    finds("boss", "last-manager");
    finds("argument with a coworker", "conflict");
    finds("stress", "handle-pressure");
    finds("fired", "lost-job");
    finds("too late", "missed-deadline");
    finds("bug in prod", "broke-production");
    finds("", "office-handover");
}

#[test]
fn every_question_is_found_by_its_prompt_and_its_words() {
    for question in QUESTIONS {
        let found = find(&library().terms, &RUBRIC.lexicon, question.prompt, QUESTIONS.len());
        let place = found.iter().position(|&at| QUESTIONS[at].id == question.id);
        assert!(place.is_some_and(|place| place < 3), "{}: {place:?}", question.prompt);
    }
}
