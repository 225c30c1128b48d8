//! Does what is done at the desk.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::Event;
use yew::NodeRef;

use super::browser;
use super::home::Home;
use super::reading::Mark;
use super::state::{Replaced, State, View, Wish, address};
use super::task::changed;
use crate::ui::edge::later;
use crate::ui::extra::Host;
use crate::ui::page::Page;
use crate::ui::state::{Action, Kept};
use crate::ui::textarea;

/// The desk: what lies on it, and what it has of the browser.
#[derive(Default)]
pub struct Table {
    state: RefCell<State>,
    /// The text of the answer that is read: words of it are selected there.
    pub text: NodeRef,
    /// Runs out with the second that the clock shows.
    tick: RefCell<Option<Timeout>>,
    /// The view that was drawn last.
    drawn: Cell<Option<View>>,
    /// Where the keyboard goes with the next drawing: a field, or all of the page where what had it is gone.
    then: Cell<Option<Then>>,
    listens: Cell<bool>,
}

/// Where the keyboard goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// To all of the page.
    Screen,
    /// Into this field.
    Field(&'static str),
    /// Into this field, and its text is selected to be copied by hand.
    Selected(&'static str),
}

/// What a click, a key or a chosen file does.
#[derive(Clone, Debug)]
pub enum Act {
    /// What the desk does by itself.
    Wish(Wish),
    /// Copies the text of this field.
    Copy(&'static str, Rc<str>, Gives),
    /// Gives a title and an address to another program.
    HandOn(String, Rc<str>, Gives),
    /// Saves a text under a name.
    Save(&'static str, Rc<str>, Gives),
    /// Comments on the words that are selected.
    Select,
    /// Prints the page.
    Print,
    /// Goes to an answer that is held, with this fragment.
    Reopen(usize, String),
    /// Starts or stops the clock.
    Press,
    /// Closes the task.
    Close,
    /// Shows the feedback to a blind answer.
    Show,
    /// Puts a text in the place of the draft of this question; asks first where that has words.
    Use(&'static str, Rc<str>),
    /// Puts it there, and holds on to the words that were there.
    Replace(&'static str, Rc<str>),
    /// Opens what a person has chosen as a review.
    File,
}

/// Whether the review that is being written is given away by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// It is.
    Review,
    /// Something else is.
    Nothing,
}

impl Table {
    /// What lies on it. Let go of it before anything is done.
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// Takes in what stands behind `#`.
    pub fn arrive(self: &Rc<Table>, page: &Rc<Page>, fragment: &str) {
        let hosted = page.host().is_some();
        let address = {
            let mut state = self.state.borrow_mut();
            let site = page.host().map(Host::site);
            state.home = site.map_or_else(|| Home::of(&browser::address()), Home::beside);
            (state.hosted, state.hands_on, state.saves) = (hosted, browser::hands_on(), browser::saves());
            state.arrive(fragment)
        };
        if let Some(address) = address.filter(|_| !hosted) {
            let replaced = browser::replace(&address);
            self.state.borrow_mut().exposed = !replaced;
        }
        if !hosted && !self.listens.replace(true) {
            let table = self.clone();
            browser::before_leaving(page, move || table.state().holds_unsent());
        }
        self.ask(page);
        page.draw_anew();
    }

    /// Asks the page for what the desk wants of it now, and has drafts judged anew that are judged otherwise.
    pub fn ask(&self, page: &Page) {
        let asked = self.state().asked(&page.state().asked);
        let Some(questions) = changed(&page.state().asked, &asked) else { return };
        page.send(Action::Asked(asked));
        for question in questions {
            let text = page.state().drafts.get(question).map(|draft| draft.text.clone());
            if let Some(text) = text {
                page.send(Action::Typed { question, text, caret: None });
            }
        }
    }

    /// Does it; `event` is what a person did.
    pub fn act(self: &Rc<Table>, page: &Rc<Page>, act: Act, event: &Event) {
        match act {
            Act::Wish(wish) => {
                self.then.set(leads_to(&wish));
                self.wish(page, wish);
            }
            Act::Copy(field, text, gives) => {
                let (table, told) = (self.clone(), page.clone());
                browser::copy(&page.screen, &text, move |copied| table.copied(&told, field, copied, gives));
            }
            Act::HandOn(title, address, gives) => {
                let (table, told) = (self.clone(), page.clone());
                browser::hand_on(&title, &address, move || table.gave(&told, gives));
            }
            Act::Save(name, text, gives) => {
                if browser::save(&page.screen, name, &text) {
                    self.gave(page, gives);
                }
            }
            Act::Select => self.act(page, Act::Wish(Wish::Mark(Mark::Words(browser::selected(&self.text)))), event),
            Act::Press => self.wish(page, Wish::Press(browser::now())),
            Act::Print => browser::print(),
            Act::Reopen(reading, fragment) => {
                self.wish(page, Wish::Read(reading));
                browser::travel(page, &fragment);
            }
            Act::Close => {
                let question = self.state().open().to_owned();
                self.then.set(Some(Then::Screen));
                self.wish(page, Wish::Close);
                self.ask(page);
                browser::travel(page, &address(&question, ""));
            }
            Act::Show => {
                self.then.set(Some(Then::Screen));
                self.wish(page, Wish::Show);
                self.ask(page);
            }
            Act::Use(question, text) => {
                let begun = |there: &str| !there.trim().is_empty() && *there != *text;
                if draft(page, question).is_some_and(|there| begun(&there)) {
                    self.wish(page, Wish::Ask(true));
                } else {
                    self.replace(page, question, &text, None);
                }
            }
            Act::Replace(question, text) => {
                let there = draft(page, question).filter(|there| !there.trim().is_empty() && **there != *text);
                let replaced = there.map(|text| Replaced { question, text: String::from(&*text) });
                self.replace(page, question, &text, replaced);
            }
            Act::File => {
                let (table, told) = (self.clone(), page.clone());
                browser::chosen(event, move |text| {
                    let address = table.state.borrow_mut().open_file(text.as_deref().map_err(|why| *why));
                    match address {
                        Some(address) => browser::travel(&told, &address),
                        None => told.draw_anew(),
                    }
                });
            }
        }
    }

    fn wish(&self, page: &Page, wish: Wish) {
        self.state.borrow_mut().reduce(wish);
        page.draw_anew();
    }

    fn copied(&self, page: &Page, field: &'static str, copied: bool, gives: Gives) {
        self.then.set((!copied).then_some(Then::Selected(field)));
        self.wish(page, Wish::Copied(field, copied));
        if copied {
            self.gave(page, gives);
        }
    }

    fn gave(&self, page: &Page, gives: Gives) {
        if gives == Gives::Review {
            self.wish(page, Wish::Given);
        }
    }

    /// A text from elsewhere: the page gives it a text area of its own and keeps it as it keeps what is typed.
    fn replace(&self, page: &Rc<Page>, question: &'static str, text: &str, replaced: Option<Replaced>) {
        self.wish(page, Wish::Replaced(replaced));
        let kept = Kept { text: text.to_owned(), step: None };
        page.send(Action::Given([(question.to_owned(), kept)].into()));
        browser::travel(page, &address(question, ""));
    }

    /// The page has been drawn.
    pub fn drawn(self: &Rc<Table>, page: &Rc<Page>) {
        let (view, wait) = {
            let state = self.state();
            let runs = state.doing.as_ref().filter(|doing| doing.clock.runs());
            (state.view, runs.map(|doing| doing.clock.wait(browser::now())))
        };
        let before = self.drawn.replace(Some(view));
        if page.host().is_none() {
            browser::show_title(page, view, before);
        }
        // As with a new place: a new view starts at its top, and says so to those who do not see it.
        if let Some(screen) = textarea::element(&page.screen).filter(|_| before.is_some_and(|before| before != view)) {
            textarea::focus_quietly(&screen);
            screen.scroll_into_view_with_bool(true);
        }
        match self.then.take() {
            Some(Then::Screen) => textarea::element(&page.screen).iter().for_each(textarea::focus_quietly),
            Some(Then::Field(field)) => browser::take_up(&page.screen, field, false),
            Some(Then::Selected(field)) => browser::take_up(&page.screen, field, true),
            None => {}
        }
        let mut tick = self.tick.borrow_mut();
        match wait {
            None => *tick = None,
            Some(millis) if tick.is_none() => {
                let (table, page) = (self.clone(), page.clone());
                let shows = move || {
                    table.tick.take();
                    table.wish(&page, Wish::Tick(browser::now()));
                };
                *tick = Some(later(millis, Box::new(shows)));
            }
            Some(_) => {}
        }
    }
}

fn draft(page: &Page, question: &str) -> Option<Rc<str>> {
    page.state().drafts.get(question).map(|draft| draft.text.clone())
}

/// Where the keyboard goes when what had it is gone, or when something new is to be written.
fn leads_to(wish: &Wish) -> Option<Then> {
    Some(match wish {
        Wish::Mark(Mark::Words(_) | Mark::Whole | Mark::Change(_)) => Then::Field("says"),
        Wish::Mark(Mark::Add | Mark::Cancel | Mark::Remove(_)) => Then::Field("read-text"),
        Wish::Mark(Mark::Make) => Then::Selected("link-review"),
        Wish::Send(..) => Then::Selected("link-answer"),
        Wish::Replaced(None) | Wish::Dismiss | Wish::Ask(false) => Then::Screen,
        _ => return None,
    })
}
