//! What the engine makes of 1,000 texts, as numbers that two machines can compare.

#[path = "../texts/mod.rs"]
pub mod texts;

use comeback::content::{QUESTIONS, RUBRIC};
use comeback_engine::{Assessor, assess};

use texts::{Texts, plain};

/// How many texts are read.
pub const TEXTS: usize = 1_000;

/// Where the texts begin: every sort of report is among those of the texts that follow.
pub const SEED: u64 = 12;

/// One line for each text: the fingerprint of its report, and that of the report after one edit with the caret in it.
pub fn fingerprints() -> String {
    let answers = plain::answers();
    let mut texts = Texts::new(SEED, &answers);
    let mut assessor = Assessor::new(&RUBRIC);
    let mut lines = String::new();
    for question in QUESTIONS.iter().cycle().take(TEXTS) {
        let mut text = texts.text();
        let calm = assess(&RUBRIC, &question.profile, &text).fingerprint();
        assessor.update(&question.profile, &text, None);
        texts.edit(&mut text);
        let caret = text.floor_char_boundary(texts.below(text.len() + 1)) as u32;
        let typing = assessor.update(&question.profile, &text, Some(caret)).fingerprint();
        lines += &format!("{calm:016x} {typing:016x}\n");
    }
    lines
}
