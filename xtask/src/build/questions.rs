//! A page of its own for every question, `q/<id>/`, and the list of them, `q/`: what stands there is read without the
//! program, by people and by whoever shows links. The bodies are drawn by the page's own components (`examples/pages.rs`),
//! the heads come from the finished index.html, so that policy and files are the same ones.

mod body;
mod head;
mod list;
mod shell;

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::glue::by_content;
use super::script::joined;
use super::site::Site;
use super::{library, picture, size};
use head::Head;
use shell::Shell;

/// The folder of all question pages.
const FOLDER: &str = "q";

/// Name of the script that question pages alone have.
pub const SCRIPT: &str = "question";

/// A question's picture, beside its page.
const PICTURE: &str = "picture.png";

/// The style sheet of those who allow no scripts.
const UNSCRIPTED: &str = "unscripted.css";

/// The most that one page may weigh with the script of them all, in bytes after brotli at its highest level.
const BUDGET: usize = 4_000;

/// Writes all question pages beside the finished index.html, with their pictures; with a site, its map too.
pub fn write(dist: &Path, site: Option<&Site>) -> Result<()> {
    let content = library::content()?;
    let html = std::fs::read_to_string(dist.join("index.html")).context("the built page has no index.html")?;
    let script = dist.join("question.js");
    std::fs::write(&script, joined(&["src/question.js"])?)?;
    let script = by_content(script, SCRIPT, "js")?;
    let shell = Shell::read(&html, &library::name(dist)?, &super::name(&script))?;
    let bodies = body::draw()?;
    let folder = dist.join(FOLDER);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    for (question, details) in content.questions.iter().zip(&content.shelf.details) {
        let body = bodies.get(question.id).with_context(|| format!("no page was drawn for {}", question.id))?;
        let below = below(question.id);
        let head = Head {
            name: question.prompt,
            description: &head::description(question.listens, &details.why),
            below: &below,
            picture: Some(PICTURE),
            site,
        };
        let own = dist.join(&below);
        std::fs::create_dir_all(&own)?;
        std::fs::write(own.join("index.html"), shell.question(question.id, &head, &body::turned(body, &shell)?)?)?;
        std::fs::write(own.join(PICTURE), picture::draw(question.prompt)?)?;
    }
    let all = list::page(&content, &shell, site);
    std::fs::write(folder.join("index.html"), all)?;
    std::fs::write(folder.join(UNSCRIPTED), shell::UNSCRIPTED)?;
    if let Some(site) = site {
        let pages: Vec<String> = content.questions.iter().map(|question| self::below(question.id)).collect();
        let all = ["", "q/"].into_iter().chain(pages.iter().map(String::as_str));
        std::fs::write(dist.join("sitemap.xml"), site.map(all))?;
    }
    Ok(())
}

/// Where the page of a question is, below the page's own address.
pub fn below(id: &str) -> String {
    format!("{FOLDER}/{id}/")
}

/// Two lines on what the pages weigh: all of them, and the first load of the heaviest, of which `shared` bytes are those
/// of the program. An error where one is over its budget.
pub fn weigh(dist: &Path, shared: usize) -> Result<String> {
    let content = library::content()?;
    let weight = |file: &Path| -> Result<(usize, usize)> {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok((bytes.len(), size::brotli_size(&bytes)?))
    };
    let (mut raw, mut brotli) = weight(&dist.join(FOLDER).join("index.html"))?;
    let (mut largest, mut pictures) = ((0, ""), 0);
    for question in content.questions {
        let own = dist.join(below(question.id));
        let page = weight(&own.join("index.html"))?;
        (raw, brotli) = (raw + page.0, brotli + page.1);
        largest = largest.max((page.1, question.id));
        pictures += std::fs::metadata(own.join(PICTURE))?.len();
    }
    let script = std::fs::read_dir(dist)?.flatten().map(|file| file.path());
    let script = script.filter(|file| super::name(file).starts_with(SCRIPT)).map(|file| weight(&file));
    largest.0 += script.map(|weight| Ok(weight?.1)).sum::<Result<usize>>()?;
    ensure!(largest.0 <= BUDGET, "q/{}/ has {} bytes of its own, over its budget of {BUDGET}", largest.1, largest.0);
    let count = content.questions.len();
    let all = format!("{:<8}{raw:>10}{brotli:>12}   {count} pages and their list\n", "q/");
    let first = shared + largest.0;
    Ok(format!(
        "{all}{:<8}{:>10}{first:>12}   first load of the heaviest, {} of it its own (budget {BUDGET})\n\
         {:<8}{pictures:>10}{:>12}   pictures, for those who show links\n",
        "", "", largest.0, "", ""
    ))
}
