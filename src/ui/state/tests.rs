//! What the reducer promises.

use super::*;
use crate::content::QUESTIONS;

/// An answer that is long enough for levels.
const TOLD: &str = "In May last year I was in charge of the keys of a hostel, and I lost the one to the cellar. \
    Forty guests had no hot water for a night. I told my manager within the hour and paid for a locksmith. \
    Since then every key hangs on a board with a list beside it.";

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let mut state = State::default();
    actions.into_iter().for_each(|action| state.reduce(action));
    state
}

fn open(id: &str) -> Action {
    Action::Go(Place::Question(id.to_owned()))
}

fn guide() -> Action {
    Action::Go(Place::Guide("why-they-ask".into()))
}

/// A library with two interviewers, four values and two probes for each criterion.
fn library() -> Action {
    let probes = [r#"["one?","two?"]"#; 12].join(",");
    let text = [
        r#"{"questions":[{}],"values":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}],"#,
        r#""interviewers":[{"id":"recruiter"},{"id":"peer"}],"probes":["#,
        &probes,
        "]}",
    ];
    Action::Fetched(
        Library::parse(&text.concat()).map_or(Fetched::Refused, |library| Fetched::Here(Box::leak(Box::new(library)))),
    )
}

fn typed(question: &'static str, text: &str) -> Action {
    Action::Typed { question, text: text.into(), caret: None }
}

#[test]
fn opens_a_known_question_and_remembers_it_on_the_list() {
    let id = QUESTIONS[0].id;
    let state = after([open(id), Action::Go(Place::List)]);
    assert_eq!((state.place, state.last), (Place::List, Some(id)));
}

#[test]
fn an_unknown_id_opens_no_question_and_is_still_known() {
    let state = after([open("no-such")]);
    assert!(state.question().is_none() && state.last.is_none());
    assert_eq!(state.place, Place::Question("no-such".into()));
}

#[test]
fn keeps_each_questions_own_draft_while_questions_change() {
    let (first, second) = (QUESTIONS[0].id, QUESTIONS[1].id);
    let state = after([
        open(first),
        typed(first, "In May I lost the key."),
        open(second),
        typed(second, "Last year I missed a target."),
        open(first),
    ]);
    assert_eq!(state.draft().map(|draft| &*draft.text), Some("In May I lost the key."));
    assert_eq!(state.drafts.len(), 2);
}

#[test]
fn restores_drafts_settings_and_the_last_question_without_opening_it() {
    let id = QUESTIONS[0].id;
    let kept = Kept { text: "In May I lost the key.".into(), step: None };
    let settings = Settings { hide_numbers: true, ..Settings::default() };
    let drafts = Map::from([(id.to_owned(), kept.clone()), ("from-the-future".to_owned(), kept)]);
    let state = after([Action::Restore { drafts, last: Some(id.to_owned()), settings: settings.clone() }]);
    assert_eq!(state.place, Place::List);
    assert_eq!(state.last, Some(id));
    assert_eq!(state.settings, settings);
    assert_eq!(&*state.drafts[id].text, "In May I lost the key.");
    assert_eq!(state.drafts.len(), 1);
}

#[test]
fn closes_mark_criterion_and_sheet_when_the_question_changes() {
    let state = after([
        open(QUESTIONS[0].id),
        Wish::Criterion(Criterion::Repair).into(),
        Wish::Sheet(true).into(),
        open(QUESTIONS[1].id),
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
    let mut state = after([open(QUESTIONS[0].id), given(QUESTIONS[1].id)]);
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

#[test]
fn a_guide_keeps_the_way_back_and_the_question_as_it_was() {
    let id = QUESTIONS[0].id;
    let state = after([open(id), Wish::Criterion(Criterion::Repair).into(), guide()]);
    assert_eq!((&state.from, state.question().is_none()), (&Some(Place::Question(id.into())), true));
    let back = after([open(id), Wish::Criterion(Criterion::Repair).into(), guide(), open(id)]);
    assert_eq!(back.criterion, Some(Criterion::Repair));
}

#[test]
fn from_sample_to_sample_the_way_back_stays() {
    let sample = |id: &str| Action::Go(Place::Sample(id.into()));
    assert_eq!(after([Action::Go(Place::Samples), sample("one"), sample("two")]).from, Some(Place::Samples));
}

#[test]
fn no_more_than_three_values_are_chosen_and_each_can_be_let_go() {
    let mut state = after([library()]);
    (0..4).for_each(|at| state.reduce(Wish::Value(at).into()));
    assert_eq!(state.settings.values, ["a", "b", "c"]);
    state.reduce(Wish::Value(1).into());
    state.reduce(Wish::Value(9).into());
    assert_eq!(state.settings.values, ["a", "c"]);
}

#[test]
fn the_first_row_of_interviewers_is_nobody() {
    let mut state = after([library(), Wish::Interviewer(2).into()]);
    assert_eq!(state.settings.interviewer.as_deref(), Some("peer"));
    state.reduce(Wish::Interviewer(0).into());
    assert_eq!(state.settings.interviewer, None);
}

#[test]
fn choices_that_the_library_does_not_know_are_let_go_and_said() {
    let settings =
        Settings { interviewer: Some("king".into()), values: vec!["a".into(), "z".into()], ..Settings::default() };
    let restore = || Action::Restore { drafts: Map::default(), last: None, settings: settings.clone() };
    let state = after([restore(), library()]);
    assert_eq!((state.settings.interviewer, state.settings.values), (None, vec!["a".to_owned()]));
    assert!(state.forgotten);
    let refused = after([restore(), Action::Fetched(Fetched::Refused)]);
    assert_eq!((refused.settings, refused.forgotten), (settings, false));
}

#[test]
fn a_follow_up_waits_for_the_library_and_is_another_one_each_time() {
    let mut state = after([open(QUESTIONS[0].id), typed(QUESTIONS[0].id, TOLD), Wish::Ask.into()]);
    assert_eq!((state.followup.open, state.followup.asked.len()), (true, 0));
    state.reduce(library());
    assert_eq!(state.followup.asked.len(), 1, "what was asked for is there as soon as it can be");
    [Wish::Ask.into(), Wish::StopAsking.into()].into_iter().for_each(|action| state.reduce(action));
    assert_eq!((state.followup.open, state.followup.asked.len()), (false, 2));
    assert_ne!(state.followup.asked[0], state.followup.asked[1]);
    state.reduce(open(QUESTIONS[1].id));
    assert!(state.followup.asked.is_empty());
}

#[test]
fn showing_all_empties_the_search() {
    let state = after([Action::Search("x".into()), Wish::Family(2).into(), Wish::ShowAll.into()]);
    assert_eq!((state.search.is_narrow(), state.search.cleared), (false, 1));
}
