//! Cue files to the engine's cues and their patterns.

use crate::frame_test::{self, FrameText};
use crate::layout::{Builder, Entry};
use crate::lexicon::{Tables, Words};
use crate::pattern::{self, Anchor, Pattern, Sets};
use crate::problem::{Problems, check};
use crate::source::{self, Tree};
use comeback_engine::rubric::{Cue, Patterns};
use comeback_engine::{Criterion, Signal};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Patterns that have no word to be entered at: each is tried at every word of its class.
const WORDLESS: usize = 64;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueFile {
    cue: Vec<CueText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CueText {
    id: String,
    signal: String,
    criterion: Option<String>,
    #[serde(rename = "match")]
    patterns: OneOrMore,
    #[serde(default)]
    frame: FrameText,
    cap: Option<i64>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    alone: bool,
    /// The question its examples answer; `biggest-failure` when absent.
    question: Option<String>,
    yes: Vec<String>,
    no: Vec<String>,
}

/// A string or a list of strings.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMore {
    /// One.
    One(String),
    /// Several.
    More(Vec<String>),
}

impl OneOrMore {
    /// All of them.
    pub(crate) fn all(&self) -> &[String] {
        match self {
            OneOrMore::One(text) => std::slice::from_ref(text),
            OneOrMore::More(texts) => texts,
        }
    }
}

/// A cue, its patterns and its examples, before the words have numbers.
pub struct Draft {
    /// Stable id.
    pub id: String,
    /// Where it was read.
    pub file: String,
    /// For the engine.
    pub cue: Cue,
    patterns: Vec<(Pattern, usize, Anchor)>,
    /// Id of the question its examples answer.
    pub question: String,
    /// Lines that must fire; a span may be marked with ‹ ›.
    pub yes: Vec<String>,
    /// Lines that must not fire.
    pub no: Vec<String>,
}

/// Reads all cue files. `home` gives the criterion of each finding kind.
pub fn read(
    problems: &mut Problems,
    tree: &Tree,
    words: &mut Words,
    home: &BTreeMap<Signal, Criterion>,
    questions: &[&str],
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = vec![];
    for (file, text) in source::folder(tree, "rubric/cues") {
        for cue in source::parse::<CueFile>(problems, file, text).map_or(vec![], |file| file.cue) {
            if drafts.iter().any(|draft| draft.id == cue.id) {
                problems.add(file, format!("cue {}", cue.id), "the id is taken", "Choose another id");
            }
            drafts.extend(draft(problems, file, cue, words, home, questions));
        }
    }
    drafts
}

fn draft(
    problems: &mut Problems,
    file: &str,
    text: CueText,
    words: &mut Words,
    home: &BTreeMap<Signal, Criterion>,
    questions: &[&str],
) -> Option<Draft> {
    check::id(problems, file, &text.id, true);
    let field = |name: &str| format!("cue {} · {name}", text.id);
    let signal = signal(problems, file, &field("signal"), &text.signal)?;
    let criterion = match (&text.criterion, home.get(&signal)) {
        (Some(name), _) => criterion(problems, file, &field("criterion"), name)?,
        (None, Some(criterion)) => *criterion,
        (None, None) if matches!(signal, Signal::Immunise | Signal::FairGround) => Criterion::Ownership,
        (None, None) => {
            problems.add(file, field("criterion"), "evidence needs a criterion", "Name the criterion it counts for");
            return None;
        }
    };
    let cap = text.cap.unwrap_or(2);
    if !(1..=9).contains(&cap) {
        problems.add(file, field("cap"), format!("{cap} is out of range"), "Let 1 to 9 hits count");
    }
    let mut unless = 0;
    for name in &text.unless {
        unless |= self::signal(problems, file, &field("unless"), name).map_or(0, Signal::bit);
    }
    for (name, lines) in [("yes", &text.yes), ("no", &text.no)] {
        if lines.len() < 3 {
            problems.add(file, field(name), format!("{} lines", lines.len()), "Give at least three");
        }
        for line in lines {
            check::text(problems, file, &field(name), line);
        }
    }
    let question = text.question.clone().unwrap_or_else(|| "biggest-failure".to_owned());
    if !questions.contains(&question.as_str()) {
        problems.add(file, field("question"), format!("there is no question \"{question}\""), "Use a question's id");
    }
    let frame = frame_test::read(problems, file, &field("frame"), &text.frame);
    let patterns = patterns(problems, file, &field("match"), text.patterns.all(), words);
    Some(Draft {
        file: file.to_owned(),
        cue: Cue { signal, criterion, frame, cap: cap.clamp(1, 9) as u8, unless, alone: text.alone },
        patterns,
        question,
        yes: text.yes,
        no: text.no,
        id: text.id,
    })
}

fn patterns(
    problems: &mut Problems,
    file: &str,
    field: &str,
    texts: &[String],
    words: &mut Words,
) -> Vec<(Pattern, usize, Anchor)> {
    if texts.is_empty() {
        problems.add(file, field, "there is no pattern", "Write at least one");
    }
    let mut patterns = vec![];
    for text in texts {
        match pattern::parse(text, words) {
            Ok(pattern) => match pattern.anchor(words) {
                Some((index, anchor)) => patterns.push((pattern, index, anchor)),
                None => problems.add(file, field, format!("`{text}` has nothing to be found by"), "Add a word"),
            },
            Err((reason, mend)) => problems.add(file, field, format!("in `{text}`: {reason}"), mend),
        }
    }
    patterns
}

/// The signal a cue may carry or name; derived ones are worked out by the engine alone.
pub fn signal(problems: &mut Problems, file: &str, field: &str, name: &str) -> Option<Signal> {
    let found = Signal::from_name(name).filter(|signal| !signal.is_derived());
    if found.is_none() {
        let mend = "Use one of the signals listed in content/README.md";
        problems.add(file, field, format!("there is no signal \"{name}\" for cues"), mend);
    }
    found
}

/// A criterion by its id.
pub fn criterion(problems: &mut Problems, file: &str, field: &str, name: &str) -> Option<Criterion> {
    let found = Criterion::from_name(name);
    if found.is_none() {
        let known: Vec<&str> = Criterion::ALL.iter().map(|criterion| criterion.name()).collect();
        let mend = format!("Criteria are {}", known.join(", "));
        problems.add(file, field, format!("there is no criterion \"{name}\""), mend);
    }
    found
}

/// Lays out the patterns of all cues.
pub fn layout(problems: &mut Problems, drafts: &[Draft], tables: &Tables) -> Option<Patterns> {
    let (mut builder, mut sets) = (Builder::default(), Sets::default());
    for (index, draft) in drafts.iter().enumerate() {
        for (pattern, anchor, entered) in &draft.patterns {
            let entry = match entered {
                Anchor::Class(bit) => Entry::Class(*bit),
                Anchor::Words(words) => {
                    Entry::Set(sets.number(words.iter().filter_map(|word| lemma(word, tables)).collect()))
                }
            };
            let steps = pattern.steps(*anchor, &tables.numbers, &mut sets);
            if !builder.add(entry, &steps, index as u16) {
                let field = format!("cue {} · match", draft.id);
                problems.add(&draft.file, field, "the same pattern stands twice", "Remove one of them");
            }
        }
    }
    let patterns = drafts.iter().flat_map(|draft| &draft.patterns);
    let wordless = patterns.filter(|(_, _, anchor)| matches!(anchor, Anchor::Class(_))).count();
    if wordless > WORDLESS {
        let reason = format!("{wordless} patterns have no word; at most {WORDLESS} may");
        problems.add("rubric/cues", "all files", reason, "Add a word or a set to some of them");
    }
    let laid = builder.finish(&sets, tables.numbers.len()).filter(|_| drafts.len() <= 512);
    if laid.is_none() {
        problems.add(
            "rubric/cues",
            "all files",
            "the patterns outgrow the tables (65,535 bytes, 512 cues)",
            "Join some patterns",
        );
    }
    laid
}

/// The lemma under which a word or form is looked up.
fn lemma(word: &str, tables: &Tables) -> Option<u16> {
    let form = *tables.numbers.get(word)?;
    let delta = *tables.lexicon.lemma.get(usize::from(form))?;
    u16::try_from(i32::from(form) - i32::from(delta)).ok()
}
