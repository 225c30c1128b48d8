//! The questions, and how answers to each are judged.

use crate::problem::{Problems, check};
use crate::source::{self, Tree};
use comeback_engine::copied::wording;
use comeback_engine::rubric::{ProfileKind, Share, Words};
use comeback_engine::{Criterion, QuestionProfile, Role, Signal};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Most words of "why they ask".
const WHY_WORDS: usize = 70;

/// A question and everything said about it; the page has a type of the same shape.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is described where the page reads it: src/content.rs")]
pub struct Question {
    pub id: &'static str,
    pub prompt: &'static str,
    pub rephrasings: &'static [&'static str],
    pub listens: &'static str,
    pub why: &'static str,
    pub dos: &'static [&'static str],
    pub avoids: &'static [&'static str],
    pub probes: &'static [&'static str],
    pub profile: QuestionProfile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionText {
    id: String,
    /// Place in the list, 1 first.
    order: u8,
    prompt: String,
    rephrasings: Vec<String>,
    listens: String,
    why: String,
    dos: Vec<String>,
    avoids: Vec<String>,
    probes: Vec<String>,
    profile: ProfileText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileText {
    kind: String,
    /// Weights that differ from 2.
    #[serde(default)]
    weights: BTreeMap<String, u8>,
    words: WordsText,
    shares: Vec<ShareText>,
    asked: Vec<String>,
    #[serde(default)]
    off: Vec<String>,
    #[serde(default)]
    spoken: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsText {
    target: [u16; 2],
    amber: [u16; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareText {
    roles: Vec<String>,
    target: u8,
    fine: [u8; 2],
}

/// Reads all questions, in the order they are listed in.
pub fn read(problems: &mut Problems, tree: &Tree) -> Vec<Question> {
    let mut questions: Vec<(u8, Question)> = vec![];
    for (file, text) in source::folder(tree, "questions") {
        let Some(text) = source::parse::<QuestionText>(problems, file, text) else { continue };
        check::id(problems, file, &text.id, false);
        if file != format!("questions/{}.toml", text.id) {
            problems.add(file, "id", "id and file name differ", format!("Name the file {}.toml", text.id));
        }
        if questions.iter().any(|(order, _)| *order == text.order) {
            problems.add(file, "order", "another question has this place", "Choose a free number");
        }
        questions.push((text.order, question(problems, file, text)));
    }
    if questions.is_empty() {
        problems.add("questions", "folder", "there is no question", "Add questions/<id>.toml");
    }
    questions.sort_by_key(|(order, _)| *order);
    questions.into_iter().map(|(_, question)| question).collect()
}

fn question(problems: &mut Problems, file: &str, text: QuestionText) -> Question {
    check::message(problems, file, "prompt", &text.prompt);
    check::message(problems, file, "listens", &text.listens);
    check::text(problems, file, "why", &text.why);
    if text.why.split_whitespace().count() > WHY_WORDS {
        problems.add(file, "why", "it is too long", format!("Keep it to {WHY_WORDS} words"));
    }
    let lists = [
        ("rephrasings", &text.rephrasings, 3),
        ("dos", &text.dos, 2),
        ("avoids", &text.avoids, 2),
        ("probes", &text.probes, 3),
    ];
    for (field, list, least) in lists {
        if list.len() < least {
            problems.add(file, field, format!("{} entries", list.len()), format!("Write at least {least}"));
        }
        list.iter().for_each(|entry| check::message(problems, file, field, entry));
    }
    text.probes.iter().for_each(|probe| check::question(problems, file, "probes", probe));
    let id: &'static str = text.id.leak();
    let prompt: &'static str = text.prompt.leak();
    let rephrasings = strings(text.rephrasings);
    let wordings: Vec<u32> = std::iter::once(&prompt).chain(rephrasings).map(|text| wording(text)).collect();
    Question {
        id,
        prompt,
        rephrasings,
        listens: text.listens.leak(),
        why: text.why.leak(),
        dos: strings(text.dos),
        avoids: strings(text.avoids),
        probes: strings(text.probes),
        profile: profile(problems, file, id, text.profile, wordings.leak()),
    }
}

fn profile(
    problems: &mut Problems,
    file: &str,
    id: &'static str,
    text: ProfileText,
    wordings: &'static [u32],
) -> QuestionProfile {
    let kind = match text.kind.as_str() {
        "story" => ProfileKind::Story,
        "process" => ProfileKind::Process,
        "weakness" => ProfileKind::Weakness,
        other => {
            problems.add(file, "profile.kind", format!("there is no kind \"{other}\""), "story, process or weakness");
            ProfileKind::Story
        }
    };
    let mut weights = [2; 12];
    for (name, weight) in text.weights {
        let found = crate::cues::criterion(problems, file, "profile.weights", &name);
        if weight > 4 {
            problems.add(file, "profile.weights", format!("{name} weighs {weight}"), "Give 0 to 4");
        }
        found.into_iter().for_each(|criterion: Criterion| weights[criterion as usize] = weight);
    }
    let bands = [text.words.amber[0], text.words.target[0], text.words.target[1], text.words.amber[1]];
    if !bands.is_sorted_by(|a, b| a < b) {
        problems.add(file, "profile.words", "the bands overlap", "amber encloses target, both from low to high");
    }
    let mut shares = vec![];
    for share in text.shares {
        let roles = roles(problems, file, "profile.shares", &share.roles);
        let [low, high] = share.fine;
        if roles.is_empty() || !(low <= share.target && share.target <= high && high <= 100) {
            let mend = "Name its roles; the target lies in the fine range";
            problems.add(file, "profile.shares", "a share does not hold together", mend);
        }
        shares.push(Share { roles: roles.leak(), target: share.target, low, high });
    }
    let sum: u32 = shares.iter().map(|share| u32::from(share.target)).sum();
    if sum != 100 {
        problems.add(file, "profile.shares", format!("the targets add up to {sum}"), "Let them add up to 100");
    }
    let asked = roles(problems, file, "profile.asked", &text.asked);
    if asked.is_empty() {
        problems.add(file, "profile.asked", "no role is asked for", "Name at least one");
    }
    let mut off = 0;
    for name in &text.off {
        match Signal::from_name(name).filter(|signal| signal.is_finding()) {
            Some(signal) => off |= signal.bit(),
            None => problems.add(file, "profile.off", format!("there is no kind \"{name}\""), "Use a finding kind"),
        }
    }
    QuestionProfile {
        id,
        kind,
        weights,
        words: Words { amber_low: bands[0], target_low: bands[1], target_high: bands[2], amber_high: bands[3] },
        shares: shares.leak(),
        asked: asked.iter().fold(0, |mask, role| mask | role.bit()),
        off,
        wordings,
        spoken: text.spoken,
    }
}

fn roles(problems: &mut Problems, file: &str, field: &str, names: &[String]) -> Vec<Role> {
    let mut roles = vec![];
    for name in names {
        match Role::from_name(name) {
            Some(role) => roles.push(role),
            None => problems.add(file, field, format!("there is no role \"{name}\""), "Use a role's id"),
        }
    }
    roles
}

fn strings(list: Vec<String>) -> &'static [&'static str] {
    list.into_iter().map(|text| &*text.leak()).collect::<Vec<&'static str>>().leak()
}
