//! Letters of all scripts, without the tables of the standard library: case matters only where English is written.
//!
//! The full Unicode tables weigh more than the rest of the rest of the English that is read here: 7 kB of the first load.

/// The letter in lower case: ASCII, Latin-1 and Latin Extended-A; all others as they are.
pub fn lower(sign: char) -> char {
    let code = sign as u32;
    let lowered = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        0x130 => 0x69,
        0x178 => 0xff,
        0x139..=0x148 | 0x179..=0x17e => code + code % 2,
        0x100..=0x137 | 0x14a..=0x177 => code | 1,
        _ => code,
    };
    char::from_u32(lowered).unwrap_or(sign)
}

/// True for a capital of the letters that [`lower`] knows.
pub fn is_upper(sign: char) -> bool {
    lower(sign) != sign
}

/// True for a small letter of the same.
pub fn is_lower(sign: char) -> bool {
    (sign as u32) < 0x180 && is_letter(sign) && !is_upper(sign)
}

/// True for a letter of any script. Outside Latin: for whatever is no space, sign, mark or emoji.
pub fn is_letter(sign: char) -> bool {
    match sign as u32 {
        code @ 0..=0x7f => (code as u8).is_ascii_alphabetic(),
        0xaa | 0xb5 | 0xba => true,
        // Latin-1 signs; combining marks; general punctuation to arrows, mathematics and pictures; CJK signs;
        // private use, variation selectors, half and full forms of signs, specials; emoji; tags.
        0x80..=0xbf | 0xd7 | 0xf7 | 0x2c2..=0x2df | 0x300..=0x36f | 0x2000..=0x2bff | 0x2e00..=0x2e7f => false,
        0x3000..=0x303f | 0xe000..=0xf8ff | 0xfe00..=0xfe6f | 0xfeff..=0xff20 | 0xfff0..=0xffff => false,
        0x1f000..=0x1fbff | 0xe0000..=0x10ffff => false,
        // Signs of Hebrew, Arabic and the scripts of India.
        0x589..=0x5cf | 0x600..=0x61f | 0x64b..=0x66d | 0x6d4..=0x6ed | 0x964 | 0x965 => false,
        _ => true,
    }
}

/// True for letters and figures.
pub fn is_alphanumeric(sign: char) -> bool {
    sign.is_ascii_digit() || is_letter(sign)
}

#[cfg(test)]
mod tests {
    use super::{is_alphanumeric, is_letter, is_lower, is_upper, lower};

    #[test]
    fn agrees_with_the_standard_tables_where_english_is_written() {
        for sign in (0..0x180).filter_map(char::from_u32) {
            let standard: Vec<char> = sign.to_lowercase().collect();
            // The dotted capital I becomes an i and a mark there; folding drops the mark.
            assert_eq!(Some(&lower(sign)), standard.first(), "{sign}");
            assert_eq!(is_upper(sign), sign.is_uppercase(), "{sign}");
            assert_eq!(is_letter(sign), sign.is_alphabetic(), "{sign}");
        }
        assert!(is_lower('é') && is_lower('ß') && !is_lower('É') && !is_lower('7') && !is_lower('日'));
    }

    #[test]
    fn tells_letters_of_other_scripts_from_signs() {
        assert!("ΩжאعकกあアA日語한ǅ".chars().all(is_letter));
        assert!("،。「」！–—…“€→★😀\u{fe0f}\u{301}\u{200d}؟।".chars().all(|sign| !is_alphanumeric(sign)));
    }
}
