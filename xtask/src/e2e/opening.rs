//! The page as it first appears.

use super::Scenario;
use super::page::Page;
use crate::webdriver::Options;

/// What this file tests.
pub const SCENARIOS: &[Scenario] =
    &[Scenario { name: "opens", options: Options { storage_blocked: false }, steps: opens }];

fn opens(page: &Page) -> anyhow::Result<()> {
    page.visit("")?;
    anyhow::ensure!(page.text("h1")? == "Hello");
    Ok(())
}
