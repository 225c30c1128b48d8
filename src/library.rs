//! The library: what the page fetches once it has started. It says more about each question, and holds guides, sample
//! answers, and the index in which questions are searched. `compiler/src/library.rs` writes it; these are typed views of
//! its JSON: to read it into types of its own took 5 kB of the first load. A field that is not there is empty.
//!
//! To add a field: add it to `library/shapes.rs` and to the compiler's side; the round trip in `tests/library.rs` holds the
//! two together.

mod shapes;
mod view;

use crate::store::json::{self, Json};
pub use shapes::*;
pub use view::List;
use view::{View, field};

/// Everything in it.
#[derive(Debug, PartialEq)]
pub struct Library {
    /// The lists of content, by name.
    lists: Json,
    /// The index, sorted by term.
    pub terms: Vec<Term>,
}

impl Library {
    /// Reads the library; `None` for a text that is not one.
    pub fn parse(text: &str) -> Option<Library> {
        let lists = json::parse(text)?;
        let terms = List::of(field(&lists, "terms")).map(Term::of).collect();
        let library = Library { lists, terms };
        // Whoever draws a part of a sample cuts the text there.
        let cut = |sample: Sample, part: Part| sample.text().get(part.start as usize..part.end as usize).is_some();
        let sound = |sample: Sample| sample.parts().all(|part| cut(sample, part));
        let whole = library.questions().len() > 0 && library.samples().all(sound);
        whole.then_some(library)
    }

    /// Advice for each family of questions.
    pub fn families(&self) -> List<'_, Family<'_>> {
        self.list("families")
    }

    /// What is said about each question, in the order of [`crate::content::QUESTIONS`].
    pub fn questions(&self) -> List<'_, Details<'_>> {
        self.list("questions")
    }

    /// The guides, first one first.
    pub fn guides(&self) -> List<'_, Guide<'_>> {
        self.list("guides")
    }

    /// What an employer may stand for.
    pub fn values(&self) -> List<'_, Angle<'_>> {
        self.list("values")
    }

    /// Who may sit on the other side.
    pub fn interviewers(&self) -> List<'_, Angle<'_>> {
        self.list("interviewers")
    }

    /// Kinds of failure a person may choose from.
    pub fn failure_types(&self) -> List<'_, FailureType<'_>> {
        self.list("failure_types")
    }

    /// Sample answers.
    pub fn samples(&self) -> List<'_, Sample<'_>> {
        self.list("samples")
    }

    /// The further wordings for each kind of finding, in the order of the rubric's kinds.
    pub fn kinds(&self) -> List<'_, Wordings<'_>> {
        self.list("kinds")
    }

    /// What is asked at each level: five of the first criterion, five of the next, and so on.
    pub fn levels(&self) -> List<'_, Asks<'_>> {
        self.list("levels")
    }

    /// The further wordings for each row of the next-step table.
    pub fn steps(&self) -> List<'_, Wordings<'_>> {
        self.list("steps")
    }

    /// Samples with the reason for each level, weakest first.
    pub fn calibration(&self) -> List<'_, Calibrated<'_>> {
        self.list("calibration")
    }

    /// Follow-up questions, for each criterion in the order of [`comeback_engine::Criterion::ALL`], plainest first.
    pub fn probes(&self) -> List<'_, List<'_, &str>> {
        self.list("probes")
    }

    fn list<'l, T: View<'l>>(&'l self, name: &str) -> List<'l, T> {
        List::of(field(&self.lists, name))
    }

    /// What is said about a question.
    pub fn details(&self, question: &str) -> Option<Details<'_>> {
        self.questions().find(|details| details.id() == question)
    }

    /// The guide with this id.
    pub fn guide(&self, id: &str) -> Option<Guide<'_>> {
        self.guides().find(|guide| guide.id() == id)
    }

    /// The guide that helps most with a criterion, a kind of finding or a question, by its id.
    pub fn guide_for(&self, id: &str) -> Option<Guide<'_>> {
        let place = |guide: Guide| guide.helps().position(|helped| helped == id);
        let fitting = self.guides().filter_map(|guide| Some((place(guide)?, guide)));
        fitting.min_by_key(|(place, _)| *place).map(|(_, guide)| guide)
    }

    /// The sample with this id.
    pub fn sample(&self, id: &str) -> Option<Sample<'_>> {
        self.samples().find(|sample| sample.id() == id)
    }
}
