//! The last step of a release build: the wasm module made as small as it travels, that is after compression.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::run;
use crate::tools::Tools;

/// Passes of wasm-opt that help. The usual `-Oz` makes the module smaller as it stands (by 8 %) and larger after brotli
/// (by 3 %): it evens out less than the compiler's own regular patterns give away. Each pass here was kept because it
/// won at least 300 bytes on the whole module.
const PASSES: [&str; 6] = [
    "--dealign",
    "--reorder-locals",
    "--duplicate-function-elimination",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Rewrites a module in place.
pub fn shrink(tools: &Tools, wasm: &Path) -> Result<()> {
    let mut opt = Command::new("wasm-opt");
    opt.args(PASSES).arg(wasm).arg("-o").arg(wasm);
    let ran = run::quiet(tools.equip(&mut opt))?;
    if !ran.ok {
        bail!("{} failed:\n{}", run::line(&opt), ran.output);
    }
    Ok(())
}
