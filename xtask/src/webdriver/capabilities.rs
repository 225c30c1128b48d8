//! What a window is asked for, in the words of each engine: no movement, no network of the browser's own, everything
//! that would leave this machine through the trap, and storage refused where that is the case under test.

use serde_json::{Value, json};

use super::session::Options;
use crate::tools::{Browser, Engine};

/// Keeps Chromium from anything but the page: no updates, no first-run pages, no network of its own. Nothing moves, so
/// that a click lands where its element was found.
const CHROMIUM: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=OptimizationHints,AutofillServerCommunication,NetworkTimeServiceQuerying",
    // What it asks for all the same, it asks where nobody listens.
    "--gaia-url=http://127.0.0.1:1",
    "--component-updater=url-source=http://127.0.0.1:1",
    // Once somebody types it wants a dictionary from there, whatever its preferences say.
    "--proxy-bypass-list=redirector.gvt1.com",
    "--host-resolver-rules=MAP redirector.gvt1.com ~NOTFOUND",
    "--force-prefers-reduced-motion",
];

/// What to ask for.
pub fn wanted(browser: &Browser, options: &Options, trap: u16) -> Value {
    let own = match browser.engine {
        Engine::Chromium => chromium(browser, trap),
        Engine::Firefox => firefox(browser, options, trap),
        Engine::WebKit => webkit(options, trap),
    };
    json!({ "capabilities": { "alwaysMatch": own } })
}

fn chromium(browser: &Browser, trap: u16) -> Value {
    let mut flags: Vec<String> = CHROMIUM.iter().map(|flag| (*flag).to_owned()).collect();
    flags.push(format!("--proxy-server=http://127.0.0.1:{trap}"));
    // Chromium refuses to run its sandbox as root, and containers run as root.
    if cfg!(target_os = "linux") {
        flags.push("--no-sandbox".to_owned());
    }
    json!({
        "goog:chromeOptions": { "binary": browser.program, "args": flags },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox(browser: &Browser, options: &Options, trap: u16) -> Value {
    let mut preferences = json!({
        "ui.prefersReducedMotion": 1,
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": trap,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": trap,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
    });
    if options.storage_blocked {
        // "Block all cookies".
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    let flags = ["-headless", "-remote-allow-system-access"];
    json!({ "moz:firefoxOptions": { "binary": browser.program, "args": flags, "prefs": preferences } })
}

/// Each of its windows is a private one: what is kept there lives as long as the window.
fn webkit(options: &Options, trap: u16) -> Value {
    // By flags, not by WebDriver's own word for a proxy: with that, one start in twenty crashes.
    let mut flags = vec![
        "--automation".to_owned(),
        format!("--proxy=http://127.0.0.1:{trap}"),
        "--ignore-host=127.0.0.1".to_owned(),
        "--ignore-host=localhost".to_owned(),
    ];
    if options.storage_blocked {
        // It has no setting under which storage throws: this one gives null in its place.
        flags.push("--enable-html5-local-storage=false".to_owned());
    }
    json!({ "webkitgtk:browserOptions": { "args": flags } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_is_sent_to_the_trap() {
        for engine in Engine::ALL {
            let browser = Browser { engine, program: None, driver: "driver".into(), screen: None };
            let asked = wanted(&browser, &Options::default(), 49_999).to_string();
            assert!(asked.contains("49999"), "{}: {asked}", engine.name());
        }
    }

    #[test]
    fn storage_is_refused_only_where_asked() {
        let asked = |storage_blocked| {
            let options = Options { storage_blocked };
            [firefox, |_: &Browser, options: &Options, trap| webkit(options, trap)].map(|engine| {
                let browser = Browser { engine: Engine::Firefox, program: None, driver: "".into(), screen: None };
                engine(&browser, &options, 1).to_string()
            })
        };
        assert_ne!(asked(true)[0], asked(false)[0]);
        assert_ne!(asked(true)[1], asked(false)[1]);
    }
}
