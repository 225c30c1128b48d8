//! What was written before: words and runs of words, known again by their hashes.

use crate::document::Sentence;
use crate::document::letters::{is_alphanumeric, lower};

/// Words in one run of a shingle.
const SHINGLE: usize = 5;
/// Shingles in a row that make twelve words in a row.
const COPIED_RUN: usize = 8;

/// A hash of each word as written, whatever its case and signs; contractions are one word.
pub fn hashes(text: &str) -> Vec<u32> {
    text.split_whitespace().filter(|word| word.contains(is_alphanumeric)).map(word_hash).collect()
}

/// FNV-1a, 32 bits, over the letters and digits.
fn word_hash(word: &str) -> u32 {
    let signs = word.chars().filter(|c| is_alphanumeric(*c)).map(|sign| lower(sign) as u32);
    signs.fold(0x811c_9dc5, |hash, sign| (hash ^ sign).wrapping_mul(0x0100_0193))
}

/// The hash of a run of words.
pub fn run_hash(words: &[u32]) -> u32 {
    let mixed = words
        .iter()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, &word| (hash ^ u64::from(word)).wrapping_mul(0x100_0000_01b3));
    (mixed ^ (mixed >> 32)) as u32
}

/// The hash of a whole sentence.
pub fn wording(text: &str) -> u32 {
    run_hash(&hashes(text))
}

/// The hashes of every five words in a row.
pub fn shingles(words: &[u32]) -> Vec<u32> {
    words.windows(SHINGLE).map(run_hash).collect()
}

/// For each sentence: true when it says an earlier one again, word for word.
pub fn repeated(sentences: &[Sentence]) -> Vec<bool> {
    let hashes: Vec<u32> = sentences.iter().map(|sentence| run_hash(&sentence.written)).collect();
    let mut order: Vec<(u32, usize)> = hashes.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut repeated = vec![false; sentences.len()];
    for pair in order.windows(2) {
        if let [(before, _), (hash, at)] = pair
            && before == hash
            && let Some(repeated) = repeated.get_mut(*at)
        {
            *repeated = true;
        }
    }
    repeated
}

/// Which sentences were copied from the examples with these shingles (sorted): most of their words lie in twelve-word
/// runs shared with an example, or in any shared run when half of all runs are shared.
pub fn copied(samples: &[u32], sentences: &[Sentence]) -> Vec<bool> {
    let words: Vec<u32> = sentences.iter().flat_map(|sentence| &sentence.written).copied().collect();
    let shared: Vec<bool> = shingles(&words).iter().map(|hash| samples.binary_search(hash).is_ok()).collect();
    let most = shared.iter().filter(|&&shared| shared).count() * 2 >= shared.len();
    let mut taken = vec![false; words.len()];
    let mut run = 0;
    for (at, &hit) in shared.iter().enumerate() {
        run = if hit { run + 1 } else { 0 };
        if run >= COPIED_RUN || hit && most {
            let from = (at + 1).saturating_sub(run);
            taken.iter_mut().take(at + SHINGLE).skip(from).for_each(|word| *word = true);
        }
    }
    let mut rest = taken.as_slice();
    let of_sentence = |sentence: &Sentence| {
        let (own, after) = rest.split_at(sentence.written.len().min(rest.len()));
        rest = after;
        own.iter().filter(|&&taken| taken).count() * 2 > own.len()
    };
    sentences.iter().map(of_sentence).collect()
}
