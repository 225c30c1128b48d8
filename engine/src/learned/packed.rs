//! The weights of words as they are packed for the page.

use std::collections::BTreeMap;

/// Weights of one word as (code, weight); the code is that of [`super::Weights::words`].
pub type Row = Vec<(u8, i8)>;

/// Packs the rows of words, by lemma, as [`super::Weights::words`] says.
pub fn pack(rows: &BTreeMap<u16, Row>) -> Vec<u8> {
    let (mut words, mut last) = (vec![], 0);
    for (lemma, row) in rows.iter().filter(|(_, row)| !row.is_empty()) {
        let mut step = lemma - last;
        while step >= 255 {
            words.push(255);
            step -= 255;
        }
        words.extend([step as u8, row.len() as u8]);
        words.extend(row.iter().flat_map(|&(code, weight)| [code, weight as u8]));
        last = *lemma;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn long_steps_take_several_bytes() {
        let rows = [(3, vec![(0, 5)]), (7, vec![]), (260, vec![(1, -6), (9, 7)])].into();
        assert_eq!(pack(&rows), [3, 1, 0, 5, 255, 2, 2, 1, 250, 9, 7]);
    }
}
