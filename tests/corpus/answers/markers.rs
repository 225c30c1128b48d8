//! `{role}` before the words it labels, up to the next marker. A marker and one space after it are not part of the text.

use comeback_engine::{Role, Span};

/// The text without its markers, and what each stretch of it is.
pub fn read(marked: &str) -> Result<(String, Vec<(Span, Role)>), String> {
    let marked = marked.trim_matches('\n');
    let mut pieces = marked.split('{');
    if pieces.next() != Some("") {
        return Err("the text does not start with a marker".to_owned());
    }
    let (mut text, mut roles) = (String::new(), vec![]);
    for piece in pieces {
        let (name, words) = piece.split_once('}').ok_or("a marker is not closed")?;
        let role = Role::from_name(name).ok_or_else(|| format!("there is no role `{name}`"))?;
        let start = text.len() as u32;
        text.push_str(words.strip_prefix(' ').unwrap_or(words));
        roles.push((Span { start, end: text.len() as u32 }, role));
    }
    Ok((text, roles))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_give_bytes_of_the_unmarked_text() {
        let (text, roles) = read("{context} In May. {failure} I lost it.\n").unwrap();
        assert_eq!(text, "In May. I lost it.");
        let words: Vec<_> = roles.iter().map(|(span, role)| (span.of(&text), role.name())).collect();
        assert_eq!(words, [("In May. ", "context"), ("I lost it.", "failure")]);
    }

    #[test]
    fn refuses_text_before_the_first_marker_and_unknown_roles() {
        assert!(read("In May {failure} I lost it.").is_err());
        assert!(read("{plot} I lost it.").is_err());
        assert!(read("{failure I lost it.").is_err());
    }
}
