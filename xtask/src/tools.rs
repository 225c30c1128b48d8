//! What the commands need besides Rust: how each tool is recognised, found and installed.
//!
//! A tool is looked for on PATH first, then in our own cache folder, and only then installed, always into the cache
//! folder: nothing of the user's is overwritten and `cargo clean` loses nothing. To add a tool, add a function that
//! returns a [`Tool`] and name it where it is needed. What is not a single program has a file of its own.

mod apt;
mod browser;
mod cache;
mod node;
mod target;
mod tool;

use anyhow::{Context, Result};

pub use browser::{Browser, Engine, browser, browsers};
pub use cache::Tools;
pub use node::{java, npm};
pub use target::{rust_src, wasm32};
pub use tool::{Install, Tool, missing};

/// Bundles the page.
pub fn trunk() -> Tool {
    let version = "0.22.1";
    Tool {
        name: "Trunk",
        folder: format!("trunk-{version}"),
        programs: &["trunk"],
        reports: format!("trunk {version}"),
        why: "it bundles the page",
        takes: "about 7 minutes on two cores",
        install: Install::Cargo {
            package: "trunk",
            version: version.into(),
            // Its stated Rust version is newer than what it needs.
            flags: &["--locked", "--ignore-rust-version"],
            // Trunk only moves files about: its own speed is not worth a long build.
            env: &[
                ("CARGO_PROFILE_RELEASE_LTO", "false"),
                ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
                ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ],
        },
    }
}

/// Writes the JavaScript side of the wasm module, and runs wasm tests; its version must equal the lock file's.
pub fn wasm_bindgen() -> Result<Tool> {
    let lock = std::fs::read_to_string(crate::run::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    Ok(Tool {
        name: "wasm-bindgen",
        folder: format!("wasm-bindgen-{version}"),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        reports: format!("wasm-bindgen {version}"),
        why: "it joins wasm and JavaScript, in exactly the version of Cargo.lock",
        takes: "about 2 minutes on two cores",
        install: Install::Cargo {
            package: "wasm-bindgen-cli",
            version: version.into(),
            flags: &["--locked"],
            env: &[],
        },
    })
}

/// Makes the wasm module smaller.
pub fn wasm_opt() -> Tool {
    Tool {
        name: "wasm-opt",
        folder: "binaryen-131.0.0".into(),
        programs: &["wasm-opt"],
        reports: "wasm-opt version 131 ".into(),
        why: "it makes the wasm module smaller",
        takes: "a few seconds",
        install: Install::Npm { package: "binaryen@131.0.0" },
    }
}

/// Checks the types of the package that others install.
pub fn typescript() -> Tool {
    Tool {
        name: "TypeScript",
        folder: "typescript-5.9.3".into(),
        programs: &["tsc"],
        reports: "Version 5.9.3".into(),
        why: "it checks the types of the package for other people's pages",
        takes: "a few seconds",
        install: Install::Npm { package: "typescript@5.9.3" },
    }
}

/// Version of [`lighthouse`].
pub const LIGHTHOUSE: &str = "12.8.2";

/// Reckons when a page can be read on a phone.
pub fn lighthouse() -> Tool {
    Tool {
        name: "Lighthouse",
        folder: format!("lighthouse-{LIGHTHOUSE}"),
        programs: &["lighthouse"],
        reports: LIGHTHOUSE.into(),
        why: "it reckons when a page can be read on a phone",
        takes: "about half a minute",
        install: Install::Npm { package: "lighthouse@12.8.2" },
    }
}

/// Checks that pages are what the standard of HTML calls a page. It runs on Java ([`java`]).
pub fn html_checker() -> Tool {
    Tool {
        name: "the Nu Html Checker",
        folder: "vnu-jar-26.9.27".into(),
        programs: &["vnu"],
        reports: "26.9.27 ".into(),
        why: "it finds what in a page is not valid HTML",
        takes: "a few seconds",
        install: Install::Npm { package: "vnu-jar@26.9.27" },
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_locked_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.78\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.128"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
