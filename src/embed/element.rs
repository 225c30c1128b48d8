//! One element: the page in a seat of its own on somebody else's page.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use comeback_engine::Criterion;
use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::Html;

use crate::content::{self, Question};
use crate::library::Library;
use crate::share::Place;
use crate::store::{Browser, Refused, Store};
use crate::ui::Desk;
use crate::ui::components::shelf::entry;
use crate::ui::dom::{each, on, view};
use crate::ui::edge::{Binding, follow};
use crate::ui::extra::{Asked, Extra, Host};
use crate::ui::page::Page;
use crate::ui::state::{Action, State};

use super::Options;
use super::events::{Event, Told};
use super::own::Own;
use super::store::Named;

/// What all elements of a document share.
pub struct Shared {
    /// Where the library is.
    address: String,
    /// The folder of the pages that the program belongs to, with a `/` at its end; empty where there are none.
    site: String,
    library: Cell<Option<&'static Library>>,
}

impl Shared {
    /// Nothing fetched yet: the library is at `address`, the pages in the folder `site`, or nowhere if it is empty.
    pub fn new(address: String, site: String) -> Rc<Shared> {
        Rc::new(Shared { address, site, library: Cell::default() })
    }
}

/// An element.
pub struct Element {
    shared: Rc<Shared>,
    desk: Desk,
    options: RefCell<Options>,
    page: RefCell<Weak<Page>>,
    told: RefCell<Told>,
    begun: Cell<bool>,
    /// Told of each event: its name, and its detail as JSON.
    tell: Function,
}

impl Element {
    /// An element with what its host wants; `tell` is called with the name of each event and its detail as JSON.
    pub fn new(shared: Rc<Shared>, options: Options, tell: Function) -> Element {
        let desk = Desk::default();
        let (page, told) = (RefCell::default(), RefCell::default());
        Element { shared, desk, options: RefCell::new(options), page, told, begun: Cell::default(), tell }
    }

    /// The host wants something else now. What is open stays open where it is still offered.
    pub fn set(&self, options: Options) {
        let Some(page) = self.page.borrow().upgrade() else { return };
        let before = self.options.replace(options);
        page.send(Action::Asked(self.asked()));
        self.desk.ask_again(&page);
        let now = self.options.borrow();
        if now.coach != before.coach || !now.questions.is_empty() && now.questions != before.questions {
            let kept = match &page.state().place {
                Place::Question(id) => now.coach == before.coach && now.questions.contains(&id.as_str()),
                _ => false,
            };
            drop(now);
            if !kept {
                self.open(&page);
            }
        }
    }

    /// Follows a link inside the element; false where it leads to a place on the host's page.
    pub fn follow(&self, fragment: &str) -> bool {
        let Some(page) = self.page.borrow().upgrade() else { return false };
        let ours = fragment == "#" || crate::share::place_in(fragment).is_some() || self.desk.knows(fragment);
        if ours {
            follow(&page, fragment);
        }
        ours
    }

    /// Keeps what is on the page, at once: another element of this document may want to read it, or this one goes.
    pub fn keep(&self) {
        if let Some(page) = self.page.borrow().upgrade() {
            Binding::now(&page);
        }
    }

    /// Keeps what is on the page and lets go of the browser.
    pub fn leave(&self) {
        self.keep();
        if let Some(page) = self.page.borrow().upgrade() {
            page.leave();
        }
    }

    fn asked(&self) -> Asked {
        let options = self.options.borrow();
        let questions = options.own.iter().map(|own| own.question).collect();
        Asked { questions, wordless: options.wordless, ..Asked::default() }
    }

    fn tell(&self, event: &Event) {
        // A listener of the host's that throws is no problem of ours.
        let detail = JsValue::from_str(&event.detail());
        let _ = self.tell.call2(&JsValue::NULL, &JsValue::from_str(event.name), &detail);
    }

    fn own(&self, id: &str) -> Option<&'static Own> {
        self.options.borrow().own.iter().copied().find(|own| own.question.id == id)
    }

    /// The questions that the host offers.
    fn offered(&self, state: &State) -> Html {
        let options = self.options.borrow();
        let item = |id: &&'static str| {
            let question = state.known(id)?;
            Some(entry(&Place::Question(question.id.to_owned()), question.prompt.to_owned(), None))
        };
        view!(
            "<main class='reading'><h2 class='label'>{}</h2><ul class='qlist listed'>{}</ul></main>",
            self.heading(),
            each(options.questions.iter().filter_map(item)),
        )
    }

    fn heading(&self) -> String {
        self.options.borrow().heading.clone().unwrap_or_else(|| "Practise here".to_owned())
    }

    fn problems(&self) -> Option<Html> {
        let options = self.options.borrow();
        let problem = |problem: &String| view!("<li>{}</li>", problem.clone());
        (!options.problems.is_empty()).then(|| {
            view!(
                "<div class='notice'>\
                    <span class='sign' aria-hidden='true'>i</span>\
                    <div><p><b>For the author of this page:</b> some of this element could not be read.</p><ul>{}</ul></div>\
                </div>",
                each(options.problems.iter().map(problem)),
            )
        })
    }
}

impl Extra for Element {
    fn begin(&self, page: &Rc<Page>) {
        *self.page.borrow_mut() = Rc::downgrade(page);
        page.send(Action::Asked(self.asked()));
    }

    fn arrive(&self, page: &Rc<Page>, fragment: &str) {
        self.desk.arrive(page, fragment);
    }

    fn around(&self, page: &Rc<Page>, state: &State, body: &dyn Fn() -> Html) -> Html {
        let options = self.options.borrow();
        let list = state.place == Place::List && !options.questions.is_empty();
        let inside = || if list { self.offered(state) } else { body() };
        let question = state.question();
        let done = |question: &'static Question| {
            let tell = self.tell.clone();
            let event = Event { name: "finish", question: question.id.to_owned(), band: None };
            let told = on(move |_| {
                let detail = JsValue::from_str(&event.detail());
                let _ = tell.call2(&JsValue::NULL, &JsValue::from_str(event.name), &detail);
            });
            view!("<button class='btn' type='button' onclick={}>Done</button>", told)
        };
        let site = &self.shared.site;
        let full = match question.filter(|question| content::question(question.id).is_some()) {
            Some(question) => [site, "q/", question.id, "/"].concat(),
            None => site.clone(),
        };
        let full = (!site.is_empty())
            .then(|| view!("<a class='link' href='{}' target='_blank' rel='noopener'>Open the full page</a>", full));
        let begun = state.draft().is_some_and(|draft| draft.report.words > 0);
        view!(
            "<div class={}>{}<p class='label heading'>{}</p>{}\
                <p class='seat-foot'><span class='soft'>{}</span>{}{}</p>\
            </div>",
            if options.questions.len() == 1 || options.coach.is_some() { "seat only" } else { "seat" },
            self.problems(),
            self.heading(),
            self.desk.around(page, state, &inside),
            if state.storage.kept { "Kept on this site, in this browser." } else { "Not kept: only in this tab." },
            question.filter(|_| begun).map(done),
            full,
        )
    }

    fn sign(&self, criterion: Criterion) -> Option<&'static str> {
        self.desk.sign(criterion)
    }

    fn why(&self, question: &Question) -> Html {
        let Some(own) = self.own(question.id) else { return self.desk.why(question) };
        let tips = |name: &'static str, tips: &'static [String]| {
            let tip = |tip: &'static String| view!("<dd>{}</dd>", tip.as_str());
            (!tips.is_empty()).then(|| view!("<div><dt>{}</dt>{}</div>", name, each(tips.iter().map(tip))))
        };
        view!(
            "<p class='why'>{}</p><dl class='tips'>{}{}</dl><p class='small soft'>This question is the site’s own.</p>",
            own.why.as_str(),
            tips("Do", &own.dos),
            tips("Avoid", &own.avoids),
        )
    }

    fn more(&self, id: &str) -> Html {
        let kind = comeback_engine::Signal::from_name(id);
        let spec = content::RUBRIC.kinds.iter().find(|spec| Some(spec.signal) == kind);
        let criterion = spec.map_or(id, |spec| spec.criterion.name());
        let options = self.options.borrow();
        let link = options.links.iter().find(|(name, _)| name == criterion);
        let here = link.map(|(_, link)| view!("<a class='link' href='{}'>Read more on this page</a>", link.clone()));
        view!("{}{}", here, self.desk.more(id))
    }

    fn drawn(&self, page: &Rc<Page>) {
        if !self.begun.replace(true) {
            self.tell(&Event { name: "ready", question: String::new(), band: None });
        }
        let news = self.told.borrow_mut().news(&page.state());
        news.iter().for_each(|event| self.tell(event));
        self.desk.drawn(page);
    }

    fn library_at(&self) -> String {
        self.shared.address.clone()
    }

    fn host(&self) -> Option<&dyn Host> {
        Some(self)
    }
}

impl Host for Element {
    fn open(&self, page: &Rc<Page>) {
        let (coach, first) = {
            let options = self.options.borrow();
            (options.coach.clone(), options.questions.first().copied())
        };
        match (coach, first) {
            (Some(fragment), _) => follow(page, &fragment),
            (None, Some(id)) => page.send(Action::Go(Place::Question(id.to_owned()))),
            (None, None) => page.send(Action::Go(Place::List)),
        }
    }

    fn store(&self) -> Result<Box<dyn Store>, Refused> {
        match &self.options.borrow().key {
            Some(key) => Ok(Box::new(Named::open(key)?)),
            None => Ok(Box::new(Browser::open()?)),
        }
    }

    fn site(&self) -> &str {
        &self.shared.site
    }

    fn library(&self) -> Option<&'static Library> {
        self.shared.library.get()
    }

    fn fetched(&self, library: &'static Library) {
        self.shared.library.set(Some(library));
    }
}
