//! End-to-end tests: the built page in each browser, used as a person uses it.
//!
//! Each file holds one idea and a list of [`Scenario`]s. Each scenario gets a browser with a fresh profile and a
//! server of its own, and is played in every engine but those that it names with a reason. After each, the runner
//! asserts that the console holds no error or warning, that nothing was requested after a page had loaded, and that
//! nothing was asked of anybody else. To add one: write a function in the file that fits and name it in its list.

mod answers;
mod astray;
mod blog;
mod desk;
mod element;
mod embed_page;
mod failing;
mod frame;
mod host;
mod keeping;
mod knowledge;
mod links;
mod main_job;
mod offline;
mod package;
mod page;
mod pages;
mod reading;
mod release;
mod single;
mod site;
mod small;
mod typing;
mod watching;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::run;
use crate::test::{self, Tally};
use crate::tools::{Browser, Engine};
use crate::webdriver::{Driver, Options};
use page::Page;

/// One end-to-end test.
struct Scenario {
    /// What the page does, as a sentence without its subject.
    name: &'static str,
    /// The browser it runs in.
    options: Options,
    /// Engines that it does not run in, each with the reason.
    except: &'static [(Engine, &'static str)],
    /// The steps.
    steps: fn(&Page) -> Result<()>,
}

/// All scenarios, the most important first.
const SCENARIOS: &[&[Scenario]] = &[
    watching::SCENARIOS,
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
    blog::SCENARIOS,
    element::SCENARIOS,
    frame::SCENARIOS,
    embed_page::SCENARIOS,
    package::SCENARIOS,
    single::SCENARIOS,
];

impl Scenario {
    /// A scenario in an ordinary browser.
    const fn new(name: &'static str, steps: fn(&Page) -> Result<()>) -> Self {
        Self { name, options: Options { storage_blocked: false }, except: &[], steps }
    }

    /// The same in a browser that refuses all storage.
    const fn without_storage(self) -> Self {
        Self { options: Options { storage_blocked: true }, ..self }
    }

    /// The same, but not in these engines, for a reason each.
    const fn except(self, except: &'static [(Engine, &'static str)]) -> Self {
        Self { except, ..self }
    }
}

/// Runs the scenarios whose names hold `only` on the page in `dist`, in one browser after the other.
pub fn run(dist: &Path, browsers: Vec<Browser>, only: &str, tally: &mut Tally) -> Result<()> {
    let scenarios = || SCENARIOS.iter().copied().flatten().filter(|scenario| scenario.name.contains(only));
    ensure!(scenarios().next().is_some(), "no end-to-end test has {only:?} in its name");
    for browser in browsers {
        let (engine, started) = (browser.engine, Instant::now());
        let driver = Driver::start(browser)?;
        for scenario in scenarios() {
            if let Some((_, reason)) = scenario.except.iter().find(|(except, _)| *except == engine) {
                println!("{}: {} skipped: {reason}", engine.name(), scenario.name);
                continue;
            }
            let name = format!("{}: {}", engine.name(), scenario.name);
            let mut outcome = test::timed(&name, || play(&driver, dist, scenario));
            // Three engines on a busy machine: what fails once is said, and has one more try. What fails twice fails.
            if let Err(problem) = &outcome {
                println!("once more, since {problem:#}");
                outcome = test::timed(&name, || play(&driver, dist, scenario));
            }
            *(if outcome.is_ok() { &mut tally.passed } else { &mut tally.failed }) += 1;
            outcome?;
        }
        println!("{}: all in {:.0} s", engine.name(), started.elapsed().as_secs_f64());
    }
    Ok(())
}

fn play(driver: &Driver, dist: &Path, scenario: &Scenario) -> Result<()> {
    let page = Page::open(driver, dist, &scenario.options)?;
    let outcome = (scenario.steps)(&page).and_then(|()| page.assert_quiet());
    outcome.with_context(|| {
        // The picture is of the whole window, also where a frame was looked at.
        let _ = page.leave();
        let picture = match page.keep_picture(&run::target_dir().join("e2e-failure.png")) {
            Ok(path) => path.display().to_string(),
            Err(problem) => format!("none: {problem:#}"),
        };
        let console = page.complaints().unwrap_or_default().join("\n");
        format!(
            "{}, in {}\npicture of the page then: {picture}\nconsole: {console}\nproblem",
            scenario.name,
            page.engine().name()
        )
    })
}
