//! What a coach or a host asks for, as far as the page heeds it: only the whole program does.

use super::State;
use crate::content::{self, Question};
use crate::ui::extra::WHOLE;

impl State {
    /// The question with this id.
    pub fn known(&self, id: &str) -> Option<&'static Question> {
        let mut asked = self.asked.questions.iter().copied().filter(|question| WHOLE && question.id == id);
        asked.next().or_else(|| content::question(id))
    }

    /// Whether levels show their anchor only.
    pub fn hides_numbers(&self) -> bool {
        self.settings.hide_numbers || self.is_wordless()
    }

    /// Whether somebody wants no figures here.
    pub fn is_wordless(&self) -> bool {
        WHOLE && self.asked.wordless
    }

    /// Whether the coach waits until the person asks.
    pub fn is_silent(&self) -> bool {
        WHOLE && self.asked.silent
    }
}
