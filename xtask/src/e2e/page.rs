//! The page under test, in a browser and on a server of its own.

use std::cell::Cell;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::serve::Server;
use crate::webdriver::{Driver, Options, Session, until};

/// A browser window with the page in it. What the window can do, the page can do.
pub struct Page {
    window: Session,
    server: Server,
    /// Requests that the server had seen when the page had last loaded.
    loaded: Cell<usize>,
}

impl Page {
    /// Opens a window; the page is loaded by the first [`Page::visit`].
    pub fn open(driver: &Driver, dist: &Path, options: &Options) -> Result<Self> {
        let server = Server::start(dist, 0, &[])?;
        Ok(Self { window: Session::open(driver, options)?, server, loaded: Cell::new(0) })
    }

    /// Goes to the page, at an address below its own, and waits until the app runs.
    pub fn visit(&self, below: &str) -> Result<()> {
        self.assert_no_request_since_load()?;
        self.window.go(&format!("{}{below}", self.server.address()))?;
        self.wait_for_app()
    }

    /// Loads the page anew and waits until the app runs.
    pub fn reload_app(&self) -> Result<()> {
        self.assert_no_request_since_load()?;
        self.window.reload()?;
        self.wait_for_app()
    }

    /// Asserts what holds after every scenario.
    pub fn assert_quiet(&self) -> Result<()> {
        self.assert_no_request_since_load()?;
        let complaints = self.window.complaints()?;
        ensure!(complaints.is_empty(), "the console is not empty:\n{}", complaints.join("\n"));
        Ok(())
    }

    /// Writes a picture of the window.
    pub fn keep_picture(&self, path: &Path) -> Result<PathBuf> {
        std::fs::write(path, self.window.picture()?)?;
        Ok(path.to_path_buf())
    }

    fn wait_for_app(&self) -> Result<()> {
        until("the app has started", || {
            let started = self.window.script("return !!document.querySelector('#comeback button')", &[])?;
            Ok((started == true).then_some(()))
        })?;
        self.loaded.set(self.server.requests().len());
        Ok(())
    }

    fn assert_no_request_since_load(&self) -> Result<()> {
        let later = self.server.requests().split_off(self.loaded.get());
        ensure!(later.is_empty(), "requested after the page had loaded: {}", later.join(" "));
        Ok(())
    }
}

impl Deref for Page {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.window
    }
}
