//! The sample answers: what a speaker says, which part each sentence is, and how it was judged by its writer.

use crate::problem::{Problems, check};
use crate::questions::{Question, SENIORITIES};
use crate::source::{self, Named, Tree};
use comeback_engine::reader::Reader;
use comeback_engine::{QuestionProfile, Role, Rubric, Signal, Span, assess, copied};
use serde::{Deserialize, Serialize};

/// Lines of work that samples are told from.
const GROUPS: [&str; 13] = [
    "health",
    "teaching",
    "trades",
    "retail",
    "kitchen",
    "office",
    "sales",
    "transport",
    "army",
    "charity",
    "founder",
    "student",
    "software",
];

/// Speaking times, and how many words fit each.
const LENGTHS: [(u32, std::ops::RangeInclusive<usize>); 3] = [(20, 30..=65), (60, 100..=190), (120, 190..=300)];

/// Most words of a sample; its length has bounds of its own.
const WORDS: usize = 300;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleText {
    id: String,
    question: String,
    title: String,
    profession: String,
    group: String,
    seniority: String,
    seconds: u32,
    kind: String,
    #[serde(default)]
    improves: String,
    levels: Vec<u8>,
    #[serde(default)]
    findings: Vec<(String, String)>,
    learn: String,
    text: String,
}

impl Named for SampleText {
    fn id(&self) -> &str {
        &self.id
    }
}

/// A sample answer, as the library has it and as it is proved.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs, reason = "each is described where the page reads it: src/library.rs")]
pub struct Sample {
    pub id: String,
    pub question: String,
    pub title: String,
    pub profession: String,
    pub group: String,
    pub seniority: String,
    pub seconds: u32,
    pub kind: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub improves: String,
    pub levels: Vec<u8>,
    /// What the engine gives it, where nobody takes its words for copied.
    pub judged: Vec<u8>,
    pub learn: String,
    pub text: String,
    /// Start, end (bytes) and role of each sentence.
    pub parts: Vec<[u32; 3]>,
    /// Kind and words of what its writer would point out.
    #[serde(skip)]
    pub findings: Vec<(Signal, Span)>,
    /// Where each marked stretch begins (bytes), and what it is.
    #[serde(skip)]
    pub marked: Vec<(u32, Role)>,
}

/// Reads all samples, by id; their parts are still empty.
pub fn read(problems: &mut Problems, tree: &Tree, questions: &[Question]) -> Vec<Sample> {
    let all = source::each::<SampleText>(problems, tree, "samples");
    let before: Vec<String> =
        all.iter().filter(|(_, text)| text.kind == "before").map(|(_, text)| text.id.clone()).collect();
    all.into_iter().map(|(file, text)| sample(problems, &file, text, questions, &before)).collect()
}

fn sample(problems: &mut Problems, file: &str, text: SampleText, questions: &[Question], before: &[String]) -> Sample {
    let (plain, marked) = unmark(problems, file, text.text.trim());
    check::name(problems, file, "title", &text.title);
    check::name(problems, file, "profession", &text.profession);
    check::message(problems, file, "learn", &text.learn);
    check::speech(problems, file, "text", &plain, WORDS);
    let known: Vec<&str> = questions.iter().map(|question| question.id).collect();
    let choices = [
        ("question", &text.question, &known[..]),
        ("group", &text.group, &GROUPS),
        ("seniority", &text.seniority, &SENIORITIES),
        ("kind", &text.kind, &["before", "after", "model"]),
    ];
    for (field, value, known) in choices {
        if !known.contains(&value.as_str()) {
            let mend = "See content/README.md for the choices";
            problems.add(file, field, format!("there is no \"{value}\""), mend);
        }
    }
    let improved = before.contains(&text.improves);
    if (text.kind == "after") != improved || text.kind != "after" && !text.improves.is_empty() {
        let mend = "An \"after\" names the \"before\" it improves, and nobody else does";
        problems.add(file, "improves", format!("\"{}\" does not fit", text.improves), mend);
    }
    let words = plain.split_whitespace().count();
    match LENGTHS.iter().find(|(seconds, _)| *seconds == text.seconds) {
        None => problems.add(file, "seconds", format!("there is no {}", text.seconds), "Use 20, 60 or 120"),
        // A thin telling is short: that is what it lacks.
        Some((_, fit)) if text.kind != "before" && !fit.contains(&words) => {
            let mend = format!("Keep it between {} and {}", fit.start(), fit.end());
            problems.add(file, "text", format!("{words} words do not fit {} seconds", text.seconds), mend);
        }
        Some(_) => {}
    }
    if text.levels.len() != 12 || text.levels.iter().any(|level| *level > 5) {
        problems.add(file, "levels", "they are not twelve levels", "Write R1 to R12, each 1 to 5, or 0 if not asked");
    }
    let findings = text.findings.iter().filter_map(|(kind, words)| {
        let found = finding(&plain, kind, words);
        if found.is_none() {
            let mend = "Use a kind of finding, and words that occur once in the text";
            problems.add(file, "findings", format!("[\"{kind}\", \"{words}\"] does not fit"), mend);
        }
        found
    });
    let findings = findings.collect();
    Sample {
        id: text.id,
        question: text.question,
        title: text.title,
        profession: text.profession,
        group: text.group,
        seniority: text.seniority,
        seconds: text.seconds,
        kind: text.kind,
        improves: text.improves,
        levels: text.levels,
        judged: vec![],
        learn: text.learn,
        text: plain,
        parts: vec![],
        findings,
        marked,
    }
}

/// A finding by its kind and the words that occur once; no words speak of the whole answer.
fn finding(text: &str, kind: &str, words: &str) -> Option<(Signal, Span)> {
    let signal = Signal::from_name(kind).filter(|signal| signal.is_finding())?;
    let span = match words {
        "" => Span { start: 0, end: text.len() as u32 },
        _ if text.matches(words).count() != 1 => return None,
        _ => text.find(words).map(|at| Span { start: at as u32, end: (at + words.len()) as u32 })?,
    };
    Some((signal, span))
}

/// Takes the markers `{role}` and one space behind each out of a text.
fn unmark(problems: &mut Problems, file: &str, marked: &str) -> (String, Vec<(u32, Role)>) {
    let (mut text, mut roles) = (String::new(), vec![]);
    let mut pieces = marked.split('{');
    text.push_str(pieces.next().unwrap_or(""));
    if !text.trim().is_empty() {
        problems.add(file, "text", "its first words have no role", "Begin with a marker such as {context}");
    }
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or(("", piece));
        match Role::from_name(name.trim()) {
            Some(role) => roles.push((text.len() as u32, role)),
            None => {
                let mend = "See the roles in content/README.md";
                problems.add(file, "text", format!("there is no role \"{name}\""), mend);
            }
        }
        text.push_str(rest.strip_prefix(' ').unwrap_or(rest));
    }
    (text, roles)
}

impl Sample {
    /// What the engine gives it as an answer to its question.
    pub fn set_levels(&mut self, rubric: &Rubric, question: &QuestionProfile) {
        let report = assess(&Rubric { samples: &[], ..*rubric }, question, &self.text);
        self.judged = report.levels.map(|level| level.unwrap_or(0)).to_vec();
    }

    /// Which part each sentence is: the role that has most of its bytes, the earlier one when two have as many.
    pub fn set_parts(&mut self, rubric: &Rubric) {
        let mut reader = Reader::new(rubric);
        let sentences = &reader.read(&self.text).sentences;
        self.parts = sentences.iter().map(|one| [one.span.start, one.span.end, self.role(one.span) as u32]).collect();
    }

    fn role(&self, span: Span) -> Role {
        let mut bytes = [0; 10];
        let ends = self.marked.iter().skip(1).map(|(start, _)| *start).chain([self.text.len() as u32]);
        for ((start, role), end) in self.marked.iter().zip(ends) {
            bytes[*role as usize] += span.end.min(end).saturating_sub(span.start.max(*start));
        }
        let best = Role::ALL.into_iter().max_by_key(|role| (bytes[*role as usize], 10 - *role as usize));
        best.unwrap_or(Role::Other)
    }
}

/// What all samples are known again by, sorted.
pub fn marks(samples: &[Sample]) -> Vec<u32> {
    let mut marks: Vec<u32> = samples.iter().flat_map(|sample| copied::marks(&sample.text)).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}
