//! Node.js with npm: it comes from the system, not from us.

use anyhow::Result;

use super::apt;
use super::cache::Tools;

/// Makes sure that npm and the Node.js under it are on PATH.
pub fn npm(tools: &Tools) -> Result<()> {
    let what = "Node.js with npm: the readers that the engine is timed beside come from there";
    apt::need(tools, "npm", &["nodejs", "npm"], what)
}
