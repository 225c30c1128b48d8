//! Every page that the build writes is what the standard of HTML calls a page.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run;
use crate::tools::{self, Tools};

/// Checks all pages in a folder and below.
pub fn check(dist: &Path) -> Result<()> {
    let mut tools = Tools::new()?;
    tools::java(&tools)?;
    tools.need(&tools::html_checker())?;
    let mut checker = Command::new("vnu");
    checker.args(["--errors-only", "--stdout"]).args(pages(dist)?);
    let ran = run::quiet(tools.equip(&mut checker))?;
    ensure!(ran.ok, "not valid HTML:\n{}", ran.output);
    Ok(())
}

/// All pages in a folder and below, in order.
pub fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = vec![];
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pages.extend(self::pages(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            pages.push(path);
        }
    }
    pages.sort();
    Ok(pages)
}
