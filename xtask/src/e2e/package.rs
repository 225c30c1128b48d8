//! The package: packed, installed and imported as somebody else does.

use anyhow::{Context, Result, ensure};

use super::Scenario;
use super::page::Page;
use crate::build;
use crate::serve::Server;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[Scenario::new("works from a package out of node_modules", works_as_a_package)];

fn works_as_a_package(page: &Page) -> Result<()> {
    let consumer = build::install_package(page.dist())?;
    let home = consumer.join("node_modules").join(build::PACKAGE);
    let manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(home.join("package.json"))?)?;
    let entry = manifest["exports"]["."]["default"].as_str().context("the package has no entry")?;
    let name = build::PACKAGE;
    let entry = entry.trim_start_matches("./");
    let host = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>App</title><link rel=icon href=data:,>\
         <script type=importmap>{{\"imports\":{{\"{name}\":\"./node_modules/{name}/{entry}\"}}}}</script>\
         <script type=module>import '{name}'</script>\
         <comeback-practice question=regret><p>Before</p></comeback-practice>"
    );
    std::fs::write(consumer.join("index.html"), host)?;
    let server = Server::start(&consumer, 0, &[])?;
    page.go(&server.address())?;
    page.click("comeback-practice >>> button")?;
    page.click("comeback-practice >>> #answer")?;
    page.keys("In May I lost the key.")?;
    page.text("comeback-practice >>> .next")?;
    // A package has no page to lead to.
    let all = page.script("return document.querySelector('comeback-practice').shadowRoot.textContent", &[])?;
    ensure!(!all.as_str().context("no text")?.contains("full page"), "it leads out of the package: {all}");
    let missing: Vec<String> = server.requests().into_iter().filter(|asked| !is_there(&consumer, asked)).collect();
    ensure!(missing.is_empty(), "the package lacks {}", missing.join(" "));
    Ok(())
}

fn is_there(folder: &std::path::Path, asked: &str) -> bool {
    let path = asked.trim_start_matches('/');
    folder.join(if path.is_empty() { "index.html" } else { path }).is_file()
}
