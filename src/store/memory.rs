//! The store for a page that may not keep anything: it lasts as long as the page.

use std::cell::RefCell;

use super::{Refused, Store};

/// Text under keys, gone at reload.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Vec<(String, String)>>);

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.0.borrow().iter().find(|(there, _)| there == key).map(|(_, text)| text.clone()))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        let mut cells = self.0.borrow_mut();
        cells.retain(|(there, _)| there != key);
        cells.push((key.to_owned(), text.to_owned()));
        Ok(())
    }
}
