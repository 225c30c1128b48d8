//! One browser window of its own, with a fresh profile.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::driver::Driver;
use super::inspector::Inspector;
use super::trap::Trap;
use super::wait::until;
use super::{capabilities, chromium, firefox, http};
use crate::tools::Engine;

/// Inner and outer sizes, CSS pixels.
const SIZES: &str = "return [innerWidth, innerHeight, outerWidth, outerHeight]";

/// Types a text at the caret.
const INSERT: &str = "return document.execCommand('insertText', false, arguments[0])";

/// What differs from an ordinary window.
#[derive(Default)]
pub struct Options {
    /// Whether all storage is refused, as it is when a person blocks cookies.
    pub storage_blocked: bool,
}

/// A browser window; it closes when dropped.
pub struct Session {
    engine: Engine,
    port: u16,
    path: String,
    trap: Trap,
    inspector: Option<Inspector>,
}

impl Session {
    /// Opens a window of 1280 by 900 CSS pixels.
    pub fn open(driver: &Driver, options: &Options) -> Result<Self> {
        let (trap, browser) = (Trap::start()?, driver.browser());
        let wanted = capabilities::wanted(browser, options, trap.port());
        let opened = http::call(driver.port(), "POST", "/session", Some(&wanted))?;
        let id = opened["sessionId"].as_str().context("the driver gave no session")?;
        let (engine, path) = (browser.engine, format!("/session/{id}"));
        let mut session = Self { engine, port: driver.port(), path, trap, inspector: None };
        match engine {
            Engine::Chromium => chromium::prepare(&session, options)?,
            Engine::Firefox => firefox::prepare(&session)?,
            Engine::WebKit => session.inspector = Some(Inspector::of_child(driver.process())?),
        }
        session.resize(1280, 900)?;
        Ok(session)
    }

    /// What it is a window of.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Goes to an address and waits until it has loaded.
    pub fn go(&self, address: &str) -> Result<()> {
        self.post("url", json!({ "url": address })).map(drop)
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Result<()> {
        if self.engine != Engine::Firefox {
            return self.post("refresh", json!({})).map(drop);
        }
        // Firefox's driver asks the server past the page's worker, as no person's reload does.
        self.script("window.isOld = true; location.reload()", &[])?;
        let anew = "return !window.isOld && document.readyState === 'complete'";
        until("the page is loaded anew", || Ok((self.script(anew, &[])? == true).then_some(())))
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
        if self.engine == Engine::Chromium {
            return chromium::resize(self, width, height);
        }
        // WebDriver counts a window's own bars along.
        let [inner_width, inner_height, outer_width, outer_height] = self.sizes()?;
        let (width, height) = (i64::from(width), i64::from(height));
        let (outer_width, outer_height) = (width + outer_width - inner_width, height + outer_height - inner_height);
        self.post("window/rect", json!({ "width": outer_width, "height": outer_height }))?;
        until(&format!("the window is {width} by {height}"), || {
            let now = self.sizes()?;
            Ok((now[..2] == [width, height]).then_some(()))
        })
    }

    fn sizes(&self) -> Result<[i64; 4]> {
        let sizes = self.script(SIZES, &[])?;
        let size = |at: usize| sizes[at].as_i64().context("a size is no number");
        Ok([size(0)?, size(1)?, size(2)?, size(3)?])
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

    /// Takes the last step in a text field back, as a person does.
    pub fn undo(&self) -> Result<()> {
        match self.engine {
            // The keys of its driver reach the page and none of the browser's own shortcuts.
            Engine::WebKit => self.script("document.execCommand('undo')", &[]).map(drop),
            Engine::Chromium | Engine::Firefox => self.chord(super::key::CONTROL, 'z'),
        }
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

    /// A command of Chromium's own protocol, in Chromium only.
    pub fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.post("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Errors and warnings on the console since the last call.
    pub fn complaints(&self) -> Result<Vec<String>> {
        match &self.inspector {
            Some(inspector) => inspector.complaints(),
            None if self.engine == Engine::Firefox => firefox::complaints(self),
            None => chromium::complaints(self),
        }
    }

    /// What has tried to leave this machine since the last call: the page, its workers, or the browser itself.
    pub fn strays(&self) -> Vec<String> {
        self.trap.caught()
    }

    /// Puts text in at the caret at once, as a paste does.
    pub fn insert(&self, text: &str) -> Result<()> {
        let done = self.script(INSERT, &[json!(text)])?;
        if done != true {
            bail!("there is nothing to insert into");
        }
        Ok(())
    }

    /// Shows a text at the caret as still being composed, as an input method does, in place of the one before.
    pub fn compose(&self, text: &str) -> Result<()> {
        match self.engine {
            Engine::Chromium => chromium::compose(self, text),
            Engine::Firefox => firefox::compose(self, text),
            Engine::WebKit => bail!("WebKit's driver cannot compose"),
        }
    }

    /// Ends the composition with a text.
    pub fn compose_to(&self, text: &str) -> Result<()> {
        match self.engine {
            Engine::Chromium => chromium::compose_to(self, text),
            Engine::Firefox => firefox::compose_to(self, text),
            Engine::WebKit => bail!("WebKit's driver cannot compose"),
        }
    }

    /// Lets the page believe in a preference of its reader, such as `prefers-color-scheme` and `dark`. In Chromium only.
    pub fn prefer(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!([{ "name": feature, "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).map(drop)
    }

    /// The page as PNG; in Chromium also what does not fit in the window.
    pub fn picture(&self) -> Result<Vec<u8>> {
        if self.engine == Engine::Chromium {
            return chromium::picture(self);
        }
        let picture = self.get("screenshot")?;
        let text = picture.as_str().context("the picture is empty")?;
        Ok(base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text)?)
    }

    pub(super) fn get(&self, command: &str) -> Result<Value> {
        http::call(self.port, "GET", &format!("{}/{command}", self.path), None)
    }

    pub(super) fn post(&self, command: &str, body: Value) -> Result<Value> {
        http::call(self.port, "POST", &format!("{}/{command}", self.path), Some(&body))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A window that is gone already is closed all the same.
        let _ = http::call(self.port, "DELETE", &self.path, None);
    }
}
