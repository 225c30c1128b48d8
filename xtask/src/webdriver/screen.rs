//! A screen that nobody sees, for a browser that has no windowless mode: its X server and its desktop's settings.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use crate::run;

/// Nothing moves, so that a click lands where its element was found.
const SETTINGS: &str = "[Settings]\ngtk-enable-animations=0\n";

/// Bars and buttons take next to no room, so that a window can be as narrow as a phone.
const STYLE: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }
button image { -gtk-icon-transform: scale(0); }
";

/// Room for the widest window and the highest, with depth of colour.
const SIZE: &str = "1700x1400x24";

/// A running X server; it stops when dropped.
pub struct Screen {
    server: Child,
    display: String,
    settings: PathBuf,
}

impl Screen {
    /// Starts the server on a free display.
    pub fn start(program: &Path) -> Result<Self> {
        let settings = run::target_dir().join("screen-settings");
        let folder = settings.join("gtk-3.0");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("settings.ini"), SETTINGS)?;
        std::fs::write(folder.join("gtk.css"), STYLE)?;
        let mut command = Command::new(program);
        command.args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"]);
        // Else it begins anew whenever its last window closes, and whoever opens one just then is refused.
        command.arg("-noreset");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().with_context(|| format!("cannot start {}", program.display()))?;
        let mut number = String::new();
        // It says its number once it is ready.
        BufReader::new(server.stdout.take().context("the X server has no output")?).read_line(&mut number)?;
        let screen = Self { server, display: format!(":{}", number.trim()), settings };
        if number.trim().is_empty() {
            anyhow::bail!("the X server ended before it was ready");
        }
        Ok(screen)
    }

    /// Lets a program open its windows here.
    pub fn equip<'command>(&self, command: &'command mut Command) -> &'command mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("XDG_CONFIG_HOME", &self.settings)
            // There is no desktop behind the screen: nothing to keep settings in, nobody to read to.
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Asked politely, it takes its lock files along; should that fail, it is stopped all the same.
        let asked = Command::new("kill").arg(self.server.id().to_string()).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}
