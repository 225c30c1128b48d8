//! The style sheets, which people read in parts and browsers as one: one request, and less to send.

use std::path::Path;

use anyhow::{Context, Result};

use super::glue::by_content;
use super::page::{attribute, tags, with_data};

/// Name of the one style sheet.
const SHEET: &str = "style";

/// Name of the sheet that start.js fetches once the page stands.
pub const LATER: &str = "reading";

/// Joins the style sheets of a page in their order; gives the page with the first link pointing to all of them, and with
/// the address of the sheet that comes later.
pub fn join(folder: &Path, html: &str) -> Result<String> {
    let sheet = folder.join(format!("{SHEET}.css"));
    let (mut links, mut text) = (vec![], String::new());
    for link in tags(html, "link").filter(|link| attribute(link, "rel") == Some("stylesheet")) {
        let file = folder.join(attribute(link, "href").context("a style sheet has no address")?);
        text += &std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        std::fs::remove_file(file)?;
        links.push(link);
    }
    std::fs::write(&sheet, text)?;
    let sheet = by_content(sheet, SHEET, "css")?;
    let all = format!("<link rel=\"stylesheet\" href=\"./{}\">", super::name(&sheet));
    let later = by_content(folder.join(format!("{LATER}.css")), LATER, "css")?;
    let html = with_data(html, LATER, &super::name(&later))?;
    let joined = links.iter().skip(1).fold(html, |page, link| page.replace(link, ""));
    Ok(links.first().map_or(joined.clone(), |first| joined.replace(first, &all)))
}
