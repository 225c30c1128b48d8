//! Other people's pages: what the custom element needs beside the page itself. The scripts `embed.js` and `element.js`
//! do what only a script can (the element's life, its shadow root, its style); all else is here.
//!
//! The element is the same page in another seat: [`Element`] stands between it and a document that belongs to somebody
//! else. What the host writes is read by [`Options`], which takes what it understands and says what it does not.
//!
//! To add an attribute: a field in [`Options`], read there and in `element.js`, and a line in `docs/embed/README.md`.

mod element;
mod events;
mod options;
mod own;
mod store;

pub use element::{Element, Shared};
pub use options::Options;
