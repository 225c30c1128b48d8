//! The standard library for wasm32.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::cache::Tools;
use super::tool::missing;
use crate::run;

/// The target of the page.
const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile for wasm32.
pub fn wasm32(tools: &Tools) -> Result<()> {
    if installed()? {
        return Ok(());
    }
    let what = format!("the standard library for {TARGET}: the page is compiled for it");
    let Some(rustup) = tools.find("rustup") else {
        bail!(missing(&what, "nothing: there is no rustup here", "", &ways_out()));
    };
    println!("Installing {what}. This takes a few seconds, once.");
    let mut command = Command::new(rustup);
    command.args(["target", "add", TARGET]).current_dir(run::root());
    let ran = run::quiet(&mut command)?;
    if !ran.ok || !installed()? {
        bail!(missing(&what, &run::line(&command), &ran.output, &ways_out()));
    }
    Ok(())
}

/// Makes sure that the source of the standard library is there: the release page compiles it with the app.
pub fn rust_src(tools: &Tools) -> Result<()> {
    let source = || Ok::<_, anyhow::Error>(rustlib()?.join("src/rust/library/std/Cargo.toml").is_file());
    if source()? {
        return Ok(());
    }
    let what = "the source of Rust's standard library: compiled with the page, it is smaller";
    let mend = "rustup component add rust-src (or your distribution's package of that name, of exactly this rustc)";
    let Some(rustup) = tools.find("rustup") else {
        bail!(missing(what, "nothing: there is no rustup here", "", mend));
    };
    println!("Installing {what}. This takes a few seconds, once.");
    let mut command = Command::new(rustup);
    command.args(["component", "add", "rust-src"]).current_dir(run::root());
    let ran = run::quiet(&mut command)?;
    if !ran.ok || !source()? {
        bail!(missing(what, &run::line(&command), &ran.output, mend));
    }
    Ok(())
}

fn rustlib() -> Result<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let ran = run::quiet(Command::new(rustc).args(["--print", "sysroot"]).current_dir(run::root()))?;
    Ok(PathBuf::from(ran.output.trim()).join("lib/rustlib"))
}

fn installed() -> Result<bool> {
    let library = rustlib()?.join(TARGET).join("lib");
    let mut files = std::fs::read_dir(library).into_iter().flatten().flatten();
    Ok(files.any(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
}

fn ways_out() -> String {
    format!(
        "rustup target add {TARGET}\n\
         Where rustup is missing or cannot download, one of:\n  \
         - your distribution's package beside its rustc (Debian: apt-get install libstd-rust-dev-wasm32)\n  \
         - build the library from the source of exactly this rustc (rust-src), with\n    \
           RUSTC_BOOTSTRAP=1 cargo build -p sysroot --release --target {TARGET},\n    \
           and copy its .rlib files to lib/rustlib/{TARGET}/lib under `rustc --print sysroot`"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_both_ways_out_where_rustup_cannot_help() {
        let text = ways_out();
        assert!(text.starts_with("rustup target add wasm32-unknown-unknown\n"), "{text}");
        assert!(text.contains("libstd-rust-dev-wasm32") && text.contains("rust-src"), "{text}");
    }
}
