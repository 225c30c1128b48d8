//! Without a network: what has been loaded once opens, takes text and keeps it.

use anyhow::{Result, ensure};

use super::Scenario;
use super::answers::WEAK;
use super::page::Page;
use super::site::Site;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("works after its server has gone: reload, another question, typing", works_without_server),
    Scenario::new("leaves everything else at its address alone", leaves_others_alone),
    Scenario::new("settles in nowhere when it stands in a frame", settles_in_no_frame),
];

/// How many workers this origin has.
const WORKERS: &str = "navigator.serviceWorker.getRegistrations().then((all) => arguments[0](all.length))";

fn works_without_server(page: &Page) -> Result<()> {
    let site = Site::open(page, "gone")?;
    site.visit(page, "#q=biggest-failure")?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    page.feedback()?;
    let address = site.stop()?;

    page.reload()?;
    page.wait_until_started()?;
    ensure!(page.answer()? == WEAK, "after a reload without a server: {:?}", page.answer()?);
    ensure!(!page.next_step()?.is_empty(), "no next step without a server");

    // By a link from elsewhere, as a chat or a mail gives it.
    page.go("about:blank")?;
    page.go(&format!("{address}?from=chat#q=missed-goal"))?;
    page.wait_until_started()?;
    page.text("#answer")?;
    ensure!(page.answer()?.is_empty(), "another question shows {:?}", page.answer()?);
    page.focus_answer()?;
    page.keys("In May I lost the key.")?;
    page.reload()?;
    page.wait_until_started()?;
    page.text("#answer")?;
    ensure!(page.answer()? == "In May I lost the key.", "kept without a server: {:?}", page.answer()?);
    without_network_complaints(page)
}

fn leaves_others_alone(page: &Page) -> Result<()> {
    let site = Site::open(page, "neighbours")?;
    site.add("other.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>one</title></svg>")?;
    site.visit(page, "")?;
    page.script_async("caches.open('a neighbour').then(() => arguments[0]())", &[])?;
    let title = |expected: &str| -> Result<()> {
        page.go(&site.address("other.svg"))?;
        let title = page.script("return document.querySelector('title').textContent", &[])?;
        ensure!(title == expected, "the neighbour shows {title}");
        // A browser asks for an icon beside a lone file; that is not the page's doing.
        page.complaints().map(drop)
    };
    title("one")?;
    site.add("other.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>two</title></svg>")?;
    title("two")?;
    site.visit(page, "index.html")?;
    site.release(2, page)?;
    ensure!(super::site::finds_new_version(page)?, "the new version did not arrive");
    page.click(super::release::RELOAD)?;
    super::release::shows_version(page, 2)?;
    let caches = page.script_async("caches.keys().then((names) => arguments[0](names.sort()))", &[])?;
    ensure!(caches[0] == "a neighbour" && caches.as_array().map(Vec::len) == Some(2), "caches: {caches}");
    Ok(())
}

fn settles_in_no_frame(page: &Page) -> Result<()> {
    let site = Site::open(page, "frame")?;
    site.add("host.html", "<!doctype html><title>Blog</title><iframe src='./' width=600 height=600></iframe>")?;
    page.go(&site.address("host.html"))?;
    let started = "const { contentDocument } = document.querySelector('iframe');
        return contentDocument.readyState === 'complete' && !!contentDocument.querySelector('#comeback a[href^=\"#\"]')";
    crate::webdriver::until("the framed page has started", || Ok((page.script(started, &[])? == true).then_some(())))?;
    ensure!(page.script_async(WORKERS, &[])? == 0, "a framed page has registered a worker");
    // A browser asks for an icon of the blog, too.
    page.complaints()?;
    // The same page by itself does.
    site.visit(page, "")?;
    ensure!(page.script_async(WORKERS, &[])? == 1, "the page has registered no worker");
    Ok(())
}

/// Fails unless everything on the console is about a network that is not there: that is the case under test.
pub fn without_network_complaints(page: &Page) -> Result<()> {
    let complaints = page.complaints()?;
    let network = ["ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_REFUSED", "fetching the script"];
    let expected = |line: &String| network.iter().any(|word| line.contains(word));
    ensure!(complaints.iter().all(expected), "{}", complaints.join("\n"));
    Ok(())
}
