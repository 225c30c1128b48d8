//! The sample answers: their list, and one of them with its parts and with the levels that the engine gives it.

use std::rc::Rc;

use comeback_engine::rubric::CriterionSpec;
use comeback_engine::{Role, seconds};
use yew::Html;

use crate::content::{self, FAMILIES, RUBRIC};
use crate::library::{Library, Part, Sample};
use crate::share::Place;
use crate::ui::components::criteria::pips;
use crate::ui::components::guide::part;
use crate::ui::components::marked::passage;
use crate::ui::components::shelf::{absent, entry, unknown, ways_back};
use crate::ui::components::{optional, own};
use crate::ui::dom::{each, view};
use crate::ui::labels;
use crate::ui::page::Page;
use crate::ui::state::State;

/// Draws the sample with this id, else the list of all.
pub fn samples(page: &Rc<Page>, state: &State, id: Option<&str>) -> Html {
    let Some(library) = state.library() else { return absent(page, state) };
    match id.and_then(|id| library.sample(id)) {
        Some(sample) => {
            view!("{}{}", ways_back(state, &Place::Samples, "All examples"), draw(state, library, sample))
        }
        None => view!(
            "{}<h1 class='question'>Examples</h1>\
            <p class='question-line'>Invented people, told the way people talk. Thin tellings stand beside mended ones.</p>{}",
            id.map(|id| unknown("example", id)),
            each(FAMILIES.iter().map(|family| of_family(library, family.id, family.name))),
        ),
    }
}

fn of_family(library: &Library, id: &str, name: &'static str) -> Html {
    let mut samples = library.samples().filter(|sample| family(*sample) == id).peekable();
    if samples.peek().is_none() {
        return Html::default();
    }
    let list = view!("<ul class='qlist'>{}</ul>", each(samples.map(item)));
    view!("<section class='row qrow'><h2 class='strong'>{}</h2>{}</section>", name, list)
}

/// Id of the family of a sample's question.
pub fn family(sample: Sample) -> &'static str {
    content::question(sample.question()).map_or("", |question| question.family)
}

/// A sample in a list.
pub fn item(sample: Sample) -> Html {
    let meta = [telling(sample), ", ", sample.profession()].concat();
    entry(&Place::Sample(own(sample.id())), own(sample.title()), Some(meta))
}

fn telling(sample: Sample) -> &'static str {
    match sample.kind() {
        "before" => "Before",
        "after" => "After",
        _ => "Example",
    }
}

fn draw(state: &State, library: &Library, sample: Sample) -> Html {
    let question = content::question(sample.question());
    let to = |id: &str, name: &'static str| view!("<a class='link' href='#sample={}'>{}</a>", own(id), name);
    let after = library.samples().find(|other| other.improves() == sample.id());
    let parts: Vec<Part> = sample.parts().collect();
    let runs = parts.chunk_by(|one, next| one.role == next.role);
    view!(
        "<article key='{}'>\
            <p class='label'>{}, {}</p>\
            <h1 class='question'>{}</h1>\
            <p class='question-line'>{} <a href='#q={}'>{}</a> <span class='nb'>About {} seconds.</span></p>\
            <p class='links'>{}{}</p>\
            <section class='row told' aria-label='The answer'><span></span><div>{}</div></section>\
            {}{}\
        </article>",
        own(sample.id()),
        telling(sample),
        own(sample.profession()),
        own(sample.title()),
        "An answer to",
        own(sample.question()),
        question.map(|question| question.prompt),
        seconds(sample.text().split_whitespace().count() as u32),
        after.map(|after| to(after.id(), "See it mended")),
        optional(!sample.improves().is_empty(), || to(sample.improves(), "See it before")),
        each(runs.map(|run| told(sample, run))),
        part("What to take from it".to_owned(), view!("<p class='msg'>{}</p>", own(sample.learn()))),
        part("How it is read here".to_owned(), levels(sample, state.hides_numbers())),
    )
}

/// Sentences of one role in a row.
fn told(sample: Sample, run: &[Part]) -> Html {
    let span = run
        .first()
        .zip(run.last())
        .and_then(|(first, last)| sample.text().get(first.start as usize..last.end as usize));
    let role = run.first().map_or(Role::Other, |part| part.role);
    passage(role, None, own(span.unwrap_or_default()).into())
}

/// A row for each criterion that is asked for.
fn levels(sample: Sample, hide_numbers: bool) -> Html {
    let row = |(spec, level): (&CriterionSpec, u8)| {
        optional(level > 0, || {
            level_row(spec.name.into(), labels::anchor(spec, level), optional(!hide_numbers, || pips(level)))
        })
    };
    view!("<ul>{}</ul>", each(RUBRIC.criteria.iter().zip(sample.judged()).map(row)))
}

/// A criterion, what is said about it, and what stands at its end.
pub fn level_row(name: Html, said: String, end: Html) -> Html {
    view!(
        "<li class='crit'><div class='crit-row'>\
            <span><span class='crit-name'>{}</span><span class='crit-said'>{}</span></span>{}\
        </div></li>",
        name,
        said,
        end,
    )
}
