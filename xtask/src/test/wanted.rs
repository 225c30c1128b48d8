//! Which tests are wanted.

use anyhow::{Context, Result, bail};

use crate::tools::Engine;

/// The parts of the tests, and the flags that name them.
const PARTS: [&str; 3] = ["--unit", "--browser", "--e2e"];

/// What the flags ask for.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted<'flags> {
    /// Flags of the parts that were named; none for all of them.
    pub parts: Vec<&'flags str>,
    /// The engines to test in, never none.
    pub engines: Vec<Engine>,
    /// What the name of a check of the built page has to hold.
    pub only: &'flags str,
    /// Whether the page is taken as it was built last.
    pub built: bool,
}

impl<'flags> Wanted<'flags> {
    /// Reads flags such as `--e2e firefox webkit --only frame --built`.
    pub fn read(flags: &[&'flags str]) -> Result<Self> {
        let (mut parts, mut engines, mut only) = (Vec::new(), Vec::new(), "");
        let mut built = false;
        let mut rest = flags.iter();
        while let Some(flag) = rest.next() {
            let engine = Engine::ALL.into_iter().find(|engine| engine.name().eq_ignore_ascii_case(flag));
            match (engine, *flag) {
                (Some(engine), _) => engines.push(engine),
                (None, "--only") => only = rest.next().context("--only needs a part of a test's name")?,
                (None, "--built") => built = true,
                (None, part) if PARTS.contains(&part) => parts.push(part),
                _ => bail!(
                    "test knows {}, --built, chromium, firefox, webkit and --only TEXT, not {flag}",
                    PARTS.join(", ")
                ),
            }
        }
        if engines.is_empty() {
            engines = Engine::ALL.to_vec();
        }
        Ok(Self { parts, engines, only, built })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wants_everything_unless_told_otherwise() -> Result<()> {
        assert_eq!(Wanted::read(&[])?, Wanted { parts: vec![], engines: Engine::ALL.to_vec(), only: "", built: false });
        Ok(())
    }

    #[test]
    fn narrows_to_parts_engines_and_names() -> Result<()> {
        let wanted = Wanted::read(&["--e2e", "firefox", "webkit", "--only", "frame", "--built"])?;
        let engines = vec![Engine::Firefox, Engine::WebKit];
        assert_eq!(wanted, Wanted { parts: vec!["--e2e"], engines, only: "frame", built: true });
        assert!(Wanted::read(&["--fast"]).is_err() && Wanted::read(&["--only"]).is_err());
        Ok(())
    }
}
