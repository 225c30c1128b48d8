//! Compiles `content/` into the statics that `src/content.rs` includes. Refused content fails the build.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=content");
    let Some(out) = std::env::var_os("OUT_DIR") else { return ExitCode::FAILURE };
    match comeback_compiler::compile(Path::new("content")) {
        Ok(code) => match std::fs::write(Path::new(&out).join("content.rs"), code) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("the compiled content could not be written: {error}");
                ExitCode::FAILURE
            }
        },
        Err(problems) => {
            eprintln!("content/ is refused, {} reason(s):", problems.len());
            problems.iter().for_each(|problem| eprintln!("  {problem}"));
            ExitCode::FAILURE
        }
    }
}
