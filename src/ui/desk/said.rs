//! What is said about links: why one could not be read, what of it could not be taken, why one could not be made.

use comeback_engine::Criterion;

use crate::content::RUBRIC;
use crate::share::{LONGEST_COACH_LINK, Missed, Trouble, Unfit};
use crate::ui::labels::number;

/// What came by a link or a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// From a coach.
    Task,
    /// From a student.
    Answer,
    /// From a coach, about an answer.
    Review,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Kind::Task => "task",
            Kind::Answer => "answer",
            Kind::Review => "review",
        }
    }
}

/// Why something could not be read, what to do, and that nothing is lost.
pub fn trouble(kind: Kind, trouble: Trouble) -> [&'static str; 3] {
    let what = match kind {
        Kind::Task => "What your coach asks for could not be read.",
        Kind::Answer => "The answer in this link could not be read.",
        Kind::Review => "This review could not be read.",
    };
    let why = match trouble {
        Trouble::Newer(_) => "It was made by a newer version of this page. Reload the page, then open it again.",
        Trouble::Damaged => "It was cut off or changed on its way. Ask for it once more.",
        Trouble::TooLong => "It is longer than any that this page makes. Ask for it once more.",
    };
    let rest = match kind {
        Kind::Task => "The question opens without it.",
        Kind::Answer | Kind::Review => "Your own drafts are as they were.",
    };
    [what, why, rest]
}

/// What is said where something that was in memory alone is looked for again.
pub fn gone(kind: Kind) -> [&'static str; 3] {
    let what = match kind {
        Kind::Review => "The review is not in this tab any more.",
        Kind::Answer | Kind::Task => "The answer is not in this tab any more.",
    };
    [what, "It was held in memory and kept nowhere. Open its link or file again.", "Your own drafts are as they were."]
}

/// What could not be taken, a sentence for each; a long list is counted.
pub fn missed(kind: Kind, missed: &[Missed]) -> Vec<String> {
    const MOST: usize = 4;
    let mut said: Vec<String> = missed.iter().take(MOST).map(|one| sentence(kind, one)).collect();
    if missed.len() > MOST {
        said.push(["So were ", &number((missed.len() - MOST) as u32), " other things."].concat());
    }
    said
}

fn sentence(kind: Kind, missed: &Missed) -> String {
    match missed {
        Missed::Question(id) if id.is_empty() => ["This ", kind.name(), " names no question."].concat(),
        Missed::Question(id) => ["There is no question called “", id, "” here; it was left out."].concat(),
        Missed::Criterion(id) => ["There is no criterion called “", id, "” here; it was left out."].concat(),
        Missed::Field(field) => ["“", field, "” could not be read in full; that part was left out."].concat(),
    }
}

/// Why a coach's link is refused.
pub fn over(characters: usize) -> String {
    let over = number(characters as u32);
    let most = number(LONGEST_COACH_LINK as u32);
    let unit = if characters == 1 { " character" } else { " characters" };
    ["The link is ", &over, unit, " over its ", &most, ". A shorter note brings it back."].concat()
}

/// Why a text or a review goes into no link.
pub fn unfit(kind: Kind, unfit: &Unfit) -> String {
    let over = |count: &usize, unit: &'static str| {
        let unit = unit.strip_suffix('s').filter(|_| *count == 1).unwrap_or(unit);
        [number(*count as u32).as_str(), " ", unit].concat()
    };
    let by = match unfit {
        Unfit::Over(count) => over(count, "characters"),
        Unfit::TextOver(count) => over(count, "bytes"),
        Unfit::Field("question") => {
            return ["This ", kind.name(), " names no question, and a link starts with one."].concat();
        }
        Unfit::Field(_) => return ["This ", kind.name(), " holds something that no reader takes."].concat(),
    };
    ["The ", kind.name(), " is ", &by, " too long for a link."].concat()
}

/// Criteria by name, in a row.
pub fn criteria(criteria: impl Iterator<Item = Criterion>) -> String {
    criteria.map(criterion).collect::<Vec<_>>().join(", ")
}

/// A criterion as it is shown.
pub fn criterion(criterion: Criterion) -> &'static str {
    RUBRIC.criteria.get(criterion as usize).map_or("", |spec| spec.name)
}

/// "2 minutes", "1:30 minutes", "45 seconds".
pub fn time(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, 1) => "1 second".to_owned(),
        (0, seconds) => number(seconds) + " seconds",
        (1, 0) => "1 minute".to_owned(),
        (minutes, 0) => number(minutes) + " minutes",
        _ => crate::ui::labels::clock(seconds) + " minutes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_the_right_number() {
        assert_eq!(over(1), "The link is 1 character over its 299. A shorter note brings it back.");
        assert_eq!(unfit(Kind::Answer, &Unfit::Over(12)), "The answer is 12 characters too long for a link.");
        assert_eq!(unfit(Kind::Review, &Unfit::TextOver(1)), "The review is 1 byte too long for a link.");
        let times = [45, 60, 90, 120, 3600].map(time);
        assert_eq!(times, ["45 seconds", "1 minute", "1:30 minutes", "2 minutes", "60 minutes"]);
    }

    #[test]
    fn names_some_and_counts_the_rest() {
        let ids = ["a", "b", "c", "d", "e", "f"].map(|id| Missed::Criterion(id.into()));
        let said = missed(Kind::Task, &ids);
        assert_eq!((said.len(), said[4].as_str()), (5, "So were 2 other things."));
        assert_eq!(missed(Kind::Answer, &[Missed::Question(String::new())]), ["This answer names no question."]);
    }
}
