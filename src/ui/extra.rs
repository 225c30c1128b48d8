//! What the whole program adds to the page: sharing, and life on other people's pages.
//!
//! The page's own program has none of it, because it would not fit its first load: all of it hangs on this one trait
//! and on [`Asked`], and where [`WHOLE`] is false nobody looks at them, so that the program holds nothing of either.

use std::rc::Rc;

use comeback_engine::Criterion;
use yew::Html;

use crate::content::{LIBRARY, Question};
use crate::library::Library;
use crate::store::{Refused, Store};
use crate::ui::page::Page;
use crate::ui::state::State;

/// Whether this program is the whole one. What runs natively, tests above all, is.
pub const WHOLE: bool = cfg!(any(feature = "whole", not(target_family = "wasm")));

/// What is added. Each method is called where its part of the page is drawn or done, and adds nothing unless it is written.
pub trait Extra {
    /// The page begins: nothing was kept or read yet.
    fn begin(&self, _page: &Rc<Page>) {}

    /// What stands behind `#` now, with it: at the start, and whenever it changes. Comes before the place in it is shown.
    fn arrive(&self, _page: &Rc<Page>, _fragment: &str) {}

    /// The body of the page, with what stands around it, or something else in its place.
    fn around(&self, _page: &Rc<Page>, _state: &State, body: &dyn Fn() -> Html) -> Html {
        body()
    }

    /// Why a question is asked, for one that the library does not know.
    fn why(&self, _question: &Question) -> Html {
        Html::default()
    }

    /// Stands behind the name of a criterion.
    fn sign(&self, _criterion: Criterion) -> Option<&'static str> {
        None
    }

    /// More to read about what has this id: a kind of finding, a criterion, a question. Stands beside the guide for it.
    fn more(&self, _id: &str) -> Html {
        Html::default()
    }

    /// The page has been drawn.
    fn drawn(&self, _page: &Rc<Page>) {}

    /// Where the library is, as the page's document sees it.
    fn library_at(&self) -> String {
        LIBRARY.to_owned()
    }

    /// Where the page stands on somebody else's: what it has there in place of the address bar and the page's own storage.
    fn host(&self) -> Option<&dyn Host> {
        None
    }
}

/// Somebody else's page: the address, the title and the document are theirs.
pub trait Host {
    /// Opens what the host wants first, in place of what the address names.
    fn open(&self, page: &Rc<Page>);

    /// Where drafts are kept.
    ///
    /// # Errors
    /// Tells why there is no such place.
    fn store(&self) -> Result<Box<dyn Store>, Refused>;

    /// The folder of the pages that this one belongs to, with a `/` at its end; empty where there are none.
    fn site(&self) -> &str;

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
