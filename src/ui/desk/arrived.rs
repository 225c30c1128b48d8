//! What a fragment brings to the desk.

use comeback_engine::Criterion;

use crate::content;
use crate::share::{
    Answer, CoachLink, Known, LONGEST_COACH_LINK, Place, Received, Review, Trouble, answer_in, fragment_of, place_in,
    review_in, task_in,
};

/// Which ids this program has.
pub const KNOWN: Known =
    Known { question: |id| content::question(id).is_some(), criterion: |id| Criterion::from_name(id).is_some() };

/// What it brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrived {
    /// Nothing: a place of the page, or an anchor in it.
    Nothing,
    /// The question is to be shared; without one, the page.
    Share,
    /// Somebody wants to make a coach link.
    Coach,
    /// Somebody wants to print questions.
    Sheet,
    /// A coach's task.
    Task(TaskLink),
    /// An answer to be read.
    Answer(Result<Received<Answer>, Trouble>),
    /// The answer that was brought before.
    Reading,
    /// A review of an answer.
    Review(Result<Received<Review>, Trouble>),
    /// The review that was brought before.
    Reviewed,
}

/// A coach link, with what it takes to write its address again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskLink {
    /// What it asks for.
    pub link: CoachLink,
    /// The question that it names first.
    pub first: String,
    /// The packed task, with its key.
    pub packed: String,
}

impl TaskLink {
    /// The address of one of its questions: the packed task goes along, so that a reload keeps it.
    pub fn address(&self, question: &str) -> String {
        let place = fragment_of(&Place::Question(question.to_owned()));
        let of = if question == self.first { String::new() } else { ["&of=", &self.first].concat() };
        [&place, &of, "&", &self.packed].concat()
    }
}

/// Reads a fragment, with or without its `#`. What is packed in it comes first: it is to leave the address bar.
pub fn read(fragment: &str) -> Arrived {
    let mut pairs = pairs(fragment);
    if let Some(answer) = answer_in(fragment, KNOWN) {
        Arrived::Answer(answer)
    } else if let Some(review) = review_in(fragment, KNOWN) {
        Arrived::Review(review)
    } else if let Some(task) = task(fragment) {
        Arrived::Task(task)
    } else {
        let named = pairs.find_map(|pair| match pair {
            "share" => Some(Arrived::Share),
            "coach" => Some(Arrived::Coach),
            "sheet" => Some(Arrived::Sheet),
            "read" => Some(Arrived::Reading),
            "review" => Some(Arrived::Reviewed),
            _ => None,
        });
        named.unwrap_or(Arrived::Nothing)
    }
}

/// The question that a fragment names; empty where it names none.
pub fn question_in(fragment: &str) -> String {
    match place_in(fragment) {
        Some(Place::Question(id)) => id,
        _ => String::new(),
    }
}

fn pairs(fragment: &str) -> impl Iterator<Item = &str> {
    fragment.strip_prefix('#').unwrap_or(fragment).split(['&', '?'])
}

/// A task stands behind the question it begins with. A later one of its questions may stand in `q`; `of` is the first then.
fn task(fragment: &str) -> Option<TaskLink> {
    let packed = pairs(fragment).find(|pair| pair.starts_with("c="))?;
    let of = pairs(fragment).find_map(|pair| pair.strip_prefix("of="));
    let first = of.map(|of| question_in(&["q=", of].concat())).filter(|of| !of.is_empty());
    let first = first.unwrap_or_else(|| question_in(fragment));
    let link = task_in(&["q=", &first, "&", packed].concat(), KNOWN)?;
    // What is no longer than a link may be is written again as it was.
    let packed = if packed.len() <= LONGEST_COACH_LINK { packed.to_owned() } else { String::from("c=") };
    Some(TaskLink { link, first, packed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::Task;

    fn sealed() -> (Task, String) {
        let questions = ["regret", "missed-goal"].map(str::to_owned).to_vec();
        let task = Task { questions, note: "Dear Sam".into(), blind: true, ..Task::default() };
        let fragment = task.fragment().unwrap();
        (task, fragment)
    }

    #[track_caller]
    fn task_of(fragment: &str) -> TaskLink {
        let Arrived::Task(link) = read(fragment) else { panic!("no task in {fragment}") };
        link
    }

    #[test]
    fn a_word_names_a_view() {
        let views = [
            ("#q=regret&share", Arrived::Share),
            ("#share", Arrived::Share),
            ("#coach", Arrived::Coach),
            ("sheet", Arrived::Sheet),
            ("#q=regret&read", Arrived::Reading),
            ("#q=regret&review", Arrived::Reviewed),
            ("#q=regret", Arrived::Nothing),
            ("#guide=share", Arrived::Nothing),
            ("#shared", Arrived::Nothing),
            ("", Arrived::Nothing),
        ];
        for (fragment, expected) in views {
            assert_eq!(read(fragment), expected, "{fragment}");
        }
    }

    #[test]
    fn each_question_of_a_task_has_an_address_that_brings_all_of_it() {
        let (task, fragment) = sealed();
        let link = task_of(&fragment);
        assert_eq!(link.link.task.look(), &task);
        assert_eq!(link.address("regret"), fragment);
        let second = link.address("missed-goal");
        assert_eq!(question_in(&second), "missed-goal");
        assert_eq!(task_of(&second), link);
    }

    #[test]
    fn a_task_whose_first_question_is_gone_keeps_the_others() {
        let (_, fragment) = sealed();
        let link = task_of(&fragment.replace("q=regret", "q=gone"));
        assert_eq!(link.link.task.look().questions, ["missed-goal"]);
        assert_eq!(task_of(&link.address("missed-goal")), link);
    }

    #[test]
    fn an_answer_comes_before_whatever_stands_beside_it() {
        let (_, fragment) = sealed();
        let answer = Answer { question: "regret".into(), text: "I forgot.".into() }.fragment().unwrap();
        let both = [&fragment, "&share", answer.trim_start_matches("#q=regret")].concat();
        assert!(matches!(read(&both), Arrived::Answer(Ok(_))));
        assert!(matches!(read("#q=regret&r=1.AAAA"), Arrived::Review(Err(Trouble::Damaged))));
    }

    #[test]
    fn a_link_without_end_is_not_written_again() {
        let link = task_of(&format!("#q=regret&c=1.{}", "A".repeat(1_000_000)));
        assert_eq!(link.link.trouble, Some(Trouble::TooLong));
        assert!(link.address("regret").len() < 20);
    }
}
