//! Two tabs, one envelope: whose words go where. Pure.

use super::map::Map;
use super::saved::{Entry, Kept, LONGEST_DRAFT, Saved, Settings};

/// What a page wants kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The answers by question id.
    pub drafts: Map<String, Kept>,
    /// The question that is open, or was last.
    pub open: Option<String>,
    /// What the person has chosen.
    pub settings: Settings,
}

impl From<&Saved> for Work {
    fn from(saved: &Saved) -> Work {
        Work {
            drafts: saved.drafts.iter().map(|(id, entry)| (id.clone(), entry.kept.clone())).collect(),
            open: saved.open.clone(),
            settings: saved.settings.clone(),
        }
    }
}

/// An answer that was changed here and in another tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The question's id.
    pub question: String,
    /// What the other tab wrote; it stays in the store until somebody decides.
    pub theirs: Entry,
}

/// The outcome of a merge.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Merged {
    /// What the store should hold.
    pub saved: Saved,
    /// That is not what it holds.
    pub changed: bool,
    /// Answers another tab wrote and this page can take over without losing a word.
    pub fresh: Map<String, Kept>,
    /// Answers on which a person has to decide.
    pub conflicts: Vec<Conflict>,
    /// An answer was longer than [`LONGEST_DRAFT`]: the store keeps its last shorter form.
    pub too_long: bool,
}

/// Puts `mine` over `theirs`, where `seen` holds the entries on which this page and the store last agreed.
///
/// An answer goes in when the store still holds the write this page knows. Another tab's answer comes back as
/// `fresh` when this page has not touched its own and it is not on the screen; else it is a conflict.
pub(super) fn merge(seen: &Map<String, Entry>, mine: &Work, theirs: Saved, now: u64) -> Merged {
    let mut merged =
        Merged { saved: theirs, changed: false, fresh: Map::default(), conflicts: vec![], too_long: false };
    for (id, theirs) in merged.saved.drafts.iter() {
        if !mine.drafts.contains_key(id) && seen.get(id) != Some(theirs) {
            merged.fresh.insert(id.clone(), theirs.kept.clone());
        }
    }
    for (id, kept) in mine.drafts.iter() {
        let seen = seen.get(id);
        let (rev, changed_there) = match merged.saved.drafts.get(id) {
            Some(theirs) if theirs.kept == *kept => continue,
            Some(theirs) => (theirs.rev, seen.map(|seen| seen.rev) != Some(theirs.rev)),
            None => (seen.map_or(0, |seen| seen.rev), false),
        };
        let same_words = |entry: &Entry| entry.kept.text == kept.text;
        match merged.saved.drafts.get(id) {
            Some(theirs) if changed_there && !same_words(theirs) => {
                if seen.is_some_and(same_words) && mine.open.as_ref() != Some(id) {
                    merged.fresh.insert(id.clone(), theirs.kept.clone());
                } else {
                    merged.conflicts.push(Conflict { question: id.clone(), theirs: theirs.clone() });
                }
            }
            _ if kept.text.len() > LONGEST_DRAFT => merged.too_long = true,
            _ => {
                // Wrapping: only sameness is ever asked of a rev, and a forged huge one must not stand still.
                let entry = Entry { kept: kept.clone(), rev: rev.wrapping_add(1), saved_at: now };
                merged.saved.drafts.insert(id.clone(), entry);
                merged.changed = true;
            }
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str, rev: u64) -> (String, Entry) {
        ("q".to_owned(), Entry { kept: Kept { text: text.into(), step: None }, rev, saved_at: 0 })
    }

    fn saved(entries: impl Into<Map<String, Entry>>) -> Saved {
        Saved { drafts: entries.into(), ..Saved::default() }
    }

    fn work(text: &str, open: bool) -> Work {
        let drafts = [("q".to_owned(), Kept { text: text.into(), step: None })].into();
        Work { drafts, open: open.then(|| "q".to_owned()), ..Work::default() }
    }

    #[test]
    fn writes_what_was_typed_over_the_write_it_knows() {
        let merged = merge(&[entry("a", 3)].into(), &work("ab", true), saved([entry("a", 3)]), 5);
        assert_eq!((&*merged.saved.drafts["q"].kept.text, merged.saved.drafts["q"].rev), ("ab", 4));
        assert!(merged.conflicts.is_empty() && merged.fresh.is_empty());
    }

    #[test]
    fn never_writes_over_words_it_has_not_seen() {
        let merged = merge(&[entry("a", 3)].into(), &work("ab", true), saved([entry("another", 4)]), 5);
        assert_eq!(merged.saved.drafts["q"].kept.text, "another");
        assert_eq!(merged.conflicts.len(), 1);
    }

    #[test]
    fn asks_before_it_changes_the_answer_on_the_screen() {
        let merged = merge(&[entry("a", 3)].into(), &work("a", true), saved([entry("another", 4)]), 5);
        assert_eq!((merged.conflicts.len(), merged.fresh.len()), (1, 0));
    }

    #[test]
    fn takes_over_what_another_tab_wrote_elsewhere() {
        let merged = merge(&[entry("a", 3)].into(), &work("a", false), saved([entry("another", 4)]), 5);
        assert_eq!(merged.fresh["q"].text, "another");
        assert!(merged.conflicts.is_empty());
        let merged = merge(&Map::default(), &Work::default(), saved([entry("another", 4)]), 5);
        assert_eq!(merged.fresh["q"].text, "another");
    }

    #[test]
    fn writes_again_what_was_removed_under_it() {
        let merged = merge(&[entry("a", 3)].into(), &work("a", true), Saved::default(), 5);
        assert_eq!(merged.saved.drafts["q"].rev, 4);
    }

    #[test]
    fn leaves_the_last_shorter_form_of_an_answer_that_grew_too_long() {
        let long = "x".repeat(LONGEST_DRAFT + 1);
        let merged = merge(&[entry("a", 3)].into(), &work(&long, true), saved([entry("a", 3)]), 5);
        assert_eq!(merged.saved.drafts["q"].kept.text, "a");
        assert!(merged.too_long);
    }
}
