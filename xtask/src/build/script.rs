//! Our own scripts as they are served: without what is for their readers, and modules that belong together as one.

use anyhow::{Context, Result, ensure};

use crate::run;

/// Modules of ours in one, each after those that it takes from. Paths are relative to the top folder.
pub fn joined(modules: &[&str]) -> Result<String> {
    let mut text = String::new();
    for module in modules {
        let file = run::root().join(module);
        text += &std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        text.push('\n');
    }
    let text = as_one(&bare(&text));
    ensure!(!text.contains("import {") && !text.contains("\nexport"), "{} do not make one", modules.join(", "));
    Ok(text)
}

/// Without comments and indentation.
pub fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Without what modules say to each other.
fn as_one(modules: &str) -> String {
    let lines = modules.lines().filter(|line| !(line.starts_with("import {") && line.contains(" from '.")));
    lines.flat_map(|line| [line.strip_prefix("export ").unwrap_or(line), "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_comments_and_indentation_only() {
        assert_eq!(bare("// Why.\n\nif (a) {\n  b('// c');\n}\n"), "if (a) {\nb('// c');\n}\n");
    }

    #[test]
    fn makes_one_module_of_two() {
        let two = "export const a = 1;\nimport { a } from './a.js';\nb(a);\n";
        assert_eq!(as_one(two), "const a = 1;\nb(a);\n");
    }

    #[test]
    fn refuses_what_it_cannot_join() {
        assert!(joined(&["src/embed/none.js"]).is_err());
    }
}
