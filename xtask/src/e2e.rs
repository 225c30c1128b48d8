//! End-to-end tests: the built page in Chromium, used as a person uses it.
//!
//! Each file holds one idea and a list of [`Scenario`]s. Each scenario gets a browser with a fresh profile and a
//! server of its own. After each, the runner asserts that the console holds no error or warning and that nothing was
//! requested after a page had loaded. To add one: write a function in the file that fits and name it in its list.

mod answers;
mod astray;
mod desk;
mod failing;
mod keeping;
mod knowledge;
mod links;
mod main_job;
mod offline;
mod page;
mod pages;
mod reading;
mod release;
mod single;
mod site;
mod small;
mod typing;

use std::path::Path;

use anyhow::{Context, Result};

use crate::run;
use crate::test::{self, Tally};
use crate::tools::Browser;
use crate::webdriver::{Driver, Options};
use page::Page;

/// One end-to-end test.
struct Scenario {
    /// What the page does, as a sentence without its subject.
    name: &'static str,
    /// The browser it runs in.
    options: Options,
    /// The steps.
    steps: fn(&Page) -> Result<()>,
}

/// All scenarios, the most important first.
const SCENARIOS: &[&[Scenario]] = &[
    main_job::SCENARIOS,
    keeping::SCENARIOS,
    links::SCENARIOS,
    desk::SCENARIOS,
    astray::SCENARIOS,
    pages::SCENARIOS,
    knowledge::SCENARIOS,
    typing::SCENARIOS,
    small::SCENARIOS,
    failing::SCENARIOS,
    offline::SCENARIOS,
    release::SCENARIOS,
    single::SCENARIOS,
];

impl Scenario {
    /// A scenario in an ordinary browser.
    const fn new(name: &'static str, steps: fn(&Page) -> Result<()>) -> Self {
        Self { name, options: Options { storage_blocked: false }, steps }
    }

    /// The same in a browser that refuses all storage.
    const fn without_storage(self) -> Self {
        Self { options: Options { storage_blocked: true }, ..self }
    }
}

/// Runs all scenarios on the page in `dist`.
pub fn run(dist: &Path, browser: Browser, tally: &mut Tally) -> Result<()> {
    let driver = Driver::start(browser)?;
    for scenario in SCENARIOS.iter().copied().flatten() {
        match test::timed(&format!("page: {}", scenario.name), || play(&driver, dist, scenario)) {
            Ok(()) => tally.passed += 1,
            Err(problem) => {
                tally.failed += 1;
                return Err(problem);
            }
        }
    }
    Ok(())
}

fn play(driver: &Driver, dist: &Path, scenario: &Scenario) -> Result<()> {
    let page = Page::open(driver, dist, &scenario.options)?;
    let outcome = (scenario.steps)(&page).and_then(|()| page.assert_quiet());
    outcome.with_context(|| {
        let picture = match page.keep_picture(&run::target_dir().join("e2e-failure.png")) {
            Ok(path) => path.display().to_string(),
            Err(problem) => format!("none: {problem:#}"),
        };
        let console = page.complaints().unwrap_or_default().join("\n");
        format!("{}\npicture of the page then: {picture}\nconsole: {console}\nproblem", scenario.name)
    })
}
