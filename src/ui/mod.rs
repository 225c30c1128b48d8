//! The page: one reducer holds what is true, components draw it, hooks bind it to the browser.
//!
//! To add a component: one file in `components/`, props of `Rc`, `AttrValue` or `&'static`, and one [`Action`] for
//! each thing a person can do in it. Nothing here judges an answer, and no question or message text lives here.
//!
//! [`Action`]: state::Action

pub mod draft;
pub mod hooks;
pub mod labels;
pub mod marks;
pub mod news;
pub mod shape;
pub mod state;
pub mod stem;
pub mod utf16;
