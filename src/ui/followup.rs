//! Which follow-up is asked next. Pure, and the same for the same answer: no chance, no clock.

use comeback_engine::Criterion;

use crate::library::Library;

/// A follow-up question, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// Of a criterion, and which one.
    Of(Criterion, usize),
    /// One of the question's own.
    Own(usize),
}

/// What has been asked after an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FollowUp {
    /// One of them is on the screen.
    pub open: bool,
    /// All that were asked, the last one last.
    pub asked: Vec<Probe>,
}

impl FollowUp {
    /// Asks the first that was not asked yet: of the criterion with the lowest level (of several the first), then the
    /// question's own, then of the next lowest. When all were asked, they begin again. `levels` stand in the order of
    /// [`Criterion::ALL`], `of` counts the probes of the criterion at a place in it, `own` those of the question.
    pub fn ask(&mut self, levels: &[Option<u8>; 12], of: &dyn Fn(usize) -> usize, own: usize) {
        let mut all = vec![];
        for level in 1..=5 {
            for (at, criterion) in Criterion::ALL.into_iter().enumerate() {
                if levels.get(at) == Some(&Some(level)) {
                    let first = all.is_empty();
                    (0..of(at)).for_each(|probe| all.push(Probe::Of(criterion, probe)));
                    (0..if first { own } else { 0 }).for_each(|probe| all.push(Probe::Own(probe)));
                }
            }
        }
        let next = all.iter().find(|probe| !self.asked.contains(probe));
        if next.is_none() {
            self.asked.clear();
        }
        self.asked.extend(next.or(all.first()));
    }

    /// The one on the screen, in words.
    pub fn words<'l>(&self, library: &'l Library, question: &str) -> Option<&'l str> {
        match *self.asked.last()? {
            Probe::Of(criterion, at) => library.probes().nth(criterion as usize)?.nth(at),
            Probe::Own(at) => library.details(question)?.probes().nth(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use Criterion::{Lesson, Ownership, Repair};

    fn levels(levels: &[(Criterion, u8)]) -> [Option<u8>; 12] {
        Criterion::ALL.map(|one| levels.iter().find(|(criterion, _)| *criterion == one).map(|(_, level)| *level))
    }

    fn asked(times: usize) -> Vec<Probe> {
        let mut followup = FollowUp::default();
        let levels = levels(&[(Ownership, 4), (Repair, 2), (Lesson, 2)]);
        (0..times).for_each(|_| followup.ask(&levels, &|_| 2, 1));
        followup.asked
    }

    #[test]
    fn the_lowest_comes_first_then_the_questions_own_then_the_next_lowest() {
        use Probe::{Of, Own};
        let order =
            [Of(Repair, 0), Of(Repair, 1), Own(0), Of(Lesson, 0), Of(Lesson, 1), Of(Ownership, 0), Of(Ownership, 1)];
        assert_eq!(asked(7), order);
    }

    #[test]
    fn nothing_is_asked_twice_before_all_were_asked() {
        assert_eq!(asked(8), asked(1));
    }

    #[test]
    fn a_level_that_moved_brings_its_own_and_repeats_none() {
        let mut followup = FollowUp::default();
        followup.ask(&levels(&[(Ownership, 4), (Repair, 2)]), &|_| 2, 1);
        followup.ask(&levels(&[(Ownership, 1), (Repair, 5)]), &|_| 2, 0);
        assert_eq!(followup.asked, [Probe::Of(Repair, 0), Probe::Of(Ownership, 0)]);
    }

    #[test]
    fn where_there_is_nothing_to_ask_nothing_is_asked() {
        let mut followup = FollowUp::default();
        followup.ask(&levels(&[]), &|_| 2, 3);
        followup.ask(&levels(&[(Repair, 2)]), &|_| 0, 0);
        assert_eq!(followup, FollowUp::default());
    }
}
