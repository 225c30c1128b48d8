//! The content as files: read once, then handled as a map from path to text, so that tests need no disk.

use crate::problem::{Problem, Problems};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::Path;

/// Path under `content/`, with `/`, to the text of each `.toml` file.
pub type Tree = BTreeMap<String, String>;

/// Reads all `.toml` files under a directory.
pub fn read(dir: &Path) -> Result<Tree, Vec<Problem>> {
    let (mut tree, mut problems) = (Tree::new(), Problems::default());
    walk(dir, "", &mut tree, &mut problems);
    problems.into_result().map(|()| tree)
}

fn walk(dir: &Path, prefix: &str, tree: &mut Tree, problems: &mut Problems) {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            problems.add(prefix, "directory", format!("it cannot be read ({error})"), "Check that it is there");
            return;
        }
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        if entry.path().is_dir() {
            walk(&entry.path(), &path, tree, problems);
        } else if path.ends_with(".toml") {
            match std::fs::read_to_string(entry.path()) {
                Ok(text) => drop(tree.insert(path, text)),
                Err(error) => {
                    problems.add(&path, "file", format!("it cannot be read ({error})"), "Save it as UTF-8 text")
                }
            }
        }
    }
}

/// Parses one file; an unknown field, a missing field or broken TOML is a problem with its line.
pub fn parse<T: DeserializeOwned>(problems: &mut Problems, file: &str, text: &str) -> Option<T> {
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let reason = error.message().trim().replace('\n', " ");
            problems.add(file, format!("line {line}"), reason, "See content/README.md for the fields of this file");
            None
        }
    }
}

/// Parses the one file that must be there.
pub fn required<T: DeserializeOwned>(problems: &mut Problems, tree: &Tree, file: &str) -> Option<T> {
    let Some(text) = tree.get(file) else {
        problems.add(file, "file", "it is missing", "Add it; content/README.md says what belongs in it");
        return None;
    };
    parse(problems, file, text)
}

/// The files directly inside a folder, in order.
pub fn folder<'t>(tree: &'t Tree, folder: &str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let prefix = format!("{folder}/");
    tree.iter().filter(move |(path, _)| path.starts_with(&prefix)).map(|(path, text)| (path.as_str(), text.as_str()))
}

/// Parses every file of a folder, in the order of their names; each has to be named after its `id`.
pub fn each<T: DeserializeOwned + Named>(problems: &mut Problems, tree: &Tree, name: &str) -> Vec<(String, T)> {
    let mut all = vec![];
    for (file, text) in folder(tree, name) {
        let Some(value) = parse::<T>(problems, file, text) else { continue };
        let id = value.id();
        crate::problem::check::id(problems, file, id, false);
        if file != format!("{name}/{id}.toml") {
            problems.add(file, "id", "id and file name differ", format!("Name the file {id}.toml"));
        }
        all.push((file.to_owned(), value));
    }
    all
}

/// What stands in a file named after it.
pub trait Named {
    /// Its id.
    fn id(&self) -> &str;
}

/// Notes an order that is taken twice; gives the values in order.
pub fn ordered<T>(problems: &mut Problems, all: Vec<(String, T)>, order: impl Fn(&T) -> u8) -> Vec<(String, T)> {
    let mut all = all;
    all.sort_by_key(|(_, value)| order(value));
    let free = all.last().map_or(1, |(_, value)| order(value).saturating_add(1));
    for pair in all.windows(2) {
        if let [(_, one), (file, other)] = pair
            && order(one) == order(other)
        {
            problems.add(file, "order", "another one has this place", format!("Choose a free number: {free} is"));
        }
    }
    all
}

/// Texts that live as long as the program.
pub fn strings(texts: Vec<String>) -> &'static [&'static str] {
    texts.into_iter().map(|text| &*text.leak()).collect::<Vec<&'static str>>().leak()
}
