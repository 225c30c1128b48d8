//! The address under which the page will be found, where that is known when it is built. Nothing that a browser does
//! needs it; those who show links to a page do.

use anyhow::{Result, bail};

/// An absolute address that ends with a stroke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// Reads an address; an error says what it has to look like.
    pub fn read(address: &str) -> Result<Site> {
        let sound = |rest: &str| {
            let host = rest.split('/').next().unwrap_or_default();
            let whole = rest.chars().all(|sign| sign.is_ascii_alphanumeric() || "-._~:/%[]".contains(sign));
            let bare = !host.is_empty() && host.chars().any(|sign| sign.is_ascii_alphanumeric());
            bare && whole && !rest.contains("//") && !rest.split('/').any(|part| part == "." || part == "..")
        };
        let address = address.trim_end_matches('/');
        match address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")) {
            Some(rest) if sound(rest) => Ok(Site(format!("{address}/"))),
            _ => bail!(
                "--site takes the address under which the page will be found, like https://example.org/practice/, \
                 without ? and #. {address:?} is none."
            ),
        }
    }

    /// The address of something below.
    pub fn at(&self, below: &str) -> String {
        format!("{}{below}", self.0)
    }

    /// Scheme and host.
    pub fn origin(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host..].find('/').map_or(&self.0, |end| &self.0[..host + end])
    }

    /// The list of all pages for search engines.
    pub fn map<'below>(&self, pages: impl Iterator<Item = &'below str>) -> String {
        let lines: String = pages.map(|below| format!("<url><loc>{}</loc></url>\n", self.at(below))).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{lines}</urlset>\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        assert_eq!(Site::read(address).ok().map(|site| site.0).as_deref(), expected, "{address}");
    }

    #[test]
    fn takes_addresses_and_ends_them_with_one_stroke() {
        check("https://example.org/practice/", Some("https://example.org/practice/"));
        check("https://example.org", Some("https://example.org/"));
        check("http://localhost:8080/a/b", Some("http://localhost:8080/a/b/"));
        check("https://example.org/a//", Some("https://example.org/a/"));
    }

    #[test]
    fn knows_its_origin() -> Result<()> {
        assert_eq!(Site::read("https://example.org/practice/")?.origin(), "https://example.org");
        assert_eq!(Site::read("http://localhost:8080")?.origin(), "http://localhost:8080");
        Ok(())
    }

    #[test]
    fn refuses_everything_else() {
        for address in ["", "example.org", "ftp://example.org/", "https://", "https:///a", "https://example.org/?a=b"] {
            check(address, None);
        }
        for address in ["https://example.org/#a", "https://a b.org/", "https://a.org/\"><b>", "https://me@a.org/"] {
            check(address, None);
        }
        check("https://example.org/a/../b/", None);
    }

    #[test]
    fn maps_every_page_by_its_whole_address() -> Result<()> {
        let map = Site::read("https://example.org/p")?.map(["", "q/regret/"].into_iter());
        assert!(map.contains("<loc>https://example.org/p/</loc>"), "{map}");
        assert!(map.contains("<loc>https://example.org/p/q/regret/</loc>"), "{map}");
        Ok(())
    }
}
