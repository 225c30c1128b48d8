//! The development corpus: answers that were written and judged before any rule was tuned. `tests/corpus/README.md` says how.
//!
//! Shared by the test that guards its shape (`tests/corpus/main.rs`) and by `examples/quality`, which measures with it.
//! Problems name an answer by its id and never quote it: the unseen half must stay unread.
#![allow(dead_code, reason = "each of those who share it uses a part of it")]

mod markers;

use std::fs;
use std::path::{Path, PathBuf};

use comeback::content::{Question, question};
use comeback_engine::{Role, Signal, Span};
use serde::Deserialize;

/// Rules are tuned on the one half and only measured on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    Tuning,
    Unseen,
}

impl Half {
    pub const fn name(self) -> &'static str {
        match self {
            Half::Tuning => "tuning",
            Half::Unseen => "unseen",
        }
    }
}

/// The writer's overall judgement, made before the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    Weak,
    Middling,
    Strong,
}

/// How it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    Prose,
    Notes,
    Dictated,
    NonNative,
}

impl Form {
    pub const ALL: [Form; 4] = [Form::Prose, Form::Notes, Form::Dictated, Form::NonNative];

    pub const fn name(self) -> &'static str {
        match self {
            Form::Prose => "prose",
            Form::Notes => "notes",
            Form::Dictated => "dictated",
            Form::NonNative => "non-native",
        }
    }
}

/// The speaker's line of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    Health,
    Teaching,
    Trades,
    Retail,
    Kitchen,
    Office,
    Sales,
    Transport,
    Army,
    Charity,
    Founder,
    Student,
    Software,
}

/// How many groups there are.
pub const GROUPS: usize = Group::Software as usize + 1;

/// The blame family, on which an accusation may rightly stand: a problem of another of these kinds at the same place is
/// near enough to ask about.
pub const FAMILY: [Signal; 9] = [
    Signal::Blame,
    Signal::Excuse,
    Signal::PassiveEvasion,
    Signal::Minimising,
    Signal::Complaint,
    Signal::PromiseOnly,
    Signal::NeverFailed,
    Signal::FakeFailure,
    Signal::Disqualifying,
];

/// A judged answer.
#[derive(Clone, Debug)]
pub struct Answer {
    pub id: String,
    pub question: &'static Question,
    pub group: Group,
    pub form: Form,
    pub quality: Quality,
    /// The weaker telling of the same story, by id.
    pub improves: Option<String>,
    /// 1-5 in the order of the criteria; `None` where it does not apply.
    pub levels: [Option<u8>; 12],
    pub findings: Vec<Noted>,
    pub text: String,
    /// What each stretch of the text is, in order and without gaps.
    pub roles: Vec<(Span, Role)>,
}

/// Something a careful coach would point out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted {
    pub kind: Signal,
    /// `None`: about the whole answer.
    pub span: Option<Span>,
}

impl Answer {
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// The role of the byte.
    pub fn role_at(&self, byte: u32) -> Role {
        let at = self.roles.partition_point(|(span, _)| span.end <= byte);
        self.roles.get(at).map_or(Role::Other, |&(_, role)| role)
    }
}

/// An answer as it is written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    question: String,
    group: Group,
    form: Form,
    quality: Quality,
    improves: Option<String>,
    levels: [u8; 12],
    #[serde(default)]
    findings: Vec<(String, String)>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    answer: Vec<Written>,
}

/// The folder that holds the corpus.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// All answers of one half, or all that is wrong with it.
pub fn load(half: Half) -> Result<Vec<Answer>, Vec<String>> {
    let (mut answers, mut problems) = (vec![], vec![]);
    for path in files(&folder().join(half.name())).map_err(|problem| vec![problem])? {
        match read(&path) {
            Ok(file) => {
                for written in file.answer {
                    let id = written.id.clone();
                    match understand(written) {
                        Ok(answer) => answers.push(answer),
                        Err(found) => problems.extend(found.into_iter().map(|problem| format!("{id}: {problem}"))),
                    }
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

/// The `.toml` files of a folder, in order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<File, String> {
    let name = path.display();
    let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    toml::from_str(&text).map_err(|error| format!("{name}: {} at {:?}", error.message(), error.span()))
}

fn understand(written: Written) -> Result<Answer, Vec<String>> {
    let mut problems = vec![];
    let (text, roles) = markers::read(&written.text).map_err(|problem| vec![problem])?;
    let asked = question(&written.question);
    if asked.is_none() {
        problems.push(format!("there is no question `{}`", written.question));
    }
    if written.levels.iter().any(|&level| level > 5) {
        problems.push("a level is above 5".to_owned());
    }
    let mut findings = vec![];
    for (number, (kind, quote)) in written.findings.iter().enumerate() {
        match noted(kind, quote, &text) {
            Ok(one) => findings.push(one),
            Err(problem) => problems.push(format!("finding {}: {problem}", number + 1)),
        }
    }
    match asked.filter(|_| problems.is_empty()) {
        Some(question) => Ok(Answer {
            id: written.id,
            question,
            group: written.group,
            form: written.form,
            quality: written.quality,
            improves: written.improves,
            levels: written.levels.map(|level| (level > 0).then_some(level)),
            findings,
            text,
            roles,
        }),
        None => Err(problems),
    }
}

fn noted(kind: &str, quote: &str, text: &str) -> Result<Noted, String> {
    let found = Signal::ALL.iter().copied().find(|signal| signal.name() == kind && signal.is_finding());
    let kind = found.ok_or_else(|| format!("there is no finding `{kind}`"))?;
    if quote.is_empty() {
        return Ok(Noted { kind, span: None });
    }
    let mut places = text.match_indices(quote);
    match (places.next(), places.next()) {
        (Some((start, _)), None) => {
            Ok(Noted { kind, span: Some(Span { start: start as u32, end: (start + quote.len()) as u32 }) })
        }
        (None, _) => Err("its quote does not occur".to_owned()),
        _ => Err("its quote occurs more than once".to_owned()),
    }
}
