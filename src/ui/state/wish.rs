//! What a person wants of the page by a click. It stands apart from what else can happen because a click carries its
//! wish along and may come more than once: these are cheap to copy, in time and in program.

use comeback_engine::Criterion;

use super::{Action, Fold, OpenMark, Rating, Search, State};

/// One wish.
#[derive(Clone, Copy, Debug)]
pub enum Wish {
    /// The notice about storage has been read.
    DismissNotice,
    /// Open the card of this finding, or close it.
    Mark(Option<usize>),
    /// Open this criterion, or close it if it is open.
    Criterion(Criterion),
    /// Lift or lower the sheet.
    Sheet(bool),
    /// Show or fold everything in the panel.
    Everything(bool),
    /// Open this fold, or close it if it is open.
    Fold(Fold),
    /// Show levels as anchors only, without pips and figures.
    HideNumbers(bool),
    /// Show all marks in the marked copy.
    AllMarks(bool),
    /// Tailor answers to this interviewer, a row of the choice: 0 is nobody.
    Interviewer(usize),
    /// Tailor answers to this value too, by its place in the library, or no longer.
    Value(usize),
    /// List questions of this family only, a row of the choice: 0 is all.
    Family(usize),
    /// List questions that this working age is asked, a row of the choice: 0 is all.
    Stage(usize),
    /// List all questions.
    ShowAll,
    /// Ask a follow-up, or another one.
    Ask,
    /// Close the follow-up.
    StopAsking,
    /// Rate the sample at this place of the calibration.
    Rate(usize),
    /// Rate a criterion, by its place in [`Criterion::ALL`], with a level 1-5; 0 takes it back.
    Rated(usize, usize),
    /// Show or hide the coach's levels beside one's own.
    Reveal(bool),
}

impl From<Wish> for Action {
    fn from(wish: Wish) -> Action {
        Action::Wish(wish)
    }
}

impl State {
    /// Does what a person wants.
    pub(super) fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::DismissNotice => (self.storage.trouble, self.damage) = (None, None),
            Wish::Mark(finding) => {
                self.mark = finding.and_then(|finding| {
                    self.draft().and_then(|draft| OpenMark::new(&draft.text, &draft.report, finding))
                });
            }
            Wish::Criterion(criterion) => {
                self.criterion = if self.criterion == Some(criterion) { None } else { Some(criterion) };
            }
            Wish::Sheet(up) => self.sheet = up,
            Wish::Everything(open) => self.everything = open,
            Wish::Fold(fold) => self.folds = self.folds.turned(fold),
            Wish::HideNumbers(hide) => self.settings.hide_numbers = hide,
            Wish::AllMarks(all) => self.settings.all_marks = all,
            Wish::Interviewer(row) => self.choose_interviewer(row),
            Wish::Value(at) => self.choose_value(at),
            Wish::Family(row) => self.search.family = row,
            Wish::Stage(row) => self.search.stage = row,
            Wish::ShowAll => self.search = Search { cleared: self.search.cleared.wrapping_add(1), ..Search::default() },
            Wish::Ask => self.ask(),
            Wish::StopAsking => self.followup.open = false,
            Wish::Rate(at) => self.rating = Rating { at, ..Rating::default() },
            Wish::Rated(criterion, level) => self.rating.rate(criterion, level),
            Wish::Reveal(shown) => self.rating.shown = shown,
        }
    }
}
