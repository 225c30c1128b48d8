//! The weights that were learned: names to numbers, and packed.

use crate::lexicon::Tables;
use crate::problem::Problems;
use crate::source::{self, Tree};
use comeback_engine::Signal;
use comeback_engine::learned::features::{COUNT, name};
use comeback_engine::learned::{HEARD, OUTPUTS, Weights};
use comeback_engine::rubric::{Cue, FrameTest, KindSpec};
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "rubric/learned.toml";
const MEND: &str = "Empty the file and train again: cargo run --release --example train";

/// The file as the training writes it: rows of weights by name, one weight for each output.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LearnedFile {
    /// By trait.
    #[serde(default, rename = "trait")]
    plain: BTreeMap<String, Vec<i8>>,
    /// By word in the clause.
    #[serde(default)]
    clause: BTreeMap<String, Vec<i8>>,
    /// By word in the sentence.
    #[serde(default)]
    sentence: BTreeMap<String, Vec<i8>>,
    /// Role to role.
    #[serde(default)]
    follows: Vec<[i8; 10]>,
}

/// The cues that stand for what was learned, one for each strength; no pattern finds them.
pub fn cues(kinds: &[KindSpec]) -> Vec<Cue> {
    let any = FrameTest { subject: 0, tense: 0, modality: 0, polarity: 0, voice: 0, speaker: 0, habit: 0 };
    let of = |signal: &Signal| kinds.iter().find(|kind| kind.signal == *signal);
    let cue = |kind: &KindSpec| Cue {
        signal: kind.signal,
        criterion: kind.criterion,
        frame: any,
        cap: 9,
        unless: 0,
        alone: false,
    };
    HEARD.iter().filter_map(of).map(cue).collect()
}

/// Reads the weights. An empty file is all zeros: what training starts from.
pub fn read(problems: &mut Problems, tree: &Tree, tables: &Tables) -> Weights {
    let file = source::required::<LearnedFile>(problems, tree, FILE).unwrap_or_default();
    let numbers: BTreeMap<String, usize> = (0..COUNT).map(|one| (name(one), one)).collect();
    let mut plain = vec![0; if file.plain.is_empty() { 0 } else { COUNT * OUTPUTS }];
    for (name, row) in &file.plain {
        let slot = numbers.get(name).and_then(|one| plain.get_mut(one * OUTPUTS..(one + 1) * OUTPUTS));
        match slot.filter(|_| row.len() == OUTPUTS) {
            Some(slot) => slot.copy_from_slice(row),
            None => problems.add(FILE, format!("trait.{name}"), "there is no such trait, or a weight too few", MEND),
        }
    }
    let mut by_lemma: BTreeMap<u16, Vec<u8>> = BTreeMap::new();
    for (field, words, first) in [("clause", &file.clause, 0), ("sentence", &file.sentence, OUTPUTS)] {
        for (word, row) in words {
            let Some(&lemma) = tables.numbers.get(word).filter(|_| row.len() == OUTPUTS) else {
                problems.add(FILE, format!("{field}.{word}"), "no word list has it, or a weight is too few", MEND);
                continue;
            };
            let weights = row.iter().enumerate().filter(|(_, weight)| **weight != 0);
            by_lemma
                .entry(lemma)
                .or_default()
                .extend(weights.flat_map(|(at, weight)| [(first + at) as u8, *weight as u8]));
        }
    }
    let mut words = vec![];
    let mut last = 0;
    for (lemma, weights) in by_lemma.iter().filter(|(_, weights)| !weights.is_empty()) {
        let mut step = lemma - last;
        while step >= 255 {
            words.push(255);
            step -= 255;
        }
        words.extend([step as u8, (weights.len() / 2) as u8]);
        words.extend(weights);
        last = *lemma;
    }
    if words.len() > usize::from(u16::MAX) {
        problems.add(FILE, "all words", "more weights than the engine can address", "Train with fewer words");
    }
    let mut follows = [[0; 10]; 10];
    follows.iter_mut().zip(&file.follows).for_each(|(to, from)| *to = *from);
    Weights { plain: plain.leak(), words: words.leak(), follows }
}
