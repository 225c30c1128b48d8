//! What fills the holes of a template.

use std::borrow::Cow;

use web_sys::Event;
use yew::{Html, NodeRef};

use crate::ui::labels;

/// What fills a hole.
#[derive(Default)]
pub enum Hole {
    /// Nothing.
    #[default]
    Nothing,
    /// Words, joined with the words around them.
    Text(Cow<'static, str>),
    /// What has been drawn already.
    Node(Html),
    /// What happens on an event.
    On(Box<dyn Fn(Event)>),
    /// Where the element is to be known.
    Ref(NodeRef),
}

/// What fills the holes of a template, in order.
#[derive(Default)]
pub struct Holes(pub(super) Vec<Hole>);

impl Holes {
    #[inline(never)]
    fn put(&mut self, hole: Hole) {
        self.0.push(hole);
    }
}

/// What can fill a hole. Each kind is a function of its own that is called where a template is drawn: written out in
/// every place, this is a good part of the program.
pub trait Fill {
    /// Fills the next hole.
    fn fill(self, holes: &mut Holes);
}

impl Fill for Hole {
    fn fill(self, holes: &mut Holes) {
        holes.put(self);
    }
}

impl Fill for &'static str {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.put(Hole::Text(self.into()));
    }
}

impl Fill for String {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.put(Hole::Text(self.into()));
    }
}

impl Fill for u32 {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        labels::number(self).fill(holes);
    }
}

impl Fill for usize {
    fn fill(self, holes: &mut Holes) {
        (self as u32).fill(holes);
    }
}

impl Fill for Html {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        holes.put(Hole::Node(self));
    }
}

impl Fill for &NodeRef {
    fn fill(self, holes: &mut Holes) {
        holes.put(Hole::Ref(self.clone()));
    }
}

impl<T: Fill> Fill for Option<T> {
    #[inline(never)]
    fn fill(self, holes: &mut Holes) {
        match self {
            Some(filled) => filled.fill(holes),
            None => holes.put(Hole::Nothing),
        }
    }
}
