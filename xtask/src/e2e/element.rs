//! The element on somebody else's page, whose style sheet is hostile and whose policy is strict.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::Scenario;
use super::answers::WEAK;
use super::blog::Blog;
use super::page::Page;
use crate::webdriver::until;

/// What this file tests.
pub const SCENARIOS: &[Scenario] = &[
    Scenario::new(
        "asks for one script before somebody comes near its element, and for the rest once",
        asks_late_and_once,
    ),
    Scenario::new("looks like itself in an element under a hostile style sheet", looks_like_itself),
    Scenario::new("follows its element's attributes, and goes and comes with it", follows_its_element),
    Scenario::new("tells an element's host what happens and never a word of it", tells_no_word),
    Scenario::new("takes a host's own questions, links and coach's task, and says what it cannot take", takes_own),
    Scenario::new("keeps what the page has when its element cannot load, and tries again", tries_again),
    Scenario::new("does no harm where its script stands twice", does_no_harm_twice),
    Scenario::new("shares drafts between element and page of one site", shares_drafts),
    Scenario::new("says in an element that nothing is kept where storage is blocked", says_unkept).without_storage(),
];

/// The first element of a page, and the parts of what is in it.
const FIRST: &str = "comeback-practice";
const START: &str = "comeback-practice >>> [part=start]";
const ANSWER: &str = "comeback-practice >>> #answer";

/// Runs with `root`, the shadow root of the element at a place among them.
fn inside(page: &Page, element: usize, body: &str) -> Result<Value> {
    let script = format!(
        "const host = document.querySelectorAll('{FIRST}')[arguments[0]]; const root = host.shadowRoot; {body}"
    );
    page.script(&script, &[json!(element)])
}

fn wait(page: &Page, element: usize, what: &str, body: &str) -> Result<()> {
    until(what, || Ok((inside(page, element, body)? == true).then_some(())))
}

fn answer(page: &Page, element: usize) -> Result<Value> {
    inside(page, element, "return root.getElementById('answer')?.value ?? null")
}

/// Presses Start, waits for the page, and types.
fn practise(page: &Page, text: &str) -> Result<()> {
    page.click(START)?;
    wait(page, 0, "the keyboard is in the answer", "return root.activeElement?.id === 'answer'")?;
    page.insert(text)?;
    // The last key is a person's.
    page.keys(" ")
}

fn asks_late_and_once(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    blog.add(
        "far.html",
        "<p class=far>Scroll.</p><comeback-practice question=regret><p>Do you regret it?</p></comeback-practice>\
        <comeback-practice question=missed-goal><p>Which goal?</p></comeback-practice>",
    )?;
    page.go(&blog.address("far.html"))?;
    page.text(FIRST)?;
    let ours = |page: &Page| {
        page.script(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => !name.startsWith(location.origin)).map((name) => new URL(name).pathname)",
            &[],
        )
    };
    ensure!(ours(page)? == json!(["/embed.js"]), "asked for before interest: {}", ours(page)?);
    ensure!(blog.requests() == ["/embed.js"], "asked for before interest: {}", blog.requests().join(" "));
    page.script("document.querySelector('comeback-practice').scrollIntoView()", &[])?;
    until("the program is fetched", || Ok(blog.requests().iter().any(|name| name.ends_with(".wasm")).then_some(())))?;
    practise(page, WEAK)?;
    wait(page, 0, "the coach speaks", "return root.querySelector('.next .msg')?.textContent.length > 0")?;
    until("the library is there", || {
        Ok(blog.requests().iter().any(|name| name.starts_with("/library")).then_some(()))
    })?;
    let once = blog.requests();
    ensure!(once.len() == 6, "one element asks for {}", once.join(" "));
    inside(page, 1, "host.scrollIntoView(); root.querySelector('[part=start]').click()")?;
    wait(page, 1, "the second stands", "return root.querySelector('.tips') !== null")?;
    ensure!(blog.requests() == once, "a second element asks for {}", blog.requests().join(" "));
    Ok(())
}

fn looks_like_itself(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    page.go(&blog.address("article.html"))?;
    ensure!(page.text(FIRST)?.contains("What has been your biggest failure?"), "what the page says is not on the card");
    practise(page, WEAK)?;
    let look = "const area = getComputedStyle(root.getElementById('answer'));
        const base = getComputedStyle(root.querySelector('.cb'));
        return [area.display, area.outlineWidth === '9px', area.letterSpacing, base.fontSize, base.letterSpacing,
            getComputedStyle(root.querySelector('main')).width === '40px', getComputedStyle(root.querySelector('h1')).color];";
    let look = inside(page, 0, look)?;
    ensure!(
        look == json!(["block", false, "normal", "15px", "normal", false, look[6]]) && look[6] != "rgb(0, 255, 0)",
        "under a hostile sheet it looks like {look}"
    );
    // The host's colours come in by name, and what could not be read does not.
    let accent = "return getComputedStyle(root.querySelector('a.link')).color";
    inside(page, 0, "host.setAttribute('accent', '#7a1f5c'); host.setAttribute('theme', 'light')")?;
    wait(page, 0, "the accent is there", &format!("{accent} === 'rgb(122, 31, 92)'"))?;
    inside(page, 0, "host.setAttribute('accent', '#eeeeee')")?;
    wait(page, 0, "a pale accent is refused", &format!("{accent} === 'rgb(13, 90, 98)'"))?;
    inside(page, 0, "host.setAttribute('theme', 'dark'); host.removeAttribute('accent')")?;
    wait(page, 0, "it is dark", &format!("{accent} === 'rgb(134, 201, 203)'"))?;
    inside(page, 0, "host.setAttribute('text-size', '20')")?;
    wait(page, 0, "its letters grow", "return getComputedStyle(root.querySelector('.cb')).fontSize === '18.75px'")
}

fn follows_its_element(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    page.go(&blog.address("article.html"))?;
    practise(page, "In May I lost a key.")?;
    let prompt = "return root.querySelector('h1').textContent";
    let first = inside(page, 0, prompt)?;
    inside(page, 0, "host.setAttribute('question', 'regret')")?;
    until("another question is open", || Ok((inside(page, 0, prompt)? != first).then_some(())))?;
    ensure!(answer(page, 0)? == "", "the other question begins with {}", answer(page, 0)?);
    inside(page, 0, "host.setAttribute('question', 'biggest-failure, regret')")?;
    page.click("comeback-practice >>> a.link[href='#']")?;
    wait(page, 0, "both are listed", "return root.querySelectorAll('.qlist a').length === 2")?;
    page.click("comeback-practice >>> a[href='#q=biggest-failure']")?;
    page.text(ANSWER)?;
    ensure!(answer(page, 0)? == "In May I lost a key. ", "the draft is now {}", answer(page, 0)?);
    ensure!(page.script("return location.hash", &[])? == "", "the host's address was changed");

    // Moved, it stays as it is; away and back again, it goes on.
    inside(page, 0, "window.area = root.getElementById('answer'); document.querySelector('article').append(host)")?;
    wait(page, 1, "the moved one stands", "return root.getElementById('answer') === window.area")?;
    page.script("window.gone = document.querySelectorAll('comeback-practice')[1]; gone.remove()", &[])?;
    until("it has let go", || {
        Ok((page.script("return gone.shadowRoot.getElementById('answer') === null", &[])? == true).then_some(()))
    })?;
    page.script("document.querySelector('article').prepend(gone)", &[])?;
    wait(page, 0, "it is back", "return root.getElementById('answer')?.value === 'In May I lost a key. '")?;
    // Another name, other drafts; and back.
    inside(page, 0, "host.setAttribute('storage-key', 'other')")?;
    wait(page, 0, "another drawer is open", "return root.getElementById('answer')?.value === ''")?;
    inside(page, 0, "host.removeAttribute('storage-key')")?;
    wait(page, 0, "the first is open", "return root.getElementById('answer')?.value === 'In May I lost a key. '")
}

fn tells_no_word(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    page.go(&blog.address("article.html"))?;
    page.script(
        "window.told = []; for (const name of ['ready', 'start', 'level', 'finish'])
            document.addEventListener(`comeback-${name}`, (event) => told.push([name, JSON.stringify(event.detail)]))",
        &[],
    )?;
    practise(page, WEAK)?;
    page.click("//comeback-practice").ok();
    let told = "return told.map(([name]) => name)";
    until("a level is told", || Ok(page.script(told, &[])?.to_string().contains("level").then_some(())))?;
    page.click("comeback-practice >>> .seat-foot button")?;
    until("the end is told", || Ok(page.script(told, &[])?.to_string().contains("finish").then_some(())))?;
    let all = page.script("return told", &[])?.to_string();
    ensure!(all.starts_with("[[\"ready\"") && all.contains("[\"start\""), "told was {all}");
    ensure!(!WEAK.split_whitespace().any(|word| word.len() > 6 && all.contains(word)), "words were told: {all}");
    // Without figures no level is told, and none is shown.
    inside(page, 0, "host.setAttribute('scores', 'off'); root.querySelector('.coach [aria-expanded=false]')?.click()")?;
    wait(page, 0, "no figure is shown", "return root.querySelector('.pips') === null")
}

fn takes_own(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    blog.add(
        "own.html",
        "<comeback-practice question=lost data-link-ownership='#own' data-link-luck='#x' loading=eager>\
            <script type='application/json'>{\"questions\":[{\"id\":\"lost\",\"prompt\":\"What <i>did</i> you lose?\",\
            \"do\":[\"Name it.\"]},{\"id\":\"B\"}]}</script></comeback-practice><h2 id=own>Own it</h2>",
    )?;
    page.go(&blog.address("own.html"))?;
    wait(page, 0, "it stands", "return root.querySelector('h1')?.textContent === 'What <i>did</i> you lose?'")?;
    wait(page, 0, "its tips are shown", "return root.querySelector('.tips dd')?.textContent === 'Name it.'")?;
    let said = inside(page, 0, "return root.querySelector('.notice').textContent")?.to_string();
    ensure!(said.contains("Own question 2") && said.contains("“luck”"), "to the author it says {said}");
    let heard = page.complaints()?.join("\n");
    ensure!(heard.contains("Own question 2") && heard.contains("luck"), "the console has {heard}");
    // Blame is asked about, and the card leads to what the post says of it.
    inside(page, 0, "root.getElementById('answer').focus()")?;
    page.insert(WEAK)?;
    page.keys(" ")?;
    let more = "return root.querySelector('a[href=\"#own\"]') !== null";
    wait(page, 0, "everything is there", "return root.querySelector('.coach .between button') !== null")?;
    inside(page, 0, "root.querySelector('.coach .between button').click()")?;
    let rows = "[...root.querySelectorAll('.crit-row')].find((row) => row.textContent.startsWith('Ownership'))";
    wait(page, 0, "the criteria are there", &format!("return {rows} !== undefined"))?;
    inside(page, 0, &format!("{rows}.click()"))?;
    wait(page, 0, "it leads into the post", more)?;
    inside(page, 0, "root.querySelector('a[href=\"#own\"]').click()")?;
    ensure!(page.script("return location.hash", &[])? == "#own", "the link leads nowhere");
    wait(page, 0, "the page stays", "return root.getElementById('answer') !== null")
}

fn tries_again(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    let wasm = blog.hide(".wasm")?;
    page.go(&blog.address("article.html"))?;
    page.click(START)?;
    let said = "return root.querySelector('.said').textContent";
    until("it says so", || Ok(inside(page, 0, said)?.to_string().contains("could not be loaded").then_some(())))?;
    ensure!(page.text(FIRST)?.contains("biggest failure"), "the fallback is gone");
    ensure!(
        inside(page, 0, "return root.querySelector('.said a').href")?.as_str().is_some_and(|to| !to.is_empty()),
        "no way out"
    );
    page.complaints()?;
    blog.show(&wasm)?;
    page.click(START)?;
    page.text(ANSWER).map(drop)
}

fn does_no_harm_twice(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    blog.add_scripts(
        "twice.html",
        &["embed.js", "embed.js?2"],
        "<comeback-practice question=regret>Regret?</comeback-practice>",
    )?;
    page.go(&blog.address("twice.html"))?;
    practise(page, WEAK)?;
    ensure!(blog.requests().iter().filter(|name| name.ends_with(".wasm")).count() == 1, "the program came twice");
    // An element that is older than its definition, and one that is younger.
    page.script(
        "const late = document.createElement('comeback-practice'); late.setAttribute('question', 'missed-goal');
        late.setAttribute('loading', 'eager'); document.body.append(late)",
        &[],
    )?;
    wait(page, 1, "the late one stands", "return root.getElementById('answer') !== null")
}

fn shares_drafts(page: &Page) -> Result<()> {
    let site = super::site::Site::open(page, "element-beside")?;
    site.add(
        "post.html",
        "<!doctype html><html lang=en><meta charset=utf-8><title>Post</title><link rel=icon href=data:,>\
        <script type=module src=embed.js></script><comeback-practice question=regret>Regret?</comeback-practice>",
    )?;
    page.go(&site.address("post.html"))?;
    practise(page, "In May I lost a key.")?;
    page.wait_for_text("comeback-practice >>> .seat-foot", "Kept on this site")?;
    until("it is kept", || {
        Ok(page
            .script("return localStorage.getItem('comeback')", &[])?
            .to_string()
            .contains("lost a key")
            .then_some(()))
    })?;
    page.go(&site.address("#q=regret"))?;
    page.wait_until_started()?;
    page.text("#answer")?;
    ensure!(page.answer()? == "In May I lost a key. ", "the page has {:?}", page.answer()?);
    page.wait_until_settled()
}

fn says_unkept(page: &Page) -> Result<()> {
    let blog = Blog::open(page)?;
    page.go(&blog.address("article.html"))?;
    practise(page, WEAK)?;
    page.wait_for_text("comeback-practice >>> .notices", "cannot keep your text")?;
    page.wait_for_text("comeback-practice >>> .seat-foot", "Not kept")
}
