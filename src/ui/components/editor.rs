//! The answer: a native text area that the page reads and does not write to. Caret, undo and composition are the
//! browser's own.

use std::rc::Rc;

use comeback_engine::State as Judged;
use wasm_bindgen::JsCast;
use web_sys::{Event, InputEvent};
use yew::{Html, NodeRef};

use crate::ui::components::{Scene, optional};
use crate::ui::dom::{on, view};
use crate::ui::edge::later;
use crate::ui::labels;
use crate::ui::page::Page;
use crate::ui::state::Action;
use crate::ui::textarea;

/// Somebody who has left the editor for so long is no longer in the middle of a sentence.
const AWAY_MILLIS: u32 = 400;

/// Draws the answer. A text that comes from elsewhere gets an area of its own, which [`fill`] gives it once.
pub fn editor(scene: &Scene) -> Html {
    let (state, report) = (scene.state, &scene.draft.report);
    let reader = |read: fn(&Rc<Page>, Event)| {
        let page = scene.page.clone();
        on(move |event| read(&page, event))
    };
    let count = || view!("<span class='soft num'>{}</span>", labels::words(report.words));
    view!(
        "<section class='row' key={}>\
            <label class='label' for='answer'>Your answer</label>\
            <div>\
                <textarea class='field' id='answer' ref={} placeholder={} aria-describedby='answer-foot' \
                    spellcheck='true' oninput={} onblur={} onfocus={} oncompositionend={}></textarea>\
                <p class='field-foot' id='answer-foot'><span class='state'>{}</span>{}</p>\
            </div>\
        </section>",
        state.given,
        &scene.page.editor,
        scene.draft.asks(scene.state.library()),
        reader(typed),
        reader(left),
        reader(|page, _| drop(page.away.take())),
        reader(|page, _| read(page, true)),
        if state.storage.kept { "Saved on this device" } else { "Not kept: only in this tab" },
        optional(report.state == Judged::Short, count),
    )
}

/// Gives a new text area its text. The caret of a draft that came back stands at its end, where stems go.
pub fn fill(editor: &NodeRef, text: &str) {
    if let Some(area) = textarea::area(editor) {
        let _ = area.set_default_value(text);
        let end = text.encode_utf16().count() as u32;
        let _ = area.set_selection_range(end, end);
    }
}

fn typed(page: &Rc<Page>, event: Event) {
    let event: InputEvent = event.unchecked_into();
    // Half-composed characters are nobody's words yet; compositionend reads them.
    if !event.is_composing() {
        read(page, !matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop"));
    }
}

fn left(page: &Rc<Page>, _: Event) {
    let later_page = page.clone();
    *page.away.borrow_mut() = Some(later(AWAY_MILLIS, Box::new(move || read(&later_page, false))));
}

fn read(page: &Page, writing: bool) {
    let Some(area) = textarea::area(&page.editor) else { return };
    let Some(question) = page.state().question().map(|question| question.id) else { return };
    let text = area.value();
    let caret = if writing { textarea::caret(&area, &text) } else { None };
    page.send(Action::Typed { question, text: text.into(), caret });
}
