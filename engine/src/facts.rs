//! What is true of the whole answer: how often each signal counts, and what follows from roles and lengths.

use crate::answer::{Answer, count};
use crate::class;
use crate::cue::{Hit, within};
use crate::frame::{Frame, Modality, Speaker, Subject};
use crate::learned::heard;
use crate::names::Role;
use crate::report::{Length, Span};
use crate::role::ClauseRole;
use crate::rubric::{Need, ProfileKind, QuestionProfile, Rubric};
use crate::shape::Shape;
use crate::signal::Signal;
use crate::silence::is_own_event;
use std::collections::BTreeSet;

/// Sentences longer than this many words are long.
const LONG_SENTENCE: usize = 40;
/// The owned cause among the scores of a clause.
const OWNED: usize = 10;
/// It is there, even where no clause shows it surely, when one scores more than this; sixteenths.
const PRESENT: i32 = -8;
/// Words from which a clause tells a part of the story.
const PART_FROM: usize = 4;
/// Words from which the share of the setup says something.
const SETUP_FROM: u32 = 60;

/// How often each signal counts in an answer.
#[derive(Clone, Debug)]
pub struct Facts {
    counts: Vec<u16>,
}

impl Facts {
    /// Counts the voices and works out what follows from them.
    pub fn of(rubric: &Rubric, question: &QuestionProfile, answer: &Answer, voices: &[Hit], shape: &Shape) -> Facts {
        let mut facts = Facts { counts: vec![0; Signal::ALL.len()] };
        let mut seen = BTreeSet::new();
        let mut used = vec![0u8; rubric.cues.len()];
        for hit in voices {
            // A class of cues counts once per clause, and each cue as often as it may.
            let cap = rubric.cues.get(usize::from(hit.cue)).map_or(1, |cue| cue.cap);
            let Some(used) = used.get_mut(usize::from(hit.cue)).filter(|used| **used < cap) else { continue };
            if seen.insert((hit.signal, hit.sentence, hit.frame)) {
                *used += 1;
                facts.add(hit.signal);
            }
        }
        facts.parts(answer, voices);
        facts.details(answer);
        facts.growth(answer, voices);
        facts.causes();
        facts.shape(question, answer, voices, shape);
        facts.delivery(question, answer, voices, shape);
        facts
    }

    /// Counted hits of a signal.
    pub fn count(&self, signal: Signal) -> u16 {
        self.counts.get(signal as usize).copied().unwrap_or(0)
    }

    /// True when the signal counts at least once.
    pub fn has(&self, signal: Signal) -> bool {
        self.count(signal) > 0
    }

    /// True when the need is met.
    pub fn meets(&self, need: &Need) -> bool {
        let found: u16 =
            Signal::ALL.iter().filter(|signal| need.any & signal.bit() != 0).map(|&signal| self.count(signal)).sum();
        if need.at_least == 0 { found == 0 } else { found >= u16::from(need.at_least) }
    }

    fn add(&mut self, signal: Signal) {
        if let Some(count) = self.counts.get_mut(signal as usize) {
            *count = count.saturating_add(1);
        }
    }

    fn set(&mut self, signal: Signal, holds: bool) {
        if holds && !self.has(signal) {
            self.add(signal);
        }
    }

    /// What the parts of the story say by being there, in whatever words.
    fn parts(&mut self, answer: &Answer, voices: &[Hit]) {
        let spoken = |signal: Signal, role: &ClauseRole| {
            within(voices, role.sentence, role.sentence)
                .iter()
                .any(|hit| hit.signal == signal && hit.frame == role.frame)
        };
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
            let owned = role.scores.get(OWNED).is_some_and(|&score| score > PRESENT);
            self.set(Signal::OwnedCause, owned);
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
    fn details(&mut self, answer: &Answer) {
        for ((sentence, one), _) in
            answer.sentences.iter().zip(answer.framed).zip(&answer.counts).filter(|(_, counts)| **counts)
        {
            for frame in &one.frames {
                let words = sentence.tokens.get(usize::from(frame.start)..usize::from(frame.end)).unwrap_or(&[]);
                if is_own_event(one, frame) {
                    self.add(Signal::PastEvent);
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

    fn growth(&mut self, answer: &Answer, voices: &[Hit]) {
        let in_role = |hit: &Hit, roles: &[Role]| {
            answer
                .clauses_of(usize::from(hit.sentence))
                .any(|clause| clause.frame == hit.frame && roles.iter().any(|role| clause.all & role.bit() != 0))
        };
        let outcome: Vec<(u16, u16)> = voices
            .iter()
            .filter(|hit| matches!(hit.signal, Signal::Outcome | Signal::Miss))
            .map(|hit| (hit.sentence, hit.frame))
            .collect();
        for hit in voices {
            match hit.signal {
                Signal::Number => {
                    let measured =
                        in_role(hit, &[Role::Result, Role::Failure]) || outcome.contains(&(hit.sentence, hit.frame));
                    self.set(Signal::OutcomeMeasured, measured);
                }
                Signal::Feeling | Signal::EmotionHandled => {
                    let followed = voices.iter().any(|other| {
                        matches!(other.signal, Signal::AskedForHelp | Signal::Persistence)
                            && other.sentence >= hit.sentence
                            && other.sentence - hit.sentence <= 2
                    });
                    self.set(Signal::FeelingFollowed, followed);
                    let acted = voices.iter().any(|other| {
                        matches!(
                            other.signal,
                            Signal::ConcreteRepair
                                | Signal::ToldPeopleEarly
                                | Signal::AskedForHelp
                                | Signal::Persistence
                        ) && (other.sentence == hit.sentence && other.span.start >= hit.span.start
                            || other.sentence == hit.sentence + 1)
                    });
                    self.set(Signal::EmotionHandled, acted);
                }
                _ => {}
            }
        }
        self.set(
            Signal::TwoRepairs,
            self.count(Signal::ConcreteRepair) + self.count(Signal::ToldPeopleEarly) >= 2
                || self.count(Signal::GeneralRepair) >= 3,
        );
        self.set(Signal::LessonTied, self.lesson_tied(answer, voices));
    }

    /// The lesson's sentence shares a content word with the failure or the cause.
    fn lesson_tied(&self, answer: &Answer, voices: &[Hit]) -> bool {
        let content = |sentence: usize| {
            answer
                .sentences
                .get(sentence)
                .into_iter()
                .flat_map(|sentence| &sentence.tokens)
                .filter(|token| !token.is(class::CLOSED | class::ADVERB) && token.lemma != crate::document::UNKNOWN)
        };
        let told: BTreeSet<u16> = (0..answer.sentences.len())
            .filter(|&at| matches!(answer.sentence_role(at), Role::Failure | Role::Cause | Role::Context))
            .flat_map(|at| content(at).map(|token| token.lemma))
            .collect();
        voices.iter().filter(|hit| hit.signal == Signal::SpecificLesson).any(|hit| {
            let sentence = usize::from(hit.sentence);
            content(sentence).any(|token| told.contains(&token.lemma))
                || count(answer.sentences.get(sentence).map_or(&[], |one| &one.tokens)) >= 12
        })
    }

    fn causes(&mut self) {
        let unowned = self.count(Signal::Blame) + self.count(Signal::Excuse);
        self.set(Signal::UnownedCause, unowned == 1);
        self.set(Signal::UnownedCauses, unowned >= 2);
        self.set(Signal::ManyApologies, self.count(Signal::Apology) >= 3);
        self.set(Signal::ManyComplaints, self.count(Signal::Complaint) >= 2);
    }

    fn shape(&mut self, question: &QuestionProfile, answer: &Answer, voices: &[Hit], shape: &Shape) {
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
        self.set(Signal::OffTopic, !shape.sentences.is_empty() && !asked);
        if !process && shape.useful >= SETUP_FROM {
            let setup = shape.percent(Role::Context) + shape.percent(Role::Failure) + shape.percent(Role::Cause);
            self.set(Signal::SetupOverHalf, setup > 50 && setup <= 60);
            self.set(Signal::SetupOverSixty, setup > 60);
        }
    }

    fn delivery(&mut self, question: &QuestionProfile, answer: &Answer, voices: &[Hit], shape: &Shape) {
        let length = Length::of(shape.counted, &question.words);
        self.set(Signal::Stuffing, stuffed(answer));
        self.set(Signal::SampleCopied, answer.copied.contains(&true));
        self.set(Signal::TargetLength, length == Length::Target);
        self.set(Signal::AmberLength, matches!(length, Length::Short | Length::Long));
        self.set(Signal::Over600, shape.words > 600);
        let long = answer.sentences.iter().any(|sentence| count(&sentence.tokens) > LONG_SENTENCE);
        let dense = [Signal::Hedge, Signal::Buzzword, Signal::Filler]
            .into_iter()
            .filter(|&kind| dense(kind, question, voices, shape))
            .count();
        self.set(Signal::Cluttered, long || dense > 0);
        self.set(Signal::TwoDensities, dense >= 2);
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

/// True when a style kind stands closer than its limit allows: hedges over 3 and at least three, buzzwords over 2 per
/// 100 useful words, fillers over one a minute of speech.
pub fn dense(kind: Signal, question: &QuestionProfile, voices: &[Hit], shape: &Shape) -> bool {
    let found = u32::try_from(spans(kind, voices).count()).unwrap_or(0);
    match kind {
        Signal::Hedge => found >= 3 && found * 100 > 3 * shape.useful,
        Signal::Buzzword => found * 100 > 2 * shape.useful && found >= 2,
        Signal::Filler => question.spoken && found * 60 > crate::report::seconds(shape.words).max(30),
        _ => false,
    }
}

fn spans(kind: Signal, voices: &[Hit]) -> impl Iterator<Item = Span> {
    voices.iter().filter(move |hit| hit.signal == kind).map(|hit| hit.span)
}

/// Cue words piled up: a sentence with three or more of them, and no clause that carries them; or the same again and again.
fn stuffed(answer: &Answer) -> bool {
    answer.sentences.iter().zip(answer.framed).any(|(sentence, one)| {
        let loaded = sentence.tokens.iter().filter(|token| token.is(class::STUFFING)).count();
        let verbs = one.frames.iter().filter(|frame| frame.verb.is_some()).count();
        let words = count(&sentence.tokens);
        let carried = sentence
            .tokens
            .iter()
            .filter(|token| {
                token.is(class::NOUN | class::PERSON | class::PLACE | class::NUMBER | class::TIME)
                    && !token.is(class::STUFFING)
            })
            .count();
        loaded >= 3 && loaded * 100 >= words * 30 && (verbs == 0 || carried * 3 < loaded || carried == 0)
    })
}
