//! Whose words a clause holds: the writer's own, what the writer said at the time, or another person's.

use super::clause::{Clause, Tie};
use super::{Speaker, Subject, Tense};
use crate::class;
use crate::document::{Break, Token};
use crate::key;

/// What is known of a clause before its speaker is.
#[derive(Clone, Copy, Debug)]
pub struct Sketch {
    /// Who it is about.
    pub subject: Subject,
    /// When.
    pub tense: Tense,
    /// Its main verb.
    pub verb: Option<usize>,
    /// True when it tells no fact.
    pub unreal: bool,
    /// True when its verb is denied.
    pub denied: bool,
}

/// The speaker of each clause of a sentence.
pub fn speakers(tokens: &[Token], clauses: &[Clause], sketches: &[Sketch]) -> Vec<Speaker> {
    let mut found = Vec::with_capacity(clauses.len());
    let mut voice: Option<Speaker> = None;
    let mut thought = false;
    for (index, clause) in clauses.iter().enumerate() {
        let first = tokens.get(clause.start);
        // Reported speech ends at a strong sign, and at "but" or a new main clause.
        let ends = first.is_none_or(|token| {
            let new = clause.tie == Tie::Coordinate && (token.before == Break::Comma || token.key == key::SO);
            token.before == Break::Strong || token.key == key::BUT || new || clause.tie == Tie::Main && index > 0
        });
        if ends {
            voice = None;
        }
        let quoted = tokens
            .get(clause.start..clause.end)
            .is_some_and(|words| words.iter().filter(|token| token.quoted).count() * 2 > words.len());
        let according = first.is_some_and(|token| token.key == key::ACCORD);
        let carried = voice.unwrap_or(Speaker::Own);
        // What the writer learned and still holds is told in the present: "I realised that I estimate".
        let held = carried == Speaker::Former
            && thought
            && sketches.get(index).is_some_and(|sketch| sketch.tense == Tense::Present && !sketch.unreal);
        let own = match () {
            () if quoted || according => Speaker::Other,
            () if held => Speaker::Own,
            () => carried,
        };
        found.push(own);
        if let Some(sketch) = sketches.get(index)
            && let Some(next) = reported(tokens, clause, sketch)
            && clauses.get(index + 1).is_some_and(|later| carries(tokens, clause, later, sketch))
        {
            voice = Some(next);
            thought = sketch.verb.and_then(|verb| tokens.get(verb)).is_some_and(|verb| verb.is(class::THINK));
        }
    }
    postposed(tokens, clauses, sketches, &mut found);
    found
}

/// Who speaks in the complement of this clause, if it is one that reports.
fn reported(tokens: &[Token], clause: &Clause, sketch: &Sketch) -> Option<Speaker> {
    let verb = tokens.get(sketch.verb?)?;
    let at = sketch.verb?;
    // "liked to say that"
    let to_say = tokens.get(at + 1).is_some_and(|token| token.key == key::TO)
        && tokens.get(at + 2).is_some_and(|token| token.is(class::SAY));
    let says = verb.is(class::SAY | class::THINK) || to_say;
    let verdict = verb.is(class::BE)
        && tokens.get(clause.start..clause.end).is_some_and(|words| words.iter().any(|token| token.is(class::VERDICT)));
    // "I was afraid that it would end my career"
    let state = verb.is(class::BE)
        && clause
            .end
            .checked_sub(1)
            .and_then(|last| tokens.get(last))
            .is_some_and(|last| last.is(class::FEELING | class::ADJECTIVE));
    if !(says || verdict || state) {
        return None;
    }
    // "I do not think", "I never said", "I would not say": what follows is not what the writer holds.
    let holds_not = sketch.denied
        && match verb.key {
            key::THINK => sketch.tense == Tense::Present,
            key::SAY => true,
            _ => false,
        };
    match sketch.subject {
        _ if verdict => Some(Speaker::Other),
        Subject::I | Subject::We if holds_not => Some(Speaker::Other),
        Subject::I | Subject::We => {
            let then = matches!(sketch.tense, Tense::Past | Tense::Pluperfect | Tense::Perfect);
            then.then_some(Speaker::Former)
        }
        // "You know", "you see": no report.
        Subject::You | Subject::Unknown => None,
        _ => Some(Speaker::Other),
    }
}

/// True when the next clause is what was said, and no further story.
fn carries(tokens: &[Token], clause: &Clause, next: &Clause, sketch: &Sketch) -> bool {
    // 0: "whether", which no rule names.
    if !matches!(next.tie, Tie::Complement | Tie::Subordinate(key::IF | 0)) {
        return false;
    }
    let verb = sketch.verb.unwrap_or(clause.start);
    let far = next.start.saturating_sub(verb) > 6;
    !far && tokens.get(next.start).is_some_and(|token| token.before < Break::Strong)
}

/// "Communication is key, people say": a short clause of saying behind what was said.
fn postposed(tokens: &[Token], clauses: &[Clause], sketches: &[Sketch], found: &mut [Speaker]) {
    for index in 1..clauses.len() {
        let (Some(clause), Some(sketch)) = (clauses.get(index), sketches.get(index)) else { continue };
        let short = clause.end - clause.start <= 3;
        let comma = tokens.get(clause.start).is_some_and(|token| token.before == Break::Comma);
        let last = sketch.verb.is_some_and(|verb| verb + 1 == clause.end);
        if short
            && comma
            && last
            && let Some(Speaker::Other) = reported(tokens, clause, sketch)
            && let Some(before) = found.get_mut(index - 1)
        {
            *before = Speaker::Other;
        }
    }
}
