//! The page: one reducer holds what is true, `components/` draws it, `edge/` binds it to the browser.
//!
//! To add a part of the page: one file in `components/` with a function of what it draws, and one [`Wish`] for each
//! thing a person can do in it. Nothing here judges an answer, and no question or message text lives here.
//!
//! [`Wish`]: state::Wish

pub(crate) mod components;
mod desk;
pub(crate) mod dom;
pub mod draft;
pub mod edge;
pub mod extra;
pub mod find;
pub mod fold;
pub mod followup;
pub mod labels;
pub mod marks;
pub mod news;
pub mod page;
pub mod rating;
pub mod search;
pub mod shape;
pub mod state;
pub mod stem;
mod textarea;
pub mod title;
pub mod utf16;
pub mod wording;
#[cfg(not(target_family = "wasm"))]
pub mod written;

use std::rc::Rc;

pub use components::app::{App, Seat};
pub use desk::Desk;
use extra::{Extra, WHOLE};

/// The element that index.html leaves for the page; what stands in it until then is the text for browsers in which
/// this program cannot run.
const MOUNT: &str = "comeback";

/// Starts the page.
pub fn start() {
    begin(Seat::default());
}

/// Starts the page with everything for sharing.
pub fn start_whole() {
    // Where this is not the whole program, nobody calls this; a compiler that does not know would keep the desk for it.
    begin(Seat { extra: WHOLE.then(|| Rc::new(Desk::default()) as Rc<dyn Extra>) });
}

fn begin(seat: Seat) {
    let mount = web_sys::window().and_then(|window| window.document()?.get_element_by_id(MOUNT));
    if let Some(mount) = mount {
        yew::Renderer::<App>::with_root_and_props(mount, seat).render();
    }
}
