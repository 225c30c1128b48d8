//! A small WebDriver client: just the calls that our tests, figures and pictures need, for Chromium only.

mod driver;
mod http;
mod session;
mod wait;

pub use driver::Driver;
pub use session::{Options, Session};
pub use wait::until;

/// Keys that have no character of their own, as WebDriver names them.
pub mod key {
    /// Deletes the character before the caret.
    pub const BACKSPACE: char = '\u{E003}';
    /// Held for shortcuts.
    pub const CONTROL: char = '\u{E009}';
    /// Moves the focus on.
    pub const TAB: char = '\u{E004}';
    /// Presses what has the focus.
    pub const ENTER: char = '\u{E007}';
}
