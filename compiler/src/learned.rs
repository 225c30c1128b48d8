//! The weights that were learned: names to numbers, and packed.

use crate::criteria::Read;
use crate::lexicon::Tables;
use crate::problem::Problems;
use crate::source::{self, Tree};
use comeback_engine::Signal;
use comeback_engine::learned::features::{COUNT, name};
use comeback_engine::learned::packed::{self, Packed, Row};
use comeback_engine::learned::{HEARD, OUTPUTS, STRENGTHS, Weights};
use comeback_engine::points;
use comeback_engine::rubric::{Cue, FrameTest, KindSpec, Points};
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
    /// By word at the start of the clause.
    #[serde(default)]
    first: BTreeMap<String, Vec<i8>>,
    /// Role to role.
    #[serde(default)]
    follows: Vec<[i8; 10]>,
    /// By criterion.
    #[serde(default)]
    points: BTreeMap<String, PointsText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PointsText {
    /// The least sums for levels 2 to 5.
    from: [i32; 4],
    /// By measure.
    weights: BTreeMap<String, i8>,
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
    HEARD.iter().take(STRENGTHS).filter_map(of).map(cue).collect()
}

/// The measures that may raise a criterion, and those that may lower it.
#[derive(Debug, Default)]
pub struct Counts {
    /// Numbers of [`points`].
    pub raises: Vec<u8>,
    /// Likewise.
    pub lowers: Vec<u8>,
}

fn read_points(problems: &mut Problems, criterion: &str, text: &PointsText, counts: &Counts) -> Points {
    let mut weights = vec![];
    for (name, &weight) in &text.weights {
        let side = if weight > 0 { &counts.raises } else { &counts.lowers };
        match side.iter().find(|measure| points::name(**measure) == *name) {
            Some(&measure) => weights.push((measure, weight)),
            None => {
                let reason = "rubric/criteria.toml does not let it count this way";
                problems.add(FILE, format!("points.{criterion}.{name}"), reason, MEND);
            }
        }
    }
    weights.sort_unstable();
    Points { weights: weights.leak(), from: text.from }
}

/// Reads the weights. An empty file is all zeros: what training starts from.
/// `criteria` get the points that were learned for them.
pub fn read(problems: &mut Problems, tree: &Tree, tables: &Tables, criteria: &mut [Read]) -> Weights {
    let file = source::required::<LearnedFile>(problems, tree, FILE).unwrap_or_default();
    for Read { spec, counts, .. } in criteria {
        if let Some(text) = file.points.get(spec.id.name()) {
            spec.points = read_points(problems, spec.id.name(), text, counts);
        }
    }
    let numbers: BTreeMap<String, usize> = (0..COUNT).map(|one| (name(one), one)).collect();
    let mut plain = vec![0; if file.plain.is_empty() { 0 } else { COUNT * OUTPUTS }];
    for (name, row) in &file.plain {
        let slot = numbers.get(name).and_then(|one| plain.get_mut(one * OUTPUTS..(one + 1) * OUTPUTS));
        match slot.filter(|_| row.len() == OUTPUTS) {
            Some(slot) => slot.copy_from_slice(row),
            None => problems.add(FILE, format!("trait.{name}"), "there is no such trait, or a weight too few", MEND),
        }
    }
    let mut rows: BTreeMap<u16, Row> = BTreeMap::new();
    let places = [("clause", &file.clause), ("sentence", &file.sentence), ("first", &file.first)];
    for ((field, words), first) in places.into_iter().zip((0..).step_by(OUTPUTS)) {
        for (word, row) in words {
            let Some(&lemma) = tables.numbers.get(word).filter(|_| row.len() == OUTPUTS) else {
                problems.add(FILE, format!("{field}.{word}"), "no word list has it, or a weight is too few", MEND);
                continue;
            };
            let weights = row.iter().enumerate().filter(|(_, weight)| **weight != 0);
            rows.entry(lemma).or_default().extend(weights.map(|(at, weight)| ((first + at) as u8, *weight)));
        }
    }
    let Packed { words, codes, weights } = packed::pack(&rows);
    if codes.len() > usize::from(u16::MAX) {
        problems.add(FILE, "all words", "more weights than the engine can address", "Train with fewer words");
    }
    let mut follows = [[0; 10]; 10];
    follows.iter_mut().zip(&file.follows).for_each(|(to, from)| *to = *from);
    Weights { plain: plain.leak(), words: words.leak(), codes: codes.leak(), weights: weights.leak(), follows }
}
