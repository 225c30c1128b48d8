//! The library beside the page: the compiler makes it from content, the page fetches it once it has started.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::size;
use crate::run;

/// All that is said.
pub fn content() -> Result<comeback_compiler::Loaded> {
    comeback_compiler::load(&run::root().join("content")).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("content/ is refused:\n{}", lines.join("\n"))
    })
}

/// Writes the library into a folder, under the name that the program knows.
pub fn write(folder: &Path) -> Result<()> {
    let text = comeback_compiler::library(&content()?);
    let file = folder.join(comeback_compiler::library_name(&text));
    std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// Name of the library's file in a folder; an error when it is not there, or not alone.
pub fn name(folder: &Path) -> Result<String> {
    let mut found = vec![];
    for file in std::fs::read_dir(folder)? {
        let name = super::name(&file?.path());
        if name.starts_with("library-") && name.ends_with(".json") {
            found.push(name);
        }
    }
    match found.pop() {
        Some(name) if found.is_empty() => Ok(name),
        last => bail!("{} has {} libraries, not one", folder.display(), found.len() + usize::from(last.is_some())),
    }
}

/// One line on what the library in a folder weighs.
pub fn weigh(folder: &Path) -> Result<String> {
    let bytes = std::fs::read(folder.join(name(folder)?))?;
    let brotli = size::brotli_size(&bytes)?;
    Ok(format!("{:<8}{:>10}{brotli:>12}   fetched after the start\n", "library", bytes.len()))
}
