//! What binds the page to the browser: what is kept, the address, time and widths. Nothing here decides what is shown.

mod address;
mod announcement;
mod kept;
mod rested;
mod widths;

pub use address::use_address;
pub use announcement::use_announcement;
pub use kept::{Choice, use_kept};
pub use rested::use_rested;
pub use widths::use_widths;
