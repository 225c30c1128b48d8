//! From a coach to a student: what to practise, and how.

use super::fields::{Fields, Known, Missed, Unverified, shown};
use super::place::question_in;
use super::sealed::{COACH, Trouble, Unfit, is_id, open, seal};
use super::written::Written;
use crate::store::json::write_text;

/// Questions after the first, at most.
const MOST_THEN: usize = 2;

/// As many ids are read of a list as there may be criteria, and then some.
const MOST_FOCUS: usize = 24;

/// The longest time, in seconds: an hour.
const LONGEST_TIME: u16 = 3_600;

/// The highest weight of a criterion; 0 leaves it out.
const HIGHEST_WEIGHT: u8 = 4;

/// What a coach asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// One to three questions, in order.
    pub questions: Vec<String>,
    /// A word to the student, plain text; empty = none.
    pub note: String,
    /// The criteria to look at; empty = all.
    pub focus: Vec<String>,
    /// The coach's own weights, 0 to 4, by criterion; the question's own stand for those that are not named.
    pub weights: Vec<(String, u8)>,
    /// The time to answer in, 1 to 3,600 seconds.
    pub seconds: Option<u16>,
    /// The student writes first and sees what the page makes of it afterwards.
    pub blind: bool,
}

/// What a coach link gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoachLink {
    /// The task; where there was trouble the first question alone, if that could be read.
    pub task: Unverified<Task>,
    /// What was named and could not be taken.
    pub missed: Vec<Missed>,
    /// Why no more than the question was read.
    pub trouble: Option<Trouble>,
}

impl Task {
    /// The fragment that carries it, with its `#`: at most [`super::LONGEST_COACH_LINK`] characters.
    ///
    /// # Errors
    /// Tells by how many characters it is too long, or which field is out of its range.
    pub fn fragment(&self) -> Result<String, Unfit> {
        let Some((first, then)) = self.questions.split_first() else { return Err(Unfit::Field("question")) };
        let mut out = Written::new();
        let fits = |field, fits| if fits { Ok(()) } else { Err(Unfit::Field(field)) };
        fits("then", then.len() <= MOST_THEN && then.iter().all(|id| is_id(id)))?;
        fits("focus", self.focus.len() <= MOST_FOCUS)?;
        fits("weights", self.weights.iter().all(|(_, weight)| *weight <= HIGHEST_WEIGHT))?;
        fits("seconds", self.seconds.is_none_or(|seconds| (1..=LONGEST_TIME).contains(&seconds)))?;
        out.list("then", then, |out, id| write_text(out, id));
        out.text("note", &self.note);
        out.list("focus", &self.focus, |out, id| write_text(out, id));
        out.numbers("weights", &self.weights);
        if let Some(seconds) = self.seconds {
            out.number("seconds", seconds.into());
        }
        out.flag("blind", self.blind);
        seal(&COACH, first, &out.done())
    }
}

/// The task in a fragment, with or without its `#`; `None` where it carries none.
pub fn task_in(fragment: &str, known: Known) -> Option<CoachLink> {
    let (fields, trouble) = match open(&COACH, fragment)? {
        Ok(object) => (object, None),
        Err(trouble) => (vec![], Some(trouble)),
    };
    let mut fields = Fields::new(fields);
    let mut questions = vec![];
    if let Some(first) = question_in(fragment) {
        if (known.question)(&first) {
            questions.push(first);
        } else {
            fields.missed.push(Missed::Question(shown(&first)));
        }
    }
    questions.extend(fields.ids("then", MOST_THEN, known.question, Missed::Question));
    let task = Task {
        questions,
        note: fields.text("note"),
        focus: fields.ids("focus", MOST_FOCUS, known.criterion, Missed::Criterion),
        weights: fields.by_criterion("weights", 0..=HIGHEST_WEIGHT.into(), known),
        seconds: fields.number("seconds", 1..=LONGEST_TIME.into()).map(|seconds| seconds as u16),
        blind: fields.flag("blind"),
    };
    Some(CoachLink { task: Unverified::new(task), missed: fields.missed, trouble })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::LONGEST_COACH_LINK;

    const KNOWN: Known = Known {
        question: |id| ["regret", "missed-goal"].contains(&id),
        criterion: |id| ["cause", "repair"].contains(&id),
    };

    fn task() -> Task {
        Task {
            questions: vec!["regret".into(), "missed-goal".into()],
            note: "Dear Jörg, take your time. Think of one day, and say what you did yourself.".into(),
            focus: vec!["cause".into()],
            weights: vec![("cause".into(), 4), ("repair".into(), 0)],
            seconds: Some(120),
            blind: true,
        }
    }

    #[track_caller]
    fn check(fragment: &str, missed: &[Missed], trouble: Option<Trouble>) -> Task {
        let link = task_in(fragment, KNOWN).expect("a coach link");
        assert_eq!((&*link.missed, link.trouble), (missed, trouble));
        link.task.accepted()
    }

    #[track_caller]
    fn sealed(json: &str) -> String {
        seal(&COACH, "regret", json).expect("short enough")
    }

    #[test]
    fn gives_back_the_whole_task() {
        let fragment = task().fragment().expect("short enough");
        assert!(fragment.starts_with("#q=regret&c=1."), "{fragment}");
        assert!(fragment.len() < 180, "{}", fragment.len());
        assert_eq!(check(&fragment, &[], None), task());
        let bare = Task { questions: vec!["regret".into()], ..Task::default() };
        assert_eq!(check(&bare.fragment().expect("short enough"), &[], None), bare);
    }

    #[test]
    fn refuses_a_long_note_with_the_count_of_characters_over() {
        let words: String = (0..60u32).map(|at| format!("{:x} ", at.wrapping_mul(0x9e37_79b1) >> 8)).collect();
        let mut long = Task { note: words, ..task() };
        let Err(Unfit::Over(over)) = long.fragment() else { panic!("not refused") };
        // A sign of these words takes less than one character of the link.
        long.note.truncate(long.note.len() - over);
        while let Err(unfit) = long.fragment() {
            assert!(matches!(unfit, Unfit::Over(less) if less < over), "{unfit:?} after {over}");
            long.note.truncate(long.note.len() - 5);
        }
        assert!((280..=LONGEST_COACH_LINK).contains(&long.fragment().expect("fits").len()));
    }

    #[test]
    fn refuses_what_no_reader_takes() {
        let refused = |change: fn(&mut Task)| {
            let mut task = task();
            change(&mut task);
            task.fragment()
        };
        assert_eq!(refused(|task| task.questions.clear()), Err(Unfit::Field("question")));
        assert_eq!(refused(|task| task.questions = vec!["a".into(); 4]), Err(Unfit::Field("then")));
        assert_eq!(refused(|task| task.weights = vec![("cause".into(), 5)]), Err(Unfit::Field("weights")));
        assert_eq!(refused(|task| task.seconds = Some(0)), Err(Unfit::Field("seconds")));
    }

    #[test]
    fn a_later_version_or_damage_leaves_the_question_alone() {
        let fragment = task().fragment().expect("short enough");
        let alone = Task { questions: vec!["regret".into()], ..Task::default() };
        assert_eq!(check(&fragment.replace("c=1.", "c=7."), &[], Some(Trouble::Newer(7))), alone);
        assert_eq!(check(&fragment[..60], &[], Some(Trouble::Damaged)), alone);
        assert_eq!(check("#c=2.x", &[], Some(Trouble::Newer(2))), Task::default());
        assert_eq!(task_in("#q=regret", KNOWN), None);
    }

    #[test]
    fn passes_over_unknown_fields_and_names_unknown_ids() {
        let fragment = sealed(r#"{"pace":3,"then":["gone"],"focus":["cause","charm"],"weights":{"wit":1,"repair":2}}"#);
        let missed =
            [Missed::Question("gone".into()), Missed::Criterion("charm".into()), Missed::Criterion("wit".into())];
        let task = check(&fragment, &missed, None);
        assert_eq!((task.focus, task.weights), (vec!["cause".to_owned()], vec![("repair".to_owned(), 2)]));
        let task = check(
            &fragment.replace("regret", "nobody"),
            &[&[Missed::Question("nobody".into())][..], &missed].concat(),
            None,
        );
        assert!(task.questions.is_empty());
    }

    #[test]
    fn names_a_bad_field_and_keeps_the_ones_beside_it() {
        let fragment = sealed(r#"{"then":7,"note":[],"weights":{"cause":5,"repair":1},"seconds":-1,"blind":true}"#);
        let missed = ["then", "note", "weights", "seconds"].map(Missed::Field);
        let task = check(&fragment, &missed, None);
        assert_eq!((task.weights, task.seconds, task.blind), (vec![("repair".to_owned(), 1)], None, true));
    }
}
