//! The store for a page that may not keep anything: it lasts as long as the page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Refused, Store};

/// Text under keys, gone at reload.
#[derive(Debug, Default)]
pub struct Memory(RefCell<BTreeMap<String, String>>);

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }
}
