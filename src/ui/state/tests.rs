//! What the reducer promises.

use super::*;
use crate::content::QUESTIONS;

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let mut state = State::default();
    actions.into_iter().for_each(|action| state.reduce(action));
    state
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
    let drafts = Map::from([(id.to_owned(), kept.clone()), ("from-the-future".to_owned(), kept)]);
    let state = after([Action::Restore { drafts, last: Some(id.to_owned()), settings }]);
    assert_eq!(state.view, View::default());
    assert_eq!(state.last, Some(id));
    assert_eq!(state.settings, settings);
    assert_eq!(&*state.drafts[id].text, "In May I lost the key.");
    assert_eq!(state.drafts.len(), 1);
}

#[test]
fn closes_mark_criterion_and_sheet_when_the_question_changes() {
    let state = after([
        Action::Open(QUESTIONS[0].id.into()),
        Wish::Criterion(Criterion::Repair).into(),
        Wish::Sheet(true).into(),
        Action::Open(QUESTIONS[1].id.into()),
    ]);
    assert_eq!((state.criterion, state.sheet), (None, false));
}

#[test]
fn opens_and_closes_a_criterion_with_the_same_action() {
    let mut state = after([Wish::Criterion(Criterion::Repair).into()]);
    assert_eq!(state.criterion, Some(Criterion::Repair));
    state.reduce(Wish::Criterion(Criterion::Repair).into());
    assert_eq!(state.criterion, None);
}

#[test]
fn a_text_from_elsewhere_gets_a_new_textarea_only_on_the_screen() {
    let given = |id: &str| {
        let kept = Kept { text: "In May I lost the key.".into(), step: None };
        Action::Given([(id.to_owned(), kept)].into())
    };
    let mut state = after([Action::Open(QUESTIONS[0].id.into()), given(QUESTIONS[1].id)]);
    assert_eq!((state.given, state.drafts.len()), (0, 1));
    state.reduce(given(QUESTIONS[0].id));
    assert_eq!((state.given, &*state.drafts[QUESTIONS[0].id].text), (1, "In May I lost the key."));
}

#[test]
fn a_read_notice_goes_away_but_the_save_state_stays_true() {
    let trouble = Some(Trouble::Full);
    let state = after([Action::Storage(Storage { kept: false, trouble }), Wish::DismissNotice.into()]);
    assert_eq!(state.storage, Storage { kept: false, trouble: None });
}
