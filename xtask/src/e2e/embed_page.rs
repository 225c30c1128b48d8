//! The page that makes snippets: each form, its preview, and a snippet where it belongs.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Scenario;
use super::host::Host;
use super::page::Page;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new("makes a snippet for each form, the same as without scripts", makes_snippets),
    Scenario::new("says what is wrong with an accent, and leaves it out", judges_accents),
    Scenario::new("previews element and frame, light, dark and narrow", previews),
    Scenario::new("makes snippets that work on another site", works_elsewhere),
];

/// Sets a field as a person does, and lets the page hear of it.
const SET: &str = "const [name, value] = arguments;
    const field = document.getElementById('choices').elements[name];
    field.value = value;
    (field.length && !field.options ? [...field].find((one) => one.checked) : field)
        .dispatchEvent(new Event('input', { bubbles: true }))";

fn open(page: &Page, name: &str) -> Result<Host> {
    let host = Host::open(page, name)?;
    page.go(&host.site("embed/"))?;
    code(page, "Avoid: ")?;
    // The element of the preview is near enough to be read soon: what it fetches then is there before anything else.
    until("the preview is ready", || {
        let files = page.script("return performance.getEntriesByType('resource').map(({ name }) => name)", &[])?;
        let files: Vec<&str> = files.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let is_here = |begin: &str, end: &str| files.iter().any(|file| file.contains(begin) && file.ends_with(end));
        Ok((is_here("/whole-", ".wasm") && is_here("/element-", ".css")).then_some(()))
    })?;
    Ok(host)
}

fn set(page: &Page, name: &str, value: &str) -> Result<()> {
    page.script(SET, &[json!(name), json!(value)]).map(drop)
}

/// Waits until the code holds something, and gives it.
fn code(page: &Page, part: &str) -> Result<String> {
    until(&format!("the code holds {part}"), || {
        let code = page.script("return document.getElementById('code').value", &[])?;
        Ok(code.as_str().filter(|code| code.contains(part)).map(str::to_owned))
    })
}

fn makes_snippets(page: &Page) -> Result<()> {
    let host = open(page, "snippets")?;
    for (form, part) in [("element", "<comeback-practice"), ("frame", "<iframe"), ("link", "<a ")] {
        set(page, "form", form)?;
        let made = code(page, part)?;
        let plain =
            page.script("return document.querySelector(`pre[data-form=${arguments[0]}]`).textContent", &[json!(form)])?;
        let plain = plain.as_str().context("no text")?.replace("https://example.org/comeback/", &host.site(""));
        ensure!(made == plain, "{form} is\n{made}\nand without scripts\n{plain}");
    }
    set(page, "form", "element")?;
    page.click("//label[contains(., 'regret')]")?;
    for (name, value) in
        [("heading", "Your \"turn\" & mine"), ("theme", "dark"), ("accent", "#86C9CB"), ("size", "large")]
    {
        set(page, name, value)?;
    }
    page.click("[name=scores]")?;
    let tag = "<comeback-practice question=\"biggest-failure regret\" heading=\"Your &quot;turn&quot; &amp; mine\" \
        theme=\"dark\" accent=\"#86c9cb\" text-size=\"large\" scores=\"off\">\n";
    let element = code(page, tag)?;
    ensure!(element.contains(&format!("<p><a href=\"{}\">", host.site("q/regret/"))), "{element}");
    set(page, "form", "frame")?;
    let address = format!("src=\"{}?theme=dark&amp;accent=86c9cb&amp;text-size=large\"", host.site(""));
    code(page, &address)?;
    ensure!(!page.script("return heading.checkVisibility()", &[])?.as_bool().unwrap_or(true), "a frame has no heading");
    let allowed = page.text(".allow")?;
    let origin = host.site("");
    let origin = origin.trim_end_matches('/');
    ensure!(allowed.contains(&format!("script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}")), "{allowed}");
    ensure!(page.script("return server.textContent", &[])? == "", "it complains of its server");
    // What a frame of the preview has begun to fetch goes with it.
    set(page, "form", "link")?;
    page.click("//button[normalize-space()='Copy the code']")?;
    page.wait_for_text("#copied", "Copied.")
}

fn judges_accents(page: &Page) -> Result<()> {
    open(page, "accents")?;
    for (theme, accent, part, taken) in [
        ("", "teal", "no colour written like #0d5a62", false),
        ("light", "#eeeeee", "words need 4.5: a darker colour will do", false),
        ("dark", "#0d5a62", "words need 4.5: a lighter colour will do", false),
        ("", "#0d5a62", "Readers with a dark system see the usual colour", true),
        ("light", "0d5a62", "", true),
    ] {
        set(page, "theme", theme)?;
        set(page, "accent", accent)?;
        let said = page.script("return document.getElementById('accent-said').textContent", &[])?;
        let said = said.as_str().context("nothing is said")?;
        ensure!(said.contains(part) && said.is_empty() == part.is_empty(), "of {accent} in {theme:?} it says {said:?}");
        let code = code(page, "<comeback-practice")?;
        ensure!(code.contains(" accent=") == taken, "{accent} in {theme:?}: {code}");
    }
    Ok(())
}

fn previews(page: &Page) -> Result<()> {
    let host = open(page, "preview")?;
    page.click("comeback-practice >>> button")?;
    page.text("comeback-practice >>> #answer")?;
    let background = || -> Result<Value> {
        page.script(
            "return getComputedStyle(document.querySelector('comeback-practice').shadowRoot.querySelector('.cb'))
                .backgroundColor",
            &[],
        )
    };
    page.click("//button[normalize-space()='Dark']")?;
    let dark = background()?;
    page.click("//button[normalize-space()='Light']")?;
    ensure!(background()? != dark, "light and dark are both {dark}");
    page.click("#phone")?;
    let width = page.script("return document.querySelector('comeback-practice').offsetWidth", &[])?;
    ensure!(width.as_f64() < Some(390.0), "as wide as a phone is {width}");
    set(page, "form", "frame")?;
    page.enter("#stage iframe")?;
    page.wait_until_started()?;
    page.text("//a[normalize-space()='Open the full page']")?;
    page.leave()?;
    until("the frame follows", || {
        let height = page.script("return document.querySelector('#stage iframe').style.height", &[])?;
        Ok((height != "").then_some(()))
    })?;
    set(page, "form", "link")?;
    let leads = page.script("return document.querySelector('#stage a').href", &[])?;
    ensure!(leads == host.site("q/biggest-failure/"), "the link leads to {leads}");
    Ok(())
}

fn works_elsewhere(page: &Page) -> Result<()> {
    let host = open(page, "elsewhere")?;
    let mut snippets = String::new();
    for (form, part) in [("element", "<comeback-practice"), ("frame", "<iframe"), ("link", "<a ")] {
        set(page, "form", form)?;
        snippets += &code(page, part)?;
    }
    host.write(&snippets)?;
    host.visit(page)?;
    page.click("comeback-practice >>> button")?;
    // That comes with the last file.
    page.text("comeback-practice >>> .why")?;
    page.script("document.querySelector('iframe').scrollIntoView()", &[])?;
    until("the frame follows", || {
        let height = page.script("return document.querySelector('iframe').style.height", &[])?;
        Ok((height != "").then_some(()))
    })?;
    page.enter("iframe")?;
    page.wait_until_started()?;
    page.leave()?;
    // Firefox complains of what still runs in a page when one of another site takes its place.
    page.script("document.querySelector('comeback-practice').remove()", &[])?;
    page.click("body > a")?;
    page.wait_until_started()?;
    let asked = page.text("h1")?;
    ensure!(asked.contains("biggest failure"), "the link leads to {asked:?}");
    page.wait_until_settled()?;
    // A browser does not know the words for what it has not: Chromium here for sharing, Firefox for the clipboard.
    let complaints = page.complaints()?;
    let unknown = |line: &String| ["web-share", "clipboard-write"].iter().any(|word| line.contains(word));
    ensure!(complaints.iter().all(unknown), "{}", complaints.join("\n"));
    Ok(())
}
