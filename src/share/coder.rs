//! Spends on each bit as much as the model is surprised by it: a binary arithmetic coder over 32 bits, without carry
//! (as in lpaq). It narrows a range; the leading bytes that both ends share are written.

use super::model::Model;

/// Where in the range the bit splits it. `low <= split < high`, for `low < high`.
fn split(low: u32, high: u32, model: &Model) -> u32 {
    let part = u64::from(high - low) * u64::from(model.likelihood());
    low + (part >> 12) as u32
}

fn narrow(low: &mut u32, high: &mut u32, split: u32, bit: u32) {
    if bit == 1 { *high = split } else { *low = split + 1 }
}

fn settled(low: u32, high: u32) -> bool {
    (low ^ high) >> 24 == 0
}

/// Writes bytes after what the model has learned.
pub fn encode(mut model: Model, bytes: &[u8]) -> Vec<u8> {
    let (mut low, mut high, mut out) = (0, u32::MAX, vec![]);
    for byte in bytes {
        for at in (0..8).rev() {
            let bit = u32::from(byte >> at & 1);
            let split = split(low, high, &model);
            narrow(&mut low, &mut high, split, bit);
            model.learn(bit);
            while settled(low, high) {
                out.push((high >> 24) as u8);
                (low, high) = (low << 8, high << 8 | 0xff);
            }
        }
    }
    // The reader goes on with zeros: one byte more lies inside the range, and none where the range starts at zero.
    if low > 0 {
        out.push((low >> 24) as u8 + 1);
    }
    out
}

/// Reads so many bytes. Any input gives as many; they are right where the input is.
pub fn decode(mut model: Model, coded: &[u8], length: usize) -> Vec<u8> {
    let mut coded = coded.iter().copied();
    let mut next = move || u32::from(coded.next().unwrap_or(0));
    let (mut low, mut high, mut out) = (0, u32::MAX, vec![]);
    let mut place = (0..4).fold(0, |place, _| place << 8 | next());
    for _ in 0..length {
        let mut byte = 0;
        for _ in 0..8 {
            let split = split(low, high, &model);
            let bit = u32::from(place <= split);
            narrow(&mut low, &mut high, split, bit);
            model.learn(bit);
            byte = byte << 1 | bit as u8;
            while settled(low, high) {
                (low, high, place) = (low << 8, high << 8 | 0xff, place << 8 | next());
            }
        }
        out.push(byte);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_wrote() {
        let noise: Vec<u8> = (0..2000u32).map(|at| (at.wrapping_mul(0x9e37_79b1) >> 13) as u8).collect();
        for bytes in [&b""[..], b"a", &[0; 3000], &[255; 3000], &noise] {
            let coded = encode(Model::new(), bytes);
            assert_eq!(decode(Model::new(), &coded, bytes.len()), bytes);
            assert!(coded.len() <= bytes.len() + bytes.len() / 8 + 4, "{} from {}", coded.len(), bytes.len());
        }
    }

    #[test]
    fn reads_something_from_any_bytes() {
        assert_eq!(decode(Model::new(), &[], 100).len(), 100);
        assert_eq!(decode(Model::new(), &[255; 8], 100).len(), 100);
    }
}
