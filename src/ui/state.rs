//! What the page knows, and the one function that changes it. Pure: it runs natively and touches no browser.

use std::rc::Rc;

use comeback_engine::rubric::ProfileKind;
use comeback_engine::{Criterion, Report, Signal};
use yew::Reducible;

use crate::content::{self, Question};
use crate::store::{Conflict, Map};
pub use crate::store::{Damage, Kept, Settings};
use crate::ui::draft::{Draft, Judge};
pub use crate::ui::fold::{Fold, Folds};

/// Everything the page draws from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What is on the screen.
    pub view: View,
    /// The question that was open last: where the list offers to go on.
    pub last: Option<&'static str>,
    /// One draft for each question that was ever typed into, by question id.
    pub drafts: Map<&'static str, Draft>,
    /// Reads the drafts.
    pub judge: Judge,
    /// What the person has chosen.
    pub settings: Settings,
    /// Whether drafts survive a reload.
    pub storage: Storage,
    /// What could not be read of what was kept, until the notice about it has been read.
    pub damage: Option<Rc<Damage>>,
    /// The open answer was changed in another tab too, and nobody has decided yet.
    pub elsewhere: Option<Rc<Conflict>>,
    /// Counts the texts that came to the open question from elsewhere: part of the textarea's key, which never gets
    /// a text while it is on the screen.
    pub given: u32,
    /// The mark whose card is open.
    pub mark: Option<OpenMark>,
    /// The criterion whose row is open.
    pub criterion: Option<Criterion>,
    /// The sheet of a narrow page is lifted.
    pub sheet: bool,
    /// The panel shows everything.
    pub everything: bool,
    /// The folds that stand open.
    pub folds: Folds,
    /// The one kind of question that the list shows; `None` = all.
    pub kind: Option<ProfileKind>,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// The questions; `unknown` is the id of a link that led nowhere.
    List {
        /// The id as it stood in the link.
        unknown: Option<String>,
    },
    /// One question, by id.
    Question(&'static str),
}

impl Default for View {
    fn default() -> View {
        View::List { unknown: None }
    }
}

/// Whether drafts survive a reload, and what has to be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Storage {
    /// False: drafts live in this tab only.
    pub kept: bool,
    /// What went wrong, if anything did.
    pub trouble: Option<Trouble>,
}

impl Default for Storage {
    fn default() -> Storage {
        Storage { kept: true, trouble: None }
    }
}

/// What can go wrong with storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser refuses it.
    Blocked,
    /// No room is left.
    Full,
    /// What was kept could not be read; the bytes were put aside.
    Damaged,
    /// What is kept was written by a newer version.
    Newer,
    /// One answer is longer than what is kept of one.
    TooLong,
}

/// The mark whose card is open. A finding is known by its kind and words, so that it survives edits elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMark {
    /// What was seen.
    pub kind: Signal,
    /// The marked words.
    pub words: String,
    /// Index into the report's findings.
    pub finding: usize,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// What was kept has been read; sent once, before anything is typed.
    Restore {
        /// By question id.
        drafts: Map<String, Kept>,
        /// The question that was open last.
        last: Option<String>,
        /// The person's choices.
        settings: Settings,
    },
    /// The text of a question is now this.
    Typed {
        /// The question.
        question: &'static str,
        /// The whole text.
        text: Rc<str>,
        /// Where the caret stands, UTF-8 bytes; `None` when nobody is in the middle of a sentence (pasted, left).
        caret: Option<u32>,
    },
    /// Open the question with this id; an unknown id shows the list and says so.
    Open(String),
    /// Show the list.
    ShowList,
    /// Texts that come from another tab, by question id.
    Given(Map<String, Kept>),
    /// The open answer was changed in another tab too; `None` when that is settled.
    Elsewhere(Option<Conflict>),
    /// What became of keeping.
    Storage(Storage),
    /// Some of what was kept could not be read.
    Damaged(Damage),
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

impl State {
    /// The open question.
    pub fn question(&self) -> Option<&'static Question> {
        match self.view {
            View::Question(id) => content::question(id),
            View::List { .. } => None,
        }
    }

    /// The draft of the open question.
    pub fn draft(&self) -> Option<&Draft> {
        self.question().and_then(|question| self.drafts.get(question.id))
    }

    /// Takes over kept answers. Those to questions of another version stay where they are kept.
    fn take(&mut self, drafts: Map<String, Kept>) {
        for (id, kept) in drafts {
            if let Some(question) = content::question(&id) {
                self.drafts.insert(question.id, Draft::restored(&self.judge, question, &kept));
            }
        }
    }

    fn show(&mut self, view: View) {
        if self.view != view {
            (self.mark, self.criterion, self.sheet, self.elsewhere) = (None, None, false, None);
        }
        if let View::Question(id) = view {
            let begun = self.drafts.get(id).is_some_and(|draft| draft.report.words > 0);
            if self.view != view {
                // Somebody who has not begun reads why they ask and what to avoid; a wide page then leaves it open.
                self.folds = if begun { Folds::default() } else { Folds::default().turned(Fold::Why) };
            }
            self.last = Some(id);
        }
        self.view = view;
    }

    fn typed(&mut self, question: &'static Question, text: Rc<str>, caret: Option<u32>) {
        let draft = Draft::typed(&self.judge, question, text, caret, self.drafts.get(question.id));
        if self.view == View::Question(question.id) {
            self.mark = self.mark.take().and_then(|mark| mark.follow(&draft.text, &draft.report));
        }
        self.drafts.insert(question.id, draft);
    }
}

impl OpenMark {
    /// The open mark for a finding of the report; `None` when there is no such finding or it has no words.
    pub fn new(text: &str, report: &Report, finding: usize) -> Option<OpenMark> {
        let found = report.findings.get(finding)?;
        Some(OpenMark { kind: found.kind, words: found.span?.of(text).to_owned(), finding })
    }

    /// The same mark in a new report: same kind, same words, and of several the nearest in order.
    fn follow(self, text: &str, report: &Report) -> Option<OpenMark> {
        let same = |index: &usize| {
            OpenMark::new(text, report, *index).is_some_and(|new| new.kind == self.kind && new.words == self.words)
        };
        let finding = (0..report.findings.len()).filter(same).min_by_key(|index| index.abs_diff(self.finding))?;
        Some(OpenMark { finding, ..self })
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Restore { drafts, last, settings } => {
                state.take(drafts);
                state.last = last.and_then(|id| content::question(&id)).map(|question| question.id);
                state.settings = settings;
            }
            Action::Typed { question, text, caret } => {
                if let Some(question) = content::question(question) {
                    state.typed(question, text, caret);
                }
            }
            Action::Open(id) => match content::question(&id) {
                Some(question) => state.show(View::Question(question.id)),
                None => state.show(View::List { unknown: Some(id) }),
            },
            Action::ShowList => state.show(View::List { unknown: None }),
            Action::Given(drafts) => {
                if state.question().is_some_and(|question| drafts.contains_key(question.id)) {
                    (state.mark, state.given) = (None, state.given.wrapping_add(1));
                }
                state.take(drafts);
            }
            Action::Elsewhere(conflict) => state.elsewhere = conflict.map(Rc::new),
            Action::Storage(storage) => state.storage = storage,
            Action::Damaged(damage) => {
                state.storage.trouble = Some(Trouble::Damaged);
                state.damage = Some(Rc::new(damage));
            }
            Action::DismissNotice => (state.storage.trouble, state.damage) = (None, None),
            Action::Mark(finding) => {
                state.mark = finding.and_then(|finding| {
                    state.draft().and_then(|draft| OpenMark::new(&draft.text, &draft.report, finding))
                });
            }
            Action::Criterion(criterion) => {
                state.criterion = if state.criterion == Some(criterion) { None } else { Some(criterion) };
            }
            Action::Sheet(up) => state.sheet = up,
            Action::Everything(open) => state.everything = open,
            Action::Fold(fold) => state.folds = state.folds.turned(fold),
            Action::Kind(kind) => state.kind = kind,
            Action::Settings(settings) => state.settings = settings,
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests;
