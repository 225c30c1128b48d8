//! The page that makes snippets for other people's pages: `embed/index.html`. What is said about the questions is put in
//! here, so that it reads without a script; the script takes the rest from the library.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::glue::by_content;
use super::headers::{EMBED, Policies};
use super::single::only;
use super::{library, name, script};
use crate::run;

/// Where the page's own files lie.
const SOURCE: &str = "src/embed/page";

/// Its scripts, each after those that it takes from.
const SCRIPTS: [&str; 4] =
    ["src/embed/accent.js", "src/embed/page/snippet.js", "src/embed/page/preview.js", "src/embed/page/page.js"];

/// The question whose snippets stand in the page.
const EXAMPLE: &str = "biggest-failure";

/// Stands for this site in snippets that were made without knowing it.
const ORIGIN: &str = "https://example.org";

/// Writes the page and its files into a folder with a finished page.
pub fn write(dist: &Path) -> Result<()> {
    let folder = dist.join(EMBED);
    std::fs::create_dir_all(&folder)?;
    let sheet = folder.join("page.css");
    std::fs::copy(run::root().join(SOURCE).join("page.css"), &sheet)?;
    let sheet = by_content(sheet, "page", "css")?;
    let made = folder.join("page.js");
    std::fs::write(&made, script::joined(&SCRIPTS)?)?;
    let made = by_content(made, "page", "js")?;
    let template = std::fs::read_to_string(run::root().join(SOURCE).join("index.html"))?;
    let content = library::content()?;
    let beside = |begin, end| Ok::<_, anyhow::Error>(name(&only(dist, begin, end)?));
    let policy = Policies::read()?.embed;
    let example = Example::of(&content)?;
    let html = filled(
        &template,
        &[
            ("library", &format!("../{}", beside("library-", ".json")?)),
            ("policy", &policy),
            ("style", &beside("style-", ".css")?),
            ("sheet", &name(&sheet)),
            ("script", &name(&made)),
            ("questions", &boxes(&content)),
            ("base", &base()),
            ("origin", ORIGIN),
            ("element", &escaped(&example.element())),
            ("frame", &escaped(&example.frame())),
            ("link", &escaped(&example.link())),
        ],
    )?;
    std::fs::write(folder.join("index.html"), html).context("cannot write the page for embedding")
}

fn base() -> String {
    format!("{ORIGIN}/comeback/")
}

/// The template with each `{{name}}` replaced; an error where one is left or never met.
fn filled(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut text = template.to_owned();
    for (name, value) in values {
        let place = format!("{{{{{name}}}}}");
        ensure!(text.contains(&place), "the page for embedding has no {place}");
        text = text.replace(&place, value);
    }
    ensure!(!text.contains("{{"), "the page for embedding has a place that nothing fills");
    Ok(text)
}

/// All questions as boxes to tick, in the order of the list.
fn boxes(content: &comeback_compiler::Loaded) -> String {
    let line = |question: &comeback_compiler::Question| {
        let ticked = if question.id == EXAMPLE { " checked" } else { "" };
        let (id, prompt) = (question.id, escaped(question.prompt));
        format!(
            "<label class=\"tick\"><input type=\"checkbox\" name=\"question\" value=\"{id}\"{ticked}> {prompt}</label>"
        )
    };
    content.questions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The question that stands in the snippets, as `snippet.js` puts it; a test in a browser compares the two.
struct Example {
    prompt: String,
    dos: String,
    avoids: String,
}

impl Example {
    fn of(content: &comeback_compiler::Loaded) -> Result<Example> {
        let question = content.question(EXAMPLE).context("the question of the snippets is gone")?;
        let details =
            content.shelf.details.iter().find(|details| details.id == EXAMPLE).context("it has no details")?;
        let [dos, avoids] = [&details.dos, &details.avoids].map(|lines| escaped(&lines.join(" ")));
        Ok(Example { prompt: escaped(question.prompt), dos, avoids })
    }

    fn page(&self) -> String {
        format!("{}q/{EXAMPLE}/", base())
    }

    fn element(&self) -> String {
        let Example { prompt, dos, avoids } = self;
        format!(
            "<script type=\"module\" src=\"{}embed.js\"></script>\n<comeback-practice question=\"{EXAMPLE}\">\n  \
             <p><strong>{prompt}</strong></p>\n  <p>Do: {dos}</p>\n  <p>Avoid: {avoids}</p>\n  \
             <p><a href=\"{}\">Practise this question</a></p>\n</comeback-practice>",
            base(),
            self.page()
        )
    }

    fn frame(&self) -> String {
        format!(
            "<iframe data-comeback src=\"{}\" title=\"Practise: {}\" loading=\"lazy\"\n  allow=\"clipboard-write; \
             web-share\" width=\"100%\" height=\"700\"></iframe>\n<script async src=\"{}frame.js\"></script>",
            self.page(),
            self.prompt,
            base()
        )
    }

    fn link(&self) -> String {
        format!("<a href=\"{}\">Practise: {}</a>", self.page(), self.prompt)
    }
}

/// As text or as an attribute's value in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::page;
    use super::*;

    fn built(name: &str) -> Result<String> {
        let dist = run::target_dir().join("embed-page-tests").join(name);
        std::fs::create_dir_all(&dist)?;
        ["style-1.css", "library-1.json"].iter().try_for_each(|file| std::fs::write(dist.join(file), ""))?;
        write(&dist)?;
        Ok(std::fs::read_to_string(dist.join(EMBED).join("index.html"))?)
    }

    #[test]
    fn reads_without_a_script() -> Result<()> {
        let html = built("reads")?;
        let question = library::content()?;
        let question = question.question(EXAMPLE).context("gone")?;
        assert!(html.contains(&format!("&lt;strong&gt;{}", escaped(question.prompt))), "{html}");
        assert_eq!(html.matches("<pre class=\"code\"").count(), 3);
        assert!(!html.contains("<section id=\"plain\" hidden"));
        Ok(())
    }

    #[test]
    fn keeps_the_policy_that_it_states() -> Result<()> {
        let html = built("policy")?;
        assert!(!page::has_inline_script(&html) && !html.contains(" style="), "{html}");
        assert!(page::policy(&html)?.contains("frame-src 'self'; "), "{html}");
        Ok(())
    }

    #[test]
    fn names_a_place_that_nothing_fills() {
        assert!(filled("{{a}} {{b}}", &[("a", "1")]).is_err());
        assert!(filled("", &[("a", "1")]).is_err());
        assert_eq!(filled("{{a}}{{a}}", &[("a", "1")]).ok().as_deref(), Some("11"));
    }
}
