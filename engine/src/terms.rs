//! Search terms: the words of a text in their base forms. The index of the questions and what a person looks for are
//! cut by the same two functions, so that they always meet.

use crate::class;
use crate::document::letters::{is_alphanumeric, lower};
use crate::rubric::Lexicon;

/// Words longer than this many bytes are nobody's search; they are cut short.
const LONGEST_WORD: usize = 64;

/// The words of a text: runs of letters and digits in lower case. What stands behind an apostrophe is an ending
/// ("what's", "didn't") and is left out.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|sign: char| !is_alphanumeric(sign) && !is_apostrophe(sign));
    parts.filter_map(|part| {
        let word = part.split(is_apostrophe).find(|piece| !piece.is_empty())?;
        let word = word.get(..word.floor_char_boundary(LONGEST_WORD)).unwrap_or(word);
        Some(word.chars().map(lower).collect())
    })
}

/// True when a text ends in the middle of a word, or right behind one.
pub fn ends_open(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_alphanumeric)
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | '`')
}

/// The term that a word is found under: its base form where the lexicon knows it, else the word itself. `None` for the
/// small words that every sentence is built with.
pub fn term(lexicon: &Lexicon, word: &str) -> Option<String> {
    match lexicon.find(word) {
        Some(found) if found.class & class::CLOSED != 0 => None,
        Some(found) => Some(lexicon.form(usize::from(found.lemma))),
        None => Some(word.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn cuts_words_in_lower_case_without_endings_behind_an_apostrophe() {
        let cut = |text| words(text).collect::<Vec<_>>();
        assert_eq!(cut("What’s YOUR co-worker's “Ärger”?"), ["what", "your", "co", "worker", "ärger"]);
        assert_eq!(cut("' '' 'twas \u{1f642}\u{0} 24/7"), ["twas", "24", "7"]);
        assert!(cut("").is_empty());
    }

    #[test]
    fn cuts_a_word_without_end_at_a_character() {
        let long = words(&"ü".repeat(9_000)).map(|word| word.len()).collect::<Vec<_>>();
        assert_eq!(long, [64]);
    }
}
