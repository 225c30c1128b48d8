//! Where one clause ends and the next begins.

use super::group::{before, find, is_finite};
use super::reporting::{reports, takes_clause};
use crate::class::{self, flag};
use crate::document::{Break, Token};
use crate::key;

/// How a clause hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Stands by itself.
    Main,
    /// "and asked", "but it".
    Coordinate,
    /// "because …", "when …": the keyword that opens it.
    Subordinate(u8),
    /// "who …", "which …".
    Relative,
    /// What somebody said, thought or learned.
    Complement,
}

/// A clause: `start..end` in the words of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// First word.
    pub start: usize,
    /// First word after it.
    pub end: usize,
    /// How it hangs on the one before.
    pub tie: Tie,
}

/// Words to look ahead for a finite verb.
const REACH: usize = 14;

/// Cuts a sentence into clauses, each with at most one finite verb group where that can be told.
pub fn clauses(tokens: &[Token]) -> Vec<Clause> {
    let mut cuts: Vec<(usize, Tie)> = vec![(0, first_tie(tokens))];
    for at in 1..tokens.len() {
        let (start, tie) = cuts.last().copied().unwrap_or((0, Tie::Main));
        if at > start
            && let Some(found) = opens(tokens, start, tie, at)
        {
            cuts.push((at, found));
        }
    }
    let mut list: Vec<Clause> = Vec::with_capacity(cuts.len());
    for (index, &(start, tie)) in cuts.iter().enumerate() {
        let end = cuts.get(index + 1).map_or(tokens.len(), |&(next, _)| next);
        let verbless = find(tokens, start, end).is_none() && !opens_with_past(tokens, start);
        match list.last_mut() {
            // A piece without a verb belongs to its left neighbour.
            Some(left) if verbless => left.end = end,
            // An opening phrase belongs to what follows.
            Some(left) if find(tokens, left.start, left.end).is_none() && !opens_with_past(tokens, left.start) => {
                left.end = end;
                if tie != Tie::Coordinate {
                    left.tie = if matches!(left.tie, Tie::Subordinate(_)) { left.tie } else { tie };
                }
            }
            _ => list.push(Clause { start, end, tie }),
        }
    }
    list
}

/// "Missed it by a week.": the subject was left out.
pub fn opens_with_past(tokens: &[Token], start: usize) -> bool {
    let at = (start..tokens.len())
        .find(|&i| tokens.get(i).is_some_and(|token| !token.is(class::ADVERB | class::CONJUNCTION)));
    at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is(class::VERB) && token.has(flag::PAST))
}

fn first_tie(tokens: &[Token]) -> Tie {
    match tokens.first() {
        Some(token) if token.is(class::SUBORDINATOR) && clause_ahead(tokens, 0) => Tie::Subordinate(token.key),
        _ => Tie::Main,
    }
}

/// Whether a clause opens at `at`, the one before having begun at `start`.
fn opens(tokens: &[Token], start: usize, current: Tie, at: usize) -> Option<Tie> {
    let token = tokens.get(at)?;
    let previous = tokens.get(at - 1)?;
    let has_verb = || find(tokens, start, at).is_some() || opens_with_past(tokens, start);
    if token.before == Break::Strong {
        return Some(if token.is(class::SUBORDINATOR) { Tie::Subordinate(token.key) } else { Tie::Main });
    }
    let joined = previous.is(class::CONJUNCTION | class::SUBORDINATOR | class::RELATIVE) && at - 1 == start;
    if joined {
        return None;
    }
    if token.is(class::SUBORDINATOR) && clause_ahead(tokens, at) {
        return (has_verb() || token.before == Break::Comma || matches!(current, Tie::Main))
            .then_some(Tie::Subordinate(token.key));
    }
    if token.is(class::CONJUNCTION) && has_verb() {
        let next = skip_adverbs(tokens, at + 1);
        let opener = tokens.get(next).is_some_and(|word| word.is(class::SUBORDINATOR)) && clause_ahead(tokens, next);
        let phrase_first = opener || token.before == Break::Comma && nominative_clause(tokens, next);
        if subject_then_verb(tokens, next, true) || finite_here(tokens, next) || phrase_first {
            return Some(match current {
                Tie::Complement if token.before == Break::None && matches!(token.key, key::AND | key::OR) => {
                    Tie::Complement
                }
                _ => Tie::Coordinate,
            });
        }
    }
    if token.before == Break::Comma && has_verb() {
        let next = skip_adverbs(tokens, at);
        if subject_then_verb(tokens, next, true) {
            return Some(Tie::Main);
        }
        if finite_here(tokens, next)
            && tokens.get(next).is_some_and(|token| token.has(flag::PAST) || token.is(class::BE))
        {
            return Some(Tie::Coordinate);
        }
    }
    if token.is(class::RELATIVE) && relative_ahead(tokens, at) {
        let told = reports(tokens, start, at) || takes_clause(tokens, start, at);
        return if told { Some(Tie::Complement) } else { has_relative_place(previous).then_some(Tie::Relative) };
    }
    if token.has(flag::NOMINATIVE) && has_verb() && clause_ahead_from(tokens, at) && !inverted(tokens, start, at) {
        return Some(match current {
            Tie::Subordinate(_) => Tie::Main,
            _ if reports(tokens, start, at) => Tie::Complement,
            _ => Tie::Relative,
        });
    }
    let opens_noun = token.is(class::DETERMINER | class::PERSON | class::IT | class::THIRD | class::NAME)
        || token.has(flag::POSSESSIVE);
    if opens_noun && reports(tokens, start, at) && subject_then_verb(tokens, at, false) {
        return Some(Tie::Complement);
    }
    None
}

/// "did I", "had she": the verb stands before its subject, so no clause begins here.
fn inverted(tokens: &[Token], start: usize, at: usize) -> bool {
    at > start
        && tokens.get(at - 1).is_some_and(|token| token.is(class::DO | class::MODAL | class::BE | class::HAVE))
        && !tokens.get(at - 1).is_some_and(|token| token.glued)
}

fn has_relative_place(previous: &Token) -> bool {
    previous.is(class::NOUN
        | class::PERSON
        | class::ORG
        | class::NAME
        | class::THIRD
        | class::IT
        | class::TIME
        | class::VERB)
        || previous.class == 0
        || previous.is(class::PREPOSITION)
}

/// An index past adverbs and "then".
fn skip_adverbs(tokens: &[Token], from: usize) -> usize {
    (from..tokens.len())
        .find(|&i| {
            tokens.get(i).is_some_and(|token| {
                !token.is(class::ADVERB | class::FILLER | class::NEGATION)
                    && token.key != key::THEN
                    && token.key != key::SO
            })
        })
        .unwrap_or(tokens.len())
}

fn finite_here(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| !token.has(flag::BASE) || token.has(flag::PAST) || token.is(class::MODAL))
        && is_finite(tokens, at, at)
}

/// A noun phrase at `at`, and a finite verb soon after it. `relative`: a clause may stand inside ("the drawing I signed
/// was").
fn subject_then_verb(tokens: &[Token], at: usize, relative: bool) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.has(flag::NOMINATIVE) || token.is(class::IT | class::THIRD) && !token.has(flag::POSSESSIVE) {
        return clause_ahead_from(tokens, at);
    }
    let noun = token.is(class::DETERMINER
        | class::NOUN
        | class::PERSON
        | class::ORG
        | class::NAME
        | class::NUMBER
        | class::ADJECTIVE)
        || token.has(flag::POSSESSIVE)
        || token.has(flag::GERUND)
        || token.class == 0 && token.capital;
    if !noun {
        return false;
    }
    let to = (at + 8).min(tokens.len());
    for index in at + 1..to {
        let Some(word) = tokens.get(index) else { return false };
        let inner = !relative && word.has(flag::NOMINATIVE);
        if word.before > Break::None || word.is(class::CONJUNCTION | class::SUBORDINATOR) || inner {
            return false;
        }
        if is_finite(tokens, at, index) {
            return true;
        }
    }
    false
}

/// "and since January I have": a phrase, then a pronoun and its verb, before the next sign.
fn nominative_clause(tokens: &[Token], from: usize) -> bool {
    let reach = tokens.get(from..(from + 6).min(tokens.len())).unwrap_or(&[]);
    let ahead =
        reach.iter().skip(1).take_while(|word| word.before == Break::None).position(|word| word.has(flag::NOMINATIVE));
    ahead.is_some_and(|ahead| finite_before_break(tokens, from + 1 + ahead))
}

/// After an opener at `at`: a subject and a finite verb before the next strong sign.
fn clause_ahead(tokens: &[Token], at: usize) -> bool {
    let next = skip_adverbs(tokens, at + 1);
    let Some(token) = tokens.get(next) else { return false };
    // "after that I called": a pronoun for the whole story, no clause.
    let bare = token.is(class::IT)
        && tokens.get(next + 1).is_some_and(|word| word.has(flag::NOMINATIVE) || word.before > Break::None);
    let since =
        tokens.get(at).is_some_and(|word| word.key == key::SINCE) && (token.is(class::TIME) || token.key == key::THEN);
    !bare && token.key != key::OF && !since && finite_before_break(tokens, next)
}

fn clause_ahead_from(tokens: &[Token], at: usize) -> bool {
    finite_before_break(tokens, at)
}

fn finite_before_break(tokens: &[Token], from: usize) -> bool {
    for index in from..(from + REACH).min(tokens.len()) {
        let Some(word) = tokens.get(index) else { return false };
        if index > from && (word.before == Break::Strong || word.is(class::SUBORDINATOR)) {
            return false;
        }
        if is_finite(tokens, from, index) {
            return true;
        }
    }
    false
}

/// who, which, that, what, how before a verb, or before a subject and a verb.
fn relative_ahead(tokens: &[Token], at: usize) -> bool {
    // "that day", "what time": a determiner, no opener.
    if tokens.get(at + 1).is_some_and(|next| next.is(class::TIME)) {
        return false;
    }
    finite_before_break(tokens, at + 1) && before(tokens, 0, at + 1).is_some()
}
