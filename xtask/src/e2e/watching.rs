//! That the runner would notice: what every other scenario is asserted by at its end is tried here on a bad page.

use anyhow::{Result, ensure};

use super::Scenario;
use super::page::Page;
use crate::run;
use crate::serve::Server;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] =
    &[Scenario::new("would be heard complaining, and caught calling others", hears_and_catches)];

/// Does what no page of ours may: complains in every way, and calls elsewhere.
const BAD: &str = "<!doctype html><link rel=icon href=data:,>
    <meta http-equiv=Content-Security-Policy content=\"object-src 'none'; frame-src 'none'\">
    <script>
        console.error('an error was written');
        console.log('nothing bad was written');
        Promise.reject(new Error('a promise was broken'));
        new Image().src = 'http://images.example/dot.png';
        navigator.sendBeacon('http://counter.example/', 'seen');
        setTimeout(() => { document.title = 'done'; throw new Error('an error was thrown'); });
    </script>
    <iframe src='http://frame.example/'></iframe>";

fn hears_and_catches(page: &Page) -> Result<()> {
    let folder = run::target_dir().join("sites/bad");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("index.html"), BAD)?;
    let server = Server::start(&folder, 0, &[])?;
    page.go(&server.address())?;
    until("the page is done", || Ok((page.script("return document.title", &[])? == "done").then_some(())))?;
    let mut heard = Vec::new();
    let told = ["an error was written", "a promise was broken", "an error was thrown", "frame.example"];
    until("all complaints are heard", || {
        heard.extend(page.complaints()?);
        Ok(told.iter().all(|text| heard.iter().any(|line| line.contains(text))).then_some(()))
    })
    .map_err(|problem| problem.context(format!("heard was {heard:#?}")))?;
    ensure!(!heard.iter().any(|line| line.contains("nothing bad")), "heard was also {heard:#?}");
    let mut caught = Vec::new();
    until("all calls are caught", || {
        caught.extend(page.strays());
        Ok(["images.example", "counter.example"]
            .iter()
            .all(|host| caught.iter().any(|line| line.contains(host)))
            .then_some(()))
    })
    .map_err(|problem| problem.context(format!("caught was {caught:#?}")))?;
    ensure!(page.foreign()?.iter().any(|name| name.contains("images.example")), "the browser has no record of it");
    // From here on it is watched as always.
    page.visit("")?;
    page.strays();
    page.complaints().map(drop)
}
