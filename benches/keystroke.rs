//! What one key costs in a draft of about 300 words: the judgement alone, without the page.
//!
//! `cargo bench --bench keystroke` measures it natively; `cargo xtask bench` runs the same code in Chromium.

use comeback::content::{QUESTIONS, Question, RUBRIC};
use comeback_engine::Assessor;
use wasm_bindgen::prelude::wasm_bindgen;

/// The draft in which the typist types.
const DRAFT: &str = include_str!("draft.txt");

/// What the typist types, again and again: 100 keys.
const PHRASE: &str =
    " In the end I moved the date by two weeks and told the client about it, by phone, on the same day.  ";

/// Somebody who types the phrase in the middle of the draft, takes it back, and types it again at the end.
#[wasm_bindgen]
pub struct Typist {
    question: &'static Question,
    assessor: Assessor<'static>,
    text: String,
    keys: usize,
}

#[wasm_bindgen]
impl Typist {
    /// At the start of the first phrase.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript calls the constructor")]
    pub fn new() -> Self {
        Self { question: &QUESTIONS[0], assessor: Assessor::new(&RUBRIC), text: DRAFT.to_owned(), keys: 0 }
    }

    /// Presses the next key and judges the text, caret and all; gives the number of words.
    pub fn key(&mut self) -> u32 {
        let (round, typed) = (self.keys / PHRASE.len(), self.keys % PHRASE.len());
        if typed == 0 {
            self.text.replace_range(.., DRAFT);
        }
        let middle = DRAFT.find("\n\nI called").unwrap_or(0);
        let caret = if round.is_multiple_of(2) { middle } else { DRAFT.trim_end().len() } + typed;
        self.text.insert_str(caret, &PHRASE[typed..=typed]);
        self.keys += 1;
        let caret = u32::try_from(caret + 1).ok();
        self.assessor.update(&self.question.profile, &self.text, caret).words
    }

    /// Presses the next `count` keys.
    pub fn keys(&mut self, count: u32) -> u32 {
        (0..count).map(|_| self.key()).last().unwrap_or(0)
    }
}

#[cfg(target_family = "wasm")]
fn main() {}

#[cfg(not(target_family = "wasm"))]
fn main() {
    let mut typist = Typist::new();
    let words = typist.keys(2_000);
    let mut times: Vec<_> = (0..20_000)
        .map(|_| {
            let started = std::time::Instant::now();
            std::hint::black_box(typist.key());
            started.elapsed()
        })
        .collect();
    times.sort();
    let at = |percent: usize| times[times.len() * percent / 100].as_micros();
    println!("native, one key, {words} words: p50 {} us, p99 {} us, of {} keys", at(50), at(99), times.len());
}
