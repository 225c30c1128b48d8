//! What a coach fills in to make a link.

use comeback_engine::Criterion;

use crate::content::QUESTIONS;
use crate::share::{LONGEST_COACH_LINK, Task, Unfit};

/// How many questions one link may ask.
pub const MOST_QUESTIONS: usize = 3;

/// The form as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Rows of the choices of questions: in the first, row 0 is the first question; in the others it is none.
    questions: [usize; MOST_QUESTIONS],
    note: String,
    focus: [bool; 12],
    /// Rows of the choices of weights: 0 leaves the question's own, 1 is the weight 0.
    weights: [usize; 12],
    minutes: String,
    blind: bool,
}

/// One change to it.
#[derive(Clone, Debug)]
pub enum Fill {
    /// The question at this place is the one in this row.
    Question(usize, usize),
    /// A word to the student.
    Note(String),
    /// This criterion is looked at, or no longer.
    Focus(usize),
    /// This criterion weighs what this row says.
    Weight(usize, usize),
    /// The time, as typed.
    Minutes(String),
    /// Write first, or not.
    Blind,
}

/// Why there is no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// It would have so many characters too many.
    Over(usize),
    /// The time is none.
    Time,
    /// The weights leave nothing to look at.
    Weights,
}

impl Form {
    /// A form that begins with a question.
    pub fn about(question: &str) -> Form {
        let row = QUESTIONS.iter().position(|known| known.id == question).unwrap_or(0);
        Form { questions: [row, 0, 0], ..Form::default() }
    }

    /// Takes a change.
    pub fn fill(&mut self, fill: Fill) {
        match fill {
            Fill::Question(at, row) => put(&mut self.questions, at, row),
            Fill::Note(note) => self.note = note,
            Fill::Focus(at) => self.focus.get_mut(at).into_iter().for_each(|on| *on = !*on),
            Fill::Weight(at, row) => put(&mut self.weights, at, row),
            Fill::Minutes(minutes) => self.minutes = minutes,
            Fill::Blind => self.blind = !self.blind,
        }
    }

    /// The row of the question at this place.
    pub fn question(&self, at: usize) -> usize {
        self.questions.get(at).copied().unwrap_or_default()
    }

    /// The row of a criterion's weight.
    pub fn weight(&self, at: usize) -> usize {
        self.weights.get(at).copied().unwrap_or_default()
    }

    /// Whether a criterion is looked at.
    pub fn looks_at(&self, at: usize) -> bool {
        self.focus.get(at).copied().unwrap_or_default()
    }

    /// The note as typed.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The time as typed.
    pub fn minutes(&self) -> &str {
        &self.minutes
    }

    /// Whether the student writes first.
    pub fn blind(&self) -> bool {
        self.blind
    }

    /// The fragment that carries the task, with its `#`.
    ///
    /// # Errors
    /// Tells what is missing or too much.
    pub fn fragment(&self) -> Result<String, Lacks> {
        let task = self.task()?;
        task.fragment().map_err(|unfit| match unfit {
            Unfit::Over(over) => Lacks::Over(over),
            // Bytes beyond what any link holds: each takes less than a character, so this many are too many anyway.
            Unfit::TextOver(over) => Lacks::Over(over.max(LONGEST_COACH_LINK)),
            Unfit::Field(_) => Lacks::Time,
        })
    }

    fn task(&self) -> Result<Task, Lacks> {
        let first = QUESTIONS.get(self.question(0));
        let then = (1..MOST_QUESTIONS).filter_map(|at| QUESTIONS.get(self.question(at).checked_sub(1)?));
        let mut questions: Vec<String> = vec![];
        for question in first.into_iter().chain(then) {
            // A question that is asked twice is asked once.
            if !questions.iter().any(|id| id == question.id) {
                questions.push(question.id.to_owned());
            }
        }
        let ids = || Criterion::ALL.iter().map(|criterion| criterion.name().to_owned());
        let weight = |(id, row): (String, &usize)| Some((id, u8::try_from(row.checked_sub(1)?).ok()?));
        let weights: Vec<_> = ids().zip(&self.weights).filter_map(weight).collect();
        if weights.len() == Criterion::ALL.len() && weights.iter().all(|(_, weight)| *weight == 0) {
            return Err(Lacks::Weights);
        }
        Ok(Task {
            questions,
            note: self.note.trim().to_owned(),
            focus: ids().zip(self.focus).filter_map(|(id, on)| on.then_some(id)).collect(),
            weights,
            seconds: seconds(&self.minutes).ok_or(Lacks::Time)?,
            blind: self.blind,
        })
    }
}

fn put(rows: &mut [usize], at: usize, row: usize) {
    rows.get_mut(at).into_iter().for_each(|slot| *slot = row);
}

/// The seconds of so many minutes, as people type them: `2`, `1.5`, `1,5`, `1:30`. No text is no time; `None` is none of
/// these, or not between a second and an hour.
fn seconds(minutes: &str) -> Option<Option<u16>> {
    let minutes = minutes.trim();
    if minutes.is_empty() {
        return Some(None);
    }
    let number = |digits: &str| {
        let plain = digits.len() <= 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| plain)
    };
    let (whole, rest) = minutes.split_once([':', '.', ',']).unwrap_or((minutes, ""));
    let rest = match rest.len() {
        0 => 0,
        2 if minutes.contains(':') => number(rest).filter(|seconds| *seconds < 60)?,
        _ if minutes.contains(':') => return None,
        digits => number(rest)? * 60 / 10_u32.checked_pow(digits as u32)?,
    };
    let whole = if whole.is_empty() { 0 } else { number(whole)? };
    let all = whole * 60 + rest;
    (1..=3_600).contains(&all).then_some(Some(all as u16))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::desk::arrived::{Arrived, read};

    fn filled(fills: impl IntoIterator<Item = Fill>) -> Form {
        let mut form = Form::about("regret");
        fills.into_iter().for_each(|fill| form.fill(fill));
        form
    }

    #[test]
    fn makes_the_task_that_a_student_gets() {
        let other = QUESTIONS.iter().position(|question| question.id == "missed-goal").unwrap();
        let form = filled([
            Fill::Question(1, other + 1),
            Fill::Question(2, 0),
            Fill::Note(" Think of one day. ".into()),
            Fill::Focus(Criterion::Repair as usize),
            Fill::Weight(Criterion::Delivery as usize, 1),
            Fill::Weight(Criterion::Repair as usize, 5),
            Fill::Minutes("1,5".into()),
            Fill::Blind,
        ]);
        let Arrived::Task(got) = read(&form.fragment().unwrap()) else { panic!("no task") };
        let task = Task {
            questions: vec!["regret".into(), "missed-goal".into()],
            note: "Think of one day.".into(),
            focus: vec!["repair".into()],
            weights: vec![("repair".into(), 4), ("delivery".into(), 0)],
            seconds: Some(90),
            blind: true,
        };
        assert_eq!(got.link.task.look(), &task);
        assert_eq!((got.link.missed, got.link.trouble), (vec![], None));
    }

    #[test]
    fn a_question_asked_twice_is_asked_once() {
        let row = QUESTIONS.iter().position(|question| question.id == "regret").unwrap();
        let form = filled([Fill::Question(1, row + 1), Fill::Question(2, row + 1)]);
        assert_eq!(form.fragment(), Form::about("regret").fragment());
    }

    #[test]
    fn says_by_how_many_characters_a_note_is_too_long() {
        let noise: String = (0..60_u32).map(|at| format!("{:x} ", at.wrapping_mul(0x9e37_79b1))).collect();
        assert!(matches!(filled([Fill::Note(noise.clone())]).fragment(), Err(Lacks::Over(1..))));
        assert!(matches!(filled([Fill::Note(noise.repeat(9))]).fragment(), Err(Lacks::Over(299..))));
    }

    #[test]
    fn refuses_weights_that_leave_nothing() {
        assert_eq!(filled((0..12).map(|at| Fill::Weight(at, 1))).fragment(), Err(Lacks::Weights));
        assert!(filled((0..11).map(|at| Fill::Weight(at, 1))).fragment().is_ok());
        assert!(filled([Fill::Weight(99, 1), Fill::Focus(99), Fill::Question(9, 9)]).fragment().is_ok());
    }

    #[test]
    fn reads_minutes_as_people_type_them() {
        let times = [
            ("", Some(None)),
            (" 2 ", Some(Some(120))),
            ("1.5", Some(Some(90))),
            (",5", Some(Some(30))),
            ("1:30", Some(Some(90))),
            ("60", Some(Some(3_600))),
            ("0.25", Some(Some(15))),
        ];
        for (typed, expected) in times {
            assert_eq!(seconds(typed), expected, "{typed:?}");
        }
        for typed in ["0", "61", "two", "1:5", "1:60", "-1", "1.5.5", "99999", "1.99999999999", "0:00", "+1.+5"] {
            assert_eq!(seconds(typed), None, "{typed:?}");
        }
        assert_eq!(filled([Fill::Minutes("soon".into())]).fragment(), Err(Lacks::Time));
    }
}
