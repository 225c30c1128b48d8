//! What stands beside the page: the whole program, the page for sharing, and the element for other people's pages.
//!
//! None of it belongs to a first load. The element's script keeps its name, since it stands in other people's pages;
//! all that it asks for has a hash in its name.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::glue::{App, by_content};
use super::script::bare;
use super::{direct, library, name, page, size};
use crate::run;
use crate::tools::Tools;

/// Name of the whole program.
pub const WHOLE: &str = "whole";

/// The script that stands in other people's pages.
const EMBED: &str = "embed.js";

/// The most that it may weigh, in bytes after brotli at its highest level.
const EMBED_BUDGET: usize = 3_000;

/// The page for sharing.
pub const SHARE: &str = "share";

/// Whether a file at the top is there for the page for sharing.
pub fn is_shared(name: &str) -> bool {
    ["whole-", "desk-"].iter().any(|begin| name.starts_with(begin))
}

/// Whether a file stands beside the page, and not in its first load.
pub fn is_part(name: &str) -> bool {
    name == EMBED || name.starts_with("element-") || is_shared(name)
}

/// Writes all of it into a folder with a finished page; gives what it weighs.
pub fn write(tools: &Tools, dist: &Path) -> Result<String> {
    let app = direct::compile(tools, dist, WHOLE, &["--features", WHOLE])?.tighten(tools, WHOLE)?;
    let desk = dist.join("desk.css");
    std::fs::write(&desk, source("src/ui/style/desk.css")?)?;
    let desk = by_content(desk, "desk", "css")?;
    share(dist, &app, &desk)?;
    let (style, script) = element(dist, &app, &desk)?;
    let embed = dist.join(EMBED);
    std::fs::write(
        &embed,
        bare(&source("src/embed/embed.js")?).replace("./element.js", &format!("./{}", name(&script))),
    )?;
    let weight = size::brotli_size(&std::fs::read(&embed)?)?;
    ensure!(weight <= EMBED_BUDGET, "{EMBED} weighs {weight} bytes, over its budget of {EMBED_BUDGET}");
    let mut table =
        format!("{:<8}{:>10}{weight:>12}   all that another page loads before interest\n", "embed", raw(&embed)?);
    let (mut bytes, mut brotli) = (0, 0);
    for file in [&app.js, &app.wasm, &style, &script] {
        bytes += raw(file)?;
        brotli += size::brotli_size(&std::fs::read(file)?)?;
    }
    table += &format!("{:<8}{bytes:>10}{brotli:>12}   fetched by an element, once for all on a page\n", "element");
    Ok(table)
}

/// The page for sharing: the page itself with the whole program, one folder down.
fn share(dist: &Path, app: &App, desk: &Path) -> Result<()> {
    let html = std::fs::read_to_string(dist.join("index.html"))?;
    let own = App::find(dist, super::APP)?;
    let html = html.replace(&name(&own.js), &name(&app.js)).replace(&name(&own.wasm), &name(&app.wasm));
    let sheet = page::tags(&html, "link").find(|tag| page::attribute(tag, "rel") == Some("stylesheet"));
    let sheet = sheet.context("the page has no style sheet")?.to_owned();
    let html = html.replace(&sheet, &format!("{sheet}<link rel=\"stylesheet\" href=\"./{}\">", name(desk)));
    let folder = dist.join(SHARE);
    std::fs::create_dir_all(&folder)?;
    // What the page's script fetches, it names from its own place.
    let modules = ["offline", "framed", "reading"].map(|name| format!("data-{name}=\""));
    let html = html.replace("\"./", "\"../").replace("=./", "=../");
    let html = modules.iter().fold(html, |html, data| html.replace(&format!("{data}../"), &format!("{data}./")));
    let html = html.replacen("<html ", "<html data-whole ", 1);
    std::fs::write(folder.join("index.html"), html).context("cannot write the page for sharing")
}

/// The element's style and its script.
fn element(dist: &Path, app: &App, desk: &Path) -> Result<(std::path::PathBuf, std::path::PathBuf)> {
    let mut sheets = String::new();
    for file in ["base", "question", "around", "reading"] {
        sheets += &source(&format!("src/ui/style/{file}.css"))?;
    }
    sheets += &std::fs::read_to_string(desk)?;
    let style = dist.join("element.css");
    std::fs::write(&style, rooted(&sheets) + &bare_css(&source("src/embed/element.css")?))?;
    let style = by_content(style, "element", "css")?;
    let script = dist.join("element.js");
    let text = bare(&source("src/embed/element.js")?)
        .replace("./whole.js", &format!("./{}", name(&app.js)))
        .replace("./whole.wasm", &format!("./{}", name(&app.wasm)))
        .replace("./element.css", &format!("./{}", name(&style)))
        .replace("./library.json", &format!("./{}", library::name(dist)?));
    std::fs::write(&script, text)?;
    Ok((style, by_content(script, "element", "js")?))
}

/// The colours that a host may set.
const HOSTS: [&str; 6] = ["page", "surface", "ink", "soft", "accent", "on-accent"];

/// The page's sheets for a root of their own: the tokens stand on it, sizes follow it in place of the host's page, and the
/// host's colours and fonts stand before ours.
fn rooted(sheets: &str) -> String {
    let mut text = String::with_capacity(sheets.len());
    for line in bare_css(sheets).lines() {
        let mut line = line.replace(":root", ".root");
        for token in HOSTS {
            let ours = format!("--{token}: light-dark(");
            if let Some(values) = line.trim().strip_prefix(&ours).and_then(|rest| rest.strip_suffix(");"))
                && let Some((light, dark)) = values.split_once(", ")
            {
                let public = if token == "soft" { "ink-soft" } else { token };
                line = format!(
                    "--{token}: light-dark(var(--comeback-{public}, {light}), var(--comeback-{public}-dark, {dark}));"
                );
            }
        }
        for (token, public) in [("spoken", "font-spoken"), ("plain", "font-plain")] {
            if let Some(fonts) =
                line.trim().strip_prefix(&format!("--{token}: ")).and_then(|rest| rest.strip_suffix(';'))
            {
                line = format!("--{token}: var(--comeback-{public}, {fonts});");
            }
        }
        text += &without_rem(&line);
        text.push('\n');
    }
    text
}

/// A line with each `…rem` as a part of `--rem`: the host's own size of letters is none of ours.
fn without_rem(line: &str) -> String {
    let mut pieces = line.split("rem");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = text.len() - text.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == '.').len();
        if digits > 0 && !piece.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-') {
            let number = text.split_off(text.len() - digits);
            text += &format!("calc(var(--rem) * {number})");
        } else {
            text += "rem";
        }
        text += piece;
    }
    text
}

/// A sheet without its comments.
fn bare_css(sheet: &str) -> String {
    let mut text = String::with_capacity(sheet.len());
    for (at, piece) in sheet.split("/*").enumerate() {
        text += if at == 0 { piece } else { piece.split_once("*/").map_or("", |(_, rest)| rest) };
    }
    text.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

fn raw(file: &Path) -> Result<usize> {
    Ok(std::fs::read(file)?.len())
}

fn source(file: &str) -> Result<String> {
    std::fs::read_to_string(run::root().join(file)).with_context(|| format!("cannot read {file}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_the_tokens_on_a_root_of_their_own() {
        let page = ":root {\n  --page: light-dark(#fff, #111);\n  --line: light-dark(#ccc, #333);\n  --base: 1rem;\n  --plain: Arial, sans-serif;\n}\n";
        let element = ".root {\n--page: light-dark(var(--comeback-page, #fff), var(--comeback-page-dark, #111));\n  \
            --line: light-dark(#ccc, #333);\n  --base: calc(var(--rem) * 1);\n--plain: var(--comeback-font-plain, Arial, sans-serif);\n}\n";
        assert_eq!(rooted(page), element);
    }

    #[test]
    fn sizes_follow_the_root_and_other_words_stay() {
        assert_eq!(
            without_rem("font: 1.3125rem/1 x; width: min(21rem, 2em)"),
            "font: calc(var(--rem) * 1.3125)/1 x; width: min(calc(var(--rem) * 21), 2em)"
        );
        assert_eq!(without_rem(".remark { --rem: 1px } .a1remark {}"), ".remark { --rem: 1px } .a1remark {}");
    }

    #[test]
    fn takes_comments_out_of_sheets() {
        assert_eq!(bare_css("/* a\n b */\n.a { b: c; } /* d */\n\n"), ".a { b: c; } \n");
    }
}
