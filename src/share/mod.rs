//! What a link carries. Pure: text in, text out; `docs/share-format.md` tells the format to whoever writes another reader.
//!
//! What stands behind `#` never leaves the browser by itself. Every link names its question as `q=<id>` ([`Place`]),
//! first, so that a page of any age opens that question whatever else it cannot read, also where a mail program has cut
//! the link off. Beside it one of these may stand, each as `<key>=<version>.<packed>`:
//!
//! | key | who to whom | type |
//! |---|---|---|
//! | `c` | coach: what to practise, and how | [`Task`] |
//! | `a` | student: an answer to be read | [`Answer`] |
//! | `r` | coach: levels and comments on that answer; also as a file | [`Review`] |
//!
//! A link comes from anywhere. So what is read is [`Unverified`] by type, has a length that a page can show, and says
//! what it could not take ([`Missed`]) or why it could not be read at all ([`Trouble`]). Nothing here fails otherwise.
//!
//! To carry one more field: write it and take it in the type's own file, leave it out where it has its default, and add
//! it to `docs/share-format.md`. Older pages pass over it. Raise the type's version only when a page that passes over
//! the field would say something wrong.

mod answer;
mod attach;
mod base64;
mod coach;
mod coder;
mod fields;
mod model;
mod pack;
mod place;
mod qr;
mod review;
mod sealed;
mod written;

pub use answer::{Answer, answer_in};
pub use attach::{Attached, attach};
pub use coach::{CoachLink, Task, task_in};
pub use fields::{Known, Missed, Received, Unverified};
pub use place::{Place, fragment_of, place_in};
pub use qr::{Code, qr};
pub use review::{Comment, Review, fingerprint, review_from, review_in};
pub use sealed::{LONGEST_COACH_LINK, LONGEST_LINK, LONGEST_TEXT, Trouble, Unfit};
