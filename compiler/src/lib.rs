//! Turns `content/` into Rust statics, refuses what is wrong with it, and proves every example on the way.
//!
//! ```text
//! content/*.toml -> source (text) -> words, cues, criteria, … (checked) -> Loaded -> proof -> emit -> Rust
//! ```
//!
//! [`load`] gives the rubric to native tests and tools; [`compile`] is what the build script calls. What is loaded
//! lives as long as the program: the engine reads `&'static` tables, and a build or a test loads them once.

mod calibration;
mod criteria;
mod cues;
mod emit;
mod families;
mod findings;
mod frame_test;
mod guides;
mod index;
mod inflect;
mod layout;
mod learned;
mod lexicon;
mod library;
mod pattern;
mod probes;
pub mod problem;
mod profiles;
pub mod proof;
mod questions;
pub mod readability;
pub mod said;
mod samples;
pub mod source;
mod steps;
mod tailoring;

use comeback_engine::Rubric;
use comeback_engine::learned::{HEARD, STRENGTHS};
pub use criteria::Asks;
pub use emit::emit;
pub use families::Family;
pub use library::{library, library_name};
pub use problem::Problem;
use problem::Problems;
pub use questions::Question;
use source::Tree;
use std::collections::BTreeMap;
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
    /// The families of questions, in the order in which they are listed.
    pub families: Vec<Family>,
    /// What becomes the library.
    pub shelf: Shelf,
    /// What each file's texts ask of a reader.
    pub readability: BTreeMap<String, readability::Counts>,
}

/// What becomes the library: the page fetches it once it has started.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "each is described where the page reads it: src/library.rs")]
pub struct Shelf {
    pub details: Vec<questions::Details>,
    pub guides: Vec<guides::Guide>,
    pub tailoring: tailoring::Tailoring,
    pub samples: Vec<samples::Sample>,
    pub calibration: Vec<calibration::Calibrated>,
    pub probes: Vec<Vec<String>>,
    pub synonyms: index::Synonyms,
    /// Five of the first criterion, five of the next, and so on.
    pub asks: Vec<criteria::Asks>,
}

/// What a build writes.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// Rust source for the page.
    pub code: String,
    /// The library, and the name of its file.
    pub library: String,
    /// As above.
    pub library_name: String,
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
    let families = families::read(&mut problems, tree);
    let profiles = profiles::read(&mut problems, tree);
    let tailoring = tailoring::read(&mut problems, tree);
    let failure_types = tailoring.failure_types.iter().map(|kind| kind.id.as_str()).collect();
    let known = questions::Known { profiles: &profiles, families: &families, failure_types };
    let (questions, details) = questions::read(&mut problems, tree, &known);
    let ids: Vec<&str> = questions.iter().map(|question| question.id).collect();
    let (kinds, shown) = findings::read(&mut problems, tree, &ids);
    let home = kinds.iter().map(|kind| (kind.signal, kind.criterion)).collect();
    let drafts = cues::read(&mut problems, tree, &mut words, &home, &ids);
    let tables = words.tables(&mut problems);
    let patterns = cues::layout(&mut problems, &drafts, &tables);
    let mut criteria = criteria::read(&mut problems, tree);
    let caps = criteria::read_caps(&mut problems, tree);
    let steps = steps::read(&mut problems, tree);
    let probes = probes::read(&mut problems, tree);
    let guides = guides::read(&mut problems, tree, &ids);
    let mut samples = samples::read(&mut problems, tree, &questions);
    let calibration = calibration::read(&mut problems, tree, &samples);
    let synonyms = index::read(&mut problems, tree);
    said::check(&mut problems, tree);
    let readability = said::counts(problems.said());
    let learned = learned::read(&mut problems, tree, &tables, &mut criteria);
    problems.into_result()?;
    let Some(patterns) = patterns else { return Err(vec![]) };
    let heard = learned::cues(&kinds);
    let rubric = Rubric {
        lexicon: tables.lexicon,
        cues: drafts.iter().map(|draft| draft.cue).chain(heard).collect::<Vec<_>>().leak(),
        patterns,
        criteria: criteria.iter().map(|read| read.spec).collect::<Vec<_>>().leak(),
        caps: caps.leak(),
        kinds: kinds.leak(),
        steps: steps.leak(),
        learned,
        samples: samples::marks(&samples).leak(),
    };
    for sample in &mut samples {
        sample.set_parts(&rubric);
        let question = questions.iter().find(|question| question.id == sample.question);
        question.into_iter().for_each(|question| sample.set_levels(&rubric, &question.profile));
    }
    let ids = drafts.iter().map(|draft| draft.id.clone());
    let ids = ids.chain(HEARD.iter().take(STRENGTHS).map(|strength| format!("learned.{}", strength.name())));
    let cue_ids: Vec<&'static str> = ids.map(|id| &*id.leak()).collect();
    let examples = proof::lines(&drafts, &shown);
    let asks = criteria.into_iter().flat_map(|read| read.asks).collect();
    let shelf = Shelf { details, guides, tailoring, samples, calibration, probes, synonyms, asks };
    Ok(Loaded { rubric, questions: questions.leak(), cue_ids: cue_ids.leak(), examples, families, shelf, readability })
}

/// Checks, proves and emits: what the build script writes. Errors: every problem found, sorted.
pub fn compile(dir: &Path) -> Result<Compiled, Vec<Problem>> {
    let loaded = load(dir)?;
    // Nothing can be proved before anything was learned: training starts from such a build.
    let failed = if loaded.rubric.learned.plain.is_empty() { vec![] } else { proof::prove(&loaded) };
    if !failed.is_empty() {
        return Err(failed);
    }
    let library = library(&loaded);
    let library_name = library_name(&library);
    Ok(Compiled { code: emit(&loaded, &library_name), library, library_name })
}

/// Every file has a place; one that nothing reads would be forgotten in silence.
fn check_places(problems: &mut Problems, tree: &Tree) {
    let single = [
        "bans.toml",
        "calibration.toml",
        "families.toml",
        "search.toml",
        "tailoring.toml",
        "rubric/probes.toml",
        "rubric/criteria.toml",
        "rubric/caps.toml",
        "rubric/findings.toml",
        "rubric/steps.toml",
        "rubric/learned.toml",
    ];
    let folders = ["guides/", "profiles/", "questions/", "samples/", "rubric/words/", "rubric/cues/"];
    for file in tree.keys() {
        if !single.contains(&file.as_str()) && !folders.iter().any(|folder| file.starts_with(folder)) {
            problems.add(file, "file", "nothing reads this file", "See content/README.md for where things belong");
        }
    }
}
