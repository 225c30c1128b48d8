//! The dwell strip as numbers: blocks, runs, what lies beyond the target, and the words under it.

use comeback_engine::rubric::Share;
use comeback_engine::{QuestionProfile, Report, Role, Signal};

/// One sentence in the ribbon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its role.
    pub role: Role,
    /// Its words.
    pub words: u32,
    /// How many of them, at its end, are setup beyond the target.
    pub beyond: u32,
    /// True where repair first begins.
    pub turn: bool,
}

/// Sentences of one role in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Their role.
    pub role: Role,
    /// Their words.
    pub words: u32,
    /// True where repair first begins.
    pub turn: bool,
    /// True when the name fits above it.
    pub named: bool,
}

/// Everything the strip draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// One for each sentence.
    pub blocks: Vec<Block>,
    /// One for each role in a row.
    pub runs: Vec<Run>,
    /// Words still missing to the target: the ribbon fills instead of rescaling.
    pub rest: u32,
    /// Share of the setup and its target, percent, when it is too long.
    pub setup: Option<(u32, u32)>,
}

/// Characters of `small` type that fit above a ribbon of 560 px and more.
const NAME_ROOM: u32 = 88;

impl Shape {
    /// The shape of a judged answer.
    pub fn of(report: &Report, profile: &QuestionProfile) -> Shape {
        let total: u32 = report.parts.iter().map(|part| u32::from(part.words)).sum();
        let rest = u32::from(profile.words.target_low).saturating_sub(total);
        let heavy = report.findings.iter().any(|finding| finding.kind == Signal::SetupHeavy && !finding.provisional);
        let target = setup_target(profile.shares);
        let mut left = if heavy { total * target / 100 } else { u32::MAX };
        let turn = report.parts.iter().position(|part| part.role == Role::Repair);
        let mut blocks = vec![];
        for (index, part) in report.parts.iter().enumerate() {
            let words = u32::from(part.words);
            let beyond = if is_setup(part.role) { words.saturating_sub(left) } else { 0 };
            if is_setup(part.role) {
                left = left.saturating_sub(words);
            }
            blocks.push(Block { role: part.role, words, beyond, turn: index > 0 && turn == Some(index) });
        }
        let share: u32 = [Role::Context, Role::Failure, Role::Cause].iter().map(|role| share(report, *role)).sum();
        let setup = heavy.then_some((share, target));
        Shape { runs: runs(&blocks, total + rest), blocks, rest, setup }
    }
}

/// The share of one role, percent of the words that count.
pub fn share(report: &Report, role: Role) -> u32 {
    report.shares.get(role as usize).copied().map_or(0, u32::from)
}

/// Words in sentences of one role.
pub fn words(report: &Report, role: Role) -> u32 {
    report.parts.iter().filter(|part| part.role == role).map(|part| u32::from(part.words)).sum()
}

fn is_setup(role: Role) -> bool {
    matches!(role, Role::Context | Role::Failure | Role::Cause)
}

fn setup_target(shares: &[Share]) -> u32 {
    shares
        .iter()
        .filter(|share| share.roles.iter().all(|&role| is_setup(role)))
        .map(|share| u32::from(share.target))
        .sum()
}

fn fits(role: Role, words: u32, whole: u32) -> bool {
    words * NAME_ROOM >= whole * role.name().len() as u32
}

fn runs(blocks: &[Block], whole: u32) -> Vec<Run> {
    let same_role = blocks.chunk_by(|one, next| one.role == next.role);
    let mut runs: Vec<Run> = same_role
        .filter_map(|blocks| {
            let words = blocks.iter().map(|block| block.words).sum();
            let first = blocks.first()?;
            Some(Run { role: first.role, words, turn: first.turn, named: fits(first.role, words, whole) })
        })
        .collect();
    // The last name is set to the right edge and may reach over a run whose own name leaves it room.
    if let [.., before, last] = runs.as_mut_slice()
        && !last.named
    {
        let left = before.words * NAME_ROOM / whole.max(1);
        let own = if before.named { before.role.name().len() as u32 + 1 } else { 0 };
        last.named = last.words * NAME_ROOM / whole.max(1) + left.saturating_sub(own) > last.role.name().len() as u32;
    }
    runs
}

#[cfg(test)]
mod tests {
    use comeback_engine::{Agent, Criterion, Finding, Part, Span, Tier, assess};

    use super::*;
    use crate::content::{QUESTIONS, RUBRIC};

    fn report(parts: &[(Role, u16)], heavy: bool) -> Report {
        let part = |&(role, words): &(Role, u16)| Part {
            span: Span::default(),
            words,
            role,
            also: 0,
            agent: Agent::None,
            repeated: false,
        };
        let finding = Finding {
            kind: Signal::SetupHeavy,
            tier: Tier::Hint,
            criterion: Criterion::Structure,
            span: None,
            cue: None,
            provisional: false,
        };
        let findings = if heavy { vec![finding] } else { vec![] };
        Report { parts: parts.iter().map(part).collect(), findings, ..assess(&RUBRIC, &profile(), "") }
    }

    fn profile() -> QuestionProfile {
        let shares = const {
            &[
                Share { roles: &[Role::Context], target: 20, low: 10, high: 30 },
                Share { roles: &[Role::Failure, Role::Cause], target: 20, low: 10, high: 30 },
                Share { roles: &[Role::Repair], target: 25, low: 15, high: 35 },
            ]
        };
        let words =
            comeback_engine::rubric::Words { amber_low: 60, target_low: 100, target_high: 200, amber_high: 300 };
        QuestionProfile { shares, words, ..QUESTIONS[0].profile }
    }

    #[test]
    fn the_ribbon_fills_up_to_the_target_and_then_has_no_rest() {
        assert_eq!(Shape::of(&report(&[(Role::Context, 30)], false), &profile()).rest, 70);
        assert_eq!(Shape::of(&report(&[(Role::Context, 130)], false), &profile()).rest, 0);
    }

    #[test]
    fn hatches_the_setup_words_beyond_the_target_wherever_they_stand() {
        let parts = [(Role::Context, 30), (Role::Failure, 20), (Role::Repair, 40), (Role::Cause, 10)];
        let shape = Shape::of(&report(&parts, true), &profile());
        assert_eq!(shape.blocks.iter().map(|block| block.beyond).collect::<Vec<_>>(), [0, 10, 0, 10]);
        assert_eq!(shape.setup.map(|(_, target)| target), Some(40));
        let calm = Shape::of(&report(&parts, false), &profile());
        assert!(calm.setup.is_none() && calm.blocks.iter().all(|block| block.beyond == 0));
    }

    #[test]
    fn the_turn_stands_where_repair_first_begins_but_not_at_the_very_start() {
        let parts = [(Role::Failure, 20), (Role::Repair, 40), (Role::Cause, 10), (Role::Repair, 40)];
        let shape = Shape::of(&report(&parts, false), &profile());
        assert_eq!(shape.blocks.iter().map(|block| block.turn).collect::<Vec<_>>(), [false, true, false, false]);
        let at_start = Shape::of(&report(&[(Role::Repair, 40)], false), &profile());
        assert!(!at_start.blocks[0].turn);
    }

    #[test]
    fn names_each_run_once_and_only_where_the_name_fits() {
        let parts = [(Role::Context, 60), (Role::Context, 30), (Role::Result, 2), (Role::Context, 50)];
        let shape = Shape::of(&report(&parts, false), &profile());
        let runs: Vec<_> = shape.runs.iter().map(|run| (run.words, run.named)).collect();
        assert_eq!(runs, [(90, true), (2, false), (50, true)]);
    }

    #[test]
    fn the_last_name_may_reach_over_the_run_before_it() {
        let named =
            |parts: &[(Role, u16)]| Shape::of(&report(parts, false), &profile()).runs.last().map(|run| run.named);
        assert_eq!(named(&[(Role::Context, 80), (Role::Lesson, 30), (Role::Change, 6)]), Some(true));
        assert_eq!(named(&[(Role::Context, 102), (Role::Lesson, 8), (Role::Change, 6)]), Some(false));
    }
}
