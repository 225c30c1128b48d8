//! The whole page, and what happens in the browser after it has been drawn.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::{Component, Context, Html, NodeRef, Properties};

use crate::share::Place;
use crate::ui::components::notice::notices;
use crate::ui::components::top::top;
use crate::ui::components::work::work;
use crate::ui::components::{Scene, editor, place};
use crate::ui::dom::view;
use crate::ui::edge::{Binding, Rested, fetch, follow_address, later, show_address, show_title};
use crate::ui::extra::{Extra, WHOLE};
use crate::ui::news::news;
use crate::ui::page::Page;
use crate::ui::textarea::{self, element};
use crate::ui::title::title;

/// Prose waits so long after the last key, milliseconds, so that nobody reads a message that is about to change.
const READ_MILLIS: u32 = 150;

/// Long enough, milliseconds, that somebody who listens is not interrupted between two words.
const HEAR_MILLIS: u32 = 1700;

/// What a program gives its page.
#[derive(Clone, Default, Properties)]
pub struct Seat {
    /// What the whole program adds.
    #[prop_or_default]
    pub extra: Option<Rc<dyn Extra>>,
}

impl PartialEq for Seat {
    /// A page keeps the seat that it began with.
    fn eq(&self, _: &Seat) -> bool {
        true
    }
}

/// The page as a component.
pub struct App {
    page: Rc<Page>,
    coach: NodeRef,
    /// What the coach and the announcements talk about, and the last of these.
    rested: Rested,
    said: String,
    /// What was on the screen when the page was drawn last.
    place: Option<Place>,
    sheet: bool,
    title: String,
    /// The text area that is there: its question, and which text of it.
    field: Option<(&'static str, u32)>,
}

/// Why the page is drawn again.
pub enum Message {
    /// It knows something new.
    Changed,
    /// Typing has rested for those who read.
    Read,
    /// And for those who listen.
    Heard,
}

impl Component for App {
    type Message = Message;
    type Properties = Seat;

    /// All that can be known is known before the first drawing: nothing is drawn that the next moment draws anew.
    fn create(ctx: &Context<App>) -> App {
        let link = ctx.link().clone();
        let page = Page::new(Box::new(move || link.send_message(Message::Changed)), ctx.props().extra.clone());
        if let Some(extra) = page.extra() {
            extra.begin(&page);
        }
        Binding::open(&page);
        follow_address(&page);
        fetch(&page);
        App::of(page)
    }

    fn update(&mut self, ctx: &Context<App>, message: Message) -> bool {
        match message {
            Message::Changed => {}
            Message::Read => self.rested.read(|| wait(ctx, HEAR_MILLIS - READ_MILLIS, Message::Heard)),
            Message::Heard => {
                let state = self.page.state();
                let news = self.rested.heard().and_then(|(before, now)| news(&before, now, &state));
                self.said = news.unwrap_or(std::mem::take(&mut self.said));
            }
        }
        true
    }

    fn view(&self, _: &Context<App>) -> Html {
        self.draw()
    }

    fn rendered(&mut self, ctx: &Context<App>, first: bool) {
        let page = self.page.clone();
        let place = page.state().place.clone();
        self.follow(ctx);
        if self.place.as_ref() != Some(&place) {
            show_address(&page, &place);
            self.place = Some(place);
            // A new screen starts at its top, and says so to those who do not see it; the first comes by itself.
            if let Some(screen) = element(&page.screen).filter(|_| !first) {
                textarea::focus_quietly(&screen);
                screen.scroll_into_view_with_bool(true);
            }
        }
        let title = title(&page.state());
        if page.host().is_none() && self.title != title {
            show_title(&title);
            self.title = title;
        }
        Binding::soon(&page);
        if let Some(extra) = page.extra() {
            extra.drawn(&page);
        }
    }
}

impl App {
    /// The component that draws a page.
    pub fn of(page: Rc<Page>) -> App {
        App {
            page,
            coach: NodeRef::default(),
            rested: Rested::default(),
            said: String::new(),
            place: None,
            sheet: false,
            title: String::new(),
            field: None,
        }
    }

    /// Draws the page as it is now.
    pub fn draw(&self) -> Html {
        let (page, state) = (&self.page, &*self.page.state());
        let body = || match state.answer() {
            Some((question, draft)) => {
                let scene = Scene { page, state, question, draft };
                let calm = Scene { draft: self.rested.of(question.id).unwrap_or(draft), ..scene };
                let said = self.rested.of(question.id).map(|_| self.said.clone());
                work(&scene, &calm, &self.coach, said)
            }
            None => place::place(page, state),
        };
        view!(
            "<div class={}><div class='frame' ref={} tabindex='-1'>{}{}{}</div></div>",
            // Said to src/offline/page.js: whether a reload would cost words.
            if state.storage.kept && state.elsewhere.is_none() { "cb" } else { "cb unkept" },
            &page.screen,
            top(&state.place),
            notices(page, state),
            match page.extra() {
                Some(extra) => extra.around(page, state, &body),
                None => body(),
            },
        )
    }

    /// Goes along with what the open question shows now.
    fn follow(&mut self, ctx: &Context<App>) {
        let page = self.page.clone();
        let state = page.state();
        // The whole program at times shows something else of an open question: the text area is a new one after that.
        let answer = state.answer().filter(|_| !WHOLE || page.editor.get().is_some());
        let Some((question, draft)) = answer else {
            self.field = None;
            return;
        };
        let field = Some((question.id, state.given));
        if self.field != field {
            self.field = field;
            editor::fill(&page.editor, &draft.text);
        }
        if self.sheet != state.sheet {
            self.sheet = state.sheet;
            self.sheet_moved();
        }
        if self.rested.of(question.id).is_none() {
            self.said.clear();
        }
        self.rested.follow(question.id, draft, || wait(ctx, READ_MILLIS, Message::Read));
    }

    /// The bar that lifts the sheet goes away under it: the keyboard moves along, and back when the sheet is lowered.
    fn sheet_moved(&self) {
        let Some(sheet) = element(&self.coach) else { return };
        if self.sheet {
            textarea::focus_quietly(&sheet);
        } else if !textarea::has_focus_elsewhere(&sheet)
            && let Some(bar) = sheet.next_element_sibling()
        {
            textarea::focus_quietly(&bar.unchecked_into());
        }
    }
}

/// Sends a message after so many milliseconds, unless what is returned is dropped before.
fn wait(ctx: &Context<App>, millis: u32, message: Message) -> Timeout {
    let link = ctx.link().clone();
    later(millis, Box::new(move || link.send_message(message)))
}
