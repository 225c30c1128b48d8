//! What the whole program adds to the page: sharing, and life on other people's pages.
//!
//! The page's own program has none of it, because it would not fit its first load: all of it hangs on this one trait,
//! and a program that gives [`App`] nothing of the kind links nothing of it either.
//!
//! [`App`]: super::components::app::App

use std::rc::Rc;

use comeback_engine::Criterion;
use yew::Html;

use crate::content::Question;
use crate::library::Library;
use crate::store::{Refused, Store};
use crate::ui::page::Page;
use crate::ui::state::State;

/// What is added. Each method is called where its part of the page is drawn or done, and adds nothing unless it is written.
pub trait Extra {
    /// What stands behind `#` now, with it: at the start, and whenever it changes. Comes before the place in it is shown.
    fn arrive(&self, _page: &Rc<Page>, _fragment: &str) {}

    /// Stands above the body of the page.
    fn above(&self, _page: &Rc<Page>, _state: &State) -> Html {
        Html::default()
    }

    /// Stands in place of the body; `None` leaves it.
    fn instead(&self, _page: &Rc<Page>, _state: &State) -> Option<Html> {
        None
    }

    /// Stands under the body.
    fn below(&self, _page: &Rc<Page>, _state: &State) -> Html {
        Html::default()
    }

    /// Why a question is asked, for one that the library does not know.
    fn why(&self, _question: &Question) -> Html {
        Html::default()
    }

    /// Stands behind the name of a criterion.
    fn sign(&self, _criterion: Criterion) -> Html {
        Html::default()
    }

    /// A link to more about a criterion, where the page around has some.
    fn more(&self, _criterion: Criterion) -> Html {
        Html::default()
    }

    /// The page has been drawn.
    fn drawn(&self, _page: &Rc<Page>) {}

    /// Where the page stands on somebody else's: what it has there in place of the address bar and the page's own files.
    fn host(&self) -> Option<&dyn Host> {
        None
    }
}

/// Somebody else's page: the address, the title and the document are theirs.
pub trait Host {
    /// Where drafts are kept.
    ///
    /// # Errors
    /// Tells why there is no such place.
    fn store(&self) -> Result<Box<dyn Store>, Refused>;

    /// The folder of the page's own files, with a `/` at its end.
    fn base(&self) -> &str;

    /// The library, if another element of the same document has fetched it.
    fn library(&self) -> Option<&'static Library>;

    /// The library was fetched: others need not fetch it again.
    fn fetched(&self, library: &'static Library);
}

/// What a coach or a host asks for. Nobody asks for anything on the page as it is.
#[derive(Debug, Default)]
pub struct Asked {
    /// Questions of their own, and questions that they want judged by other weights: these stand before the page's own.
    pub questions: Vec<&'static Question>,
    /// No figures, whatever the person has chosen.
    pub wordless: bool,
    /// The coach says nothing until the person asks.
    pub silent: bool,
}
