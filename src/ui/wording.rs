//! Which of several wordings is shown. Never by chance or clock: the same draft always reads the same, and what is shown
//! stays put while a person types on.

use crate::library::List;

/// Wordings of the library; `None` while it is not here.
pub type More = Option<List<'static, &'static str>>;

/// The wording at a place of the rubric, of those that the program starts with and those that the library adds. Places
/// that follow each other do not all turn to the same side.
pub fn pick(first: &[&'static str], more: More, seed: u32, at: u32) -> &'static str {
    let count = first.len() + more.as_ref().map_or(0, List::len);
    let at = (seed.wrapping_add(at.wrapping_mul(0x9e37_79b9)) >> 8) as usize % count.max(1);
    let later = || more?.nth(at - first.len());
    first.get(at).copied().or_else(later).unwrap_or("")
}

/// What decides between wordings: the question, and the first word of its answer once that is finished, so that
/// another draft brings other words. FNV-1a, 32 bits.
pub fn seed(question: &str, answer: &str) -> u32 {
    let answer = answer.trim_start();
    let word = answer.find(char::is_whitespace).and_then(|end| answer.get(..end)).unwrap_or("");
    let bytes = question.bytes().chain([0]).chain(word.bytes());
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE: [&str; 3] = ["one", "two", "three"];

    #[test]
    fn a_seed_stays_put_while_a_person_types_on() {
        let first = seed("biggest-failure", "Last ");
        assert_eq!(first, seed("biggest-failure", "  Last May I left the gate open."));
        assert_eq!(
            seed("biggest-failure", ""),
            seed("biggest-failure", "Las"),
            "not at every letter of the first word"
        );
    }

    #[test]
    fn other_questions_and_other_beginnings_bring_other_seeds() {
        let one = seed("biggest-failure", "Last May");
        assert_ne!(one, seed("biggest-failure", "In May"));
        assert_ne!(one, seed("biggest-mistake", "Last May"));
    }

    #[test]
    fn every_wording_is_met() {
        for wording in THREE {
            assert!((0..40).any(|at| pick(&THREE, None, seed("q", "I "), at) == wording), "{wording} at no place");
            let starts = ["I ", "In ", "Last ", "We ", "My ", "One ", "When ", "At ", "It ", "Two "];
            assert!(
                starts.iter().any(|start| pick(&THREE, None, seed("q", start), 3) == wording),
                "{wording} in no draft"
            );
        }
    }

    #[test]
    fn few_wordings_are_no_trouble() {
        assert_eq!(pick(&[], None, 7, 7), "");
        assert_eq!(pick(&["only"], None, u32::MAX, u32::MAX), "only");
    }
}
