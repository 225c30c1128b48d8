//! The questions: what the page starts with, and the details that it fetches later.

use crate::families::Family;
use crate::problem::{As, Problems, check};
use crate::profiles::Profiles;
use crate::source::{self, Named, Tree};
use comeback_engine::{QuestionProfile, copied};
use serde::{Deserialize, Serialize};

/// Most words of "why they ask".
const WHY_WORDS: usize = 70;

/// How far into a working life a question is asked; `any` stands for all of them.
pub const SENIORITIES: [&str; 5] = ["student", "early", "mid", "senior", "lead"];

/// What the page starts with; it has a type of the same shape.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is described where the page reads it: src/content.rs")]
pub struct Question {
    pub id: &'static str,
    pub prompt: &'static str,
    pub listens: &'static str,
    pub family: &'static str,
    pub seniority: &'static [&'static str],
    pub profile: QuestionProfile,
}

/// What is said about a question beside its prompt; it becomes a part of the library.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "each is described where the page reads it: src/library.rs")]
pub struct Details {
    pub id: String,
    pub rephrasings: Vec<String>,
    pub why: String,
    pub dos: Vec<String>,
    pub avoids: Vec<String>,
    pub probes: Vec<String>,
    pub related: Vec<String>,
    pub invites: Vec<String>,
    /// What people type to find it; these go into the index.
    #[serde(skip)]
    pub words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionText {
    id: String,
    /// Place in the list, 1 first.
    order: u8,
    family: String,
    seniority: Vec<String>,
    invites: Vec<String>,
    prompt: String,
    rephrasings: Vec<String>,
    listens: String,
    why: String,
    dos: Vec<String>,
    avoids: Vec<String>,
    probes: Vec<String>,
    related: Vec<String>,
    words: Vec<String>,
    profile: String,
}

impl Named for QuestionText {
    fn id(&self) -> &str {
        &self.id
    }
}

/// What a question may refer to.
pub struct Known<'a> {
    /// All profiles.
    pub profiles: &'a Profiles,
    /// All families.
    pub families: &'a [Family],
    /// Ids of the failure types.
    pub failure_types: Vec<&'a str>,
}

/// Reads all questions, in the order they are listed in.
pub fn read(problems: &mut Problems, tree: &Tree, known: &Known) -> (Vec<Question>, Vec<Details>) {
    let all = source::each::<QuestionText>(problems, tree, "questions");
    if all.is_empty() {
        problems.add("questions", "folder", "there is no question", "Add questions/<id>.toml");
    }
    let all = source::ordered(problems, all, |question| question.order);
    let ids: Vec<String> = all.iter().map(|(_, question)| question.id.clone()).collect();
    all.into_iter().map(|(file, text)| question(problems, &file, text, known, &ids)).unzip()
}

fn question(
    problems: &mut Problems,
    file: &str,
    text: QuestionText,
    known: &Known,
    ids: &[String],
) -> (Question, Details) {
    check_texts(problems, file, &text);
    let among = |problems: &mut Problems, field: &str, names: &[String], known: &[&str], mend: &str| {
        for name in names.iter().filter(|name| !known.contains(&name.as_str())) {
            problems.add(file, field, format!("there is no \"{name}\""), mend);
        }
        if names.is_empty() {
            problems.add(file, field, "it is empty", mend);
        }
    };
    among(problems, "invites", &text.invites, &known.failure_types, "Use the failure types of tailoring.toml");
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    among(problems, "related", &text.related, &ids, "Use the ids of other questions");
    if text.related.contains(&text.id) {
        problems.add(file, "related", "the question is related to itself", "Use the ids of other questions");
    }
    let stages = [&SENIORITIES[..], &["any"]].concat();
    among(problems, "seniority", &text.seniority, &stages, "Use any, or some of student, early, mid, senior, lead");
    let families: Vec<&str> = known.families.iter().map(|family| family.id.as_str()).collect();
    among(problems, "family", std::slice::from_ref(&text.family), &families, "Use a family of families.toml");
    let stages = SENIORITIES.into_iter().filter(|stage| text.seniority.iter().any(|own| own == stage));
    let (id, prompt): (&'static str, &'static str) = (text.id.clone().leak(), text.prompt.leak());
    let wordings = std::iter::once(prompt).chain(text.rephrasings.iter().map(String::as_str));
    let wordings: Vec<u32> = wordings.map(copied::wording).collect();
    let named = known.profiles.get(&text.profile);
    if named.is_none() {
        let names: Vec<&str> = known.profiles.keys().map(String::as_str).collect();
        let reason = format!("there is no profile \"{}\"", text.profile);
        problems.add(file, "profile", reason, format!("Use one of {}", names.join(", ")));
    }
    let question = Question {
        id,
        prompt,
        listens: text.listens.leak(),
        family: text.family.leak(),
        seniority: stages.collect::<Vec<_>>().leak(),
        profile: QuestionProfile { id, wordings: wordings.leak(), ..*named.unwrap_or(&EMPTY) },
    };
    let details = Details {
        id: text.id,
        rephrasings: text.rephrasings,
        why: text.why,
        dos: text.dos,
        avoids: text.avoids,
        probes: text.probes,
        related: text.related,
        invites: text.invites,
        words: text.words,
    };
    (question, details)
}

fn check_texts(problems: &mut Problems, file: &str, text: &QuestionText) {
    check::message(problems, file, "prompt", &text.prompt);
    check::message(problems, file, "listens", &text.listens);
    check::paragraph(problems, file, "why", &text.why, WHY_WORDS);
    let lists = [
        ("rephrasings", &text.rephrasings, 3),
        ("dos", &text.dos, 2),
        ("avoids", &text.avoids, 2),
        ("probes", &text.probes, 3),
    ];
    for (field, list, least) in lists {
        check::messages(problems, file, field, list, least);
    }
    text.probes.iter().for_each(|probe| check::question(problems, file, "probes", probe));
    if !(4..=10).contains(&text.words.len()) {
        let reason = format!("{} entries", text.words.len());
        problems.add(file, "words", reason, "Write 4 to 10 words that people may type and the prompt does not have");
    }
    for word in &text.words {
        check::text(problems, file, "words", word);
        problems.say(file, "words", word, As::Name);
    }
}

/// Stands in for a profile that does not exist, until the problem that was noted ends the build.
const EMPTY: QuestionProfile = QuestionProfile {
    id: "",
    kind: comeback_engine::rubric::ProfileKind::Story,
    weights: [2; 12],
    words: comeback_engine::rubric::Words { amber_low: 0, target_low: 0, target_high: 0, amber_high: 0 },
    shares: &[],
    asked: 0,
    off: 0,
    wordings: &[],
    spoken: false,
};
