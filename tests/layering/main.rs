//! Holds the rules of ARCHITECTURE.md: which part may know which, and what no part may do.
#![cfg(not(target_family = "wasm"))]

mod checks;
mod rules;
mod source;

use std::path::Path;

use comeback::content::{QUESTIONS, RUBRIC};
use comeback_engine::{Criterion, Role, Signal};
use rules::Broken;

/// Shorter texts are words that any code may use.
const SHORTEST_TEXT: usize = 20;

#[test]
fn every_file_keeps_the_rules() {
    let sources = source::all(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(sources.iter().any(|source| source.path == "src/lib.rs"), "the files were not found");
    let library = library();
    let texts = texts(&library);
    let mut broken = vec![];
    for source in &sources {
        rules::ALL.iter().for_each(|rule| rule(source, &mut broken));
        rules::words_stay_in_content(source, &texts, &mut broken);
        rules::scripts_decide_nothing(source, &names(), &mut broken);
    }
    assert!(broken.is_empty(), "\n{}", broken.iter().map(told).collect::<String>());
}

fn told(Broken { place: (path, line), what, rule }: &Broken) -> String {
    format!("{path}:{line}: {what}\n    {rule}.\n")
}

/// What a person reads, from content/.
fn texts(library: &[String]) -> Vec<&str> {
    let mut texts = vec![];
    for question in QUESTIONS {
        texts.extend([question.prompt, question.listens]);
    }
    texts.extend(RUBRIC.criteria.iter().flat_map(|criterion| criterion.anchors).map(|anchor| anchor.text));
    for kind in RUBRIC.kinds {
        texts.extend([kind.says, kind.then, &[kind.stem]].concat());
    }
    for step in RUBRIC.steps {
        texts.extend([step.says, &[step.stem]].concat());
    }
    texts.extend(library.iter().map(String::as_str));
    texts.retain(|text| text.len() >= SHORTEST_TEXT);
    texts
}

/// All texts of the library.
fn library() -> Vec<String> {
    fn gather(value: serde_json::Value, texts: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => texts.push(text),
            serde_json::Value::Array(list) => list.into_iter().for_each(|one| gather(one, texts)),
            serde_json::Value::Object(fields) => fields.into_iter().for_each(|(_, one)| gather(one, texts)),
            _ => {}
        }
    }
    let mut texts = vec![];
    let library = serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/library.json")));
    gather(library.unwrap_or_default(), &mut texts);
    assert!(texts.len() > 1_000, "the library was not read");
    texts
}

/// What is judged, by its names.
fn names() -> Vec<&'static str> {
    let criteria = Criterion::ALL.into_iter().map(Criterion::name);
    let roles = Role::ALL.into_iter().map(Role::name).filter(|name| !["link", "other", "result"].contains(name));
    let signals = Signal::ALL.iter().map(|signal| signal.name()).filter(|name| name.contains('-'));
    let questions = QUESTIONS.iter().map(|question| question.id);
    criteria.chain(roles).chain(signals).chain(questions).collect()
}
