//! Somebody else's page, on another site than the page under test.

use std::borrow::Cow;
use std::path::PathBuf;

use anyhow::Result;

use super::page::Page;
use crate::serve::{Files, Header, Server};
use crate::{build, run};

/// Without this word no other site may load anything of ours but pages and pictures.
const OPEN: Header = Header { files: Files::All, name: "Access-Control-Allow-Origin", value: Cow::Borrowed("*") };

/// A host, and a server of the page for it.
pub struct Host {
    folder: PathBuf,
    host: Server,
    site: Server,
}

impl Host {
    /// Serves an empty host under a name of its own, and the page as docs/hosting has it.
    pub fn open(page: &Page, name: &str) -> Result<Host> {
        let folder = run::target_dir().join("hosts").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        let (host, site) = (Server::start(&folder, 0, &[])?, Server::start(page.dist(), 0, &[OPEN])?);
        Ok(Host { folder, host, site })
    }

    /// The same, with the site's origin named in its policies, as a build has it that was told its address.
    pub fn open_named(page: &Page, name: &str) -> Result<Host> {
        let mut host = Host::open(page, name)?;
        let site = run::target_dir().join("hosts").join(format!("{name}-site"));
        run::copy(page.dist(), &site)?;
        host.site = Server::start(&site, 0, &[OPEN])?;
        build::name_origin(&site, host.site("").trim_end_matches('/'))?;
        Ok(host)
    }

    /// An address on the page's site.
    pub fn site(&self, below: &str) -> String {
        format!("{}{below}", self.site.address())
    }

    /// An address on the host's server under a third name: a stranger to both.
    pub fn other(&self, below: &str) -> String {
        format!("{}{below}", self.host.address_as("stranger.localhost"))
    }

    /// Writes a post.
    pub fn write(&self, body: &str) -> Result<()> {
        let head = "<!doctype html><html lang=en><meta charset=utf-8><title>Blog</title><link rel=icon href=data:,>";
        self.add("index.html", &format!("{head}<body>{body}"))
    }

    /// Writes another file.
    pub fn add(&self, name: &str, text: &str) -> Result<()> {
        Ok(std::fs::write(self.folder.join(name), text)?)
    }

    /// Goes to the post, which may ask the page's site by intention.
    pub fn visit(&self, page: &Page) -> Result<()> {
        self.visit_at(page, &self.host.address_as("blog.localhost"))
    }

    /// The same as another origin of the same site.
    pub fn visit_on_its_site(&self, page: &Page) -> Result<()> {
        self.visit_at(page, &self.host.address())
    }

    fn visit_at(&self, page: &Page, address: &str) -> Result<()> {
        page.may_ask(&self.site(""));
        page.may_ask(&self.other(""));
        page.go(address)
    }
}
