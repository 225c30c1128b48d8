//! The families that questions stand in, in the order of their file.

use crate::problem::{Problems, check};
use crate::source::{self, Tree};
use serde::Deserialize;

const FILE: &str = "families.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamiliesFile {
    family: Vec<Family>,
}

/// A family of questions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// Stable id.
    pub id: String,
    /// As shown.
    pub name: String,
    /// One line of advice.
    pub advice: String,
}

/// Reads all families.
pub fn read(problems: &mut Problems, tree: &Tree) -> Vec<Family> {
    let families = source::required::<FamiliesFile>(problems, tree, FILE).map_or(vec![], |file| file.family);
    for (at, family) in families.iter().enumerate() {
        let field = |name: &str| format!("family {} · {name}", family.id);
        check::id(problems, FILE, &family.id, false);
        check::name(problems, FILE, &field("name"), &family.name);
        check::message(problems, FILE, &field("advice"), &family.advice);
        if families.iter().take(at).any(|other| other.id == family.id) {
            problems.add(FILE, field("id"), "the id is taken", "Choose another, or join the two");
        }
    }
    families
}
