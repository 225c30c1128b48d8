//! What the page knows, and the one function that changes it. Pure: it runs natively and touches no browser.

mod mark;
mod wish;

use std::rc::Rc;

use comeback_engine::Criterion;
use comeback_engine::rubric::ProfileKind;

use crate::content::{self, Question};
use crate::store::{Conflict, Map};
pub use crate::store::{Damage, Kept, Settings};
use crate::ui::draft::{Draft, Judge};
pub use crate::ui::fold::{Fold, Folds};
pub use mark::OpenMark;
pub use wish::Wish;

/// Everything the page draws from.
#[derive(Debug, Default)]
pub struct State {
    /// What is on the screen.
    pub view: View,
    /// The question that was open last: where the list offers to go on.
    pub last: Option<&'static str>,
    /// One draft for each question that was ever typed into, by question id.
    pub drafts: Map<&'static str, Draft>,
    /// Reads the drafts.
    pub judge: Judge,
    /// What is said about the open question as long as nothing is typed.
    pub blank: Option<Draft>,
    /// What the person has chosen.
    pub settings: Settings,
    /// Whether drafts survive a reload.
    pub storage: Storage,
    /// What could not be read of what was kept, until the notice about it has been read.
    pub damage: Option<Damage>,
    /// The open answer was changed in another tab too, and nobody has decided yet.
    pub elsewhere: Option<Conflict>,
    /// Whether the text of a notice could be copied; `None` while nobody has tried.
    pub copied: [Option<bool>; 2],
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

/// What a notice offers to copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// What stands on this page, or what could not be read.
    Ours,
    /// What another tab wrote.
    Theirs,
}

/// Everything that can happen.
#[derive(Debug)]
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
    /// Something was copied, or copying was refused.
    Copied(Copied, bool),
    /// What a person wants by a click.
    Wish(Wish),
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

    /// The open question and what is said about its answer.
    pub fn answer(&self) -> Option<(&'static Question, &Draft)> {
        let question = self.question()?;
        Some((question, self.drafts.get(question.id).or(self.blank.as_ref())?))
    }

    /// Takes over kept answers. Those to questions of another version stay where they are kept.
    fn take(&mut self, drafts: Map<String, Kept>) {
        for (id, kept) in drafts {
            if let Some(question) = content::question(&id) {
                self.drafts.insert(question.id, Draft::restored(&mut self.judge, question, &kept));
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
            self.blank =
                content::question(id).map(|question| Draft::restored(&mut self.judge, question, &Kept::default()));
        }
        self.view = view;
    }

    fn typed(&mut self, question: &'static Question, text: Rc<str>, caret: Option<u32>) {
        let draft = Draft::typed(&mut self.judge, question, text, caret, self.drafts.get(question.id));
        if self.view == View::Question(question.id) {
            self.mark = self.mark.take().and_then(|mark| mark.follow(&draft.text, &draft.report));
        }
        self.drafts.insert(question.id, draft);
    }
}

impl State {
    /// Does what has to be done.
    pub fn reduce(&mut self, action: Action) {
        match action {
            Action::Restore { drafts, last, settings } => {
                self.take(drafts);
                self.last = last.and_then(|id| content::question(&id)).map(|question| question.id);
                self.settings = settings;
            }
            Action::Typed { question, text, caret } => {
                if let Some(question) = content::question(question) {
                    self.typed(question, text, caret);
                }
            }
            Action::Open(id) => match content::question(&id) {
                Some(question) => self.show(View::Question(question.id)),
                None => self.show(View::List { unknown: Some(id) }),
            },
            Action::ShowList => self.show(View::List { unknown: None }),
            Action::Given(drafts) => {
                if self.question().is_some_and(|question| drafts.contains_key(question.id)) {
                    (self.mark, self.given) = (None, self.given.wrapping_add(1));
                }
                self.take(drafts);
            }
            Action::Elsewhere(conflict) => self.elsewhere = conflict,
            Action::Storage(storage) => self.storage = storage,
            Action::Damaged(damage) => {
                self.storage.trouble = Some(Trouble::Damaged);
                self.damage = Some(damage);
            }
            Action::Copied(which, copied) => self.copied[which as usize] = Some(copied),
            Action::Wish(wish) => self.grant(wish),
        }
        // A notice that is gone takes along what it said about copying.
        if self.storage.trouble.is_none() {
            self.copied[Copied::Ours as usize] = None;
        }
        if self.elsewhere.is_none() {
            self.copied[Copied::Theirs as usize] = None;
        }
    }

    fn grant(&mut self, wish: Wish) {
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
            Wish::Kind(kind) => self.kind = kind,
            Wish::Settings(settings) => self.settings = settings,
        }
    }
}

#[cfg(test)]
mod tests;
