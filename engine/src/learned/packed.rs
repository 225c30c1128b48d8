//! The weights of words as they are packed for the page.

use std::collections::BTreeMap;

/// Weights of one word by code, as [`super::Weights::codes`] says.
pub type Row = BTreeMap<u8, i8>;

/// The three tables of [`super::Weights`]: words, codes, weights.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// Steps in lemmas, and counts.
    pub words: Vec<u8>,
    /// Steps in codes.
    pub codes: Vec<u8>,
    /// Weights.
    pub weights: Vec<i8>,
}

/// Packs the rows of words, by lemma.
pub fn pack(rows: &BTreeMap<u16, Row>) -> Packed {
    let (mut packed, mut last) = (Packed::default(), 0);
    for (lemma, row) in rows.iter().filter(|(_, row)| !row.is_empty()) {
        let mut step = lemma - last;
        while step >= 255 {
            packed.words.extend([255, 0]);
            step -= 255;
        }
        packed.words.extend([step as u8, row.len() as u8]);
        let mut before = 0;
        for (&code, &weight) in row {
            packed.codes.push(code - before);
            packed.weights.push(weight);
            before = code;
        }
        last = *lemma;
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::{Packed, pack};

    #[test]
    fn long_steps_take_several_pairs() {
        let rows = [(3, [(0, 5)].into()), (7, [].into()), (260, [(1, -6), (9, 7)].into())].into();
        let packed = Packed { words: vec![3, 1, 255, 0, 2, 2], codes: vec![0, 1, 8], weights: vec![5, -6, 7] };
        assert_eq!(pack(&rows), packed);
    }
}
