//! What is wrong with a piece of content, said so that its author can mend it.

use std::fmt;

/// One reason to refuse the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path under `content/`.
    pub file: String,
    /// Where in the file: a table and key, or a line.
    pub field: String,
    /// What is wrong.
    pub reason: String,
    /// How to mend it.
    pub mend: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "content/{} · {}: {}. {}.", self.file, self.field, self.reason, self.mend)
    }
}

/// Collects every problem, so that an author sees all of them at once.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Notes one problem. Reason and mend are sentences without their full stop.
    pub fn add(&mut self, file: &str, field: impl Into<String>, reason: impl Into<String>, mend: impl Into<String>) {
        self.0.push(Problem { file: file.into(), field: field.into(), reason: reason.into(), mend: mend.into() });
    }

    /// `Ok` when nothing was noted; else all problems, sorted.
    pub fn into_result(mut self) -> Result<(), Vec<Problem>> {
        if self.0.is_empty() {
            return Ok(());
        }
        self.0.sort();
        self.0.dedup();
        Err(self.0)
    }
}

/// Checks for texts and ids that every part of the content shares.
pub mod check {
    use super::Problems;

    /// Longest message, characters.
    const LONGEST: usize = 140;

    /// Notes a text that is empty or only white space; true when it is fine.
    pub fn text(problems: &mut Problems, file: &str, field: &str, text: &str) -> bool {
        if text.trim().is_empty() {
            problems.add(file, field, "the text is empty", "Write it, or leave the key out where it is optional");
        }
        !text.trim().is_empty()
    }

    /// Notes a message that is empty or longer than 140 characters.
    pub fn message(problems: &mut Problems, file: &str, field: &str, message: &str) {
        let length = message.chars().count();
        if text(problems, file, field, message) && length > LONGEST {
            problems.add(
                file,
                field,
                format!("the message has {length} characters"),
                format!("Shorten it to {LONGEST} or fewer"),
            );
        }
    }

    /// Notes a message that does not ask.
    pub fn question(problems: &mut Problems, file: &str, field: &str, message: &str) {
        if !message.contains('?') {
            problems.add(file, field, "it is not a question", "Ask, with \"?\": the page does not judge");
        }
    }

    /// Notes an id that is not made of lower-case words joined by `-` (and, in cues, one `.`).
    pub fn id(problems: &mut Problems, file: &str, id: &str, dotted: bool) {
        let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let dashed = |part: &str| part.split('-').all(word);
        let fine = if dotted { id.matches('.').count() == 1 && id.split('.').all(dashed) } else { dashed(id) };
        if !fine {
            let shape = if dotted { "`topic.name`, as in `own.misjudged`" } else { "`some-name`" };
            problems.add(
                file,
                format!("id \"{id}\""),
                "the id is malformed",
                format!("Write {shape}: lower case, digits, dashes"),
            );
        }
    }
}
