//! What the learned weights hear in an answer: strengths that no cue found, and doubt about those that a cue did.

use super::HEARD;
use crate::answer::Answer;
use crate::cue::{Hit, within};
use crate::frame::{Frame, Modality, Speaker, Subject};
use crate::names::Role;
use crate::order;
use crate::report::Span;
use crate::role::ClauseRole;
use crate::rubric::Rubric;
use crate::signal::Signal;

/// A strength that a cue found is dropped when its clause scores less than this, in sixteenths.
const DOUBT: i32 = -8;

/// The voices, with the strengths that were heard in place of those that are in doubt; in order of position. The last
/// cues of the rubric stand for what was learned, one for each strength.
pub fn weigh(rubric: &Rubric, answer: &Answer, voices: Vec<Hit>) -> Vec<Hit> {
    // A few sentences are no answer, and nothing was learned from such.
    if answer.words() < crate::SHOWN_FROM {
        return voices;
    }
    let score = |clause: &ClauseRole, strength: usize| clause.scores.get(10 + strength).copied().unwrap_or(0);
    let learned = rubric.cues.len().saturating_sub(HEARD.len());
    let mut kept: Vec<Hit> = voices
        .into_iter()
        .filter(|hit| match HEARD.iter().position(|heard| *heard == hit.signal && heard.is_strength()) {
            Some(strength) => answer
                .clauses_of(usize::from(hit.sentence))
                .any(|clause| clause.frame == hit.frame && score(clause, strength) >= DOUBT),
            None if matches!(hit.signal, Signal::Blame | Signal::Excuse) => carries_the_miss(answer, hit),
            None => true,
        })
        .collect();
    for (strength, &signal) in HEARD.iter().enumerate() {
        let mut last: Option<(u16, u16)> = None;
        for clause in answer.roles.iter().filter(|clause| score(clause, strength) > 0) {
            if !answer.frame(clause).is_some_and(|frame| may_hold(signal, frame, clause, &kept)) {
                continue;
            }
            let at = (clause.sentence, clause.frame);
            let Some(span) = answer.clause(clause).filter(|_| answer.counts.get(usize::from(at.0)) == Some(&true))
            else {
                continue;
            };
            let beside = within(&kept, at.0, at.0);
            let taken = |hit: &Hit| {
                let problem = hit.signal.is_finding() && !hit.signal.is_strength() && signal != Signal::Number;
                hit.span.overlaps(&span) && (problem || hit.signal == signal)
            };
            let goes_on = last.is_some_and(|(sentence, frame)| (sentence, frame + 1) == at);
            last = Some(at);
            let known = beside.iter().any(taken);
            match kept.iter_mut().rev().find(|hit| hit.signal == signal && hit.sentence == at.0) {
                Some(hit) if goes_on && usize::from(hit.cue) == learned + strength => hit.span.end = span.end,
                _ if known => {}
                _ => {
                    let cue = u16::try_from(learned + strength).unwrap_or(u16::MAX);
                    let place = kept.partition_point(|hit| hit.sentence <= at.0);
                    kept.insert(place, Hit { signal, cue, sentence: at.0, frame: at.1, span, alone: false });
                }
            }
        }
    }
    // Who owns the miss and tells what came of it has not denied it, nor told a breach without insight.
    let has = |signals: &[Signal]| kept.iter().any(|hit| signals.contains(&hit.signal));
    if has(&[Signal::OwnedCause]) && has(&[Signal::AppliedChange, Signal::SpecificLesson, Signal::Proof]) {
        let denials = [Signal::Disqualifying, Signal::NeverFailed, Signal::FakeFailure, Signal::Blame, Signal::Excuse];
        kept.retain(|hit| !denials.contains(&hit.signal));
    }
    order::by(&mut kept, |hit| [hit.span.start, hit.signal as u32, hit.span.end, u32::from(hit.cue)]);
    kept
}

/// An outside cause is an accusation only in the part of the story that tells the miss and why it happened; elsewhere
/// it is part of the setting, or of what was done about it.
fn carries_the_miss(answer: &Answer, hit: &Hit) -> bool {
    let parts = Role::Failure.bit() | Role::Cause.bit() | Role::Result.bit();
    let mut clauses = answer.clauses_of(usize::from(hit.sentence));
    clauses.any(|clause| clause.frame == hit.frame && clause.all & parts != 0)
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
    /// The bytes of a clause.
    fn clause(&self, role: &ClauseRole) -> Option<Span> {
        self.frame(role).map(|frame| frame.span)
    }

    /// What a clause says.
    pub fn frame(&self, role: &ClauseRole) -> Option<&Frame> {
        self.framed.get(usize::from(role.sentence))?.frames.get(usize::from(role.frame))
    }
}
