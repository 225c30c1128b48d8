//! What to say about an answer, where, and how surely; and which of it to show first.

use crate::cue::Hit;
use crate::facts::{Facts, dense};
use crate::names::{Role, Tier};
use crate::order;
use crate::report::{Finding, Length, NextStep, Part, State};
use crate::rubric::{KindSpec, QuestionProfile, Rubric};
use crate::shape::Shape;
use crate::signal::Signal;

/// Fillers that are pointed at in one answer: two of them say it for all.
const FILLERS: usize = 2;

/// All findings of an answer: those with a span by position, then those about the whole answer.
pub fn findings(
    rubric: &Rubric,
    question: &QuestionProfile,
    voices: &[Hit],
    facts: &Facts,
    shape: &Shape,
    state: State,
) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for hit in voices.iter().filter(|hit| hit.signal.is_finding()) {
        let style = matches!(hit.signal, Signal::Hedge | Signal::Filler | Signal::Buzzword);
        if style && !dense(hit.signal, question, voices, shape) {
            continue;
        }
        let again = found.iter().filter(|other| other.kind == Signal::Filler).count();
        if hit.signal == Signal::Filler && again >= FILLERS {
            continue;
        }
        let Some(kind) = spec(rubric, hit.signal) else { continue };
        if state == State::Unsure && kind.tier >= Tier::Warn {
            continue;
        }
        found.push(Finding { span: Some(hit.span), cue: Some(hit.cue), ..plain(kind) });
    }
    if state == State::NotEnglish {
        found.clear();
    }
    order::by(&mut found, |finding| {
        let span = finding.span.unwrap_or_default();
        [span.start, span.end, finding.kind as u32, finding.cue.map_or(0, u32::from)]
    });
    for (signal, tier) in document(question, facts, shape, state) {
        if let Some(kind) = spec(rubric, signal).filter(|_| question.off & signal.bit() == 0) {
            found.push(Finding { tier, ..plain(kind) });
        }
    }
    found
}

fn plain(kind: &KindSpec) -> Finding {
    Finding { kind: kind.signal, tier: kind.tier, criterion: kind.criterion, span: None, cue: None, provisional: false }
}

/// What content says about a kind of finding.
pub fn spec(rubric: &Rubric, signal: Signal) -> Option<&KindSpec> {
    rubric.kinds.iter().find(|kind| kind.signal == signal)
}

/// True unless an answer of this many counted words does too well on the criterion for a problem with it to be likely:
/// an accusation needs a low level, anything else one that leaves something to be wished for.
pub fn agrees(rubric: &Rubric, hit: &Hit, earned: &[Option<u8>; 12], counted: u32) -> bool {
    let most = match spec(rubric, hit.signal) {
        Some(kind) if counted >= crate::SHOWN_FROM => match kind.tier {
            Tier::Accuse => (kind.criterion, 2),
            Tier::Warn => (kind.criterion, 3),
            Tier::Hint | Tier::Strength => return true,
        },
        _ => return true,
    };
    earned.get(most.0 as usize).copied().flatten().is_none_or(|level| level <= most.1)
}

/// Findings about the whole answer, with the tier that their degree asks for.
fn document(question: &QuestionProfile, facts: &Facts, shape: &Shape, state: State) -> Vec<(Signal, Tier)> {
    let mut found = Vec::new();
    if state == State::NotEnglish {
        return vec![(Signal::NotEnglish, Tier::Warn)];
    }
    for (signal, tier) in [
        (Signal::Stuffing, Tier::Warn),
        (Signal::SampleCopied, Tier::Warn),
        (Signal::OffTopic, Tier::Warn),
        (Signal::NoEnding, Tier::Hint),
    ] {
        if facts.has(signal) {
            found.push((signal, tier));
        }
    }
    if facts.has(Signal::SetupOverSixty) {
        found.push((Signal::SetupHeavy, Tier::Warn));
    } else if facts.has(Signal::SetupOverHalf) {
        found.push((Signal::SetupHeavy, Tier::Hint));
    }
    // Under 40 words only the next prompt speaks about length.
    if shape.counted >= crate::SHOWN_FROM {
        match Length::of(shape.counted, &question.words) {
            Length::FarShort => found.push((Signal::TooShort, Tier::Warn)),
            Length::Short => found.push((Signal::TooShort, Tier::Hint)),
            Length::Long => found.push((Signal::TooLong, Tier::Hint)),
            Length::FarLong => found.push((Signal::TooLong, Tier::Warn)),
            Length::Target => {}
        }
    }
    found
}

/// The index of the one strength to show: the first kind found, in the fixed order; of one kind the first that stands in
/// its own part of the story, where it is meant most surely.
pub fn strength(findings: &[Finding], parts: &[Part]) -> Option<u16> {
    let at_home = |finding: &Finding| {
        let home = home(finding.kind);
        let part = parts.iter().find(|part| finding.span.is_some_and(|span| span.overlaps(&part.span)));
        home == 0 || part.is_some_and(|part| home & part.role.bit() != 0)
    };
    let best = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.kind.is_strength())
        .min_by_key(|(at, finding)| (finding.kind, !at_home(finding), *at))?;
    u16::try_from(best.0).ok()
}

/// The parts of the story that a strength belongs to; 0 for one that may stand anywhere.
const fn home(kind: Signal) -> u16 {
    match kind {
        Signal::OwnedCause => Role::Failure.bit() | Role::Cause.bit(),
        Signal::ToldPeopleEarly | Signal::ConcreteRepair => Role::Repair.bit() | Role::Process.bit(),
        Signal::AppliedChange | Signal::Proof => Role::Change.bit() | Role::Process.bit(),
        Signal::SpecificLesson => Role::Lesson.bit(),
        _ => 0,
    }
}

/// The indexes of at most two problems to show: accuse before warn before hint, then weight times what is missing,
/// then position. None works on what the next step works on.
pub fn fixes(
    question: &QuestionProfile,
    findings: &[Finding],
    levels: &[Option<u8>; 12],
    next: Option<NextStep>,
) -> Vec<u16> {
    let mut ranked: Vec<(usize, &Finding)> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.tier != Tier::Strength && !finding.provisional)
        .filter(|(_, finding)| next.and_then(|next| next.criterion) != Some(finding.criterion))
        .collect();
    order::by(&mut ranked, |(_, finding)| {
        let weight = question.weights.get(finding.criterion as usize).copied().unwrap_or(0);
        let level = levels.get(finding.criterion as usize).copied().flatten().unwrap_or(5);
        let gain = u32::from(weight) * u32::from(5 - level.min(5));
        [u32::MAX - finding.tier as u32, u32::MAX - gain, 0, 0]
    });
    let mut chosen: Vec<u16> = Vec::new();
    let mut kinds: Vec<Signal> = Vec::new();
    for (at, finding) in ranked {
        if chosen.len() < 2 && !kinds.contains(&finding.kind) {
            kinds.push(finding.kind);
            chosen.extend(u16::try_from(at));
        }
    }
    chosen
}
