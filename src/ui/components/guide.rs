//! The guides: their list, and one of them.

use std::rc::Rc;

use yew::Html;

use crate::library::{Guide, List, Pair, Section, Source};
use crate::share::Place;
use crate::ui::components::shelf::{absent, entry, unknown, ways_back};
use crate::ui::components::{optional, own};
use crate::ui::dom::{each, view};
use crate::ui::page::Page;
use crate::ui::state::State;

/// Draws the guide with this id, else the list of all.
pub fn guides(page: &Rc<Page>, state: &State, id: Option<&str>) -> Html {
    let Some(library) = state.library() else { return absent(page, state) };
    match id.and_then(|id| library.guide(id)) {
        Some(guide) => view!("{}{}", ways_back(state, &Place::Guides, "All guides"), draw(guide)),
        None => {
            let guide = |guide: Guide| entry(&Place::Guide(own(guide.id())), own(guide.title()), None);
            view!(
                "{}<h1 class='question'>Guides</h1>\
                <p class='question-line'>What a fair coach would tell you before you write. Each reads in a minute or two.</p>\
                <ul class='qlist listed'>{}</ul>",
                id.map(|id| unknown("guide", id)),
                each(library.guides().map(guide)),
            )
        }
    }
}

fn draw(guide: Guide) -> Html {
    view!(
        "<article><h1 class='question'>{}</h1><p class='lede'>{}</p>{}{}{}</article>",
        own(guide.title()),
        own(guide.lead()),
        each(guide.sections().map(section)),
        optional(guide.pairs().len() > 0, || part("Before and after".to_owned(), each(guide.pairs().map(pair)))),
        optional(guide.sources().len() > 0, || part("Sources".to_owned(), sources(guide.sources()))),
    )
}

/// A heading in the margin, and what stands beside it.
pub fn part(heading: String, inside: Html) -> Html {
    view!("<section class='row qrow'><h2 class='strong'>{}</h2><div class='prose'>{}</div></section>", heading, inside)
}

fn section(section: Section) -> Html {
    let points = section.points().map(|point| view!("<li>{}</li>", own(point)));
    part(
        own(section.heading()),
        view!(
            "{}{}",
            optional(!section.text().is_empty(), || view!("<p>{}</p>", own(section.text()))),
            optional(section.points().len() > 0, || view!("<ul class='points'>{}</ul>", each(points))),
        ),
    )
}

fn pair(pair: Pair) -> Html {
    view!(
        "<div class='pair'><p class='label'>Before</p><p class='quote'>{}</p>\
            <p class='label'>After</p><p class='quote'>{}</p><p class='soft'>{}</p></div>",
        own(pair.before()),
        own(pair.after()),
        own(pair.why()),
    )
}

/// Where facts come from. Whoever follows an address leaves without telling where they were.
fn sources(sources: List<'_, Source<'_>>) -> Html {
    let source = |source: Source| {
        view!(
            "<li>{} <a href='https://{}' rel='noreferrer'>{}</a></li>",
            own(source.text()),
            own(source.address()),
            own(source.address()),
        )
    };
    view!("<ul class='points small'>{}</ul>", each(sources.map(source)))
}
