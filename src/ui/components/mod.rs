//! What is drawn, one part of the page a file.
//!
//! Every part is a plain function, most of them of a [`Scene`]: it keeps nothing of its own. There is one component,
//! [`app::App`], because each component and each hook costs its readers a kilobyte or more; what has to happen in the
//! browser between two drawings happens there.

pub mod app;
mod bar;
mod card;
mod coach;
pub(in crate::ui) mod criteria;
mod editor;
pub(in crate::ui) mod field;
mod finding;
mod followup;
pub(in crate::ui) mod guide;
mod legend;
pub(in crate::ui) mod marked;
mod meter;
pub mod notice;
mod place;
mod rate;
pub(in crate::ui) mod sample;
pub mod shelf;
mod start;
mod strip;
mod sum;
mod tailor;
mod top;
mod work;

use std::borrow::Cow;
use std::rc::Rc;

use comeback_engine::rubric::StepSpec;
use yew::Html;

use crate::content::{Question, RUBRIC};
use crate::ui::dom::{each, view};
use crate::ui::draft::Draft;
use crate::ui::page::{Click, Page};
use crate::ui::state::{Fold, State, Wish};
use crate::ui::stem;

/// One open question, as the parts of its page see it.
pub(in crate::ui) struct Scene<'a> {
    /// The page.
    page: &'a Rc<Page>,
    /// What the page knows.
    state: &'a State,
    /// The open question.
    question: &'static Question,
    /// What is drawn of its draft: the latest, or for the coach the one that rested last.
    draft: &'a Draft,
}

impl Scene<'_> {
    /// The shown next step.
    fn step(&self) -> Option<&'static StepSpec> {
        step(self.draft)
    }

    /// A button in the coach's voice.
    fn link(&self, name: &'static str, click: Click) -> Html {
        link(self.page, name, click)
    }

    /// A button that opens and closes a part of the page.
    fn fold(&self, name: &'static str, fold: Fold) -> Html {
        let open = self.state.folds.has(fold);
        self.unfold(name, open, Wish::Fold(fold))
    }

    /// A button that says whether what it opens is open.
    fn unfold(&self, name: &'static str, open: bool, wish: Wish) -> Html {
        unfold(self.page, name, open, wish)
    }

    /// A button that puts a stem into the answer; nothing where there is no stem.
    fn insert(&self, stem: impl Into<Cow<'static, str>>) -> Html {
        let stem = stem.into();
        if stem.is_empty() {
            return Html::default();
        }
        self.link("Insert stem", Click::Insert(stem))
    }
}

/// A button that says whether what it opens is open.
fn unfold(page: &Rc<Page>, name: &'static str, open: bool, wish: Wish) -> Html {
    view!(
        "<button class='link chev' type='button' aria-expanded={} onclick={}>{}</button>",
        truth(open),
        page.on(Click::Send(wish)),
        name
    )
}

/// A button in the voice of text.
fn link(page: &Rc<Page>, name: &'static str, click: Click) -> Html {
    view!("<button class='link' type='button' onclick={}>{}</button>", page.on(click), name)
}

/// The next step that stands beside a draft.
fn step(draft: &Draft) -> Option<&'static StepSpec> {
    draft.step.and_then(|step| RUBRIC.steps.get(usize::from(step)))
}

/// A truth value as attributes write it.
pub(in crate::ui) fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// A link's id as it may be shown: a long one is cut.
pub(in crate::ui) fn shortened(id: &str) -> String {
    let start: String = id.chars().take(40).collect();
    if start.len() < id.len() { start + "…" } else { start }
}

/// A text of the library, to be drawn.
#[inline(never)]
pub(in crate::ui) fn own(text: &str) -> String {
    text.to_owned()
}

/// Quoted words of the answer.
pub(in crate::ui) fn quoted(words: &str) -> String {
    ["“", words, "”"].concat()
}

/// A stem with its gaps drawn; nothing where there is none.
fn gaps(text: &str) -> Html {
    let gap = || view!("<span class='gap'><span class='hide'>…</span></span>");
    let mut pieces = text.split(stem::GAP);
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = each(pieces.map(|piece| view!("{}{}", gap(), piece.to_owned())));
    optional(!text.is_empty(), || view!("<p class='stem'>{}{}</p>", first, rest))
}

/// What is drawn only at times.
pub(in crate::ui) fn optional(drawn: bool, draw: impl FnOnce() -> Html) -> Html {
    if drawn { draw() } else { Html::default() }
}
