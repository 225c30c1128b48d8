//! One packed value in a fragment: `#q=<question>&<key>=<version>.<base64url>`.

use super::base64;
use super::pack::{Unpackable, pack, unpack};
use super::place::{LONGEST_ID, Place, fragment_of};
use crate::store::json::{Json, Object, digits, parse};

/// The longest coach link, in characters of its fragment with the `#`: it is put into one line of a mail, on a slide, in
/// a QR code that a phone reads across a table (version 14 of 40).
pub const LONGEST_COACH_LINK: usize = 299;

/// The longest of the other links, in characters. Browsers take more; mail programs and chats cut, and servers of old
/// refuse lines beyond 8 kB. It holds about 2,500 words of English.
pub const LONGEST_LINK: usize = 8_000;

/// The longest text that goes into a link or comes out, in bytes: an answer of ten minutes' speaking. A model that is fooled
/// makes no more of it than this, which takes some 10 ms.
pub const LONGEST_TEXT: usize = 16_384;

/// The most bytes behind a coach link: three hundred characters of it hold less than a third of this in any language.
const LONGEST_COACH_TEXT: usize = 2_048;

/// A kind of link.
pub struct Kind {
    /// The name of its field in the fragment, with `=`.
    key: &'static str,
    /// What is written. A reader refuses later ones.
    version: u64,
    /// In characters of the whole fragment, and of the packed part when it is read.
    longest: usize,
    /// In bytes before packing.
    longest_text: usize,
}

/// The three kinds.
pub const COACH: Kind = Kind { key: "c=", version: 1, longest: LONGEST_COACH_LINK, longest_text: LONGEST_COACH_TEXT };
pub const ANSWER: Kind = Kind { key: "a=", version: 1, longest: LONGEST_LINK, longest_text: LONGEST_JSON };
pub const REVIEW: Kind = Kind { key: "r=", version: 1, longest: LONGEST_LINK, longest_text: LONGEST_JSON };

/// Room for [`LONGEST_TEXT`] with what JSON puts around it and before its quotes and line ends.
const LONGEST_JSON: usize = LONGEST_TEXT * 5 / 4;

/// Why no link could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The link would have so many characters too many.
    Over(usize),
    /// The text, with what JSON puts around it, has so many bytes more than a link or file holds, whatever they are.
    TextOver(usize),
    /// This field holds what no reader would take.
    Field(&'static str),
}

/// Why a link or file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It was written by a later version of this page: this one.
    Newer(u64),
    /// It was cut off or altered on its way, or is something else.
    Damaged,
    /// It is longer, or would unpack to more, than any that this page writes.
    TooLong,
}

/// The fragment, with its `#`.
pub fn seal(kind: &Kind, question: &str, json: &str) -> Result<String, Unfit> {
    if !is_id(question) {
        return Err(Unfit::Field("question"));
    }
    if json.len() > kind.longest_text {
        return Err(Unfit::TextOver(json.len() - kind.longest_text));
    }
    let packed = base64::encode(&pack(json));
    let place = Place::Question(question.to_owned());
    let fragment = [&fragment_of(&place), "&", kind.key, &digits(kind.version), ".", &packed].concat();
    match fragment.len().checked_sub(kind.longest) {
        None | Some(0) => Ok(fragment),
        Some(over) => Err(Unfit::Over(over)),
    }
}

/// What a fragment carries of this kind; `None` where it carries none.
pub fn open(kind: &Kind, fragment: &str) -> Option<Result<Object, Trouble>> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let value = fragment.split(['&', '?']).find_map(|pair| pair.strip_prefix(kind.key))?;
    Some(read(kind, value))
}

fn read(kind: &Kind, value: &str) -> Result<Object, Trouble> {
    let (version, packed) = value.split_once('.').ok_or(Trouble::Damaged)?;
    supported(version.parse().ok(), kind.version)?;
    // Programs that find addresses in a text often take the full stop or bracket behind one along.
    let end = packed.find(|character| !base64::is_ours(character)).unwrap_or(packed.len());
    let packed = packed.get(..end).filter(|packed| packed.len() <= kind.longest).ok_or(Trouble::TooLong)?;
    let json = base64::decode(packed).ok_or(Trouble::Damaged).and_then(|packed| {
        unpack(&packed, kind.longest_text).map_err(|why| match why {
            Unpackable::Damaged => Trouble::Damaged,
            Unpackable::TooLong => Trouble::TooLong,
        })
    })?;
    match parse(&json) {
        Some(Json::Object(object)) => Ok(object),
        _ => Err(Trouble::Damaged),
    }
}

/// Refuses a version that is none, or later than ours.
pub fn supported(version: Option<u64>, ours: u64) -> Result<(), Trouble> {
    match version {
        None | Some(0) => Err(Trouble::Damaged),
        Some(version) if version > ours => Err(Trouble::Newer(version)),
        Some(_) => Ok(()),
    }
}

/// True for what may stand in a link as an id: letters, digits, `-` and `_`, 1 to [`LONGEST_ID`].
pub fn is_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len()) && id.chars().all(base64::is_ours)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"text":"I forgot."}"#;

    fn opened(fragment: &str) -> Option<Result<usize, Trouble>> {
        open(&ANSWER, fragment).map(|read| read.map(|fields| fields.len()))
    }

    #[test]
    fn names_the_question_first() {
        let fragment = seal(&ANSWER, "regret", TEXT).unwrap();
        assert!(fragment.starts_with("#q=regret&a=1."), "{fragment}");
        assert_eq!(opened(&fragment), Some(Ok(1)));
        assert_eq!(opened(&fragment[1..]), Some(Ok(1)));
        assert!(open(&COACH, &fragment).is_none());
    }

    #[test]
    fn finds_its_value_anywhere_and_passes_over_what_clings_to_it() {
        let fragment = seal(&ANSWER, "regret", TEXT).unwrap();
        let value = fragment.split('&').nth(1).unwrap();
        for around in [format!("#x=1&{value}"), format!("{value}&q=regret"), format!("#{value}).\u{201d}")] {
            assert_eq!(opened(&around), Some(Ok(1)), "{around}");
        }
    }

    #[test]
    fn tells_what_is_wrong() {
        let fragment = seal(&ANSWER, "regret", TEXT).unwrap();
        assert_eq!(opened(&fragment.replace("a=1.", "a=2.")), Some(Err(Trouble::Newer(2))));
        assert_eq!(opened(&fragment[..fragment.len() - 1]), Some(Err(Trouble::Damaged)));
        for damaged in ["a=", "a=1", "a=1.", "a=0.AAAA", "a=-1.AAAA", "a=x.AAAA", "a=1.AAAAA", "a=1.é"] {
            assert_eq!(opened(damaged), Some(Err(Trouble::Damaged)), "{damaged}");
        }
        assert_eq!(opened(&format!("a=1.{}", "A".repeat(LONGEST_LINK + 1))), Some(Err(Trouble::TooLong)));
        assert_eq!(opened("#q=regret&A=1.AAAA"), None);
    }

    #[test]
    fn counts_what_is_too_much() {
        assert_eq!(seal(&ANSWER, "", TEXT), Err(Unfit::Field("question")));
        assert_eq!(seal(&ANSWER, "a&b", TEXT), Err(Unfit::Field("question")));
        assert_eq!(seal(&ANSWER, "q", &" ".repeat(LONGEST_JSON + 7)), Err(Unfit::TextOver(7)));
    }
}
