//! The element as a package folder, for bundlers and package CDNs: `cargo xtask build --npm`.

pub mod consumer;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::glue::by_content;
use super::name;
use crate::run;

/// The folder of the package.
const PLACE: &str = "dist-npm";

/// Its name.
pub const NAME: &str = "comeback-practice";

/// The script that defines the element, and so all that anybody imports.
const ENTRY: &str = "embed.js";

/// How the scripts say where their site is. A package has none.
const SITE: &str = "const SITE = new URL('./', import.meta.url).href;";

/// How the line begins with which a failed script is asked for anew. What a bundler makes of the plain one does that too.
const RETRY: &str = "tries ? import(";

/// Files of the package's own.
const OWN: [&str; 3] = ["src/embed/package/README.md", "src/embed/package/index.d.ts", "src/embed/package/react.d.ts"];

/// Licences.
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Writes the package from the finished page in `dist`; gives its folder.
pub fn write(dist: &Path) -> Result<PathBuf> {
    let folder = run::root().join(PLACE);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let mut entry = without_retry(&without_site(&text(&dist.join(ENTRY))?));
    let mut files = vec![ENTRY.to_owned()];
    for file in needed(dist)?.into_iter().filter(|file| file != ENTRY) {
        let to = folder.join(&file);
        std::fs::copy(dist.join(&file), &to).with_context(|| format!("cannot copy {file}"))?;
        files.push(match file.strip_suffix(".js").map(|_| text(&to)).transpose()? {
            Some(script) if script.contains(SITE) => {
                std::fs::write(&to, without_site(&script))?;
                let renamed = name(&by_content(to, "element", "js")?);
                entry = entry.replace(&file, &renamed);
                renamed
            }
            _ => file,
        });
    }
    std::fs::write(folder.join(ENTRY), entry)?;
    for file in OWN.iter().chain(&LICENCES) {
        let to = name(file.as_ref());
        std::fs::copy(run::root().join(file), folder.join(&to)).with_context(|| format!("cannot copy {file}"))?;
        files.push(to);
    }
    std::fs::write(folder.join("package.json"), manifest(&files)?)?;
    Ok(folder)
}

/// The script and all files that it asks for, whichever way, by their names.
fn needed(dist: &Path) -> Result<Vec<String>> {
    let mut files = vec![ENTRY.to_owned()];
    let mut at = 0;
    while let Some(file) = files.get(at).cloned() {
        at += 1;
        if !file.ends_with(".js") {
            continue;
        }
        for address in addresses(&text(&dist.join(&file))?) {
            ensure!(dist.join(&address).is_file(), "{file} asks for {address}, which was not built");
            if !files.contains(&address) {
                files.push(address);
            }
        }
    }
    ensure!(files.iter().any(|file| file.ends_with(".wasm")), "the element asks for no program");
    Ok(files)
}

/// The neighbours that a script names: `'./file.js'`, in either kind of quotes.
fn addresses(script: &str) -> Vec<String> {
    let quoted = script.split(['\'', '"', '`']);
    let files = quoted.filter_map(|text| text.strip_prefix("./")).filter(|file| file.contains('.'));
    files.filter(|file| !file.contains([' ', '$', '?'])).map(str::to_owned).collect()
}

fn without_site(script: &str) -> String {
    script.replace(SITE, "const SITE = '';")
}

fn without_retry(script: &str) -> String {
    script.lines().filter(|line| !line.trim_start().starts_with(RETRY)).flat_map(|line| [line, "\n"]).collect()
}

fn manifest(files: &[String]) -> Result<String> {
    let entry = format!("./{ENTRY}");
    let types = "./index.d.ts";
    let manifest = json!({
        "name": NAME,
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A private practice card for interview questions about failure, as a custom element",
        "keywords": ["web component", "custom element", "interview", "practice", "wasm"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "exports": {
            ".": { "types": types, "default": entry },
            "./react": { "types": "./react.d.ts" },
            "./embed.js": { "types": types, "default": entry },
            "./package.json": "./package.json",
        },
        "main": entry,
        "types": types,
        "unpkg": entry,
        "jsdelivr": entry,
        "sideEffects": [entry],
        "files": files,
    });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn text(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_along_all_that_a_script_asks_for() {
        let script =
            "import{a}from'./b-1.js';const c=new URL(\"./d-2.wasm\",import.meta.url);x(`./e.js?${n}`,'./','./f g.h')";
        assert_eq!(addresses(script), ["b-1.js", "d-2.wasm"]);
    }

    #[test]
    fn the_scripts_say_where_their_site_is_in_the_words_that_are_taken_out() -> Result<()> {
        for file in ["src/embed/embed.js", "src/embed/element.js"] {
            let script = text(&run::root().join(file))?;
            assert_eq!(script.matches(SITE).count(), 1, "{file}");
            assert!(!without_site(&script).contains("URL('./',"), "{file}");
        }
        Ok(())
    }

    #[test]
    fn bundlers_see_one_address_of_the_element() -> Result<()> {
        let script = text(&run::root().join("src/embed/embed.js"))?;
        let plain = without_retry(&script);
        assert_eq!((script.matches("import(").count(), plain.matches("import(").count()), (2, 1));
        assert!(plain.contains("const fetched = () =>\n  import('./element.js');\n"), "{plain}");
        Ok(())
    }

    #[test]
    fn the_manifest_names_what_is_there() -> Result<()> {
        let files = ["embed.js", "index.d.ts", "react.d.ts"].map(str::to_owned);
        let manifest: serde_json::Value = serde_json::from_str(&manifest(&files)?)?;
        let named = [&manifest["main"], &manifest["types"], &manifest["exports"]["./react"]["types"]];
        for file in named {
            let file = file.as_str().and_then(|file| file.strip_prefix("./")).context("no file")?;
            assert!(files.iter().any(|known| known == file), "{file}");
        }
        Ok(())
    }

    /// Attributes, events and criteria are listed for people in two places and for compilers in one.
    #[test]
    fn documents_and_types_name_all_that_the_element_knows() -> Result<()> {
        let [embed, element, events] =
            ["src/embed/embed.js", "src/embed/element.js", "src/embed/events.rs"].map(|file| run::root().join(file));
        let scripts = text(&embed)? + &text(&element)?;
        let mut known: Vec<&str> = scripts
            .split("ttribute('")
            .skip(1)
            .filter_map(|rest| rest.split_once('\'').map(|(name, _)| name))
            .filter(|name| !["role", "href", "questions", "title"].contains(name))
            .collect();
        known.extend(["storage-key", "loading", "data-link-"]);
        let events = text(&events)?;
        let told: Vec<&str> = events.split("event(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(told.contains(&"start") && told.contains(&"level"), "{told:?}");
        let criteria = comeback_compiler::load(&run::root().join("content")).map_err(|_| anyhow::anyhow!("content"))?;
        let criteria: Vec<&str> = criteria.rubric.criteria.iter().map(|criterion| criterion.id.name()).collect();
        for (file, all) in [
            ("docs/embed/README.md", true),
            ("src/embed/package/README.md", false),
            ("src/embed/package/index.d.ts", true),
        ] {
            let document = text(&run::root().join(file))?;
            for name in &known {
                assert!(document.contains(name), "{file} does not name the attribute {name}");
            }
            for name in told.iter().chain(&["ready", "finish"]) {
                assert!(document.contains(&format!("comeback-{name}")), "{file} does not name the event {name}");
            }
            for name in criteria.iter().filter(|_| all) {
                let quoted = [format!("`{name}`"), format!("'{name}'")];
                assert!(quoted.iter().any(|name| document.contains(name)), "{file} does not name {name}");
            }
        }
        Ok(())
    }
}
