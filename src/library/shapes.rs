//! What stands in the library, as the page sees it. A field that is not there is empty.

use comeback_engine::Role;

use super::view::{List, View, field, views};
use crate::store::json::Json;

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

    /// The wordings of a message after the first, with which the program starts.
    Wordings {
        /// Of what is said.
        says: List<'l, &'l str>,
        /// Of what follows praise.
        then: List<'l, &'l str>,
    }

    /// What is asked at a level.
    Asks {
        /// Wordings, each a question.
        says: List<'l, &'l str>,
        /// A sentence stem that leads on.
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
    pub(super) fn of(json: &Json) -> Term {
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
