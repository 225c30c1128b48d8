//! One browser window of its own, with a fresh profile.

use anyhow::{Context, Result};
use base64::Engine;
use serde_json::{Value, json};

use super::driver::Driver;
use super::http;
use super::wait::until;

/// How WebDriver marks a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keeps Chromium from anything but the page: no updates, no first-run pages, no network of its own. Nothing moves, so
/// that a click lands where its element was found.
const FLAGS: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
];

/// Makes the page meet what a browser does that blocks cookies.
const REFUSE_STORAGE: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('Access is denied for this document.', 'SecurityError') } })";

/// What differs from an ordinary window.
#[derive(Default)]
pub struct Options {
    /// Whether all storage is refused, as it is when a person blocks cookies.
    pub storage_blocked: bool,
}

/// A browser window; it closes when dropped.
pub struct Session {
    port: u16,
    path: String,
}

impl Session {
    /// Opens a window of 1280 by 900 CSS pixels.
    pub fn open(driver: &Driver, options: &Options) -> Result<Self> {
        let mut flags = FLAGS.to_vec();
        // Chromium refuses to run its sandbox as root, and containers run as root.
        if cfg!(target_os = "linux") {
            flags.push("--no-sandbox");
        }
        let chrome = json!({ "binary": driver.browser().chromium, "args": flags });
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": chrome,
            "goog:loggingPrefs": { "browser": "ALL" },
        } } });
        let opened = http::call(driver.port(), "POST", "/session", Some(&wanted))?;
        let id = opened["sessionId"].as_str().context("the driver gave no session")?;
        let session = Self { port: driver.port(), path: format!("/session/{id}") };
        session.resize(1280, 900)?;
        if options.storage_blocked {
            // Not by the browser's own setting: under it, headless Chromium at times never finishes an import.
            session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": REFUSE_STORAGE }))?;
        }
        Ok(session)
    }

    /// Goes to an address and waits until it has loaded.
    pub fn go(&self, address: &str) -> Result<()> {
        self.post("url", json!({ "url": address })).map(drop)
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Result<()> {
        self.post("refresh", json!({})).map(drop)
    }

    /// One step back in the history.
    pub fn back(&self) -> Result<()> {
        self.post("back", json!({})).map(drop)
    }

    /// One step forward in the history.
    pub fn forward(&self) -> Result<()> {
        self.post("forward", json!({})).map(drop)
    }

    /// The inside of the window, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop)
    }

    /// Clicks the first element that matches, as soon as there is one that can be clicked.
    pub fn click(&self, place: &str) -> Result<()> {
        until(&format!("click {place}"), || {
            let element = self.find(place)?;
            self.post(&format!("element/{element}/click"), json!({})).map(Some)
        })
        .map(drop)
    }

    /// The visible text of the first element that matches, as soon as there is one.
    pub fn text(&self, place: &str) -> Result<String> {
        until(&format!("text of {place}"), || {
            let element = self.find(place)?;
            let text = http::call(self.port, "GET", &format!("{}/element/{element}/text", self.path), None)?;
            Ok(text.as_str().map(str::to_owned))
        })
    }

    /// Presses and releases keys one after the other, where the focus is.
    pub fn keys(&self, keys: &str) -> Result<()> {
        let press = |key: char| [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        self.perform(keys.chars().flat_map(press).collect())
    }

    /// Presses a key while another is held.
    pub fn chord(&self, held: char, key: char) -> Result<()> {
        let step = |kind: &str, key: char| json!({ "type": kind, "value": key });
        self.perform(vec![step("keyDown", held), step("keyDown", key), step("keyUp", key), step("keyUp", held)])
    }

    fn perform(&self, steps: Vec<Value>) -> Result<()> {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": steps });
        self.post("actions", json!({ "actions": [keyboard] })).map(drop)
    }

    /// Runs a function body in the page and gives what it returns.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/sync", json!({ "script": body, "args": arguments }))
    }

    /// Runs a function body whose last argument must be called with the result.
    pub fn script_async(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/async", json!({ "script": body, "args": arguments }))
    }

    /// Longest time that a script may run, in milliseconds.
    pub fn script_timeout(&self, milliseconds: u32) -> Result<()> {
        self.post("timeouts", json!({ "script": milliseconds })).map(drop)
    }

    /// A command of Chromium's own protocol.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Errors and warnings on the console since the last call.
    pub fn complaints(&self) -> Result<Vec<String>> {
        let entries = self.post("se/log", json!({ "type": "browser" }))?;
        let all = entries.as_array().map(Vec::as_slice).unwrap_or_default();
        let bad = all.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        Ok(bad.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect())
    }

    /// Puts text in at the caret at once, as a paste does.
    pub fn insert(&self, text: &str) -> Result<()> {
        self.devtools("Input.insertText", json!({ "text": text })).map(drop)
    }

    /// Lets the page believe in a preference of its reader, such as `prefers-color-scheme` and `dark`.
    pub fn prefer(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!([{ "name": feature, "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).map(drop)
    }

    /// The whole page as PNG, also what does not fit in the window.
    pub fn picture(&self) -> Result<Vec<u8>> {
        let how = json!({ "format": "png", "captureBeyondViewport": true });
        let shot = self.devtools("Page.captureScreenshot", how)?;
        let text = shot["data"].as_str().context("the picture is empty")?;
        Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
    }

    /// By CSS, or by XPath where it begins with two strokes: only that can ask for a text.
    fn find(&self, place: &str) -> Result<String> {
        let using = if place.starts_with("//") { "xpath" } else { "css selector" };
        let found = self.post("element", json!({ "using": using, "value": place }))?;
        Ok(found[ELEMENT].as_str().context("not an element")?.to_owned())
    }

    fn post(&self, command: &str, body: Value) -> Result<Value> {
        http::call(self.port, "POST", &format!("{}/{command}", self.path), Some(&body))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A window that is gone already is closed all the same.
        let _ = http::call(self.port, "DELETE", &self.path, None);
    }
}
