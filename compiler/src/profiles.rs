//! How answers are judged, by name: what several questions share.

use crate::problem::Problems;
use crate::source::{self, Named, Tree};
use comeback_engine::rubric::{ProfileKind, Share, Words};
use comeback_engine::{Criterion, QuestionProfile, Role, Signal};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The profiles by id; their question's id and wordings are still empty.
pub type Profiles = BTreeMap<String, QuestionProfile>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileText {
    id: String,
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

impl Named for ProfileText {
    fn id(&self) -> &str {
        &self.id
    }
}

/// Reads all profiles.
pub fn read(problems: &mut Problems, tree: &Tree) -> Profiles {
    let all = source::each::<ProfileText>(problems, tree, "profiles");
    if all.is_empty() {
        problems.add("profiles", "folder", "there is no profile", "Add profiles/<id>.toml");
    }
    all.into_iter().map(|(file, text)| (text.id.clone(), profile(problems, &file, text))).collect()
}

fn profile(problems: &mut Problems, file: &str, text: ProfileText) -> QuestionProfile {
    let kind = match text.kind.as_str() {
        "story" => ProfileKind::Story,
        "process" => ProfileKind::Process,
        "weakness" => ProfileKind::Weakness,
        other => {
            problems.add(file, "kind", format!("there is no kind \"{other}\""), "story, process or weakness");
            ProfileKind::Story
        }
    };
    let mut weights = [2; 12];
    for (name, weight) in text.weights {
        let found = crate::cues::criterion(problems, file, "weights", &name);
        if weight > 4 {
            problems.add(file, "weights", format!("{name} weighs {weight}"), "Give 0 to 4");
        }
        found.into_iter().for_each(|criterion: Criterion| weights[criterion as usize] = weight);
    }
    let bands = [text.words.amber[0], text.words.target[0], text.words.target[1], text.words.amber[1]];
    if !bands.is_sorted_by(|a, b| a < b) {
        problems.add(file, "words", "the bands overlap", "amber encloses target, both from low to high");
    }
    let mut shares = vec![];
    for share in text.shares {
        let roles = roles(problems, file, "shares", &share.roles);
        let [low, high] = share.fine;
        if roles.is_empty() || !(low <= share.target && share.target <= high && high <= 100) {
            let mend = "Name its roles; the target lies in the fine range";
            problems.add(file, "shares", "a share does not hold together", mend);
        }
        shares.push(Share { roles: roles.leak(), target: share.target, low, high });
    }
    let sum: u32 = shares.iter().map(|share| u32::from(share.target)).sum();
    if sum != 100 {
        problems.add(file, "shares", format!("the targets add up to {sum}"), "Let them add up to 100");
    }
    let asked = roles(problems, file, "asked", &text.asked);
    if asked.is_empty() {
        problems.add(file, "asked", "no role is asked for", "Name at least one");
    }
    let mut off = 0;
    for name in &text.off {
        match Signal::from_name(name).filter(|signal| signal.is_finding()) {
            Some(signal) => off |= signal.bit(),
            None => problems.add(file, "off", format!("there is no kind \"{name}\""), "Use a finding kind"),
        }
    }
    QuestionProfile {
        id: "",
        kind,
        weights,
        words: Words { amber_low: bands[0], target_low: bands[1], target_high: bands[2], amber_high: bands[3] },
        shares: shares.leak(),
        asked: asked.iter().fold(0, |mask, role| mask | role.bit()),
        off,
        wordings: &[],
        spoken: text.spoken,
    }
}

/// The roles with these names; an unknown one is a problem.
pub fn roles(problems: &mut Problems, file: &str, field: &str, names: &[String]) -> Vec<Role> {
    let mut roles = vec![];
    for name in names {
        match Role::from_name(name) {
            Some(role) => roles.push(role),
            None => {
                problems.add(file, field, format!("there is no role \"{name}\""), "See the roles in content/README.md")
            }
        }
    }
    roles
}
