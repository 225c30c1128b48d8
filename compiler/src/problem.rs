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

/// Collects every problem, so that an author sees all of them at once; and what is said to readers, so that it can be
/// checked as a whole ([`crate::said`]).
#[derive(Debug, Default)]
pub struct Problems {
    found: Vec<Problem>,
    said: Vec<Said>,
}

/// A text that a reader meets.
#[derive(Clone, Debug)]
pub struct Said {
    /// Path under `content/`.
    pub file: String,
    /// Where in the file.
    pub field: String,
    /// The text.
    pub text: String,
    /// What it is.
    pub as_what: As,
}

/// What a text is to its reader: what has to hold for it depends on this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// Our own words.
    Text,
    /// A name or heading: the same may stand elsewhere.
    Name,
    /// The start of a sentence for the person to go on with.
    Stem,
    /// What a speaker says in an example, in the speaker's own words.
    Speech,
}

impl Problems {
    /// Notes one problem. Reason and mend are sentences without their full stop.
    pub fn add(&mut self, file: &str, field: impl Into<String>, reason: impl Into<String>, mend: impl Into<String>) {
        self.found.push(Problem { file: file.into(), field: field.into(), reason: reason.into(), mend: mend.into() });
    }

    /// Notes a text that a reader meets.
    pub fn say(&mut self, file: &str, field: &str, text: &str, as_what: As) {
        self.said.push(Said { file: file.into(), field: field.into(), text: text.into(), as_what });
    }

    /// All that readers meet, in the order in which it was read.
    pub fn said(&self) -> &[Said] {
        &self.said
    }

    /// `Ok` when nothing was noted; else all problems, sorted.
    pub fn into_result(mut self) -> Result<(), Vec<Problem>> {
        if self.found.is_empty() {
            return Ok(());
        }
        self.found.sort();
        self.found.dedup();
        Err(self.found)
    }
}

/// Checks for texts and ids that every part of the content shares.
pub mod check {
    use super::{As, Problems};

    /// Longest message, characters.
    const LONGEST: usize = 140;

    /// Longest name or heading, characters.
    const LONGEST_NAME: usize = 60;

    /// Notes a text that is empty or only white space; true when it is fine.
    pub fn text(problems: &mut Problems, file: &str, field: &str, text: &str) -> bool {
        if text.trim().is_empty() {
            problems.add(file, field, "the text is empty", "Write it, or leave the key out where it is optional");
        }
        !text.trim().is_empty()
    }

    /// Notes a message that is empty or longer than 140 characters.
    pub fn message(problems: &mut Problems, file: &str, field: &str, message: &str) {
        short(problems, file, field, message, LONGEST);
        problems.say(file, field, message, As::Text);
    }

    /// Notes a name that is empty or longer than 60 characters.
    pub fn name(problems: &mut Problems, file: &str, field: &str, name: &str) {
        short(problems, file, field, name, LONGEST_NAME);
        problems.say(file, field, name, As::Name);
    }

    /// Notes a stem that is longer than 140 characters, or has no gap. An empty one is none.
    pub fn stem(problems: &mut Problems, file: &str, field: &str, stem: &str) {
        if stem.is_empty() {
            return;
        }
        short(problems, file, field, stem, LONGEST);
        if !stem.contains('…') {
            problems.add(file, field, "the stem has no gap", "Write … where the person goes on");
        }
        problems.say(file, field, stem, As::Stem);
    }

    /// Notes words of a speaker that are empty, or more than so many.
    pub fn speech(problems: &mut Problems, file: &str, field: &str, speech: &str, words: usize) {
        few(problems, file, field, speech, words);
        problems.say(file, field, speech, As::Speech);
    }

    /// Notes a text of ours that is empty, or has more than so many words.
    pub fn paragraph(problems: &mut Problems, file: &str, field: &str, paragraph: &str, words: usize) {
        few(problems, file, field, paragraph, words);
        problems.say(file, field, paragraph, As::Text);
    }

    /// Notes a list with fewer messages than it needs, and what is wrong with each.
    pub fn messages(problems: &mut Problems, file: &str, field: &str, messages: &[String], least: usize) {
        if messages.len() < least {
            problems.add(file, field, format!("{} entries", messages.len()), format!("Write at least {least}"));
        }
        messages.iter().for_each(|entry| message(problems, file, field, entry));
    }

    fn short(problems: &mut Problems, file: &str, field: &str, message: &str, longest: usize) {
        let length = message.chars().count();
        if text(problems, file, field, message) && length > longest {
            let reason = format!("the message has {length} characters");
            problems.add(file, field, reason, format!("Shorten it to {longest} or fewer"));
        }
    }

    fn few(problems: &mut Problems, file: &str, field: &str, paragraph: &str, most: usize) {
        let words = paragraph.split_whitespace().count();
        if text(problems, file, field, paragraph) && words > most {
            problems.add(
                file,
                field,
                format!("it is too long, with {words} words"),
                format!("Keep it to {most} words"),
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
