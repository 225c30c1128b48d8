//! The library: what the page fetches once it has started, as one JSON text. `src/library.rs` reads it.

use crate::Loaded;
use crate::calibration::Calibrated;
use crate::criteria::Asks;
use crate::guides::Guide;
use crate::index::{self, Entry};
use crate::questions::Details;
use crate::samples::Sample;
use crate::tailoring::{Angle, FailureType};
use serde::Serialize;

#[derive(Serialize)]
struct Library<'a> {
    families: Vec<Family<'a>>,
    questions: &'a [Details],
    guides: &'a [Guide],
    values: &'a [Angle],
    interviewers: &'a [Angle],
    failure_types: &'a [FailureType],
    samples: &'a [Sample],
    calibration: &'a [Calibrated],
    probes: &'a [Vec<String>],
    kinds: Vec<Wordings>,
    levels: &'a [Asks],
    steps: Vec<Wordings>,
    terms: Vec<Entry>,
}

/// The wordings of a message after the first, with which the program starts.
#[derive(Serialize)]
struct Wordings {
    says: &'static [&'static str],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    then: &'static [&'static str],
}

impl Wordings {
    fn of(says: &'static [&'static str], then: &'static [&'static str]) -> Wordings {
        let others = |wordings: &'static [&'static str]| wordings.get(1..).unwrap_or(&[]);
        Wordings { says: others(says), then: others(then) }
    }
}

/// The name stands on the first screen already.
#[derive(Serialize)]
struct Family<'a> {
    id: &'a str,
    advice: &'a str,
}

/// The library as compact JSON. Equal content gives equal bytes.
pub fn library(loaded: &Loaded) -> String {
    let shelf = &loaded.shelf;
    let family = |id: &str| loaded.families.iter().find(|family| family.id == id).map_or("", |family| &family.name);
    let questions = loaded.questions.iter().zip(&shelf.details);
    let questions: Vec<_> = questions.map(|(question, details)| (question, details, family(question.family))).collect();
    let rubric = &loaded.rubric;
    let library = Library {
        families: loaded.families.iter().map(|one| Family { id: &one.id, advice: &one.advice }).collect(),
        questions: &shelf.details,
        guides: &shelf.guides,
        values: &shelf.tailoring.values,
        interviewers: &shelf.tailoring.interviewers,
        failure_types: &shelf.tailoring.failure_types,
        samples: &shelf.samples,
        calibration: &shelf.calibration,
        probes: &shelf.probes,
        kinds: rubric.kinds.iter().map(|kind| Wordings::of(kind.says, kind.then)).collect(),
        levels: &shelf.asks,
        steps: rubric.steps.iter().map(|step| Wordings::of(step.says, &[])).collect(),
        terms: index::build(&loaded.rubric.lexicon, &questions, &shelf.synonyms),
    };
    serde_json::to_string(&library).unwrap_or_default()
}

/// The file name of a library: it tells what is in it, so that a browser never mixes two builds.
pub fn library_name(library: &str) -> String {
    let hash = library
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("library-{hash:016x}.json")
}
