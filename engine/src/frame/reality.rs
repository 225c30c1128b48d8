//! When a clause happens, and whether it did.

use super::clause::{Clause, Tie};
use super::group::Group;
use super::{Modality, Tense, Voice};
use crate::class::{self, flag};
use crate::document::{Break, Token};
use crate::key;

/// The tense of a verb group; a past time word makes a bare present past ("yesterday I forget to check").
pub fn tense(tokens: &[Token], clause: &Clause, group: &Group) -> Tense {
    let Some(first) = tokens.get(group.first) else { return Tense::None };
    if first.is(class::MODAL) {
        return match first.key {
            key::WILL | key::SHALL => Tense::Future,
            key::COULD | key::WOULD | key::MIGHT | key::SHOULD => {
                if group.perfect {
                    Tense::Past
                } else {
                    Tense::Present
                }
            }
            _ => Tense::Present,
        };
    }
    if group.perfect {
        return if first.has(flag::PAST) { Tense::Pluperfect } else { Tense::Perfect };
    }
    if first.has(flag::PAST) && (!first.has(flag::BASE) || !present_form(tokens, clause)) {
        return Tense::Past;
    }
    if group.going {
        return Tense::Future;
    }
    if past_time(tokens, clause) { Tense::Past } else { Tense::Present }
}

/// "put" and its kin are past unless the clause speaks of habit or of now.
fn present_form(tokens: &[Token], clause: &Clause) -> bool {
    words(tokens, clause).iter().any(|token| token.is(class::HABIT) || token.key == key::NOW)
}

/// yesterday, two weeks ago, last year, in 2019.
fn past_time(tokens: &[Token], clause: &Clause) -> bool {
    words(tokens, clause).iter().enumerate().any(|(at, token)| {
        matches!(token.key, key::YESTERDAY | key::AGO)
            || token.key == key::LAST && words(tokens, clause).get(at + 1).is_some_and(|next| next.is(class::TIME))
    })
}

/// Whether the clause happened. Marks of unreality in other clauses of the sentence are read by [`spread`].
pub fn modality(tokens: &[Token], clause: &Clause, group: Option<&Group>, tense: Tense) -> Modality {
    let Some(group) = group else { return Modality::Fact };
    let main = tokens.get(group.main);
    let lower = |number: u8| main.is_some_and(|token| token.key == number);
    if let Tie::Subordinate(key::IF | key::UNLESS) = clause.tie {
        return Modality::Hypothetical;
    }
    if inverted_condition(tokens, clause, group) {
        return Modality::Hypothetical;
    }
    match group.modal {
        0 => {}
        key::WILL | key::SHALL => return Modality::Plan,
        key::CAN => return Modality::Ability,
        key::COULD if !group.perfect => return Modality::Ability,
        key::WOULD if !group.perfect && every_time(tokens, clause) => return Modality::Fact,
        key::WOULD if !group.perfect => {
            return if wrapper(tokens, group) { Modality::Fact } else { Modality::Hypothetical };
        }
        _ if group.perfect => return Modality::ShouldHave,
        _ => return Modality::Hypothetical,
    }
    if group.going {
        return if tense == Tense::Past { Modality::Fact } else { Modality::Plan };
    }
    if lower(key::IMAGINE)
        || lower(key::SUPPOSE) && main.is_some_and(|token| token.has(flag::BASE)) && group.first == clause.start
    {
        return Modality::Hypothetical;
    }
    let to_follows = tokens.get(group.main + 1).is_some_and(|token| token.key == key::TO);
    if to_follows
        && main.is_some_and(|token| token.is(class::PLAN))
        && tense != Tense::Past
        && tense != Tense::Pluperfect
    {
        return Modality::Plan;
    }
    if lower(key::WISH) { Modality::Hypothetical } else { Modality::Fact }
}

/// "Had I lied", "Were I": an auxiliary before its subject, in a clause that opens a sentence or follows a comma.
fn inverted_condition(tokens: &[Token], clause: &Clause, group: &Group) -> bool {
    let opens = tokens.get(clause.start).is_some_and(|token| {
        (token.is(class::HAVE) || token.is(class::BE)) && token.has(flag::PAST) || token.key == key::SHOULD
    });
    opens
        && group.first == clause.start
        && tokens
            .get(clause.start + 1)
            .is_some_and(|token| token.has(flag::NOMINATIVE) || token.is(class::IT | class::DETERMINER | class::THIRD))
}

/// "All that May I would drive past": would for what was done again and again.
fn every_time(tokens: &[Token], clause: &Clause) -> bool {
    let list = words(tokens, clause);
    list.iter().enumerate().any(|(at, token)| {
        (token.key == key::EVERY || token.key == key::EACH || token.is(class::DETERMINER))
            && list.get(at + 1..at + 3).is_some_and(|next| next.iter().any(|word| word.is(class::TIME)))
            && (token.key == key::EVERY
                || token.key == key::EACH
                || list.get(at + 1).is_some_and(|word| word.key == key::THAT))
    })
}

/// "I would say", "I would call it": no condition, a manner of speaking.
fn wrapper(tokens: &[Token], group: &Group) -> bool {
    tokens.get(group.main).is_some_and(|token| matches!(token.key, key::SAY | key::ADMIT | key::THINK))
}

/// Active, or passive with or without an agent. Also tells whether the agent is the writer ("by me").
pub fn voice(tokens: &[Token], clause: &Clause, group: &Group) -> (Voice, bool) {
    if !group.passive {
        return (Voice::Active, false);
    }
    for at in group.main + 1..clause.end {
        let Some(token) = tokens.get(at) else { break };
        if token.key == key::BY {
            let next = tokens.get(at + 1);
            if next.is_some_and(|token| token.is(class::SELF) && !token.has(flag::POSSESSIVE)) {
                return (Voice::Passive, true);
            }
            let agent = next
                .is_some_and(|token| !token.is(class::TIME | class::NUMBER | class::MISS) && !token.has(flag::GERUND));
            if agent {
                return (Voice::Passive, false);
            }
        }
    }
    (Voice::Agentless, false)
}

/// True for what is done again and again: habit words, "used to", a bare present of a verb that is done.
pub fn habit(tokens: &[Token], clause: &Clause, group: Option<&Group>, tense: Tense, modality: Modality) -> bool {
    let list = words(tokens, clause);
    let named = list.iter().any(|token| token.is(class::HABIT))
        || list.windows(2).any(|pair| {
            matches!(pair, [verb, to] if matches!(verb.key, key::TEND | key::USED)
                && verb.is(class::VERB) && to.key == key::TO)
        });
    let every =
        list.windows(2).any(|pair| matches!(pair, [every, time] if every.key == key::EVERY && time.is(class::TIME)));
    let bare = group.is_some_and(|group| {
        tokens.get(group.main).is_some_and(|token| {
            token.is(class::VERB) && !token.is(class::BE | class::HAVE) && !token.has(flag::GERUND)
        })
    }) && tense == Tense::Present
        && modality == Modality::Fact;
    named || bare || every && tense == Tense::Present
}

/// Carries "if" and its kin over to the other clauses of a sentence, and questions over all of it.
pub fn spread(tokens: &[Token], clauses: &[Clause], modalities: &mut [Modality], asks: bool) {
    let conditional = modalities.contains(&Modality::Hypothetical)
        && clauses.iter().any(|clause| matches!(clause.tie, Tie::Subordinate(key::IF | key::UNLESS)));
    for (index, clause) in clauses.iter().enumerate() {
        let Some(&tie) = Some(&clause.tie) else { continue };
        let asked = index > 0 && matches!(tie, Tie::Subordinate(key::IF)) && asks_before(tokens, clause.start);
        let hangs = matches!(tie, Tie::Subordinate(_) | Tie::Relative | Tie::Complement);
        let unreal = index.checked_sub(1).and_then(|before| modalities.get(before)) == Some(&Modality::Hypothetical);
        let Some(own) = modalities.get_mut(index) else { continue };
        if conditional && hangs && unreal && *own == Modality::Fact {
            *own = Modality::Hypothetical;
        }
        if asks || asked {
            *own = Modality::Question;
        } else if conditional && matches!(*own, Modality::Plan | Modality::Ability) && tie == Tie::Main {
            *own = Modality::Hypothetical;
        }
    }
}

/// "asked whether", "wondered if": an indirect question.
fn asks_before(tokens: &[Token], at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|i| tokens.get(i).is_some_and(|token| token.is(class::SAY | class::THINK) && token.before < Break::Strong))
}

fn words<'t>(tokens: &'t [Token], clause: &Clause) -> &'t [Token] {
    tokens.get(clause.start..clause.end).unwrap_or(&[])
}
