//! The shape of the library in JSON, value by value.

use comeback_engine::Role;

use super::read::{Fields, Read};
use super::{
    Angle, Calibrated, Details, FailureType, Family, Guide, Library, Pair, Part, Sample, Section, Source, Term,
};
use crate::store::json::Json;

/// Implements [`Read`] for an object whose fields are all there, by name.
macro_rules! read {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl Read for $type {
            fn read(json: Json) -> Option<$type> {
                let mut fields = Fields::of(json)?;
                Some($type { $($field: fields.take(stringify!($field))?,)* })
            }
        }
    };
}

read!(Library {
    families,
    questions,
    guides,
    values,
    interviewers,
    failure_types,
    samples,
    calibration,
    probes,
    terms,
});
read!(Family { id, advice });
read!(Details { id, rephrasings, why, dos, avoids, probes, related, invites });
read!(Guide { id, title, lead, helps, sections, pairs, sources });
read!(Section { heading, text, points });
read!(Pair { before, after, why });
read!(Source { text, address });
read!(Angle { id, name, listens, stem, words, example });
read!(FailureType { id, name, advice, example });
read!(Calibrated { sample, reasons });

impl Read for Sample {
    fn read(json: Json) -> Option<Sample> {
        let mut fields = Fields::of(json)?;
        let text: String = fields.take("text")?;
        let parts: Vec<Part> = fields.take("parts")?;
        // Whoever draws a part cuts the text there.
        let sound = parts.iter().all(|part| text.get(part.start as usize..part.end as usize).is_some());
        sound.then_some(Sample {
            id: fields.take("id")?,
            question: fields.take("question")?,
            title: fields.take("title")?,
            profession: fields.take("profession")?,
            group: fields.take("group")?,
            seniority: fields.take("seniority")?,
            seconds: fields.take("seconds")?,
            kind: fields.take("kind")?,
            improves: fields.take("improves")?,
            levels: fields.take("levels")?,
            learn: fields.take("learn")?,
            text,
            parts,
        })
    }
}

impl Read for Part {
    fn read(json: Json) -> Option<Part> {
        let [start, end, role] = Vec::<u32>::read(json)?.try_into().ok()?;
        Some(Part { start, end, role: *Role::ALL.get(role as usize)? })
    }
}

impl Read for Term {
    /// A term and, in one list, number and weight in turns.
    fn read(json: Json) -> Option<Term> {
        let Json::List(pair) = json else { return None };
        let [term, found] = pair.try_into().ok()?;
        let found = Vec::<u16>::read(found)?;
        let found = found.chunks(2).map(|pair| match *pair {
            [question, weight] => Some((question, u8::try_from(weight).ok()?)),
            _ => None,
        });
        Some(Term { term: String::read(term)?, found: found.collect::<Option<_>>()? })
    }
}
