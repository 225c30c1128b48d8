//! The last step of a release build: the wasm module made as small as it travels, that is after compression.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run;
use crate::tools::Tools;

/// Passes of wasm-opt that help. The usual `-Oz` makes the module smaller as it stands (by 8 %) and larger after brotli
/// (by 3 %): it evens out less than the compiler's own regular patterns give away. Each pass here was kept because it
/// won at least 300 bytes on the whole module.
const PASSES: [&str; 6] = [
    "--dealign",
    "--reorder-locals",
    "--duplicate-function-elimination",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// The pass that renames what the program and its script share, and says so.
const RENAMING: &str = "--minify-imports-and-exports-and-modules";

/// New names by old ones.
#[derive(Default)]
pub struct Names {
    /// What the program takes from its script, and the module it takes it from: the script has to have all of it.
    pub imports: HashMap<String, String>,
    /// What the program offers; nobody has to take it.
    pub exports: HashMap<String, String>,
}

/// The one module that all imports come from afterwards.
const MODULE: &str = "a";

/// Rewrites a module in place; tells what it calls things now.
pub fn shrink(tools: &Tools, wasm: &Path) -> Result<Names> {
    let said = optimise(tools, wasm, &[RENAMING])?;
    names(&said).with_context(|| format!("wasm-opt no longer says what it has renamed:\n{said}"))
}

/// Rewrites a module in place, its names kept: for whoever measures what the page will have.
pub fn shrink_only(tools: &Tools, wasm: &Path) -> Result<()> {
    optimise(tools, wasm, &[]).map(drop)
}

fn optimise(tools: &Tools, wasm: &Path, further: &[&str]) -> Result<String> {
    let mut opt = Command::new("wasm-opt");
    opt.args(PASSES).args(further).arg(wasm).arg("-o").arg(wasm);
    let ran = run::quiet(tools.equip(&mut opt))?;
    if !ran.ok {
        bail!("{} failed:\n{}", run::line(&opt), ran.output);
    }
    Ok(ran.output)
}

/// Reads `{"imports": [[module, old, new], …], "exports": [[old, new], …]}`.
fn names(said: &str) -> Option<Names> {
    let json: Value = serde_json::from_str(said.get(said.find('{')?..=said.rfind('}')?)?).ok()?;
    let mut names = Names::default();
    for import in json["imports"].as_array()? {
        names.imports.insert(import[0].as_str()?.to_owned(), MODULE.to_owned());
        names.imports.insert(import[1].as_str()?.to_owned(), import[2].as_str()?.to_owned());
    }
    for export in json["exports"].as_array()? {
        names.exports.insert(export[0].as_str()?.to_owned(), export[1].as_str()?.to_owned());
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_wasm_opt_has_renamed() {
        let said = "warning: no\n{ \"imports\": [[\"./a.js\", \"old\", \"$\"]], \"exports\": [[\"memory\", \"b\"]] }\n";
        let names = names(said).unwrap_or_default();
        let got = ["./a.js", "old"].map(|name| names.imports.get(name).map(String::as_str));
        assert_eq!(got, [Some("a"), Some("$")]);
        assert_eq!(names.exports.get("memory").map(String::as_str), Some("b"));
    }
}
