//! The cases as they are written down; their files say what each field means.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckList {
    pub minimum: Vec<Minimum>,
    pub invariance: Vec<Invariance>,
    pub direction: Vec<Direction>,
}

/// A text that must show some findings, and not others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minimum {
    pub id: String,
    #[serde(default = "first_question")]
    pub question: String,
    pub text: String,
    #[serde(default)]
    pub finds: Vec<String>,
    #[serde(default)]
    pub silent: Vec<String>,
    /// Of the first sentence.
    pub role: Option<String>,
}

/// A text in which names, figures or spellings may not matter.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invariance {
    pub id: String,
    #[serde(default = "first_question")]
    pub question: String,
    pub text: String,
    pub swaps: Vec<(String, String)>,
}

/// A text and the same one with one thing changed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Direction {
    pub id: String,
    #[serde(default = "first_question")]
    pub question: String,
    pub before: String,
    pub after: String,
    #[serde(default)]
    pub rises: Vec<String>,
    #[serde(default)]
    pub falls: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adversarial {
    pub case: Vec<Case>,
}

/// A text that tries to be judged wrongly.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    /// What is tried.
    #[serde(rename = "what")]
    pub _what: String,
    #[serde(default = "first_question")]
    pub question: String,
    pub text: String,
    #[serde(default = "once")]
    pub repeat: usize,
    #[serde(default = "space")]
    pub glue: String,
    #[serde(default)]
    pub finds: Vec<String>,
    #[serde(default)]
    pub silent: Vec<String>,
    /// Whether anything of the strongest tier may stand there.
    pub accuses: Option<bool>,
    pub state: Option<String>,
    #[serde(default)]
    pub at_most: BTreeMap<String, u8>,
    pub overall_at_most: Option<u16>,
    /// No level may be above those of this text.
    pub base: Option<String>,
}

fn first_question() -> String {
    "biggest-failure".to_owned()
}

const fn once() -> usize {
    1
}

fn space() -> String {
    " ".to_owned()
}
