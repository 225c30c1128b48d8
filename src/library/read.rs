//! From JSON to typed values, field by field; whatever does not fit makes the whole nothing.

use crate::store::json::{Json, Object};

/// What can be read from a JSON value.
pub trait Read: Sized {
    /// The value; `None` where the JSON has another shape.
    fn read(json: Json) -> Option<Self>;

    /// What a field stands for that is not there; most fields have to be.
    fn absent() -> Option<Self> {
        None
    }
}

impl Read for String {
    fn read(json: Json) -> Option<String> {
        match json {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    fn absent() -> Option<String> {
        Some(String::new())
    }
}

fn number(json: &Json) -> Option<u64> {
    match json {
        Json::Number(number) => *number,
        _ => None,
    }
}

impl Read for u32 {
    fn read(json: Json) -> Option<u32> {
        number(&json)?.try_into().ok()
    }
}

impl Read for u16 {
    fn read(json: Json) -> Option<u16> {
        number(&json)?.try_into().ok()
    }
}

impl Read for u8 {
    fn read(json: Json) -> Option<u8> {
        number(&json)?.try_into().ok()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Json) -> Option<Vec<T>> {
        match json {
            Json::List(list) => list.into_iter().map(T::read).collect(),
            _ => None,
        }
    }

    fn absent() -> Option<Vec<T>> {
        Some(vec![])
    }
}

/// The fields of an object that have not been read yet.
pub struct Fields(Object);

impl Fields {
    /// Those of a JSON object.
    pub fn of(json: Json) -> Option<Fields> {
        match json {
            Json::Object(object) => Some(Fields(object)),
            _ => None,
        }
    }

    /// Reads one field. The compiler leaves out empty texts and lists.
    pub fn take<T: Read>(&mut self, name: &str) -> Option<T> {
        match self.0.iter().position(|(field, _)| field == name) {
            Some(at) => T::read(self.0.swap_remove(at).1),
            None => T::absent(),
        }
    }
}
