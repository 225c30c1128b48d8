//! The answer: a native text area that the page reads and does not write to. Caret, undo and composition are the
//! browser's own.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use comeback_engine::State as Judged;

use crate::ui::components::{Page, optional};
use crate::ui::dom::view;
use crate::ui::draft::Draft;
use crate::ui::labels;
use crate::ui::state::Action;
use crate::ui::textarea;

/// Props of [`Editor`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The question.
    pub id: &'static str,
    /// Its draft: read once for the text, then only for what stands under the editor.
    pub draft: Draft,
    /// Drafts survive a reload.
    pub kept: bool,
    /// Shown while nothing is typed.
    pub placeholder: AttrValue,
}

/// Somebody who has left the editor for so long is no longer in the middle of a sentence.
const AWAY_MILLIS: u32 = 400;

/// The answer.
#[component]
pub fn Editor(props: &Props) -> Html {
    let first = use_memo((), |()| AttrValue::from(props.draft.text.to_string()));
    let away = use_mut_ref(|| None::<Timeout>);
    let read = {
        let (page, id) = (props.page.clone(), props.id);
        Callback::from(move |writing: bool| {
            let Some(area) = page.editor.cast::<HtmlTextAreaElement>() else { return };
            let text = area.value();
            let caret = if writing { textarea::caret(&area, &text) } else { None };
            page.send(Action::Typed { question: id, text: text.into(), caret });
        })
    };
    let oninput = {
        let read = read.clone();
        Callback::from(move |event: InputEvent| {
            // Half-composed characters are nobody's words yet; compositionend reads them.
            if !event.is_composing() {
                read.emit(!matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop"));
            }
        })
    };
    let onblur = {
        let (away, read) = (away.clone(), read.clone());
        Callback::from(move |_: FocusEvent| {
            let read = read.clone();
            *away.borrow_mut() = Some(Timeout::new(AWAY_MILLIS, move || read.emit(false)));
        })
    };
    let onfocus = Callback::from(move |_: FocusEvent| drop(away.take()));
    {
        // The caret of a draft that came back stands at its end, where stems go. Yew knows no composition events.
        let (editor, read) = (props.page.editor.clone(), read.clone());
        use_effect_with((), move |()| {
            let area = editor.cast::<HtmlTextAreaElement>();
            if let Some(area) = &area {
                let end = area.value().encode_utf16().count() as u32;
                let _ = area.set_selection_range(end, end);
            }
            let composed = area.map(|area| EventListener::new(&area, "compositionend", move |_| read.emit(true)));
            move || drop(composed)
        });
    }
    let area = html! {
        <textarea
            class="field" id="answer" ref={props.page.editor.clone()} defaultvalue={(*first).clone()}
            placeholder={props.placeholder.clone()} aria-describedby="answer-foot" spellcheck="true"
            {oninput} {onblur} {onfocus}
        />
    };
    let report = &props.draft.report;
    let count = || view!("<span class='soft num'>{}</span>", labels::words(report.words));
    view!(
        "<section class='row'>\
            <label class='label' for='answer'>Your answer</label>\
            <div>{}<p class='field-foot' id='answer-foot'><span class='state'>{}</span>{}</p></div>\
        </section>",
        area,
        if props.kept { "Saved on this device" } else { "Not kept: only in this tab" },
        optional(report.state == Judged::Short, count),
    )
}
