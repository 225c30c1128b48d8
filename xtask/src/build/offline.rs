//! What makes the page work without a network: the service worker with its list of the page's files, and the script
//! that registers it. Both are written last, when all other files have their names.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::glue::by_content;
use super::script::bare;
use super::{frame, headers, page, questions, size, whole};
use crate::run;

/// The worker's file. Its name stays: browsers ask for it again to see whether there is a new version.
const WORKER: &str = "sw.js";

/// For search engines alone.
const MAP: &str = "sitemap.xml";

/// Name of the script that registers the worker.
const SCRIPT: &str = "offline";

/// Writes the script that registers the worker; gives the page with its address.
pub fn register(folder: &Path, html: &str) -> Result<String> {
    let script = folder.join(format!("{SCRIPT}.js"));
    std::fs::write(&script, bare(&source("page.js")?))?;
    let script = by_content(script, SCRIPT, "js")?;
    page::with_data(html, SCRIPT, &super::name(&script))
}

/// Writes the worker for all files in a folder, replacing the one that may be there.
pub fn write_worker(folder: &Path) -> Result<()> {
    let files = serde_json::to_string(&list(folder, files(folder)?, is_kept)?)?;
    let later = serde_json::to_string(&later(folder)?)?;
    let version = hash([files.as_bytes(), later.as_bytes()].concat().as_slice());
    let text = format!(
        "const FILES = {files};\nconst LATER = {later};\nconst VERSION = '{version}';\n{}",
        bare(&source("worker.js")?)
    );
    std::fs::write(folder.join(WORKER), text).context("cannot write the service worker")
}

/// What the first visit fetches once the page stands, apart from the library.
pub fn weigh(folder: &Path) -> Result<String> {
    let (mut raw, mut brotli) = (0, 0);
    let first = size::first(folder, "index.html")?;
    for file in files(folder)?.iter().filter(|file| is_kept(&super::name(file)) || super::name(file) == WORKER) {
        let name = super::name(file);
        let loaded = first.contains(&name) && !name.ends_with(".webmanifest");
        if !loaded && !name.starts_with("library-") {
            let bytes = std::fs::read(file)?;
            raw += bytes.len();
            brotli += size::brotli_size(&bytes)?;
        }
    }
    Ok(format!("{SCRIPT:<8}{raw:>10}{brotli:>12}   fetched after the start\n"))
}

/// Whether a file is the page's own. The rest is for other pages, for servers, or there when it is wanted.
fn is_kept(name: &str) -> bool {
    let others = [WORKER, frame::HOST, headers::FILE].contains(&name)
        || [frame::SCRIPT, questions::SCRIPT].iter().any(|script| name.starts_with(script))
        || name == MAP;
    !others && !whole::is_part(name)
}

/// Address and integrity of those of some files in a folder or below it that are wanted by their names, by address.
fn list(folder: &Path, files: Vec<PathBuf>, wanted: fn(&str) -> bool) -> Result<Vec<(String, String)>> {
    let mut list = vec![];
    for file in files.iter().filter(|file| wanted(&super::name(file))) {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let below: Vec<_> = file.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy()).collect();
        let address = below.join("/");
        // A page by its folder: some servers answer for its file's name with a redirection.
        list.push((format!("./{}", address.strip_suffix("index.html").unwrap_or(&address)), hash(&bytes)));
    }
    list.sort();
    Ok(list)
}

/// The page for sharing, and what it alone needs.
fn later(folder: &Path) -> Result<Vec<(String, String)>> {
    let shared = folder.join(whole::SHARE);
    let pages = if shared.is_dir() { files(&shared)? } else { vec![] };
    let mut list = self::list(folder, files(folder)?, whole::is_shared)?;
    list.extend(self::list(folder, pages, |_| true)?);
    Ok(list)
}

/// The files of a folder; hidden ones are the bundler's.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(paths.into_iter().filter(|path| path.is_file() && !super::name(path).starts_with('.')).collect())
}

/// A hash as browsers check it, in integrity lists and in policies.
pub fn hash(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

fn source(name: &str) -> Result<String> {
    let file = run::root().join("src/offline").join(name);
    std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files, each holding its own name.
    fn folder(name: &str, files: &[&str]) -> Result<PathBuf> {
        let folder = run::target_dir().join("offline-tests").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        for file in files {
            let path = folder.join(file);
            path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
            std::fs::write(path, file)?;
        }
        Ok(folder)
    }

    #[test]
    fn lists_every_file_but_the_worker_what_is_for_others_and_what_is_hidden() -> Result<()> {
        let folder = folder(
            "list",
            &["index.html", "b-1.wasm", "a.png", "sw.js", "frame.js", "_headers", "sitemap.xml", ".trunk-lock"],
        )?;
        let addresses: Vec<String> =
            list(&folder, files(&folder)?, is_kept)?.into_iter().map(|(address, _)| address).collect();
        assert_eq!(addresses, ["./", "./a.png", "./b-1.wasm"]);
        Ok(())
    }

    #[test]
    fn lists_apart_what_sharing_needs() -> Result<()> {
        let folder = folder("later", &["index.html", "whole-1.js", "desk-1.css", "element-1.js", "embed.js"])?;
        assert!(later(&folder)?.len() == 2);
        std::fs::create_dir_all(folder.join("share"))?;
        std::fs::write(folder.join("share/index.html"), "")?;
        let addresses: Vec<String> = later(&folder)?.into_iter().map(|(address, _)| address).collect();
        assert_eq!(addresses, ["./desk-1.css", "./whole-1.js", "./share/"]);
        Ok(())
    }

    #[test]
    fn names_another_version_when_any_file_changes() -> Result<()> {
        let folder = folder("version", &["index.html", "icon.svg"])?;
        let worker = || -> Result<String> {
            write_worker(&folder)?;
            Ok(std::fs::read_to_string(folder.join(WORKER))?)
        };
        let first = worker()?;
        assert_eq!(worker()?, first);
        std::fs::write(folder.join("icon.svg"), "another")?;
        let version = |text: &str| text.lines().nth(2).map(str::to_owned);
        assert_ne!(version(&worker()?), version(&first));
        Ok(())
    }

    #[test]
    fn tells_the_page_where_the_script_is() -> Result<()> {
        let folder = folder("register", &[])?;
        let html = register(&folder, "<!doctype html><html lang=en><meta charset=utf-8>")?;
        let script = super::super::name(&files(&folder)?[0]);
        assert!(script.starts_with("offline-") && is_kept(&script), "{script}");
        let expected = format!("<!doctype html><html lang=en data-offline=\"./{script}\"><meta charset=utf-8>");
        assert_eq!(html, expected);
        Ok(())
    }

    #[test]
    fn hashes_as_browsers_do() {
        assert_eq!(hash(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    /// What a browser asks of an app that is installed; Chromium's own check for it hangs now and then.
    #[test]
    fn the_manifest_names_what_an_app_needs() -> Result<()> {
        let folder = run::root().join("src/offline");
        let manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(folder.join("comeback.webmanifest"))?)?;
        assert_eq!([&manifest["start_url"], &manifest["scope"], &manifest["display"]], ["./", "./", "standalone"]);
        assert!(manifest["name"].is_string() && manifest["short_name"].as_str().is_some_and(|name| name.len() <= 12));
        let icons = manifest["icons"].as_array().map(Vec::as_slice).unwrap_or_default();
        for size in [192u32, 512] {
            let sizes = format!("{size}x{size}");
            let icon = icons.iter().find(|icon| icon["sizes"] == *sizes).and_then(|icon| icon["src"].as_str());
            let image = std::fs::read(folder.join(icon.unwrap_or_default()))?;
            // Width and height stand in the first chunk of a PNG.
            assert_eq!(image.get(16..24), Some([size.to_be_bytes(), size.to_be_bytes()].concat().as_slice()), "{size}");
        }
        assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
        let page = std::fs::read_to_string(run::root().join("index.html"))?;
        assert!(page.contains("rel=\"manifest\" href=\"./comeback.webmanifest\""));
        Ok(())
    }
}
