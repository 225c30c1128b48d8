//! What stands on the page when the app cannot start.

use anyhow::{Result, ensure};

use super::Scenario;
use super::page::Page;
use crate::run;
use crate::serve::Server;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[Scenario::new("explains itself when the app cannot be loaded", explains_itself)];

fn explains_itself(page: &Page) -> Result<()> {
    let broken = run::target_dir().join("dist-without-wasm");
    run::copy(page.dist(), &broken)?;
    std::fs::remove_file(broken.join(page.file_ending(".wasm")?))?;
    let server = Server::start(&broken, 0, &[])?;
    page.go(&server.address())?;
    page.wait_for_text("#comeback", "could not")?;
    let shown = page.text("#comeback")?;
    ensure!(shown.contains("eload"), "it does not say what to do: {shown}");
    // The browser reports the missing file, and so does start.js: that is the case under test.
    let complaints = page.complaints()?;
    ensure!(
        complaints.iter().all(|line| line.contains(".wasm") || line.contains("start")),
        "{}",
        complaints.join("\n")
    );
    Ok(())
}
