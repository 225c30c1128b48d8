//! Turns `content/` into Rust statics, refuses what is wrong with it, and proves every example on the way.
//!
//! ```text
//! content/*.toml -> source (text) -> words, cues, criteria, … (checked) -> Loaded -> proof -> emit -> Rust
//! ```
//!
//! [`load`] gives the rubric to native tests and tools; [`compile`] is what the build script calls. What is loaded
//! lives as long as the program: the engine reads `&'static` tables, and a build or a test loads them once.

mod criteria;
mod cues;
mod emit;
mod findings;
mod frame_test;
mod inflect;
mod layout;
mod learned;
mod lexicon;
mod pattern;
pub mod problem;
pub mod proof;
mod questions;
pub mod source;
mod steps;

use comeback_engine::Rubric;
use comeback_engine::learned::{HEARD, STRENGTHS};
pub use emit::emit;
pub use problem::Problem;
use problem::Problems;
pub use questions::Question;
use source::Tree;
use std::path::Path;

/// The content, checked and ready for the engine.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Everything the engine judges with.
    pub rubric: Rubric,
    /// All questions, in the order in which they are listed.
    pub questions: &'static [Question],
    /// Stable id of each cue, in the order of `rubric.cues`.
    pub cue_ids: &'static [&'static str],
    /// The examples that must hold.
    pub examples: Vec<proof::Line>,
}

impl Loaded {
    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&'static Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

/// Reads and checks a content directory, without proving its examples. Errors: every problem found, sorted.
pub fn load(dir: &Path) -> Result<Loaded, Vec<Problem>> {
    load_tree(&source::read(dir)?)
}

/// As [`load`], from texts in memory.
pub fn load_tree(tree: &Tree) -> Result<Loaded, Vec<Problem>> {
    let mut problems = Problems::default();
    check_places(&mut problems, tree);
    let mut words = lexicon::Words::read(&mut problems, tree);
    let questions = questions::read(&mut problems, tree);
    let ids: Vec<&str> = questions.iter().map(|question| question.id).collect();
    let (kinds, shown) = findings::read(&mut problems, tree, &ids);
    let home = kinds.iter().map(|kind| (kind.signal, kind.criterion)).collect();
    let drafts = cues::read(&mut problems, tree, &mut words, &home, &ids);
    let tables = words.tables(&mut problems);
    let patterns = cues::layout(&mut problems, &drafts, &tables);
    let mut criteria = criteria::read(&mut problems, tree);
    let caps = criteria::read_caps(&mut problems, tree);
    let steps = steps::read(&mut problems, tree);
    let learned = learned::read(&mut problems, tree, &tables, &mut criteria);
    problems.into_result()?;
    let Some(patterns) = patterns else { return Err(vec![]) };
    let heard = learned::cues(&kinds);
    let rubric = Rubric {
        lexicon: tables.lexicon,
        cues: drafts.iter().map(|draft| draft.cue).chain(heard).collect::<Vec<_>>().leak(),
        patterns,
        criteria: criteria.into_iter().map(|(spec, _)| spec).collect::<Vec<_>>().leak(),
        caps: caps.leak(),
        kinds: kinds.leak(),
        steps: steps.leak(),
        learned,
        samples: &[],
    };
    let ids = drafts.iter().map(|draft| draft.id.clone());
    let ids = ids.chain(HEARD.iter().take(STRENGTHS).map(|strength| format!("learned.{}", strength.name())));
    let cue_ids: Vec<&'static str> = ids.map(|id| &*id.leak()).collect();
    let examples = proof::lines(&drafts, &shown);
    Ok(Loaded { rubric, questions: questions.leak(), cue_ids: cue_ids.leak(), examples })
}

/// Checks, proves and emits: what the build script writes. Errors: every problem found, sorted.
pub fn compile(dir: &Path) -> Result<String, Vec<Problem>> {
    let loaded = load(dir)?;
    // Nothing can be proved before anything was learned: training starts from such a build.
    let failed = if loaded.rubric.learned.plain.is_empty() { vec![] } else { proof::prove(&loaded) };
    if failed.is_empty() { Ok(emit(&loaded)) } else { Err(failed) }
}

/// Every file has a place; one that nothing reads would be forgotten in silence.
fn check_places(problems: &mut Problems, tree: &Tree) {
    let single = [
        "rubric/criteria.toml",
        "rubric/caps.toml",
        "rubric/findings.toml",
        "rubric/steps.toml",
        "rubric/learned.toml",
    ];
    let folders = ["questions/", "rubric/words/", "rubric/cues/"];
    for file in tree.keys() {
        if !single.contains(&file.as_str()) && !folders.iter().any(|folder| file.starts_with(folder)) {
            problems.add(file, "file", "nothing reads this file", "See content/README.md for where things belong");
        }
    }
}
