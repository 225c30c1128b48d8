//! The one thing to do now: the first row of the table whose condition holds.

use crate::answer::Answer;
use crate::class;
use crate::cue::Hit;
use crate::report::{NextStep, State};
use crate::rubric::{Rubric, StepSpec, StepWhen};
use crate::signal::Signal;

/// All rows that hold, in order.
pub fn open_steps(
    rubric: &Rubric,
    state: State,
    answer: &Answer,
    voices: &[Hit],
    levels: &[Option<u8>; 12],
) -> Vec<u8> {
    let short = short_prompt(state, answer, voices);
    rubric
        .steps
        .iter()
        .zip(0u8..)
        .filter(|(step, _)| match state {
            State::NotEnglish => step.when == StepWhen::NotEnglish,
            State::Empty | State::Short => step.when == short,
            State::Unsure | State::Scored => match step.when {
                StepWhen::Level => in_range(step, levels),
                StepWhen::Always => true,
                _ => false,
            },
        })
        .map(|(_, index)| index)
        .collect()
}

/// The first open row.
pub fn next(rubric: &Rubric, open: &[u8]) -> Option<NextStep> {
    let &step = open.first()?;
    let criterion = rubric.steps.get(usize::from(step)).and_then(|spec| spec.criterion);
    Some(NextStep { step, criterion })
}

fn in_range(step: &StepSpec, levels: &[Option<u8>; 12]) -> bool {
    let level = step.criterion.and_then(|criterion| levels.get(criterion as usize).copied().flatten());
    level.is_some_and(|level| (step.from..=step.to).contains(&level))
}

/// What a draft under 40 words lacks first: a time or an aim, the miss, the own part.
fn short_prompt(state: State, answer: &Answer, voices: &[Hit]) -> StepWhen {
    let has = |signals: &[Signal]| voices.iter().any(|hit| signals.contains(&hit.signal));
    let time =
        answer.sentences.iter().any(|sentence| sentence.tokens.iter().any(|token| token.is(class::TIME | class::YEAR)));
    if state == State::Empty || !(time || has(&[Signal::DatedEvent, Signal::Goal])) {
        StepWhen::ShortNoTime
    } else if !has(&[Signal::Miss, Signal::Outcome, Signal::OwnedCause]) {
        StepWhen::ShortNoMiss
    } else if !has(&[Signal::OwnedCause, Signal::Admission]) {
        StepWhen::ShortNoPart
    } else {
        StepWhen::ShortGoOn
    }
}
