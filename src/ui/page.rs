//! The one page: it holds the state, and knows what every part of it may do.

use std::borrow::Cow;
use std::cell::{Ref, RefCell};
use std::rc::Rc;

use comeback_engine::Span;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::NodeRef;

use crate::ui::components::notice;
use crate::ui::dom::{Hole, on};
use crate::ui::edge::{Binding, Choice, fetch};
use crate::ui::extra::{Extra, Host, WHOLE};
use crate::ui::state::{Action, Copied, State, Wish};
use crate::ui::textarea;

/// The page.
pub struct Page {
    state: RefCell<State>,
    redraw: Box<dyn Fn()>,
    extra: Option<Rc<dyn Extra>>,
    /// What listens as long as the page lives.
    pub listeners: RefCell<Vec<EventListener>>,
    /// All of the page.
    pub screen: NodeRef,
    /// The answer's text area.
    pub editor: NodeRef,
    /// The store, once it is open.
    pub kept: RefCell<Option<Binding>>,
    /// Runs out when nobody is in the editor any more.
    pub away: RefCell<Option<Timeout>>,
}

/// What a click does.
pub enum Click {
    /// Sends an action.
    Send(Wish),
    /// Shows words of the answer where they were typed.
    Show(Span),
    /// Opens the card of a finding and shows its words where they were typed.
    Mark(usize, Span),
    /// The same on the way from mark to mark: the keyboard stays where it is.
    Walk(usize, Span),
    /// Puts a stem into the answer.
    Insert(Cow<'static, str>),
    /// Copies what a notice offers, and says whether it could.
    Copy(Copied),
    /// Decides about an answer that was changed in two tabs.
    Decide(Choice),
    /// Asks for the library again.
    Fetch,
}

impl Page {
    /// A page that knows nothing yet; `redraw` asks for a new drawing.
    pub fn new(redraw: Box<dyn Fn()>, extra: Option<Rc<dyn Extra>>) -> Rc<Page> {
        Rc::new(Page {
            state: RefCell::default(),
            redraw,
            extra,
            listeners: RefCell::default(),
            screen: NodeRef::default(),
            editor: NodeRef::default(),
            kept: RefCell::default(),
            away: RefCell::default(),
        })
    }

    /// What the page knows. Let go of it before anything is sent.
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// What the whole program adds.
    pub fn extra(&self) -> Option<&dyn Extra> {
        self.extra.as_deref().filter(|_| WHOLE)
    }

    /// Somebody else's page, where this one stands on it.
    pub fn host(&self) -> Option<&dyn Host> {
        self.extra()?.host()
    }

    /// Lets go of the browser. What is on the page has to be kept before.
    pub fn leave(&self) {
        self.listeners.take();
        self.away.take();
        self.kept.take();
    }

    /// Sends one action.
    pub fn send(&self, action: impl Into<Action>) {
        self.take(action.into());
    }

    /// Has the page drawn again: something that it does not hold itself has changed.
    pub fn draw_anew(&self) {
        (self.redraw)();
    }

    #[inline(never)]
    fn take(&self, action: Action) {
        self.state.borrow_mut().reduce(action);
        (self.redraw)();
    }

    /// What a click does, to fill the hole of its attribute.
    #[inline(never)]
    pub fn on(self: &Rc<Page>, click: Click) -> Hole {
        let page = self.clone();
        on(move |_| page.click(&click))
    }

    /// Does what a click does.
    pub fn click(self: &Rc<Page>, click: &Click) {
        match click {
            Click::Send(wish) => self.send(*wish),
            Click::Walk(finding, span) => {
                self.send(Wish::Mark(Some(*finding)));
                textarea::select(&self.editor, *span, false);
            }
            Click::Show(span) => self.show(None, *span),
            Click::Mark(finding, span) => self.show(Some(*finding), *span),
            Click::Insert(stem) => {
                self.send(Wish::Sheet(false));
                let report = self.state().draft().map(|draft| draft.report.clone());
                textarea::insert(&self.editor, report.as_ref().map_or(&[], |report| &report.parts), stem);
            }
            Click::Copy(which) => {
                let text = notice::text(&self.state(), *which);
                self.send(Action::Copied(*which, textarea::copy(&self.screen, &text)));
            }
            Click::Decide(choice) => Binding::decide(self, *choice),
            Click::Fetch => fetch(self),
        }
    }

    /// What happens in the editor is seen in the editor.
    fn show(&self, finding: Option<usize>, span: Span) {
        self.send(Wish::Sheet(false));
        if finding.is_some() {
            self.send(Wish::Mark(finding));
        }
        textarea::select(&self.editor, span, true);
    }
}
