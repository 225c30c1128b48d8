//! What binds the page to the browser: what is kept, the library, the address, time. Nothing here decides what is shown.

mod address;
mod kept;
mod library;
mod rested;

pub use address::{follow, follow_address, show_address, show_title};
pub use kept::{Binding, Choice};
pub use library::fetch;
pub use rested::Rested;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::{Event, EventTarget};

use crate::ui::page::Page;

/// Listens as long as the page lives.
pub fn listen(page: &Page, target: &EventTarget, event: &'static str, act: Box<dyn Fn(&Event)>) {
    page.listeners.borrow_mut().push(EventListener::new(target, event, move |event| act(event)));
}

/// Acts after so many milliseconds, unless what is returned is dropped before.
pub fn later(millis: u32, act: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(millis, act)
}
