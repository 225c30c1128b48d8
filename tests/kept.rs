//! Properties of what is kept and of links: they hold for any bytes and any order of events.
#![cfg(not(target_family = "wasm"))]

use std::cell::RefCell;
use std::rc::Rc;

use comeback::share::{Place, fragment_of, place_in};
use comeback::store::json::{Json, parse};
use comeback::store::{
    Entry, Keeper, Keeping, Kept, Memory, Outcome, Refused, Restored, Saved, Settings, Store, Verdict, Work, restore,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

fn entry() -> impl Strategy<Value = Entry> {
    (any::<String>(), option::of(any::<u8>()), any::<u64>(), any::<u64>())
        .prop_map(|(text, step, rev, saved_at)| Entry { kept: Kept { text, step }, rev, saved_at })
}

fn saved() -> impl Strategy<Value = Saved> {
    let id = "[a-z0-9-]{1,64}";
    let settings = (any::<(bool, bool)>(), option::of(id), btree_set(id, 0..=3)).prop_map(
        |((hide_numbers, all_marks), interviewer, values)| Settings {
            hide_numbers,
            all_marks,
            interviewer,
            values: values.into_iter().collect(),
        },
    );
    (any::<u64>(), any::<u64>(), btree_map(any::<String>(), entry(), 0..5), option::of(any::<String>()), settings)
        .prop_map(|(rev, saved_at, drafts, open, settings)| Saved {
            rev,
            saved_at,
            drafts: drafts.into_iter().collect(),
            open,
            settings,
        })
}

/// Two tabs on one storage.
#[derive(Clone, Default)]
struct Shared(Rc<Memory>);

impl Store for Shared {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        self.0.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.write(key, text)
    }
}

struct Tab {
    keeper: Keeper,
    text: String,
    /// All that was ever on this tab's screen.
    seen: Vec<String>,
}

#[derive(Clone, Debug)]
enum Event {
    Types(usize, String),
    Keeps(usize),
    /// Keeps, and decides what to do where the other tab was faster: true = take theirs.
    Decides(usize, bool),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0..2usize, "[a-c]{0,2}").prop_map(|(tab, text)| Event::Types(tab, text)),
        (0..2usize).prop_map(Event::Keeps),
        (0..2usize, any::<bool>()).prop_map(|(tab, theirs)| Event::Decides(tab, theirs)),
    ]
}

impl Tab {
    fn keep(&mut self) -> Outcome {
        let drafts = [("q".to_owned(), Kept { text: self.text.clone(), step: None })].into();
        let outcome = self.keeper.keep(&Work { drafts, open: Some("q".into()), ..Work::default() }, 1);
        if let Some(kept) = outcome.fresh.get("q") {
            self.shows(kept.text.clone());
        }
        outcome
    }

    fn shows(&mut self, text: String) {
        self.seen.push(text.clone());
        self.text = text;
    }
}

proptest! {
    #[test]
    fn what_is_written_comes_back_whole(saved in saved()) {
        let expected = Restored { saved: saved.clone(), verdict: Verdict::Whole, dropped: vec![] };
        prop_assert_eq!(restore(&saved.to_json()), expected);
    }

    /// What we write, any library reads; what a library writes, we read.
    #[test]
    fn our_json_is_json(saved in saved(), name in any::<String>(), text in any::<String>(), number in any::<u64>()) {
        let envelope: Value = serde_json::from_str(&saved.to_json()).unwrap();
        for (id, entry) in saved.drafts.iter() {
            prop_assert_eq!(&envelope["data"]["drafts"][id]["text"], &entry.kept.text);
        }
        let theirs = serde_json::json!({ &name: { "text": text, "number": number, "list": [null, -1.5, true] } });
        let inner = vec![
            ("list".to_owned(), Json::List(vec![Json::Null, Json::Number(None), Json::Bool(true)])),
            ("number".to_owned(), Json::Number(Some(number))),
            ("text".to_owned(), Json::Text(text)),
        ];
        let ours = Some(Json::Object(vec![(name, Json::Object(inner))]));
        prop_assert_eq!(&parse(&theirs.to_string()), &ours);
        prop_assert_eq!(&parse(&serde_json::to_string_pretty(&theirs).unwrap()), &ours);
    }

    /// What a library refuses, we refuse, and the other way round; but for numbers, which we forgive.
    #[test]
    fn we_refuse_what_is_no_json(text in r#"(\[|\]|\{|\}|:|,|"|\\|\\u00e9|a|true|null| |12|\n){0,12}"#) {
        prop_assert_eq!(parse(&text).is_some(), serde_json::from_str::<Value>(&text).is_ok(), "{}", text);
    }

    #[test]
    fn any_text_is_restored_to_something(text in any::<String>()) {
        restore(&text);
    }

    /// Damage in one place: whatever is still an envelope keeps its answers, and what changed is named.
    #[test]
    fn a_cut_or_altered_envelope_never_passes_as_another(saved in saved(), at in any::<prop::sample::Index>(), put in ".{0,3}") {
        let json = saved.to_json();
        let at = at.get(&json.char_indices().collect::<Vec<_>>()).0;
        let cut = restore(&json[..at]);
        prop_assert_eq!(cut.verdict, Verdict::Unreadable);
        restore(&format!("{}{put}{}", &json[..at], &json[at..]));
    }

    /// An older envelope that lacks fields gets their defaults and loses nothing else.
    #[test]
    fn missing_fields_get_their_defaults(text in any::<String>(), id in "[a-z-]{1,20}") {
        let json = serde_json::json!({ "v": 1, "data": { "drafts": { &id: { "text": text } } } }).to_string();
        let restored = restore(&json);
        prop_assert_eq!(restored.verdict, Verdict::Parts);
        let drafts = [(id, Entry { kept: Kept { text, step: None }, ..Entry::default() })].into();
        prop_assert_eq!(restored.saved, Saved { drafts, ..Saved::default() });
    }

    /// Whatever two tabs do, no tab writes over words it has not had on its screen or been asked about.
    #[test]
    fn no_words_are_overwritten_unseen(events in vec(event(), 0..30)) {
        let store = Shared::default();
        let tab = || Tab {
            keeper: Keeper::open(Ok(Box::new(store.clone())), 1).0, text: String::new(), seen: vec![String::new()],
        };
        let tabs = [RefCell::new(tab()), RefCell::new(tab())];
        let stored = || {
            let bytes = store.read(comeback::store::ENVELOPE).ok().flatten().unwrap_or_default();
            restore(&bytes).saved.drafts.get("q").map_or(String::new(), |entry| entry.kept.text.clone())
        };
        for event in events {
            let before = stored();
            let (Event::Types(index, _) | Event::Keeps(index) | Event::Decides(index, _)) = event;
            let mut tab = tabs[index].borrow_mut();
            match event {
                Event::Types(_, text) => tab.shows(text),
                Event::Keeps(_) => {
                    let outcome = tab.keep();
                    prop_assert_eq!(outcome.keeping, Keeping::Kept);
                    prop_assert_eq!(outcome.conflicts.is_empty(), stored() == tab.text);
                }
                Event::Decides(_, theirs) => {
                    for conflict in tab.keep().conflicts {
                        tab.seen.push(conflict.theirs.kept.text.clone());
                        if theirs {
                            tab.shows(conflict.theirs.kept.text.clone());
                        }
                        tab.keeper.settle(conflict);
                    }
                    prop_assert!(tab.keep().conflicts.is_empty());
                    prop_assert_eq!(stored(), tab.text.clone());
                }
            }
            prop_assert!(stored() == before || tab.seen.contains(&before), "{before:?} was lost");
        }
    }

    #[test]
    fn a_link_opens_the_place_it_was_made_for(id in "[a-z0-9-]{1,64}", more in "[a-z=&]{0,9}") {
        for place in [Place::Question(id.clone()), Place::Guide(id.clone()), Place::Sample(id)] {
            prop_assert_eq!(place_in(&fragment_of(&place)), Some(place.clone()));
            prop_assert_eq!(place_in(&format!("{}&{more}", fragment_of(&place))), Some(place));
        }
    }

    #[test]
    fn any_fragment_is_read_and_what_is_read_is_short(fragment in any::<String>()) {
        if let Some(Place::Question(id) | Place::Guide(id) | Place::Sample(id)) = place_in(&fragment) {
            prop_assert!((1..=64).contains(&id.chars().count()));
        }
    }
}
