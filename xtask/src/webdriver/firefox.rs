//! What Firefox does only for scripts with its own rights.

use anyhow::Result;
use serde_json::{Value, json};

use super::session::Session;

/// Has the page's console kept, from the first page on.
const PREPARE: &str = include_str!("firefox.js");

/// What it says of storage by itself, whatever a page does: that a frame on another site has one of its own, or that a person
/// has forbidden it. What the page makes of that is under test.
const KNOWN: [&str; 4] = [
    "Partitioned cookie or storage access was provided",
    "Request to access cookie or storage on",
    "Failed to register/update a ServiceWorker for scope",
    // Said when a page is left while its script runs: the driver ends it.
    "Script terminated by timeout",
];

/// What was kept, and what the browser itself has to say of pages: errors that nobody caught and policies that were
/// violated. Its own scripts' troubles are its own.
const COMPLAINTS: &str = "const own = /^(chrome|resource|moz-extension|data):|^\\[|^$/;
    const errors = Services.console.getMessageArray().filter((message) =>
        message instanceof Ci.nsIScriptError && message.category !== 'chrome javascript'
        && !(message.flags & Ci.nsIScriptError.infoFlag) && !own.test(message.sourceName));
    Services.console.reset();
    return window.heard.splice(0).concat(errors.map(({ errorMessage, sourceName }) => `${errorMessage} (${sourceName})`))";

/// Shows a text as still being composed, as an input method does.
const COMPOSE: &str = "const [text] = arguments;
    if (!window.method) {
        window.method = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        window.method.beginInputTransactionForTests(window, () => true);
    }
    window.method.setPendingCompositionString(text);
    window.method.appendClauseToPendingComposition(text.length, window.method.ATTR_RAW_CLAUSE);
    window.method.setCaretInPendingComposition(text.length);
    return window.method.flushPendingComposition()";

/// Makes a new window what it is asked to be.
pub fn prepare(window: &Session) -> Result<()> {
    privileged(window, PREPARE, &[]).map(drop)
}

/// Errors and warnings since the last call.
pub fn complaints(window: &Session) -> Result<Vec<String>> {
    // What a page said before it answered this has arrived when the answer has.
    window.script("return null", &[])?;
    let lines = privileged(window, COMPLAINTS, &[])?;
    let lines = lines.as_array().into_iter().flatten().filter_map(Value::as_str);
    Ok(lines.filter(|line| !KNOWN.iter().any(|known| line.starts_with(known))).map(str::to_owned).collect())
}

/// Shows a text as still being composed.
pub fn compose(window: &Session, text: &str) -> Result<()> {
    privileged(window, COMPOSE, &[json!(text)]).map(drop)
}

/// Ends the composition with a text.
pub fn compose_to(window: &Session, text: &str) -> Result<()> {
    privileged(window, "window.method.commitCompositionWith(arguments[0])", &[json!(text)]).map(drop)
}

/// Runs a function body with the browser's own rights.
fn privileged(window: &Session, body: &str, arguments: &[Value]) -> Result<Value> {
    window.post("moz/context", json!({ "context": "chrome" }))?;
    let done = window.script(body, arguments);
    window.post("moz/context", json!({ "context": "content" }))?;
    done
}
