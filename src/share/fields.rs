//! What was read, how far it can be trusted, and what could not be taken.

use super::place::LONGEST_ID;
use crate::store::json::{Json, Object};

/// Something that came by a link or a file. Anybody may have written it, whatever it says about itself: a page shows it
/// as from somebody, as plain text, and asks before it puts it in the place of anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unverified<T>(T);

impl<T> Unverified<T> {
    pub(super) const fn new(content: T) -> Unverified<T> {
        Unverified(content)
    }

    /// To show it.
    pub const fn look(&self) -> &T {
        &self.0
    }

    /// To use it, after the person has said so.
    pub fn accepted(self) -> T {
        self.0
    }
}

/// What was read, and what was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received<T> {
    /// All that could be read.
    pub content: Unverified<T>,
    /// What was named and could not be taken.
    pub missed: Vec<Missed>,
}

/// Something that could not be taken. Texts in it are at most 64 characters long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missed {
    /// A question that this page does not have.
    Question(String),
    /// A criterion that this page does not have.
    Criterion(String),
    /// This field, or a part of it, is not what it should be. Fields that nobody knows are no loss and not named.
    Field(&'static str),
}

/// Which ids this page has.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// True for the id of a question.
    pub question: fn(&str) -> bool,
    /// True for the id of a criterion.
    pub criterion: fn(&str) -> bool,
}

/// Takes fields out of an object and remembers what could not be taken.
pub struct Fields {
    object: Object,
    pub missed: Vec<Missed>,
}

impl Fields {
    pub fn new(object: Object) -> Fields {
        Fields { object, missed: vec![] }
    }

    /// The fields that were not taken.
    pub fn rest(self) -> Object {
        self.object
    }

    /// The first field of this name. `null` is a missing field.
    fn take(&mut self, field: &str) -> Option<Json> {
        let at = self.object.iter().position(|(name, _)| name == field)?;
        Some(self.object.swap_remove(at).1).filter(|value| *value != Json::Null)
    }

    /// Remembers that this field is not what it should be.
    pub fn miss(&mut self, field: &'static str) {
        let missed = Missed::Field(field);
        if !self.missed.contains(&missed) {
            self.missed.push(missed);
        }
    }

    fn taken<T>(&mut self, field: &'static str, read: impl FnOnce(Json) -> Option<T>) -> Option<T> {
        let read = read(self.take(field)?);
        if read.is_none() {
            self.miss(field);
        }
        read
    }

    /// A text; empty where there is none.
    pub fn text(&mut self, field: &'static str) -> String {
        self.taken(field, text).unwrap_or_default()
    }

    /// A number, if it lies in the range.
    pub fn number(&mut self, field: &'static str, range: std::ops::RangeInclusive<u64>) -> Option<u64> {
        self.taken(field, |value| number(&value).filter(|number| range.contains(number)))
    }

    /// True where it says so.
    pub fn flag(&mut self, field: &'static str) -> bool {
        let read = |value| if let Json::Bool(on) = value { Some(on) } else { None };
        self.taken(field, read).unwrap_or_default()
    }

    /// The items of a list, at most so many.
    pub fn list(&mut self, field: &'static str, most: usize) -> Vec<Json> {
        let read = |value| if let Json::List(list) = value { Some(list) } else { None };
        let mut list = self.taken(field, read).unwrap_or_default();
        if list.len() > most {
            list.truncate(most);
            self.miss(field);
        }
        list
    }

    /// Ids of a list, each once, at most so many: those that are known. The others are named.
    pub fn ids(
        &mut self,
        field: &'static str,
        most: usize,
        known: fn(&str) -> bool,
        unknown: fn(String) -> Missed,
    ) -> Vec<String> {
        let mut ids = vec![];
        for item in self.list(field, most) {
            match text(item) {
                Some(id) if !known(&id) => self.missed.push(unknown(shown(&id))),
                Some(id) if !ids.contains(&id) => ids.push(id),
                Some(_) => {}
                None => self.miss(field),
            }
        }
        ids
    }

    /// Numbers in this range by criterion, each criterion once.
    pub fn by_criterion(
        &mut self,
        field: &'static str,
        range: std::ops::RangeInclusive<u64>,
        known: Known,
    ) -> Vec<(String, u8)> {
        let read = |value| if let Json::Object(object) = value { Some(object) } else { None };
        let mut found: Vec<(String, u8)> = vec![];
        for (id, value) in self.taken(field, read).unwrap_or_default() {
            if !(known.criterion)(&id) {
                self.missed.push(Missed::Criterion(shown(&id)));
            } else if let Some(number) = number(&value).filter(|number| range.contains(number))
                && found.iter().all(|(there, _)| *there != id)
            {
                found.push((id, number as u8));
            } else {
                self.miss(field);
            }
        }
        found
    }
}

/// The text of a value that is one.
pub fn text(value: Json) -> Option<String> {
    if let Json::Text(text) = value { Some(text) } else { None }
}

fn number(value: &Json) -> Option<u64> {
    if let Json::Number(number) = value { *number } else { None }
}

/// An id cut to a length that can be shown.
pub fn shown(id: &str) -> String {
    id.chars().take(LONGEST_ID).collect()
}
