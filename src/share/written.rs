//! Writes one JSON object. What has its default is left out.

use crate::store::json::{digits, write_text};

/// An object being written.
pub struct Written(String);

impl Written {
    pub fn new() -> Written {
        Written("{".into())
    }

    fn name(&mut self, field: &str) -> &mut String {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        write_text(&mut self.0, field);
        self.0.push(':');
        &mut self.0
    }

    /// A text; none where it is empty.
    pub fn text(&mut self, field: &str, text: &str) {
        if !text.is_empty() {
            write_text(self.name(field), text);
        }
    }

    pub fn number(&mut self, field: &str, number: u64) {
        self.name(field).push_str(&digits(number));
    }

    pub fn flag(&mut self, field: &str, on: bool) {
        if on {
            self.name(field).push_str("true");
        }
    }

    /// A list of items that write themselves; none where it is empty.
    pub fn list<T>(&mut self, field: &str, items: &[T], write: impl Fn(&mut String, &T)) {
        if items.is_empty() {
            return;
        }
        let out = self.name(field);
        for (at, item) in items.iter().enumerate() {
            out.push(if at == 0 { '[' } else { ',' });
            write(out, item);
        }
        out.push(']');
    }

    /// Numbers by name; none where there is none.
    pub fn numbers(&mut self, field: &str, numbers: &[(String, u8)]) {
        if numbers.is_empty() {
            return;
        }
        let mut object = Written::new();
        for (name, number) in numbers {
            object.number(name, (*number).into());
        }
        self.name(field).push_str(&object.done());
    }

    pub fn done(mut self) -> String {
        self.0.push('}');
        self.0
    }
}
