//! Compiles `content/` into the statics that `src/content.rs` includes, and into the library beside them. Refused
//! content fails the build.

use comeback_compiler::Compiled;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=content");
    let Some(out) = std::env::var_os("OUT_DIR") else { return ExitCode::FAILURE };
    match comeback_compiler::compile(Path::new("content")) {
        Ok(Compiled { code, library, .. }) => match write(Path::new(&out), &code, &library) {
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

fn write(out: &Path, code: &str, library: &str) -> std::io::Result<()> {
    std::fs::write(out.join("content.rs"), code)?;
    std::fs::write(out.join("library.json"), library)
}
