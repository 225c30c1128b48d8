//! Somebody else's page with ours in it: a blog on another site, with a hostile style sheet and a strict policy.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;
use crate::run;
use crate::serve::{Files, Header, Server};

/// What this file tests.
pub const SCENARIOS: &[Scenario] =
    &[Scenario::new("works in a frame of somebody else's page, and touches nothing else there", works_in_a_frame)];

/// The pages of the blog; `OURS` in them stands for our address.
const PAGES: &str = "xtask/src/e2e/blog";

/// The blog's own name: another site than the one that serves us.
const HOST: &str = "blog.localhost";

/// A blog, and the server that its pages have us from.
pub struct Blog {
    folder: PathBuf,
    copy: PathBuf,
    ours: Server,
    blog: Server,
}

impl Blog {
    /// Serves the blog, and the built page under the headers that its files need on other people's pages.
    pub fn open(page: &Page) -> Result<Self> {
        let header = |files, name, value: String| Header { files, name, value: Cow::Owned(value) };
        let shared = [
            header(Files::All, "Access-Control-Allow-Origin", "*".into()),
            header(Files::Hashed, "Cache-Control", "public, max-age=31536000, immutable".into()),
        ];
        // A copy, so that a file can be missing.
        let copy = run::target_dir().join("sites/blog-ours");
        run::copy(page.dist(), &copy)?;
        let ours = Server::start(&copy, 0, &shared)?;
        let address = ours.address();
        let address = address.trim_end_matches('/');
        // As strict as can be: its own style sheet, our script, our files and our frame.
        let policy = format!(
            "default-src 'none'; style-src 'self'; img-src data:; script-src {address} 'wasm-unsafe-eval'; \
             connect-src {address}; frame-src {address}"
        );
        let folder = run::target_dir().join("sites/blog");
        write(&folder, address)?;
        let blog = Server::start(&folder, 0, &[header(Files::Html, "Content-Security-Policy", policy)])?;
        page.may_ask(&ours.address());
        Ok(Self { folder, copy, ours, blog })
    }

    /// Writes one more post, with our script in its head.
    pub fn add(&self, name: &str, body: &str) -> Result<()> {
        self.add_scripts(name, &["embed.js"], body)
    }

    /// The same with these scripts.
    pub fn add_scripts(&self, name: &str, scripts: &[&str], body: &str) -> Result<()> {
        let ours = self.ours.address();
        let tags: String =
            scripts.iter().map(|script| format!("<script type=module src='{ours}{script}'></script>")).collect();
        let head = "<!doctype html><html lang=en><meta charset=utf-8><title>Post</title><link rel=icon href='data:,'>\
            <link rel=stylesheet href=hostile.css>";
        Ok(std::fs::write(self.folder.join(name), format!("{head}{tags}<body>{body}"))?)
    }

    /// Takes away our files with this ending; gives their names.
    pub fn hide(&self, ending: &str) -> Result<Vec<PathBuf>> {
        let files = std::fs::read_dir(&self.copy)?.flatten().map(|file| file.path());
        let hidden: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().ends_with(ending)).collect();
        for file in &hidden {
            std::fs::rename(file, file.with_extension("hidden"))?;
        }
        Ok(hidden)
    }

    /// Puts them back.
    pub fn show(&self, files: &[PathBuf]) -> Result<()> {
        files.iter().try_for_each(|file| Ok(std::fs::rename(file.with_extension("hidden"), file)?))
    }

    /// Where a page of the blog is.
    pub fn address(&self, name: &str) -> String {
        format!("{}{name}", self.blog.address_as(HOST))
    }

    /// What its pages have asked us for.
    pub fn requests(&self) -> Vec<String> {
        self.ours.requests()
    }
}

/// Copies the blog's files, with our address in them.
fn write(folder: &Path, ours: &str) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let pages = run::root().join(PAGES);
    for file in std::fs::read_dir(&pages).with_context(|| format!("cannot read {}", pages.display()))? {
        let file = file?;
        let text = std::fs::read_to_string(file.path())?.replace("OURS", ours);
        std::fs::write(folder.join(file.file_name()), text)?;
    }
    Ok(())
}

fn works_in_a_frame(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    page.go(&blog.address("frame.html"))?;
    page.enter("iframe")?;
    page.wait_until_started()?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.keys(" It cost a week.")?;
    page.feedback()?;
    ensure!(page.answer()? == format!("{WEAK} It cost a week."), "typed was {:?}", page.answer()?);
    ensure!(!page.next_step()?.is_empty(), "no next step");
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    // A click into the frame is none on the page around it.
    page.leave()?;
    ensure!(page.script("return document.querySelectorAll('body > *').length", &[])? == 1, "the blog's page grew");
    ensure!(page.script("return localStorage.length", &[])? == 0, "the blog's own storage was used");
    ensure!(!blog.requests().iter().any(|address| address.starts_with("/sw.js")), "a frame settled in");
    // The same article another time: the draft is where it was.
    page.reload()?;
    page.enter("iframe")?;
    page.text("#answer")?;
    let kept = page.answer()?;
    ensure!(kept == format!("{WEAK} It cost a week."), "after a reload: {kept:?}");
    page.leave()
}
