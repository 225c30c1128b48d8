//! How much schooling a text asks for: the grade after Flesch and Kincaid (1975, for the US Navy), whole tenths.
//!
//! `0.39 * words / sentences + 11.8 * syllables / words - 15.59`. Its numbers come from English prose; a few words by
//! themselves have no grade that means anything, so whoever asks adds up a whole file.

/// Counts of one or several texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences.
    pub sentences: u32,
    /// Words.
    pub words: u32,
    /// Syllables.
    pub syllables: u32,
}

impl Counts {
    /// Counts one text. Its end ends a sentence whether or not a stop stands there; a line of its own is a sentence too.
    pub fn of(text: &str) -> Counts {
        let mut counts = Counts::default();
        let mut open = false;
        for line in text.lines() {
            for word in line.split_whitespace() {
                let letters: String = word.chars().filter(|sign| sign.is_alphanumeric()).collect();
                if !letters.is_empty() {
                    counts.words += 1;
                    counts.syllables += syllables(&letters);
                    open = true;
                }
                let bare = word.trim_end_matches(['"', '\'', '”', '’', ')']);
                if open && bare.ends_with(['.', '!', '?', '…', ':', ';']) {
                    counts.sentences += 1;
                    open = false;
                }
            }
            if open {
                counts.sentences += 1;
                open = false;
            }
        }
        counts
    }

    /// Both together.
    pub fn and(self, other: Counts) -> Counts {
        Counts {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    /// The grade in tenths, rounded to the nearest: 62 is grade 6.2. Nothing has grade 0.
    pub fn grade(self) -> i32 {
        if self.words == 0 || self.sentences == 0 {
            return 0;
        }
        let (sentences, words, syllables) =
            (i64::from(self.sentences), i64::from(self.words), i64::from(self.syllables));
        let thousandths = 390 * words / sentences + 11_800 * syllables / words - 15_590;
        (thousandths as i32 + 50).div_euclid(100)
    }
}

/// Syllables of a word, by rule:
/// 1. a word in figures has one for each figure up to three;
/// 2. each run of vowels (a e i o u y) is one;
/// 3. a silent e at the end is none ("made"), but for -le behind a consonant ("table");
/// 4. -ed is none unless t or d stands before it ("called", "wanted"), -es none unless it hisses ("makes", "boxes");
/// 5. i or u before another vowel is a syllable of its own where it is spoken so: -ia, -io (not -tion, -sion, -cious),
///    -iet, -ual, -uat ("client", "usual"), -ea at the end of a longer word ("idea");
/// 6. every word has at least one.
pub fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    if word.chars().all(|sign| sign.is_ascii_digit()) {
        return (word.len() as u32).clamp(1, 3);
    }
    let letters: Vec<char> = word.chars().filter(|sign| sign.is_alphabetic()).collect();
    let vowel = |at: usize| letters.get(at).is_some_and(|sign| "aeiouyäöüéèêáàóíú".contains(*sign));
    let mut count = (0..letters.len()).filter(|&at| vowel(at) && (at == 0 || !vowel(at - 1))).count() as u32;
    let ends = |ending: &str| word.ends_with(ending);
    let before = |back: usize| letters.len().checked_sub(back).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
    let consonant_before = |back: usize| !"aeiouy ".contains(before(back));
    let silent = (ends("e") && consonant_before(2) && !(ends("le") && consonant_before(3)))
        || (ends("ed") && consonant_before(3) && !"td".contains(before(3)))
        || (ends("es")
            && consonant_before(3)
            && !"sxzcgh".contains(before(3))
            && !(ends("les") && consonant_before(4)));
    if silent {
        count = count.saturating_sub(1);
    }
    // "idea", "area"; not "tea".
    if ends("ea") && count > 1 {
        count += 1;
    }
    for split in ["iet", "ual", "uat", "iou", "io", "ia", "ient", "eing", "ying", "oing"] {
        for (at, _) in word.match_indices(split) {
            let head = word.get(..at).unwrap_or("");
            let soft = head.ends_with(['t', 's', 'c', 'g', 'x']) && split.starts_with('i') && split != "iet";
            let double = split == "io" && word.get(at..).is_some_and(|rest| rest.starts_with("iou"));
            let ending = !split.ends_with("ing") || at + split.len() == word.len();
            let qual = split == "ual" && head.ends_with('q');
            if ending && ![soft, double, qual].contains(&true) {
                count += 1;
            }
        }
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: u32) {
        for word in words.split(' ') {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn counts_syllables_as_they_are_spoken() {
        check("I made worked calls makes through late team rhythm 7", 1);
        check("table wanted being boxes client manage before doing answer trying 15", 2);
        check("manager usual example deliver idea 2024", 3);
        check("responsible information situation evaluate", 4);
        check("responsibility", 6);
        check("tion cious", 1);
        check("nation precious question", 2);
    }

    #[test]
    fn a_text_ends_its_sentence_with_or_without_a_stop() {
        let counts = |text| Counts::of(text);
        assert_eq!(counts("I left. It broke"), Counts { sentences: 2, words: 4, syllables: 4 });
        assert_eq!(counts("One line\nand \"another?\" – yes"), Counts { sentences: 3, words: 5, syllables: 7 });
        assert_eq!(counts(""), Counts::default());
    }

    #[test]
    fn grades_rise_with_long_sentences_and_long_words() {
        let plain = Counts::of("I left the list at home. The cook had to wait.");
        let hard =
            Counts::of("Organisational responsibility necessitates considerable interdisciplinary communication.");
        assert!(plain.grade() < 20, "{}", plain.grade());
        assert!(hard.grade() > 200, "{}", hard.grade());
        assert_eq!(Counts { sentences: 10, words: 100, syllables: 150 }.grade(), 60);
        assert_eq!(Counts::default().grade(), 0);
        assert_eq!(plain.and(hard).words, plain.words + hard.words);
    }
}
