//! Programs that come from the system's package manager, where that is apt.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::cache::Tools;
use super::tool::missing;
use crate::run;

/// Finds a program on PATH, installing the Debian packages that hold it if need be.
pub fn need(tools: &Tools, program: &str, packages: &[&str], what: &str) -> Result<PathBuf> {
    if let Some(found) = tools.find(program) {
        return Ok(found);
    }
    let mend = format!("apt-get install {} (or put {program} on PATH some other way)", packages.join(" "));
    let Some(apt) = tools.find("apt-get") else {
        bail!(missing(what, "nothing: there is no apt-get here", "", &mend));
    };
    println!("Installing {} with apt-get: {what}. This takes about a minute, once.", packages.join(" "));
    let install = [&["install", "--yes", "--no-install-recommends"][..], packages].concat();
    for arguments in [&["update"][..], &install] {
        let mut command = as_root(tools, &apt);
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        let ran = run::quiet(&mut command)?;
        // A stale or partly unreachable list may still do: the installation decides.
        if !ran.ok && arguments != ["update"] {
            bail!(missing(what, &run::line(&command), &ran.output, &mend));
        }
    }
    match tools.find(program) {
        Some(found) => Ok(found),
        None => bail!(missing(what, &format!("apt-get {}", install.join(" ")), "", &mend)),
    }
}

/// apt-get itself for root, behind a sudo that never asks for a password for anybody else.
fn as_root(tools: &Tools, apt: &Path) -> Command {
    let root = run::quiet(Command::new("id").arg("-u")).is_ok_and(|ran| ran.output.trim() == "0");
    match tools.find("sudo") {
        Some(sudo) if !root => {
            let mut command = Command::new(sudo);
            command.args(["-n", "--preserve-env=DEBIAN_FRONTEND"]).arg(apt);
            command
        }
        _ => Command::new(apt),
    }
}
