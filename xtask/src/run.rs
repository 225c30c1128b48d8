//! Running other programs: quietly with their words kept, or in the open.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// What a quiet run left behind.
pub struct Ran {
    /// Whether the exit status was zero.
    pub ok: bool,
    /// Standard output and standard error, in the order they were written.
    pub output: String,
    /// Wall-clock time.
    pub took: Duration,
}

/// Runs to the end and keeps what was printed; an error only if the program cannot be started.
pub fn quiet(command: &mut Command) -> Result<Ran> {
    let started = Instant::now();
    let (mut reader, writer) = std::io::pipe()?;
    command.stdin(std::process::Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let child = command.spawn();
    // The command holds the writing ends: unless they go, the read below never sees the end.
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let mut child = child.with_context(|| format!("cannot start {}", line(command)))?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let ok = child.wait()?.success();
    Ok(Ran { ok, output: String::from_utf8_lossy(&bytes).into_owned(), took: started.elapsed() })
}

/// Runs with our own terminal; an error unless it ends well.
pub fn aloud(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// Copies a folder with all that is in it; what was at the new place is gone.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to).with_context(|| format!("cannot remove {}", to.display()))?;
    }
    std::fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in std::fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let (from, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            std::fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
        }
    }
    Ok(())
}

/// The command as one would type it, without its environment.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The last `count` lines that are not empty, each behind a bar.
pub fn tail(output: &str, count: usize) -> String {
    let lines: Vec<&str> = output.lines().filter(|line| !line.trim().is_empty()).collect();
    let from = lines.len().saturating_sub(count);
    lines[from..].iter().map(|line| format!("  | {line}\n")).collect()
}

/// The cargo that runs us, so that every step uses one toolchain.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// The top folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Where cargo puts what it builds.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_last_lines_and_skips_empty_ones() {
        assert_eq!(tail("one\n\ntwo\nthree\n", 2), "  | two\n  | three\n");
    }

    #[test]
    fn shows_a_command_as_typed() {
        assert_eq!(line(Command::new("npm").args(["install", "binaryen"])), "npm install binaryen");
    }
}
