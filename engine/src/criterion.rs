//! How well each of the twelve criteria is met: anchors, caps, gates, the mean.

use crate::facts::Facts;
use crate::names::Criterion;
use crate::points::Measures;
use crate::report::{Gate, Held};
use crate::rubric::{Anchor, Need, ProfileKind, QuestionProfile, Rubric};
use crate::signal::Signal;

/// The levels of one answer.
#[derive(Clone, Debug)]
pub struct Levels {
    /// 1-5 in the order of [`Criterion::ALL`]; `None` where the question does not ask for it.
    pub levels: [Option<u8>; 12],
    /// The caps that lowered a level.
    pub held: Vec<Held>,
}

/// The level that the points reach, or the highest anchor whose needs hold, else the default. An anchor that says something
/// hard about the speaker needs its evidence whatever the points are: without it the level is the next one up.
pub fn earned(rubric: &Rubric, question: &QuestionProfile, facts: &Facts, measures: &Measures) -> [Option<u8>; 12] {
    let mut levels = [None; 12];
    for (spec, (slot, weight)) in rubric.criteria.iter().zip(levels.iter_mut().zip(question.weights)) {
        if weight == 0 || absent(question, spec.id, facts) {
            continue;
        }
        let points = &spec.points;
        let holds = |way: &&[Need]| way.iter().all(|need| facts.meets(need));
        *slot = Some(if points.weights.is_empty() {
            let mut anchors = spec.anchors.iter().zip([1u8, 2, 3, 4, 5]).rev();
            let reached = anchors.find(|(anchor, _)| anchor.needs.iter().any(holds));
            reached.map_or(spec.default, |(_, level)| level)
        } else {
            let (mut sum, mut raised) = (0, false);
            for &(of, weight) in points.weights {
                let amount = measures.amount(of);
                sum += amount * i32::from(weight);
                raised |= amount > 0 && weight > 0;
            }
            let reached = points.from.iter().zip(2..).filter(|(from, _)| sum >= **from).map(|(_, level)| level).max();
            // Where nothing is found, the level is the default at most.
            let reached = reached.unwrap_or(1).min(if raised { 5 } else { spec.default });
            let borne_out = |(anchor, level): &(&Anchor, u8)| {
                *level >= reached && (anchor.needs.is_empty() || anchor.needs.iter().any(holds))
            };
            spec.anchors.iter().zip([1u8, 2, 3, 4, 5]).find(borne_out).map_or(reached, |(_, level)| level)
        });
    }
    levels
}

/// What is left of the earned levels after the caps.
pub fn lowered(rubric: &Rubric, mut levels: [Option<u8>; 12], facts: &Facts) -> Levels {
    let mut held = Vec::new();
    for (spec, slot) in rubric.criteria.iter().zip(&mut levels) {
        let Some(level) = slot else { continue };
        let cap = rubric
            .caps
            .iter()
            .filter(|cap| cap.criterion == spec.id && cap.at < *level)
            .filter(|cap| facts.has(cap.by) && cap.when.iter().all(|need| facts.meets(need)))
            .min_by_key(|cap| cap.at);
        if let Some(cap) = cap {
            *level = cap.at;
            held.push(Held { criterion: spec.id, at: cap.at, by: cap.by });
        }
    }
    Levels { levels, held }
}

/// A process question asks for no event: without an example the criterion does not apply.
fn absent(question: &QuestionProfile, criterion: Criterion, facts: &Facts) -> bool {
    question.kind == ProfileKind::Process
        && criterion == Criterion::SpecificEvent
        && !facts.has(Signal::DatedEvent)
        && !facts.has(Signal::Miss)
}

/// Weighted mean of the levels in hundredths, rounded half up; `None` when no criterion applies.
pub fn mean(levels: &[Option<u8>; 12], weights: &[u8; 12]) -> Option<u16> {
    let (mut sum, mut total) = (0u32, 0u32);
    for (level, &weight) in levels.iter().zip(weights) {
        if let Some(level) = level {
            sum += u32::from(*level) * u32::from(weight);
            total += u32::from(weight);
        }
    }
    if total == 0 {
        return None;
    }
    u16::try_from((100 * sum + total / 2) / total).ok()
}

/// The mean after gates, and the gates that lowered it.
pub fn overall(question: &QuestionProfile, levels: &[Option<u8>; 12], facts: &Facts) -> (Option<u16>, Vec<Gate>) {
    let Some(mean) = mean(levels, &question.weights) else { return (None, Vec::new()) };
    let at = |criterion: Criterion| levels.get(criterion as usize).copied().flatten();
    let one = |criterion: Criterion| at(criterion) == Some(1);
    let limits = match question.kind {
        ProfileKind::Story => vec![
            (one(Criterion::RealFailure) || one(Criterion::SpecificEvent), 240, Gate::NoStory),
            (one(Criterion::Ownership), 240, Gate::NotOwned),
            (one(Criterion::Lesson) && one(Criterion::AppliedChange), 300, Gate::NothingLearned),
        ],
        ProfileKind::Weakness => {
            let claimed = facts.has(Signal::NeverFailed) || facts.has(Signal::FakeFailure);
            vec![(claimed && at(Criterion::RealFailure).is_some_and(|level| level <= 2), 240, Gate::NoWeakness)]
        }
        ProfileKind::Process => Vec::new(),
    };
    let mut result = mean;
    let mut gates = Vec::new();
    for (_, limit, gate) in limits.into_iter().filter(|(holds, limit, _)| *holds && *limit < mean) {
        result = result.min(limit);
        gates.push(gate);
    }
    (Some(result), gates)
}

#[cfg(test)]
mod tests {
    use super::mean;

    #[test]
    fn rounds_the_worked_example_of_the_rubric() {
        let levels = [3, 4, 2, 2, 3, 1, 4, 2, 3, 3, 2, 2].map(Some);
        assert_eq!(mean(&levels, &[2; 12]), Some(258));
    }

    #[test]
    fn leaves_out_what_the_question_does_not_ask() {
        let mut levels = [Some(4); 12];
        levels[0] = None;
        assert_eq!(mean(&levels, &[2; 12]), Some(400));
        assert_eq!(mean(&[None; 12], &[2; 12]), None);
    }
}
