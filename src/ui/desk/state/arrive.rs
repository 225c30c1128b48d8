//! What an address brings, and which address stands there afterwards.

use super::{State, View};
use crate::share::{Place, Received, Review, fragment_of, place_in};
use crate::ui::desk::arrived::{Arrived, question_in, read};
use crate::ui::desk::form::Form;
use crate::ui::desk::reading::Reading;
use crate::ui::desk::said::{self, Kind};
use crate::ui::desk::sending::Sending;
use crate::ui::desk::task::Doing;

/// So many answers and so many reviews are held at once, unless more of them hold unsent work.
const MOST_HELD: usize = 20;

/// The address of something that is held in memory: its question, and a word for it.
pub fn address(question: &str, word: &str) -> String {
    if question.is_empty() {
        return ["#", word].concat();
    }
    let place = fragment_of(&Place::Question(question.to_owned()));
    if word.is_empty() { place } else { [&place, "&", word].concat() }
}

impl State {
    /// Takes in what stands behind `#`. Gives what is to stand there in its place, where that is something else: words of
    /// an answer are not left in the address bar, and a task that goes on is put back.
    pub fn arrive(&mut self, fragment: &str) -> Option<String> {
        let (arrived, place, question) = (read(fragment), place_in(fragment), question_in(fragment));
        if arrived == Arrived::Nothing && place.is_none() {
            return None;
        }
        (self.trouble, self.copied, self.coded, self.asking) = (None, None, None, false);
        self.sending = Sending::default();
        if place.is_some() {
            self.open.clone_from(&question);
        }
        let is_task = matches!(arrived, Arrived::Task(_));
        self.doing = self.doing.take().filter(|doing| is_task || goes_on(doing, place.as_ref()));
        let word = match &arrived {
            Arrived::Answer(read) => Some(if read.is_ok() { "read" } else { "" }),
            Arrived::Review(read) => Some(if read.is_ok() { "review" } else { "" }),
            _ => None,
        };
        self.view = self.take(arrived, &question);
        match word {
            Some(word) => Some(address(&question, word)),
            None if self.view == View::Page && !is_task => {
                let doing = self.doing.as_ref()?;
                doing.address(doing.place(&question)?)
            }
            None => None,
        }
    }

    fn take(&mut self, arrived: Arrived, question: &str) -> View {
        match arrived {
            Arrived::Nothing => View::Page,
            Arrived::Share => {
                let address = self.home.question(&self.open).unwrap_or_else(|| self.home.start());
                self.draw(&address);
                View::Share
            }
            Arrived::Coach => {
                if self.form == Form::default() {
                    self.form = Form::about(&self.open);
                }
                View::Coach
            }
            Arrived::Sheet => View::Sheet,
            Arrived::Task(link) => {
                if self.doing.as_ref().is_none_or(|doing| doing.from != link) {
                    self.doing = Some(Doing::new(link, &mut self.made));
                }
                View::Page
            }
            Arrived::Answer(Ok(received)) => self.hold_answer(Reading::new(received)),
            Arrived::Answer(Err(why)) => self.cannot(said::trouble(Kind::Answer, why)),
            Arrived::Reading => {
                let about = |one: &Reading| one.answer().question == question;
                let here = self.read().is_some_and(about).then_some(self.reading);
                match here.or_else(|| self.readings.iter().rposition(about)) {
                    Some(at) => {
                        self.open_reading(at);
                        View::Reading
                    }
                    None => self.cannot(said::gone(Kind::Answer)),
                }
            }
            Arrived::Review(Ok(received)) => {
                self.hold_review(received);
                View::Review
            }
            Arrived::Review(Err(why)) => self.cannot(said::trouble(Kind::Review, why)),
            Arrived::Reviewed => {
                let about = |one: &Received<Review>| one.content.look().question == question;
                let here = self.reviewed().is_some_and(about).then_some(self.review);
                match here.or_else(|| self.reviews.iter().rposition(about)) {
                    Some(at) => {
                        self.review = at;
                        View::Review
                    }
                    None => self.cannot(said::gone(Kind::Review)),
                }
            }
        }
    }

    fn cannot(&mut self, why: [&'static str; 3]) -> View {
        self.trouble = Some(why);
        View::Page
    }

    /// Opens an answer; one that is held already, with what was said about it.
    fn hold_answer(&mut self, new: Reading) -> View {
        let there = self.readings.iter().position(|reading| reading.is_of(new.answer()));
        let at = there.unwrap_or_else(|| {
            let sent = self.readings.iter().position(|reading| !reading.is_unsent());
            if let Some(sent) = sent.filter(|_| self.readings.len() >= MOST_HELD) {
                self.readings.remove(sent);
            }
            self.readings.push(new);
            self.readings.len() - 1
        });
        self.open_reading(at);
        View::Reading
    }

    pub(super) fn hold_review(&mut self, new: Received<Review>) {
        let there = self.reviews.iter().position(|review| *review == new);
        self.review = there.unwrap_or_else(|| {
            if self.reviews.len() >= MOST_HELD {
                self.reviews.remove(0);
            }
            self.reviews.push(new);
            self.reviews.len() - 1
        });
    }
}

/// Another question ends a task, and so does the list; what is read in between does not.
fn goes_on(doing: &Doing, place: Option<&Place>) -> bool {
    match place {
        Some(Place::Question(id)) => doing.place(id).is_some(),
        Some(Place::List) => false,
        _ => true,
    }
}
