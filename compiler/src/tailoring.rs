//! Values, interviewers and types of failure: what they listen for, and how a lesson is tied to them.

use crate::problem::{Problems, check};
use crate::source::{self, Tree};
use serde::{Deserialize, Serialize};

const FILE: &str = "tailoring.toml";
/// Most words of an example.
const EXAMPLE_WORDS: usize = 60;
/// Most characters of the advice on a type of failure.
const ADVICE: usize = 200;

/// The whole file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is described where the page reads it: src/library.rs")]
pub struct Tailoring {
    #[serde(default, rename = "value")]
    pub values: Vec<Angle>,
    #[serde(default, rename = "interviewer")]
    pub interviewers: Vec<Angle>,
    #[serde(default, rename = "failure-type")]
    pub failure_types: Vec<FailureType>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "as above")]
pub struct Angle {
    pub id: String,
    pub name: String,
    pub listens: String,
    pub stem: String,
    pub words: Vec<String>,
    pub example: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "as above")]
pub struct FailureType {
    pub id: String,
    pub name: String,
    pub advice: String,
    pub example: String,
}

/// Reads the file.
pub fn read(problems: &mut Problems, tree: &Tree) -> Tailoring {
    let file = source::required::<Tailoring>(problems, tree, FILE).unwrap_or_default();
    let mut ids = vec![];
    let mut id = |problems: &mut Problems, table: &str, id: &str| {
        check::id(problems, FILE, id, false);
        if ids.contains(&(table.to_owned(), id.to_owned())) {
            problems.add(FILE, format!("{table} {id}"), "the id is taken", "Choose another");
        }
        ids.push((table.to_owned(), id.to_owned()));
    };
    for (table, angles) in [("value", &file.values), ("interviewer", &file.interviewers)] {
        for angle in angles {
            let field = |name: &str| format!("{table} {} · {name}", angle.id);
            id(problems, table, &angle.id);
            check::name(problems, FILE, &field("name"), &angle.name);
            check::message(problems, FILE, &field("listens"), &angle.listens);
            check::text(problems, FILE, &field("stem"), &angle.stem);
            check::stem(problems, FILE, &field("stem"), &angle.stem);
            check::speech(problems, FILE, &field("example"), &angle.example, EXAMPLE_WORDS);
            if angle.words.len() < 6 {
                let reason = format!("{} entries", angle.words.len());
                problems.add(FILE, field("words"), reason, "Write at least 6 words that show it in an answer");
            }
            for word in angle.words.iter().filter(|word| **word != word.to_lowercase() || word.trim().is_empty()) {
                problems.add(FILE, field("words"), format!("\"{word}\" never matches"), "Write it in lower case");
            }
        }
    }
    for kind in &file.failure_types {
        let field = |name: &str| format!("failure-type {} · {name}", kind.id);
        id(problems, "failure-type", &kind.id);
        check::name(problems, FILE, &field("name"), &kind.name);
        check::paragraph(problems, FILE, &field("advice"), &kind.advice, ADVICE);
        if kind.advice.chars().count() > ADVICE {
            problems.add(FILE, field("advice"), "it is too long", format!("Shorten it to {ADVICE} characters"));
        }
        check::message(problems, FILE, &field("example"), &kind.example);
    }
    file
}
