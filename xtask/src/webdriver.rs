//! A small WebDriver client: just the calls that our tests, figures and pictures need.
//!
//! What WebDriver has no word for stands in a file for each engine: the console, composing, the size of the inside of
//! the window. A session says what it may and calls the file of its engine.

mod capabilities;
mod chromium;
mod driver;
mod firefox;
mod http;
mod inspector;
mod places;
mod screen;
mod session;
mod trap;
mod wait;

pub use driver::Driver;
pub use session::{Options, Session};
pub use wait::{until, until_within};

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
