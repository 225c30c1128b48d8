//! A sheet for a workshop: which questions stand on it, each with the code of its page.

use crate::content::{FAMILIES, QUESTIONS, Question};

/// The sheet as it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Rows of [`QUESTIONS`].
    chosen: Vec<usize>,
    /// Three follow-up questions stand under each.
    pub probes: bool,
}

/// One change to it.
#[derive(Clone, Copy, Debug)]
pub enum Pick {
    /// This question of [`QUESTIONS`], or no longer.
    Question(usize),
    /// All questions of this family of [`FAMILIES`]; none of them, if all are there.
    Family(usize),
    /// Follow-up questions, or none.
    Probes,
    /// None.
    Nothing,
}

impl Sheet {
    /// Takes a change.
    pub fn pick(&mut self, pick: Pick) {
        match pick {
            Pick::Question(row) => self.turn(row),
            Pick::Family(family) => {
                let rows: Vec<usize> = rows_of(family).collect();
                if rows.iter().all(|row| self.chosen.contains(row)) {
                    self.chosen.retain(|row| !rows.contains(row));
                } else {
                    rows.into_iter()
                        .filter(|row| !self.has(*row))
                        .collect::<Vec<_>>()
                        .into_iter()
                        .for_each(|row| self.turn(row));
                }
            }
            Pick::Probes => self.probes = !self.probes,
            Pick::Nothing => self.chosen.clear(),
        }
    }

    /// Whether the question in this row stands on it.
    pub fn has(&self, row: usize) -> bool {
        self.chosen.contains(&row)
    }

    /// The questions on it, in the order of the bank.
    pub fn questions(&self) -> impl Iterator<Item = &'static Question> {
        self.chosen.iter().filter_map(|row| QUESTIONS.get(*row))
    }

    fn turn(&mut self, row: usize) {
        match self.chosen.binary_search(&row) {
            Ok(at) => drop(self.chosen.remove(at)),
            Err(at) if row < QUESTIONS.len() => self.chosen.insert(at, row),
            Err(_) => {}
        }
    }
}

/// The rows of the questions of a family.
pub fn rows_of(family: usize) -> impl Iterator<Item = usize> {
    let id = FAMILIES.get(family).map(|family| family.id);
    (QUESTIONS.iter().enumerate()).filter(move |(_, question)| Some(question.family) == id).map(|(row, _)| row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(picks: impl IntoIterator<Item = Pick>) -> Vec<&'static str> {
        let mut sheet = Sheet::default();
        picks.into_iter().for_each(|pick| sheet.pick(pick));
        sheet.questions().map(|question| question.id).collect()
    }

    #[test]
    fn questions_stand_in_the_order_of_the_bank_whatever_was_ticked_first() {
        assert_eq!(after([Pick::Question(4), Pick::Question(1)]), [QUESTIONS[1].id, QUESTIONS[4].id]);
        assert_eq!(after([Pick::Question(4), Pick::Question(4), Pick::Question(9_999)]), [""; 0]);
    }

    #[test]
    fn a_family_comes_whole_and_goes_whole() {
        let all: Vec<_> = rows_of(0).map(|row| QUESTIONS[row].id).collect();
        let first = rows_of(0).next().unwrap();
        assert!(!all.is_empty());
        assert_eq!(after([Pick::Question(first), Pick::Family(0)]), all);
        assert_eq!(after([Pick::Family(0), Pick::Family(0), Pick::Family(99)]), [""; 0]);
        assert_eq!(after([Pick::Family(0), Pick::Probes, Pick::Nothing]), [""; 0]);
        let every: usize = (0..FAMILIES.len()).map(|family| rows_of(family).count()).sum();
        assert_eq!(every, QUESTIONS.len());
    }
}
