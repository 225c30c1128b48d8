//! Finding elements: in the page, inside shadow roots, and in frames.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::session::Session;
use super::wait::until;

/// How WebDriver marks a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How it marks a reference to a shadow root.
const SHADOW: &str = "shadow-6066-11e4-a52e-4f735466cecf";

/// Stands between an element and a place inside its open shadow root.
const INTO: &str = " >>> ";

/// Calls back whether an element stays where it is from one frame to the next: a click is aimed at a place, and what
/// moves on meanwhile is missed.
const RESTS: &str = "const [element, done] = arguments;
    const place = () => JSON.stringify(element.getBoundingClientRect());
    const before = place();
    requestAnimationFrame(() => requestAnimationFrame(() => done(place() === before)))";

impl Session {
    /// Clicks the first element that matches, as soon as there is one that rests and can be clicked.
    pub fn click(&self, place: &str) -> Result<()> {
        until(&format!("click {place}"), || {
            let element = self.find(place)?;
            if self.script_async(RESTS, &[json!({ ELEMENT: element })])? != true {
                return Ok(None);
            }
            self.post(&format!("element/{element}/click"), json!({})).map(Some)
        })
        .map(drop)
    }

    /// Clicks the first element that matches where no script may run, not even ours: nothing moves there.
    pub fn click_unscripted(&self, place: &str) -> Result<()> {
        until(&format!("click {place}"), || {
            let element = self.find(place)?;
            self.post(&format!("element/{element}/click"), json!({})).map(Some)
        })
        .map(drop)
    }

    /// The visible text of the first element that matches, as soon as there is one.
    pub fn text(&self, place: &str) -> Result<String> {
        until(&format!("text of {place}"), || {
            let text = self.get(&format!("element/{}/text", self.find(place)?))?;
            Ok(text.as_str().map(str::to_owned))
        })
    }

    /// The first element that matches, as soon as there is one: to be given to a script as an argument.
    pub fn element(&self, place: &str) -> Result<Value> {
        until(&format!("element {place}"), || Ok(Some(json!({ ELEMENT: self.find(place)? }))))
    }

    /// Goes into a frame, as soon as there is one: from now on all is looked for in there.
    pub fn enter(&self, place: &str) -> Result<()> {
        let frame = self.element(place)?;
        self.post("frame", json!({ "id": frame })).map(drop)
    }

    /// Goes back out of all frames.
    pub fn leave(&self) -> Result<()> {
        self.post("frame", json!({ "id": null })).map(drop)
    }

    /// By CSS, or by XPath where it begins with two strokes: only that can ask for a text. `outer >>> inner` looks for
    /// the inner one inside the shadow root of the outer one, by CSS.
    fn find(&self, place: &str) -> Result<String> {
        let (mut scope, mut rest) = (String::new(), place);
        while let Some((host, inside)) = rest.split_once(INTO) {
            let host = self.find_in(&scope, host)?;
            let root = self.get(&format!("element/{host}/shadow"))?;
            scope = format!("shadow/{}/", root[SHADOW].as_str().context("not a shadow root")?);
            rest = inside;
        }
        self.find_in(&scope, rest)
    }

    fn find_in(&self, scope: &str, place: &str) -> Result<String> {
        let using = if place.starts_with("//") { "xpath" } else { "css selector" };
        let found = self.post(&format!("{scope}element"), json!({ "using": using, "value": place }))?;
        Ok(found[ELEMENT].as_str().context("not an element")?.to_owned())
    }
}
