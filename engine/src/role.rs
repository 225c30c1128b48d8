//! What part of the story each clause is: what was learned about clauses like it, smoothed over the answer by an integer
//! Viterbi pass.

use crate::cue::{Hit, within};
use crate::frame::read::Framed;
use crate::learned::features::Place;
use crate::learned::{self, OUTPUTS, Scores, Weights};
use crate::names::Role;
use crate::rubric::ProfileKind;
use crate::signal::Signal;

/// A second role stays when it scores at most this much less than the main one: sixteenths, as [`Scores`].
const MARGIN: i32 = 12;

/// What cues find in the clauses that tell the miss.
const TOLD: [Signal; 3] = [Signal::Miss, Signal::OwnedCause, Signal::Admission];
/// How much less such a clause is `other`, which it would be by its other words alone: sixteenths, as [`Scores`].
const EVIDENT: i32 = 24;

/// The role of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseRole {
    /// Sentence.
    pub sentence: u16,
    /// Clause within it.
    pub frame: u16,
    /// Its main role.
    pub main: Role,
    /// Mask of main and secondary roles.
    pub all: u16,
    /// What speaks for each role and each strength.
    pub scores: Scores,
}

/// The roles of all clauses, in order. `scores` are those of the clauses of each sentence without their place.
pub fn roles(
    weights: &Weights,
    kind: ProfileKind,
    (framed, told): (&[Framed], &[bool]),
    scores: &[Vec<Scores>],
    hits: &[Hit],
) -> Vec<ClauseRole> {
    let mut clauses = Vec::new();
    places(kind, (framed, told), hits, |place, (sentence, frame)| {
        let mut scores = scores.get(sentence).and_then(|one| one.get(frame)).copied().unwrap_or([0; OUTPUTS]);
        learned::place(weights, place, &mut scores);
        let told =
            |hit: &&Hit| (hit.sentence, hit.frame) == (small(sentence), small(frame)) && TOLD.contains(&hit.signal);
        if within(hits, small(sentence), small(sentence)).iter().find(told).is_some() {
            scores.iter_mut().skip(Role::Other as usize).take(1).for_each(|score| *score -= EVIDENT);
        }
        clauses.push(ClauseRole { sentence: small(sentence), frame: small(frame), main: Role::Other, all: 0, scores });
    });
    let path = viterbi(weights, &clauses);
    for (clause, main) in clauses.iter_mut().zip(path) {
        clause.main = main;
        let top = clause.scores.get(main as usize).copied().unwrap_or(0);
        let near = |role: &Role| clause.scores.get(*role as usize).is_some_and(|&score| score >= top - MARGIN);
        clause.all = Role::ALL.into_iter().filter(near).fold(main.bit(), |mask, role| mask | role.bit());
    }
    clauses
}

/// Visits the clauses in order, each with its place and its (sentence, clause). The place is that among what is told:
/// what somebody appends to an answer moves nothing in it.
pub fn places(
    kind: ProfileKind,
    (framed, told): (&[Framed], &[bool]),
    hits: &[Hit],
    mut visit: impl FnMut(&Place, (usize, usize)),
) {
    let own = framed.iter().zip(told).filter(|(_, told)| **told);
    let total = own.map(|(one, _)| one.frames.len()).sum::<usize>().max(1);
    let (first, last) = (told.iter().position(|told| *told), told.iter().rposition(|told| *told));
    let misses = [Signal::Miss, Signal::Outcome, Signal::OwnedCause, Signal::Admission];
    let miss = hits.iter().filter(|hit| misses.contains(&hit.signal)).map(|hit| (hit.sentence, hit.frame)).min();
    let mut before = 0;
    for (sentence, one) in framed.iter().enumerate() {
        for (index, frame) in one.frames.iter().enumerate() {
            let place = Place {
                frame,
                tenth: before * 10 / total,
                first: Some(sentence) == first,
                last: Some(sentence) == last,
                question: kind,
                told: miss.is_some_and(|miss| miss < (small(sentence), small(index))),
                to_come: total.saturating_sub(before + 1),
            };
            visit(&place, (sentence, index));
            before += usize::from(told.get(sentence) == Some(&true));
        }
    }
}

/// The best path through the clauses.
fn viterbi(weights: &Weights, clauses: &[ClauseRole]) -> Vec<Role> {
    let mut best = [0i32; 10];
    let mut back: Vec<[usize; 10]> = Vec::with_capacity(clauses.len());
    for (at, clause) in clauses.iter().enumerate() {
        let mut next = [i32::MIN; 10];
        let mut from = [0usize; 10];
        for (role, (slot, origin)) in next.iter_mut().zip(&mut from).enumerate() {
            let own = clause.scores.get(role).copied().unwrap_or(0);
            for (before, &score) in best.iter().enumerate() {
                let moved = if at == 0 { 0 } else { follows(weights, before, role) };
                let total = score.saturating_add(moved).saturating_add(own);
                if total > *slot {
                    *slot = total;
                    *origin = before;
                }
            }
        }
        best = next;
        back.push(from);
    }
    let mut role = (0..10).max_by_key(|&role| (best.get(role).copied().unwrap_or(i32::MIN), 10 - role)).unwrap_or(0);
    let mut path = vec![Role::Other; clauses.len()];
    for (slot, from) in path.iter_mut().zip(&back).rev() {
        *slot = Role::ALL.get(role).copied().unwrap_or(Role::Other);
        role = from.get(role).copied().unwrap_or(0);
    }
    path
}

fn follows(weights: &Weights, from: usize, to: usize) -> i32 {
    weights.follows.get(from).and_then(|row| row.get(to)).map_or(0, |&score| i32::from(score))
}

fn small(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
