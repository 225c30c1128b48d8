//! What stands on the screen, read back from what was drawn.

use std::rc::Rc;

use yew::virtual_dom::VNode;

use crate::ui::desk::draw::{Seen, around};
use crate::ui::desk::state::State;
use crate::ui::desk::table::Table;
use crate::ui::page::Page;
use crate::ui::state::State as Known;

/// What is drawn: its text, and the attributes that lead somewhere or do something.
#[derive(Default)]
pub struct Drawn {
    pub text: String,
    pub links: Vec<String>,
    pub tags: Vec<String>,
    pub ids: Vec<String>,
}

impl Drawn {
    pub fn of((desk, state): (State, Known)) -> Drawn {
        let (table, page) = (Rc::new(Table::default()), Page::new(Box::new(|| ()), None));
        let seen = Seen { table: &table, page: &page, desk: &desk, state: &state };
        let mut drawn = Drawn::default();
        drawn.walk(&around(&seen, &|| "the page".into()));
        drawn
    }

    fn walk(&mut self, node: &VNode) {
        match node {
            VNode::VText(text) => self.text += &text.text,
            VNode::VList(list) => list.iter().for_each(|node| self.walk(node)),
            VNode::VTag(tag) => {
                self.tags.push(tag.tag().to_owned());
                for (name, value) in tag.attributes.iter() {
                    match name {
                        "href" => self.links.push(value.to_owned()),
                        "id" => self.ids.push(value.to_owned()),
                        "value" | "aria-label" => self.text += &[" ", value, " "].concat(),
                        _ => assert!(!name.starts_with("on"), "{name}"),
                    }
                }
                tag.children().into_iter().for_each(|node| self.walk(node));
                if !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            }
            other => panic!("what is {other:?}?"),
        }
    }

    #[track_caller]
    pub fn says(&self, words: &[&str]) -> &Drawn {
        words.iter().for_each(|words| assert!(self.text.contains(words), "{words:?} is missing in:\n{}", self.text));
        self
    }

    #[track_caller]
    pub fn hides(&self, words: &[&str]) -> &Drawn {
        words.iter().for_each(|words| assert!(!self.text.contains(words), "{words:?} stands in:\n{}", self.text));
        self
    }
}
