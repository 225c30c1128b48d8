//! Which questions are listed: those that a person looks for, of a family, of a working age. Pure.

use comeback_engine::terms;

use crate::content::{FAMILIES, QUESTIONS, Question, RUBRIC, Seniority};
use crate::library::Term;
use crate::ui::find::find;

/// The working ages in the order of their choice, behind "anyone".
pub const STAGES: [(Seniority, &str); 5] = [
    (Seniority::Student, "Students"),
    (Seniority::Early, "Early career"),
    (Seniority::Mid, "Mid career"),
    (Seniority::Senior, "Senior"),
    (Seniority::Lead, "Leads"),
];

/// The most questions that are listed where words are looked for.
const MOST: usize = 12;

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// As typed.
    pub query: String,
    /// A row of the families, 1 first; 0 = all.
    pub family: usize,
    /// A row of [`STAGES`], 1 first; 0 = all.
    pub stage: usize,
    /// Counts how often all was shown again: the fields, which belong to the browser, are then made anew.
    pub cleared: u32,
}

impl Search {
    /// True when words are looked for: what fits best then stands first, whatever its family.
    pub fn looks(&self) -> bool {
        !self.query.trim().is_empty()
    }

    /// True when not all are listed.
    pub fn is_narrow(&self) -> bool {
        self.looks() || self.family > 0 || self.stage > 0
    }

    /// The questions to list. As long as there is no index, words are looked for in the prompts as they are typed.
    pub fn found(&self, index: &[Term]) -> Vec<&'static Question> {
        let found = if index.is_empty() {
            let prompt = |at: &usize| QUESTIONS.get(*at).map_or(String::new(), |one| one.prompt.to_ascii_lowercase());
            let holds =
                |prompt: &str, word: &str| prompt.as_bytes().windows(word.len()).any(|part| part == word.as_bytes());
            let has = |at: &usize| terms::words(&self.query).all(|word| holds(&prompt(at), &word));
            (0..QUESTIONS.len()).filter(has).collect()
        } else {
            find(index, &RUBRIC.lexicon, &self.query, QUESTIONS.len())
        };
        let family = self.family.checked_sub(1).and_then(|row| FAMILIES.get(row));
        let stage = self.stage.checked_sub(1).and_then(|row| STAGES.get(row));
        let fits = |question: &&Question| {
            family.is_none_or(|family| family.id == question.family)
                && stage.is_none_or(|(stage, _)| question.seniority.is_empty() || question.seniority.contains(stage))
        };
        let most = if self.looks() { MOST } else { QUESTIONS.len() };
        found.into_iter().filter_map(|at| QUESTIONS.get(at)).filter(fits).take(most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(search: &Search) -> usize {
        search.found(&[]).len()
    }

    #[test]
    fn all_are_listed_until_something_is_asked_for() {
        let search = Search::default();
        assert_eq!((count(&search), search.is_narrow()), (QUESTIONS.len(), false));
        let blank = Search { query: "  ".into(), ..search };
        assert_eq!((count(&blank), blank.is_narrow()), (QUESTIONS.len(), false));
    }

    #[test]
    fn without_an_index_words_are_looked_for_in_the_prompts() {
        let words = QUESTIONS[0].prompt.to_uppercase();
        assert_eq!(Search { query: words, ..Search::default() }.found(&[])[0].id, QUESTIONS[0].id);
        assert_eq!(count(&Search { query: "qqqq".into(), ..Search::default() }), 0);
    }

    #[test]
    fn of_many_that_fit_the_first_twelve_are_listed() {
        assert_eq!(count(&Search { query: "e".into(), ..Search::default() }), MOST);
    }

    #[test]
    fn families_divide_the_questions_and_working_ages_narrow_them() {
        let of = |family| count(&Search { family, ..Search::default() });
        assert_eq!((1..=FAMILIES.len()).map(of).sum::<usize>(), QUESTIONS.len());
        for (row, (stage, _)) in (1..).zip(STAGES) {
            let found = Search { stage: row, ..Search::default() }.found(&[]);
            assert!(!found.is_empty());
            assert!(found.iter().all(|one| one.seniority.is_empty() || one.seniority.contains(&stage)));
        }
    }
}
