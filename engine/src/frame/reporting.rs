//! Which words make the next clause something said, thought or learned.

use crate::class::{self, flag};
use crate::document::Token;
use crate::key;

/// A verb of saying, thinking or learning, or a word like "feedback was", right before `at` (an object may stand between).
pub fn reports(tokens: &[Token], start: usize, at: usize) -> bool {
    let mut index = at;
    // At most three words: "told her plainly that".
    for _ in 0..4 {
        if index == start {
            return false;
        }
        index -= 1;
        let Some(token) = tokens.get(index) else { return false };
        if token.is(class::SAY | class::THINK) && token.is(class::VERB) {
            return true;
        }
        if token.is(class::BE) {
            return (start..index).any(|i| tokens.get(i).is_some_and(|token| token.is(class::VERDICT)));
        }
        let object =
            token.is(class::SELF | class::WE | class::YOU | class::THIRD | class::PERSON | class::ORG | class::FAMILY)
                || token.is(class::DETERMINER | class::ADVERB | class::NAME | class::PARTY)
                || token.has(flag::POSSESSIVE);
        if !object {
            return false;
        }
    }
    false
}

/// "taught me that", "showed us how", "was afraid that": a verb with or without its object, or a state.
pub fn takes_clause(tokens: &[Token], start: usize, at: usize) -> bool {
    let Some(opener) = tokens.get(at) else { return false };
    let back = |steps: usize| at.checked_sub(steps).filter(|&index| index >= start).and_then(|index| tokens.get(index));
    if !matches!(opener.key, key::THAT | key::HOW | key::WHY | key::WHAT) {
        return false;
    }
    let object = |token: &Token| {
        token.is(class::SELF | class::WE | class::YOU | class::THIRD) && !token.has(flag::NOMINATIVE | flag::POSSESSIVE)
    };
    match back(1) {
        Some(word) if word.is(class::VERB) && !word.is(class::NOUN) => true,
        Some(word) if word.is(class::FEELING | class::ADJECTIVE) => {
            back(2).is_some_and(|word| word.is(class::BE | class::ADVERB))
        }
        Some(word) if object(word) => back(2).is_some_and(|word| word.is(class::VERB)),
        _ => false,
    }
}
