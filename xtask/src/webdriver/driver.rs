//! The running chromedriver.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result};

use crate::tools::Browser;

/// A driver on a free port; it stops when dropped.
pub struct Driver {
    process: Child,
    // Kept open: a driver that cannot write its lines would stop.
    _words: BufReader<ChildStdout>,
    port: u16,
    browser: Browser,
}

impl Driver {
    /// Starts the driver and waits until it listens.
    pub fn start(browser: Browser) -> Result<Self> {
        let mut command = Command::new(&browser.driver);
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().with_context(|| format!("cannot start {}", browser.driver.display()))?;
        let mut words = BufReader::new(process.stdout.take().context("chromedriver has no output")?);
        let mut line = String::new();
        let port = loop {
            line.clear();
            if words.read_line(&mut line)? == 0 {
                break None;
            }
            if let Some(port) = port_in(&line) {
                break Some(port);
            }
        };
        let port = port.context("chromedriver ended before it listened")?;
        Ok(Self { process, _words: words, port, browser })
    }

    /// Where the driver listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The browser it drives.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone afterwards.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_port_that_the_driver_chose() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123.\n"), Some(40123));
        assert_eq!(port_in("Only local connections are allowed.\n"), None);
    }
}
