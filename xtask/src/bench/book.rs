//! `docs/benchmarks.md`: each part of the bench writes its own section, between two comments that name it.

use anyhow::{Context, Result};

use crate::run;

/// Puts a text in place of what the section held.
pub fn write(section: &str, text: &str) -> Result<()> {
    let file = run::root().join("docs/benchmarks.md");
    let book = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let book =
        replaced(&book, section, text).with_context(|| format!("{} has no <!-- {section} -->", file.display()))?;
    Ok(std::fs::write(&file, book)?)
}

fn replaced(book: &str, section: &str, text: &str) -> Option<String> {
    let (start, end) = (format!("<!-- {section} -->\n"), format!("<!-- end of {section} -->\n"));
    let (before, rest) = book.split_once(&start)?;
    let (_, after) = rest.split_once(&end)?;
    Some([before, &start, "\n", text.trim(), "\n\n", &end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn replaces_one_section_and_keeps_the_others() {
        let book = "# B\n<!-- a -->\nold\n<!-- end of a -->\n<!-- b -->\nkept\n<!-- end of b -->\n";
        let new = "# B\n<!-- a -->\n\nnew\n\n<!-- end of a -->\n<!-- b -->\nkept\n<!-- end of b -->\n";
        assert_eq!(replaced(book, "a", "new\n").as_deref(), Some(new));
        assert_eq!(replaced(new, "a", "new\n").as_deref(), Some(new));
        assert_eq!(replaced(book, "c", "new"), None);
    }
}
