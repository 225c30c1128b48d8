//! Draws from templates: text that looks like the page, with a hole `{}` for whatever changes.
//!
//! Yew's own `html!` writes out the making of each element in place, some hundred bytes of program for each: the views
//! of this page came to 80 KB of it. A template costs its own letters, and one small reader here makes the elements.
//! Templates are checked when the program is compiled: nesting, the names of attributes, and the number of holes.
//!
//! A hole stands in the text, in the quotes of an attribute, or for a whole attribute (`aria-current={}`, which is left
//! out when the hole is filled with nothing). A hole between elements keeps its place when it is empty, so that what
//! stands after it is not drawn anew. Four attributes are no words: `onclick={}`, or `on` and any other event, takes a
//! listener; `ref={}` a reference; `key={}` what tells an element from the one before it; and `style='…'` is set
//! through the style object, because the page's policy refuses it as an attribute.

mod check;
mod holes;

use std::borrow::Cow;
use std::rc::Rc;
use std::vec;

use wasm_bindgen::JsValue;
use web_sys::Event;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, ListenerKind, Listeners, VList, VNode, VTag, VText};
use yew::{Html, NodeRef};

pub use check::check;
pub use holes::{Fill, Hole, Holes};

/// The attributes that templates may have, the frequent ones first: an element has room for those up to its last one.
static NAMES: [&str; 24] = [
    "class",
    STYLE,
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
    "aria-describedby",
    "placeholder",
    "spellcheck",
    "value",
    "selected",
    "checked",
    "disabled",
    "rel",
    "target",
];

const STYLE: &str = "style";

/// Draws a template: `view!("<p class='soft'>{} words</p>", words)`.
macro_rules! view {
    ($template:expr $(, $hole:expr)* $(,)?) => {{
        const { $crate::ui::dom::check($template, <[&str]>::len(&[$(stringify!($hole)),*])) };
        #[allow(unused_mut)]
        let mut holes = $crate::ui::dom::Holes::default();
        $($crate::ui::dom::Fill::fill($hole, &mut holes);)*
        $crate::ui::dom::draw($template, holes)
    }};
}
pub(crate) use view;

/// One after the other what an iterator draws.
pub fn each(mut drawn: impl Iterator<Item = Html>) -> Html {
    gather(&mut || drawn.next())
}

/// An iterator as a trait object would bring along all its other methods.
#[inline(never)]
fn gather(next: &mut dyn FnMut() -> Option<Html>) -> Html {
    let mut nodes = vec![];
    while let Some(node) = next() {
        nodes.push(node);
    }
    VList::with_children(nodes, None).into()
}

/// What happens on an event; which one, the attribute says.
pub fn on(act: impl Fn(Event) + 'static) -> Hole {
    Hole::On(Box::new(act))
}

struct On {
    event: &'static str,
    act: Box<dyn Fn(Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(self.event.into())
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
pub fn draw(template: &'static str, holes: Holes) -> Html {
    Reader { rest: template, holes: holes.0.into_iter() }.nodes()
}

struct Reader {
    rest: &'static str,
    holes: vec::IntoIter<Hole>,
}

impl Reader {
    /// Nodes up to the end of the element they stand in.
    fn nodes(&mut self) -> Html {
        // Most elements have one node in them, which needs no list.
        let (mut before, mut last, mut text) = (vec![], None, None);
        let mut put = |node: Html| before.extend(last.replace(node));
        loop {
            join(&mut text, self.until(b"<{").into());
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
            text.take().map(words).map(&mut put);
            put(node);
        }
        text.map(words).map(&mut put);
        match last {
            Some(only) if before.is_empty() => only,
            last => {
                before.extend(last);
                VList::with_children(before, None).into()
            }
        }
    }

    fn element(&mut self) -> Html {
        self.skip(1);
        let tag = self.until(b" >");
        let (mut values, mut listeners, mut key, mut reference) = (vec![], vec![], None, NodeRef::default());
        while self.rest.starts_with(' ') {
            self.skip(1);
            let name = self.until(b"=");
            self.skip(1);
            let value = match self.value() {
                Hole::Text(value) if name == "key" => {
                    key = Some((&*value).into());
                    continue;
                }
                Hole::Text(value) if name == STYLE => Some(AttributeOrProperty::Property(JsValue::from_str(&value))),
                Hole::Text(value) => Some(AttributeOrProperty::Attribute(value.into())),
                Hole::On(act) => {
                    let event = name.strip_prefix("on").unwrap_or(name);
                    listeners.push(Some(Rc::new(On { event, act }) as Rc<dyn Listener>));
                    continue;
                }
                Hole::Ref(node) => {
                    reference = node;
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
        let attributes = Attributes::Dynamic { keys, values: values.into() };
        let listeners = if listeners.is_empty() { Listeners::None } else { Listeners::Pending(listeners.into()) };
        let inside = self.nodes();
        self.until(b">");
        self.skip(1);
        // What `html!` writes out too. `VTag::new` would look for fields whose text Yew keeps: the answer is not its own.
        VTag::__new_other(tag.into(), reference, key, attributes, listeners, inside).into()
    }

    /// What stands after the `=` of an attribute.
    fn value(&mut self) -> Hole {
        if !self.rest.starts_with('\'') {
            return self.hole();
        }
        self.skip(1);
        let mut value = None;
        loop {
            join(&mut value, self.until(b"'{").into());
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
    fn until(&mut self, ends: &[u8]) -> &'static str {
        let end = self.rest.bytes().position(|byte| ends.contains(&byte)).unwrap_or(self.rest.len());
        let (before, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        before
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}

/// Puts words after those that are there.
fn join(text: &mut Option<Cow<'static, str>>, more: Cow<'static, str>) {
    match text {
        _ if more.is_empty() => {}
        Some(before) => before.to_mut().push_str(&more),
        None => *text = Some(more),
    }
}

fn words(text: Cow<'static, str>) -> Html {
    VText::new(text).into()
}

#[cfg(test)]
mod tests;
