//! From a text to sentences with their words; speech without punctuation is cut where a speaker would breathe.

use super::segment::Stretch;
use super::token::tokenize;
use super::{Break, Kind, Sentence, Token};
use crate::class::{self, flag};
use crate::copied;
use crate::key;
use crate::report::Span;
use crate::rubric::Lexicon;

/// Statements longer than this many words, without a sign inside, are cut at connectors.
const RUN_ON: usize = 45;

/// No sentence is longer than this many words, so that work stays local.
const CEILING: usize = 256;

/// Cuts one statement into sentences with their words; none when it has no word. `quotes` are the quoted parts of it.
pub fn cut(lexicon: &Lexicon, text: &str, stretch: &Stretch, quotes: &[Span]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let tokens = tokenize(lexicon, text, stretch.span, quotes);
    let mut rest = tokens.as_slice();
    let mut first = true;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(breath(rest).clamp(1, rest.len()));
        let start = if first { stretch.span.start } else { piece.first().map_or(0, |token| token.span.start) };
        let end = after.first().map_or(stretch.span.end, |token| token.span.start);
        let words = Span { start, end }.of(text).trim_end();
        sentences.push(Sentence {
            span: Span { start, end: start + u32::try_from(words.len()).unwrap_or(0) },
            kind: if first || stretch.kind != Kind::Bullet { stretch.kind } else { Kind::Prose },
            opens_paragraph: first && stretch.opens_paragraph,
            asks: after.is_empty() && stretch.asks,
            written: copied::hashes(words),
            tokens: piece.to_vec(),
        });
        rest = after;
        first = false;
    }
    sentences
}

/// How many words belong to the next sentence.
fn breath(tokens: &[Token]) -> usize {
    if tokens.len() <= RUN_ON {
        return tokens.len();
    }
    let signs = tokens.iter().skip(1).filter(|token| token.before > Break::None).count();
    if signs * RUN_ON < tokens.len() {
        // A dozen words at the least: a breath is no stutter.
        for index in 12..tokens.len().min(RUN_ON * 2) {
            if connects(tokens, index) {
                return index;
            }
        }
    }
    tokens.len().min(CEILING)
}

/// "and then I", "so we", "but it", "because they": a connector and a subject.
fn connects(tokens: &[Token], index: usize) -> bool {
    let at = |offset: usize| tokens.get(index + offset);
    let connector =
        at(0).is_some_and(|token| matches!(token.key, key::AND | key::SO | key::BUT | key::BECAUSE | key::THEN));
    let subject = |token: Option<&Token>| {
        token.is_some_and(|token| token.has(flag::NOMINATIVE) || token.is(class::IT) && token.key != key::THAT)
    };
    let then =
        at(1).is_some_and(|token| matches!(token.key, key::THEN | key::SO) || token.is(class::FILLER | class::ADVERB));
    connector && (subject(at(1)) || then && subject(at(2)))
}
