//! Draws from templates: text that looks like the page, with a hole `{}` for whatever changes.
//!
//! Yew's own `html!` writes out the making of each element in place, some hundred bytes of program for each: the views
//! of this page came to 80 KB of it. A template costs its own letters, and one small reader here makes the elements.
//! Templates are checked when the program is compiled: nesting, the names of attributes, and the number of holes.
//!
//! A hole stands in the text, in the quotes of an attribute, or for a whole attribute (`aria-current={}`, which is left
//! out when the hole is filled with nothing; `onclick={}` takes a listener, `ref={}` a reference). A hole between
//! elements keeps its place when it is empty, so that what stands after it is not drawn anew.

mod check;

use std::rc::Rc;
use std::vec;

use web_sys::Event;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VComp, VList, VNode, VTag, VText,
};
use yew::{AttrValue, BaseComponent, Html, NodeRef};

pub use check::check;

/// The attributes that templates may have, the frequent ones first: an element has room for those up to its last one.
static NAMES: [&str; 15] = [
    "class",
    "data-w",
    "aria-hidden",
    "type",
    "aria-expanded",
    "role",
    "tabindex",
    "aria-label",
    "id",
    "href",
    "for",
    "aria-pressed",
    "aria-current",
    "aria-disabled",
    "aria-labelledby",
];

/// Draws a template: `view!("<p class='soft'>{} words</p>", words)`.
macro_rules! view {
    ($template:expr $(, $hole:expr)* $(,)?) => {{
        const { $crate::ui::dom::check($template, <[&str]>::len(&[$(stringify!($hole)),*])) };
        $crate::ui::dom::draw($template, vec![$($crate::ui::dom::Hole::from($hole)),*])
    }};
}
pub(crate) use view;

/// What fills a hole.
#[derive(Default)]
pub enum Hole {
    /// Nothing.
    #[default]
    Nothing,
    /// Words, joined with the words around them.
    Text(AttrValue),
    /// What has been drawn already.
    Node(Html),
    /// What happens on an event.
    On(Rc<dyn Listener>),
    /// Where the element is to be known.
    Ref(NodeRef),
}

impl From<&'static str> for Hole {
    fn from(text: &'static str) -> Hole {
        Hole::Text(AttrValue::Static(text))
    }
}

impl From<String> for Hole {
    fn from(text: String) -> Hole {
        Hole::Text(text.into())
    }
}

impl From<u32> for Hole {
    #[inline(never)]
    fn from(number: u32) -> Hole {
        number.to_string().into()
    }
}

impl From<usize> for Hole {
    fn from(number: usize) -> Hole {
        (number as u32).into()
    }
}

impl From<Html> for Hole {
    fn from(node: Html) -> Hole {
        Hole::Node(node)
    }
}

impl From<&NodeRef> for Hole {
    fn from(node: &NodeRef) -> Hole {
        Hole::Ref(node.clone())
    }
}

impl<T: Into<Hole>> From<Option<T>> for Hole {
    fn from(filled: Option<T>) -> Hole {
        filled.map_or(Hole::Nothing, Into::into)
    }
}

/// One after the other what an iterator draws.
#[inline(never)]
pub fn each(drawn: &mut dyn Iterator<Item = Html>) -> Html {
    let mut nodes = vec![];
    for node in drawn {
        nodes.push(node);
    }
    VList::with_children(nodes, None).into()
}

/// A component.
pub fn part<C: BaseComponent>(props: C::Properties, key: Option<Key>) -> Html {
    VComp::new::<C>(Rc::new(props), key).into()
}

/// A listener for any event.
#[inline(never)]
pub fn on(kind: ListenerKind, act: Box<dyn Fn(Event)>) -> Hole {
    Hole::On(Rc::new(On { kind, act }))
}

struct On {
    kind: ListenerKind,
    act: Box<dyn Fn(Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        (self.act)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Draws a template with so many holes; use [`view!`], which checks it.
#[inline(never)]
pub fn draw(template: &'static str, holes: Vec<Hole>) -> Html {
    Reader { rest: template, holes: holes.into_iter() }.nodes()
}

struct Reader {
    rest: &'static str,
    holes: vec::IntoIter<Hole>,
}

impl Reader {
    /// Nodes up to the end of the element they stand in.
    fn nodes(&mut self) -> Html {
        let (mut nodes, mut text) = (vec![], None);
        loop {
            join(&mut text, self.until(b"<{"));
            let node = match self.rest.as_bytes() {
                [b'{', ..] => match self.hole() {
                    Hole::Text(more) => {
                        join(&mut text, more);
                        continue;
                    }
                    Hole::Node(node) => node,
                    _ => VNode::default(),
                },
                [] | [b'<', b'/', ..] => break,
                _ => self.element(),
            };
            nodes.extend(text.take().map(|text| VText::new(text).into()));
            nodes.push(node);
        }
        nodes.extend(text.map(|text| VText::new(text).into()));
        match nodes.pop() {
            Some(only) if nodes.is_empty() => only,
            last => {
                nodes.extend(last);
                VList::with_children(nodes, None).into()
            }
        }
    }

    fn element(&mut self) -> Html {
        self.skip(1);
        let mut tag = VTag::new(self.until(b" >"));
        let (mut values, mut listeners) = (vec![], vec![]);
        while self.rest.starts_with(' ') {
            self.skip(1);
            let name = self.until(b"=");
            self.skip(1);
            let value = match self.value() {
                Hole::Text(value) => Some(AttributeOrProperty::Attribute(value)),
                Hole::On(listener) => {
                    listeners.push(Some(listener));
                    continue;
                }
                Hole::Ref(reference) => {
                    tag.node_ref = reference;
                    continue;
                }
                _ => None,
            };
            if let Some(index) = NAMES.iter().position(|known| *known == name) {
                values.resize(values.len().max(index + 1), None);
                values[index] = value;
            }
        }
        self.skip(1);
        let keys = NAMES.get(..values.len()).unwrap_or_default();
        tag.set_attributes(Attributes::Dynamic { keys, values: values.into() });
        tag.set_listeners(listeners.into());
        let inside = self.nodes();
        self.until(b">");
        self.skip(1);
        if let Some(children) = tag.children_mut() {
            *children = inside;
        }
        tag.into()
    }

    /// What stands after the `=` of an attribute.
    fn value(&mut self) -> Hole {
        if !self.rest.starts_with('\'') {
            return self.hole();
        }
        self.skip(1);
        let mut value = None;
        loop {
            join(&mut value, self.until(b"'{"));
            if !self.rest.starts_with('{') {
                break;
            }
            if let Hole::Text(more) = self.hole() {
                join(&mut value, more);
            }
        }
        self.skip(1);
        Hole::Text(value.unwrap_or_default())
    }

    fn hole(&mut self) -> Hole {
        self.skip(2);
        self.holes.next().unwrap_or_default()
    }

    /// The template up to one of these characters or its end.
    fn until(&mut self, ends: &[u8]) -> AttrValue {
        let end = self.rest.bytes().position(|byte| ends.contains(&byte)).unwrap_or(self.rest.len());
        let (before, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        AttrValue::Static(before)
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}

/// Puts words after those that are there.
fn join(text: &mut Option<AttrValue>, more: AttrValue) {
    if !more.is_empty() {
        *text = Some(match text.take() {
            Some(before) => [&*before, &*more].concat().into(),
            None => more,
        });
    }
}

#[cfg(test)]
mod tests;
