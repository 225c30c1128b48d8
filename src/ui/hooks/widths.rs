//! Widths in proportion to words. The page's policy refuses `style` attributes, so they go through the style object.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Gives every `data-w` element inside `root` a share of its row as large as its number, whenever `drawn` changes.
#[hook]
pub fn use_widths<D: PartialEq + 'static>(root: &NodeRef, drawn: D) {
    let root = root.clone();
    use_effect_with(drawn, move |_| {
        let found = root.cast::<Element>().and_then(|root| root.query_selector_all("[data-w]").ok());
        let Some(found) = found else { return };
        for element in (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<HtmlElement>().ok()) {
            // A browser that refuses the width draws equal blocks; the words beside them stay right.
            let _ = element.style().set_property("flex-grow", &element.get_attribute("data-w").unwrap_or_default());
        }
    });
}
