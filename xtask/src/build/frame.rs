//! The page in a frame: the script for the host page, and the one that the page itself loads there.

use std::path::Path;

use anyhow::{Result, ensure};

use super::glue::by_content;
use super::{page, script};

/// The script for host pages. Its name stays: their pages name it.
pub const HOST: &str = "frame.js";

/// The most that it may weigh, in bytes as it is served, not compressed.
const HOST_LIMIT: usize = 1024;

/// Name of the script that the page loads in a frame.
pub const SCRIPT: &str = "framed";

/// Writes both scripts; gives the page with the address of its own.
pub fn register(folder: &Path, html: &str) -> Result<String> {
    std::fs::write(folder.join(HOST), host()?)?;
    let file = folder.join(format!("{SCRIPT}.js"));
    std::fs::write(&file, script::joined(&["src/embed/accent.js", "src/embed/framed.js"])?)?;
    let file = by_content(file, SCRIPT, "js")?;
    page::with_data(html, SCRIPT, &super::name(&file))
}

fn host() -> Result<String> {
    let text = script::joined(&["src/embed/frame.js"])?;
    ensure!(text.len() <= HOST_LIMIT, "{HOST} weighs {} bytes, {HOST_LIMIT} at most", text.len());
    Ok(text)
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;
    use crate::run;

    #[test]
    fn the_script_for_hosts_stays_within_a_kilobyte() -> Result<()> {
        let text = host()?;
        assert!(text.starts_with("(() => {"), "{text}");
        Ok(())
    }

    #[test]
    fn tells_the_page_where_its_script_is() -> Result<()> {
        let folder = run::target_dir().join("frame-tests");
        std::fs::create_dir_all(&folder)?;
        let html = register(&folder, "<html lang=en><meta charset=utf-8>")?;
        let address = page::tags(&html, "html").next().and_then(|tag| page::attribute(tag, "data-framed"));
        let file = folder.join(address.context("no address")?);
        let text = std::fs::read_to_string(file)?;
        assert!(text.contains("ResizeObserver") && text.contains("const fits"), "{text}");
        assert!(folder.join(HOST).is_file());
        Ok(())
    }
}
