//! Drafts under a name of the host's own, apart from those of the page and of other elements.

use crate::store::{Browser, ENVELOPE, Refused, Store};

/// This site's storage under a name.
pub struct Named {
    browser: Browser,
    name: String,
}

impl Named {
    /// Opens it.
    ///
    /// # Errors
    /// Tells why there is no storage to use.
    pub fn open(name: &str) -> Result<Named, Refused> {
        Ok(Named { browser: Browser::open()?, name: name.to_owned() })
    }
}

impl Store for Named {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        self.browser.read(&named(&self.name, key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.browser.write(&named(&self.name, key), text)
    }
}

/// `comeback/name` for `comeback`, and so for whatever is kept beside it.
fn named(name: &str, key: &str) -> String {
    let rest = key.strip_prefix(ENVELOPE).unwrap_or(key);
    [ENVELOPE, "/", name, rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::BROKEN;

    #[test]
    fn keeps_all_of_it_under_the_name() {
        assert_eq!(named("blog", ENVELOPE), "comeback/blog");
        assert_eq!(named("blog", BROKEN), "comeback/blog:broken");
    }
}
