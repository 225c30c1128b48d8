//! The verb group of a clause: where it begins, its main verb, its voice.

use crate::class::{self, flag};
use crate::document::{Break, Token};
use crate::key;

/// A finite verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Index of its first word: an auxiliary, or the main verb itself.
    pub first: usize,
    /// Index of its main verb.
    pub main: usize,
    /// be or get before a participle.
    pub passive: bool,
    /// A form of have before a participle.
    pub perfect: bool,
    /// The modal that opens it, as a keyword number; 0 = none.
    pub modal: u8,
    /// "going to", "about to".
    pub going: bool,
}

const AUXILIARY: u64 = class::BE | class::HAVE | class::DO | class::MODAL;
/// What may stand between the words of a verb group.
const LIGHT: u64 = class::ADVERB | class::NEGATION | class::FILLER;

/// Index of the nearest word before `at` that is no adverb, not before `from`.
pub fn before(tokens: &[Token], from: usize, at: usize) -> Option<usize> {
    (from..at).rev().find(|&i| tokens.get(i).is_some_and(|token| !token.is(LIGHT) || token.is(class::THIRD)))
}

/// Index of the nearest word from `at` on that is no adverb, before `to`.
pub fn after(tokens: &[Token], at: usize, to: usize) -> Option<usize> {
    (at..to).find(|&i| tokens.get(i).is_some_and(|token| !token.is(LIGHT) || token.is(class::VERB)))
}

/// True when the word at `at` is a finite verb in a clause that begins at `from`.
pub fn is_finite(tokens: &[Token], from: usize, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.is(class::MODAL) {
        return !(token.has(flag::GERUND) || token.is(class::TIME) && token.capital);
    }
    if !token.is(class::VERB | class::BE | class::HAVE | class::DO | class::GET) {
        return false;
    }
    let previous = before(tokens, from, at).and_then(|i| tokens.get(i));
    if token.is(class::BE) {
        return !token.has(flag::GERUND | flag::BASE) && (token.has(flag::PAST) || !token.has(flag::PARTICIPLE));
    }
    if token.has(flag::GERUND) || previous.is_some_and(|token| token.key == key::TO || token.is(AUXILIARY | class::GET))
    {
        return false;
    }
    let noun_like = token.is(class::NOUN | class::ADJECTIVE | class::PREPOSITION);
    let after_noun_opener = previous.is_some_and(|previous| {
        previous.is(class::DETERMINER | class::PREPOSITION | class::ADJECTIVE | class::NUMBER)
            && !previous.is(class::THIRD | class::IT)
            && previous.key != key::ONE
            && !previous.has(flag::NOMINATIVE)
            && !previous.is(class::PERSON | class::ORG)
            || previous.has(flag::POSSESSIVE)
    });
    if token.has(flag::PAST) {
        // "the missed viewing" is no verb, "the viewing I missed" is.
        return !after_noun_opener || token.is(class::HAVE | class::DO | class::GET);
    }
    if token.has(flag::PARTICIPLE) && !token.has(flag::BASE) {
        return false;
    }
    let next = tokens.get(at + 1).filter(|next| next.before < Break::Strong);
    let object = next.is_none_or(|next| {
        next.is(class::DETERMINER
            | class::PREPOSITION
            | class::SELF
            | class::WE
            | class::YOU
            | class::THIRD
            | class::IT)
            || next.is(class::ADVERB | class::NEGATION | class::NUMBER | class::SUBORDINATOR | class::RELATIVE)
            || next.has(flag::POSSESSIVE | flag::GERUND)
            || next.key == key::TO
    });
    let Some(previous) = previous else { return false };
    if token.has(flag::THIRD_PERSON) {
        let subject = previous.is(class::NOUN | class::PERSON | class::ORG | class::NAME | class::IT | class::THIRD)
            || previous.is(class::RELATIVE)
            || previous.class == 0;
        return subject && !previous.has(flag::POSSESSIVE) && (!noun_like || object || previous.has(flag::NOMINATIVE));
    }
    if token.has(flag::BASE) {
        // "the staff never finish": a group of people takes the plural.
        let people = class::PERSON | class::ORG | class::PARTY;
        let group = previous.is(people) && !token.is(people);
        let plural = previous.has(flag::PLURAL) || previous.is(class::RELATIVE) || group;
        let pronoun = previous.has(flag::NOMINATIVE);
        let you = previous.is(class::YOU) && !previous.has(flag::POSSESSIVE);
        return pronoun || you || plural && (!noun_like || object);
    }
    false
}

/// The first finite group in `from..to`.
pub fn find(tokens: &[Token], from: usize, to: usize) -> Option<Group> {
    let first = (from..to).find(|&at| is_finite(tokens, from, at))?;
    Some(read(tokens, first, to))
}

/// Reads the group that begins at `first`.
pub fn read(tokens: &[Token], first: usize, to: usize) -> Group {
    let modal = tokens.get(first).filter(|token| token.is(class::MODAL)).map_or(0, |token| token.key);
    let mut group = Group { first, main: first, passive: false, perfect: false, modal, going: false };
    let mut at = first;
    while let Some(token) = tokens.get(at).filter(|token| token.is(AUXILIARY | class::GET)) {
        let Some(mut next) = after(tokens, at + 1, to) else { break };
        // "Did you know", "had I": the subject stands inside.
        if tokens.get(next).is_some_and(|word| word.has(flag::NOMINATIVE)) && at == first {
            match after(tokens, next + 1, to) {
                Some(later) => next = later,
                None => break,
            }
        }
        let Some(word) = tokens.get(next) else { break };
        if word.before > Break::Comma {
            break;
        }
        let fits = if token.is(class::MODAL | class::DO) {
            word.has(flag::BASE) && word.is(class::VERB | class::BE | class::HAVE | class::DO | class::GET)
        } else if token.is(class::HAVE) {
            word.has(flag::PARTICIPLE) && !word.is(class::ADJECTIVE & !class::VERB)
        } else {
            word.has(flag::GERUND | flag::PARTICIPLE)
                && word.is(class::VERB | class::BE | class::GET | class::HAVE | class::DO)
        };
        if fits {
            if token.is(class::HAVE) {
                group.perfect = true;
            }
            // "was embarrassed" tells a feeling; nobody else did it.
            if token.is(class::BE | class::GET) && word.has(flag::PARTICIPLE) && !word.is(class::FEELING) {
                group.passive = true;
            }
            group.main = next;
            at = next;
            continue;
        }
        // "had to call", "was going to", "used to".
        break;
    }
    let opener = tokens.get(group.main);
    let to_word = tokens.get(group.main + 1).is_some_and(|token| token.key == key::TO);
    if to_word && group.main + 2 < to {
        let carries = opener.is_some_and(|token| {
            token.key == key::HAVE || token.key == key::USED || token.key == key::GO && token.has(flag::GERUND)
        });
        if carries
            && let Some(base) = after(tokens, group.main + 2, to)
            && tokens.get(base).is_some_and(|token| token.has(flag::BASE))
        {
            group.going = opener.is_some_and(|token| token.key == key::GO);
            group.main = base;
        }
    }
    group
}
