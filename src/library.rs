//! The library: what the page fetches once it has started. It says more about each question, and holds guides, sample
//! answers, and the index in which questions are searched. `compiler/src/library.rs` writes it; this is its typed view.
//!
//! To add a field: add it here and to the compiler's side; the round trip in `tests/library.rs` holds the two together.

mod parse;
mod read;

use comeback_engine::Role;

use crate::store::json;
use read::Read;

/// Everything in it, in the order of content.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Advice for each family of questions.
    pub families: Vec<Family>,
    /// What is said about each question, in the order of [`crate::content::QUESTIONS`].
    pub questions: Vec<Details>,
    /// The guides, first one first.
    pub guides: Vec<Guide>,
    /// What an employer may stand for.
    pub values: Vec<Angle>,
    /// Who may sit on the other side.
    pub interviewers: Vec<Angle>,
    /// Kinds of failure a person may choose from.
    pub failure_types: Vec<FailureType>,
    /// Sample answers.
    pub samples: Vec<Sample>,
    /// Samples with the reason for each level, weakest first.
    pub calibration: Vec<Calibrated>,
    /// Follow-up questions, for each criterion in the order of [`comeback_engine::Criterion::ALL`], plainest first.
    pub probes: Vec<Vec<String>>,
    /// The index, sorted by term.
    pub terms: Vec<Term>,
}

/// Advice for a family of questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// As in [`crate::content::FAMILIES`].
    pub id: String,
    /// One line.
    pub advice: String,
}

/// What is said about a question beside its prompt.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    /// The question.
    pub id: String,
    /// Other wordings of the same question.
    pub rephrasings: Vec<String>,
    /// Why they ask, a sentence or two.
    pub why: String,
    /// What a strong answer does.
    pub dos: Vec<String>,
    /// What to avoid.
    pub avoids: Vec<String>,
    /// What an interviewer may ask next.
    pub probes: Vec<String>,
    /// Ids of questions like it.
    pub related: Vec<String>,
    /// Ids of the failure types it invites.
    pub invites: Vec<String>,
}

/// A guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// Stable id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it gives, a sentence or two.
    pub lead: String,
    /// Criteria, finding kinds and questions from whose place it is reached.
    pub helps: Vec<String>,
    /// Its text.
    pub sections: Vec<Section>,
    /// Lines before and after mending.
    pub pairs: Vec<Pair>,
    /// Where its facts come from.
    pub sources: Vec<Source>,
}

/// One section of a guide; each part may be empty, never text and points both.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// A short paragraph.
    pub text: String,
    /// Points of a list.
    pub points: Vec<String>,
}

/// A line, mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// A thin or harmful line.
    pub before: String,
    /// The same, mended.
    pub after: String,
    /// What the mending does.
    pub why: String,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The fact.
    pub text: String,
    /// An address without `https://`.
    pub address: String,
}

/// A value or an interviewer: somebody's way of listening.
#[derive(Clone, Debug, PartialEq)]
pub struct Angle {
    /// Stable id.
    pub id: String,
    /// As shown.
    pub name: String,
    /// One line on what they listen for.
    pub listens: String,
    /// A sentence stem that ties a lesson to it; its gap is written `…`.
    pub stem: String,
    /// Words and phrases, in lower case, that show it in an answer.
    pub words: Vec<String>,
    /// A sentence or two that do it.
    pub example: String,
}

/// A kind of failure.
#[derive(Clone, Debug, PartialEq)]
pub struct FailureType {
    /// Stable id.
    pub id: String,
    /// As shown.
    pub name: String,
    /// When it fits.
    pub advice: String,
    /// What such a failure is.
    pub example: String,
}

/// A sample answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Stable id.
    pub id: String,
    /// Id of the question it answers.
    pub question: String,
    /// Its heading.
    pub title: String,
    /// The speaker's work, as shown.
    pub profession: String,
    /// The speaker's line of work: health, teaching, trades, …
    pub group: String,
    /// student, early, mid, senior or lead.
    pub seniority: String,
    /// Speaking time it is made for: 20, 60 or 120.
    pub seconds: u32,
    /// `before` is a thin telling, `after` the mended one, `model` stands alone.
    pub kind: String,
    /// For `after`: id of the `before`; else empty.
    pub improves: String,
    /// Levels in the order of [`comeback_engine::Criterion::ALL`]; 0 = not asked.
    pub levels: Vec<u8>,
    /// What a reader can take from it.
    pub learn: String,
    /// The answer.
    pub text: String,
    /// Its sentences with the part that each is, in order.
    pub parts: Vec<Part>,
}

/// A sentence of a sample: half-open bytes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// First byte.
    pub start: u32,
    /// Byte behind the last.
    pub end: u32,
    /// What the sentence is.
    pub role: Role,
}

/// A sample with the reasons for its levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibrated {
    /// Id of the sample.
    pub sample: String,
    /// One line for each criterion, in the order of [`comeback_engine::Criterion::ALL`].
    pub reasons: Vec<String>,
}

/// A term of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// A base form, or a word that the lexicon does not know.
    pub term: String,
    /// (question number, weight): 3 in the prompt, 2 in other wordings, 1 by a synonym.
    pub found: Vec<(u16, u8)>,
}

impl Library {
    /// Reads the library; `None` for a text that is not one, or not of this version of the page.
    pub fn parse(text: &str) -> Option<Library> {
        Library::read(json::parse(text)?)
    }

    /// What is said about a question.
    pub fn details(&self, question: &str) -> Option<&Details> {
        self.questions.iter().find(|details| details.id == question)
    }

    /// The guides that help with a criterion, a kind of finding or a question, by its id; the fittest first.
    pub fn guides_for<'l>(&'l self, id: &str) -> impl Iterator<Item = &'l Guide> {
        let place = |guide: &Guide| guide.helps.iter().position(|helped| helped == id);
        let mut fitting: Vec<(usize, &Guide)> =
            self.guides.iter().filter_map(|guide| Some((place(guide)?, guide))).collect();
        fitting.sort_by_key(|(place, _)| *place);
        fitting.into_iter().map(|(_, guide)| guide)
    }

    /// The guide that helps most with a criterion, a kind of finding or a question.
    pub fn guide_for(&self, id: &str) -> Option<&Guide> {
        self.guides_for(id).next()
    }

    /// The sample with this id.
    pub fn sample(&self, id: &str) -> Option<&Sample> {
        self.samples.iter().find(|sample| sample.id == id)
    }
}
