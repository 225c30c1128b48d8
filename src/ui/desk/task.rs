//! A coach's task while it is done: which of its questions is open, what it asks of the page, and its clock.

use comeback_engine::{Criterion, QuestionProfile};

use super::arrived::TaskLink;
use super::clock::Clock;
use crate::content::{self, Question};
use crate::share::Task;
use crate::ui::extra::Asked;

/// The task that is being done.
#[derive(Debug)]
pub struct Doing {
    /// The link, as long as it is done: nobody vouches for what it says.
    pub from: TaskLink,
    /// The time a person has taken.
    pub clock: Clock,
    /// The questions whose feedback was asked for.
    shown: Vec<String>,
    /// Questions with the coach's own weights.
    own: Vec<&'static Question>,
}

impl Doing {
    /// Begins a task. `made` are the weighted questions that were ever made: what lives as long as the page is made once.
    pub fn new(from: TaskLink, made: &mut Vec<&'static Question>) -> Doing {
        let task = from.link.task.look();
        let own = task.questions.iter().filter_map(|id| weighted(content::question(id)?, task, made)).collect();
        Doing { from, clock: Clock::default(), shown: vec![], own }
    }

    /// What it asks for.
    pub fn task(&self) -> &Task {
        self.from.link.task.look()
    }

    /// Which of its questions this is, from 0.
    pub fn place(&self, question: &str) -> Option<usize> {
        self.task().questions.iter().position(|id| id == question)
    }

    /// The address of its question at this place.
    pub fn address(&self, at: usize) -> Option<String> {
        self.task().questions.get(at).map(|id| self.from.address(id))
    }

    /// True while the page says nothing about the answer to this question.
    pub fn is_silent(&self, question: &str) -> bool {
        self.task().blind && self.place(question).is_some() && !self.shown.iter().any(|id| id == question)
    }

    /// The person has written, and asks for the feedback.
    pub fn show(&mut self, question: &str) {
        self.shown.push(question.to_owned());
    }

    /// The criteria to look at.
    pub fn focus(&self) -> impl Iterator<Item = Criterion> {
        self.task().focus.iter().filter_map(|id| Criterion::from_name(id))
    }

    /// True where the coach's weights would leave nothing to look at.
    pub fn weighs_nothing(&self) -> bool {
        !self.task().weights.is_empty() && self.own.len() < self.task().questions.len()
    }
}

/// What the page is asked for now: what a host asks for stays, what a task `made` comes and goes with it.
pub fn asked(doing: Option<&Doing>, open: &str, before: &Asked, made: &[&'static Question]) -> Asked {
    let theirs = |question: &&'static Question| !made.iter().any(|made| std::ptr::eq(*made, *question));
    let own = doing.map(|doing| doing.own.as_slice()).unwrap_or_default();
    Asked {
        questions: own.iter().copied().chain(before.questions.iter().copied().filter(theirs)).collect(),
        wordless: before.wordless,
        silent: doing.is_some_and(|doing| doing.is_silent(open)),
    }
}

/// The questions that are judged otherwise than before; `None` where nothing at all has changed.
pub fn changed(before: &Asked, now: &Asked) -> Option<Vec<&'static str>> {
    let addresses =
        |asked: &Asked| asked.questions.iter().map(|question| std::ptr::from_ref(*question)).collect::<Vec<_>>();
    let same = addresses(before) == addresses(now);
    let ids = before.questions.iter().chain(&now.questions).map(|question| question.id);
    match (same, before.silent == now.silent) {
        (true, true) => None,
        (true, false) => Some(vec![]),
        (false, _) => Some(ids.collect()),
    }
}

/// A copy of the question with the coach's weights; none where the task has no weights, or they leave nothing.
fn weighted(question: &'static Question, task: &Task, made: &mut Vec<&'static Question>) -> Option<&'static Question> {
    let mut weights = question.profile.weights;
    for (id, weight) in &task.weights {
        let slot = Criterion::from_name(id).and_then(|criterion| weights.get_mut(criterion as usize));
        if let Some(slot) = slot {
            *slot = *weight;
        }
    }
    if task.weights.is_empty() || weights.iter().all(|weight| *weight == 0) {
        return None;
    }
    let there = made.iter().copied().find(|made| made.id == question.id && made.profile.weights == weights);
    Some(there.unwrap_or_else(|| {
        let profile = QuestionProfile { weights, ..question.profile };
        let copy: &'static Question = Box::leak(Box::new(Question { profile, ..*question }));
        made.push(copy);
        copy
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::desk::arrived::{Arrived, read};

    fn doing(change: impl FnOnce(&mut Task), made: &mut Vec<&'static Question>) -> Doing {
        let questions = ["regret", "missed-goal"].map(str::to_owned).to_vec();
        let mut task = Task { questions, ..Task::default() };
        change(&mut task);
        let Arrived::Task(link) = read(&task.fragment().unwrap()) else { panic!("no task") };
        Doing::new(link, made)
    }

    #[test]
    fn weights_stand_in_copies_that_are_made_once() {
        let mut made = vec![];
        let weigh = |task: &mut Task| task.weights = vec![("repair".into(), 4), ("delivery".into(), 0)];
        let asked = asked(Some(&doing(weigh, &mut made)), "regret", &Asked::default(), &made);
        let weights = asked.questions[0].profile.weights;
        assert_eq!((weights[Criterion::Repair as usize], weights[Criterion::Delivery as usize]), (4, 0));
        assert_eq!(asked.questions[0].prompt, content::question("regret").unwrap().prompt);
        doing(weigh, &mut made);
        assert_eq!(made.len(), 2);
    }

    #[test]
    fn weights_that_leave_nothing_are_passed_over() {
        let nothing = |task: &mut Task| {
            task.weights = Criterion::ALL.map(|criterion| (criterion.name().to_owned(), 0)).to_vec();
        };
        let mut made = vec![];
        let doing = doing(nothing, &mut made);
        assert!(doing.weighs_nothing() && made.is_empty());
    }

    #[test]
    fn a_host_keeps_its_questions_when_a_task_comes_and_goes() {
        let host: &'static Question = &content::QUESTIONS[3];
        let before = Asked { questions: vec![host], wordless: true, silent: false };
        let mut made = vec![];
        let doing = doing(|task| task.weights = vec![("repair".into(), 4)], &mut made);
        let during = asked(Some(&doing), "regret", &before, &made);
        assert_eq!(during.questions.len(), 3);
        assert_eq!(changed(&before, &during).map(|ids| ids.len()), Some(4));
        let after = asked(None, "regret", &during, &made);
        assert!(std::ptr::eq(after.questions[0], host) && after.wordless);
        assert_eq!(changed(&before, &after), None);
    }

    #[test]
    fn is_silent_until_each_answer_is_written() {
        let mut doing = doing(|task| task.blind = true, &mut vec![]);
        let silent = |doing: &Doing| ["regret", "missed-goal", "conflict"].map(|id| doing.is_silent(id));
        assert_eq!(silent(&doing), [true, true, false]);
        doing.show("regret");
        assert_eq!(silent(&doing), [false, true, false]);
        let (loud, quiet) = (Asked::default(), Asked { silent: true, ..Asked::default() });
        assert_eq!(changed(&loud, &quiet), Some(vec![]), "nothing is judged anew");
    }
}
