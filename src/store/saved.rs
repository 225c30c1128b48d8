//! The envelope `{v, rev, savedAt, data}`, and the one door through which it comes back.

mod settings;

use super::json::{Json, Object, digits, parse, write_text};
use super::map::Map;
pub use settings::{MOST_VALUES, Settings};

/// The version this page writes. A page that meets a newer one reads what it can and writes nothing.
pub const VERSION: u64 = 1;

/// The longest draft that is kept, in bytes: as much as the engine reads.
pub const LONGEST_DRAFT: usize = 1 << 20;

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Counts the writes.
    pub rev: u64,
    /// When it was written, milliseconds since 1970, by the clock of the browser.
    pub saved_at: u64,
    /// The answers by question id. Ids this page does not know are kept: another version may know them.
    pub drafts: Map<String, Entry>,
    /// The question that was open last.
    pub open: Option<String>,
    /// What the person chose.
    pub settings: Settings,
}

/// One answer, and which write of it this is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The answer.
    pub kept: Kept,
    /// Counts the writes of this answer: a tab that knows another number has not seen these words.
    pub rev: u64,
    /// When it was written, milliseconds since 1970.
    pub saved_at: u64,
}

/// An answer as it is kept: its text, and the next step that was shown beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The text as typed.
    pub text: String,
    /// The shown step, a row of the rubric's step table; one that no longer holds is replaced.
    pub step: Option<u8>,
}

/// What came through the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// All that could be read; defaults elsewhere.
    pub saved: Saved,
    /// How well it could be read.
    pub verdict: Verdict,
    /// The fields that could not be read, as paths: `data.drafts.biggest-failure.text`.
    pub dropped: Vec<String>,
}

/// How well an envelope could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it.
    Whole,
    /// Some fields were not what they should be; the others are here.
    Parts,
    /// It comes from a newer version of this page: read as far as known, and not to be written over.
    Newer,
    /// It is no envelope.
    Unreadable,
}

/// Reads an envelope. Never fails: what cannot be read gets its default and is named in [`Restored::dropped`].
pub fn restore(bytes: &str) -> Restored {
    let Some(Json::Object(mut envelope)) = parse(bytes) else {
        return Restored { saved: Saved::default(), verdict: Verdict::Unreadable, dropped: vec![] };
    };
    let mut door = Door::default();
    let version = door.number(&mut envelope, "", "v");
    let mut saved = Saved {
        rev: door.number(&mut envelope, "", "rev"),
        saved_at: door.number(&mut envelope, "", "savedAt"),
        ..Saved::default()
    };
    let mut data = door.object(&mut envelope, "", "data");
    for (id, value) in door.object(&mut data, "data.", "drafts") {
        let path = ["data.drafts.", &id, "."].concat();
        if let Json::Object(draft) = value {
            saved.drafts.insert(id, door.entry(draft, &path));
        } else {
            door.drop::<()>(&path, "");
        }
    }
    saved.open = door.optional(&mut data, "data.", "open", |value| match value {
        Json::Text(id) => Some(id),
        _ => None,
    });
    let settings = door.object(&mut data, "data.", "settings");
    saved.settings = door.settings(settings);
    door.nothing_left(data, "data.");
    door.nothing_left(envelope, "");
    let verdict = match version {
        0..=VERSION if door.dropped.is_empty() => Verdict::Whole,
        0..=VERSION => Verdict::Parts,
        _ => Verdict::Newer,
    };
    Restored { saved, verdict, dropped: door.dropped }
}

impl Saved {
    /// The envelope as it is stored.
    pub fn to_json(&self) -> String {
        self.written(self.rev, self.saved_at)
    }

    /// The envelope as it is stored by this write at this time.
    pub(super) fn written(&self, rev: u64, saved_at: u64) -> String {
        let mut out = String::new();
        write_number(&mut out, "{\"v\":", VERSION);
        write_number(&mut out, ",\"rev\":", rev);
        write_number(&mut out, ",\"savedAt\":", saved_at);
        out.push_str(",\"data\":{\"open\":");
        match &self.open {
            Some(id) => write_text(&mut out, id),
            None => out.push_str("null"),
        }
        out.push_str(",\"settings\":");
        self.settings.write(&mut out);
        out.push_str(",\"drafts\":{");
        for (at, (id, Entry { kept: Kept { text, step }, rev, saved_at })) in self.drafts.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            write_text(&mut out, id);
            write_number(&mut out, ":{\"rev\":", *rev);
            write_number(&mut out, ",\"savedAt\":", *saved_at);
            if let Some(step) = step {
                write_number(&mut out, ",\"step\":", u64::from(*step));
            }
            out.push_str(",\"text\":");
            write_text(&mut out, text);
            out.push('}');
        }
        out.push_str("}}}");
        out
    }
}

fn write_number(out: &mut String, name: &str, number: u64) {
    out.push_str(name);
    out.push_str(&digits(number));
}

/// Takes fields out of objects and remembers those that were not what they should be.
#[derive(Default)]
struct Door {
    dropped: Vec<String>,
}

impl Door {
    fn entry(&mut self, mut draft: Object, path: &str) -> Entry {
        let entry = Entry {
            rev: self.number(&mut draft, path, "rev"),
            saved_at: self.number(&mut draft, path, "savedAt"),
            kept: Kept {
                step: self.optional(&mut draft, path, "step", |value| match value {
                    Json::Number(step) => step?.try_into().ok(),
                    _ => None,
                }),
                text: match take(&mut draft, "text") {
                    Some(Json::Text(text)) => text,
                    _ => self.drop(path, "text"),
                },
            },
        };
        self.nothing_left(draft, path);
        entry
    }

    fn number(&mut self, from: &mut Object, path: &str, field: &str) -> u64 {
        match take(from, field) {
            Some(Json::Number(Some(number))) => number,
            _ => self.drop(path, field),
        }
    }

    fn object(&mut self, from: &mut Object, path: &str, field: &str) -> Object {
        match take(from, field) {
            Some(Json::Object(object)) => object,
            _ => self.drop(path, field),
        }
    }

    /// A field that may be missing.
    fn optional<T>(&mut self, from: &mut Object, path: &str, field: &str, read: fn(Json) -> Option<T>) -> Option<T> {
        let value = take(from, field).filter(|value| *value != Json::Null)?;
        read(value).or_else(|| self.drop(path, field))
    }

    fn flag(&mut self, from: &mut Object, path: &str, field: &str) -> bool {
        let read = |value| match value {
            Json::Bool(on) => Some(on),
            _ => None,
        };
        self.optional(from, path, field, read).unwrap_or_default()
    }

    /// A field nobody asked for is not ours to lose: it is named, so that the bytes are set aside.
    fn nothing_left(&mut self, rest: Object, path: &str) {
        for (field, _) in rest {
            self.drop::<()>(path, &field);
        }
    }

    fn drop<T: Default>(&mut self, path: &str, field: &str) -> T {
        self.dropped.push([path, field].concat().trim_end_matches('.').to_owned());
        T::default()
    }
}

/// Takes a field out of an object; of two with one name the first, so that the other is left and named.
fn take(from: &mut Object, field: &str) -> Option<Json> {
    let at = from.iter().position(|(name, _)| name == field)?;
    Some(from.remove(at).1)
}

#[cfg(test)]
mod tests;
