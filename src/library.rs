//! The library: what the page fetches once it has started. It says more about each question, and holds guides, sample
//! answers, and the index in which questions are searched. `compiler/src/library.rs` writes it; these are typed views of
//! its JSON: to read it into types of its own took 5 kB of the first load. A field that is not there is empty.
//!
//! To add a field: add it here and to the compiler's side; the round trip in `tests/library.rs` holds the two together.

mod view;

use comeback_engine::Role;

use crate::store::json::{self, Json};
pub use view::List;
use view::{View, field, views};

/// Everything in it.
#[derive(Debug, PartialEq)]
pub struct Library {
    /// The lists of content, by name.
    lists: Json,
    /// The index, sorted by term.
    pub terms: Vec<Term>,
}

views! {
    'l,

    /// Advice for a family of questions.
    Family {
        /// As in [`crate::content::FAMILIES`].
        id: &'l str,
        /// One line.
        advice: &'l str,
    }

    /// What is said about a question beside its prompt.
    Details {
        /// The question.
        id: &'l str,
        /// Other wordings of the same question.
        rephrasings: List<'l, &'l str>,
        /// Why they ask, a sentence or two.
        why: &'l str,
        /// What a strong answer does.
        dos: List<'l, &'l str>,
        /// What to avoid.
        avoids: List<'l, &'l str>,
        /// What an interviewer may ask next.
        probes: List<'l, &'l str>,
        /// Ids of questions like it.
        related: List<'l, &'l str>,
        /// Ids of the failure types it invites.
        invites: List<'l, &'l str>,
    }

    /// A guide.
    Guide {
        /// Stable id.
        id: &'l str,
        /// Its heading.
        title: &'l str,
        /// What it gives, a sentence or two.
        lead: &'l str,
        /// Criteria, finding kinds and questions from whose place it is reached.
        helps: List<'l, &'l str>,
        /// Its text.
        sections: List<'l, Section<'l>>,
        /// Lines before and after mending.
        pairs: List<'l, Pair<'l>>,
        /// Where its facts come from.
        sources: List<'l, Source<'l>>,
    }

    /// One section of a guide; each part may be empty, never text and points both.
    Section {
        /// Its heading.
        heading: &'l str,
        /// A short paragraph.
        text: &'l str,
        /// Points of a list.
        points: List<'l, &'l str>,
    }

    /// A line, mended.
    Pair {
        /// A thin or harmful line.
        before: &'l str,
        /// The same, mended.
        after: &'l str,
        /// What the mending does.
        why: &'l str,
    }

    /// Where a fact comes from.
    Source {
        /// The fact.
        text: &'l str,
        /// An address without `https://`.
        address: &'l str,
    }

    /// A value or an interviewer: somebody's way of listening.
    Angle {
        /// Stable id.
        id: &'l str,
        /// As shown.
        name: &'l str,
        /// One line on what they listen for.
        listens: &'l str,
        /// A sentence stem that ties a lesson to it; its gap is written `…`.
        stem: &'l str,
        /// Words and phrases, in lower case, that show it in an answer.
        words: List<'l, &'l str>,
        /// A sentence or two that do it.
        example: &'l str,
    }

    /// A kind of failure.
    FailureType {
        /// Stable id.
        id: &'l str,
        /// As shown.
        name: &'l str,
        /// When it fits.
        advice: &'l str,
        /// What such a failure is.
        example: &'l str,
    }

    /// A sample answer.
    Sample {
        /// Stable id.
        id: &'l str,
        /// Id of the question it answers.
        question: &'l str,
        /// Its heading.
        title: &'l str,
        /// The speaker's work, as shown.
        profession: &'l str,
        /// The speaker's line of work: health, teaching, trades, …
        group: &'l str,
        /// student, early, mid, senior or lead.
        seniority: &'l str,
        /// Speaking time it is made for: 20, 60 or 120.
        seconds: u32,
        /// `before` is a thin telling, `after` the mended one, `model` stands alone.
        kind: &'l str,
        /// For `after`: id of the `before`; else empty.
        improves: &'l str,
        /// Levels in the order of [`comeback_engine::Criterion::ALL`]; 0 = not asked.
        levels: List<'l, u8>,
        /// What the engine gave it when the library was made, in the same order.
        judged: List<'l, u8>,
        /// What a reader can take from it.
        learn: &'l str,
        /// The answer.
        text: &'l str,
        /// Its sentences with the part that each is, in order.
        parts: List<'l, Part>,
    }

    /// The wordings of a message that the program does not start with.
    Wordings {
        /// Of what is said.
        says: List<'l, &'l str>,
        /// Of what follows praise.
        then: List<'l, &'l str>,
        /// The stem, where the program has none.
        stem: &'l str,
    }

    /// A sample with the reasons for its levels.
    Calibrated {
        /// Id of the sample.
        sample: &'l str,
        /// One line for each criterion, in the order of [`comeback_engine::Criterion::ALL`].
        reasons: List<'l, &'l str>,
    }
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

/// A term of the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// A base form, or a word that the lexicon does not know.
    pub term: String,
    /// (question number, weight): 3 in the prompt, 2 in other wordings, 1 by a synonym.
    pub found: Vec<(u16, u8)>,
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

    /// The wordings for each level: five of the first criterion, five of the next, and so on.
    pub fn levels(&self) -> List<'_, Wordings<'_>> {
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

impl<'l> View<'l> for Part {
    /// Start, end and role.
    fn of(json: &'l Json) -> Part {
        let mut numbers = List::<u32>::of(json);
        let mut next = || numbers.next().unwrap_or(u32::MAX);
        let (start, end, role) = (next(), next(), next());
        Part { start, end, role: Role::ALL.get(role as usize).copied().unwrap_or(Role::Other) }
    }
}

impl Term {
    /// A term and, in one list, number and weight in turns.
    fn of(json: &Json) -> Term {
        let mut pair = List::<&Json>::of(json);
        let term = pair.next().map_or("", View::of);
        let mut found = vec![];
        let mut numbers = pair.next().map(List::<u32>::of).into_iter().flatten();
        while let (Some(question), Some(weight)) = (numbers.next(), numbers.next()) {
            found.push((question as u16, weight as u8));
        }
        Term { term: term.to_owned(), found }
    }
}
