//! Who is timed: the engine, and other readers of English text from npm in the versions of `benches/peers`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::tools::{self, Tools};
use crate::{build, run};

/// One reader of text.
pub struct Peer {
    /// The name people know it by.
    pub name: &'static str,
    /// Its script in `benches/peers`, without its ending.
    pub script: &'static str,
    /// What a page has to load besides the script.
    assets: &'static [&'static str],
    /// Its npm packages, the first of them first.
    packages: &'static [&'static str],
}

/// The engine comes first.
pub const ALL: [Peer; 6] = [
    Peer { name: "Comeback", script: "ours", assets: &["speed_bg.wasm"], packages: &[] },
    Peer { name: "write-good", script: "write-good", assets: &[], packages: &["write-good"] },
    Peer {
        name: "retext",
        script: "retext",
        assets: &[],
        packages: &[
            "retext-english",
            "retext-equality",
            "retext-intensify",
            "retext-passive",
            "retext-profanities",
            "retext-readability",
            "retext-simplify",
        ],
    },
    Peer { name: "wink-nlp", script: "wink-nlp", assets: &[], packages: &["wink-nlp", "wink-eng-lite-web-model"] },
    Peer { name: "compromise", script: "compromise", assets: &[], packages: &["compromise"] },
    Peer { name: "harper.js", script: "harper", assets: &["harper_wasm_slim_bg.wasm"], packages: &["harper.js"] },
];

/// What a page has to load.
pub struct Weight {
    /// Bytes.
    pub raw: u64,
    /// Bytes after brotli at its highest level.
    pub brotli: u64,
}

/// A page for each reader, ready to be served.
pub struct Pages {
    folder: PathBuf,
}

impl Pages {
    /// Installs the packages, unless they are there.
    pub fn install(tools: &Tools) -> Result<Pages> {
        tools::npm(tools)?;
        let folder = run::target_dir().join("bench-peers");
        install(tools, &folder)?;
        Ok(Pages { folder })
    }

    /// Builds the engine as the page has it, and bundles all.
    pub fn bundle(&self, tools: &Tools) -> Result<()> {
        engine(tools, &self.folder.join("engine"))?;
        self.npm(tools, &["run", "--silent", "build"])?;
        let dist = self.dist();
        std::fs::copy(self.folder.join("engine/speed_bg.wasm"), dist.join("speed_bg.wasm"))?;
        let harper = "harper_wasm_slim_bg.wasm";
        std::fs::copy(self.folder.join("node_modules/harper.js/dist").join(harper), dist.join(harper))?;
        std::fs::copy(self.folder.join("bench.js"), dist.join("bench.js"))?;
        std::fs::write(dist.join("index.html"), "<!doctype html><link rel=icon href=data:,><title>Bench</title>")?;
        Ok(())
    }

    /// The folder to serve.
    pub fn dist(&self) -> PathBuf {
        self.folder.join("dist")
    }

    /// What a page has to load for each reader, in the order of [`ALL`].
    pub fn weights(&self, tools: &Tools) -> Result<Vec<Weight>> {
        let group = |peer: &Peer| [&[&*format!("{}.js", peer.script)], peer.assets].concat().join("+");
        let groups: Vec<String> = ALL.iter().map(group).collect();
        let said = self.npm(tools, &[&["run", "--silent", "weigh", "--"][..], &strs(&groups)].concat())?;
        let weights: Value = serde_json::from_str(&said).with_context(|| format!("not JSON: {said}"))?;
        let weight = |one: &Value| Some(Weight { raw: one["raw"].as_u64()?, brotli: one["brotli"].as_u64()? });
        let weights: Option<Vec<Weight>> = weights.as_array().into_iter().flatten().map(weight).collect();
        weights.filter(|weights| weights.len() == ALL.len()).context("weigh.js left something out")
    }

    fn npm(&self, tools: &Tools, words: &[&str]) -> Result<String> {
        let mut npm = Command::new("npm");
        let ran = run::quiet(tools.equip(npm.current_dir(&self.folder).args(words)))?;
        ensure!(ran.ok, "{} failed:\n{}", run::line(&npm), ran.output);
        Ok(ran.output)
    }
}

/// The packages that are timed, with their versions, a line for each reader.
pub fn versions() -> Result<String> {
    let file = run::root().join("benches/peers/package.json");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let json: Value = serde_json::from_str(&text)?;
    let version = |package: &&str| format!("{package} {}", json["devDependencies"][package].as_str().unwrap_or("?"));
    let line = |peer: &Peer| peer.packages.iter().map(version).collect::<Vec<_>>().join(", ");
    Ok(ALL[1..].iter().map(line).collect::<Vec<_>>().join("; "))
}

/// Copies `benches/peers` and installs what its lock file names, unless that is there already.
fn install(tools: &Tools, folder: &Path) -> Result<()> {
    let (from, lock) = (run::root().join("benches/peers"), "package-lock.json");
    std::fs::create_dir_all(folder)?;
    let installed = std::fs::read(folder.join(lock)).ok() == Some(std::fs::read(from.join(lock))?)
        && folder.join("node_modules/.bin/esbuild").exists();
    for file in std::fs::read_dir(&from)? {
        let file = file?;
        if file.file_type()?.is_file() {
            std::fs::copy(file.path(), folder.join(file.file_name()))?;
        }
    }
    if installed {
        return Ok(());
    }
    println!("Installing the readers that the engine is timed beside with npm. This takes some seconds, once.");
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    let ran = run::quiet(tools.equip(&mut npm))?;
    if !ran.ok {
        // Half of them would look like all of them the next time.
        std::fs::remove_file(folder.join(lock))?;
        let what = "the npm packages of benches/peers: the engine is timed beside them";
        bail!(tools::missing(what, &run::line(&npm), &ran.output, "npm ci in benches/peers, or bench without --speed"));
    }
    Ok(())
}

/// Builds `benches/speed.rs` for the browser, by the same switches as the page.
fn engine(tools: &Tools, folder: &Path) -> Result<()> {
    let mut cargo = run::cargo();
    cargo.args(["build", "--release", "--package", "comeback", "--bench", "speed"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--message-format", "json"]);
    let ran = run::quiet(build::lean(&mut cargo))?;
    let wasm = ran.output.lines().filter_map(artifact).next_back();
    let Some(wasm) = wasm.filter(|_| ran.ok) else { bail!("{} failed:\n{}", run::line(&cargo), ran.output) };
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "speed", "--out-dir"]).arg(folder).arg(wasm);
    run::aloud(tools.equip(&mut bindgen))?;
    build::shrink_only(tools, &folder.join("speed_bg.wasm"))
}

/// The wasm file of the bench, from a line of cargo's JSON.
fn artifact(line: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(line).ok()?;
    let files = message["filenames"].as_array().filter(|_| message["target"]["name"] == "speed")?;
    files.iter().filter_map(Value::as_str).map(PathBuf::from).find(|file| file.extension() == Some("wasm".as_ref()))
}

fn strs(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_wasm_file_in_cargos_messages() {
        let line = r#"{"reason":"compiler-artifact","target":{"name":"speed"},"filenames":["a/s.js","a/s.wasm"]}"#;
        assert_eq!(artifact(line).as_deref(), Some(Path::new("a/s.wasm")));
        assert_eq!(artifact("Compiling"), None);
    }

    #[test]
    fn every_reader_is_pinned_and_has_its_script() -> Result<()> {
        assert!(!versions()?.contains('?'), "benches/peers/package.json lacks one of {}", versions()?);
        for peer in ALL {
            let script = run::root().join(format!("benches/peers/{}.js", peer.script));
            assert!(script.is_file(), "{} is missing", script.display());
        }
        Ok(())
    }

    #[test]
    fn the_lock_file_names_no_registry() -> Result<()> {
        let lock = std::fs::read_to_string(run::root().join("benches/peers/package-lock.json"))?;
        assert!(!lock.contains("\"resolved\""), "npm install in benches/peers, with its .npmrc, mends it");
        Ok(())
    }
}
