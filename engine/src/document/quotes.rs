//! Which parts of a text stand in quotation marks.

use super::letters::is_alphanumeric;
use crate::report::Span;

/// Quotes longer than this share of the text are no quotes: somebody pasted the answer with its marks.
const WHOLE_TEXT_PERCENT: usize = 60;
/// Quotes of up to so many bytes are too short to be an answer, unless they are all there is.
const NO_ANSWER: usize = 120;

/// The quoted ranges, in order, without nesting. Pairs match inside one paragraph; an unmatched opener masks nothing.
pub fn quoted(text: &str) -> Vec<Span> {
    let mut ranges = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map_or(' ', |&(_, c)| c);
        if sign == '\n' && next == '\n' {
            open = None;
        }
        match open {
            None => {
                let opens = match sign {
                    '“' | '«' => true,
                    '"' | '‘' => !is_alphanumeric(before),
                    '\'' => (before.is_whitespace() || before == '(') && is_alphanumeric(next),
                    _ => false,
                };
                if opens {
                    open = Some((at, closing(sign)));
                }
            }
            Some((start, close)) => {
                let ends = sign == close
                    && (!matches!(close, '\'' | '’') || !is_alphanumeric(next) && !before.is_whitespace());
                if ends {
                    let end = at + sign.len_utf8();
                    let length = end - start;
                    let short = length <= NO_ANSWER && length < text.trim().len();
                    if short || length * 100 < text.len() * WHOLE_TEXT_PERCENT {
                        ranges.push(Span { start: offset(start), end: offset(end) });
                    }
                    open = None;
                }
            }
        }
        before = sign;
    }
    ranges
}

fn closing(opener: char) -> char {
    match opener {
        '“' => '”',
        '«' => '»',
        '‘' => '’',
        other => other,
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = quoted(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_straight_and_curly_pairs() {
        check("The paper wrote \"catastrophe\" and we had lost one day of filming.", &["\"catastrophe\""]);
        check("The local paper wrote ‘catastrophe’; we lost one day of filming there.", &["‘catastrophe’"]);
    }

    #[test]
    fn allows_apostrophes_and_unmatched_openers() {
        check("I didn't ask and the porters' room was locked.", &[]);
        check("He said \"no and left the room.", &[]);
    }

    #[test]
    fn ignores_marks_around_the_whole_answer() {
        check("“I missed the date. I told them.”", &[]);
        check("“I lied,” my colleague told me.", &["“I lied,”"]);
    }
}
