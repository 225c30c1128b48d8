//! What the judgement costs, without the page: a whole text, and one key in it, at several lengths.
//!
//! `cargo bench --bench speed` measures it natively; `cargo xtask bench --speed` runs the same code in Chromium beside
//! others. `-- --texts FILE` also writes the texts, as JSON by their number of words, for the browser to read.

use comeback::content::{QUESTIONS, RUBRIC};
use comeback_engine::{Assessor, assess};
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(not(target_family = "wasm"))]
#[path = "../tests/texts/mod.rs"]
mod texts;

/// What is called from a page.
#[wasm_bindgen]
pub struct Judge {
    assessor: Assessor<'static>,
}

#[wasm_bindgen]
impl Judge {
    /// Nothing read yet.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript calls the constructor")]
    pub fn new() -> Self {
        Self { assessor: Assessor::new(&RUBRIC) }
    }

    /// Judges a text afresh; gives its number of words.
    pub fn check(&self, text: &str) -> u32 {
        assess(&RUBRIC, &QUESTIONS[0].profile, text).words
    }

    /// Judges a text after an edit, the caret at this byte; gives its number of words.
    pub fn edit(&mut self, text: &str, caret: u32) -> u32 {
        self.assessor.update(&QUESTIONS[0].profile, text, Some(caret)).words
    }
}

#[cfg(target_family = "wasm")]
fn main() {}

#[cfg(not(target_family = "wasm"))]
fn main() -> std::io::Result<()> {
    native::main()
}

#[cfg(not(target_family = "wasm"))]
mod native {
    use std::time::{Duration, Instant};

    use super::{Judge, texts};

    /// Words of the texts.
    const SIZES: [usize; 4] = [200, 2_000, 20_000, 50_000];

    /// How long each figure is measured.
    const BUDGET: Duration = Duration::from_secs(1);

    /// What the typist types, once in the middle and once at the end.
    const PHRASE: &str = " In the end I told the client about it on that day.";

    pub fn main() -> std::io::Result<()> {
        let answers = texts::plain::answers();
        let long: Vec<(usize, String)> = SIZES.map(|words| (words, texts::long(&answers, words))).into();
        let mut arguments = std::env::args().skip_while(|argument| argument != "--texts");
        if let Some(file) = arguments.nth(1) {
            let json: serde_json::Map<_, _> =
                long.iter().map(|(words, text)| (words.to_string(), text.as_str().into())).collect();
            std::fs::write(file, serde_json::to_vec(&json)?)?;
        }
        for (words, text) in &long {
            let mut judge = Judge::new();
            let check = measured(|| {
                std::hint::black_box(judge.check(text));
            });
            let typed = typed(text);
            let mut keys = typed.iter().cycle();
            let edit = measured(|| {
                if let Some((text, caret)) = keys.next() {
                    std::hint::black_box(judge.edit(text, *caret));
                }
            });
            println!("{words:>6} words natively: whole text {check}; one key {edit}");
        }
        Ok(())
    }

    /// The text after each key, and where the caret then stands.
    fn typed(text: &str) -> Vec<(String, u32)> {
        let middle = text[..text.floor_char_boundary(text.len() / 2)].rfind(". ").map_or(0, |stop| stop + 1);
        let keys = |place: usize| {
            (1..=PHRASE.len()).map(move |key| {
                ([&text[..place], &PHRASE[..key], &text[place..]].concat(), u32::try_from(place + key).unwrap_or(0))
            })
        };
        keys(middle).chain(keys(text.len())).collect()
    }

    fn measured(mut work: impl FnMut()) -> String {
        let started = Instant::now();
        let mut times = Vec::new();
        while started.elapsed() < BUDGET || times.len() < 10 {
            let before = Instant::now();
            work();
            times.push(before.elapsed());
        }
        // The first tenth warms up.
        times.drain(..times.len() / 10);
        times.sort();
        let at = |percent: usize| times[times.len() * percent / 100].as_secs_f64() * 1_000.0;
        format!("p50 {:.3} ms, p99 {:.3} ms, of {}", at(50), at(99), times.len())
    }
}
