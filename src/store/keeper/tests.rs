//! Faults a store can have, and what becomes of the words.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::*;

/// A store whose next answers a test decides; clones share what they hold, as tabs do.
#[derive(Clone, Default)]
struct Shared {
    cells: Rc<RefCell<BTreeMap<String, String>>>,
    writes_refused: Rc<Cell<Option<Refused>>>,
}

impl Store for Shared {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.cells.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.writes_refused.get().map_or(Ok(()), Err)?;
        self.cells.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }
}

impl Shared {
    fn holding(envelope: &str) -> Shared {
        let shared = Shared::default();
        shared.cells.borrow_mut().insert(ENVELOPE.to_owned(), envelope.to_owned());
        shared
    }

    fn tab(&self) -> (Keeper, Opened) {
        Keeper::open(Ok(Box::new(self.clone())), 1)
    }

    fn cell(&self, key: &str) -> Option<String> {
        self.cells.borrow().get(key).cloned()
    }

    fn words(&self) -> Option<String> {
        restore(&self.cell(ENVELOPE)?).saved.drafts.get("q").map(|entry| entry.kept.text.clone())
    }
}

fn work(text: &str) -> Work {
    Work {
        drafts: [("q".to_owned(), Kept { text: text.into(), step: None })].into(),
        open: Some("q".into()),
        ..Work::default()
    }
}

#[test]
fn finds_everything_again_after_a_reload() {
    let store = Shared::default();
    assert_eq!(store.tab().0.keep(&work("my words"), 2).keeping, Keeping::Kept);
    let (_, opened) = store.tab();
    assert_eq!(opened, Opened { work: work("my words"), keeping: Keeping::Kept, damage: None });
}

#[test]
fn writes_nothing_when_nothing_is_new() {
    let store = Shared::default();
    let (mut tab, _) = store.tab();
    tab.keep(&work("my words"), 2);
    let written = store.cell(ENVELOPE);
    tab.keep(&work("my words"), 3);
    assert_eq!(store.cell(ENVELOPE), written);
}

#[test]
fn goes_on_in_memory_where_there_is_no_storage() {
    let (mut tab, opened) = Keeper::open(Err(Refused::Blocked), 1);
    assert_eq!(opened.keeping, Keeping::Refused(Refused::Blocked));
    assert_eq!(tab.keep(&work("my words"), 2).keeping, Keeping::Refused(Refused::Blocked));
}

#[test]
fn says_that_it_is_full_and_tries_again() {
    let store = Shared::default();
    let (mut tab, _) = store.tab();
    tab.keep(&work("my"), 2);
    store.writes_refused.set(Some(Refused::Full));
    assert_eq!(tab.keep(&work("my words"), 3).keeping, Keeping::Refused(Refused::Full));
    assert_eq!(store.words().as_deref(), Some("my"));
    store.writes_refused.set(None);
    assert_eq!(tab.keep(&work("my words"), 4).keeping, Keeping::Kept);
    assert_eq!(store.words().as_deref(), Some("my words"));
}

#[test]
fn sets_unreadable_bytes_aside_and_begins_anew() {
    let store = Shared::holding("}{ not ours");
    let (mut tab, opened) = store.tab();
    assert_eq!(opened.damage.map(|damage| damage.bytes).as_deref(), Some("}{ not ours"));
    assert_eq!(store.cell(BROKEN).as_deref(), Some("}{ not ours"));
    assert_eq!(tab.keep(&work("my words"), 2).damage, None, "told once");
    assert_eq!(store.words().as_deref(), Some("my words"));
}

#[test]
fn sets_a_second_damage_beside_the_first() {
    let store = Shared::holding("first");
    store.tab();
    store.write(ENVELOPE, "second").unwrap();
    store.tab();
    assert_eq!(store.cell(BROKEN).as_deref(), Some("first"));
    assert_eq!(store.cell("comeback:broken:2").as_deref(), Some("second"));
}

#[test]
fn writes_nothing_over_damaged_bytes_that_cannot_be_set_aside() {
    let store = Shared::holding("}{");
    store.writes_refused.set(Some(Refused::Full));
    let (mut tab, opened) = store.tab();
    assert_eq!(opened.keeping, Keeping::Refused(Refused::Full));
    assert_eq!(tab.keep(&work("my words"), 2).keeping, Keeping::Refused(Refused::Full));
    assert_eq!(store.cell(ENVELOPE).as_deref(), Some("}{"));
}

#[test]
fn leaves_the_envelope_of_a_newer_version_alone() {
    let newer =
        r#"{"v":2,"rev":1,"savedAt":1,"data":{"drafts":{"q":{"rev":1,"savedAt":1,"text":"theirs"}},"settings":{}}}"#;
    let store = Shared::holding(newer);
    let (mut tab, opened) = store.tab();
    assert_eq!((opened.keeping, opened.work.drafts["q"].text.as_str()), (Keeping::Newer, "theirs"));
    assert_eq!(tab.keep(&work("mine"), 2).keeping, Keeping::Newer);
    assert_eq!(store.cell(ENVELOPE).as_deref(), Some(newer));
}

#[test]
fn keeps_answers_to_questions_it_does_not_know() {
    let store = Shared::default();
    store.tab().0.keep(&work("my words"), 2);
    let other = Work { drafts: [("other".to_owned(), Kept::default())].into(), ..Work::default() };
    store.tab().0.keep(&other, 3);
    assert_eq!(store.words().as_deref(), Some("my words"));
}

#[test]
fn two_tabs_never_lose_words_without_a_decision() {
    let store = Shared::default();
    let ((mut one, _), (mut two, _)) = (store.tab(), store.tab());
    one.keep(&work("one"), 2);
    let outcome = two.keep(&work("two"), 3);
    assert_eq!(store.words().as_deref(), Some("one"));
    assert_eq!(outcome.conflicts[0].theirs.kept.text, "one");
    assert_eq!(two.keep(&work("two more"), 4).conflicts.len(), 1, "asked until somebody decides");
    two.settle(outcome.conflicts[0].clone());
    assert_eq!(two.keep(&work("two more"), 5).conflicts, []);
    assert_eq!(store.words().as_deref(), Some("two more"));
    assert_eq!(one.keep(&work("one"), 6).conflicts.len(), 1);
}

#[test]
fn two_tabs_with_different_wishes_fall_silent() {
    let store = Shared::default();
    let ((mut one, _), (mut two, _)) = (store.tab(), store.tab());
    let open = |id: &str| Work { open: Some(id.to_owned()), ..Work::default() };
    one.keep(&open("a"), 2);
    two.keep(&open("b"), 3);
    let written = store.cell(ENVELOPE);
    one.keep(&open("a"), 4);
    two.keep(&open("b"), 5);
    assert_eq!(store.cell(ENVELOPE), written);
}

#[test]
fn a_clock_that_runs_backwards_changes_nothing() {
    let store = Shared::default();
    let (mut tab, _) = store.tab();
    tab.keep(&work("my"), 100);
    assert_eq!(tab.keep(&work("my words"), 50).keeping, Keeping::Kept);
    assert_eq!(store.words().as_deref(), Some("my words"));
}
