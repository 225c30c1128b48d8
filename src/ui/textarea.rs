//! The answer's own text area, met in one place: caret, selection, and the one way to put a stem in.

use comeback_engine::{Part, Span};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDocument, HtmlElement, HtmlTextAreaElement};
use yew::NodeRef;

use crate::ui::stem::Insertion;
use crate::ui::utf16;

/// An element of the page, while it is there.
pub fn element(node: &NodeRef) -> Option<HtmlElement> {
    node.get().map(JsCast::unchecked_into)
}

/// The text area, while it is there.
pub fn area(editor: &NodeRef) -> Option<HtmlTextAreaElement> {
    editor.get().map(JsCast::unchecked_into)
}

/// The key of a keyboard event; none where a browser that fills in a form sends an event without one.
pub fn key(event: &Event) -> Option<String> {
    Reflect::get(event, &JsValue::from_str("key")).ok()?.as_string()
}

/// Where the caret stands, in bytes of `text`, which must be the area's value.
pub fn caret(area: &HtmlTextAreaElement, text: &str) -> Option<u32> {
    area.selection_end().ok().flatten().map(|caret| utf16::to_byte(text, caret))
}

/// Selects words of the answer; with `focus` the editor also takes the keyboard and comes into view.
pub fn select(editor: &NodeRef, span: Span, focus: bool) {
    let Some(area) = area(editor) else { return };
    let (start, end) = utf16::range(&area.value(), span);
    // A refused selection or focus leaves the page as it was; there is nothing to mend.
    let _ = area.set_selection_range(start, end);
    if focus {
        let _ = area.focus();
    }
}

/// Puts a stem into the answer as if it had been typed, so that undo takes it out again, and selects its first gap.
pub fn insert(editor: &NodeRef, parts: &[Part], stem: &str) {
    let Some(area) = area(editor) else { return };
    let text = area.value();
    let insertion = Insertion::new(&text, parts, caret(&area, &text).unwrap_or(text.len() as u32), stem);
    let at = utf16::from_byte(&text, insertion.at);
    let _ = area.focus();
    let _ = area.set_selection_range(at, at);
    if !typed(&insertion.text) {
        // Without the editing command the text still goes in; the browser then forgets its undo list.
        let _ = area.set_range_text(&insertion.text);
        if let Ok(event) = web_sys::Event::new("input") {
            let _ = area.dispatch_event(&event);
        }
    }
    if let Some((start, end)) = insertion.gap {
        let (start, end) = utf16::range(&area.value(), Span { start, end });
        let _ = area.set_selection_range(start, end);
    }
}

/// Gives an element the keyboard without moving the page.
pub fn focus_quietly(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A refusal leaves the focus where it was.
    let _ = element.focus_with_options(&options);
}

/// True when the keyboard belongs to something that is neither inside this element nor the page as a whole.
pub fn has_focus_elsewhere(element: &HtmlElement) -> bool {
    active(element).is_some_and(|active| active.tag_name() != "BODY" && !element.contains(Some(&active)))
}

/// What has the keyboard in the tree that an element stands in: the page, or what is closed off on somebody else's page.
fn active(element: &HtmlElement) -> Option<Element> {
    // Both kinds of root know it by the same name.
    element.get_root_node().unchecked_into::<HtmlDocument>().active_element()
}

/// Copies a text to the clipboard by way of an area inside `screen`; false when the browser refused.
pub fn copy(screen: &NodeRef, text: &str) -> bool {
    let Some((document, screen)) = document().zip(element(screen)) else { return false };
    let before = active(&screen);
    let Ok(area) = document.create_element("textarea") else { return false };
    let area: HtmlTextAreaElement = area.unchecked_into();
    area.set_value(text);
    area.set_class_name("hide");
    let _ = screen.append_child(&area);
    area.select();
    let copied = document.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(before) = before {
        let _ = before.unchecked_into::<HtmlElement>().focus();
    }
    copied
}

/// True where a pointer can hover: words may then be shown in the editor without a keyboard rising over the page.
pub fn has_mouse() -> bool {
    let media = web_sys::window().and_then(|window| window.match_media("(hover: hover)").ok().flatten());
    media.is_some_and(|media| media.matches())
}

/// The editing command that keeps the browser's own undo list.
fn typed(text: &str) -> bool {
    document().is_some_and(|page| page.exec_command_with_show_ui_and_value("insertText", false, text).unwrap_or(false))
}

fn document() -> Option<HtmlDocument> {
    Some(web_sys::window()?.document()?.unchecked_into())
}
