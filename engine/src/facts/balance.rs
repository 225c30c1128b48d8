//! What follows from how the words are shared out among the parts, and from where the answer ends.

use super::Facts;
use crate::answer::Answer;
use crate::cue::{Hit, within};
use crate::frame::Subject;
use crate::names::Role;
use crate::rubric::{ProfileKind, QuestionProfile};
use crate::shape::Shape;
use crate::signal::Signal;

/// Words from which the share of the setup says something.
const SETUP_FROM: u32 = 60;

impl Facts {
    pub(super) fn balance(&mut self, question: &QuestionProfile, answer: &Answer, voices: &[Hit], shape: &Shape) {
        self.set(Signal::AnswersQuestion, shape.asked_percent(question.asked) >= 50);
        let headline = if question.kind == ProfileKind::Process {
            Role::Process.bit() | Role::Repair.bit()
        } else {
            Role::Failure.bit() | Role::Cause.bit()
        };
        let first = shape.sentences.iter().position(|sentence| sentence.all & headline != 0);
        self.set(Signal::EarlyHeadline, first.is_some_and(|at| at < 2));
        self.set(Signal::MissBySentenceFour, first.is_some_and(|at| at < 4));
        let out = question
            .shares
            .iter()
            .filter(|share| {
                let percent = share.roles.iter().map(|&role| shape.percent(role)).sum::<u8>();
                percent < share.low || percent > share.high
            })
            .count();
        self.set(Signal::SharesInRange, out == 0);
        self.set(Signal::OneShareOut, out == 1);
        let key = if question.kind == ProfileKind::Process {
            [Role::Process, Role::Repair, Role::Change].iter().filter(|&&role| shape.percent(role) == 0).count()
        } else {
            [Role::Failure, Role::Repair, Role::Lesson, Role::Change]
                .iter()
                .filter(|&&role| {
                    let cause = role == Role::Failure && shape.percent(Role::Cause) > 0;
                    shape.percent(role) == 0 && !cause
                })
                .count()
        };
        self.set(Signal::KeyRolesMissing, key >= 2);
        let roles = Role::ALL.iter().filter(|&&role| role != Role::Other && shape.percent(role) > 0).count();
        self.set(Signal::OneRoleOnly, roles <= 1 && shape.words > 80);
        let process = question.kind == ProfileKind::Process;
        let good =
            Role::Lesson.bit() | Role::Change.bit() | Role::Link.bit() | if process { Role::Process.bit() } else { 0 };
        let ends = shape.sentences.last().is_some_and(|last| {
            let result = last.all & Role::Result.bit() != 0 && is_outcome(answer, voices);
            last.all & good != 0 || result || tells_outcome(answer, voices)
        });
        self.set(Signal::EndsWell, ends);
        self.set(Signal::NoEnding, !self.has(Signal::EndsWell) && !shape.sentences.is_empty());
        let asked = shape.sentences.iter().any(|sentence| sentence.all & question.asked != 0);
        let miss = self.has(Signal::Miss) || self.has(Signal::OwnedCause);
        self.set(Signal::OffTopic, !shape.sentences.is_empty() && !asked && !miss);
        if !process && shape.useful >= SETUP_FROM {
            let setup = shape.percent(Role::Context) + shape.percent(Role::Failure) + shape.percent(Role::Cause);
            self.set(Signal::SetupOverHalf, setup > 50 && setup <= 60);
            self.set(Signal::SetupOverSixty, setup > 60);
        }
    }
}

/// The last sentence that counts holds words that tell how it came out.
fn tells_outcome(answer: &Answer, voices: &[Hit]) -> bool {
    let told = [Signal::RepairEffect, Signal::Number, Signal::Proof, Signal::Persistence, Signal::OnceChanged];
    last_hits(answer, voices).iter().any(|hit| told.contains(&hit.signal))
}

/// What speaks in the last sentence that counts.
fn last_hits<'v>(answer: &Answer, voices: &'v [Hit]) -> &'v [Hit] {
    let last = answer.counts.iter().rposition(|&counts| counts).and_then(|last| u16::try_from(last).ok());
    last.map_or(&[], |at| within(voices, at, at))
}

/// The last sentence that counts tells how it came out: a figure, an effect, or the writer's own clause. One more harm
/// that others did or felt only goes on with the story.
fn is_outcome(answer: &Answer, voices: &[Hit]) -> bool {
    let Some(last) = answer.counts.iter().rposition(|&counts| counts) else { return false };
    let harm = [Signal::Outcome, Signal::OtherRepair, Signal::Miss];
    tells_outcome(answer, voices)
        || !last_hits(answer, voices).iter().any(|hit| harm.contains(&hit.signal))
        || answer.framed.get(last).is_some_and(|one| {
            one.frames.iter().any(|frame| frame.is_event() && matches!(frame.subject, Subject::I | Subject::We))
        })
}
