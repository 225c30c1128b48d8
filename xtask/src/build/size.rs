//! What a first visit downloads, and the budget for it.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::page::{attribute, tags};

/// The most that a first visit may download, in bytes after brotli at its highest level.
const BUDGET: usize = 180_000;

/// The kinds of file that a first visit loads.
const KINDS: [&str; 4] = ["html", "js", "css", "wasm"];

/// Bytes of one kind of file, or of all.
#[derive(Clone, Copy, Default)]
struct Weight {
    raw: usize,
    brotli: usize,
}

/// What the first load weighs.
pub struct Weighed {
    /// A line for each kind of file, and one for all.
    pub table: String,
    /// All but the page's own text, in bytes after brotli: what other pages of the program load too.
    pub shared: usize,
}

/// Weighs the first load; an error over the budget.
pub fn weigh(dist: &Path) -> Result<Weighed> {
    let mut weights = [Weight::default(); KINDS.len()];
    for name in first(dist, "index.html")? {
        let path = dist.join(&name);
        if let Some(kind) = KINDS.iter().position(|kind| path.extension().is_some_and(|extension| extension == *kind)) {
            let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            weights[kind].raw += bytes.len();
            weights[kind].brotli += brotli_size(&bytes)?;
        }
    }
    let table = table(&weights);
    let total: usize = weights.iter().map(|weight| weight.brotli).sum();
    if total > BUDGET {
        bail!("{table}The first load is {} bytes over its budget of {BUDGET}.", total - BUDGET);
    }
    let own = KINDS.iter().zip(&weights).find(|(kind, _)| **kind == "html").map_or(0, |(_, weight)| weight.brotli);
    Ok(Weighed { table, shared: total - own })
}

/// What a first visit to a page loads: the page, and what its tags name. Whatever else it fetches, scripts ask for later.
pub fn first(dist: &Path, page: &str) -> Result<Vec<String>> {
    let html = std::fs::read_to_string(dist.join(page)).with_context(|| format!("cannot read {page}"))?;
    let addresses = ["link", "script"]
        .into_iter()
        .flat_map(|name| tags(&html, name).filter_map(|tag| attribute(tag, "href").or_else(|| attribute(tag, "src"))));
    let own = addresses.filter_map(|address| address.strip_prefix("./")).map(str::to_owned);
    Ok(own.chain([page.to_owned()]).collect())
}

fn table(weights: &[Weight]) -> String {
    let mut text = format!("{:<8}{:>10}{:>12}\n", "", "raw", "brotli 11");
    let mut total = Weight::default();
    for (kind, weight) in KINDS.iter().zip(weights) {
        text += &format!("{kind:<8}{:>10}{:>12}\n", weight.raw, weight.brotli);
        total.raw += weight.raw;
        total.brotli += weight.brotli;
    }
    text + &format!("{:<8}{:>10}{:>12}   budget {BUDGET}\n", "total", total.raw, total.brotli)
}

/// Bytes after brotli at its highest level.
pub fn brotli_size(bytes: &[u8]) -> Result<usize> {
    Ok(brotli(bytes)?.len())
}

/// Packs bytes by brotli at its highest level.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_one_line_for_each_kind_and_the_total() {
        let text = table(&[Weight { raw: 10, brotli: 5 }, Weight { raw: 20, brotli: 6 }]);
        assert!(text.contains("html            10           5\n"), "{text}");
        assert!(text.contains("total           30          11   budget 180000\n"), "{text}");
    }

    #[test]
    fn compresses_as_brotli_does() -> Result<()> {
        assert!(brotli_size(&[b'a'; 10_000])? < 40);
        Ok(())
    }
}
