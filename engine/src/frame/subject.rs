//! Who a clause is about: the head of the noun phrase left of its verb.

use super::Subject;
use super::group::Group;
use crate::class::{self, flag};
use crate::document::{Break, Token};
use crate::key;

/// The subject of the clause that begins at `start`, and where its head stands; `None` when nothing stands before
/// the verb that could be one.
pub fn subject(tokens: &[Token], start: usize, group: &Group) -> Option<(Subject, usize)> {
    if let Some(found) = inside_group(tokens, group) {
        return Some(found);
    }
    let first = phrase_start(tokens, start, group.first)?;
    let phrase = tokens.get(first..group.first)?;
    if has_self_and_others(phrase) {
        return Some((Subject::We, first));
    }
    // The pronoun nearest the verb: "the day I saw".
    let pronoun = phrase.iter().rposition(|token| token.has(flag::NOMINATIVE));
    if let Some(at) = pronoun {
        let after_is_light = phrase.get(at + 1..).is_some_and(|rest| {
            rest.iter().all(|token| !token.is(class::NOUN) || token.is(class::ADVERB | class::TIME))
        });
        if after_is_light {
            return phrase.get(at).map(|token| (classify(token, false), first + at));
        }
    }
    head(phrase).map(|(subject, at)| (subject, first + at))
}

/// "did I", "had the team": the subject stands between the words of the group.
fn inside_group(tokens: &[Token], group: &Group) -> Option<(Subject, usize)> {
    (group.first + 1..group.main)
        .find(|&at| tokens.get(at).is_some_and(|token| token.has(flag::NOMINATIVE)))
        .and_then(|at| tokens.get(at).map(|token| (classify(token, false), at)))
}

/// Skips what opens a clause: connectors, adverbs, phrases with a preposition, times.
fn phrase_start(tokens: &[Token], start: usize, end: usize) -> Option<usize> {
    let mut at = start;
    while at < end {
        let token = tokens.get(at)?;
        if token.key == key::THERE {
            return Some(at);
        }
        let opener = token.is(class::CONJUNCTION | class::SUBORDINATOR | class::FILLER | class::ADVERB)
            && !token.is(class::THIRD | class::IT)
            || token.is(class::RELATIVE) && at + 1 < end;
        if opener && !token.has(flag::NOMINATIVE) {
            at += 1;
            continue;
        }
        if token.is(class::PREPOSITION)
            || token.is(class::VERB) && token.has(flag::GERUND) && comma_before(tokens, at, end).is_some()
        {
            // "After the shift, I": up to the comma; "On Monday I": up to the pronoun; else up to the next determiner.
            let next = comma_before(tokens, at + 1, end)
                .or_else(|| nominative(tokens, at + 1, end))
                .or_else(|| second_determiner(tokens, at + 1, end));
            match next {
                Some(next) => at = next,
                None => return (at + 1 < end).then_some(at),
            }
            continue;
        }
        if token.is(class::TIME | class::ORDINAL)
            || token.is(class::DETERMINER) && tokens.get(at + 1).is_some_and(|next| next.is(class::TIME))
        {
            // "The same afternoon I", "Last year the".
            if let Some(next) = comma_before(tokens, at + 1, end).or_else(|| nominative(tokens, at + 1, end)) {
                at = next;
                continue;
            }
        }
        return Some(at);
    }
    None
}

fn comma_before(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    (from..end).rev().find(|&at| tokens.get(at).is_some_and(|token| token.before >= Break::Comma))
}

fn nominative(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    (from..end).rev().find(|&at| tokens.get(at).is_some_and(|token| token.has(flag::NOMINATIVE)))
}

fn second_determiner(tokens: &[Token], from: usize, end: usize) -> Option<usize> {
    (from + 1..end).rev().find(|&at| {
        tokens.get(at).is_some_and(|token| {
            (token.is(class::DETERMINER) || token.has(flag::POSSESSIVE)) && !token.has(flag::PLURAL)
        }) && tokens.get(at - 1).is_some_and(|token| !token.is(class::PREPOSITION))
    })
}

/// "my team and I", "the chef and I", "some of us", "both of us".
fn has_self_and_others(phrase: &[Token]) -> bool {
    phrase.windows(2).any(|pair| {
        matches!(pair, [and, me] if and.key == key::AND && me.is(class::SELF) && me.has(flag::NOMINATIVE))
            || matches!(pair, [of, us] if of.key == key::OF && us.is(class::WE))
    })
}

/// The last noun before the first preposition or relative.
fn head(phrase: &[Token]) -> Option<(Subject, usize)> {
    if let Some(there) = phrase.iter().position(|token| token.key == key::THERE) {
        return Some((Subject::Impersonal, there));
    }
    let stop = phrase
        .iter()
        .enumerate()
        .position(|(at, token)| {
            at > 0 && (token.is(class::PREPOSITION | class::RELATIVE) || token.before >= Break::Comma)
        })
        .unwrap_or(phrase.len());
    let core = phrase.get(..stop)?;
    let mine = core.iter().any(|token| token.is(class::SELF) && token.has(flag::POSSESSIVE));
    let at = core.iter().rposition(|token| {
        !token.is(class::ADVERB | class::CONJUNCTION | class::NEGATION)
            || token.is(class::NOUN | class::PERSON | class::THIRD)
    })?;
    let nobody = core.get(at).is_some_and(|token| token.key == key::ONE)
        && at
            .checked_sub(1)
            .and_then(|before| core.get(before))
            .is_some_and(|token| token.is(class::DETERMINER | class::NEGATION));
    core.get(at).map(|token| (if nobody { Subject::Person } else { classify(token, mine) }, at))
}

fn classify(token: &Token, mine: bool) -> Subject {
    if token.is(class::SELF) {
        return Subject::I;
    }
    if token.is(class::WE) {
        return Subject::We;
    }
    if token.is(class::YOU) {
        return Subject::You;
    }
    if mine && token.is(class::OWNABLE) {
        return Subject::I;
    }
    if token.is(class::IT) || token.key == key::THERE {
        return Subject::Impersonal;
    }
    if token.is(class::ORG) && !token.is(class::PERSON) {
        return Subject::Org;
    }
    if token.is(class::PERSON | class::FAMILY | class::PARTY) || token.is(class::THIRD) {
        return Subject::Person;
    }
    if token.is(class::RELATIVE) {
        return Subject::Impersonal;
    }
    if token.is(class::CIRCUMSTANCE) {
        return Subject::Circumstance;
    }
    if token.is(class::NAME) {
        return Subject::Person;
    }
    Subject::Thing
}
