//! What the page knows, and the one function that changes it. Pure: it runs natively and touches no browser.

mod asked;
mod mark;
mod tailor;
mod wish;

use std::mem;
use std::rc::Rc;

use comeback_engine::Criterion;

use crate::content::Question;
use crate::library::Library;
use crate::share::Place;
use crate::store::{Conflict, Map};
pub use crate::store::{Damage, Kept, Settings};
use crate::ui::draft::{Draft, Judge};
use crate::ui::extra::{Asked, WHOLE};
pub use crate::ui::fold::{Fold, Folds};
use crate::ui::followup::FollowUp;
use crate::ui::rating::Rating;
use crate::ui::search::Search;
pub use mark::OpenMark;
pub use wish::Wish;

/// Everything the page draws from.
#[derive(Debug, Default)]
pub struct State {
    /// What is on the screen; an id that nobody knows is said where the list of its kind stands.
    pub place: Place,
    /// Where the open guide or sample was reached from.
    pub from: Option<Place>,
    /// What the page fetches once it has started.
    pub library: Fetched,
    /// What a coach or a host asks for.
    pub asked: Asked,
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
    /// The question whose mark, criterion, folds and follow-up these are: they wait while something else is read.
    at: Option<&'static str>,
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
    /// What was asked after the answer.
    pub followup: FollowUp,
    /// What the list is narrowed to.
    pub search: Search,
    /// The person's own rating of a sample.
    pub rating: Rating,
    /// A choice that was kept names nobody whom the library knows; it was let go.
    pub forgotten: bool,
}

/// What has become of the library.
#[derive(Clone, Copy, Debug, Default)]
pub enum Fetched {
    /// It is on its way.
    #[default]
    Awaited,
    /// It is here, for as long as the page is.
    Here(&'static Library),
    /// It could not be had.
    Refused,
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
    /// Show this place.
    Go(Place),
    /// What has become of the library.
    Fetched(Fetched),
    /// What is looked for in the list of questions.
    Search(String),
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
    /// A coach or a host asks for this.
    Asked(Asked),
    /// What a person wants by a click.
    Wish(Wish),
}

impl State {
    /// The open question.
    pub fn question(&self) -> Option<&'static Question> {
        match &self.place {
            Place::Question(id) => self.known(id),
            _ => None,
        }
    }

    /// The library, once it is here.
    pub fn library(&self) -> Option<&'static Library> {
        match self.library {
            Fetched::Here(library) => Some(library),
            _ => None,
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
            if let Some(question) = self.known(&id) {
                self.drafts.insert(question.id, Draft::restored(&mut self.judge, question, &kept));
            }
        }
    }

    fn show(&mut self, place: Place) {
        if self.place != place {
            (self.sheet, self.elsewhere) = (false, None);
            let before = mem::replace(&mut self.place, place);
            // From one guide or sample to the next, the way back stays the same.
            if mem::discriminant(&before) != mem::discriminant(&self.place) {
                self.from = Some(before);
            }
        }
        let Some(question) = self.question() else { return };
        if self.at != Some(question.id) {
            let begun = self.drafts.get(question.id).is_some_and(|draft| draft.report.words > 0);
            // Somebody who has not begun reads why they ask and what to avoid; a wide page then leaves it open.
            self.folds = if begun { Folds::default() } else { Folds::default().turned(Fold::Why) };
            (self.mark, self.criterion, self.followup) = (None, None, FollowUp::default());
        }
        (self.at, self.last) = (Some(question.id), Some(question.id));
        self.blank = Some(Draft::restored(&mut self.judge, question, &Kept::default()));
    }

    fn typed(&mut self, question: &'static Question, text: Rc<str>, caret: Option<u32>) {
        let draft = Draft::typed(&mut self.judge, question, text, caret, self.drafts.get(question.id));
        if self.at == Some(question.id) {
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
                self.last = last.and_then(|id| self.known(&id)).map(|question| question.id);
                self.settings = settings;
            }
            Action::Typed { question, text, caret } => {
                if let Some(question) = self.known(question) {
                    self.typed(question, text, caret);
                }
            }
            Action::Go(place) => self.show(place),
            Action::Fetched(library) => {
                self.library = library;
                self.let_go_of_unknown_choices();
                if self.followup.open && self.followup.asked.is_empty() {
                    self.ask();
                }
            }
            Action::Search(query) => self.search.query = query,
            Action::Given(drafts) => {
                if self.at.is_some_and(|question| drafts.contains_key(question)) {
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
            Action::Asked(asked) if WHOLE => self.asked = asked,
            Action::Asked(_) => {}
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
}

#[cfg(test)]
mod tests;
