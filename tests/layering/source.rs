//! A file of this repository, and the words of its code.

use std::path::Path;
use std::{fs, io};

/// Folders that hold nothing written here.
const PASSED_OVER: &[&str] = &["target", "dist", "dist-single", "dist-npm", "node_modules"];

/// A text file and, for Rust, its tokens.
pub struct Source {
    /// From the root of the repository, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The words and signs of the code before its tests, without comments and string contents.
    pub tokens: Vec<Token>,
}

/// A word, `::`, or a single sign.
pub struct Token {
    pub text: String,
    /// Counted from 1.
    pub line: usize,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        let is_tests = path.contains("/tests/") || path.starts_with("tests/") || path.ends_with("/tests.rs");
        let code = if is_tests { "" } else { before_tests(text) };
        let tokens = if path.ends_with(".rs") { tokens(code) } else { vec![] };
        Source { path: path.to_owned(), text: text.to_owned(), tokens }
    }

    /// True for a file in this folder, or this file.
    pub fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path == *place || (place.ends_with('/') && self.path.starts_with(place)))
    }

    /// The text before its tests.
    pub fn code(&self) -> &str {
        before_tests(&self.text)
    }

    /// The line, counted from 1, that holds this byte.
    pub fn line_at(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|&byte| byte == b'\n').count() + 1
    }

    /// First segments behind `root::`, groups included: `crate::{a::b, c}` gives a and c.
    pub fn paths_from(&self, root: &str) -> Vec<&Token> {
        let mut found = vec![];
        for (at, pair) in self.tokens.windows(2).enumerate() {
            if pair[0].text != root || pair[1].text != "::" {
                continue;
            }
            let rest = &self.tokens[at + 2..];
            if rest.first().is_none_or(|token| token.text != "{") {
                found.extend(rest.first());
                continue;
            }
            let (mut depth, mut first) = (0, false);
            for token in rest {
                match token.text.as_str() {
                    "{" => (depth, first) = (depth + 1, depth == 0),
                    "}" if depth == 1 => break,
                    "}" => depth -= 1,
                    "," => first = depth == 1,
                    _ if first => {
                        found.push(token);
                        first = false;
                    }
                    _ => {}
                }
            }
        }
        found
    }
}

/// All files under `root` that people write, in order of their paths.
pub fn all(root: &Path) -> io::Result<Vec<Source>> {
    let mut found = vec![];
    walk(root, "", &mut found)?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, found: &mut Vec<Source>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && !PASSED_OVER.contains(&name.as_str()) {
                walk(&entry.path(), &format!("{path}/"), found)?;
            }
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(Source::new(&path, &text));
        }
    }
    Ok(())
}

fn before_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default()
}

fn tokens(code: &str) -> Vec<Token> {
    let (mut rest, mut line, mut found) = (code, 1, vec![]);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => quoted(rest),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw(rest),
            '\'' => character(rest),
            ':' if rest.starts_with("::") => 2,
            _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        let is_sign = length == 1 && first.is_ascii_punctuation() || token == "::";
        if is_word(first) && !token.ends_with(['"', '#']) || is_sign {
            found.push(Token { text: token.to_owned(), line });
        }
        line += token.matches('\n').count();
        rest = after;
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a string literal, its quotes included.
fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|&(_, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

/// The length of a raw string; of one character for a raw identifier.
fn raw(rest: &str) -> usize {
    let marks = rest[1..].chars().take_while(|&c| c == '#').count();
    let end = format!("\"{}", "#".repeat(marks));
    let start = 1 + marks + 1;
    match rest.get(1 + marks..start) {
        Some("\"") => rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len()),
        _ => 1,
    }
}

/// The length of a character literal; of the sign alone before a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, _))) => rest[at + 1..].find('\'').map_or(1, |end| at + 1 + end + 1),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}
