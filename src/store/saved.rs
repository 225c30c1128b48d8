//! The envelope `{v, rev, savedAt, data}`, and the one door through which it comes back.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

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
    pub drafts: BTreeMap<String, Entry>,
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

/// What the person has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Levels show their anchor only, without pips and figures.
    pub hide_numbers: bool,
    /// The marked copy shows all marks, not only the strength and the fixes.
    pub all_marks: bool,
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
    let Ok(Value::Object(mut envelope)) = serde_json::from_str(bytes) else {
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
        let path = format!("data.drafts.{id}.");
        if let Value::Object(draft) = value {
            saved.drafts.insert(id, door.entry(draft, &path));
        } else {
            door.drop::<()>(&path, "");
        }
    }
    saved.open = door.optional(&mut data, "data.", "open", |value| value.as_str().map(str::to_owned));
    let mut settings = door.object(&mut data, "data.", "settings");
    saved.settings = Settings {
        hide_numbers: door.flag(&mut settings, "data.settings.", "hideNumbers"),
        all_marks: door.flag(&mut settings, "data.settings.", "allMarks"),
    };
    door.nothing_left(settings, "data.settings.");
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
        let draft = |entry: &Entry| {
            let Kept { text, step } = &entry.kept;
            json!({ "rev": entry.rev, "savedAt": entry.saved_at, "step": step, "text": text })
        };
        let drafts: Map<String, Value> = self.drafts.iter().map(|(id, entry)| (id.clone(), draft(entry))).collect();
        let Settings { hide_numbers, all_marks } = self.settings;
        json!({
            "v": VERSION,
            "rev": self.rev,
            "savedAt": self.saved_at,
            "data": {
                "drafts": drafts,
                "open": self.open,
                "settings": { "hideNumbers": hide_numbers, "allMarks": all_marks },
            },
        })
        .to_string()
    }
}

/// Takes fields out of objects and remembers those that were not what they should be.
#[derive(Default)]
struct Door {
    dropped: Vec<String>,
}

impl Door {
    fn entry(&mut self, mut draft: Map<String, Value>, path: &str) -> Entry {
        let entry = Entry {
            rev: self.number(&mut draft, path, "rev"),
            saved_at: self.number(&mut draft, path, "savedAt"),
            kept: Kept {
                step: self.optional(&mut draft, path, "step", |value| value.as_u64()?.try_into().ok()),
                text: match draft.remove("text") {
                    Some(Value::String(text)) => text,
                    _ => self.drop(path, "text"),
                },
            },
        };
        self.nothing_left(draft, path);
        entry
    }

    fn number(&mut self, from: &mut Map<String, Value>, path: &str, field: &str) -> u64 {
        match from.remove(field).as_ref().and_then(Value::as_u64) {
            Some(number) => number,
            None => self.drop(path, field),
        }
    }

    fn object(&mut self, from: &mut Map<String, Value>, path: &str, field: &str) -> Map<String, Value> {
        match from.remove(field) {
            Some(Value::Object(object)) => object,
            _ => self.drop(path, field),
        }
    }

    /// A field that may be missing.
    fn optional<T>(
        &mut self,
        from: &mut Map<String, Value>,
        path: &str,
        field: &str,
        read: fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = from.remove(field).filter(|value| !value.is_null())?;
        read(&value).or_else(|| self.drop(path, field))
    }

    fn flag(&mut self, from: &mut Map<String, Value>, path: &str, field: &str) -> bool {
        self.optional(from, path, field, Value::as_bool).unwrap_or_default()
    }

    /// A field nobody asked for is not ours to lose: it is named, so that the bytes are set aside.
    fn nothing_left(&mut self, rest: Map<String, Value>, path: &str) {
        for (field, _) in rest {
            self.drop::<()>(path, &field);
        }
    }

    fn drop<T: Default>(&mut self, path: &str, field: &str) -> T {
        self.dropped.push(format!("{path}{field}").trim_end_matches('.').to_owned());
        T::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &str, verdict: Verdict, dropped: &[&str]) -> Saved {
        let restored = restore(bytes);
        assert_eq!((restored.verdict, restored.dropped), (verdict, dropped.iter().map(|&s| s.to_owned()).collect()));
        restored.saved
    }

    #[test]
    fn restores_what_was_written() {
        let entry = Entry { kept: Kept { text: "In May I …".into(), step: Some(3) }, rev: 7, saved_at: 12 };
        let saved = Saved {
            rev: 9,
            saved_at: 13,
            drafts: [("biggest-failure".to_owned(), entry)].into(),
            open: Some("biggest-failure".into()),
            settings: Settings { hide_numbers: false, all_marks: true },
        };
        assert_eq!(check(&saved.to_json(), Verdict::Whole, &[]), saved);
    }

    #[test]
    fn names_a_bad_field_and_keeps_the_ones_beside_it() {
        let bytes = r#"{"v":1,"rev":2,"savedAt":-3,"data":{"open":7,"settings":{"allMarks":true},
            "drafts":{"a":{"rev":1,"savedAt":1,"text":"words"},"b":{"rev":1,"savedAt":1,"text":9},"c":[]}}}"#;
        let dropped = ["savedAt", "data.drafts.b.text", "data.drafts.c", "data.open"];
        let saved = check(bytes, Verdict::Parts, &dropped);
        assert_eq!(saved.drafts["a"].kept.text, "words");
        assert!(saved.settings.all_marks);
    }

    #[test]
    fn names_fields_it_does_not_know() {
        let bytes = r#"{"v":1,"rev":0,"savedAt":0,"data":{"drafts":{},"settings":{"pace":3}}}"#;
        check(bytes, Verdict::Parts, &["data.settings.pace"]);
    }

    #[test]
    fn reads_what_it_can_of_a_newer_version() {
        let bytes =
            r#"{"v":2,"rev":0,"savedAt":0,"data":{"drafts":{"a":{"rev":1,"savedAt":1,"text":"w"}},"settings":{}}}"#;
        assert_eq!(check(bytes, Verdict::Newer, &[]).drafts["a"].kept.text, "w");
    }

    #[test]
    fn tells_bytes_that_are_no_envelope() {
        for bytes in ["", "{", "null", "[]", "\"text\"", r#"{"v":1,"data":"\ud800"}"#] {
            check(bytes, Verdict::Unreadable, &[]);
        }
    }

    #[test]
    fn an_empty_object_gives_defaults_and_names_what_is_missing() {
        assert_eq!(
            check("{}", Verdict::Parts, &["v", "rev", "savedAt", "data", "data.drafts", "data.settings"]),
            Saved::default()
        );
    }
}
