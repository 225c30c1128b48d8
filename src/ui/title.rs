//! The title of the page: what is on the screen, for whoever has many tabs or hears the page.

use crate::share::Place;
use crate::ui::state::State;

/// The title.
pub fn title(state: &State) -> String {
    let library = state.library();
    let shown: Option<&str> = match &state.place {
        Place::Question(_) => state.question().map(|question| question.prompt),
        Place::Guide(id) => library.and_then(|library| library.guide(id)).map(|guide| guide.title()),
        Place::Sample(id) => library.and_then(|library| library.sample(id)).map(|sample| sample.title()),
        Place::Guides => Some("Guides"),
        Place::Samples => Some("Examples"),
        Place::Rate => Some("Rate it yourself first"),
        Place::List => None,
    };
    match shown {
        Some(shown) => [shown, " · Comeback"].concat(),
        None => "Comeback: practise the question you would rather not be asked".to_owned(),
    }
}
