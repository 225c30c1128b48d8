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
    let mut broken = vec![];
    for source in &sources {
        rules::ALL.iter().for_each(|rule| rule(source, &mut broken));
        rules::words_stay_in_content(source, &texts(), &mut broken);
        rules::scripts_decide_nothing(source, &names(), &mut broken);
    }
    assert!(broken.is_empty(), "\n{}", broken.iter().map(told).collect::<String>());
}

fn told(Broken { place: (path, line), what, rule }: &Broken) -> String {
    format!("{path}:{line}: {what}\n    {rule}.\n")
}

/// What a person reads, from content/.
fn texts() -> Vec<&'static str> {
    let mut texts = vec![];
    for question in QUESTIONS {
        texts.extend([question.prompt, question.listens, question.why]);
        texts.extend([question.rephrasings, question.dos, question.avoids, question.probes].concat());
    }
    for criterion in RUBRIC.criteria {
        texts.push(criterion.missing);
        texts.extend(criterion.anchors.iter().map(|anchor| anchor.text));
    }
    texts.extend(RUBRIC.kinds.iter().flat_map(|kind| [kind.says, kind.then, kind.stem]));
    texts.extend(RUBRIC.steps.iter().flat_map(|step| [step.text, step.stem]));
    texts.retain(|text| text.len() >= SHORTEST_TEXT);
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
