//! What the person has chosen, and how it is kept.

use super::{Door, Object, take};
use crate::store::json::{Json, write_text};

/// The most values that an answer can be tailored to.
pub const MOST_VALUES: usize = 3;

/// The longest id that is read, in bytes.
const LONGEST_ID: usize = 64;

/// What the person has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Levels show their anchor only, without pips and figures.
    pub hide_numbers: bool,
    /// The marked copy shows all marks, not only the strength and the fixes.
    pub all_marks: bool,
    /// Id of whoever sits on the other side.
    pub interviewer: Option<String>,
    /// Ids of what the employer stands for, at most [`MOST_VALUES`], each once.
    pub values: Vec<String>,
}

impl Settings {
    /// Writes them as an object. What is not chosen is not written: a page that knows no such choices reads the rest
    /// as its own.
    pub(super) fn write(&self, out: &mut String) {
        let truth = |value| if value { "true" } else { "false" };
        out.extend(["{\"hideNumbers\":", truth(self.hide_numbers), ",\"allMarks\":", truth(self.all_marks)]);
        if let Some(id) = &self.interviewer {
            out.push_str(",\"interviewer\":");
            write_text(out, id);
        }
        for (at, id) in self.values.iter().enumerate() {
            out.push_str(if at == 0 { ",\"values\":[" } else { "," });
            write_text(out, id);
        }
        out.push_str(if self.values.is_empty() { "}" } else { "]}" });
    }
}

impl Door {
    /// Reads the choices. Whether somebody of that id is known, the library says, which is not there yet.
    pub(super) fn settings(&mut self, mut from: Object) -> Settings {
        const PATH: &str = "data.settings.";
        let mut settings = Settings {
            hide_numbers: self.flag(&mut from, PATH, "hideNumbers"),
            all_marks: self.flag(&mut from, PATH, "allMarks"),
            interviewer: self.optional(&mut from, PATH, "interviewer", id),
            values: vec![],
        };
        let values = match take(&mut from, "values") {
            Some(Json::List(values)) => values,
            Some(_) => self.drop(PATH, "values"),
            None => vec![],
        };
        let written = values.len();
        for id in values.into_iter().filter_map(id) {
            if settings.values.len() < MOST_VALUES && !settings.values.contains(&id) {
                settings.values.push(id);
            }
        }
        if settings.values.len() < written {
            self.drop::<()>(PATH, "values");
        }
        self.nothing_left(from, PATH);
        settings
    }
}

/// An id, as content writes them.
fn id(value: Json) -> Option<String> {
    match value {
        Json::Text(id) if (1..=LONGEST_ID).contains(&id.len()) => {
            id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')).then_some(id)
        }
        _ => None,
    }
}
