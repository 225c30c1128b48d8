//! What a person wants of the page by a click. It stands apart from what else can happen because a click carries its
//! wish along and may come more than once: these are cheap to copy, in time and in program.

use comeback_engine::Criterion;
use comeback_engine::rubric::ProfileKind;

use super::{Action, Fold, Settings};

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
    /// Show questions of this kind only; `None` = all.
    Kind(Option<ProfileKind>),
    /// Change the choices.
    Settings(Settings),
}

impl From<Wish> for Action {
    fn from(wish: Wish) -> Action {
        Action::Wish(wish)
    }
}
