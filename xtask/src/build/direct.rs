//! The same page without Trunk: a bug there must not stop a release.
//!
//! Only what index.html uses is understood: the app itself, style sheets, module scripts, icons and copied files.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::glue::App;
use super::page::{attribute, tags};
use super::{APP, name, offline};
use crate::run;
use crate::tools::Tools;

/// Builds the release page into `dist`, replacing what is there.
pub fn build(tools: &Tools, dist: &Path) -> Result<()> {
    let staging = run::target_dir().join("dist-direct");
    if staging.exists() {
        std::fs::remove_dir_all(&staging)?;
    }
    std::fs::create_dir_all(&staging)?;
    let app = compile(tools, &staging, APP, &[])?.tighten(tools, APP)?;
    let (js, wasm) = (name(&app.js), name(&app.wasm));
    let html = std::fs::read_to_string(run::root().join("index.html")).context("cannot read index.html")?;
    let html = assemble(&html, &js, &wasm, |file| {
        std::fs::copy(run::root().join(file), staging.join(name(file.as_ref())))
            .with_context(|| format!("cannot copy {file}"))?;
        Ok(())
    })?;
    let html = offline::register(&staging, &super::styles::join(&staging, &html)?)?;
    let html = super::frame::register(&staging, &html)?;
    std::fs::write(staging.join("index.html"), html)?;
    super::library::write(&staging)?;
    offline::write_worker(&staging)?;
    if dist.exists() {
        std::fs::remove_dir_all(dist)?;
    }
    Ok(std::fs::rename(&staging, dist)?)
}

/// Compiles one of the programs into `staging`, without its loader.
pub fn compile(tools: &Tools, staging: &Path, program: &str, further: &[&str]) -> Result<App> {
    let mut cargo = run::cargo();
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown", "--bin", program]).args(further);
    step(super::lean(&mut cargo))?;
    let built = run::target_dir().join("wasm32-unknown-unknown/release").join(format!("{program}.wasm"));
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(staging).arg(&built);
    step(tools.equip(&mut bindgen))?;
    let app = App { js: staging.join(format!("{program}.js")), wasm: staging.join(format!("{program}_bg.wasm")) };
    app.unload()?;
    Ok(app)
}

fn step(command: &mut Command) -> Result<()> {
    let ran = run::quiet(command)?;
    if !ran.ok {
        bail!("{} failed:\n{}", run::line(command), ran.output);
    }
    Ok(())
}

/// The page with Trunk's own attributes carried out; `copy` is called with each file it refers to.
fn assemble(html: &str, js: &str, wasm: &str, mut copy: impl FnMut(&str) -> Result<()>) -> Result<String> {
    let mut page = html.to_owned();
    for tag in tags(html, "link").chain(tags(html, "script")).filter(|tag| tag.contains("data-trunk")) {
        let file = attribute(tag, "href").or_else(|| attribute(tag, "src"));
        let replacement = match (attribute(tag, "rel"), file) {
            (Some("rust"), _) => format!(
                "<link rel=\"modulepreload\" href=\"./{js}\" crossorigin=\"anonymous\">\
                 <link rel=\"preload\" href=\"./{wasm}\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\">"
            ),
            (Some("css"), Some(file)) => {
                copy(file)?;
                format!("<link rel=\"stylesheet\" href=\"./{}\">", name(file.as_ref()))
            }
            (Some("icon"), Some(file)) => {
                copy(file)?;
                tag.replace(file, &format!("./{}", name(file.as_ref()))).replace(" data-trunk", "")
            }
            (Some("copy-file"), Some(file)) => {
                copy(file)?;
                String::new()
            }
            (None, Some(file)) => {
                copy(file)?;
                tag.replace(file, &format!("./{}", name(file.as_ref()))).replace(" data-trunk", "")
            }
            _ => bail!("index.html has a tag that only Trunk understands: {tag}"),
        };
        page = page.replace(tag, &replacement);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_preloads_style_and_scripts_in_their_places() -> Result<()> {
        let html = "<link data-trunk rel=\"rust\" data-bin=\"comeback\">\n\
                    <link data-trunk rel=\"css\" href=\"src/ui/style.css\">\n\
                    <script data-trunk type=\"module\" src=\"start.js\"></script>";
        let mut copied = Vec::new();
        let page = assemble(html, "a.js", "a.wasm", |file| {
            copied.push(file.to_owned());
            Ok(())
        })?;
        assert_eq!(copied, ["src/ui/style.css", "start.js"]);
        assert!(page.contains("<link rel=\"stylesheet\" href=\"./style.css\">"), "{page}");
        assert!(page.contains("<script type=\"module\" src=\"./start.js\"></script>"), "{page}");
        assert!(page.contains("href=\"./a.js\"") && page.contains("href=\"./a.wasm\""), "{page}");
        Ok(())
    }

    #[test]
    fn refuses_what_only_trunk_understands() {
        assert!(assemble("<link data-trunk rel=\"scss\" href=\"a.scss\">", "", "", |_| Ok(())).is_err());
    }
}
