//! What survives a reload.
//!
//! Everything lies under one key, [`ENVELOPE`], as `{v, rev, savedAt, data}`. It comes back through one door,
//! [`restore`], which checks every field on its own and tells what it could not read. Bytes that cannot be read are
//! set aside under [`BROKEN`] before anything is written over them; bytes of a newer version are left alone.
//!
//! [`Keeper`] is the one writer. Before each write it reads what is there, so that two tabs do not overwrite each
//! other's words. A store that refuses is a value ([`Refused`]): the page says so and goes on in memory.
//!
//! To keep one more thing: add a field to [`Saved`] (or [`Settings`]) with its default, read and write it in
//! `saved.rs` or `saved/settings.rs`, and raise [`VERSION`] when an older page must not overwrite it.

mod browser;
pub mod json;
mod keeper;
mod map;
mod memory;
mod merge;
mod saved;

pub use browser::Browser;
pub use json::digits;
pub use keeper::{Damage, Keeper, Keeping, Opened, Outcome};
pub use map::Map;
pub use memory::Memory;
pub use merge::{Conflict, Work};
pub use saved::{Entry, Kept, LONGEST_DRAFT, MOST_VALUES, Restored, Saved, Settings, VERSION, Verdict, restore};

/// The key of the envelope.
pub const ENVELOPE: &str = "comeback";

/// Where bytes that could not be read are set aside; a second one gets `comeback:broken:2`, up to nine.
pub const BROKEN: &str = "comeback:broken";

/// A place that holds text under a key. Every call may be refused.
pub trait Store {
    /// The text under `key`; `None` where there is none.
    ///
    /// # Errors
    /// Tells why the store could not be read.
    fn read(&self, key: &str) -> Result<Option<String>, Refused>;

    /// Puts `text` under `key`, in place of what was there.
    ///
    /// # Errors
    /// Tells why nothing was written; what was there before is still there.
    fn write(&self, key: &str, text: &str) -> Result<(), Refused>;
}

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The browser forbids storage here: cookies blocked, or a sandboxed frame.
    Blocked,
    /// There is no storage at all.
    Absent,
    /// The room given to this site is used up.
    Full,
    /// It said yes, and what came back was not what went in; or it failed without a reason we know.
    Unsound,
}
