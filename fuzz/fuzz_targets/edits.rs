//! After any edits, and with the caret anywhere, the report is that of a fresh reading.
#![no_main]

use comeback::content::{QUESTIONS, RUBRIC};
use comeback_engine::Assessor;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;

/// A range of the text, in bytes modulo its length, what takes its place, and the caret.
#[derive(Arbitrary, Debug)]
struct Edit<'a> {
    from: u16,
    length: u8,
    new: &'a str,
    caret: Option<u16>,
}

fuzz_target!(|input: (&str, Vec<Edit>)| {
    let (first, edits) = input;
    let profile = &QUESTIONS[0].profile;
    let mut assessor = Assessor::new(&RUBRIC);
    let mut text = first.to_owned();
    assessor.update(profile, &text, None);
    for Edit { from, length, new, caret } in edits {
        let from = text.floor_char_boundary(usize::from(from) % (text.len() + 1));
        let to = text.floor_char_boundary(from + usize::from(length));
        text.replace_range(from..to, new);
        let caret = caret.map(u32::from);
        let fresh = Assessor::new(&RUBRIC).update(profile, &text, caret);
        assert_eq!(assessor.update(profile, &text, caret), fresh, "{text:?}");
    }
});
