//! The app's two files, its program and the script that wasm-bindgen writes for it, made as small as they travel.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::shrink::{self, Names};
use crate::tools::Tools;

/// Where the loader begins in what wasm-bindgen writes, minified or not. It stands last.
const LOADER: &str = "async function __wbg_load(";

/// What stands in its place: start.js loads the program, in fewer words because it knows where it lies.
pub const EXPORTS: &str = "export{__wbg_get_imports as imports,__wbg_finalize_init as start};\n";

/// The app's files.
pub struct App {
    /// The script.
    pub js: PathBuf,
    /// The program.
    pub wasm: PathBuf,
}

impl App {
    /// The app in a folder, by the names that Trunk gives it.
    pub fn find(folder: &Path, name: &str) -> Result<App> {
        let mut found = [None, None];
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let ours = path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&format!("{name}-")));
            match path.extension().and_then(|extension| extension.to_str()) {
                Some("js") if ours => found[0] = Some(path),
                Some("wasm") if ours => found[1] = Some(path),
                _ => {}
            }
        }
        match found {
            [Some(js), Some(wasm)] => Ok(App { js, wasm }),
            _ => bail!("there is no {name} in {}", folder.display()),
        }
    }

    /// Takes the loader out of the script.
    pub fn unload(&self) -> Result<()> {
        let script = without_loader(&std::fs::read_to_string(&self.js)?)?;
        Ok(std::fs::write(&self.js, script)?)
    }

    /// Shrinks the program, gives what it shares with the script one or two letters each, and names both files by what
    /// is in them now, so that a browser never mixes two builds.
    pub fn tighten(self, tools: &Tools, name: &str) -> Result<App> {
        let names = shrink::shrink(tools, &self.wasm)?;
        let script = renamed(&std::fs::read_to_string(&self.js)?, &names)?;
        std::fs::write(&self.js, script)?;
        Ok(App { js: by_content(self.js, name, "js")?, wasm: by_content(self.wasm, name, "wasm")? })
    }
}

fn without_loader(script: &str) -> Result<String> {
    let (glue, _) = script.split_once(LOADER).with_context(|| format!("wasm-bindgen no longer writes {LOADER}"))?;
    Ok(format!("{glue}{EXPORTS}"))
}

/// The script with each of these words, and the module in its quotes, replaced.
fn renamed(script: &str, names: &Names) -> Result<String> {
    let is_sign = |c: char| !(c.is_ascii_alphanumeric() || "_$./".contains(c));
    let mut text = String::with_capacity(script.len());
    let mut met = HashSet::new();
    for piece in script.split_inclusive(is_sign) {
        let word = piece.trim_end_matches(is_sign);
        // A word may be a way: `wasm.memory.buffer`.
        for (at, part) in if word.starts_with("./") { vec![word] } else { word.split('.').collect() }.iter().enumerate()
        {
            if at > 0 {
                text.push('.');
            }
            met.insert(*part);
            text += names.imports.get(*part).or(names.exports.get(*part)).map_or(part, String::as_str);
        }
        text += &piece[word.len()..];
    }
    if let Some(name) = names.imports.keys().find(|name| !met.contains(name.as_str())) {
        bail!("the program takes {name} from its script, which does not have it");
    }
    Ok(text)
}

/// Names a file by what is in it.
pub fn by_content(path: PathBuf, name: &str, extension: &str) -> Result<PathBuf> {
    let named = path.with_file_name(format!("{name}-{:016x}.{extension}", hash(&std::fs::read(&path)?)));
    std::fs::rename(&path, &named)?;
    Ok(named)
}

/// Whether a file's name holds a hash of what is in it.
pub fn is_named_by_content(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16 && hash.bytes().all(|sign| sign.is_ascii_hexdigit())
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_loader_out_and_leaves_what_start_js_needs() -> Result<()> {
        let script = without_loader("function a(){}\nasync function __wbg_load(b){}\nexport{c};")?;
        assert_eq!(script, format!("function a(){{}}\n{EXPORTS}"));
        assert!(without_loader("export{c};").is_err());
        Ok(())
    }

    #[test]
    fn knows_names_that_hold_a_hash() {
        assert!(is_named_by_content("comeback-91d31b61b881deac.js"));
        assert!(!is_named_by_content("icon-192.png") && !is_named_by_content("sw.js"));
    }

    #[test]
    fn renames_whole_words_and_nothing_else() -> Result<()> {
        let map = |pairs: &[(&str, &str)]| pairs.iter().map(|(old, new)| (old.to_string(), new.to_string())).collect();
        let names = Names {
            imports: map(&[("__wbg_a", "b"), ("./a.js", "d")]),
            exports: map(&[("memory", "c"), ("main", "e")]),
        };
        let script = r#"let __wbg_ab="über";return{"./a.js":{__wbg_a(e){wasm.memory.x("memories",.5)}}}"#;
        assert_eq!(renamed(script, &names)?, r#"let __wbg_ab="über";return{"d":{b(e){wasm.c.x("memories",.5)}}}"#);
        assert!(renamed("memory", &names).is_err());
        Ok(())
    }
}
