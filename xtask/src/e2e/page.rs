//! The page under test, in a browser and on a server of its own: how it is reached and how it is kept honest.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::serve::Server;
use crate::tools::Engine;
use crate::webdriver::{Driver, Options, Session, until};

/// Names of the files that the page has asked for, from the browser's own record.
const LOADED: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)";

/// Names of what was asked of others than the page's own origin and those that are given.
const FOREIGN: &str = "const [others] = arguments;
    const ours = (name) => /^(data|blob|about):/.test(name) || name.startsWith(location.origin + '/')
        || others.some((other) => name.startsWith(other));
    return performance.getEntriesByType('resource').map(entry => entry.name).filter((name) => !ours(name))";

/// Whether the app runs and all its files are there: the last one is the library, which it fetches by itself.
const STARTED: &str = "return document.readyState === 'complete' && !!document.querySelector('#comeback h1')
    && !!document.querySelector('#comeback a[href^=\"#\"]')
    && !!document.querySelector('link[href*=reading]')?.sheet
    && performance.getEntriesByType('resource').some(entry => entry.name.includes('/library-'))";

/// Calls back once the page is kept whole for when there is no network: from then on it asks for nothing.
const SETTLED: &str = "navigator.serviceWorker.ready.then(({ active }) => {
    const look = () => active.state === 'activated' && arguments[0](true);
    if (!look()) active.addEventListener('statechange', look);
})";

/// What a browser asks for by itself, when it likes: whether there is a new version, and what installing takes.
const BY_ITSELF: [&str; 3] = ["/sw.js", "/comeback.webmanifest", "/icon"];

/// A browser window with the page in it. What the window can do, the page can do.
pub struct Page {
    window: Session,
    server: Server,
    dist: PathBuf,
    /// Whether this browser keeps a page for when there is no network.
    settles: bool,
    /// Requests that the server had seen when the page had last loaded.
    loaded: Cell<usize>,
    /// Origins that the page may ask besides its own.
    others: RefCell<Vec<String>>,
}

impl Page {
    /// Opens a window; the page is loaded by the first [`Page::visit`].
    pub fn open(driver: &Driver, dist: &Path, options: &Options) -> Result<Self> {
        let server = Server::start(dist, 0, &[])?;
        let window = Session::open(driver, options)?;
        // Where all storage is blocked for real, there is no worker either.
        let settles = !(options.storage_blocked && window.engine() == Engine::Firefox);
        Ok(Self { window, server, dist: dist.to_path_buf(), settles, loaded: Cell::new(0), others: RefCell::default() })
    }

    /// Runs a script at the page's address before the app has ever run there.
    pub fn before_first_visit(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        // A style sheet shown by itself has the same storage as the page and runs nothing.
        let sheet = self.file_ending(".css")?;
        self.window.go(&self.address(&sheet))?;
        let done = self.window.script(script, arguments)?;
        // A browser asks for an icon beside a lone file; that is not the page's doing.
        self.window.complaints()?;
        self.loaded.set(self.server.requests().len());
        Ok(done)
    }

    /// Goes to the page, at an address below its own, and waits until the app runs.
    pub fn visit(&self, below: &str) -> Result<()> {
        self.go(&self.address(below))?;
        self.wait_for_app()
    }

    /// Loads the page anew and waits until the app runs.
    pub fn reload_app(&self) -> Result<()> {
        self.assert_no_request_since_load()?;
        self.window.reload()?;
        self.wait_for_app()
    }

    /// An address below the page's own.
    pub fn address(&self, below: &str) -> String {
        format!("{}{below}", self.server.address())
    }

    /// The folder that is served.
    pub fn dist(&self) -> &Path {
        &self.dist
    }

    /// The name of the page's own file with this ending: one that it names, or its library.
    pub fn file_ending(&self, ending: &str) -> Result<String> {
        let html = std::fs::read_to_string(self.dist.join("index.html"))?;
        let files =
            std::fs::read_dir(&self.dist)?.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
        let mut own = files.filter(|name| {
            name.ends_with(ending)
                && (html.contains(&format!("=./{name}"))
                    || html.contains(&format!("ref=\"./{name}"))
                    || name.starts_with("library-"))
        });
        own.next().with_context(|| format!("no {ending} file was built"))
    }

    /// Lets the page at hand ask another server of this scenario, which it does by intention.
    pub fn may_ask(&self, address: &str) {
        self.others.borrow_mut().push(address.to_owned());
    }

    /// What the page at hand has asked of other origins, from the browser's own record.
    pub fn foreign(&self) -> Result<Vec<String>> {
        let foreign = self.window.script(FOREIGN, &[json!(*self.others.borrow())])?;
        Ok(foreign.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Asserts what holds after every scenario.
    pub fn assert_quiet(&self) -> Result<()> {
        self.assert_no_request_since_load()?;
        let foreign = self.foreign()?;
        ensure!(foreign.is_empty(), "asked of another origin: {}", foreign.join(" "));
        let strays = self.window.strays();
        ensure!(strays.is_empty(), "the browser tried to leave this machine:\n{}", strays.join("\n"));
        let complaints = self.window.complaints()?;
        ensure!(complaints.is_empty(), "the console is not empty:\n{}", complaints.join("\n"));
        Ok(())
    }

    /// Writes a picture of the window.
    pub fn keep_picture(&self, path: &Path) -> Result<PathBuf> {
        std::fs::write(path, self.window.picture()?)?;
        Ok(path.to_path_buf())
    }

    /// Waits until the app runs, wherever it came from.
    pub fn wait_until_started(&self) -> Result<()> {
        until("the app has started", || Ok((self.window.script(STARTED, &[])? == true).then_some(())))
    }

    /// Waits until the page is kept for when there is no network.
    pub fn wait_until_settled(&self) -> Result<()> {
        self.window.script_async(SETTLED, &[]).context("the service worker did not get ready").map(drop)
    }

    fn wait_for_app(&self) -> Result<()> {
        self.wait_until_started()?;
        if self.settles {
            self.wait_until_settled()?;
        }
        self.loaded.set(self.server.requests().len());
        self.window.script("window.filesAtStart = performance.getEntriesByType('resource').length", &[])?;
        Ok(())
    }

    /// Both the server and the browser must know of no request since the page has loaded.
    fn assert_no_request_since_load(&self) -> Result<()> {
        let mut later = self.server.requests().split_off(self.loaded.get());
        later.retain(|address| !BY_ITSELF.iter().any(|begin| address.starts_with(begin)));
        ensure!(later.is_empty(), "requested after the page had loaded: {}", later.join(" "));
        let more =
            self.window.script("return window.filesAtStart < performance.getEntriesByType('resource').length", &[])?;
        ensure!(
            more != true,
            "the browser loaded more after the page had loaded: {}",
            self.window.script(LOADED, &[])?
        );
        Ok(())
    }
}

impl Deref for Page {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.window
    }
}
