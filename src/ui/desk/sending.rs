//! Sending one's own answer. Nothing of it is made before it was looked at and asked for.

use std::rc::Rc;

use crate::share::{Answer, Unfit};

/// How far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sending {
    /// What would be sent is on the screen.
    pub open: bool,
    /// The text that was asked for, and the fragment that carries it or why there is none.
    made: Option<(Rc<str>, Result<String, Unfit>)>,
}

impl Sending {
    /// Before anything is made; what would be sent is on the screen, or is not.
    pub fn new(open: bool) -> Sending {
        Sending { open, made: None }
    }

    /// Makes the link with a text; whoever calls this has been asked to.
    pub fn make(&mut self, question: &str, text: Rc<str>) {
        let answer = Answer { question: question.to_owned(), text: String::from(&*text) };
        self.made = Some((text, answer.fragment()));
    }

    /// The link with exactly this text, if it was asked for.
    pub fn made(&self, text: &str) -> Option<&Result<String, Unfit>> {
        self.made.as_ref().filter(|(made, _)| **made == *text).map(|(_, made)| made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::desk::arrived::{Arrived, read};

    #[test]
    fn a_link_holds_the_text_that_was_on_the_screen_and_no_later_one() {
        let mut sending = Sending::default();
        assert_eq!(sending.made(""), None);
        sending.make("regret", "I forgot.".into());
        let Some(Ok(link)) = sending.made("I forgot.") else { panic!("no link") };
        let Arrived::Answer(Ok(received)) = read(link) else { panic!("no answer") };
        assert_eq!(received.content.look(), &Answer { question: "regret".into(), text: "I forgot.".into() });
        assert_eq!(sending.made("I forgot. Twice."), None);
    }

    #[test]
    fn says_why_there_is_no_link() {
        let mut sending = Sending::default();
        let long: Rc<str> = "a".repeat(20_000).into();
        sending.make("regret", long.clone());
        assert!(matches!(sending.made(&long), Some(Err(Unfit::TextOver(1..)))));
    }
}
