//! The addresses that links lead to, from the address of the page that makes them.

use crate::content;

/// The page as the program's own pages know it: this one shares.
const SHARE: &str = "share/";

/// Where this program's pages are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// The folder that holds `q/` and `share/`, with a `/` at its end; none where there is one page alone.
    folder: Option<String>,
    /// This page, without what stands behind `#` or `?`.
    own: String,
}

impl Home {
    /// From a document's own address. Only the page in `share/` on a server knows that it has others beside it: a file
    /// that was sent about has none.
    pub fn of(document: &str) -> Home {
        let own = document.split(['#', '?']).next().unwrap_or_default().to_owned();
        let page = own.strip_suffix("index.html").unwrap_or(&own);
        let served = page.starts_with("http://") || page.starts_with("https://");
        let folder = page.strip_suffix(SHARE).filter(|folder| served && folder.ends_with('/'));
        Home { folder: folder.map(str::to_owned), own }
    }

    /// From the folder of the program's pages, where this one stands on somebody else's; empty where there are none.
    pub fn beside(folder: &str) -> Home {
        Home { folder: Some(folder.to_owned()).filter(|folder| !folder.is_empty()), own: String::new() }
    }

    /// True where no link of ours leads anywhere: the program came without its pages.
    pub fn is_nowhere(&self) -> bool {
        self.folder.is_none() && self.own.is_empty()
    }

    /// True where there are other pages beside this one.
    pub fn has_folder(&self) -> bool {
        self.folder.is_some()
    }

    /// Where a person starts.
    pub fn start(&self) -> String {
        self.folder.clone().unwrap_or_else(|| self.own.clone())
    }

    /// The page of a question; one that is no page of ours has none.
    pub fn question(&self, id: &str) -> Option<String> {
        content::question(id).filter(|_| !self.is_nowhere())?;
        Some(match &self.folder {
            Some(folder) => [folder, "q/", id, "/"].concat(),
            None => [&self.own, "#q=", id].concat(),
        })
    }

    /// Where a fragment is read that carries more than a question.
    pub fn carrying(&self, fragment: &str) -> String {
        match &self.folder {
            Some(folder) => [folder, SHARE, fragment].concat(),
            None => [&self.own, fragment].concat(),
        }
    }

    /// True where nobody else reaches this page: it is a file on this machine, or made by another page.
    pub fn is_alone(&self) -> bool {
        !self.start().starts_with("http")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::QUESTIONS;

    #[track_caller]
    fn check(document: &str, question: &str, task: &str) {
        let home = Home::of(document);
        assert_eq!(home.question(QUESTIONS[0].id).as_deref(), Some(question.replace("ID", QUESTIONS[0].id).as_str()));
        assert_eq!(home.carrying("#q=a&c=1.x"), task);
    }

    #[test]
    fn a_served_page_leads_to_the_pages_beside_it() {
        let (question, task) = ("https://a.test/some/q/ID/", "https://a.test/some/share/#q=a&c=1.x");
        check("https://a.test/some/share/", question, task);
        check("https://a.test/some/share/index.html?x#q=regret&share", question, task);
        check("http://a.test/share/#coach", "http://a.test/q/ID/", "http://a.test/share/#q=a&c=1.x");
    }

    #[test]
    fn a_page_alone_leads_to_itself() {
        let alone = "https://a.test/comeback.html";
        check(&format!("{alone}#coach"), &format!("{alone}#q=ID"), &format!("{alone}#q=a&c=1.x"));
        check("file:///share/index.html", "file:///share/index.html#q=ID", "file:///share/index.html#q=a&c=1.x");
        check("https://a.test/workshare/", "https://a.test/workshare/#q=ID", "https://a.test/workshare/#q=a&c=1.x");
        assert!(Home::of("file:///comeback.html").is_alone() && !Home::of(alone).is_alone());
    }

    #[test]
    fn a_question_of_somebody_elses_page_has_no_page_of_ours() {
        let home = Home::beside("https://cdn.test/comeback/");
        assert_eq!(home.question("their-own"), None);
        assert_eq!((home.start().as_str(), home.is_alone()), ("https://cdn.test/comeback/", false));
        assert!(
            !home.is_nowhere() && Home::beside("").is_nowhere() && Home::beside("").question(QUESTIONS[0].id).is_none()
        );
    }
}
