//! What all pages share with the finished index.html: its policy, its files, and what it says when something goes wrong.

use anyhow::{Context, Result};

use super::head::{Head, escaped};
use crate::build::page::{attribute, tags};

/// From a question's page up to the page's own address.
const UP: &str = "../../";

/// For those who allow no scripts: what can be read stays, what would do nothing goes.
pub const UNSCRIPTED: &str = ".cb :is(button, textarea, .coach, .loading, a[href*='#']) { display: none; }\n";

/// Said to them where the answer would be written.
const NEEDS: &str = "Writing an answer here needs JavaScript, and a browser that runs WebAssembly.";

/// The parts of index.html that go into other pages.
pub struct Shell {
    /// The policy, and what else is said to browsers, in its order.
    said: Vec<String>,
    /// What is loaded at once, in its order: all but the program and its scripts.
    files: Vec<String>,
    /// What stands before the page.
    before: String,
    /// What is said until the program is here, and where it cannot start.
    waits: String,
    refused: String,
    /// What scripts find on the root: the addresses of files that come later, the program among them.
    data: String,
    library: String,
    /// The one script that these pages begin with; it loads the others.
    script: String,
}

impl Shell {
    /// Reads index.html; `library` and `script` are files beside it.
    pub fn read(html: &str, library: &str, script: &str) -> Result<Shell> {
        let between = |start: &str, end: &str| {
            let (_, rest) = html.split_once(start).with_context(|| format!("index.html has no {start}"))?;
            let (inside, _) = rest.split_once(end).with_context(|| format!("{start} does not end"))?;
            Ok::<_, anyhow::Error>(inside.trim().to_owned())
        };
        let own = |tag: &&str| attribute(tag, "charset").is_none() && attribute(tag, "name") != Some("description");
        let link = |rel: &str| tags(html, "link").find(|tag| attribute(tag, "rel") == Some(rel));
        let program = [
            ("start", tags(html, "script").find_map(|tag| attribute(tag, "src"))),
            ("glue", link("modulepreload").and_then(|tag| attribute(tag, "href"))),
            ("program", link("preload").and_then(|tag| attribute(tag, "href"))),
        ];
        let later = |tag: &&str| ["modulepreload", "preload"].iter().any(|rel| attribute(tag, "rel") == Some(rel));
        let root = tags(html, "html").next().context("index.html has no html tag")?;
        Ok(Shell {
            said: tags(html, "meta").filter(own).map(str::to_owned).collect(),
            files: tags(html, "link").filter(|tag| !later(tag)).map(str::to_owned).collect(),
            before: between("<body>", "<div id=")?,
            waits: between("<p class=loading>", "</p>").or_else(|_| between("<p class=\"loading\">", "</p>"))?,
            refused: between("<p class=refused>", "</p>").or_else(|_| between("<p class=\"refused\">", "</p>"))?,
            data: data(root, &program)?,
            library: library.to_owned(),
            script: script.to_owned(),
        })
    }

    /// A question's page. What is said about it comes first, then the policy, and what is loaded last.
    pub fn question(&self, id: &str, head: &Head, body: &str) -> Result<String> {
        let files: String = self.files.iter().map(|tag| above(tag, UP)).collect();
        Ok(format!(
            "<!doctype html><html lang=\"en\" data-question=\"#q={id}\" data-library=\"{UP}{}\" {}><head>\
             <meta charset=\"utf-8\">{}{}{}{files}<script type=\"module\" src=\"{UP}{}\"></script>\
             <noscript><link rel=\"stylesheet\" href=\"../{}\"></noscript></head>\
             <body>{}<div id=\"comeback\">{body}</div></body></html>\n",
            self.library,
            self.data,
            head.tags(),
            head.data(),
            self.said.concat(),
            self.script,
            super::UNSCRIPTED,
            self.before,
        ))
    }

    /// A page without the program, one folder below the page's own address.
    pub fn plain(&self, head: &Head, body: &str) -> String {
        let looks = |tag: &&String| ["stylesheet", "icon"].iter().any(|rel| attribute(tag, "rel") == Some(rel));
        let files: String = self.files.iter().filter(looks).map(|tag| above(tag, "../")).collect();
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">{}{}{files}</head><body>{body}</body></html>\n",
            head.tags(),
            self.said.concat(),
        )
    }

    /// What stands where the page says that an answer is kept, until that is true.
    pub fn waiting(&self) -> String {
        let said = |class: &str, text: &str| format!("<span class=\"state {class}\">{text}</span>");
        let needs = format!("<noscript>{}</noscript>", escaped(NEEDS));
        said("loading", &self.waits) + &said("refused", &self.refused) + &needs
    }

    #[cfg(test)]
    pub fn sample() -> Shell {
        let text = |text: &str| text.to_owned();
        Shell {
            said: vec![text("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">")],
            files: vec![text("<link rel=\"stylesheet\" href=\"./a.css\">"), text("<script src=./a.js></script>")],
            before: String::new(),
            waits: text("Wait."),
            refused: text("No."),
            data: String::new(),
            library: text("library-1.json"),
            script: text("question-1.js"),
        }
    }
}

/// What stands on the root for scripts, with further addresses.
fn data(root: &str, further: &[(&str, Option<&str>)]) -> Result<String> {
    let there = root.trim_end_matches('>').split(' ').filter(|part| part.starts_with("data-")).map(str::to_owned);
    let further = further.iter().map(|(name, file)| {
        let file = file.with_context(|| format!("index.html names no {name}"))?;
        Ok(format!("data-{name}=\"{file}\""))
    });
    let further: Result<Vec<String>> = further.collect();
    Ok(there.chain(further?).collect::<Vec<_>>().join(" "))
}

/// A tag of index.html in a page further down.
fn above(tag: &str, up: &str) -> String {
    tag.replace("=./", &format!("={up}")).replace("=\"./", &format!("=\"{up}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<!doctype html><html lang=en data-offline=\"./offline-1.js\"><meta charset=utf-8>\
        <meta content=\"default-src 'none'\" http-equiv=Content-Security-Policy><meta content=\"x\" name=description>\
        <title>T</title><link href=\"data:image/svg+xml,%3Csvg/%3E\" rel=icon><link rel=\"stylesheet\" href=\"./s.css\">\
        <script src=./start.js type=module></script><link crossorigin href=./a.js rel=modulepreload>\
        <link as=fetch crossorigin href=./a.wasm rel=preload></head><body>\
        <p class=stopped>Stopped.</p><div id=comeback><p class=loading>Wait.</p><p class=refused>No.</p></div></body>";

    fn head() -> Head<'static> {
        Head { name: "N", description: "D", below: "q/n/", picture: None, site: None }
    }

    #[test]
    fn says_first_what_the_page_is_and_loads_from_two_folders_up() -> Result<()> {
        let page = Shell::read(INDEX, "library-1.json", "question-1.js")?.question("n", &head(), "<p>Body</p>")?;
        let order = [
            "charset",
            "<title>N",
            "og:title",
            "ld+json",
            "Content-Security-Policy",
            "../../s.css",
            "../../question-1.js",
        ];
        let places: Vec<_> = order.iter().map(|part| page.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {page}");
        // The program does not come in the way of what is read.
        assert!(!page.contains("preload") && page.matches("<script ").count() == 2, "{page}");
        assert!(page.contains("data-start=\"./start.js\" data-glue=\"./a.js\" data-program=\"./a.wasm\""), "{page}");
        assert!(page.contains("data-question=\"#q=n\" data-library=\"../../library-1.json\""), "{page}");
        // A module names its neighbours from its own place.
        assert!(page.contains("data-offline=\"./offline-1.js\""), "{page}");
        assert!(page.contains("<p class=stopped>Stopped.</p><div id=\"comeback\"><p>Body</p></div>"), "{page}");
        assert!(!page.contains("content=\"x\"") && page.matches("<title>").count() == 1, "{page}");
        Ok(())
    }

    #[test]
    fn a_plain_page_loads_no_script() -> Result<()> {
        let page = Shell::read(INDEX, "library-1.json", "question-1.js")?.plain(&head(), "<p>Body</p>");
        assert!(!page.contains("<script") && !page.contains("preload") && page.contains("href=\"../s.css\""), "{page}");
        assert!(page.contains("Content-Security-Policy"), "{page}");
        Ok(())
    }

    #[test]
    fn refuses_a_page_in_which_it_finds_nothing() {
        assert!(Shell::read("<html><body>", "", "").is_err());
    }
}
