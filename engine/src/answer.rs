//! One answer as the later stages see it: what is written, what speaks, what counts.

use crate::cue::{self, Hit};
use crate::document::letters::{is_alphanumeric, lower};
use crate::document::{Kind, Sentence, Token, split};
use crate::frame::read::{self, Framed};
use crate::names::Role;
use crate::role::{self, ClauseRole};
use crate::rubric::{QuestionProfile, Rubric};
use std::collections::BTreeSet;

/// Words in one run of a shingle.
const SHINGLE: usize = 5;
/// Shingles in a row that make twelve words in a row.
const COPIED_RUN: usize = 8;

/// An answer that has been read.
pub struct Answer<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Their clauses.
    pub framed: Vec<Framed>,
    /// The cues that speak, in order of position; those in sentences that do not count are left out.
    pub hits: Vec<Hit>,
    /// The role of every clause.
    pub roles: Vec<ClauseRole>,
    /// For each sentence: false when it repeats an earlier one, the question or a bundled example.
    pub counts: Vec<bool>,
    /// For each sentence: true when it was copied from a bundled example.
    pub copied: Vec<bool>,
    /// For each sentence: true when it repeats an earlier one.
    pub repeated: Vec<bool>,
}

impl<'a> Answer<'a> {
    /// Reads an answer. `text` must be shorter than 4 GiB.
    pub fn read(rubric: &Rubric, question: &QuestionProfile, text: &'a str) -> Answer<'a> {
        let sentences = split::read(&rubric.lexicon, text);
        let framed = read::read(&sentences);
        let repeated = repeated(text, &sentences);
        let copied = copied(rubric, text, &sentences);
        let wordings: BTreeSet<u64> = question.wordings.iter().map(|wording| plain_hash(wording)).collect();
        let counts: Vec<bool> = sentences
            .iter()
            .zip(&repeated)
            .zip(&copied)
            .map(|((sentence, repeated), copied)| {
                !repeated
                    && !copied
                    && sentence.kind != Kind::Label
                    && !wordings.contains(&plain_hash(sentence.span.of(text)))
            })
            .collect();
        let mut hits = cue::hits(rubric, &sentences, &framed);
        hits.retain(|hit| counts.get(usize::from(hit.sentence)).copied().unwrap_or(false));
        let roles = role::roles(rubric, question.kind, &sentences, &framed, &hits);
        Answer { text, sentences, framed, hits, roles, counts, copied, repeated }
    }

    /// Words as the person counts them: contractions are one.
    pub fn words(&self) -> u32 {
        let words = self.sentences.iter().map(|sentence| count(&sentence.tokens)).sum::<usize>();
        u32::try_from(words).unwrap_or(u32::MAX)
    }

    /// Words of one clause.
    pub fn clause_words(&self, role: &ClauseRole) -> usize {
        let frame = self.framed.get(usize::from(role.sentence)).and_then(|one| one.frames.get(usize::from(role.frame)));
        let sentence = self.sentences.get(usize::from(role.sentence));
        match (frame, sentence) {
            (Some(frame), Some(sentence)) => {
                count(sentence.tokens.get(usize::from(frame.start)..usize::from(frame.end)).unwrap_or(&[]))
            }
            _ => 0,
        }
    }

    /// The clauses of one sentence with their roles.
    pub fn clauses_of(&self, sentence: usize) -> impl Iterator<Item = &ClauseRole> {
        let start = self.roles.partition_point(|role| usize::from(role.sentence) < sentence);
        self.roles.iter().skip(start).take_while(move |role| usize::from(role.sentence) == sentence)
    }

    /// The role that has most of a sentence's words; `other` only when nothing else is there. On a tie `context` gives way, else
    /// the first in story order stays.
    pub fn sentence_role(&self, sentence: usize) -> Role {
        let mut words = [0usize; 10];
        for clause in self.clauses_of(sentence) {
            if let Some(slot) = words.get_mut(clause.main as usize) {
                *slot += self.clause_words(clause);
            }
        }
        let best =
            (0..9).max_by_key(|&role| (words.get(role).copied().unwrap_or(0), role != 0, 10 - role)).unwrap_or(9);
        if words.get(best).copied().unwrap_or(0) == 0 {
            Role::Other
        } else {
            Role::ALL.get(best).copied().unwrap_or(Role::Other)
        }
    }
}

/// Words among tokens: the later parts of contractions are none.
pub fn count(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| !token.glued).count()
}

fn repeated(text: &str, sentences: &[Sentence]) -> Vec<bool> {
    let mut seen = BTreeSet::new();
    sentences.iter().map(|sentence| !seen.insert(plain_hash(sentence.span.of(text)))).collect()
}

/// A hash of the letters and digits of a text, whatever its case and signs (FNV-1a, 64 bits).
fn plain_hash(text: &str) -> u64 {
    text.chars()
        .filter(|c| is_alphanumeric(*c))
        .map(lower)
        .fold(0xcbf2_9ce4_8422_2325, |hash, sign| (hash ^ u64::from(sign as u32)).wrapping_mul(0x100_0000_01b3))
}

/// The hash of five words in a row, as content is compiled and answers are read.
pub fn shingle_hash<'w>(words: impl Iterator<Item = &'w str>) -> u32 {
    let hash =
        words.fold(0xcbf2_9ce4_8422_2325u64, |hash, word| (hash ^ plain_hash(word)).wrapping_mul(0x100_0000_01b3));
    (hash ^ (hash >> 32)) as u32
}

/// The shingle hashes of a text: one for every five words in a row. Contractions count as written.
pub fn shingles(text: &str) -> Vec<u32> {
    let words: Vec<&str> = text.split_whitespace().filter(|word| word.contains(is_alphanumeric)).collect();
    words.windows(SHINGLE).map(|run| shingle_hash(run.iter().copied())).collect()
}

/// Which sentences were copied: most of their words lie in twelve-word runs shared with an example, or in any shared
/// run when half of all runs are shared.
fn copied(rubric: &Rubric, text: &str, sentences: &[Sentence]) -> Vec<bool> {
    let all = shingles(text);
    let shared: Vec<bool> = all.iter().map(|hash| rubric.samples.binary_search(hash).is_ok()).collect();
    let total = shared.iter().filter(|&&shared| shared).count();
    if total == 0 {
        return vec![false; sentences.len()];
    }
    let most = total * 2 >= all.len();
    let mut words = vec![false; all.len() + SHINGLE - 1];
    let mut run = 0;
    for (at, &hit) in shared.iter().enumerate() {
        run = if hit { run + 1 } else { 0 };
        if run >= COPIED_RUN || hit && most {
            let from = (at + 1).saturating_sub(run);
            words.iter_mut().take(at + SHINGLE).skip(from).for_each(|word| *word = true);
        }
    }
    let mut at = 0;
    let mut starts = text
        .split_whitespace()
        .filter(|word| word.contains(is_alphanumeric))
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            at += 1;
            (start, words.get(at - 1).copied().unwrap_or(false))
        })
        .peekable();
    sentences
        .iter()
        .map(|sentence| {
            let (mut inside, mut total) = (0, 0);
            while let Some((_, copied)) = starts.next_if(|(start, _)| *start < sentence.span.end as usize) {
                total += 1;
                inside += usize::from(copied);
            }
            total > 0 && inside * 2 > total
        })
        .collect()
}
