//! The cache folder of our tools, and the PATH under which the other programs run.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use super::tool::{Install, Tool};
use crate::run;

/// The tools found or installed so far.
pub struct Tools {
    cache: PathBuf,
    path: Vec<PathBuf>,
}

impl Tools {
    /// Nothing looked for yet.
    pub fn new() -> Result<Self> {
        let cache = cache_dir(|name| std::env::var_os(name)).context("neither COMEBACK_TOOLS nor HOME is set")?;
        let path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
        Ok(Self { cache, path })
    }

    /// Makes sure that a tool is there, installing it if need be.
    pub fn need(&mut self, tool: &Tool) -> Result<()> {
        if tool.programs.iter().all(|program| self.find(program).is_some()) && self.answers(tool) {
            return Ok(());
        }
        let home = self.cache.join(&tool.folder);
        // Ours goes first: what is on PATH under this name is missing or of another version.
        self.path.insert(0, home.join(tool.bin()));
        if self.answers(tool) {
            return Ok(());
        }
        if matches!(tool.install, Install::Npm { .. }) {
            apt::need(self, "npm", &["nodejs", "npm"], "Node.js with npm: wasm-opt comes from there and runs on it")?;
        }
        println!("{}", tool.announcement());
        std::fs::create_dir_all(&home).with_context(|| format!("cannot create {}", home.display()))?;
        let mut installer = tool.installer(&home);
        let ran = run::quiet(&mut installer)?;
        if !ran.ok || !self.answers(tool) {
            bail!(tool.refusal(&run::line(&installer), &ran.output));
        }
        println!("Installed {} in {:.0} s.", tool.name, ran.took.as_secs_f64());
        Ok(())
    }

    /// A command that sees our tools before any other.
    pub fn equip<'command>(&self, command: &'command mut Command) -> &'command mut Command {
        command.env("PATH", std::env::join_paths(&self.path).unwrap_or_default())
    }

    /// The first program of this name on our PATH.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        self.path.iter().map(|dir| dir.join(&file)).find(|path| path.is_file())
    }

    fn answers(&self, tool: &Tool) -> bool {
        let Some(program) = self.find(tool.programs[0]) else { return false };
        let answer = run::quiet(self.equip(Command::new(program).arg("--version")));
        answer.is_ok_and(|ran| ran.ok && tool.recognises(&ran.output))
    }
}

/// `COMEBACK_TOOLS`, else `comeback-tools` in the user's cache folder.
fn cache_dir(var: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let var = |name| var(name).filter(|value| !value.is_empty());
    if let Some(own) = var("COMEBACK_TOOLS") {
        return std::path::absolute(own).ok();
    }
    let user = var("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || var("HOME").or_else(|| var("USERPROFILE")).map(|home| Path::new(&home).join(".cache"));
    Some(user.or_else(home)?.join("comeback-tools"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(set: &[(&str, &str)], expected: Option<&str>) {
        let found = cache_dir(|name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into()));
        assert_eq!(found.as_deref(), expected.map(Path::new));
    }

    #[test]
    fn prefers_our_own_variable_then_the_cache_folder_then_home() {
        check(&[("COMEBACK_TOOLS", "/t"), ("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/t"));
        check(&[("XDG_CACHE_HOME", "/x"), ("HOME", "/h")], Some("/x/comeback-tools"));
        check(&[("XDG_CACHE_HOME", ""), ("HOME", "/h")], Some("/h/.cache/comeback-tools"));
        check(&[], None);
    }
}
