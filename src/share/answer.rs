//! From a student to whoever is to read it: an answer. Nobody can call such a link back; the page says so before it makes one.

use super::fields::{Fields, Known, Missed, Received, Unverified, shown};
use super::place::question_in;
use super::sealed::{ANSWER, LONGEST_TEXT, Trouble, Unfit, open, seal};
use super::written::Written;

/// An answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The id of the question. As received it may be one that this page does not have, or empty: the words are still
    /// somebody's.
    pub question: String,
    /// The answer as typed, at most [`LONGEST_TEXT`] bytes.
    pub text: String,
}

impl Answer {
    /// The fragment that carries it, with its `#`: at most [`super::LONGEST_LINK`] characters.
    ///
    /// # Errors
    /// Tells by how much it is too long.
    pub fn fragment(&self) -> Result<String, Unfit> {
        if self.text.len() > LONGEST_TEXT {
            return Err(Unfit::TextOver(self.text.len() - LONGEST_TEXT));
        }
        let mut out = Written::new();
        out.text("text", &self.text);
        seal(&ANSWER, &self.question, &out.done())
    }
}

/// The answer in a fragment, with or without its `#`; `None` where it carries none.
pub fn answer_in(fragment: &str, known: Known) -> Option<Result<Received<Answer>, Trouble>> {
    Some(open(&ANSWER, fragment)?.and_then(|object| {
        let mut fields = Fields::new(object);
        let question = question_in(fragment).unwrap_or_default();
        if !(known.question)(&question) {
            fields.missed.push(Missed::Question(shown(&question)));
        }
        let text = fields.text("text");
        if text.len() > LONGEST_TEXT {
            return Err(Trouble::TooLong);
        }
        Ok(Received { content: Unverified::new(Answer { question, text }), missed: fields.missed })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::LONGEST_LINK;

    const KNOWN: Known = Known { question: |id| id == "regret", criterion: |_| false };

    fn answer(text: &str) -> Answer {
        Answer { question: "regret".into(), text: text.into() }
    }

    #[track_caller]
    fn check(sent: &Answer, missed: &[Missed]) {
        let fragment = sent.fragment().expect("fits");
        let received = answer_in(&fragment, KNOWN).expect("an answer").expect("readable");
        assert_eq!((received.content.look(), &*received.missed), (sent, missed));
    }

    #[test]
    fn gives_back_any_text() {
        for text in ["", "I forgot.", "\u{0}\"\\\n\r\u{85}\u{2028}</script>", "שלום 👩‍🚒", "{\"text\":1}"] {
            check(&answer(text), &[]);
        }
    }

    #[test]
    fn keeps_the_words_under_a_question_it_does_not_have() {
        check(&Answer { question: "gone".into(), ..answer("I forgot.") }, &[Missed::Question("gone".into())]);
    }

    #[test]
    fn says_by_how_much_an_answer_is_too_long() {
        assert_eq!(answer(&"a".repeat(LONGEST_TEXT + 3)).fragment(), Err(Unfit::TextOver(3)));
        check(&answer(&"a".repeat(LONGEST_TEXT)), &[]);
        let noise: String =
            (0..4_000u32).filter_map(|at| char::from_u32(0x4e00 + at.wrapping_mul(0x9e37_79b1) % 20_000)).collect();
        let Err(Unfit::Over(over)) = answer(&noise).fragment() else { panic!("not refused") };
        let shorter: String = noise.chars().take(4_000 * LONGEST_LINK / (LONGEST_LINK + over) * 9 / 10).collect();
        check(&answer(&shorter), &[]);
    }
}
