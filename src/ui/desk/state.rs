//! What lies on the desk, and the two functions that change it: [`State::arrive`] for what comes by an address,
//! [`State::reduce`] for what a person does. Pure.

mod arrive;

use std::rc::Rc;

pub use arrive::address;

use super::arrived::KNOWN;
use super::clock::Clock;
use super::code::{Picture, picture};
use super::form::{Fill, Form};
use super::home::Home;
use super::reading::{Mark, Reading};
use super::said::{self, Kind};
use super::sending::Sending;
use super::sheet::{Pick, Sheet};
use super::task::{self, Doing};
use crate::content::{self, Question};
use crate::share::{Received, Review, Trouble, review_from};
use crate::ui::draft::{Draft, Judge};
use crate::ui::extra::Asked;
use crate::ui::state::Kept;

/// So many codes are remembered: more than a sheet has.
const MOST_PICTURES: usize = 200;

/// What is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The page as it is, perhaps with a task above it.
    #[default]
    Page,
    /// Sharing a question, and one's answer to it.
    Share,
    /// The form for a coach link.
    Coach,
    /// The sheet for a workshop.
    Sheet,
    /// An answer that somebody sent.
    Reading,
    /// A review that came back.
    Review,
}

impl View {
    /// What the page is called then; none where it is called what it is called anyway.
    pub const fn title(self) -> Option<&'static str> {
        Some(match self {
            View::Page => return None,
            View::Share => "Share",
            View::Coach => "For coaches",
            View::Sheet => "Workshop sheet",
            View::Reading => "An answer to read",
            View::Review => "A review",
        })
    }
}

/// A draft that another text took the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Its question.
    pub question: &'static str,
    /// Its text.
    pub text: String,
}

/// Everything on the desk.
#[derive(Debug, Default)]
pub struct State {
    /// Where links lead.
    pub home: Home,
    /// The browser can hand a link to other programs.
    pub hands_on: bool,
    /// The browser saves files for this page.
    pub saves: bool,
    /// The page stands on somebody else's, which has no room for more than a task.
    pub hosted: bool,
    /// What is on the screen.
    pub view: View,
    /// The task that is being done.
    pub doing: Option<Doing>,
    /// The time, as the clock saw it last, in milliseconds.
    pub now: u64,
    /// Answers that were opened in this tab, and which of them is read.
    pub readings: Vec<Reading>,
    reading: usize,
    /// What the engine says to the answer that is read, if that was asked for.
    pub seen: Option<Draft>,
    /// Reviews that were opened in this tab, and which of them is on the screen.
    pub reviews: Vec<Received<Review>>,
    review: usize,
    /// The coach's form.
    pub form: Form,
    /// The workshop sheet.
    pub sheet: Sheet,
    /// The person's own answer on its way.
    pub sending: Sending,
    /// What could not be opened, and what to do about it.
    pub trouble: Option<[&'static str; 3]>,
    /// The person is asked whether an answer may take the place of a draft.
    pub asking: bool,
    /// The browser would not take what came out of the address bar.
    pub exposed: bool,
    /// The draft whose place it took.
    pub replaced: Option<Replaced>,
    /// The field whose text was copied last, and whether it could be.
    pub copied: Option<(&'static str, bool)>,
    /// The field whose code is shown.
    pub coded: Option<&'static str>,
    pictures: Vec<(String, Option<Picture>)>,
    /// The question that the address names.
    open: String,
    made: Vec<&'static Question>,
    judge: Judge,
}

/// What a person does.
#[derive(Clone, Debug)]
pub enum Wish {
    /// Fills in the coach's form.
    Fill(Fill),
    /// Chooses for the sheet.
    Pick(Pick),
    /// Says something about the answer that is read.
    Mark(Mark),
    /// Looks at what would be sent, or no longer.
    Offer(bool),
    /// Wants a link with this answer to this question.
    Send(&'static str, Rc<str>),
    /// Wants the code of a field's text, or no longer.
    Code(&'static str, String),
    /// The text of a field was copied, or that was refused.
    Copied(&'static str, bool),
    /// The review of the answer that is read was given away.
    Given,
    /// Reads this answer.
    Read(usize),
    /// Looks at this review.
    Review(usize),
    /// Has written, and asks for the feedback.
    Show,
    /// Starts or stops the clock; the time is in milliseconds.
    Press(u64),
    /// The clock goes on.
    Tick(u64),
    /// Sets the clock back.
    Reset,
    /// Closes the task.
    Close,
    /// Is asked before a draft is replaced, or not any more.
    Ask(bool),
    /// A draft was replaced; `None` lets go of it.
    Replaced(Option<Replaced>),
    /// Has read what went wrong.
    Dismiss,
}

impl State {
    /// Does what a person wants.
    pub fn reduce(&mut self, wish: Wish) {
        match wish {
            Wish::Fill(fill) => {
                self.form.fill(fill);
                (self.copied, self.coded) = (None, None);
            }
            Wish::Pick(pick) => {
                self.sheet.pick(pick);
                let addresses: Vec<_> = self.sheet.questions().filter_map(|one| self.home.question(one.id)).collect();
                addresses.iter().for_each(|address| self.draw(address));
            }
            Wish::Mark(mark) => self.mark(mark),
            Wish::Offer(open) => self.sending = Sending::new(open),
            Wish::Send(question, text) => self.sending.make(question, text),
            Wish::Code(field, text) => {
                self.draw(&text);
                self.coded = if self.coded == Some(field) { None } else { Some(field) };
            }
            Wish::Copied(field, copied) => self.copied = Some((field, copied)),
            Wish::Given => self.readings.get_mut(self.reading).into_iter().for_each(Reading::give),
            Wish::Read(at) => self.open_reading(at),
            Wish::Review(at) => self.review = at,
            Wish::Show => self.doing.iter_mut().for_each(|doing| doing.show(&self.open)),
            Wish::Press(now) => {
                self.now = now;
                self.doing.iter_mut().for_each(|doing| doing.clock.press(now));
            }
            Wish::Tick(now) => self.now = now,
            Wish::Reset => self.doing.iter_mut().for_each(|doing| doing.clock = Clock::default()),
            Wish::Close => self.doing = None,
            Wish::Ask(asking) => self.asking = asking,
            Wish::Replaced(replaced) => (self.replaced, self.asking) = (replaced, false),
            Wish::Dismiss => self.trouble = None,
        }
    }

    /// Takes in a file that is to be a review. Gives the address where it is shown; `None` where it is none.
    pub fn open_file(&mut self, text: Result<&str, Trouble>) -> Option<String> {
        match text.and_then(|text| review_from(text, KNOWN)) {
            Ok(received) => {
                let question = received.content.look().question.clone();
                self.hold_review(received);
                Some(address(&question, "review"))
            }
            Err(why) => {
                self.trouble = Some(said::trouble(Kind::Review, why));
                None
            }
        }
    }

    /// The question that the address names; empty where it names none.
    pub fn open(&self) -> &str {
        &self.open
    }

    /// The task, where the open question is one of its questions, or where that could not be had.
    pub fn task(&self) -> Option<&Doing> {
        let here = |doing: &&Doing| doing.place(&self.open).is_some() || doing.from.first == self.open;
        self.doing.as_ref().filter(here)
    }

    /// What the page is asked for now.
    pub fn asked(&self, before: &Asked) -> Asked {
        task::asked(self.doing.as_ref(), &self.open, before, &self.made)
    }

    /// The answer that is read.
    pub fn read(&self) -> Option<&Reading> {
        self.readings.get(self.reading)
    }

    /// Whether this answer is the one that is read.
    pub fn is_read(&self, at: usize) -> bool {
        self.view == View::Reading && self.reading == at
    }

    /// The review that is on the screen.
    pub fn reviewed(&self) -> Option<&Received<Review>> {
        self.reviews.get(self.review)
    }

    /// Whether leaving the tab would lose a coach's words.
    pub fn holds_unsent(&self) -> bool {
        self.readings.iter().any(Reading::is_unsent)
    }

    /// The code of a text, once it was drawn; `None` where no code holds it.
    pub fn picture(&self, text: &str) -> Option<&Picture> {
        self.pictures.iter().find(|(of, _)| of == text)?.1.as_ref()
    }

    fn draw(&mut self, text: &str) {
        if !self.pictures.iter().any(|(of, _)| of == text) {
            if self.pictures.len() >= MOST_PICTURES {
                self.pictures.remove(0);
            }
            self.pictures.push((text.to_owned(), picture(text)));
        }
    }

    fn mark(&mut self, mark: Mark) {
        let shows = matches!(mark, Mark::Shown(true));
        let Some(reading) = self.readings.get_mut(self.reading) else { return };
        reading.mark(mark);
        (self.copied, self.coded) = (None, None);
        if shows {
            self.look();
        }
    }

    fn open_reading(&mut self, at: usize) {
        if at < self.readings.len() {
            (self.reading, self.seen) = (at, None);
            self.look();
        }
    }

    /// What the engine says to the answer that is read, where that was asked for and its question is known.
    fn look(&mut self) {
        let Some(reading) = self.readings.get(self.reading).filter(|reading| reading.shown) else { return };
        let answer = reading.answer();
        let kept = Kept { text: answer.text.clone(), step: None };
        self.seen =
            content::question(&answer.question).map(|question| Draft::restored(&mut self.judge, question, &kept));
    }
}

#[cfg(test)]
mod tests;
