//! What a word is: cutting, folding, contractions, numbers.

use super::lexicon::Word;
use super::signs::{figure, fold, is_apostrophe, is_currency, is_joined};
use super::{Break, Token, UNKNOWN, letters};
use crate::class::{self, flag};
use crate::key;
use crate::report::Span;
use crate::rubric::Lexicon;

/// Words longer than this many bytes are one unknown word.
const LONGEST_WORD: usize = 64;

/// Cuts one statement into words. `span` must lie on character boundaries of `text`.
pub fn tokenize(lexicon: &Lexicon, text: &str, span: Span, quotes: &[Span]) -> Vec<Token> {
    let mut cutter = Cutter { lexicon, text, quotes, tokens: Vec::new(), before: Break::None };
    let end = span.end as usize;
    let mut at = span.start as usize;
    while at < end {
        let rest = text.get(at..end).unwrap_or("");
        let Some(sign) = rest.chars().next() else { break };
        if let Some(length) = tag(rest) {
            at += length;
        } else if letters::is_alphanumeric(sign)
            || is_currency(sign) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit())
        {
            let length = word_length(rest);
            cutter.word(at, at + length);
            at += length;
        } else {
            cutter.note(sign, rest);
            at += sign.len_utf8();
        }
    }
    let mut tokens = cutter.tokens;
    settle(lexicon, &mut tokens);
    tokens
}

/// Length of an HTML tag that opens the text: `<` and a letter or slash, closed within 200 bytes.
fn tag(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('<')?;
    inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/').then_some(())?;
    inner.bytes().take(200).position(|byte| byte == b'>').map(|close| close + 2)
}

/// Bytes of the word that opens the text: letters, digits, inner apostrophes, hyphens, stops and commas between digits.
fn word_length(rest: &str) -> usize {
    let chunk = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let chunk_text = rest.get(..chunk).unwrap_or("");
    if is_address(chunk_text) {
        return chunk_text.trim_end_matches(['.', ',', ';', '!', '?', ')', '"', '”']).len();
    }
    let mut length = 0;
    let mut previous = ' ';
    let mut signs = rest.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map_or(' ', |&(_, c)| c);
        let inner = match sign {
            c if letters::is_alphanumeric(c) || is_joined(c) => true,
            c if is_currency(c) => at == 0,
            '%' => previous.is_ascii_digit(),
            '.' | ',' | ':' => {
                previous.is_ascii_digit() && next.is_ascii_digit()
                    || sign == '.' && letters::is_letter(next) && letters::is_letter(previous) && is_dotted(rest)
            }
            c if is_apostrophe(c) => letters::is_alphanumeric(previous) && letters::is_letter(next),
            '-' | '‐' | '‑' => letters::is_alphanumeric(previous) && letters::is_alphanumeric(next),
            _ => false,
        };
        if !inner {
            break;
        }
        length = at + sign.len_utf8();
        previous = sign;
    }
    length.max(rest.chars().next().map_or(1, char::len_utf8))
}

/// "e.g.", "a.m.": single letters between stops.
fn is_dotted(rest: &str) -> bool {
    let mut signs = rest.chars();
    signs.next().is_some_and(letters::is_letter) && signs.next() == Some('.')
}

fn is_address(chunk: &str) -> bool {
    let at = chunk.find('@').is_some_and(|i| i > 0 && chunk.get(i + 1..).is_some_and(|host| host.contains('.')));
    at || chunk.contains("://") || chunk.starts_with("www.") || chunk.starts_with('@')
}

struct Cutter<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    quotes: &'a [Span],
    tokens: Vec<Token>,
    before: Break,
}

impl Cutter<'_> {
    /// Remembers a sign between two words.
    fn note(&mut self, sign: char, rest: &str) {
        let strength = match sign {
            ',' => Break::Comma,
            ';' | ':' | '—' | '–' | '(' | ')' | '[' | ']' | '…' | '/' | '•' | '.' | '!' | '?' => Break::Strong,
            '-' if rest.starts_with("- ") || rest.starts_with("--") => Break::Strong,
            _ => Break::None,
        };
        self.before = self.before.max(strength);
    }

    fn word(&mut self, start: usize, end: usize) {
        let raw = self.text.get(start..end).unwrap_or("");
        let folded = fold(raw);
        let capital = raw.starts_with(letters::is_upper);
        let base = Token {
            span: Span { start: offset(start), end: offset(end) },
            lemma: UNKNOWN,
            form: UNKNOWN,
            flags: 0,
            key: 0,
            class: 0,
            before: core::mem::take(&mut self.before),
            quoted: self.quotes.iter().any(|quote| quote.start as usize <= start && end <= quote.end as usize),
            capital,
            glued: false,
        };
        if is_address(raw) {
            self.tokens.push(Token { class: class::CONTACT, ..base });
        } else if raw.len() > LONGEST_WORD {
            self.tokens.push(base);
        } else if let Some(class) = figure(&folded, raw) {
            self.tokens.push(Token { class, ..base });
        } else if let Some(word) = self.lexicon.listed(&folded) {
            self.tokens.push(known(base, word));
        } else if let Ok(at) = self.lexicon.contractions.binary_search_by(|entry| entry.form.cmp(&folded)) {
            let parts = self.lexicon.contractions.get(at).map_or(&[][..], |entry| entry.parts);
            self.glue(base, raw, parts.iter().filter_map(|&part| self.lexicon.word(usize::from(part))).collect());
        } else if let Some((head, tail)) = folded.split_once('\'') {
            self.apostrophe(base, raw, head, tail);
        } else {
            self.tokens.push(self.looked_up(base, &folded));
        }
    }

    /// An unlisted word: regular inflection, else the parts of a hyphenated word, else a guess from its ending.
    fn looked_up(&self, base: Token, folded: &str) -> Token {
        if let Some(word) = self.lexicon.find(folded) {
            return known(base, word);
        }
        if let Some((head, tail)) = folded.rsplit_once('-') {
            let number = head.starts_with(|c: char| c.is_ascii_digit())
                || self.lexicon.listed(head).is_some_and(|word| word.class & class::NUMBER != 0);
            let class = self.lexicon.find(tail).map_or(class::NOUN, |word| word.class & !class::VERB);
            return Token { class: class | if number { class::NUMBER } else { 0 }, ..base };
        }
        let mut token = base;
        if folded.ends_with("ed") && folded.len() > 4 {
            token.flags = flag::PAST | flag::PARTICIPLE;
            token.class = class::VERB;
        } else if folded.ends_with("ing") && folded.len() > 5 {
            token.flags = flag::GERUND;
            token.class = class::VERB;
        } else if folded.ends_with("ly") && folded.len() > 4 {
            token.class = class::ADVERB;
        }
        if token.capital && !self.tokens.is_empty() {
            token.class |= class::NAME;
        }
        token
    }

    /// 's, 'd, 're, 've, 'll, 'm and n't behind any word; everything else is looked up without the apostrophe.
    fn apostrophe(&mut self, base: Token, raw: &str, head: &str, tail: &str) {
        let lexicon = self.lexicon;
        let second = match tail {
            "s" => {
                let owner = self.looked_up(base, head);
                let subject = owner.is(class::IT) || owner.is(class::THIRD) && !owner.has(flag::POSSESSIVE);
                if !(subject || owner.is(class::RELATIVE) || owner.key == key::THERE) {
                    self.tokens.push(Token { flags: owner.flags | flag::POSSESSIVE, ..owner });
                    return;
                }
                lexicon.listed("is")
            }
            "d" => lexicon.listed("would"),
            "re" => lexicon.listed("are"),
            "ve" => lexicon.listed("have"),
            "ll" => lexicon.listed("will"),
            "m" => lexicon.listed("am"),
            "t" => lexicon.listed("not"),
            _ => None,
        };
        let first = lexicon.find(if tail == "t" { head.strip_suffix('n').unwrap_or(head) } else { head });
        match (first, second) {
            (Some(first), Some(second)) => self.glue(base, raw, vec![first, second]),
            (None, Some(second)) if tail != "t" => {
                let name = self.looked_up(base, head);
                self.tokens.push(name);
                self.tokens.push(Token { glued: true, before: Break::None, ..known(base, second) });
            }
            _ => {
                let joined: String = head.chars().chain(tail.chars()).collect();
                self.tokens.push(self.looked_up(base, &joined));
            }
        }
    }

    /// Several words behind one written word; the later ones take the bytes from the apostrophe on.
    fn glue(&mut self, base: Token, raw: &str, words: Vec<Word>) {
        let apostrophe = raw.find(is_apostrophe);
        let cut = match apostrophe {
            Some(at) if raw.get(..at).is_some_and(|head| head.ends_with(['n', 'N'])) => at - 1,
            Some(at) => at,
            None => raw.len(),
        };
        for (index, word) in words.into_iter().enumerate() {
            let mut token = known(base, word);
            if index == 0 {
                token.span.end = base.span.start + offset(cut);
            } else {
                token.span.start = base.span.start + offset(cut);
                token.before = Break::None;
                token.glued = true;
                token.capital = false;
            }
            self.tokens.push(token);
        }
    }
}

fn known(base: Token, word: Word) -> Token {
    Token { lemma: word.lemma, form: word.form, flags: word.flags, key: word.key, class: word.class, ..base }
}

/// What only the neighbours tell: 'd as had or would, "kind of" as a softener, unknown words that stand like nouns.
fn settle(lexicon: &Lexicon, tokens: &mut [Token]) {
    let had = lexicon.listed("had");
    let soft = [lexicon.listed("kind"), lexicon.listed("sort")].map(|word| word.map_or(UNKNOWN, |word| word.lemma));
    for index in 0..tokens.len() {
        let next = tokens.get(index + 1).copied();
        let participle = tokens
            .get(index + 1..)
            .and_then(|rest| rest.iter().find(|token| !token.is(class::ADVERB | class::NEGATION)))
            .is_some_and(|token| token.has(flag::PARTICIPLE) && (!token.has(flag::BASE) || token.is(class::MISS)));
        let previous = index.checked_sub(1).and_then(|before| tokens.get(before)).copied();
        let Some(token) = tokens.get_mut(index) else { return };
        if token.glued && token.key == key::WOULD && participle {
            if let Some(had) = had {
                *token = known(*token, had);
            }
        } else if token.lemma != UNKNOWN && soft.contains(&token.lemma) && softens(previous, next) {
            token.class = class::ADVERB;
            if let Some(of) = tokens.get_mut(index + 1) {
                of.class = class::ADVERB;
            }
        } else if token.class & !class::NAME == 0 && previous.is_some_and(|word| opens_noun(&word)) {
            // It never anchors a cue, for it has no lemma, but "I swapped the gasket" has an object.
            token.class |= class::NOUN;
        }
    }
}

/// "I kind of lost it", "it was sort of mine"; not "what sort of flour".
fn softens(previous: Option<Token>, next: Option<Token>) -> bool {
    next.is_some_and(|next| next.key == key::OF)
        && previous.is_some_and(|word| {
            word.has(flag::NOMINATIVE) || word.is(class::BE | class::HAVE | class::ADVERB | class::IT)
        })
}

fn opens_noun(word: &Token) -> bool {
    word.is(class::DETERMINER | class::ADJECTIVE | class::NUMBER | class::NOUN | class::PREPOSITION)
        && !word.has(flag::NOMINATIVE)
        || word.has(flag::POSSESSIVE)
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
