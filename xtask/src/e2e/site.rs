//! A site of a scenario's own: a copy of the page that can be released anew, broken, or taken off the network.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use super::page::Page;
use crate::serve::Server;
use crate::webdriver::until;
use crate::{build, run};

/// Looks for a new version, as a browser does at each visit, and calls back when that has come to its end: `waiting`
/// when all of it is there, else `none`.
const LOOK: &str = "const done = arguments[0];
    navigator.serviceWorker.getRegistration().then(async (registration) => {
        await registration.update().catch(() => {});
        const look = () => {
            if (registration.waiting) return done('waiting');
            if (!registration.installing) return done('none');
            registration.installing.addEventListener('statechange', look, { once: true });
        };
        look();
    })";

/// A served copy of the page.
pub struct Site {
    folder: PathBuf,
    server: Server,
    above: String,
}

impl Site {
    /// Copies and serves the page, which nothing in this browser has seen at its address.
    pub fn open(page: &Page, name: &str) -> Result<Self> {
        Self::open_below(page, name, "")
    }

    /// The same some folders down, `above/` or `above/and/above/`.
    pub fn open_below(page: &Page, name: &str, above: &str) -> Result<Self> {
        let root = run::target_dir().join("sites").join(name);
        let folder = root.join(above);
        run::copy(page.dist(), &folder)?;
        let server = Server::start(&root, 0, &[])?;
        Ok(Self { folder, server, above: above.to_owned() })
    }

    /// Where the page is, or something below it.
    pub fn address(&self, below: &str) -> String {
        format!("{}{}{below}", self.server.address(), self.above)
    }

    /// The addresses asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// Writes one more file.
    pub fn add(&self, name: &str, text: &str) -> Result<()> {
        Ok(std::fs::write(self.folder.join(name), text)?)
    }

    /// Takes a file away.
    pub fn remove(&self, name: &str) -> Result<()> {
        std::fs::remove_file(self.folder.join(name)).with_context(|| format!("cannot remove {name}"))
    }

    /// Puts a new version in the place of the old: another page, and another style sheet, whose name is given.
    pub fn release(&self, version: u32, page: &Page) -> Result<String> {
        let (old, new) = (page.file_ending(".css")?, format!("style-{version}.css"));
        let style = std::fs::read_to_string(page.dist().join(&old))?;
        self.add(&new, &format!("{style}\n/* {version} */"))?;
        self.remove(&old)?;
        let html = std::fs::read_to_string(page.dist().join("index.html"))?;
        let html = html.replace(&old, &new).replacen("<html ", &format!("<html data-version={version} "), 1);
        self.add("index.html", &html)?;
        build::write_worker(&self.folder)?;
        Ok(new)
    }

    /// Goes there, and waits until the page runs and is kept for when there is no network.
    pub fn visit(&self, page: &Page, below: &str) -> Result<()> {
        page.go(&self.address(below))?;
        page.wait_until_started()?;
        page.wait_until_settled()
    }

    /// Takes the site off the network: nothing listens there any more. Gives its address.
    pub fn stop(self) -> Result<String> {
        let address = self.server.address();
        drop(self.server);
        let port = address.trim_end_matches('/').rsplit(':').next().context("no port")?.to_owned();
        until("nobody listens", || {
            Ok(std::net::TcpStream::connect(format!("127.0.0.1:{port}")).is_err().then_some(()))
        })?;
        Ok(address)
    }
}

/// Whether the browser, looking for a new version, now has one that waits.
pub fn finds_new_version(page: &Page) -> Result<bool> {
    Ok(page.script_async(LOOK, &[])? == "waiting")
}

/// The version of the page on the screen; null is the first.
pub fn version(page: &Page) -> Result<Value> {
    page.script("return document.documentElement.dataset.version ?? null", &[])
}
