//! What the page knows, and the one function that changes it. Pure: it runs natively and touches no browser.

use std::collections::BTreeMap;
use std::rc::Rc;

use comeback_engine::{Criterion, Report, Signal};
use yew::Reducible;

use crate::content::{self, Question};
use crate::ui::draft::Draft;

/// Everything the page draws from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What is on the screen.
    pub view: View,
    /// The question that was open last: where the list offers to go on.
    pub last: Option<&'static str>,
    /// One draft for each question that was ever typed into, by question id.
    pub drafts: BTreeMap<&'static str, Draft>,
    /// Drafts of questions this version does not know: kept as they are, by question id.
    pub strangers: BTreeMap<String, Kept>,
    /// What the person has chosen.
    pub settings: Settings,
    /// Whether drafts survive a reload.
    pub storage: Storage,
    /// The mark whose card is open.
    pub mark: Option<OpenMark>,
    /// The criterion whose row is open.
    pub criterion: Option<Criterion>,
    /// The sheet of a narrow page is lifted.
    pub sheet: bool,
    /// The panel shows everything.
    pub everything: bool,
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

/// What the person has chosen; kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Levels show their anchor only, without pips and figures.
    pub hide_numbers: bool,
    /// The marked copy shows all marks, not only the strength and the fixes.
    pub all_marks: bool,
}

/// A draft as it is kept: its text, and the next step that was shown beside it (a row of the step table).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The text as typed.
    pub text: String,
    /// The shown step; one that no longer holds is replaced.
    pub step: Option<u8>,
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
        drafts: BTreeMap<String, Kept>,
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
    /// What became of keeping.
    Storage(Storage),
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

    fn show(&mut self, view: View) {
        if self.view != view {
            (self.mark, self.criterion, self.sheet) = (None, None, false);
        }
        if let View::Question(id) = view {
            self.last = Some(id);
        }
        self.view = view;
    }

    fn typed(&mut self, question: &'static Question, text: Rc<str>, caret: Option<u32>) {
        let draft = Draft::typed(question, text, caret, self.drafts.get(question.id));
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
                for (id, kept) in drafts {
                    match content::question(&id) {
                        Some(question) => drop(state.drafts.insert(question.id, Draft::restored(question, &kept))),
                        None => drop(state.strangers.insert(id, kept)),
                    }
                }
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
            Action::Storage(storage) => state.storage = storage,
            Action::DismissNotice => state.storage.trouble = None,
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
            Action::Settings(settings) => state.settings = settings,
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::QUESTIONS;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        actions.into_iter().fold(Rc::new(State::default()), |state, action| state.reduce(action))
    }

    fn typed(question: &'static str, text: &str) -> Action {
        Action::Typed { question, text: text.into(), caret: None }
    }

    #[test]
    fn opens_a_known_question_and_remembers_it_on_the_list() {
        let id = QUESTIONS[0].id;
        let state = after([Action::Open(id.into()), Action::ShowList]);
        assert_eq!(state.view, View::List { unknown: None });
        assert_eq!(state.last, Some(id));
    }

    #[test]
    fn shows_the_list_for_an_unknown_id_and_names_it() {
        assert_eq!(after([Action::Open("no-such".into())]).view, View::List { unknown: Some("no-such".into()) });
    }

    #[test]
    fn keeps_each_questions_own_draft_while_questions_change() {
        let (first, second) = (QUESTIONS[0].id, QUESTIONS[1].id);
        let state = after([
            Action::Open(first.into()),
            typed(first, "In May I lost the key."),
            Action::Open(second.into()),
            typed(second, "Last year I missed a target."),
            Action::Open(first.into()),
        ]);
        assert_eq!(state.draft().map(|draft| &*draft.text), Some("In May I lost the key."));
        assert_eq!(state.drafts.len(), 2);
    }

    #[test]
    fn restores_drafts_settings_and_the_last_question_without_opening_it() {
        let id = QUESTIONS[0].id;
        let kept = Kept { text: "In May I lost the key.".into(), step: None };
        let settings = Settings { hide_numbers: true, all_marks: false };
        let drafts = BTreeMap::from([(id.to_owned(), kept.clone()), ("from-the-future".to_owned(), kept.clone())]);
        let state = after([Action::Restore { drafts, last: Some(id.to_owned()), settings }]);
        assert_eq!(state.view, View::default());
        assert_eq!(state.last, Some(id));
        assert_eq!(state.settings, settings);
        assert_eq!(&*state.drafts[id].text, "In May I lost the key.");
        assert_eq!(state.strangers["from-the-future"], kept);
    }

    #[test]
    fn closes_mark_criterion_and_sheet_when_the_question_changes() {
        let state = after([
            Action::Open(QUESTIONS[0].id.into()),
            Action::Criterion(Criterion::Repair),
            Action::Sheet(true),
            Action::Open(QUESTIONS[1].id.into()),
        ]);
        assert_eq!((state.criterion, state.sheet), (None, false));
    }

    #[test]
    fn opens_and_closes_a_criterion_with_the_same_action() {
        let once = after([Action::Criterion(Criterion::Repair)]);
        assert_eq!(once.criterion, Some(Criterion::Repair));
        assert_eq!(once.reduce(Action::Criterion(Criterion::Repair)).criterion, None);
    }

    #[test]
    fn a_read_notice_goes_away_but_the_save_state_stays_true() {
        let trouble = Some(Trouble::Full);
        let state = after([Action::Storage(Storage { kept: false, trouble }), Action::DismissNotice]);
        assert_eq!(state.storage, Storage { kept: false, trouble: None });
    }
}
