//! Finds questions by what a person types: every word has to be met, the last one also half written. Pure.

use comeback_engine::rubric::Lexicon;
use comeback_engine::terms;

use crate::library::Term;

/// The most words of a query that are read; nobody searches with more.
const MOST_WORDS: usize = 12;

/// Letters from which on the last word may be half written.
const PREFIX_LETTERS: usize = 2;

/// Letters that an unfinished ending may have: "handli" on the way from "handle" to "handling".
const ENDING_LETTERS: usize = 3;

/// The numbers of the questions that fit a query, best first. Where no question has all words, those with the most of
/// them. A query without a word, or with no more than its first letter, gives all `count` questions in their order.
pub fn find(index: &[Term], lexicon: &Lexicon, query: &str, count: usize) -> Vec<usize> {
    let words: Vec<String> = terms::words(query).take(MOST_WORDS).collect();
    let open = terms::ends_open(query);
    let last = words.len();
    // Words met by each question, and their weights.
    let (mut asked, mut scores) = (false, vec![(0u32, 0u32); count]);
    for (word, place) in words.iter().zip(1..) {
        let Some(term) = terms::term(lexicon, word) else { continue };
        if open && place == last && word.chars().count() < PREFIX_LETTERS {
            continue;
        }
        asked = true;
        for (weight, score) in weights(index, word, &term, open && place == last, count).into_iter().zip(&mut scores) {
            *score = (score.0 + u32::from(weight > 0), score.1 + u32::from(weight));
        }
    }
    if !asked {
        return (0..count).collect();
    }
    let most = scores.iter().map(|score| score.0).max().unwrap_or(0).max(1);
    let mut found: Vec<usize> = (0..count).filter(|&at| scores.get(at).is_some_and(|score| score.0 == most)).collect();
    found.sort_by_key(|&at| std::cmp::Reverse(scores.get(at).map(|score| score.1)));
    found
}

/// How well each question meets one word: whole, or while it is the last one as the start of a longer one; where there
/// is none, with an ending that is not finished yet.
fn weights(index: &[Term], word: &str, term: &str, half: bool, count: usize) -> Vec<u8> {
    let met = |one: &str| one == term || half && one.starts_with(word);
    let ending = |one: &str| {
        let stem = one.strip_suffix('e').unwrap_or(one);
        let rest = word.strip_prefix(stem).filter(|rest| rest.len() <= ENDING_LETTERS);
        half && stem.len() > ENDING_LETTERS && rest.is_some()
    };
    let of = |fits: &dyn Fn(&str) -> bool| {
        let mut best = vec![0; count];
        for (question, weight) in index.iter().filter(|one| fits(&one.term)).flat_map(|one| &one.found) {
            if let Some(best) = best.get_mut(usize::from(*question)) {
                *best = (*weight).max(*best);
            }
        }
        best
    };
    let best = of(&met);
    if best.iter().any(|&weight| weight > 0) { best } else { of(&ending) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::RUBRIC;

    fn index() -> Vec<Term> {
        let term = |term: &str, found: &[(u16, u8)]| Term { term: term.to_owned(), found: found.to_vec() };
        vec![
            term("fail", &[(2, 1)]),
            term("handle", &[(1, 3)]),
            term("manager", &[(0, 2), (1, 3), (2, 2)]),
            term("mistake", &[(0, 3), (2, 1)]),
            term("zürich", &[(3, 3)]),
        ]
    }

    #[track_caller]
    fn check(query: &str, expected: &[usize]) {
        assert_eq!(find(&index(), &RUBRIC.lexicon, query, 4), expected, "{query:.40}");
    }

    #[test]
    fn all_words_are_met_and_the_heavier_question_stands_first() {
        check("mistakes", &[0, 2]);
        check("manager", &[1, 0, 2]);
        check("Manager, MISTAKE!", &[0, 2]);
        check("my managers", &[1, 0, 2]);
    }

    #[test]
    fn the_last_word_may_be_half_written() {
        check("mis", &[0, 2]);
        check("manager mist", &[0, 2]);
        check("m", &[0, 1, 2, 3]);
        check("manager m", &[1, 0, 2]);
        check("mis ", &[]);
        check("handli", &[1]);
        check("fai", &[2]);
    }

    #[test]
    fn the_best_partial_matches_stand_in_where_no_question_has_all_words() {
        check("mistake zürich", &[0, 3, 2]);
        check("mistake qqqq", &[0, 2]);
        check("qqqq", &[]);
    }

    #[test]
    fn an_empty_query_gives_all() {
        for query in ["", "  ", "?!", "what is the", "\u{202e}\u{200d}"] {
            check(query, &[0, 1, 2, 3]);
        }
    }

    #[test]
    fn odd_and_endless_queries_are_fine() {
        check("ZÜRICH", &[3]);
        check(&"mistake ".repeat(1_300), &[0, 2]);
        check(&"ß\u{301}🙂".repeat(2_000), &[]);
        check(&"m".repeat(10_000), &[]);
    }
}
