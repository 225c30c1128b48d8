//! The browser counts text in UTF-16 units, everything else here in UTF-8 bytes. They meet in this file only.

use comeback_engine::Span;

/// The byte offset of a UTF-16 offset; one inside a character falls on its start, one past the end on the end.
pub fn to_byte(text: &str, utf16: u32) -> u32 {
    let mut units = 0;
    for (byte, char) in text.char_indices() {
        units += char.len_utf16() as u32;
        if units > utf16 {
            return byte as u32;
        }
    }
    text.len() as u32
}

/// The UTF-16 offset of a byte offset, with the same rules.
pub fn from_byte(text: &str, byte: u32) -> u32 {
    let inside = |&(at, char): &(usize, char)| at + char.len_utf8() <= byte as usize;
    text.char_indices().take_while(inside).map(|(_, char)| char.len_utf16() as u32).sum()
}

/// Both ends of a span in UTF-16 units.
pub fn range(text: &str, span: Span) -> (u32, u32) {
    (from_byte(text, span.start), from_byte(text, span.end))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, utf16: u32, byte: u32) {
        assert_eq!(to_byte(text, utf16), byte, "to byte");
        assert_eq!(from_byte(text, byte), utf16, "from byte");
    }

    #[test]
    fn counts_astral_characters_as_two_units_and_four_bytes() {
        check("a😀b", 0, 0);
        check("a😀b", 1, 1);
        check("a😀b", 3, 5);
        check("a😀b", 4, 6);
        check("", 0, 0);
    }

    #[test]
    fn an_offset_inside_a_character_falls_on_its_start() {
        assert_eq!(to_byte("a😀b", 2), 1);
        assert_eq!(from_byte("a😀b", 3), 1);
    }

    #[test]
    fn an_offset_past_the_end_falls_on_the_end() {
        assert_eq!(to_byte("né", 9), 3);
        assert_eq!(from_byte("né", 9), 2);
    }

    proptest! {
        #[test]
        fn every_character_boundary_comes_back(text in any::<String>()) {
            for byte in text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]) {
                prop_assert_eq!(to_byte(&text, from_byte(&text, byte)), byte);
            }
        }
    }
}
