//! The page: built by Trunk, or without it should Trunk fail, and weighed.

mod direct;
mod embed_page;
mod frame;
mod glue;
mod headers;
mod library;
mod npm;
mod offline;
mod origin;
mod page;
mod picture;
mod questions;
mod script;
mod shrink;
mod single;
mod site;
mod size;
mod styles;
mod whole;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run;
use crate::tools::{self, Tools};
pub use library::content;
pub use npm::consumer::{compile as compile_against_package, install as install_package};
pub use npm::{NAME as PACKAGE, write as npm_package};
pub use offline::write_worker;
pub use origin::name_in as name_origin;
pub use page::{attribute, tags};
pub use shrink::shrink_only;
pub use single::write as single_file;
pub use site::Site;

/// Name of the app's crate and so of its files.
const APP: &str = "comeback";

/// A finished page.
pub struct Built {
    /// The folder to serve.
    pub dist: PathBuf,
    /// What it weighs.
    pub table: String,
}

/// `cargo xtask build`.
pub fn command(flags: &[&str]) -> Result<()> {
    // What is wrong with an address is said before anything is built.
    let (site, flags) = match flags {
        ["--site", address, rest @ ..] => (Some(Site::read(address)?), rest),
        flags => (None, flags),
    };
    let tools = equipped()?;
    match flags {
        [] => {
            println!("Building the release page (about two minutes the first time) ...");
            print!("{}", release_at(&tools, site.as_ref())?.table);
        }
        ["--without-trunk"] => print!("{}", without_trunk(&tools, site.as_ref())?.table),
        ["--single-file"] => {
            println!("Building the page as one file (about two minutes the first time) ...");
            let file = single_file(&release(&tools)?.dist)?;
            println!("{} bytes in {}", std::fs::metadata(&file)?.len(), file.display());
        }
        ["--npm"] => {
            println!("Building the element as a package (about two minutes the first time) ...");
            println!("{} is ready in {}", npm::NAME, npm_package(&release(&tools)?.dist)?.display());
        }
        ["--dev"] => dev(&tools)?,
        _ => bail!(
            "build knows --site ADDRESS before --without-trunk, --single-file, --npm, --dev, not {}",
            flags.join(" ")
        ),
    }
    Ok(())
}

/// Builds the release page into `dist/` and weighs it; an error over the budget.
pub fn release(tools: &Tools) -> Result<Built> {
    release_at(tools, None)
}

/// The same, for an address at which it will be found.
fn release_at(tools: &Tools, site: Option<&Site>) -> Result<Built> {
    let dist = dist();
    fetch()?;
    let mut trunk = Command::new("trunk");
    trunk.current_dir(run::root()).args(["build", "--release", "--dist"]).arg(&dist);
    let ran = run::quiet(lean(offline(tools.equip(&mut trunk))))?;
    if !ran.ok {
        println!("{} failed; its last lines:\n{}Going on without it.", run::line(&trunk), run::tail(&ran.output, 12));
        direct::build(tools, &dist)?;
    }
    finished(tools, dist, site)
}

/// Where the release page lies.
pub fn dist() -> PathBuf {
    run::root().join("dist")
}

/// Brings in the crates of the page and of the standard library that is compiled with it: Trunk is kept off the network.
fn fetch() -> Result<()> {
    let mut cargo = run::cargo();
    cargo.args(["fetch", "--locked", "--target", "wasm32-unknown-unknown"]);
    run::aloud(lean(cargo.arg("--quiet")))
}

/// Builds the release page into `dist/` by cargo, wasm-bindgen and wasm-opt alone.
fn without_trunk(tools: &Tools, site: Option<&Site>) -> Result<Built> {
    let dist = dist();
    direct::build(tools, &dist)?;
    finished(tools, dist, site)
}

/// Puts beside the page what is no part of its first load, and weighs all of it.
fn finished(tools: &Tools, dist: PathBuf, site: Option<&Site>) -> Result<Built> {
    let beside = whole::write(tools, &dist)?;
    questions::write(&dist, site)?;
    embed_page::write(&dist)?;
    if let Some(site) = site {
        origin::name_in(&dist, site.origin())?;
    }
    headers::write(&dist, site)?;
    write_worker(&dist)?;
    let first = size::weigh(&dist)?;
    let rest =
        [library::weigh(&dist)?, offline::weigh(&dist)?, questions::weigh(&dist, first.shared)?, beside].concat();
    Ok(Built { dist, table: first.table + &rest })
}

/// Builds the page quickly and without optimisation into the target folder.
fn dev(tools: &Tools) -> Result<()> {
    let mut trunk = Command::new("trunk");
    trunk.current_dir(run::root()).args(["build", "--dist"]).arg(dev_dist());
    run::aloud(offline(tools.equip(&mut trunk)))
}

/// Builds on each change and reloads the page, until stopped.
pub fn watch(port: Option<u16>) -> Result<()> {
    let tools = equipped()?;
    let dist = dev_dist();
    std::fs::create_dir_all(&dist)?;
    let mut trunk = Command::new("trunk");
    trunk.current_dir(run::root()).args(["serve", "--dist"]).arg(&dist);
    if let Some(port) = port {
        trunk.args(["--port", &port.to_string()]);
    }
    run::aloud(offline(tools.equip(&mut trunk)))
}

/// Runs inside Trunk, on the finished page, before it goes to its place.
pub fn hook() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").context("TRUNK_STAGING_DIR is not set: Trunk calls this")?;
    let staging = PathBuf::from(staging);
    let file = staging.join("index.html");
    let html = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut html = page::with_shared_preload(&styles::join(&staging, &html)?)?;
    let app = glue::App::find(&staging, APP)?;
    app.unload()?;
    if html.contains(page::RELOADER) {
        html = page::without_policy(&html)?;
    } else if page::has_inline_script(&html) {
        bail!("the built page has an inline script, which its own policy forbids");
    }
    let release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    if release {
        let (js, wasm) = (name(&app.js), name(&app.wasm));
        let app = app.tighten(&Tools::new()?, APP)?;
        html = html.replace(&js, &name(&app.js)).replace(&wasm, &name(&app.wasm));
        html = offline::register(&staging, &html)?;
        html = frame::register(&staging, &html)?;
    }
    library::write(&staging)?;
    std::fs::write(&file, html)?;
    // A page that is being worked on is not to be kept.
    if release { offline::write_worker(&staging) } else { Ok(()) }
}

/// The last part of a path.
fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Everything a build needs, installed if need be.
pub fn equipped() -> Result<Tools> {
    let mut tools = Tools::new()?;
    tools::wasm32(&tools)?;
    tools::rust_src(&tools)?;
    tools.need(&tools::trunk())?;
    tools.need(&tools::wasm_bindgen()?)?;
    tools.need(&tools::wasm_opt())?;
    Ok(tools)
}

fn dev_dist() -> PathBuf {
    run::target_dir().join("dist-dev")
}

/// Compiles the standard library with the app, without the text of panics: some 18 kB brotli less for every visitor.
/// A panic then stops the program at once; start.js says so on the page. These switches are unstable, so they stand
/// here and in no manifest: a plain `cargo build` works without them.
pub fn lean(command: &mut Command) -> &mut Command {
    let flags = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
    alike(command)
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
}

/// For release builds that take turns with those of the page: crates ask for this one, and whoever differs in it builds
/// them anew at each turn.
pub fn alike(command: &mut Command) -> &mut Command {
    command.env("RUSTC_BOOTSTRAP", "1")
}

/// Trunk with what is installed: it would fetch its tools by itself, in versions of its own choice.
fn offline(trunk: &mut Command) -> &mut Command {
    trunk.env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR")
}
