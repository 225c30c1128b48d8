//! What is said to readers, checked as a whole: no banned word, nothing said twice, nothing that is hard to read.

use crate::problem::{As, Problems, Said};
use crate::readability::Counts;
use crate::source::{self, Tree};
use serde::Deserialize;
use std::collections::BTreeMap;

const BANS: &str = "bans.toml";

/// The highest grade that a file may have, tenths: somebody with eight years of school reads it.
const HARDEST: i32 = 80;

/// Words from which on a file has a grade that means anything.
const FEWEST_WORDS: u32 = 40;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct BansFile {
    #[serde(default)]
    ban: Vec<Ban>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ban {
    /// Words and phrases, lower case; they match as whole words.
    #[serde(default)]
    words: Vec<String>,
    /// Signs that match wherever they stand.
    #[serde(default)]
    signs: Vec<String>,
    /// What to write in their place.
    mend: String,
}

/// Checks everything that was noted so far.
pub fn check(problems: &mut Problems, tree: &Tree) {
    let bans = source::required::<BansFile>(problems, tree, BANS).unwrap_or_default();
    let said = problems.said().to_vec();
    for one in said.iter().filter(|one| one.as_what != As::Speech) {
        for (found, mend) in banned(&bans, &one.text) {
            problems.add(&one.file, &one.field, format!("\"{}\" holds \"{found}\"", one.text), mend);
        }
    }
    let mut seen = BTreeMap::new();
    for one in said.iter().filter(|one| matches!(one.as_what, As::Text | As::Speech) && !one.text.is_empty()) {
        if let Some((file, field)) = seen.insert(one.text.as_str(), (one.file.as_str(), one.field.as_str())) {
            let reason = format!("\"{}\" is also said in {file} · {field}", one.text);
            problems.add(&one.file, &one.field, reason, "Say it in other words here, or there");
        }
    }
    for (file, counts) in counts(&said) {
        if counts.words >= FEWEST_WORDS && counts.grade() > HARDEST {
            let reason = format!("its texts ask for grade {}", tenths(counts.grade()));
            let mend = format!("Shorter sentences and plainer words, down to {}", tenths(HARDEST));
            problems.add(&file, "all texts", reason, mend);
        }
    }
}

/// For each file what its texts ask of a reader, names and stems left out.
pub fn counts(said: &[Said]) -> BTreeMap<String, Counts> {
    let mut files = BTreeMap::<String, Counts>::new();
    for one in said.iter().filter(|one| matches!(one.as_what, As::Text | As::Speech)) {
        let counts = files.entry(one.file.clone()).or_default();
        *counts = counts.and(Counts::of(&one.text));
    }
    files
}

/// 62 tenths as "6.2".
pub fn tenths(number: i32) -> String {
    format!("{}.{}", number.div_euclid(10), number.rem_euclid(10))
}

fn banned<'b>(bans: &'b BansFile, text: &str) -> Vec<(&'b str, &'b str)> {
    let written = text;
    let text = text.to_lowercase().replace('’', "'");
    let inside = |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric());
    let word = |word: &String| {
        text.match_indices(word.as_str()).any(|(at, _)| {
            let (before, after) = (text.get(..at), text.get(at + word.len()..));
            !inside(before.and_then(|text| text.chars().next_back()))
                && !inside(after.and_then(|text| text.chars().next()))
        })
    };
    let mut found = vec![];
    for ban in &bans.ban {
        found.extend(ban.words.iter().filter(|one| word(one)).map(|one| (one.as_str(), ban.mend.as_str())));
        let signs = ban.signs.iter().filter(|sign| written.contains(sign.as_str()));
        found.extend(signs.map(|sign| (sign.as_str(), ban.mend.as_str())));
    }
    found
}
