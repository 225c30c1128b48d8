//! English or not, by the share of English function words. It takes the place of a language detector.

use super::Sentence;
use super::letters::is_letter;
use crate::class;

/// What the text seems to be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, or too short to tell.
    English,
    /// Perhaps English.
    Unsure,
    /// Something else.
    Other,
}

/// Texts below so many words are told by a stricter test.
const ENOUGH_WORDS: usize = 20;

/// Reads the share of closed-class words: from 25 % on English, below 15 % not (engine design, section 3). A short
/// text is called foreign only when next to nothing in it is English.
pub fn language(text: &str, sentences: &[Sentence]) -> Language {
    let (mut words, mut closed, mut known) = (0usize, 0usize, 0usize);
    for token in sentences.iter().flat_map(|sentence| &sentence.tokens).filter(|token| !token.glued) {
        words += 1;
        closed += usize::from(token.is(class::CLOSED | class::NUMBER));
        known += usize::from(token.lemma != super::UNKNOWN);
    }
    let letters = text.chars().filter(|c| is_letter(*c)).count();
    let latin = text.chars().filter(|c| is_letter(*c) && (*c as u32) < 0x250).count();
    if words == 0 {
        return if letters > 0 { Language::Other } else { Language::English };
    }
    if latin * 100 < letters * 70 {
        return Language::Other;
    }
    let (closed, known) = (closed * 100 / words, known * 100 / words);
    if words < ENOUGH_WORDS {
        return if words >= 5 && closed < 20 && known < 45 { Language::Other } else { Language::English };
    }
    match closed {
        25.. => Language::English,
        15.. if known >= 40 => Language::Unsure,
        _ => {
            if known >= 60 {
                Language::Unsure
            } else {
                Language::Other
            }
        }
    }
}
