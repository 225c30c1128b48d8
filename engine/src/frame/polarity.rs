//! What is denied: triggers, their reach, and the phrases that only look like denial. Design after NegEx.

use super::Polarity;
use crate::class;
use crate::document::{Break, Token};
use crate::key;

/// Content words that a trigger reaches.
const REACH: usize = 5;

/// The polarity of each word of a sentence. `ends` are the clause ends, in order.
pub fn polarity(tokens: &[Token], ends: &[usize]) -> Vec<Polarity> {
    let mut denied = vec![0u8; tokens.len()];
    for at in 0..tokens.len() {
        if let Some(from) = trigger(tokens, at) {
            let end = ends.iter().copied().find(|&end| end > at).unwrap_or(tokens.len());
            reach(tokens, from, end, &mut denied);
            if backward(tokens, at) {
                let start = ends.iter().copied().rev().find(|&end| end <= at).unwrap_or(0);
                denied.iter_mut().take(at).skip(start).for_each(|count| *count += 1);
            }
        }
    }
    denied
        .into_iter()
        .map(|count| match count {
            0 => Polarity::Positive,
            1 => Polarity::Negative,
            _ => Polarity::Mixed,
        })
        .collect()
}

/// Where the reach of the trigger at `at` begins; `None` when the word denies nothing.
fn trigger(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1).map_or(0, |token| token.key);
    let second = tokens.get(at + 2).map_or(0, |token| token.key);
    let previous = at.checked_sub(1).and_then(|i| tokens.get(i)).map_or(0, |token| token.key);
    let innocent = match token.key {
        key::NOT => {
            matches!(next, key::ONLY | key::JUST | key::UNTIL)
                || next == key::TO && second == key::MENTION
                || previous == key::CAN && matches!(next, key::WAIT)
                || previous == key::COULD
                    && next == key::HAVE
                    && tokens.get(at + 4).is_some_and(|t| t.has(0) || t.is(class::FEELING))
        }
        key::NO => matches!(next, key::DOUBT | key::LONGER),
        key::NEVER => matches!(next, key::AGAIN | key::THINK | key::EXPECT),
        key::NOTHING => next == key::BUT,
        key::INSTEAD => next != key::OF,
        key::RATHER => next != key::THAN,
        // "fail to" and its kin deny only what follows, and are a miss themselves.
        key::FAIL | key::FORGET => return (next == key::TO).then_some(at + 2),
        key::REFUSE | key::AVOID | key::PREVENT | key::LACK => return Some(at + 1),
        _ => !token.is(class::NEGATION),
    };
    (!innocent).then_some(match token.key {
        key::INSTEAD | key::RATHER => at + 2,
        _ => at + 1,
    })
}

fn reach(tokens: &[Token], from: usize, end: usize, denied: &mut [u8]) {
    let mut content = 0;
    for at in from..end {
        let Some(token) = tokens.get(at) else { return };
        let stop = matches!(token.key, key::BUT | key::EXCEPT | key::HOWEVER) || token.before == Break::Strong;
        if at > from && stop || content == REACH {
            return;
        }
        if let Some(count) = denied.get_mut(at) {
            *count += 1;
        }
        if !token.is(class::CLOSED | class::ADVERB) {
            content += 1;
        }
    }
}

/// "that never happened", "this was not the case": the subject is what is denied.
fn backward(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.key == key::NEVER)
        && tokens.get(at + 1).is_some_and(|token| token.key == key::HAPPEN)
}
