//! What part of the story each clause is: votes of cues and frames, smoothed by an integer Viterbi pass.

use crate::class;
use crate::cue::{Hit, within};
use crate::document::Sentence;
use crate::frame::clause::Tie;
use crate::frame::read::Framed;
use crate::frame::{Frame, Subject, Tense};
use crate::key;
use crate::names::Role;
use crate::rubric::{ProfileKind, Rubric};
use crate::signal::{Signal, SignalSet};

/// Hundredths that one vote weighs against a transition.
const VOTE: i32 = 100;
/// What `other` is worth to a clause without any vote; above what smoothing can add.
const SILENT: i32 = 10_000;
/// What `other` is worth to a clause that has votes.
const OTHER: i32 = 60;
/// What the first statement of the miss is worth as failure, hundredths of a vote.
const FIRST_MISS: i32 = 350;
/// A second role stays when it has at least this part of the main role's votes, percent.
const MARGIN: i32 = 60;

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
}

/// The roles of all clauses, in order.
pub fn roles(
    rubric: &Rubric,
    kind: ProfileKind,
    sentences: &[Sentence],
    framed: &[Framed],
    hits: &[Hit],
) -> Vec<ClauseRole> {
    let clauses: Vec<(usize, usize, &Frame)> = framed
        .iter()
        .enumerate()
        .flat_map(|(s, one)| one.frames.iter().enumerate().map(move |(f, frame)| (s, f, frame)))
        .collect();
    let total = clauses.len();
    let place = |hit: &&Hit| (usize::from(hit.sentence), usize::from(hit.frame));
    let told = |hit: &&Hit| matches!(hit.signal, Signal::Miss | Signal::Outcome);
    let stated = hits.iter().filter(told).map(|hit| place(&hit)).min();
    let owned = hits.iter().filter(|hit| hit.signal == Signal::OwnedCause).map(|hit| place(&hit)).min();
    let miss_at = stated.into_iter().chain(owned).min();
    let votes: Vec<[i32; 10]> = clauses
        .iter()
        .enumerate()
        .map(|(at, &(s, f, frame))| {
            let mut votes = [0; 10];
            let mut counted: SignalSet = 0;
            // A phrase that runs over several clauses speaks for each of them.
            let here = |hit: &&Hit| usize::from(hit.frame) == f || hit.span.overlaps(&frame.span);
            for hit in within(hits, small(s), small(s)).iter().filter(here) {
                // Three cues for one thing are one thing.
                if counted & hit.signal.bit() == 0
                    && let Some(cue) = rubric.cues.get(usize::from(hit.cue))
                {
                    counted |= hit.signal.bit();
                    votes.iter_mut().zip(cue.votes).for_each(|(sum, vote)| *sum += i32::from(vote) * VOTE);
                }
            }
            let spoken = sentences.get(s).map_or(&[][..], |sentence| sentence.tokens.as_slice());
            // The first statement of what went wrong is the failure; later ones are its results.
            if stated == Some((s, f))
                && let Some(vote) = votes.get_mut(Role::Failure as usize)
            {
                *vote += FIRST_MISS;
            }
            let after_miss = miss_at.is_some_and(|miss| miss < (s, f));
            prior(&mut votes, frame, spoken, kind, after_miss, at * 100 / total.max(1));
            votes
        })
        .collect();
    let path = viterbi(rubric, &votes);
    clauses
        .iter()
        .zip(&votes)
        .zip(path)
        .map(|((&(s, f, _), votes), main)| ClauseRole {
            sentence: small(s),
            frame: small(f),
            main,
            all: masks(votes, main),
        })
        .collect()
}

/// What the frame and its place in the story say without any cue. `place` is percent of the clauses.
fn prior(
    votes: &mut [i32; 10],
    frame: &Frame,
    tokens: &[crate::document::Token],
    kind: ProfileKind,
    after_miss: bool,
    place: usize,
) {
    let mut add = |role: Role, hundredths: i32| {
        if let Some(vote) = votes.get_mut(role as usize) {
            *vote += hundredths;
        }
    };
    let own = matches!(frame.subject, Subject::I | Subject::We);
    let words = tokens.get(usize::from(frame.start)..usize::from(frame.end)).unwrap_or(&[]);
    if frame.is_event() && frame.verb.is_some() {
        match (own, after_miss) {
            (_, false) => add(Role::Context, 90),
            (true, true) => add(Role::Repair, 70),
            // "it was the wrong one" goes with the clause before.
            (false, true) if frame.subject == Subject::Impersonal => {}
            (false, true) => add(Role::Result, 60),
        }
        let continuous = words.iter().any(|token| token.is(class::BE)) && own && !after_miss;
        if continuous {
            add(Role::Context, 60);
        }
    }
    if let Tie::Subordinate(key::BECAUSE) = frame.tie {
        add(Role::Cause, 150);
    }
    if own && frame.habit && frame.tense == Tense::Present {
        match kind {
            ProfileKind::Process => add(Role::Process, 150),
            _ if after_miss => add(Role::Change, 120),
            _ => {}
        }
    }
    if place < 20 && !after_miss {
        add(Role::Context, 40);
    }
    if place > 75 && votes.iter().any(|&vote| vote > 0) {
        for role in [Role::Change, Role::Link, Role::Lesson] {
            if let Some(vote) = votes.get_mut(role as usize).filter(|vote| **vote > 0) {
                *vote += 40;
            }
        }
    }
}

/// The best path through the clauses.
fn viterbi(rubric: &Rubric, votes: &[[i32; 10]]) -> Vec<Role> {
    let mut best = [0i32; 10];
    let mut back: Vec<[usize; 10]> = Vec::with_capacity(votes.len());
    for (at, votes) in votes.iter().enumerate() {
        let silent = votes.iter().all(|&vote| vote <= 0);
        let mut next = [i32::MIN; 10];
        let mut from = [0usize; 10];
        for (role, (slot, origin)) in next.iter_mut().zip(&mut from).enumerate() {
            let own = votes.get(role).copied().unwrap_or(0);
            let emission = match (role == Role::Other as usize, silent) {
                (true, true) => SILENT,
                (true, false) => own.max(OTHER),
                // Without a vote of its own a role cannot win by its neighbours alone.
                (false, _) => {
                    if own > 0 {
                        own
                    } else {
                        own - 200
                    }
                }
            };
            for (before, &score) in best.iter().enumerate() {
                let move_score = if at == 0 { 0 } else { transition(rubric, before, role) };
                let total = score.saturating_add(move_score).saturating_add(emission);
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
    let mut path = vec![Role::Other; votes.len()];
    for (slot, from) in path.iter_mut().zip(&back).rev() {
        *slot = Role::ALL.get(role).copied().unwrap_or(Role::Other);
        role = from.get(role).copied().unwrap_or(0);
    }
    path
}

fn transition(rubric: &Rubric, from: usize, to: usize) -> i32 {
    rubric.transitions.get(from).and_then(|row| row.get(to)).map_or(0, |&score| i32::from(score))
}

fn masks(votes: &[i32; 10], main: Role) -> u16 {
    let top = votes.get(main as usize).copied().unwrap_or(0);
    Role::ALL.into_iter().fold(main.bit(), |mask, role| {
        let vote = votes.get(role as usize).copied().unwrap_or(0);
        if vote > 0 && vote * 100 >= top * MARGIN { mask | role.bit() } else { mask }
    })
}

fn small(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
