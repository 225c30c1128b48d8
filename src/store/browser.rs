//! localStorage. Each call may throw, and a thrown call is an answer like any other.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::{Refused, Store};

/// Written and removed once at the start, to learn whether this storage works at all.
const PROBE: &str = "comeback:probe";

/// This site's localStorage.
#[derive(Clone, Debug)]
pub struct Browser(Storage);

impl Browser {
    /// Opens it and proves by a guarded write and read that it works. A full storage still opens: what it holds can
    /// be read, and room may come back.
    ///
    /// # Errors
    /// Tells why there is no storage to use.
    pub fn open() -> Result<Browser, Refused> {
        let storage = web_sys::window().ok_or(Refused::Absent)?.local_storage().map_err(|error| reason(&error))?;
        let browser = Browser(storage.ok_or(Refused::Absent)?);
        match browser.write(PROBE, "1") {
            Ok(()) => {
                let sound = browser.read(PROBE)?.as_deref() == Some("1");
                browser.0.remove_item(PROBE).map_err(|error| reason(&error))?;
                if sound { Ok(browser) } else { Err(Refused::Unsound) }
            }
            Err(Refused::Full) => browser.read(PROBE).map(|_| browser),
            Err(refused) => Err(refused),
        }
    }
}

impl Store for Browser {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        self.0.get_item(key).map_err(|error| reason(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.set_item(key, text).map_err(|error| reason(&error))
    }
}

/// Told by the name of what was thrown: its class differs between browsers and changed over time.
fn reason(error: &JsValue) -> Refused {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("SecurityError") => Refused::Blocked,
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Refused::Full,
        _ => Refused::Unsound,
    }
}
