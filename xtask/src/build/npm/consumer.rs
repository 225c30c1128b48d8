//! Somebody who uses the package: it is packed as a registry would have it, installed from that, and compiled against.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run;
use crate::tools::Tools;

/// What somebody writes against the types.
const CODE: &str = include_str!("consumer.ts");

/// As strict as it gets, and with the package's own files read too.
const CONFIG: &str = r#"{ "compilerOptions": { "strict": true, "noEmit": true, "target": "es2022", "module": "nodenext",
  "lib": ["es2022", "dom", "dom.iterable"], "types": [], "skipLibCheck": false }, "files": ["consumer.ts"] }"#;

/// Packs the finished page's package and installs it in a fresh folder; gives the folder.
pub fn install(dist: &Path) -> Result<PathBuf> {
    let package = super::write(dist)?;
    let folder = run::target_dir().join("npm-consumer");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let packed = npm(&package, &["pack", "--pack-destination"], Some(&folder))?;
    let tarball = packed.lines().rev().find(|line| line.ends_with(".tgz")).unwrap_or_default();
    std::fs::write(folder.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")?;
    // It depends on nothing, so nothing has to be asked for.
    npm(&folder, &["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts"], Some(tarball.as_ref()))?;
    Ok(folder)
}

/// Compiles code against the types of the package that is installed in a folder.
pub fn compile(folder: &Path, tools: &Tools) -> Result<()> {
    std::fs::write(folder.join("consumer.ts"), CODE)?;
    std::fs::write(folder.join("tsconfig.json"), CONFIG)?;
    let mut tsc = Command::new("tsc");
    tsc.current_dir(folder).args(["--project", "."]);
    let ran = run::quiet(tools.equip(&mut tsc))?;
    ensure!(ran.ok, "the package's types do not hold:\n{}", ran.output);
    Ok(())
}

fn npm(folder: &Path, arguments: &[&str], last: Option<&Path>) -> Result<String> {
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(arguments).args(last);
    let ran = run::quiet(&mut npm)?;
    ensure!(ran.ok, "{} failed:\n{}", run::line(&npm), ran.output);
    Ok(ran.output)
}
