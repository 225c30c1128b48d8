//! What an answer holds, in measures that raise or lower a level. Content says which measures may count for a criterion
//! and in which direction (`content/rubric/criteria.toml`); how much each counts was learned from labelled answers.

use crate::answer::Answer;
use crate::facts::Facts;
use crate::learned::{HEARD, STRENGTHS};
use crate::names::Role;
use crate::rubric::{ProfileKind, QuestionProfile};
use crate::signal::Signal;

/// The most that any measure gives.
pub const FULL: i32 = 64;

/// Hits of one signal that count.
const HITS: i32 = 4;
/// A score so far below the point from which it holds still says a little; sixteenths, as the scores.
const FAINT: i32 = 40;
/// Clauses whose faint and plain voices add up to the full measure.
const VOICES: i32 = 3;

/// First number of the measures of each sort. Below them: hits of the signal with this number.
const PEAK: u8 = 128;
const MASS: u8 = PEAK + 32;
const WORDS: u8 = MASS + 32;
const PROCESS: u8 = WORDS + 10;

/// All that can be measured in one answer.
#[derive(Debug)]
pub struct Measures<'a> {
    facts: &'a Facts,
    process: bool,
    peaks: [i32; HEARD.len()],
    masses: [i32; HEARD.len()],
    words: [i32; Role::ALL.len()],
}

impl<'a> Measures<'a> {
    /// Measures an answer.
    pub fn of(question: &QuestionProfile, answer: &Answer, facts: &'a Facts) -> Measures<'a> {
        let (mut peaks, mut masses) = ([0; HEARD.len()], [0; HEARD.len()]);
        let mut words = [0; Role::ALL.len()];
        for role in &answer.roles {
            let at = usize::from(role.sentence);
            let told = answer.earns(role);
            let heard = peaks.iter_mut().zip(&mut masses).zip(role.scores.iter().skip(10)).enumerate();
            for (heard, ((peak, mass), score)) in heard {
                // What is not told earns nothing, but it may cost something.
                if told || heard >= STRENGTHS && answer.counts.get(at) == Some(&true) {
                    let heard = (score + FAINT).clamp(0, FULL);
                    *peak = heard.max(*peak);
                    *mass = (*mass + heard).min(VOICES * FULL);
                }
            }
            if let Some(words) = words.get_mut(role.main as usize).filter(|_| told) {
                *words += i32::try_from(answer.clause_words(role)).unwrap_or(FULL).min(FULL);
            }
        }
        Measures { facts, process: question.kind == ProfileKind::Process, peaks, masses, words }
    }

    /// One measure, by its number: 0 to [`FULL`].
    pub fn amount(&self, measure: u8) -> i32 {
        let heard = |list: &[i32], first: u8| list.get(usize::from(measure - first)).copied().unwrap_or(0);
        match measure {
            PROCESS.. => {
                if self.process {
                    FULL
                } else {
                    0
                }
            }
            WORDS.. => heard(&self.words, WORDS).min(FULL),
            MASS.. => heard(&self.masses, MASS) / VOICES,
            PEAK.. => heard(&self.peaks, PEAK),
            _ => Signal::ALL.get(usize::from(measure)).map_or(0, |&signal| {
                let most = if signal.is_yes_or_no() { 1 } else { HITS };
                i32::from(self.facts.count(signal)).min(most) * FULL / most
            }),
        }
    }
}

/// The numbers of all measures that a name in content stands for: a part of the story, or something that can be seen.
pub fn measures(name: &str) -> Vec<u8> {
    if let Some(role) = Role::from_name(name) {
        return vec![WORDS + role as u8];
    }
    let Some(signal) = Signal::from_name(name) else {
        return if name == "process-question" { vec![PROCESS] } else { vec![] };
    };
    let heard = HEARD.iter().position(|heard| *heard == signal).and_then(|at| u8::try_from(at).ok());
    core::iter::once(signal as u8).chain(heard.into_iter().flat_map(|at| [PEAK + at, MASS + at])).collect()
}

/// The name of a measure in the weights' file.
pub fn name(measure: u8) -> String {
    let of = |first: u8| HEARD.get(usize::from(measure - first)).map_or("", |signal| signal.name());
    match measure {
        PROCESS.. => "process-question".to_owned(),
        WORDS.. => format!("words of {}", Role::ALL.get(usize::from(measure - WORDS)).map_or("", |role| role.name())),
        MASS.. => format!("all of {}", of(MASS)),
        PEAK.. => format!("best of {}", of(PEAK)),
        _ => format!("hits of {}", Signal::ALL.get(usize::from(measure)).map_or("", |signal| signal.name())),
    }
}

#[cfg(test)]
mod tests {
    use super::{measures, name};

    #[test]
    fn a_name_stands_for_all_its_measures() {
        let names = |of: &str| measures(of).into_iter().map(name).collect::<Vec<_>>();
        assert_eq!(names("lesson"), ["words of lesson"]);
        assert_eq!(names("proof"), ["hits of proof", "best of proof", "all of proof"]);
        assert_eq!(names("goal"), ["hits of goal"]);
        assert_eq!(names("process-question"), ["process-question"]);
        assert!(names("nonsense").is_empty());
    }
}
