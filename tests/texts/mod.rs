//! Texts by the thousand, the same ones everywhere: answers of the tuning corpus, cut up, joined, broken and mixed
//! with what is no answer. Whoever shares this needs no more than a seed to meet the same text again.
#![allow(dead_code, reason = "each of those who share it uses a part of it")]

pub mod plain;
mod random;
mod wild;

pub use random::Random;
use wild::{OTHERS, SIGNS};

/// Makes texts and edits from one seed.
pub struct Texts<'a> {
    random: Random,
    answers: &'a [String],
}

impl<'a> Texts<'a> {
    /// From answers, of which there is at least one.
    pub fn new(seed: u64, answers: &'a [String]) -> Texts<'a> {
        Texts { random: Random::new(seed), answers }
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.random.below(end)
    }

    /// A text as a person might leave it, or worse: up to some hundred words.
    pub fn text(&mut self) -> String {
        let pieces = 1 + self.below(3);
        let pieces: Vec<String> = (0..pieces).map(|_| self.piece()).collect();
        let mut text = pieces.join(self.random.pick(&[" ", "\n", "\n\n", ""]));
        for _ in 0..self.below(4) {
            self.harm(&mut text);
        }
        text
    }

    /// A short text of the same kinds: some sentences, so that millions can be read.
    pub fn short(&mut self) -> String {
        let mut text = match self.below(4) {
            0 => self.odd(),
            1 => [self.sentence(), self.odd()].join(" "),
            2 => [self.sentence(), self.sentence()].join(self.random.pick(&[" ", "\n", "\n- "])),
            _ => self.sentence(),
        };
        if self.below(2) == 0 {
            self.harm(&mut text);
        }
        text
    }

    /// Changes the text in one place, as typing, cutting, pasting and slips do.
    pub fn edit(&mut self, text: &mut String) {
        let new = match self.below(8) {
            0 => self.sentence(),
            1 => self.odd(),
            2 => String::new(),
            3 => self.random.pick(SIGNS).to_owned(),
            _ => self.random.pick(&["a", "s", "I", " ", ".", ",", "'", "\n", "n't", " not "]).to_owned(),
        };
        let from = self.place(text);
        let length = if self.below(3) == 0 { self.below(40) } else { 0 };
        let to = text.floor_char_boundary(from + length).max(from);
        text.replace_range(from..to, &new);
    }

    fn piece(&mut self) -> String {
        match self.below(8) {
            0 => self.odd(),
            1 => self.random.pick(OTHERS).to_owned(),
            2 => self.list(),
            3 => (0..1 + self.below(4)).map(|_| self.sentence()).collect::<Vec<_>>().join(" "),
            _ => self.answer().to_owned(),
        }
    }

    fn answer(&mut self) -> &'a str {
        &self.answers[self.random.below(self.answers.len())]
    }

    /// A sentence of some answer, roughly: the engine itself must not be asked.
    fn sentence(&mut self) -> String {
        let sentences: Vec<&str> = self.answer().split_inclusive(['.', '?', '!', '\n']).collect();
        sentences[self.below(sentences.len())].trim().to_owned()
    }

    fn list(&mut self) -> String {
        let mark = self.random.pick(&["- ", "* ", "• ", "1. ", "a) ", "Result: ", "\t", "> "]);
        (0..1 + self.below(5)).map(|_| format!("{mark}{}\n", self.sentence())).collect()
    }

    /// Signs and words that often break readers of text.
    fn odd(&mut self) -> String {
        (0..1 + self.below(12))
            .map(|_| match self.below(6) {
                0 => self.random.sign().to_string(),
                _ => format!("{} ", self.random.pick(SIGNS)),
            })
            .collect()
    }

    /// Does to a text what keyboards, clipboards and converters do.
    fn harm(&mut self, text: &mut String) {
        let (one, other) = (self.place(text), self.place(text));
        let (from, to) = (one.min(other), one.max(other));
        match self.below(12) {
            0 => text.replace_range(from..to, ""),
            1 => *text = [&text[..to], &text[from..]].concat(),
            2 => *text = text.to_uppercase(),
            3 => *text = text.to_lowercase(),
            4 => text.retain(|sign| !".,;:!?".contains(sign)),
            5 => *text = text.replace('\'', self.random.pick(&["’", "", "`", "ʼ"])),
            6 => *text = text.replace(' ', self.random.pick(&["\u{a0}", "  ", "\n", "\r\n", "\u{200b}"])),
            7 => *text = self.broken(text),
            // As a telegram: without the small words.
            8 => *text = text.split(' ').filter(|word| word.len() > 4).collect::<Vec<_>>().join(" "),
            _ => (0..3).for_each(|_| self.edit(text)),
        }
    }

    /// The text as it reads after some of its bytes were lost or changed.
    fn broken(&mut self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..1 + bytes.len() / 40 {
            let at = self.below(bytes.len().max(1));
            if let Some(byte) = bytes.get_mut(at) {
                *byte = self.below(256) as u8;
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// A boundary between characters, both ends included.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.random.below(text.len() + 1))
    }
}

/// A text of exactly so many words, made of whole answers as far as they go: the same one each time.
pub fn long(answers: &[String], words: usize) -> String {
    let (mut random, mut text, mut left) = (Random::new(words as u64), String::new(), words);
    while left > 0 {
        let answer = &answers[random.below(answers.len())];
        let end = answer.split_whitespace().nth(left).map_or(answer.len(), |next| {
            let start = next.as_ptr() as usize - answer.as_ptr() as usize;
            answer[..start].trim_end().len()
        });
        left -= answer[..end].split_whitespace().count();
        text += answer[..end].trim();
        text += "\n\n";
    }
    text.trim_end().to_owned()
}
