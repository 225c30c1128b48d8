//! The rules of a template, kept while the program is compiled.

use super::NAMES;

/// Refuses a template that cannot be drawn.
pub const fn check(template: &str, holes: usize) {
    let text = template.as_bytes();
    let (mut at, mut depth, mut found, mut in_tag, mut quoted) = (0, 0_usize, 0, false, false);
    while at < text.len() {
        match text[at] {
            b'{' => found += 1,
            b'\'' if in_tag => quoted = !quoted,
            b'>' if !quoted => in_tag = false,
            b' ' if in_tag && !quoted => assert!(is_known(text, at + 1), "NAMES lacks this attribute"),
            b'<' => {
                in_tag = true;
                depth = if text[at + 1] == b'/' { depth - 1 } else { depth + 1 };
            }
            _ => {}
        }
        at += 1;
    }
    assert!(depth == 0 && !in_tag, "an element is not closed");
    assert!(found == holes, "each hole needs something to fill it");
}

const fn is_known(text: &[u8], at: usize) -> bool {
    let mut name = 0;
    while name < NAMES.len() {
        if starts(text, at, NAMES[name].as_bytes()) {
            return true;
        }
        name += 1;
    }
    starts(text, at, b"ref") || starts(text, at, b"key") || (text[at] == b'o' && text[at + 1] == b'n')
}

const fn starts(text: &[u8], at: usize, name: &[u8]) -> bool {
    let mut index = 0;
    while index < name.len() && text[at + index] == name[index] {
        index += 1;
    }
    index == name.len() && text[at + index] == b'='
}
