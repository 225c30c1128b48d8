//! Finds the words of a comment again when the draft has changed.

use std::ops::Range;

use super::review::Comment;

/// Where the comments of a review belong in a draft. Numbers count the comments given, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attached {
    /// Comments whose words stand in the draft: the bytes they cover, by place. None is empty or outside the draft.
    pub placed: Vec<(Range<usize>, usize)>,
    /// Comments whose words are gone, and those on the whole, in the given order.
    pub apart: Vec<usize>,
}

/// Places each comment: where it stood, if the same words stand there; else where they stand now, nearest to the old place;
/// else where the same words stand but for capitals (A to Z), signs and white space between them; else apart.
pub fn attach(comments: &[Comment], draft: &str) -> Attached {
    let words = words(draft);
    let mut attached = Attached::default();
    for (number, comment) in comments.iter().enumerate() {
        let found = stays(comment, draft).or_else(|| moved(comment, draft)).or_else(|| reworded(comment, &words));
        match found {
            Some(bytes) => attached.placed.push((bytes, number)),
            None => attached.apart.push(number),
        }
    }
    attached.placed.sort_by_key(|(bytes, number)| (bytes.start, bytes.end, *number));
    attached
}

fn stays(comment: &Comment, draft: &str) -> Option<Range<usize>> {
    let bytes = comment.from..comment.to;
    (!comment.quote.is_empty() && draft.get(bytes.clone()) == Some(&comment.quote)).then_some(bytes)
}

fn moved(comment: &Comment, draft: &str) -> Option<Range<usize>> {
    let quote = Some(comment.quote.trim()).filter(|quote| !quote.is_empty())?;
    let letters = |side: Option<char>| side.is_some_and(is_letter);
    let whole = |&(at, _): &(usize, &str)| {
        let (before, rest) = draft.split_at_checked(at).unwrap_or_default();
        let after = rest.get(quote.len()..).unwrap_or_default();
        // Not the "on" of "none".
        !(letters(before.chars().next_back()) && letters(quote.chars().next())
            || letters(quote.chars().next_back()) && letters(after.chars().next()))
    };
    let places = draft.match_indices(quote).filter(whole).map(|(at, _)| at..at + quote.len());
    places.min_by_key(|place| place.start.abs_diff(comment.from))
}

fn reworded(comment: &Comment, draft: &[Word]) -> Option<Range<usize>> {
    let quote = words(&comment.quote);
    let places = draft.windows(quote.len().max(1)).filter(|window| {
        let mut pairs = window.iter().zip(&quote);
        !quote.is_empty() && pairs.all(|(here, there)| here.same(there))
    });
    let bytes = |window: &[Word]| Some(window.first()?.bytes.start..window.last()?.bytes.end);
    places.filter_map(bytes).min_by_key(|place| place.start.abs_diff(comment.from))
}

/// A run of letters and digits.
struct Word<'t> {
    text: &'t str,
    bytes: Range<usize>,
}

impl Word<'_> {
    fn same(&self, other: &Word) -> bool {
        self.text.eq_ignore_ascii_case(other.text)
    }
}

/// Roughly a letter or digit: of what lies beyond Latin punctuation only the blocks of signs are none. The library's tables
/// of all scripts would cost the page kilobytes, for a comment that is listed apart at worst.
fn is_letter(character: char) -> bool {
    match character {
        '\u{0}'..='\u{7f}' => character.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{303f}' => false,
        _ => true,
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let (mut words, mut started) = (vec![], None);
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match started {
            None if is_letter(character) => started = Some(at),
            Some(start) if !is_letter(character) => {
                started = None;
                words.extend(text.get(start..at).map(|text| Word { text, bytes: start..at }));
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: &str = "In May I lost the key. I told the manager at once. Nobody was hurt.";

    fn comment(quote: &str) -> Comment {
        let from = READ.find(quote).unwrap();
        Comment { from, to: from + quote.len(), quote: quote.into(), says: "?".into() }
    }

    /// The words that each comment is shown at; `None` = apart.
    #[track_caller]
    fn check(comments: &[Comment], draft: &str, expected: &[Option<&str>]) {
        let Attached { placed, apart } = attach(comments, draft);
        let found = |number| placed.iter().find(|(_, of)| *of == number).map(|(bytes, _)| &draft[bytes.clone()]);
        assert_eq!((0..comments.len()).map(found).collect::<Vec<_>>(), expected, "{draft}");
        assert_eq!(placed.len() + apart.len(), comments.len());
    }

    #[test]
    fn keeps_the_place_in_the_same_text() {
        check(&[comment("the key"), comment("Nobody")], READ, &[Some("the key"), Some("Nobody")]);
        let twice = "the key, the key";
        let second = Comment { from: 9, to: 16, quote: "the key".into(), says: "?".into() };
        assert_eq!(attach(&[second], twice).placed, [(9..16, 0)]);
    }

    #[test]
    fn follows_words_that_moved() {
        let draft = "I told the manager at once. That was after I lost the key in May.";
        let comments = [comment("I lost the key"), comment("told the manager"), comment("Nobody was hurt")];
        check(&comments, draft, &[Some("I lost the key"), Some("told the manager"), None]);
        assert_eq!(attach(&comments, draft).apart, [2]);
    }

    #[test]
    fn takes_the_nearest_of_several_places() {
        let draft = "The key hung there. In May I lost the key. It was the key to the safe.";
        let from = draft.find("the key.").unwrap();
        assert_eq!(attach(&[comment("the key")], draft).placed, [(from..from + 7, 0)]);
    }

    #[test]
    fn finds_words_behind_other_signs_and_spaces() {
        let draft = "I lost: The\n\nkey – and TOLD the manager, at once!";
        let comments = [comment("lost the key"), comment("told the manager at once.")];
        check(&comments, draft, &[Some("lost: The\n\nkey"), Some("TOLD the manager, at once")]);
    }

    #[test]
    fn does_not_take_a_part_of_a_word_for_the_word() {
        check(&[comment("at"), comment("May")], "That is what Mayor Ma said.", &[None, None]);
        check(&[comment("at")], "That is at hand.", &[Some("at")]);
    }

    #[test]
    fn spans_that_are_none_do_no_harm() {
        let odd = |from, to, quote: &str| Comment { from, to, quote: quote.into(), says: "?".into() };
        let draft = "né. I lost it.";
        let comments =
            [odd(9, 2, "lost"), odd(0, 2, "né"), odd(usize::MAX, usize::MAX, "I"), odd(2, 2, ""), odd(0, 9, " … ")];
        check(&comments, draft, &[Some("lost"), Some("né"), Some("I"), None, None]);
        check(&comments, "", &[None, None, None, None, None]);
    }
}
