//! What stands in a question's page before the program has come: what the program would draw, less what only it can do.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use super::shell::Shell;
use crate::build::page::{attribute, tags};
use crate::build::whole;
use crate::run;

/// Where the page says that what is typed is kept: not before the program is here.
const KEPT: &str = "<span class=\"state\">Saved on this device</span>";

/// Draws all pages; gives the body of each by the id of its question.
pub fn draw() -> Result<BTreeMap<String, String>> {
    let mut cargo = run::cargo();
    cargo.args(["run", "--quiet", "--package", "comeback", "--example", "pages"]);
    // How the page's program is compiled is nothing to a program of this machine.
    for name in ["CARGO_UNSTABLE_BUILD_STD", "CARGO_UNSTABLE_BUILD_STD_FEATURES"] {
        cargo.env_remove(name);
    }
    let ran = run::quiet(&mut cargo)?;
    ensure!(ran.ok, "{} failed:\n{}", run::line(&cargo), ran.output);
    let json = ran.output.find('{').map_or("", |start| &ran.output[start..]);
    serde_json::from_str(json).with_context(|| format!("{} printed no pages", run::line(&cargo)))
}

/// A drawn page as a file: addresses that lead somewhere without the program, and fields that do not yet take what
/// nobody would keep.
pub fn turned(drawn: &str, shell: &Shell) -> Result<String> {
    let area = tags(drawn, "textarea").next().context("the page has no text area")?;
    ensure!(drawn.matches(KEPT).count() == 1, "the page no longer says {KEPT}");
    // Yew takes a text area for an element without an end.
    let closed = format!("{} readonly></textarea>", area.trim_end_matches('>'));
    let page = drawn.replace(area, &closed).replace("<button ", "<button disabled ");
    let page = page.replace(KEPT, &shell.waiting());
    Ok(tags(drawn, "a").fold(page, |page, link| match attribute(link, "href") {
        Some(href) => page.replace(link, &link.replace(&format!("\"{href}\""), &format!("\"{}\"", elsewhere(href)))),
        None => page,
    }))
}

/// Where a link of the program leads from a question's page, without the program.
fn elsewhere(href: &str) -> String {
    match href.strip_prefix('#') {
        Some("") => "../".to_owned(),
        Some(place) if place.ends_with("share") => format!("../../share/#{place}"),
        Some(place) => match place.strip_prefix("q=") {
            // What there is to do with a question beside answering it needs the whole program.
            Some(more) if more.contains('&') => format!("../../{}/{href}", whole::SHARE),
            Some(id) => format!("../{id}/"),
            None => format!("../../#{place}"),
        },
        None => href.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWN: &str = "<a class=\"link\" href=\"#\">Change</a><a href=\"#guide=owning-it\">Read</a>\
        <button class=\"link\">Examples</button><textarea id=\"answer\"><p>\
        <span class=\"state\">Saved on this device</span></p>";

    #[test]
    fn closes_the_text_area_and_lets_nothing_be_typed_yet() -> Result<()> {
        let page = turned(DRAWN, &Shell::sample())?;
        assert!(page.contains("<textarea id=\"answer\" readonly></textarea><p>"), "{page}");
        assert!(page.contains("<button disabled class=\"link\">"), "{page}");
        assert!(!page.contains("Saved on this device") && page.contains("Wait."), "{page}");
        Ok(())
    }

    #[test]
    fn links_lead_on_without_the_program() -> Result<()> {
        let page = turned(DRAWN, &Shell::sample())?;
        assert!(page.contains("<a class=\"link\" href=\"../\">"), "{page}");
        assert!(page.contains("<a href=\"../../#guide=owning-it\">"), "{page}");
        assert_eq!(elsewhere("#q=regret"), "../regret/");
        assert_eq!(elsewhere("#q=regret&amp;share"), "../../share/#q=regret&amp;share");
        Ok(())
    }

    #[test]
    fn refuses_a_page_that_is_drawn_otherwise() {
        assert!(turned("<p>", &Shell::sample()).is_err());
        assert!(turned("<textarea>", &Shell::sample()).is_err());
    }
}
