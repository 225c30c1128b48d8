//! The guides: a page of advice each, reached from where it helps.

use crate::problem::{Problems, check};
use crate::source::{self, Named, Tree};
use comeback_engine::{Criterion, Signal};
use serde::{Deserialize, Serialize};

/// Most characters of the lead.
const LEAD: usize = 200;
/// Most words of a section's text, of a line in a pair and of a source.
const SECTION_WORDS: usize = 60;
/// Words of a whole guide, its sources left out.
const WORDS: std::ops::RangeInclusive<usize> = 100..=280;

/// A guide as its file and the library have it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each is described where the page reads it: src/library.rs")]
pub struct Guide {
    pub id: String,
    /// Place in the list, 1 first.
    #[serde(skip_serializing)]
    pub order: u8,
    pub title: String,
    pub lead: String,
    pub helps: Vec<String>,
    #[serde(default, rename(deserialize = "section"), skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    #[serde(default, rename(deserialize = "pair"), skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<Pair>,
    #[serde(default, rename(deserialize = "source"), skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "as above")]
pub struct Section {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub heading: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "as above")]
pub struct Pair {
    pub before: String,
    pub after: String,
    pub why: String,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "as above")]
pub struct Source {
    pub text: String,
    pub address: String,
}

impl Named for Guide {
    fn id(&self) -> &str {
        &self.id
    }
}

/// Reads all guides, in the order they are listed in.
pub fn read(problems: &mut Problems, tree: &Tree, questions: &[&str]) -> Vec<Guide> {
    let all = source::each::<Guide>(problems, tree, "guides");
    let all = source::ordered(problems, all, |guide| guide.order);
    for (file, guide) in &all {
        check_guide(problems, file, guide, questions);
    }
    all.into_iter().map(|(_, guide)| guide).collect()
}

fn check_guide(problems: &mut Problems, file: &str, guide: &Guide, questions: &[&str]) {
    check::name(problems, file, "title", &guide.title);
    check::paragraph(problems, file, "lead", &guide.lead, SECTION_WORDS);
    if guide.lead.chars().count() > LEAD {
        problems.add(file, "lead", "it is too long", format!("Shorten it to {LEAD} characters"));
    }
    let known = |id: &str| {
        let kind = Signal::from_name(id).is_some_and(|signal| signal.is_finding());
        kind || Criterion::ALL.iter().any(|criterion| criterion.name() == id) || questions.contains(&id)
    };
    for id in guide.helps.iter().filter(|id| !known(id)) {
        let mend = "Use a criterion, a kind of finding or a question";
        problems.add(file, "helps", format!("there is no \"{id}\""), mend);
    }
    if guide.helps.is_empty() {
        let mend = "Name a criterion, a kind of finding or a question whose place leads here";
        problems.add(file, "helps", "nothing leads to this guide", mend);
    }
    for (at, section) in guide.sections.iter().enumerate() {
        let field = format!("section {}", at + 1);
        if !section.heading.is_empty() {
            check::name(problems, file, &field, &section.heading);
        }
        if section.text.is_empty() && section.points.is_empty() {
            problems.add(file, &field, "it says nothing", "Give it text or points");
        }
        if !section.text.is_empty() {
            check::paragraph(problems, file, &field, &section.text, SECTION_WORDS);
        }
        check::messages(problems, file, &field, &section.points, 0);
    }
    for (at, pair) in guide.pairs.iter().enumerate() {
        let field = format!("pair {}", at + 1);
        check::speech(problems, file, &field, &pair.before, SECTION_WORDS);
        check::speech(problems, file, &field, &pair.after, SECTION_WORDS);
        check::message(problems, file, &field, &pair.why);
    }
    for (at, source) in guide.sources.iter().enumerate() {
        let field = format!("source {}", at + 1);
        check::paragraph(problems, file, &field, &source.text, SECTION_WORDS);
        if source.address.contains("://") || !source.address.contains('.') || source.address.contains(' ') {
            problems.add(file, &field, "the address is malformed", "Write it without https:// and without spaces");
        }
    }
    let words = guide.texts().flat_map(str::split_whitespace).count();
    if !WORDS.contains(&words) {
        let mend = format!("Keep it between {} and {}", WORDS.start(), WORDS.end());
        problems.add(file, "all texts", format!("the guide has {words} words"), mend);
    }
}

impl Guide {
    fn texts(&self) -> impl Iterator<Item = &str> {
        let sections = self
            .sections
            .iter()
            .flat_map(|section| [&section.heading, &section.text].into_iter().chain(&section.points));
        let pairs = self.pairs.iter().flat_map(|pair| [&pair.before, &pair.after, &pair.why]);
        [&self.title, &self.lead].into_iter().chain(sections).chain(pairs).map(String::as_str)
    }
}
