//! Where one statement ends. Rules in the manner of pySBD (the "golden rules" of sentence splitting), rewritten.

use super::signs::fold;
use super::{Kind, letters};
use crate::class;
use crate::report::Span;
use crate::rubric::Lexicon;

/// A statement before its words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Trimmed, without the list mark.
    pub span: Span,
    /// What kind of line it is.
    pub kind: Kind,
    /// True when it follows a blank line.
    pub opens_paragraph: bool,
    /// True when it ends in a question mark.
    pub asks: bool,
}

/// Splits a text of at most 4 GiB into statements. Every byte that is not white space or a list mark is in one.
pub fn segment(lexicon: &Lexicon, text: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut opens_paragraph = true;
    let mut open: Option<(usize, usize, Kind)> = None;
    for (start, end) in (Lines { text, at: 0 }) {
        let line = text.get(start..end).unwrap_or("");
        if line.trim().is_empty() {
            flush(lexicon, text, open.take(), &mut opens_paragraph, &mut stretches);
            opens_paragraph = true;
            continue;
        }
        let (mark, kind) = list_mark(line);
        // A line that goes on in lower case after a line without an end is one that was wrapped by hand.
        let wrapped = kind == Kind::Prose
            && line.trim_start().starts_with(|c: char| letters::is_lower(c) || c.is_ascii_digit())
            && open.is_some_and(|(from, to, _)| !ends_statement(text.get(from..to).unwrap_or("")));
        match &mut open {
            Some((_, to, _)) if wrapped => *to = end,
            _ => {
                flush(lexicon, text, open.take(), &mut opens_paragraph, &mut stretches);
                open = Some((start + mark, end, kind));
            }
        }
    }
    flush(lexicon, text, open, &mut opens_paragraph, &mut stretches);
    stretches
}

/// Splits one block of lines at its full stops.
fn flush(
    lexicon: &Lexicon,
    text: &str,
    block: Option<(usize, usize, Kind)>,
    opens_paragraph: &mut bool,
    out: &mut Vec<Stretch>,
) {
    let Some((start, end, kind)) = block else { return };
    let mut from = start;
    for (at, sign) in text.get(start..end).unwrap_or("").char_indices() {
        let at = start + at;
        if at < from || !is_stop(sign) || !stops(lexicon, text, from, at, sign, end) {
            continue;
        }
        let to = after_closing(text, at + sign.len_utf8(), end);
        push(text, from, to, kind, opens_paragraph, out);
        from = to;
    }
    push(text, from, end, kind, opens_paragraph, out);
}

fn push(text: &str, from: usize, to: usize, kind: Kind, opens_paragraph: &mut bool, out: &mut Vec<Stretch>) {
    let raw = text.get(from..to).unwrap_or("");
    let trimmed = raw.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    if trimmed.is_empty() {
        return;
    }
    // A stray closing sign belongs to nobody; it stays with the statement before.
    if !trimmed.contains(|c: char| letters::is_alphanumeric(c)) {
        if let Some(last) = out.last_mut() {
            last.span.end = offset(from + raw.trim_end().len());
        }
        return;
    }
    let start = from + (raw.len() - raw.trim_start_matches(|c: char| c.is_whitespace() || c.is_control()).len());
    let kind = if kind == Kind::Prose && is_label(trimmed) { Kind::Label } else { kind };
    let asks = trimmed.trim_end_matches(is_closing).ends_with('?');
    out.push(Stretch {
        span: Span { start: offset(start), end: offset(start + trimmed.len()) },
        kind,
        opens_paragraph: *opens_paragraph,
        asks,
    });
    *opens_paragraph = false;
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_stop(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '…' | '。' | '！' | '？')
}

fn is_closing(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_')
}

/// Whether the stop at byte `at` ends the statement that began at `from`.
fn stops(lexicon: &Lexicon, text: &str, from: usize, at: usize, sign: char, end: usize) -> bool {
    let rest = text.get(at + sign.len_utf8()..end).unwrap_or("");
    let after = rest.trim_start_matches(is_closing);
    let Some(next) = after.chars().next() else { return true };
    if is_stop(next) {
        return false;
    }
    if !next.is_whitespace() {
        // "3.5", "example.org", "v1.2": inside a word. "late.Then": a forgotten space.
        return sign != '.' || letters::is_upper(next) && follows_lower_word(text, from, at);
    }
    let following = after.trim_start().trim_start_matches(['"', '“', '‘', '(', '\'']).chars().next();
    let Some(following) = following else { return true };
    if sign == '…' || text.get(..at).is_some_and(|before| before.ends_with("..")) {
        return letters::is_upper(following);
    }
    if sign != '.' {
        return !letters::is_lower(following);
    }
    let word = last_word(text, from, at);
    if word.len() == 1 && word.chars().all(|c| letters::is_upper(c) && c != 'I') {
        return false;
    }
    if word.chars().all(|c| c.is_ascii_digit()) && text.get(from..at).is_some_and(|b| b.trim() == word) {
        return false;
    }
    let known = lexicon.listed(&fold(word)).is_some_and(|found| found.class & class::ABBREVIATION != 0);
    // "e.g." and "a.m." are found by their inner stop; both may end a statement before a capital.
    let dotted = word.contains('.');
    if known { false } else { !dotted || letters::is_upper(following) }
}

fn follows_lower_word(text: &str, from: usize, at: usize) -> bool {
    let word = last_word(text, from, at);
    word.len() > 2 && word.chars().all(letters::is_letter)
}

/// The run of letters, digits and inner stops that ends at `at`.
fn last_word(text: &str, from: usize, at: usize) -> &str {
    let before = text.get(from..at).unwrap_or("");
    let cut = before
        .rfind(|c: char| !letters::is_alphanumeric(c) && c != '.')
        .map_or(0, |i| i + before.get(i..).and_then(|tail| tail.chars().next()).map_or(1, char::len_utf8));
    before.get(cut..).unwrap_or("")
}

fn after_closing(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or("");
    // A straight quote belongs to the statement only when no space stands before it.
    at + (rest.len() - rest.trim_start_matches(|c| is_closing(c) || is_stop(c)).len())
}

fn ends_statement(text: &str) -> bool {
    text.trim_end().trim_end_matches(is_closing).ends_with(|c: char| is_stop(c) || c == ':' || c == ';')
}

/// "Situation:" on a line of its own: at most three words before a final colon.
fn is_label(line: &str) -> bool {
    line.ends_with(':') && line.split_whitespace().count() <= 3
}

/// Length in bytes of the list mark that opens a line, and the kind of the line.
fn list_mark(line: &str) -> (usize, Kind) {
    let body = line.trim_start();
    let indent = line.len() - body.len();
    let mut signs = body.chars();
    let mark = match signs.next() {
        Some(sign @ ('-' | '*' | '•' | '–' | '·' | '▪' | '◦')) => Some(sign.len_utf8()),
        Some('(') => body.find(')').filter(|&close| close <= 3).map(|close| close + 1),
        Some(first) if first.is_ascii_alphanumeric() => {
            let digits = body.bytes().take_while(u8::is_ascii_digit).count();
            let head = if digits == 0 { 1 } else { digits };
            let close = body.as_bytes().get(head).copied();
            (head <= 2 && (close == Some(b')') || digits > 0 && close == Some(b'.'))).then_some(head + 1)
        }
        _ => None,
    };
    match mark {
        Some(len) if body.get(len..).is_some_and(|rest| rest.starts_with([' ', '\t'])) => (indent + len, Kind::Bullet),
        _ => (0, Kind::Prose),
    }
}

/// Lines without their ends. CR, LF, CRLF, NEL, VT, FF and the Unicode separators are one break each.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let start = self.at;
        let found = rest.char_indices().find(|(_, c)| is_line_break(*c));
        let Some((length, sign)) = found else {
            self.at = self.text.len();
            return Some((start, self.text.len()));
        };
        self.at = start + length + sign.len_utf8();
        if sign == '\r' && self.text.get(self.at..).is_some_and(|after| after.starts_with('\n')) {
            self.at += 1;
        }
        Some((start, start + length))
    }
}

fn is_line_break(sign: char) -> bool {
    matches!(sign, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
