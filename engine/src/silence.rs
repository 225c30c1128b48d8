//! What keeps a problem from being named: an owned window, fair ground, a measured cost, a later event.

use crate::answer::Answer;
use crate::cue::{Hit, within};
use crate::document::Break;
use crate::frame::clause::Tie;
use crate::frame::read::Framed;
use crate::frame::{Frame, Polarity, Subject, Tense};
use crate::rubric::{ProfileKind, QuestionProfile};
use crate::signal::Signal;

/// Sentences before and after an owned cause in which an outside cause is fair.
const OWNED_WINDOW: u16 = 2;

/// Each of these alone says that the speaker stood in the story with a part.
const TAKEN: [Signal; 9] = [
    Signal::OwnedCause,
    Signal::Telling,
    Signal::ToldPeopleEarly,
    Signal::Reason,
    Signal::Decision,
    Signal::OnceChanged,
    Signal::AskedForHelp,
    Signal::EmotionHandled,
    Signal::Proof,
];

/// The hits that may speak, in order of position, one problem at a place.
pub fn voices(question: &QuestionProfile, answer: &Answer) -> Vec<Hit> {
    let mut spoken = unsilenced(question, answer);
    settle_overlaps(&mut spoken);
    spoken
}

/// The hits that nothing around them silences, in order of position. An outside cause in an owned window becomes
/// [`Signal::OutsideCause`].
pub fn unsilenced(question: &QuestionProfile, answer: &Answer) -> Vec<Hit> {
    let told = Told::of(answer);
    let mut spoken = Vec::with_capacity(answer.hits.len());
    for hit in &answer.hits {
        if question.off & hit.signal.bit() != 0 {
            continue;
        }
        let look = Look { answer, hit, told: &told };
        let taken =
            hit.alone && (told.takes_part() || look.own_act_next() || hit.signal == Signal::Blame && look.inherited());
        let silent = match hit.signal {
            Signal::Blame | Signal::Excuse | Signal::PassiveEvasion => {
                if look.fair() {
                    true
                } else if taken || look.owned_window() {
                    spoken.push(Hit { signal: Signal::OutsideCause, ..*hit });
                    true
                } else {
                    false
                }
            }
            Signal::ConcreteRepair | Signal::GeneralRepair | Signal::ToldPeopleEarly | Signal::Telling => {
                look.before_all_misses()
            }
            _ if taken => true,
            Signal::Complaint => look.fair(),
            Signal::NeverFailed => {
                look.after_a_miss()
                    || look.said_before()
                    || look.later(&[Signal::Miss, Signal::OwnedCause, Signal::Outcome])
            }
            Signal::FakeFailure => look.later(&[Signal::Outcome]) || look.near(&[Signal::Outcome], 0, 0),
            Signal::Minimising => look.measured() || look.felt() || hit.alone && look.said_before(),
            Signal::Catastrophe => look.measured(),
            Signal::Disqualifying => look.near(&[Signal::Telling, Signal::ToldPeopleEarly], 0, 1),
            Signal::Cliche => look.next_clause(&[
                Signal::AppliedChange,
                Signal::ConcreteRepair,
                Signal::SpecificLesson,
                Signal::OnceChanged,
                Signal::Proof,
            ]),
            Signal::Vague => look.filled(),
            Signal::PromiseOnly => look.anywhere(&[Signal::AppliedChange, Signal::OnceChanged, Signal::Proof]),
            Signal::Hypothetical => question.kind != ProfileKind::Story || look.event(),
            Signal::TraitCause => question.kind == ProfileKind::Weakness,
            _ => false,
        };
        if !silent {
            spoken.push(*hit);
        }
    }
    spoken
}

/// On the same words the first problem in the fixed order stays; a strength and a problem never share words.
fn settle_overlaps(hits: &mut Vec<Hit>) {
    let findings: Vec<Hit> = hits.iter().copied().filter(|hit| hit.signal.is_finding()).collect();
    hits.retain(|hit| {
        let beside = within(&findings, hit.sentence, hit.sentence);
        let outdone = beside.iter().filter(|other| other.span.overlaps(&hit.span)).any(|other| {
            let stronger = other.signal < hit.signal && !other.signal.is_strength() && hit.signal != Signal::Number;
            let length = |one: &Hit| (one.span.end - one.span.start, one.cue);
            stronger || other.signal == hit.signal && length(other) > length(hit)
        });
        !(hit.signal.is_finding() && outdone)
    });
}

/// A hit and the answer around it.
struct Look<'a> {
    answer: &'a Answer<'a>,
    hit: &'a Hit,
    told: &'a Told,
}

/// What the whole answer tells, read once: where each signal stands last, where a miss stands first.
struct Told {
    last: Vec<Option<(u16, u16)>>,
    first_miss: Option<u16>,
    event: bool,
}

impl Told {
    fn of(answer: &Answer) -> Told {
        let mut last = vec![None; Signal::ALL.len()];
        let mut first_miss = None;
        for hit in &answer.hits {
            if let Some(slot) = last.get_mut(hit.signal as usize) {
                *slot = (*slot).max(Some((hit.sentence, hit.frame)));
            }
            if matches!(hit.signal, Signal::Miss | Signal::OwnedCause) && first_miss.is_none() {
                first_miss = Some(hit.sentence);
            }
        }
        let counted = answer.framed.iter().zip(&answer.counts).filter(|(_, counts)| **counts);
        let event = counted.into_iter().any(|(one, _)| one.frames.iter().any(|frame| is_own_event(one, frame)));
        Told { last, first_miss, event }
    }

    /// The speaker takes a part: owns it, told somebody, asked for help, or both mended the case and changed something.
    /// Another's failing told beside that is a fact of the story, not a way out of it.
    fn takes_part(&self) -> bool {
        let any = |signals: &[Signal]| signals.iter().any(|&signal| self.last(signal).is_some());
        any(&TAKEN) || any(&[Signal::ConcreteRepair]) && any(&[Signal::AppliedChange])
    }

    fn last(&self, signal: Signal) -> Option<(u16, u16)> {
        self.last.get(signal as usize).copied().flatten()
    }
}

impl Look<'_> {
    fn is_other(&self, other: &Hit, signals: &[Signal]) -> bool {
        signals.contains(&other.signal) && !other.span.overlaps(&self.hit.span)
    }

    fn anywhere(&self, signals: &[Signal]) -> bool {
        signals.iter().any(|&signal| self.told.last(signal).is_some())
    }

    /// In the sentences from `back` before to `ahead` after.
    fn near(&self, signals: &[Signal], back: u16, ahead: u16) -> bool {
        let here = self.hit.sentence;
        let window = within(&self.answer.hits, here.saturating_sub(back), here.saturating_add(ahead));
        window.iter().any(|other| self.is_other(other, signals))
    }

    /// In a later sentence, or in a later clause of this one that stands by itself: "I cannot think of a time when I
    /// missed a goal" tells no miss.
    fn later(&self, signals: &[Signal]) -> bool {
        let (sentence, frame) = (self.hit.sentence, self.hit.frame);
        let after = signals.iter().any(|&signal| self.told.last(signal).is_some_and(|place| place.0 > sentence));
        let stands = |until: u16| {
            let frames = self.answer.framed.get(usize::from(sentence)).map_or(&[][..], |one| &one.frames);
            let between = frames.get(usize::from(frame) + 1..=usize::from(until)).unwrap_or(&[]);
            between.iter().any(|frame| matches!(frame.tie, Tie::Main | Tie::Coordinate))
        };
        after
            || within(&self.answer.hits, sentence, sentence)
                .iter()
                .any(|other| other.frame > frame && self.is_other(other, signals) && stands(other.frame))
    }

    /// In the same or the next clause.
    fn next_clause(&self, signals: &[Signal]) -> bool {
        self.beside(signals, 1)
    }

    /// In the same clause, in the next one, or in as many before it as `back` says.
    fn beside(&self, signals: &[Signal], back: u16) -> bool {
        let (sentence, frame) = (self.hit.sentence, self.hit.frame);
        let clauses = self.answer.framed.get(usize::from(sentence)).map_or(0, |one| one.frames.len());
        within(&self.answer.hits, sentence, sentence.saturating_add(1)).iter().any(|other| {
            let same =
                other.sentence == sentence && other.frame <= frame.saturating_add(1) && other.frame + back >= frame;
            let over = other.sentence > sentence && usize::from(frame) + 1 == clauses && other.frame == 0;
            (same || over) && self.is_other(other, signals)
        })
    }

    /// A miss is told, but only in later sentences: what stands before it mends nothing.
    fn before_all_misses(&self) -> bool {
        self.told.first_miss.is_some_and(|first| first > self.hit.sentence)
    }

    /// A miss is told in an earlier sentence.
    fn after_a_miss(&self) -> bool {
        self.told.first_miss.is_some_and(|first| first < self.hit.sentence)
    }

    /// Who did it stands in an earlier clause: too far for an accusation of somebody.
    fn inherited(&self) -> bool {
        let sentence = self.answer.framed.get(usize::from(self.hit.sentence));
        sentence
            .and_then(|one| one.frames.get(usize::from(self.hit.frame)))
            .is_some_and(|frame| frame.inherited && frame.subject != Subject::Unknown)
    }

    /// The next clause tells what the speaker did about it: "the bank refused, and I asked my aunt".
    fn own_act_next(&self) -> bool {
        let sentence = self.answer.framed.get(usize::from(self.hit.sentence));
        let next = |one: &&Framed| one.frames.get(usize::from(self.hit.frame) + 1).copied();
        let acts = |frame: Frame| {
            frame.subject == Subject::I && frame.is_event() && matches!(frame.tense, Tense::Past | Tense::Pluperfect)
        };
        sentence.as_ref().and_then(next).is_some_and(acts)
    }

    /// The same was said in this sentence or the one before: once is enough to ask about it.
    fn said_before(&self) -> bool {
        let here = self.hit.sentence;
        let before = |other: &Hit| other.signal == self.hit.signal && other.span.end <= self.hit.span.start;
        within(&self.answer.hits, here.saturating_sub(1), here).iter().any(before)
    }

    fn owned_window(&self) -> bool {
        let here = self.hit.sentence;
        within(&self.answer.hits, here.saturating_sub(OWNED_WINDOW), here.saturating_add(OWNED_WINDOW))
            .iter()
            .any(|other| other.signal == Signal::OwnedCause)
    }

    fn fair(&self) -> bool {
        let here = self.answer.framed.get(usize::from(self.hit.sentence));
        here.is_some_and(|one| one.frames.iter().any(|frame| frame.fair)) || self.near(&[Signal::FairGround], 1, 1)
    }

    /// A measured cost to somebody in the same or the next clause; a figure alone measures no cost.
    fn measured(&self) -> bool {
        self.beside(&[Signal::Number], 0) && self.beside(&[Signal::Outcome, Signal::Miss], 0)
    }

    /// What it did to somebody stands in the same or the next clause.
    fn felt(&self) -> bool {
        self.beside(&[Signal::Outcome], 0) && self.beside(&[Signal::Party], 0)
    }

    /// The placeholder is filled: by what follows a colon or semicolon, or by a figure beside it.
    fn filled(&self) -> bool {
        let sentence = self.answer.sentences.get(usize::from(self.hit.sentence));
        let colon = sentence.is_some_and(|sentence| {
            let rest: Vec<_> =
                sentence.tokens.iter().skip_while(|token| token.span.start < self.hit.span.end).collect();
            rest.len() >= 3 && rest.iter().take(2).any(|token| token.before == Break::Strong)
        });
        colon || self.near(&[Signal::Number], 0, 1) || self.near(&[Signal::OwnedCause], 0, 1)
    }

    /// The answer tells an event of the speaker's own.
    fn event(&self) -> bool {
        let told = self.anywhere(&[Signal::DatedEvent, Signal::Miss, Signal::OwnedCause, Signal::ConcreteRepair]);
        told || self.told.event
    }
}

/// A factual, affirmed past clause of the speaker's own that names an act: what happened, not what is felt or was.
pub fn is_own_event(one: &Framed, frame: &Frame) -> bool {
    let affirmed = frame
        .verb
        .is_some_and(|verb| one.polarity.get(usize::from(verb)).is_some_and(|&found| found != Polarity::Mixed));
    frame.is_event() && affirmed && matches!(frame.subject, Subject::I | Subject::We) && frame.tense == Tense::Past
}
