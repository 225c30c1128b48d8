//! What is drawn, one component a file.

pub mod app;
mod bar;
mod card;
mod coach;
mod criteria;
mod editor;
mod finding;
mod marked;
mod meter;
mod next;
mod notice;
mod start;
mod strip;
mod sum;
mod top;
mod work;

use std::rc::Rc;

use comeback_engine::{Report, Span};
use yew::prelude::*;

use crate::ui::state::{Action, State};
use crate::ui::{stem, textarea};

/// What every part of the page may do: send actions, and point into the editor.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Takes actions.
    pub dispatch: UseReducerDispatcher<State>,
    /// The answer's text area.
    pub editor: NodeRef,
}

impl Page {
    /// Sends one action.
    pub fn send(&self, action: Action) {
        self.dispatch.dispatch(action);
    }

    /// A click that sends one action.
    pub fn on(&self, action: Action) -> Callback<MouseEvent> {
        let page = self.clone();
        Callback::from(move |_| page.send(action.clone()))
    }

    /// A click that shows words of the answer where they were typed.
    pub fn on_show(&self, span: Span) -> Callback<MouseEvent> {
        let page = self.clone();
        Callback::from(move |_| {
            page.send(Action::Sheet(false));
            textarea::select(&page.editor, span, true);
        })
    }

    /// A click that puts a stem into the answer.
    pub fn on_insert(&self, report: Rc<Report>, stem: &'static str) -> Callback<MouseEvent> {
        let page = self.clone();
        Callback::from(move |_| {
            page.send(Action::Sheet(false));
            textarea::insert(&page.editor, &report.parts, stem);
        })
    }
}

/// Quoted words of the answer.
fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// A stem with its gaps drawn.
fn gaps(text: &'static str) -> Html {
    let pieces = text.split(stem::GAP).enumerate();
    pieces
        .map(|(index, piece)| {
            let gap = if index > 0 {
                html! { <span class="gap"><span class="hide">{ "…" }</span></span> }
            } else {
                html! {}
            };
            html! { <>{ gap }{ piece }</> }
        })
        .collect()
}
