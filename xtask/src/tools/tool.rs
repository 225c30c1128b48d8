//! One tool: how it is recognised, how it is installed, and what is said when that fails.

use std::path::Path;
use std::process::Command;

use crate::run;

/// A program of one version that a command needs.
pub struct Tool {
    /// The name people know it by.
    pub name: &'static str,
    /// Its folder in the cache, with the version in it.
    pub folder: String,
    /// The programs it consists of; the first is asked for its version.
    pub programs: &'static [&'static str],
    /// How the answer to `--version` begins.
    pub reports: String,
    /// What it is for, as half a sentence.
    pub why: &'static str,
    /// How long its installation takes.
    pub takes: &'static str,
    /// Where it comes from.
    pub install: Install,
}

/// Where a tool comes from.
pub enum Install {
    /// Built from its source in the crate registry.
    Cargo {
        /// Name of the crate.
        package: &'static str,
        /// Version of the crate.
        version: String,
        /// Further flags of `cargo install`.
        flags: &'static [&'static str],
        /// Environment of the build.
        env: &'static [(&'static str, &'static str)],
    },
    /// Unpacked from the npm registry.
    Npm {
        /// Name and version of the package.
        package: &'static str,
    },
}

impl Tool {
    /// Whether an answer to `--version` is that of this tool in this version.
    pub fn recognises(&self, answer: &str) -> bool {
        let first = answer.trim().lines().next().unwrap_or_default();
        format!("{first} ").starts_with(&format!("{} ", self.reports.trim()))
    }

    /// The folder that holds the programs, under the tool's own folder.
    pub fn bin(&self) -> &'static str {
        match self.install {
            Install::Cargo { .. } => "bin",
            Install::Npm { .. } => "node_modules/.bin",
        }
    }

    /// The command that installs the tool under `into`.
    pub fn installer(&self, into: &Path) -> Command {
        match &self.install {
            Install::Cargo { package, version, flags, env } => {
                let mut command = run::cargo();
                command.args(["install", package, "--version", version]).args(*flags).arg("--root").arg(into);
                // Our own build folder must not fill with the tool's parts.
                command.env_remove("CARGO_TARGET_DIR").envs(env.iter().copied());
                command
            }
            Install::Npm { package } => {
                let mut command = Command::new("npm");
                command.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(into).arg(package);
                command
            }
        }
    }

    /// The one line said before an installation.
    pub fn announcement(&self) -> String {
        format!("Installing {} ({}): {}. This takes {}, once.", self.name, self.folder, self.why, self.takes)
    }

    /// What is said when the installation failed.
    pub fn refusal(&self, tried: &str, output: &str) -> String {
        let mend = match &self.install {
            Install::Cargo { package, version, flags, .. } => {
                format!("cargo install {package} --version {version} {}", flags.join(" "))
            }
            Install::Npm { package } => format!("npm install --global {package}"),
        };
        missing(&format!("{} ({}): {}", self.name, self.folder, self.why), tried, output, &mend)
    }
}

/// The message for something missing: what, what was tried with its last lines, and what would mend it.
pub fn missing(what: &str, tried: &str, output: &str, mend: &str) -> String {
    format!("Missing: {what}.\nTried:   {tried}\n{}To mend: {mend}", run::tail(output, 12))
}

#[cfg(test)]
mod tests {
    use crate::tools;

    #[test]
    fn recognises_only_the_version_asked_for() {
        let trunk = tools::trunk();
        assert!(trunk.recognises("trunk 0.22.1\n"));
        assert!(!trunk.recognises("trunk 0.22.10"));
        assert!(!trunk.recognises("trunk 0.21.14"));
        let opt = tools::wasm_opt();
        assert!(opt.recognises("wasm-opt version 131 (version_131)"));
        assert!(!opt.recognises("wasm-opt version 108"));
    }

    #[test]
    fn says_what_is_missing_what_was_tried_and_what_mends_it() {
        let said =
            tools::wasm_opt().refusal("npm install binaryen@131.0.0", "npm error network\nnpm error code ENOTFOUND\n");
        assert_eq!(
            said,
            "Missing: wasm-opt (binaryen-131.0.0): it makes the wasm module smaller.\n\
             Tried:   npm install binaryen@131.0.0\n  \
             | npm error network\n  | npm error code ENOTFOUND\n\
             To mend: npm install --global binaryen@131.0.0"
        );
    }

    #[test]
    fn says_what_why_and_how_long_before_it_installs() {
        assert_eq!(
            tools::trunk().announcement(),
            "Installing Trunk (trunk-0.22.1): it bundles the page. This takes about 7 minutes on two cores, once."
        );
    }
}
