//! What the learned weights hear in an answer: its strengths, and doubt about the problems that cues have found.

use super::{HEARD, STRENGTHS};
use crate::answer::Answer;
use crate::cue::{Hit, within};
use crate::frame::{Frame, Modality, Speaker, Subject};
use crate::names::Role;
use crate::order;
use crate::report::Span;
use crate::role::ClauseRole;
use crate::rubric::Rubric;
use crate::signal::Signal;

/// The voices without the problems that are in doubt, and with the strengths that are heard in place of those that cues
/// have found; in order of position. The last cues of the rubric stand for what was learned, one for each strength.
pub fn weigh(rubric: &Rubric, answer: &Answer, voices: &[Hit]) -> Vec<Hit> {
    // A few sentences are no answer, and nothing was learned from such.
    if answer.words() < crate::SHOWN_FROM {
        return voices.to_vec();
    }
    let mut kept: Vec<Hit> =
        voices.iter().filter(|hit| !hit.signal.is_strength() && is_sure(answer, hit)).copied().collect();
    for (strength, &signal) in HEARD.iter().enumerate().take(STRENGTHS) {
        let cue = u16::try_from(rubric.cues.len() - STRENGTHS + strength).unwrap_or(u16::MAX);
        hear(answer, voices, (signal, cue, strength), &mut kept);
    }
    order::by(&mut kept, |hit| [hit.span.start, hit.signal as u32, hit.span.end, u32::from(hit.cue)]);
    kept
}

/// What counts for levels: the voices, and the strengths that cues have found, shown or not. In order of position.
pub fn counted(voices: &[Hit], found: &[Hit]) -> Vec<Hit> {
    let mut counted = voices.to_vec();
    counted.extend(found.iter().filter(|hit| hit.signal.is_strength()));
    order::by(&mut counted, |hit| [hit.span.start, hit.signal as u32, hit.span.end, u32::from(hit.cue)]);
    counted
}

/// What speaks for something in a clause; it holds from 0 on.
fn score(clause: &ClauseRole, heard: usize) -> i32 {
    clause.scores.get(10 + heard).copied().unwrap_or(0)
}

/// A problem that a cue has found stays when what was learned agrees; and an outside cause accuses only in the part of
/// the story that tells the miss and why it happened: elsewhere it is part of the setting, or of what was done about it.
fn is_sure(answer: &Answer, hit: &Hit) -> bool {
    let Some(heard) = HEARD.iter().position(|heard| *heard == hit.signal) else { return true };
    let parts = match hit.signal {
        Signal::Blame | Signal::Excuse => Role::Failure.bit() | Role::Cause.bit() | Role::Result.bit(),
        _ => u16::MAX,
    };
    let mut clauses = answer
        .clauses_of(usize::from(hit.sentence))
        .filter(|clause| answer.frame(clause).is_some_and(|frame| frame.span.overlaps(&hit.span)));
    clauses.any(|clause| score(clause, heard) >= 0 && clause.all & parts != 0)
}

/// Adds the clauses in which a strength is heard; those of one sentence that follow each other are one.
fn hear(answer: &Answer, voices: &[Hit], (signal, cue, strength): (Signal, u16, usize), kept: &mut Vec<Hit>) {
    let mut last: Option<(u16, u16)> = None;
    for clause in answer.roles.iter().filter(|clause| score(clause, strength) >= 0) {
        let at = (clause.sentence, clause.frame);
        let holds = |frame: &&Frame| may_hold(signal, frame, clause, voices);
        let Some(frame) = answer.frame(clause).filter(holds) else { continue };
        let span: Span = frame.span;
        if answer.told.get(usize::from(at.0)) != Some(&true) {
            continue;
        }
        let taken = |hit: &Hit| {
            let problem = hit.signal.is_finding() && !hit.signal.is_strength() && signal != Signal::Number;
            hit.span.overlaps(&span) && (problem || hit.signal == signal)
        };
        let known = within(kept, at.0, at.0).iter().any(taken);
        let goes_on = last.is_some_and(|(sentence, frame)| (sentence, frame + 1) == at);
        last = Some(at);
        match kept.iter_mut().rev().find(|hit| hit.cue == cue && hit.sentence == at.0) {
            Some(hit) if goes_on => hit.span.end = span.end,
            _ if known => {}
            _ => {
                let place = kept.partition_point(|hit| hit.sentence <= at.0);
                kept.insert(place, Hit { signal, cue, sentence: at.0, frame: at.1, span, alone: false });
            }
        }
    }
}

/// What weights cannot see for certain, grammar can: nothing is heard in a question or in another's words, and an act of
/// the speaker's own is none of other people.
fn may_hold(signal: Signal, frame: &Frame, clause: &ClauseRole, voices: &[Hit]) -> bool {
    let own = !matches!(frame.subject, Subject::Person | Subject::Org | Subject::You | Subject::Circumstance);
    let fact = matches!(frame.modality, Modality::Fact | Modality::Ability);
    frame.modality != Modality::Question
        && match signal {
            Signal::Proof => frame.modality == Modality::Fact,
            Signal::JobLink => frame.speaker != Speaker::Other && links(frame, clause, voices),
            Signal::OwnedCause => {
                own && frame.speaker != Speaker::Other && (fact || frame.modality == Modality::ShouldHave)
            }
            Signal::AppliedChange | Signal::ToldPeopleEarly | Signal::ConcreteRepair | Signal::AskedForHelp => {
                own && fact && frame.speaker != Speaker::Other
            }
            _ => frame.speaker != Speaker::Other,
        }
}

/// True for what one would do in the job, and for what a cue ties to it; not for "I like your office".
pub fn links(frame: &Frame, clause: &ClauseRole, voices: &[Hit]) -> bool {
    frame.modality != Modality::Fact
        || within(voices, clause.sentence, clause.sentence)
            .iter()
            .any(|hit| hit.frame == clause.frame && matches!(hit.signal, Signal::JobLink | Signal::GeneralLink))
}

impl Answer<'_> {
    /// What a clause says.
    pub fn frame(&self, role: &ClauseRole) -> Option<&Frame> {
        self.framed.get(usize::from(role.sentence))?.frames.get(usize::from(role.frame))
    }
}
