//! The page in a frame on somebody else's page: as high as what is in it, deaf to strangers, honest where nothing is kept.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Scenario;
use super::answers::WEAK;
use super::host::Host;
use super::page::Page;
use crate::tools::Engine;
use crate::webdriver::{key, until};

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("is as high in a frame as what is in it, and leads out of it", follows_height),
    Scenario::new("takes no height from anybody but the page in the frame", ignores_strangers),
    Scenario::new("looks in a frame as its address asks", looks_as_asked),
    Scenario::new("says in a sandboxed frame that nothing is kept, and copies", works_in_a_sandbox)
        .except(&[(Engine::WebKit, "there a sandboxed frame takes 'self' for nobody")]),
    Scenario::new("works sandboxed in every engine where its origin is named", works_named_in_a_sandbox),
    Scenario::new("says in a frame without storage that nothing is kept", works_without_storage).without_storage(),
    Scenario::new("tells WordPress its height and where it lies", speaks_to_wordpress),
];

/// The frame that has a height, and the height, CSS pixels; null before.
const HEIGHT: &str = "return parseFloat(document.querySelector(arguments[0]).style.height) || null";

/// How high the page in the frame is, whether it fits, and how high the frame is.
const INSIDE: &str = "return [document.body.getBoundingClientRect().height, innerHeight,
    document.documentElement.scrollHeight <= innerHeight]";

/// How high a frame is before anybody has said more, CSS pixels.
const FIRST: f64 = 300.0;

/// Remembers what the host hears.
const EARS: &str = "<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>";

fn frame(address: &str, rest: &str) -> String {
    format!("<iframe data-comeback id=a src=\"{address}\" title=Practice width=600 height={FIRST} {rest}></iframe>")
}

fn script(host: &Host) -> String {
    format!("<script async src=\"{}\"></script>", host.site("frame.js"))
}

/// Waits until the frame is exactly as high as the page in it, and that is not what it was.
fn fits(page: &Page, place: &str, before: f64) -> Result<f64> {
    page.enter(place)?;
    page.wait_until_started()?;
    page.leave()?;
    let mut last = Value::Null;
    let fitting = until("the frame is as high as the page in it", || {
        page.enter(place)?;
        last = page.script(INSIDE, &[])?;
        page.leave()?;
        let (inside, frame) = (last[0].as_f64().context("no height")?, last[1].as_f64().context("no height")?);
        Ok((last[2] == true && inside.ceil() == frame && frame != before).then_some(frame))
    });
    fitting.with_context(|| format!("inside, frame, fits: {last}, and it was {before}"))
}

fn follows_height(page: &Page) -> Result<()> {
    let host = Host::open(page, "frame")?;
    let q = host.site("q/biggest-failure/");
    // Twice, as it happens where two posts stand on one page.
    host.write(&format!("{}{}{}<p>End</p>", frame(&q, ""), script(&host), script(&host)))?;
    host.visit(page)?;
    let empty = fits(page, "#a", FIRST)?;
    page.enter("#a")?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.wait_for_text("#answer-foot", "Saved on this device")?;
    page.leave()?;
    fits(page, "#a", empty)?;
    page.enter("#a")?;
    page.text("//a[normalize-space()='Open the full page' and @target='_blank' and @rel='noopener']")?;
    let leads = page.script("return document.querySelector('a[target=_blank]').href", &[])?;
    ensure!(leads.as_str().is_some_and(|leads| leads.starts_with(&host.site(""))), "it leads to {leads}");
    page.leave()?;
    // One that comes later is served by the same script.
    page.script(
        "const later = document.querySelector('#a').cloneNode();
         document.querySelector('#a').remove();
         later.style.height = '';
         document.body.append(later);",
        &[],
    )?;
    fits(page, "#a", FIRST).map(drop)
}

fn ignores_strangers(page: &Page) -> Result<()> {
    let host = Host::open(page, "strangers")?;
    let stranger = "<!doctype html><title>Stranger</title><link rel=icon href=data:,><script>
        addEventListener('message', ({ data }) => {
            if (data !== 'go') return;
            for (const target of [parent, parent.frames[0]]) target.postMessage({ 'comeback-height': 7777 }, '*');
            parent.postMessage('done', '*');
        });
        parent.postMessage('here', '*')</script>";
    host.add("stranger.html", stranger)?;
    let other = frame(&host.site(""), "").replace("id=a", "id=b");
    host.write(&format!("{EARS}{}<p>{other}{}", frame(&host.site("q/biggest-failure/"), ""), script(&host)))?;
    // Both in sight: a browser draws nothing in a frame of another site that is not.
    page.resize(1000, 1800)?;
    host.visit(page)?;
    // Each has its own height, whatever its neighbour says.
    let heights = || -> Result<[f64; 2]> { Ok([fits(page, "#a", FIRST)?, fits(page, "#b", FIRST)?]) };
    let before = heights()?;
    ensure!(before[0] != before[1] && heights()? == before, "heights are {before:?}, then {:?}", heights()?);
    // From here on the second has the mark of ours, and somebody else in it.
    page.script(
        "heard.length = 0; document.querySelector('#b').contentWindow.location = arguments[0]",
        &[host.other("stranger.html").into()],
    )?;
    hears(page, "here")?;
    page.script("document.querySelector('#b').contentWindow.postMessage('go', '*')", &[])?;
    hears(page, "done")?;
    // The host's own scripts are nobody in a frame either.
    page.script("postMessage({ 'comeback-height': 7777 }, '*'); postMessage('mine', '*')", &[])?;
    hears(page, "mine")?;
    let now = || Ok::<_, anyhow::Error>([page.script(HEIGHT, &["#a".into()])?, page.script(HEIGHT, &["#b".into()])?]);
    ensure!(now()? == before, "heights were {before:?}, and are {:?}", now()?);
    // What the page itself says is held to reason.
    says(page, &["400".into(), Value::Null, json!([400])])?;
    ensure!(now()? == before, "heights were {before:?}, and are {:?}", now()?);
    says(page, &[1e9.into()])?;
    ensure!(now()?[0] == 20_000, "a thousand million pixels became {:?}", now()?);
    // In a frame so low the page is narrower, for its scroll bar, and may have said its true height already.
    says(page, &[json!(-1)])?;
    ensure!(now()?[0].as_f64() >= Some(160.0), "less than nothing became {:?}", now()?);
    Ok(())
}

/// Lets the page in the first frame say these heights.
fn says(page: &Page, heights: &[Value]) -> Result<()> {
    let say = "for (const height of arguments) parent.postMessage({ 'comeback-height': height }, '*');
        parent.postMessage('said', '*')";
    page.script("heard.length = 0", &[])?;
    page.enter("#a")?;
    page.script(say, heights)?;
    page.leave()?;
    hears(page, "said")
}

/// Waits until the host has heard these words.
fn hears(page: &Page, words: &str) -> Result<()> {
    until(&format!("the host hears {words}"), || {
        let heard = page.script("return heard.includes(arguments[0])", &[words.into()])?;
        Ok((heard == true).then_some(()))
    })
}

fn looks_as_asked(page: &Page) -> Result<()> {
    let host = Host::open(page, "look")?;
    let looks = |query: &str| -> Result<Value> {
        host.write(&frame(&host.site(&format!("q/biggest-failure/{query}")), ""))?;
        host.visit(page)?;
        page.enter("#a")?;
        page.text("//a[normalize-space()='Open the full page']")?;
        page.wait_until_started()?;
        let seen = page.script(
            "const { colorScheme, fontSize, backgroundColor } = getComputedStyle(document.documentElement);
             const { color } = getComputedStyle(document.querySelector('a.link'));
             return [colorScheme, fontSize, backgroundColor, color]",
            &[],
        )?;
        page.leave()?;
        Ok(seen)
    };
    let [plain, light, dark] =
        [looks("")?, looks("?theme=light&accent=7a1f5c")?, looks("?theme=dark&text-size=large&accent=ff9de2")?];
    ensure!(plain[0] == "light dark" && plain[1] == "16px", "as it is: {plain}");
    ensure!(light[0] == "light" && light[3] == "rgb(122, 31, 92)", "light, with an accent: {light}");
    ensure!(dark[0] == "dark" && dark[1] == "19px" && dark[3] == "rgb(255, 157, 226)", "dark and large: {dark}");
    ensure!(dark[2] != light[2], "the background is {} in both", dark[2]);
    // One that nobody could read is not taken. That is said on the console, for whoever made the frame.
    let pale = looks("?theme=light&accent=eeeeee")?;
    ensure!(pale[3] != "rgb(238, 238, 238)", "a pale accent was taken: {pale}");
    let complaints = page.complaints()?;
    ensure!(complaints.iter().all(|line| line.contains("this accent")), "{}", complaints.join("\n"));
    Ok(())
}

fn works_in_a_sandbox(page: &Page) -> Result<()> {
    sandboxed(page, &Host::open(page, "sandbox")?)
}

fn works_named_in_a_sandbox(page: &Page) -> Result<()> {
    sandboxed(page, &Host::open_named(page, "named")?)
}

fn sandboxed(page: &Page, host: &Host) -> Result<()> {
    host.write(&(frame(&host.site("q/biggest-failure/"), "sandbox=allow-scripts") + &script(host)))?;
    host.visit(page)?;
    fits(page, "#a", FIRST)?;
    page.enter("#a")?;
    ensure!(page.script("return origin", &[])? == "null", "the frame has an origin");
    keeps_nothing(page)?;
    page.focus_answer()?;
    page.insert(WEAK)?;
    page.feedback()?;
    page.click("//*[@role='status']//button[normalize-space()='Copy']")?;
    page.text("//*[@role='status']//button[normalize-space()='Copied']")?;
    // By the keyboard: Firefox's driver finds no way to what is further down in a frame without an origin.
    page.script("document.querySelector('a[target=_blank] + button').focus()", &[])?;
    page.keys(&key::ENTER.to_string())?;
    page.text("//button[normalize-space()='Copied' and preceding-sibling::a]")?;
    ensure!(page.answer()? == WEAK, "the answer is now {:?}", page.answer()?);
    page.leave()?;
    // Such a frame may not use what was loaded ahead for pages with an origin.
    let complaints = page.complaints()?;
    ensure!(complaints.iter().all(|line| line.contains("preload")), "{}", complaints.join("\n"));
    Ok(())
}

fn works_without_storage(page: &Page) -> Result<()> {
    let host = Host::open(page, "blocked")?;
    host.write(&(frame(&host.site("q/biggest-failure/"), "") + &script(&host)))?;
    // What blocks storage in Chromium reaches no frame of another site.
    host.visit_on_its_site(page)?;
    fits(page, "#a", FIRST)?;
    page.enter("#a")?;
    keeps_nothing(page)?;
    page.text("//a[normalize-space()='Open the full page']")?;
    page.leave()?;
    // Firefox says of each try that it was in vain.
    let complaints = page.complaints()?;
    ensure!(complaints.iter().all(|line| line.contains("storage")), "{}", complaints.join("\n"));
    Ok(())
}

fn keeps_nothing(page: &Page) -> Result<()> {
    page.wait_for_text("[role=status]", "This page cannot keep your text. Copy or save it before you leave.")
}

fn speaks_to_wordpress(page: &Page) -> Result<()> {
    let host = Host::open_named(page, "wordpress")?;
    let embed = format!(
        "{EARS}<iframe id=a sandbox=allow-scripts security=restricted title=Practice width=600 height=338 \
         data-secret=k4XyZ src=\"{}#?secret=k4XyZ\"></iframe>",
        host.site("q/missed-goal/")
    );
    host.write(&embed)?;
    host.visit(page)?;
    page.enter("#a")?;
    page.wait_until_started()?;
    let asked = page.text("h1")?;
    ensure!(asked.contains("meet a goal"), "the question is {asked:?}");
    page.leave()?;
    let told = |what: &str| {
        until(&format!("the host is told a {what}"), || {
            let told =
                "return heard.findLast(({ message, secret }) => message === arguments[0] && secret === 'k4XyZ')?.value";
            Ok(Some(page.script(told, &[what.into()])?).filter(|value| !value.is_null()))
        })
    };
    until("a height that WordPress takes is told", || Ok((told("height")?.as_f64() > Some(200.0)).then_some(())))?;
    page.enter("#a")?;
    page.click("//a[normalize-space()='Open the full page']")?;
    page.leave()?;
    let link = told("link")?;
    // WebKit lets the program in such a frame change no path.
    let leads = ["q/missed-goal/", "#q=missed-goal", "q/missed-goal/#q=missed-goal"].map(|below| host.site(below));
    ensure!(leads.iter().any(|address| link == address.as_str()), "the link is {link}, not one of {leads:?}");
    Ok(())
}
