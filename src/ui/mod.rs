//! The page: one reducer holds what is true, `components/` draws it, `edge/` binds it to the browser.
//!
//! To add a part of the page: one file in `components/` with a function of what it draws, and one [`Wish`] for each
//! thing a person can do in it. Nothing here judges an answer, and no question or message text lives here.
//!
//! [`Wish`]: state::Wish

pub(crate) mod components;
#[cfg(any(feature = "whole", not(target_family = "wasm")))]
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

pub use components::app::{App, Seat};
#[cfg(any(feature = "whole", not(target_family = "wasm")))]
pub use desk::Desk;

/// The element that index.html leaves for the page; what stands in it until then is the text for browsers in which
/// this program cannot run.
const MOUNT: &str = "comeback";

/// Starts the page that this document was made for.
pub fn start(seat: Seat) {
    let mount = web_sys::window().and_then(|window| window.document()?.get_element_by_id(MOUNT));
    if let Some(mount) = mount {
        yew::Renderer::<App>::with_root_and_props(mount, seat).render();
    }
}
