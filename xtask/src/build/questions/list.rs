//! The list of all questions as a page without the program.

use comeback_compiler::Loaded;

use super::head::{Head, escaped};
use super::shell::Shell;
use crate::build::site::Site;

const NAME: &str = "Interview questions about failure";

/// The page.
pub fn page(content: &Loaded, shell: &Shell, site: Option<&Site>) -> String {
    let count = content.questions.len();
    let lead = format!("{count} questions that are really asked: why they ask, what to do and what to avoid.");
    let head = Head { name: NAME, description: &lead, below: "q/", picture: None, site };
    let families: String = content
        .families
        .iter()
        .map(|family| {
            let own = content.questions.iter().filter(|question| question.family == family.id);
            let entry = |(id, prompt): (&str, &str)| {
                format!("<li><a href=\"./{id}/\"><span class=\"q\">{}</span></a></li>", escaped(prompt))
            };
            let list: String = own.map(|question| entry((question.id, question.prompt))).collect();
            format!(
                "<section class=\"row qrow\"><div><h2 class=\"strong\">{}</h2><p class=\"small soft\">{}</p></div>\
                 <ul class=\"qlist\">{list}</ul></section>",
                escaped(&family.name),
                escaped(&family.advice),
            )
        })
        .collect();
    let body = format!(
        "<div class=\"cb\"><div class=\"frame\"><header class=\"top\"><a class=\"wordmark\" href=\"../\">Come\
         <i aria-hidden=\"true\"></i>back</a><nav aria-label=\"Main\"><a href=\"./\" aria-current=\"page\">Questions</a>\
         </nav></header><main class=\"reading\"><h1 class=\"question\">{NAME}</h1><p class=\"lede\">{lead}</p>\
         <p class=\"links\"><a class=\"link\" href=\"../\">Practise an answer</a></p>{families}</main></div></div>"
    );
    shell.plain(&head, &body)
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::*;
    use crate::build::library;

    #[test]
    fn links_to_every_question_once() -> Result<()> {
        let content = library::content()?;
        let page = page(&content, &Shell::sample(), None);
        for question in content.questions {
            assert_eq!(page.matches(&format!("href=\"./{}/\"", question.id)).count(), 1, "{}", question.id);
        }
        Ok(())
    }
}
