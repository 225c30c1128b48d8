//! The one reader and writer of the envelope, for any [`Store`].

use super::map::Map;
use super::merge::{Conflict, Merged, Work, merge};
use super::saved::{Entry, Kept, Restored, Saved, Settings, Verdict, restore};
use super::{BROKEN, ENVELOPE, Memory, Refused, Store, digits};

/// Keeps a page's work, and knows what it last found in the store.
pub struct Keeper {
    store: Box<dyn Store>,
    /// Why `store` is only this page's memory, where it is.
    refused: Option<Refused>,
    /// The entries on which this page and the store last agreed.
    seen: Map<String, Entry>,
    /// What this page last wanted kept beside the answers.
    wanted: (Option<String>, Settings),
}

/// What a page finds when it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// All that could be read.
    pub work: Work,
    /// Whether it will be kept from now on.
    pub keeping: Keeping,
    /// The bytes that could not be read, or not wholly, and the fields that were left out.
    pub damage: Option<Damage>,
}

/// What was wrong with the stored bytes. They are set aside, or where that is impossible left in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The bytes as they were.
    pub bytes: String,
    /// Paths of the fields that could not be read; empty when nothing could.
    pub dropped: Vec<String>,
}

/// Whether work survives a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It does.
    Kept,
    /// It does not: the store refused.
    Refused(Refused),
    /// It does not: what is stored comes from a newer version of this page and is left alone.
    Newer,
    /// The rest does, but one answer is longer than [`super::LONGEST_DRAFT`].
    TooLong,
}

/// What became of keeping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whether it is kept.
    pub keeping: Keeping,
    /// Answers another tab wrote, to be taken over.
    pub fresh: Map<String, Kept>,
    /// Answers changed here and there.
    pub conflicts: Vec<Conflict>,
    /// Set when bytes that could not be read were found, this time.
    pub damage: Option<Damage>,
}

/// What lies in the store, and why it must not be written over, where it must not.
struct Found {
    saved: Saved,
    damage: Option<Damage>,
    hands_off: Option<Keeping>,
}

impl Keeper {
    /// Reads what is kept, at `now`, milliseconds since 1970. `store` is what could be opened, or why it could not.
    pub fn open(store: Result<Box<dyn Store>, Refused>, now: u64) -> (Keeper, Opened) {
        let (store, refused): (Box<dyn Store>, _) = match store {
            Ok(store) => (store, None),
            Err(refused) => (Box::<Memory>::default(), Some(refused)),
        };
        let mut keeper = Keeper { store, refused, seen: Map::default(), wanted: Default::default() };
        let found = keeper.find().unwrap_or_else(|refused| Found {
            saved: Saved::default(),
            damage: None,
            hands_off: Some(Keeping::Refused(refused)),
        });
        let work = Work::from(&found.saved);
        keeper.wanted = (work.open.clone(), work.settings.clone());
        let mut keeping = found.hands_off.unwrap_or_else(|| keeper.well());
        if found.damage.is_some() && keeping == Keeping::Kept {
            keeping = keeper.write(&found.saved, now).map_or_else(Keeping::Refused, |()| Keeping::Kept);
        }
        keeper.seen = found.saved.drafts;
        let opened = Opened { work, keeping, damage: found.damage };
        (keeper, opened)
    }

    /// Keeps `mine` at `now`, milliseconds since 1970, and tells what other tabs did meanwhile. Writes only where
    /// there is something new; after a refusal the next call tries again.
    pub fn keep(&mut self, mine: &Work, now: u64) -> Outcome {
        self.try_keep(mine, now).unwrap_or_else(|keeping| Outcome {
            keeping,
            fresh: Map::default(),
            conflicts: vec![],
            damage: None,
        })
    }

    /// A person has decided about a conflict: from now on this page counts as having seen the other tab's words, so
    /// that whatever it holds may be written over them.
    pub fn settle(&mut self, conflict: Conflict) {
        self.seen.insert(conflict.question, conflict.theirs);
    }

    fn try_keep(&mut self, mine: &Work, now: u64) -> Result<Outcome, Keeping> {
        let Found { saved: theirs, damage, hands_off } = self.find().map_err(Keeping::Refused)?;
        if let Some(why) = hands_off {
            return Err(why);
        }
        let Merged { mut saved, mut changed, fresh, conflicts, too_long } = merge(&self.seen, mine, theirs, now);
        // Where two tabs want different things the last wish holds, and a tab that wishes nothing new stays silent:
        // else each would answer the other for ever.
        if mine.open != self.wanted.0 && mine.open != saved.open {
            saved.open.clone_from(&mine.open);
            changed = true;
        }
        if mine.settings != self.wanted.1 && mine.settings != saved.settings {
            saved.settings = mine.settings.clone();
            changed = true;
        }
        if changed || damage.is_some() {
            self.write(&saved, now).map_err(Keeping::Refused)?;
        }
        let undecided = |id: &String| conflicts.iter().any(|conflict| conflict.question == *id);
        for (id, entry) in saved.drafts {
            if !undecided(&id) {
                self.seen.insert(id, entry);
            }
        }
        self.wanted = (mine.open.clone(), mine.settings.clone());
        let keeping = if too_long { Keeping::TooLong } else { self.well() };
        Ok(Outcome { keeping, fresh, conflicts, damage })
    }

    fn well(&self) -> Keeping {
        self.refused.map_or(Keeping::Kept, Keeping::Refused)
    }

    fn write(&self, saved: &Saved, now: u64) -> Result<(), Refused> {
        self.store.write(ENVELOPE, &saved.written(saved.rev.wrapping_add(1), now))
    }

    /// Reads the envelope. Damaged bytes are set aside first; as long as they cannot be, nothing is written over them.
    fn find(&self) -> Result<Found, Refused> {
        let Some(bytes) = self.store.read(ENVELOPE)? else {
            return Ok(Found { saved: Saved::default(), damage: None, hands_off: None });
        };
        let Restored { saved, verdict, dropped } = restore(&bytes);
        Ok(match verdict {
            Verdict::Whole => Found { saved, damage: None, hands_off: None },
            Verdict::Newer => Found { saved, damage: None, hands_off: Some(Keeping::Newer) },
            Verdict::Parts | Verdict::Unreadable => {
                let hands_off = self.set_aside(&bytes).err().map(Keeping::Refused);
                Found { saved, damage: Some(Damage { bytes, dropped }), hands_off }
            }
        })
    }

    /// Puts bytes under the first broken key that is free or already holds them.
    fn set_aside(&self, bytes: &str) -> Result<(), Refused> {
        for number in 1..=9 {
            let key = if number == 1 { BROKEN.to_owned() } else { [BROKEN, ":", &digits(number)].concat() };
            match self.store.read(&key)? {
                None => return self.store.write(&key, bytes),
                Some(there) if there == bytes => return Ok(()),
                Some(_) => {}
            }
        }
        Err(Refused::Full)
    }
}

#[cfg(test)]
mod tests;
