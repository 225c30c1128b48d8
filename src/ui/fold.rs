//! The parts of a page that a person opens and closes.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Fold {
    /// Why they ask, what to do and to avoid.
    Why,
    /// Other wordings of the question.
    Wordings,
    /// On a narrow page: the whole question, after something was typed.
    Question,
    /// On a narrow page: the marked copy.
    Copy,
    /// How the overall word came about.
    Sum,
    /// Sample answers.
    Examples,
    /// Whom and what the answer is tailored to.
    Tailor,
}

/// Those that stand open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folds(u8);

impl Folds {
    /// Whether this one is open.
    pub fn has(self, fold: Fold) -> bool {
        self.0 & (1 << fold as u8) != 0
    }

    /// The same with this one turned over.
    pub fn turned(self, fold: Fold) -> Folds {
        Folds(self.0 ^ (1 << fold as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_one_over_and_leaves_the_others() {
        let open = Folds::default().turned(Fold::Why).turned(Fold::Sum);
        assert!(open.has(Fold::Why) && open.has(Fold::Sum) && !open.has(Fold::Copy));
        assert!(!open.turned(Fold::Why).has(Fold::Why));
    }
}
