//! What the parts of the story and the words in them say, whatever cue spoke.

use super::Facts;
use crate::answer::Answer;
use crate::class;
use crate::cue::{Hit, within};
use crate::frame::{Frame, Modality, Speaker, Subject};
use crate::learned::heard;
use crate::names::Role;
use crate::role::ClauseRole;
use crate::signal::Signal;
use crate::silence::is_own_event;

/// The owned cause among the scores of a clause.
const OWNED: usize = 10;
/// It is there, even where no clause shows it surely, when one scores more than this; sixteenths.
const PRESENT: i32 = -8;
/// Words from which a clause tells a part of the story.
const PART_FROM: usize = 4;

impl Facts {
    /// What the parts of the story say by being there, in whatever words.
    pub(super) fn parts(&mut self, answer: &Answer, voices: &[Hit]) {
        let spoken = |signal: Signal, role: &ClauseRole| {
            within(voices, role.sentence, role.sentence)
                .iter()
                .any(|hit| hit.signal == signal && hit.frame == role.frame)
        };
        let outside = [Signal::Blame, Signal::Excuse, Signal::PassiveEvasion];
        let accused = voices.iter().any(|hit| outside.contains(&hit.signal));
        let counted = |role: &&ClauseRole| answer.counts.get(usize::from(role.sentence)) == Some(&true);
        for role in answer.roles.iter().filter(counted) {
            let spoken_by = |frame: &&Frame| frame.speaker != Speaker::Other && frame.modality != Modality::Question;
            let Some(frame) = answer.frame(role).filter(spoken_by) else { continue };
            let own = matches!(frame.subject, Subject::I | Subject::We);
            let told = answer.clause_words(role) >= PART_FROM && frame.verb.is_some();
            if matches!(role.main, Role::Failure | Role::Result) {
                let words = answer.clause_tokens(role);
                self.set(Signal::Party, words.iter().any(|token| token.is(class::PARTY | class::PERSON | class::ORG)));
            }
            let owned = role.scores.get(OWNED).is_some_and(|&score| score > PRESENT) && !accused;
            self.set(Signal::OwnedCause, owned && frame.subject == Subject::I && frame.is_event());
            let slogan = spoken(Signal::Cliche, role);
            match role.main {
                Role::Failure if told && frame.modality == Modality::Fact => {
                    self.set(Signal::Miss, true);
                    let measured = answer.clause_tokens(role).iter().any(|token| token.is(class::NUMBER));
                    self.set(Signal::Outcome, measured);
                }
                Role::Cause if told => self.set(Signal::CauseNamed, true),
                Role::Repair if told && own && frame.is_event() => self.add(Signal::GeneralRepair),
                Role::Result if told && frame.is_event() => self.set(Signal::Outcome, true),
                Role::Lesson if told && !slogan => self.set(Signal::GeneralLesson, true),
                Role::Change if told && frame.modality == Modality::Fact => self.set(Signal::OnceChanged, true),
                Role::Link if told && heard::links(frame, role, voices) => self.set(Signal::GeneralLink, true),
                Role::Process if told && own => self.add(Signal::ProcessStep),
                _ => {}
            }
        }
    }

    /// When, where, task, people, figure, read from cues and from the classes of words in the writer's own clauses.
    pub(super) fn details(&mut self, answer: &Answer) {
        for ((sentence, one), _) in
            answer.sentences.iter().zip(answer.framed).zip(&answer.told).filter(|(_, told)| **told)
        {
            for frame in &one.frames {
                let words = sentence.tokens.get(usize::from(frame.start)..usize::from(frame.end)).unwrap_or(&[]);
                if is_own_event(one, frame) {
                    self.add(Signal::PastEvent);
                }
                if words.iter().any(|token| token.is(class::NUMBER)) {
                    self.add(Signal::Figures);
                }
                if words.iter().any(|token| token.is(class::TIME | class::CALENDAR | class::YEAR)) {
                    self.add(Signal::Times);
                }
                if frame.is_event() {
                    self.set(Signal::Place, words.iter().any(|token| token.is(class::PLACE | class::ORG)));
                    self.set(
                        Signal::People,
                        words.iter().any(|token| token.is(class::PERSON | class::PARTY | class::FAMILY)),
                    );
                }
            }
        }
        let told = self.has(Signal::PastEvent);
        let when = self.has(Signal::DatedEvent);
        let details = [when, self.has(Signal::Place), self.has(Signal::Task), self.has(Signal::People)];
        let known = details.iter().filter(|&&known| known).count();
        self.set(Signal::OneDetail, told && known >= 1);
        self.set(Signal::ThreeDetails, told && known >= 3);
        let place_or_task = self.has(Signal::Place) || self.has(Signal::Task);
        self.set(
            Signal::FullDetails,
            told && when && place_or_task && self.has(Signal::People) && self.has(Signal::Number),
        );
    }
}
