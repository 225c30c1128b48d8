//! The whole page as one HTML file, for a stick, a mail or a folder: it opens without a server and asks for nothing.
//!
//! Off a server a browser loads no module, no program and no other file. So all of them stand in the page, and its
//! policy names the one script and the one style sheet by their hashes.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::glue::{App, EXPORTS};
use super::name;
use super::offline::hash;
use super::page::{attribute, tags};
use super::script::bare;
use super::whole::WHOLE;
use crate::run;

/// The folder and the file in it.
const PLACE: (&str, &str) = ("dist-single", "comeback.html");

/// What start.js takes from other files, and what it takes in their place here: the script that goes before it, and
/// the program that stands in the page, packed as a mail would pack it anyway. There is no worker to be had.
const IN_PLACE: [(&str, &str); 5] = [
    ("await import(address('[rel=modulepreload]'))", "glue()"),
    (
        "fetch(address('[as=fetch]'), how)",
        "new Response(new Response(Uint8Array.from(atob(document.getElementById('program').textContent), (sign) => \
         sign.charCodeAt())).body.pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': \
         'application/wasm' } })",
    ),
    (
        "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(dataset.reading, import.meta.url) }));",
        "",
    ),
    ("if (dataset.framed && top !== self) import(dataset.framed);", ""),
    ("if (dataset.offline && top === self && navigator.serviceWorker) import(dataset.offline);", ""),
];

/// A folder beside the page, which a file has not.
const LIST: &str = "./q";
const END: &str = "</a>";

/// The parts of the page.
struct Parts {
    html: String,
    style: String,
    glue: String,
    start: String,
    program: Vec<u8>,
    library: String,
}

/// Writes the file from the finished page in `dist`; gives its place.
pub fn write(dist: &Path) -> Result<PathBuf> {
    let read = |file: &Path| std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()));
    // With everything for sharing: a file has no first load to spare.
    let App { js, wasm } = App::find(dist, WHOLE)?;
    let text = join(&Parts {
        html: read(&dist.join("index.html"))?,
        style: sheets(dist)?,
        glue: read(&js)?,
        start: read(&run::root().join("start.js"))?,
        program: std::fs::read(wasm)?,
        library: read(&only(dist, "library-", ".json")?)?,
    })?;
    let folder = run::root().join(PLACE.0);
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(PLACE.1);
    std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// All style sheets of the page, as one.
fn sheets(dist: &Path) -> Result<String> {
    ["style-", "reading-", "desk-"]
        .iter()
        .map(|begin| Ok(std::fs::read_to_string(only(dist, begin, ".css")?)?))
        .collect()
}

/// The one file in a folder whose name begins and ends so.
pub fn only(folder: &Path, begin: &str, end: &str) -> Result<PathBuf> {
    let files = std::fs::read_dir(folder)?.flatten().map(|file| file.path());
    let mut files = files.filter(|file| name(file).starts_with(begin) && name(file).ends_with(end));
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        _ => bail!("{} has not exactly one {begin}…{end}", folder.display()),
    }
}

fn join(parts: &Parts) -> Result<String> {
    let script = script(&parts.glue, &parts.start)?;
    // A page ends a script or a style sheet where it reads its closing tag, wherever that stands.
    let both = [&script, &parts.style].map(|text| text.to_lowercase());
    ensure!(
        !both.iter().any(|text| ["</script", "</style", "<!--"].iter().any(|end| text.contains(end))),
        "a script \
        or style sheet holds what would end it"
    );
    let mut page = parts.html.clone();
    let mut put = |old: Option<&str>, new: &str, what: &str| -> Result<()> {
        let old = old.with_context(|| format!("the built page has no {what}"))?;
        page = page.replacen(old, new, 1);
        Ok(())
    };
    let html = &parts.html;
    let link = |rel: &str| tags(html, "link").find(|tag| attribute(tag, "rel") == Some(rel));
    let root = tags(html, "html").next();
    put(root, "<html lang=\"en\" data-whole>", "html tag")?;
    let policy = tags(html, "meta").find(|tag| tag.contains("Content-Security-Policy"));
    put(
        policy,
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy_of(&script, &parts.style)),
        "policy",
    )?;
    put(link("stylesheet"), &format!("<style>{}</style>", parts.style), "style sheet")?;
    for rel in ["manifest", "modulepreload", "preload"] {
        put(link(rel), "", rel)?;
    }
    let leads = |tag: &&str| attribute(tag, "href").is_some_and(|href| href.trim_end_matches('/') == LIST);
    let list = tags(html, "a").find(leads).and_then(|tag| html.split_once(tag));
    let list = list.and_then(|(before, after)| {
        let end = html.len() - after.len() + after.find(END)? + END.len();
        html.get(before.len()..end)
    });
    put(list, "", "link to the list of questions")?;
    let begin = tags(html, "script").find(|tag| attribute(tag, "src").is_some());
    put(begin.map(|tag| format!("{tag}</script>")).as_deref(), "", "script")?;
    // A module runs when the whole page has been read, so the order does not matter to it.
    let data = format!(
        "<script type=\"application/gzip\" id=\"program\">{}</script>\
         <script type=\"application/json\" id=\"library\">{}</script>\
         <script type=\"module\">{script}</script></body>",
        STANDARD.encode(gzip(&parts.program)?),
        parts.library.replace('<', "\\u003c"),
    );
    put(Some("</body>"), &data, "end")?;
    ensure!(outside(&page).is_empty(), "the single file refers to others: {}", outside(&page).join(" "));
    Ok(page)
}

/// One script of two: what wasm-bindgen writes, and start.js.
fn script(glue: &str, start: &str) -> Result<String> {
    let glue = glue.strip_suffix(EXPORTS).context("the script of the program does not end as it did")?;
    let mut start = start.to_owned();
    for (old, new) in IN_PLACE {
        ensure!(start.matches(old).count() == 1, "start.js no longer holds {old}");
        start = start.replace(old, new);
    }
    // What a module offers, a function gives back.
    let glue = glue.replace("export class ", "class ");
    let exports = "{ imports: __wbg_get_imports, start: __wbg_finalize_init, Program }";
    Ok(format!("const glue = () => {{\n{glue}\nreturn {exports};\n}};\n{}", bare(&start)))
}

/// No address at all, this script, this style sheet.
fn policy_of(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; connect-src 'none'; img-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        hash(script.as_bytes()),
        hash(style.as_bytes()),
    )
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// What in a page would make a browser ask for another file: addresses in its tags, its style sheet and its script.
fn outside(page: &str) -> Vec<&str> {
    let names = ["link", "script", "img", "iframe", "object", "embed", "source", "video", "audio", "base"];
    let addresses = names.iter().flat_map(|name| {
        tags(page, name).flat_map(|tag| ["href", "src", "data", "srcset"].map(|from| attribute(tag, from)))
    });
    let mut found: Vec<&str> = addresses.flatten().filter(|address| !address.starts_with("data:")).collect();
    for loads in ["@import", "url(", "import(", "import{", "import ", "importScripts", "new Worker"] {
        let code = |tag: &str| page.split_once(tag).and_then(|(_, rest)| rest.split_once("</")).map(|(code, _)| code);
        let parts = [code("<style>"), code("<script type=\"module\">")];
        found.extend(parts.into_iter().flatten().any(|code| code.contains(loads)).then_some(loads));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: &str = "a{b:c}";

    fn parts() -> Parts {
        let html = "<!doctype html><html lang=en data-offline=\"./offline-1.js\"><meta content=\"default-src 'self'\" \
            http-equiv=Content-Security-Policy><link href=\"data:image/svg+xml,%3Csvg/%3E\" rel=icon>\
            <link href=./comeback.webmanifest rel=manifest><link rel=\"stylesheet\" href=\"./style-1.css\">\
            <script src=./start-1.js type=module></script><link crossorigin href=./comeback-1.js rel=modulepreload>\
            <link as=fetch crossorigin href=./comeback-1.wasm rel=preload></head><body><p>Hello. \
            <a href=./q/>More</a></p></body></html>";
        let [(glue, _), (program, _), (reading, _), (framed, _), (offline, _)] = IN_PLACE;
        let start =
            format!("// Why.\nconst x = {glue};\n  const y = () => {program};\n{reading}\n{framed}\n{offline}\n");
        Parts {
            html: html.to_owned(),
            style: STYLE.to_owned(),
            glue: format!("export class Program {{}}\nfunction __wbg_get_imports(){{}}\n{EXPORTS}"),
            start,
            program: b"\0asm".to_vec(),
            library: "{\"a\":\"</script><b>\"}".to_owned(),
        }
    }

    #[test]
    fn refers_to_no_other_file() -> Result<()> {
        let page = join(&parts())?;
        assert!(!page.contains("./"), "{page}");
        assert!(outside(&page).is_empty());
        assert_eq!(outside(&parts().html).len(), 5);
        assert_eq!(outside("<style>a{b:url(c)}</style>"), ["url("]);
        assert_eq!(outside("<script type=\"module\">import(a)</script>"), ["import("]);
        Ok(())
    }

    #[test]
    fn allows_its_own_script_and_style_and_nothing_else() -> Result<()> {
        let page = join(&parts())?;
        let script = page.split_once("<script type=\"module\">").and_then(|(_, rest)| rest.split_once("</script>"));
        let (script, _) = script.context("no script")?;
        assert!(page.contains(&format!("script-src '{}' 'wasm-unsafe-eval'", hash(script.as_bytes()))), "{page}");
        assert!(page.contains(&format!("style-src '{}'", hash(STYLE.as_bytes()))), "{page}");
        assert!(!page.contains("'self'") && !page.contains("unsafe-inline"), "{page}");
        Ok(())
    }

    #[test]
    fn keeps_the_library_as_it_is() -> Result<()> {
        let page = join(&parts())?;
        let begin = page.split_once("<script type=\"application/json\" id=\"library\">").context("no library")?.1;
        let text = begin.split_once("</script>").context("no end")?.0;
        let library: serde_json::Value = serde_json::from_str(text)?;
        assert_eq!(library["a"], "</script><b>");
        Ok(())
    }

    #[test]
    fn refuses_what_would_end_a_script_early_and_what_it_does_not_know() {
        let glue = format!("let a='</SCRIPT>';\n{EXPORTS}");
        assert!(join(&Parts { glue, ..parts() }).is_err());
        assert!(join(&Parts { glue: "no end".to_owned(), ..parts() }).is_err());
        assert!(join(&Parts { start: "other".to_owned(), ..parts() }).is_err());
        assert!(join(&Parts { html: "<p>".to_owned(), ..parts() }).is_err());
    }
}
