//! A text in fewer bytes, and back.
//!
//! Chosen by measuring. Bytes are those that the page grows by after brotli, built as the release page is; lengths are
//! those of the 291 answers of 150 to 300 words (1,086 bytes on average) in the half of `tests/corpus/tuning` from which
//! no word of the primer was taken:
//!
//! | | bytes in the page | characters in the link | of base64url alone |
//! |---|---|---|---|
//! | base64url alone | 0 | 1,448 | 1.00 |
//! | lz4_flex 0.11, block format, both ways | 3,000 | 1,246 | .86 |
//! | miniz_oxide 0.9 (deflate), both ways | 12,500 | 783 | .54 |
//! | **this model, primed** | **3,500**, 1,200 of them primer | **549** | **.38** |
//!
//! Without the primer the model does as well as deflate and no better; a primer of 6,000 bytes shortens links by another
//! 6 % for 1,500 bytes more. The browser's own `CompressionStream` costs nothing, but it cannot be asked for a limit, it
//! answers later, and a link two fifths longer is what people see. A static list of words for single bytes was not
//! tried further: it cannot do better than deflate on such texts.
//!
//! The primer is a text that both sides have read before they start: the most frequent words and phrases of one half of
//! the tuning corpus, and one of each shape that is packed. **It is part of the format**, as the model is.

use super::coder;
use super::model::Model;

const PRIMER: &str = include_str!("primer.txt");

/// Bytes in front: three of the check.
const CHECK: usize = 3;

/// Why bytes gave no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpackable {
    /// They are not, or no longer, what was packed.
    Damaged,
    /// The text would be longer than the reader takes. Known before a byte of it is made.
    TooLong,
}

/// The text as: check (3 bytes), length of the text in bytes (LEB128), coded text.
pub fn pack(text: &str) -> Vec<u8> {
    let mut body = vec![];
    let mut length = text.len();
    while length > 0x7f {
        body.push(length as u8 | 0x80);
        length >>= 7;
    }
    body.push(length as u8);
    body.extend(coder::encode(primed(), text.as_bytes()));
    let mut packed = check(&body).to_vec();
    packed.extend(body);
    packed
}

/// The text, if it has at most so many bytes. The check comes first: what is damaged costs no time, and what claims to
/// be long no memory.
///
/// # Errors
/// See [`Unpackable`].
pub fn unpack(packed: &[u8], most: usize) -> Result<String, Unpackable> {
    let (expected, body) = packed.split_at_checked(CHECK).ok_or(Unpackable::Damaged)?;
    if check(body) != expected {
        return Err(Unpackable::Damaged);
    }
    // Three bytes hold two million, which is beyond any `most`.
    let end = body.iter().take(3).position(|byte| byte & 0x80 == 0).ok_or(Unpackable::TooLong)?;
    let (length, coded) = body.split_at_checked(end + 1).ok_or(Unpackable::Damaged)?;
    let length = length.iter().rev().fold(0, |length, byte| length << 7 | usize::from(byte & 0x7f));
    if length > most {
        return Err(Unpackable::TooLong);
    }
    String::from_utf8(coder::decode(primed(), coded, length)).map_err(|_| Unpackable::Damaged)
}

/// The model after the primer. Line ends count as spaces, so that the file may be checked out with any.
fn primed() -> Model {
    let mut model = Model::new();
    for byte in PRIMER.bytes().filter(|byte| *byte != b'\r') {
        let byte = if byte == b'\n' { b' ' } else { byte };
        for at in (0..8).rev() {
            model.learn(u32::from(byte >> at & 1));
        }
    }
    model
}

/// The low three bytes of FNV-1a over 32 bits, low byte first. Against accidents, not against people.
fn check(body: &[u8]) -> [u8; CHECK] {
    let hash = body.iter().fold(0x811c_9dc5, |hash: u32, &byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let [low, middle, high, _] = (hash ^ hash >> 24).to_le_bytes();
    [low, middle, high]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::base64;

    const TEXT: &str = r#"{"text":"In May I forgot to call a customer back. It was my own mistake."}"#;

    /// Links live for years: whoever breaks this makes a new version instead.
    #[test]
    fn packs_as_it_always_did() {
        let packed = base64::encode(&pack(TEXT));
        assert_eq!(packed, "75KTSgJCD3GBeOOTIzfT2csOrJiRXe1_74MJ");
        assert!(packed.len() < TEXT.len() / 2, "{}", packed.len());
    }

    #[test]
    fn gives_back_any_text() {
        for text in ["", "a", TEXT, "\0\u{10ffff}\u{202e}\r\n", "שלום 👩‍🚒 日本語の文章", &"ẑ̸͝".repeat(300)]
        {
            assert_eq!(unpack(&pack(text), text.len()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_bomb_is_refused_before_it_goes_off() {
        let bomb = pack(&"a".repeat(40_000));
        assert!(bomb.len() < 200, "{} bytes", bomb.len());
        assert_eq!(unpack(&bomb, 16_384), Err(Unpackable::TooLong));
        let mut endless = vec![0xff; 40];
        let sum = check(&endless);
        endless.splice(0..0, sum);
        assert_eq!(unpack(&endless, 16_384), Err(Unpackable::TooLong));
    }

    #[test]
    fn damage_is_seen() {
        let packed = pack(TEXT);
        for at in 0..packed.len() {
            assert_eq!(unpack(&packed[..at], 1_000), Err(Unpackable::Damaged));
            for bit in 0..8 {
                let mut other = packed.clone();
                other[at] ^= 1 << bit;
                assert_eq!(unpack(&other, 1_000), Err(Unpackable::Damaged));
            }
        }
    }

    #[test]
    fn bytes_that_were_sealed_but_never_packed_are_no_text() {
        let mut body = vec![50];
        body.extend([0; 50]);
        let mut packed = check(&body).to_vec();
        packed.extend(body);
        assert_eq!(unpack(&packed, 1_000), Err(Unpackable::Damaged));
    }
}
