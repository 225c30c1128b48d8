//! What binds the page to the browser: time, focus and widths. Nothing here decides what is shown.

mod address;
mod kept;

pub use address::use_address;
pub use kept::{Choice, use_kept};
