//! The running driver of a browser.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;

use anyhow::{Context, Result};

use super::http;
use super::screen::Screen;
use super::wait::until;
use crate::tools::{Browser, Engine};

/// A driver on a free port; it stops when dropped.
pub struct Driver {
    process: Child,
    port: u16,
    browser: Browser,
    // Its windows open there, so it goes last.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver and waits until it listens.
    pub fn start(browser: Browser) -> Result<Self> {
        let mut command = Command::new(&browser.driver);
        let screen = browser.screen.as_deref().map(Screen::start).transpose()?;
        if let Some(screen) = &screen {
            screen.equip(&mut command);
        }
        let known = match browser.engine {
            Engine::Chromium => None,
            Engine::Firefox => {
                command.arg("--allow-system-access");
                // It then fetches no settings of its own, and stops at any connection that leaves this machine.
                command.env("MOZ_DISABLE_NONLOCAL_CONNECTIONS", "1");
                None
            }
            Engine::WebKit => {
                // As root its sandbox cannot start, and containers run as root.
                command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                // It does not tell which port it has chosen, so it is given one.
                Some(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
            }
        };
        command.arg(format!("--port={}", known.unwrap_or_default()));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().with_context(|| format!("cannot start {}", browser.driver.display()))?;
        let lines = BufReader::new(process.stdout.take().context("the driver has no output")?).lines();
        let (sender, told) = mpsc::channel();
        // All of its lines, and its browser's, are taken: who cannot write them would stop.
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // Nobody listens once the port is known.
                let _ = port_in(&line).map(|port| sender.send(port));
            }
        });
        // From here on, whatever fails stops it.
        let mut driver = Self { process, port: 0, browser, _screen: screen };
        driver.port = match known {
            Some(port) => port,
            None => told.recv().context("the driver ended before it listened")?,
        };
        until("the driver listens", || http::call(driver.port, "GET", "/status", None).map(Some))?;
        Ok(driver)
    }

    /// Where the driver listens.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The browser it drives.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The driver's process, whose children are browsers.
    pub fn process(&self) -> u32 {
        self.process.id()
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
    let chromium = line.split_once("started successfully on port ").map(|(_, port)| port.trim_end_matches('.'));
    chromium.or_else(|| Some(line.split_once("Listening on 127.0.0.1:")?.1))?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_port_that_the_driver_chose() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(port_in("1795730074121\tgeckodriver\tINFO\tListening on 127.0.0.1:36211"), Some(36211));
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}
