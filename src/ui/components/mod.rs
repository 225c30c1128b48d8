//! What is drawn, one part of the page a file.
//!
//! Most parts are plain functions of a [`Scene`]: they keep nothing of their own, and each component costs its
//! readers some kilobytes. A part becomes a component only where it needs the browser between two drawings.

pub mod app;
mod bar;
mod card;
mod coach;
mod criteria;
mod editor;
mod finding;
mod legend;
mod marked;
mod meter;
mod notice;
mod start;
mod strip;
mod sum;
mod top;
mod work;

use std::rc::Rc;

use comeback_engine::rubric::StepSpec;
use comeback_engine::{Report, Span};
use web_sys::Event;
use yew::virtual_dom::{Listener, ListenerKind};
use yew::{Html, NodeRef, UseReducerDispatcher};

use crate::content::{Question, RUBRIC};
use crate::ui::dom::{Hole, each, view};
use crate::ui::draft::Draft;
use crate::ui::state::{Action, Fold, State};
use crate::ui::{stem, textarea};

/// One open question, as the parts of its page see it.
struct Scene<'a> {
    /// The page.
    page: &'a Page,
    /// What the page knows.
    state: &'a State,
    /// The open question.
    question: &'static Question,
    /// What is drawn of its draft: the latest, or for the coach the one that rested last.
    draft: &'a Draft,
}

impl Scene<'_> {
    /// The shown next step.
    fn step(&self) -> Option<&'static StepSpec> {
        step(self.draft)
    }

    /// A button in the coach's voice.
    fn link(&self, name: &'static str, click: Click) -> Html {
        view!("<button class='link' type='button' onclick={}>{}</button>", self.page.on(click), name)
    }

    /// A button that opens and closes a part of the page.
    fn fold(&self, name: &'static str, fold: Fold) -> Html {
        let open = self.state.folds.has(fold);
        self.unfold(name, open, Action::Fold(fold))
    }

    /// A button that says whether what it opens is open.
    fn unfold(&self, name: &'static str, open: bool, action: Action) -> Html {
        view!(
            "<button class='link chev' type='button' aria-expanded={} onclick={}>{}</button>",
            truth(open),
            self.page.on(Click::Send(action)),
            name
        )
    }

    /// A button that puts a stem into the answer; nothing where there is no stem.
    fn insert(&self, stem: &'static str) -> Html {
        if stem.is_empty() {
            return Html::default();
        }
        self.link("Insert stem", Click::Insert(self.draft.report.clone(), stem))
    }
}

/// What a click does.
#[derive(Clone)]
enum Click {
    /// Sends an action.
    Send(Action),
    /// Shows words of the answer where they were typed.
    Show(Span),
    /// Opens the card of a finding and shows its words where they were typed.
    Mark(usize, Span),
    /// The same on the way from mark to mark: the keyboard stays where it is.
    Walk(usize, Span),
    /// Puts a stem into the answer, whose sentences the report knows.
    Insert(Rc<Report>, &'static str),
}

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
    fn send(&self, action: Action) {
        self.dispatch.dispatch(action);
    }

    /// A click.
    fn on(&self, click: Click) -> Hole {
        Hole::On(Rc::new(Pressed { page: self.clone(), click }))
    }

    fn click(&self, click: &Click) {
        match click {
            Click::Send(action) => return self.send(action.clone()),
            Click::Walk(finding, span) => {
                self.send(Action::Mark(Some(*finding)));
                return textarea::select(&self.editor, *span, false);
            }
            // What happens in the editor is seen in the editor.
            _ => self.send(Action::Sheet(false)),
        }
        match click {
            Click::Send(_) | Click::Walk(..) => {}
            Click::Show(span) => textarea::select(&self.editor, *span, true),
            Click::Mark(finding, span) => {
                self.send(Action::Mark(Some(*finding)));
                textarea::select(&self.editor, *span, true);
            }
            Click::Insert(report, stem) => textarea::insert(&self.editor, &report.parts, stem),
        }
    }
}

/// A click where it may happen.
struct Pressed {
    page: Page,
    click: Click,
}

impl Listener for Pressed {
    fn kind(&self) -> ListenerKind {
        ListenerKind::onclick
    }

    fn handle(&self, _: Event) {
        self.page.click(&self.click);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The next step that stands beside a draft.
fn step(draft: &Draft) -> Option<&'static StepSpec> {
    draft.step.and_then(|step| RUBRIC.steps.get(usize::from(step)))
}

/// A truth value as attributes write it.
fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Quoted words of the answer.
fn quoted(words: &str) -> String {
    ["“", words, "”"].concat()
}

/// A stem with its gaps drawn; nothing where there is none.
fn gaps(text: &'static str) -> Html {
    let gap = || view!("<span class='gap'><span class='hide'>…</span></span>");
    let mut pieces = text.split(stem::GAP);
    let first = pieces.next().unwrap_or_default();
    let rest = each(&mut pieces.map(|piece| view!("{}{}", gap(), piece)));
    optional(!text.is_empty(), || view!("<p class='stem'>{}{}</p>", first, rest))
}

/// What is drawn only at times.
fn optional(drawn: bool, draw: impl FnOnce() -> Html) -> Html {
    if drawn { draw() } else { Html::default() }
}
