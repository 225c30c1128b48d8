//! The built pages as those read them who run no program: search engines, and whoever shows a link.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::markup::pages;
use crate::build::{self, attribute, tags};

/// Who shows a link reads no further, bytes.
const READ: usize = 16 * 1024;

/// What the first part of a question's page has to say, each in a tag of its own.
const SAID: [(&str, &str); 12] = [
    ("name", "description"),
    ("property", "og:type"),
    ("property", "og:title"),
    ("property", "og:description"),
    ("property", "og:image"),
    ("property", "og:image:width"),
    ("property", "og:image:height"),
    ("property", "og:image:alt"),
    ("name", "twitter:card"),
    ("name", "twitter:title"),
    ("name", "twitter:description"),
    ("name", "twitter:image"),
];

/// Whole addresses that name something and ask for nothing.
const NAMES: [&str; 2] = ["https://schema.org", "http://www.w3.org/2000/svg"];

/// Checks all question pages, and of every page where it leads.
pub fn check(dist: &Path) -> Result<()> {
    let read = |file: &Path| std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()));
    let index = read(&dist.join("index.html"))?;
    let content = build::content()?;
    let (mut titles, mut descriptions) = (BTreeSet::new(), BTreeSet::new());
    for (question, details) in content.questions.iter().zip(&content.shelf.details) {
        let file = dist.join("q").join(question.id).join("index.html");
        let page = read(&file)?;
        let first = first_part(&page).with_context(|| format!("{}", file.display()))?;
        ensure!(titles.insert(first.title), "{} has the title of another page", file.display());
        ensure!(descriptions.insert(first.description), "{} has the description of another page", file.display());
        let text = plain(&page);
        let texts = details.dos.iter().chain(&details.avoids).chain([&details.why]).map(String::as_str);
        for said in texts.chain([question.prompt, question.listens]) {
            ensure!(text.contains(said), "{} does not say {said:?} without the program", file.display());
        }
        ensure!(policy(&page) == policy(&index), "{} has another policy than index.html", file.display());
        data(&page).with_context(|| format!("the data in {}", file.display()))?;
        let foreign = foreign(&page);
        ensure!(foreign.is_empty(), "{} names other places: {}", file.display(), foreign.join(" "));
    }
    for file in pages(dist)? {
        let page = read(&file)?;
        let astray = leads_nowhere(&page, &file, dist);
        ensure!(astray.is_empty(), "{} leads to what is not there: {}", file.display(), astray.join(" "));
    }
    Ok(())
}

/// What is different on every page.
struct First {
    title: String,
    description: String,
}

/// Reads the first part of a page; an error when something is not said there, or after something is loaded.
fn first_part(page: &str) -> Result<First> {
    let (mut end, mut said) = (READ.min(page.len()), vec![]);
    while !page.is_char_boundary(end) {
        end -= 1;
    }
    let loaded = ["rel=\"stylesheet\"", "rel=modulepreload", "src="].iter().filter_map(|loads| page.find(loads)).min();
    let first = &page[..end.min(loaded.context("it loads nothing")?)];
    for (kind, name) in SAID {
        let tag = tags(first, "meta").find(|tag| attribute(tag, kind) == Some(name));
        let tag = tag.with_context(|| format!("{name} is not said before anything is loaded"))?;
        let content = tag.split_once("content=\"").and_then(|(_, rest)| rest.split_once('"'));
        let (content, _) = content.with_context(|| format!("{name} has no content"))?;
        ensure!(!content.is_empty(), "{name} is empty");
        said.push(content.to_owned());
    }
    let title = first.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).context("no title")?;
    Ok(First { title: title.0.to_owned(), description: said.swap_remove(0) })
}

/// The words of a page, without its tags and scripts.
fn plain(page: &str) -> String {
    let mut text = String::new();
    let mut script = false;
    for piece in page.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        script = (script || tag.starts_with("script")) && !tag.starts_with("/script");
        if !script {
            text += words;
        }
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];
    signs.iter().fold(text, |text, (written, sign)| text.replace(written, sign))
}

fn policy(page: &str) -> Option<&str> {
    tags(page, "meta").find(|tag| tag.contains("Content-Security-Policy"))
}

/// Reads what is said as data.
fn data(page: &str) -> Result<()> {
    let start = page.split_once("<script type=\"application/ld+json\">").context("there is none")?.1;
    let data: serde_json::Value = serde_json::from_str(start.split_once("</script>").context("no end")?.0)?;
    ensure!(data["@type"] == "LearningResource" && data["isAccessibleForFree"] == true, "it says {data}");
    Ok(())
}

/// Addresses in a page that lead to no file of the build.
fn leads_nowhere<'page>(page: &'page str, file: &Path, dist: &Path) -> Vec<&'page str> {
    let places = [("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("html", "data-library")];
    let named = places.iter().flat_map(|(tag, from)| tags(page, tag).filter_map(move |tag| attribute(tag, from)));
    let pictures = tags(page, "meta").filter(|tag| attribute(tag, "property") == Some("og:image"));
    let pictures = pictures.filter_map(|tag| attribute(tag, "content"));
    // What scripts load lies beside them.
    let scripts = ["data-start", "data-glue", "data-program", "data-reading", "data-offline", "data-framed"];
    let beside = |from: &&str| tags(page, "html").find_map(|tag| attribute(tag, from));
    let beside = scripts.iter().filter_map(beside).filter(|address| !dist.join(address).is_file());
    let relative = named.chain(pictures).filter(|address| !address.starts_with("data:") && !address.contains("://"));
    let there = |address: &str| {
        let path = address.split(['#', '?']).next().unwrap_or_default();
        let target = file.parent().map(|folder| resolved(&folder.join(path))).unwrap_or_default();
        let target = if target.is_dir() { target.join("index.html") } else { target };
        target.starts_with(dist) && target.is_file()
    };
    relative.filter(|address| !address.starts_with('#') && !there(address)).chain(beside).collect()
}

/// A path without its steps up.
fn resolved(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut path, part| {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            part => path.push(part),
        }
        path
    })
}

/// Whole addresses in the tags of a page. What stands in its text is read by people alone.
fn foreign(page: &str) -> Vec<&str> {
    let tags = page.split('<').map(|piece| piece.split('>').next().unwrap_or_default());
    let whole = tags.flat_map(|tag| {
        tag.match_indices("://").map(move |(at, _)| {
            let start = tag[..at].rfind(|sign: char| !sign.is_ascii_alphabetic()).map_or(0, |before| before + 1);
            let rest = &tag[start..];
            &rest[..rest.find(['"', '\'', ' ']).unwrap_or(rest.len())]
        })
    });
    whole.filter(|address| !NAMES.contains(address)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hears_what_is_said_outside_of_scripts() {
        let text = plain("<p>It&#x27;s <b>one</b> &amp; only.</p><script>hidden()</script><i>x</i>");
        assert_eq!(text, "It's one & only.x");
    }

    #[test]
    fn finds_what_leads_nowhere_and_what_leads_away() {
        let page = "<a href=\"../raw.rs#top\"><link href=./gone.css><a href=\"https://example.org/\"><a href=\"#\">\
            <a href=\"../../../../Cargo.toml\">";
        // As if these files here were the build.
        let dist = crate::run::root().join("xtask/src/test");
        let nowhere = leads_nowhere(page, &dist.join("below/index.html"), &dist);
        assert_eq!(nowhere, ["../../../../Cargo.toml", "./gone.css"]);
        assert_eq!(foreign(page), ["https://example.org/"]);
    }

    #[test]
    fn wants_everything_said_before_anything_is_loaded() {
        assert!(first_part("<title>T</title><link rel=\"stylesheet\">").is_err());
    }
}
