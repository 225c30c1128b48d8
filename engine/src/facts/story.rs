//! What the speaker's own clauses hold, whatever cue spoke: events, figures, times, places, people.

use super::Facts;
use crate::answer::Answer;
use crate::class;
use crate::names::Role;
use crate::signal::Signal;
use crate::silence::is_own_event;

/// Words from which a clause tells a part of the story.
const PART_FROM: usize = 4;

impl Facts {
    pub(super) fn details(&mut self, answer: &Answer) {
        for role in answer.roles.iter().filter(|role| answer.earns(role)) {
            let words = answer.clause_tokens(role);
            let holds = |classes: u64| words.iter().any(|token| token.is(classes));
            if holds(class::NUMBER) {
                self.add(Signal::Figures);
            }
            if holds(class::TIME | class::CALENDAR | class::YEAR) {
                self.add(Signal::Times);
            }
            let framed = answer.framed.get(usize::from(role.sentence));
            let Some((framed, frame)) = framed.zip(answer.frame(role)) else { continue };
            if is_own_event(framed, frame) {
                self.add(Signal::PastEvent);
            }
            if frame.is_event() {
                self.set(Signal::Place, holds(class::PLACE | class::ORG));
                self.set(Signal::People, holds(class::PERSON | class::PARTY | class::FAMILY));
            }
            self.set(Signal::Miss, role.main == Role::Failure && words.len() >= PART_FROM);
        }
    }
}
