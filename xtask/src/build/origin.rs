//! Names a site's own origin in its policies, where it is known when it is built.
//!
//! A page in a sandboxed frame has no origin, and WebKit then takes `'self'` for nobody: not even the page's own script
//! would be let in. Named, it is. Nothing else is allowed by that.

use std::path::Path;

use anyhow::{Context, Result};

use super::page;

/// The policy with an origin beside each `'self'`.
pub fn named(policy: &str, origin: &str) -> String {
    policy.replace("'self'", &format!("'self' {origin}"))
}

/// Names an origin in the policies of all pages in a folder and below it.
pub fn name_in(folder: &Path, origin: &str) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            name_in(&path, origin)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            let html = std::fs::read_to_string(&path)?;
            let policy = page::policy(&html).with_context(|| path.display().to_string())?;
            let named = html.replacen(policy, &named(policy, origin), 1);
            std::fs::write(&path, named)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run;

    #[test]
    fn names_it_beside_each_self_in_every_page() -> Result<()> {
        let folder = run::target_dir().join("origin-tests");
        std::fs::create_dir_all(folder.join("q"))?;
        let page = "<meta content=\"script-src 'self' 'wasm-unsafe-eval'; style-src 'self'\" \
            http-equiv=Content-Security-Policy><p>'self'";
        let files = [folder.join("index.html"), folder.join("q/index.html")];
        files.iter().try_for_each(|file| std::fs::write(file, page))?;
        name_in(&folder, "https://example.org")?;
        for file in files {
            let expected = "<meta content=\"script-src 'self' https://example.org 'wasm-unsafe-eval'; style-src 'self' \
                https://example.org\" http-equiv=Content-Security-Policy><p>'self'";
            assert_eq!(std::fs::read_to_string(file)?, expected);
        }
        Ok(())
    }
}
