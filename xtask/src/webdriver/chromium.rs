//! What only Chromium's own protocol can do.

use anyhow::{Context, Result};
use base64::Engine;
use serde_json::json;

use super::session::{Options, Session};

/// Makes the page meet what a browser does that blocks cookies.
const REFUSE_STORAGE: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('Access is denied for this document.', 'SecurityError') } })";

/// Makes a new window what it is asked to be.
pub fn prepare(window: &Session, options: &Options) -> Result<()> {
    if options.storage_blocked {
        // Not by the browser's own setting: under it, headless Chromium at times never finishes an import.
        window.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": REFUSE_STORAGE }))?;
    }
    Ok(())
}

/// Without a window's own bars and least width.
pub fn resize(window: &Session, width: u32, height: u32) -> Result<()> {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    window.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop)
}

/// Errors and warnings since the last call.
pub fn complaints(window: &Session) -> Result<Vec<String>> {
    let entries = window.post("se/log", json!({ "type": "browser" }))?;
    let all = entries.as_array().map(Vec::as_slice).unwrap_or_default();
    let bad = all.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
    Ok(bad.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect())
}

/// Shows a text as still being composed.
pub fn compose(window: &Session, text: &str) -> Result<()> {
    let at = text.chars().count();
    let parameters = json!({ "text": text, "selectionStart": at, "selectionEnd": at });
    window.devtools("Input.imeSetComposition", parameters).map(drop)
}

/// Ends the composition with a text.
pub fn compose_to(window: &Session, text: &str) -> Result<()> {
    window.devtools("Input.insertText", json!({ "text": text })).map(drop)
}

/// The whole page as PNG, also what does not fit in the window.
pub fn picture(window: &Session) -> Result<Vec<u8>> {
    let how = json!({ "format": "png", "captureBeyondViewport": true });
    let shot = window.devtools("Page.captureScreenshot", how)?;
    let text = shot["data"].as_str().context("the picture is empty")?;
    Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
}
