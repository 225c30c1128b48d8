//! What was written before: words and runs of words, known again by their hashes.

use crate::document::Sentence;
use crate::document::letters::{is_alphanumeric, lower};

/// Words in one run of a shingle.
const SHINGLE: usize = 5;
/// Words from one mark to another that are no accident.
const COPIED_WORDS: usize = 12;
/// One shingle in so many is kept of a sample: hashes cannot be compressed, and every visitor loads them.
const ONE_IN: u32 = 16;
/// Shingles from one mark to the next, at most.
const FARTHEST: usize = 16;
/// Marks that have to be met: a single one is a phrase that many use.
const LEAST_HITS: usize = 2;

/// The upper three bytes of a shingle's hash: the fourth would tell little more, and every visitor would load it.
pub type Mark = [u8; 3];

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

/// True for the one shingle in [`ONE_IN`] that is kept of every sample: where an answer has such a one and no sample
/// does, it is not copied there.
fn is_kept(shingle: u32) -> bool {
    shingle.is_multiple_of(ONE_IN)
}

fn mark(shingle: u32) -> Mark {
    let [first, second, third, _] = shingle.to_be_bytes();
    [first, second, third]
}

/// The shingles by which a sample is known again: those that are always kept, and so many others that no longer stretch
/// is without one; a short sample has four at least.
pub fn marks(text: &str) -> Vec<Mark> {
    let shingles = shingles(&hashes(text));
    let farthest = (shingles.len() / 4).clamp(1, FARTHEST);
    let (mut marks, mut since) = (vec![], 0);
    for shingle in shingles {
        since += 1;
        if is_kept(shingle) || since >= farthest {
            marks.push(mark(shingle));
            since = 0;
        }
    }
    marks
}

/// Which sentences were copied from the samples with these marks (sorted): most of their words lie between two marks
/// with twelve words or more from one to the other; or, when at least half of what could tell speaks for a sample,
/// anywhere near its marks where nothing speaks against it.
pub fn copied(samples: &[Mark], sentences: &[Sentence]) -> Vec<bool> {
    let words: Vec<u32> = sentences.iter().flat_map(|sentence| &sentence.written).copied().collect();
    let shingles = shingles(&words);
    let tells = shingles.iter().enumerate().filter_map(|(at, shingle)| match samples.binary_search(&mark(*shingle)) {
        Ok(_) => Some((at, true)),
        Err(_) => is_kept(*shingle).then_some((at, false)),
    });
    let tells: Vec<(usize, bool)> = tells.collect();
    let hits = tells.iter().filter(|(_, hit)| *hit).count();
    if hits < LEAST_HITS {
        return vec![false; sentences.len()];
    }
    let most = hits * 2 >= tells.len();
    let mut taken = vec![false; words.len()];
    // (first word that may be copied, first mark, last mark), of the hits since the last miss.
    let mut run: Option<(usize, usize, usize)> = None;
    let mut free = 0;
    let mut end_run = |run: (usize, usize, usize), to: usize| {
        let (from, first, last) = run;
        let stretch = if most {
            from.max(first.saturating_sub(FARTHEST))..to.min(last + SHINGLE + FARTHEST)
        } else if last + SHINGLE >= first + COPIED_WORDS {
            first..last + SHINGLE
        } else {
            return;
        };
        taken.iter_mut().take(stretch.end).skip(stretch.start).for_each(|word| *word = true);
    };
    for &(at, hit) in &tells {
        let near = run.filter(|(_, _, last)| at - last <= FARTHEST);
        if let Some(ended) = run.filter(|_| !hit || near.is_none()) {
            end_run(ended, at + SHINGLE - 1);
            run = None;
        }
        if hit {
            run = Some(near.map_or((free, at, at), |(from, first, _)| (from, first, at)));
        } else {
            free = at + 1;
        }
    }
    if let Some(ended) = run {
        end_run(ended, words.len());
    }
    let mut rest = taken.as_slice();
    let of_sentence = |sentence: &Sentence| {
        let (own, after) = rest.split_at(sentence.written.len().min(rest.len()));
        rest = after;
        own.iter().filter(|&&taken| taken).count() * 2 > own.len()
    };
    sentences.iter().map(of_sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words that no other text has.
    fn text(seed: u32, words: u32) -> String {
        (0..words)
            .map(|at| format!("w{}", (seed * 7_919 + at).wrapping_mul(2_654_435_761) % 99_991))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// A text as sentences of ten words.
    fn sentences(text: &str) -> Vec<Sentence> {
        let words: Vec<&str> = text.split(' ').collect();
        let sentence = |words: &[&str]| Sentence { written: hashes(&words.join(" ")), ..Sentence::default() };
        words.chunks(10).map(sentence).collect()
    }

    fn samples() -> Vec<Mark> {
        let lengths = [35, 45, 60, 110, 170, 290];
        let mut marks: Vec<Mark> =
            lengths.into_iter().zip(1..).flat_map(|(words, seed)| marks(&text(seed, words))).collect();
        marks.sort_unstable();
        marks
    }

    #[track_caller]
    fn check(answer: &str, expected: &[bool]) {
        assert_eq!(copied(&samples(), &sentences(answer)), expected);
    }

    #[test]
    fn a_pasted_sample_of_any_length_is_known_again() {
        for (words, seed) in [35, 45, 60, 110, 170, 290].into_iter().zip(1..) {
            let answer = text(seed, words);
            check(&answer, &vec![true; sentences(&answer).len()]);
        }
    }

    #[test]
    fn few_marks_are_kept() {
        assert!(samples().len() < 710 / 8, "{}", samples().len());
    }

    #[test]
    fn own_words_before_and_behind_a_pasted_part_stay_own() {
        let answer = [text(90, 60), text(6, 100), text(91, 60)].join(" ");
        let found = copied(&samples(), &sentences(&answer));
        let copied: Vec<usize> = found.iter().enumerate().filter(|(_, copied)| **copied).map(|(at, _)| at).collect();
        assert!(copied.len() >= 7 && copied.iter().all(|at| (4..18).contains(at)), "{copied:?}");
    }

    #[test]
    fn a_shared_phrase_is_no_copy() {
        let sample = text(5, 170);
        let phrase: Vec<&str> = sample.split(' ').skip(40).take(9).collect();
        let answer = [text(92, 30), phrase.join(" "), text(93, 31)].join(" ");
        check(&answer, &[false; 7]);
        check(&phrase.join(" "), &[false]);
    }

    #[test]
    fn without_samples_nothing_is_copied() {
        assert_eq!(copied(&[], &sentences(&text(1, 100))), [false; 10]);
    }
}
