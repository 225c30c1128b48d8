//! What the host of an element wants, as `element.js` hands it over: one JSON object, made from attributes.

use crate::content;
use crate::store::json::{Json, Object, parse};

use super::own::{self, Own};

/// The most questions that an element offers.
const MOST_QUESTIONS: usize = 20;

/// The longest heading, in characters.
const LONGEST_HEADING: usize = 120;

/// What the host wants. What it does not say stays as it is on the page.
#[derive(Debug, Default)]
pub struct Options {
    /// Ids of the questions to offer, in order; empty = all.
    pub questions: Vec<&'static str>,
    /// Stands above the question in place of "Practise here".
    pub heading: Option<String>,
    /// No figures.
    pub wordless: bool,
    /// The fragment of a coach link.
    pub coach: Option<String>,
    /// Drafts are kept apart under this name; `None` shares them with the page of the same site.
    pub key: Option<String>,
    /// Where the host's page says more, by the id of a criterion: a fragment, with its `#`.
    pub links: Vec<(String, String)>,
    /// The host's own questions.
    pub own: Vec<&'static Own>,
    /// What could not be taken, each in a sentence for whoever wrote it.
    pub problems: Vec<String>,
}

impl Options {
    /// Reads what `element.js` wrote: texts by name, `links` an object of them. What cannot be taken is left out and named.
    pub fn read(json: &str) -> Options {
        let mut options = Options::default();
        let Some(Json::Object(fields)) = parse(json) else { return options };
        let texts = |name: &str| text(&fields, name).filter(|text| !text.trim().is_empty());
        if let Some(block) = texts("own") {
            (options.own, options.problems) = own::read(block);
        }
        for id in texts("questions").unwrap_or_default().split([',', ' ', '\n', '\t']).filter(|id| !id.is_empty()) {
            options.offer(id);
        }
        if let Some(heading) = texts("heading") {
            options.heading = Some(heading.trim().chars().take(LONGEST_HEADING).collect());
        }
        options.wordless = match texts("scores") {
            Some("off" | "false" | "no") => true,
            None | Some("on" | "true" | "yes") => false,
            Some(other) => {
                options.problems.push(["scores is on or off, not “", &cut(other), "”."].concat());
                false
            }
        };
        // A whole link, or what stands behind its `#`.
        options.coach = texts("coach").map(|link| ["#", link.rsplit('#').next().unwrap_or_default()].concat());
        options.key = texts("key").map(str::to_owned);
        if let Some(Json::Object(links)) = fields.iter().find(|(name, _)| name == "links").map(|(_, value)| value) {
            for (criterion, link) in links {
                options.link(criterion, link);
            }
        }
        options
    }

    fn offer(&mut self, id: &str) {
        let own =
            self.own.iter().map(|own| own.question).find(|question| question.id == id || own::id_of(id) == question.id);
        let Some(question) = own.or_else(|| content::question(id)) else {
            return self.problems.push(["There is no question called “", &cut(id), "”."].concat());
        };
        if self.questions.len() == MOST_QUESTIONS {
            return self.problems.push("More than 20 questions are named; the others are left out.".to_owned());
        }
        if !self.questions.contains(&question.id) {
            self.questions.push(question.id);
        }
    }

    fn link(&mut self, criterion: &str, link: &Json) {
        let Json::Text(link) = link else { return };
        if comeback_engine::Criterion::from_name(criterion).is_none() {
            return self.problems.push(["There is no criterion called “", &cut(criterion), "”."].concat());
        }
        if link.len() < 2 || !link.starts_with('#') {
            let said =
                ["data-link-", criterion, " has to be a place on the same page, like “#own-your-part”."].concat();
            return self.problems.push(said);
        }
        self.links.push((criterion.to_owned(), link.clone()));
    }
}

/// A field that holds a text.
pub(super) fn text<'f>(fields: &'f Object, name: &str) -> Option<&'f str> {
    fields.iter().find(|(field, _)| field == name).and_then(|(_, value)| match value {
        Json::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// Somebody's words in a message: a long one is cut.
pub(super) fn cut(words: &str) -> String {
    words.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn problems(json: &str, expected: &[&str]) -> Options {
        let options = Options::read(json);
        assert_eq!(options.problems, expected, "{json}");
        options
    }

    #[test]
    fn reads_what_a_host_writes() {
        let options = problems(
            r##"{"questions":"biggest-failure, regret\nbiggest-failure","heading":" Try it ","scores":"off",
                "coach":"https://example.org/share/#q=regret&c=1.AAAA","key":"blog","links":{"ownership":"#own"}}"##,
            &[],
        );
        assert_eq!(options.questions, ["biggest-failure", "regret"]);
        assert_eq!(options.heading.as_deref(), Some("Try it"));
        assert_eq!((options.wordless, options.key.as_deref()), (true, Some("blog")));
        assert_eq!(options.coach.as_deref(), Some("#q=regret&c=1.AAAA"));
        assert_eq!(options.links, [("ownership".to_owned(), "#own".to_owned())]);
    }

    #[test]
    fn wants_nothing_special_where_nothing_is_written() {
        for json in ["", "{}", "null", r#"{"questions":" ","scores":"","coach":"","links":{}}"#] {
            let options = problems(json, &[]);
            assert!(options.questions.is_empty() && !options.wordless && options.coach.is_none(), "{json}");
        }
    }

    #[test]
    fn names_what_it_cannot_take() {
        problems(r#"{"questions":"gone regret"}"#, &["There is no question called “gone”."]);
        problems(r#"{"scores":"5"}"#, &["scores is on or off, not “5”."]);
        problems(r##"{"links":{"luck":"#a"}}"##, &["There is no criterion called “luck”."]);
        for link in ["javascript:alert(1)", "https://example.org/#own", "#", "own"] {
            let said = "data-link-ownership has to be a place on the same page, like “#own-your-part”.";
            let options = problems(&format!(r#"{{"links":{{"ownership":"{link}"}}}}"#), &[said]);
            assert!(options.links.is_empty(), "{link}");
        }
    }

    #[test]
    fn offers_own_questions_by_their_own_ids() {
        let own = r#"{\"questions\":[{\"id\":\"lost\",\"prompt\":\"What did you lose?\"}]}"#;
        let options = problems(&format!(r#"{{"questions":"lost","own":"{own}"}}"#), &[]);
        assert_eq!(options.questions, ["own-lost"]);
    }
}
