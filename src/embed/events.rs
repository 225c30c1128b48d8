//! What the host hears. Never a word of the answer: only which question, and for a level the word for the whole.

use comeback_engine::Band;

use crate::store::json::write_text;
use crate::ui::state::State;

/// What has been told already.
#[derive(Debug, Default)]
pub struct Told {
    /// The question on the screen.
    question: Option<&'static str>,
    started: bool,
    band: Option<Band>,
}

/// Something that has happened.
#[derive(Debug, PartialEq, Eq)]
pub struct Event {
    /// The name, without `comeback-`.
    pub name: &'static str,
    /// The id of the question.
    pub question: String,
    /// The word for the whole answer; for `level` only, and never where no figures are wanted.
    pub band: Option<&'static str>,
}

impl Event {
    /// As the script sends it on.
    pub fn detail(&self) -> String {
        let mut out = String::from("{\"question\":");
        write_text(&mut out, &self.question);
        if let Some(band) = self.band {
            out.push_str(",\"level\":");
            write_text(&mut out, band);
        }
        out.push('}');
        out
    }
}

impl Told {
    /// What has happened since this was asked last. A draft that was there before is no news.
    pub fn news(&mut self, state: &State) -> Vec<Event> {
        let Some((question, draft)) = state.answer() else { return vec![] };
        let begun = draft.report.words > 0;
        let band = draft.report.band().filter(|_| draft.report.shown() && !state.hides_numbers());
        let before = std::mem::replace(self, Told { question: Some(question.id), started: begun, band });
        if before.question != Some(question.id) {
            return vec![];
        }
        self.started |= before.started;
        self.band = band.or(before.band);
        let event =
            |name, band: Option<Band>| Event { name, question: question.id.to_owned(), band: band.map(Band::name) };
        let start = (begun && !before.started).then(|| event("start", None));
        let level = band.filter(|band| before.band != Some(*band)).map(|band| event("level", Some(band)));
        start.into_iter().chain(level).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::Place;
    use crate::ui::extra::Asked;
    use crate::ui::state::Action;

    const ANSWER: &str = "In May I promised a client a date that I had not checked. We shipped two weeks late and they \
        lost a fair. I had not asked the team. I called the client, said it was my mistake and moved a second person \
        to the job. Since then I ask before I promise a date, and no date has slipped for a year.";

    fn typed(state: &mut State, text: &str) {
        state.reduce(Action::Typed { question: "regret", text: text.into(), caret: None });
    }

    fn names(news: &[Event]) -> Vec<&'static str> {
        news.iter().map(|event| event.name).collect()
    }

    #[test]
    fn tells_each_step_once_and_never_a_word() {
        let (mut state, mut told) = (State::default(), Told::default());
        assert!(told.news(&state).is_empty(), "no question is open");
        state.reduce(Action::Go(Place::Question("regret".into())));
        assert!(told.news(&state).is_empty());
        typed(&mut state, "I lost ");
        assert_eq!(names(&told.news(&state)), ["start"]);
        typed(&mut state, ANSWER);
        let news = told.news(&state);
        assert_eq!(names(&news), ["level"]);
        let band = state.draft().unwrap().report.band().unwrap().name();
        assert_eq!(news[0].detail(), format!(r#"{{"question":"regret","level":"{band}"}}"#));
        typed(&mut state, "");
        typed(&mut state, ANSWER);
        assert!(told.news(&state).is_empty());
    }

    #[test]
    fn a_draft_that_was_there_is_no_news() {
        let (mut state, mut told) = (State::default(), Told::default());
        typed(&mut state, ANSWER);
        state.reduce(Action::Go(Place::Question("regret".into())));
        assert!(told.news(&state).is_empty());
        typed(&mut state, &ANSWER.replace("a date", "one date"));
        assert!(!names(&told.news(&state)).contains(&"start"));
    }

    #[test]
    fn tells_no_level_where_figures_are_hidden() {
        let (mut state, mut told) = (State::default(), Told::default());
        state.reduce(Action::Asked(Asked { wordless: true, ..Asked::default() }));
        state.reduce(Action::Go(Place::Question("regret".into())));
        told.news(&state);
        typed(&mut state, ANSWER);
        assert_eq!(names(&told.news(&state)), ["start"]);
    }
}
