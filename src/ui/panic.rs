//! Should the program ever fail: the text area is the browser's own and stays alive, and what was typed is kept.

use std::panic::PanicHookInfo;

/// Says so at the top of the page, and writes the reason to the console.
pub fn tell(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let (Some(body), Ok(notice)) = (document.body(), document.create_element("p")) else { return };
    notice.set_class_name("failed");
    let _ = notice.set_attribute("role", "alert");
    notice.set_text_content(Some("Something went wrong in this page. Please reload it; your text is saved."));
    let _ = body.prepend_with_node_1(&notice);
}
