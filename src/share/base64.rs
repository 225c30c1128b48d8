//! Bytes as characters that every address takes as they are: base64url of RFC 4648, without padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Four characters for three bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..=chunk.len() {
            let six = bits >> (18 - 6 * at) & 63;
            text.push(ALPHABET.get(six as usize).copied().unwrap_or(b'A').into());
        }
    }
    text
}

/// The bytes; `None` where a character is none of ours, or where the characters end inside a byte.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for chunk in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for at in 0..4 {
            bits = bits << 6 | chunk.get(at).map_or(Some(0), |&character| value(character))?;
        }
        let [_, all @ ..] = bits.to_be_bytes();
        let (whole, cut) = all.split_at_checked(chunk.len().checked_sub(1).filter(|&count| count > 0)?)?;
        // Bits beyond the last byte would give one text two spellings.
        cut.iter().all(|&byte| byte == 0).then(|| bytes.extend_from_slice(whole))?;
    }
    Some(bytes)
}

/// True for a character that [`encode`] writes.
pub fn is_ours(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '-' || character == '_'
}

fn value(character: u8) -> Option<u32> {
    let six = match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u32::from(six))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_the_vectors_of_the_standard_without_padding() {
        let vectors = ["", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy"];
        for (length, vector) in vectors.into_iter().enumerate() {
            let bytes = &b"foobar"[..length];
            assert_eq!(encode(bytes), vector);
            assert_eq!(decode(vector).as_deref(), Some(bytes));
        }
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        assert!(encode(&[0xfb, 0xff]).chars().all(is_ours));
    }

    #[test]
    fn refuses_what_it_does_not_write() {
        for text in ["A", "Zm9vY", "Zm9v\n", "Zm8=", "Zh", "é", "+/8", "Zm 9"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
