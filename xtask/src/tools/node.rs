//! Node.js with npm, and Java: they come from the system, not from us.

use anyhow::Result;

use super::apt;
use super::cache::Tools;

/// Makes sure that npm and the Node.js under it are on PATH.
pub fn npm(tools: &Tools) -> Result<()> {
    let what = "Node.js with npm: the readers that the engine is timed beside come from there";
    apt::need(tools, "npm", &["nodejs", "npm"], what).map(drop)
}

/// Makes sure that Java is on PATH.
pub fn java(tools: &Tools) -> Result<()> {
    apt::need(tools, "java", &["default-jre-headless"], "Java: the checker of HTML runs on it").map(drop)
}
