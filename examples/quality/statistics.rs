//! The few figures of statistics that the report needs.

/// Resamples behind an interval.
const RESAMPLES: usize = 200;

/// How often a good one stands above a bad one; a tie counts half.
pub fn auc(good: &[f64], bad: &[f64]) -> Option<f64> {
    let wins: f64 = good.iter().flat_map(|good| bad.iter().map(move |bad| win(*good, *bad))).sum();
    ratio(wins, (good.len() * bad.len()) as f64)
}

fn win(good: f64, bad: f64) -> f64 {
    match good.total_cmp(&bad) {
        std::cmp::Ordering::Greater => 1.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Less => 0.0,
    }
}

/// A part of a whole; nothing where there is no whole.
pub fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// The mean of what is there.
pub fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values {
        sum += value;
        count += 1.0;
    }
    ratio(sum, count)
}

/// Rank correlation; ties share their mean rank.
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let first = ranks(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>());
    let second = ranks(&pairs.iter().map(|pair| pair.1).collect::<Vec<_>>());
    let (a, b) = (mean(first.iter().copied())?, mean(second.iter().copied())?);
    let (mut both, mut one, mut other) = (0.0, 0.0, 0.0);
    for (x, y) in first.iter().zip(&second) {
        both += (x - a) * (y - b);
        one += (x - a) * (x - a);
        other += (y - b) * (y - b);
    }
    ratio(both, (one * other).sqrt())
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    for tied in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let rank = start as f64 + (tied.len() as f64 - 1.0) / 2.0;
        tied.iter().for_each(|&at| ranks[at] = rank);
        start += tied.len();
    }
    ranks
}

/// Quadratic weighted kappa of two judges on levels 1-5; nothing where chance alone agrees.
pub fn kappa(pairs: &[(u8, u8)]) -> Option<f64> {
    let count = pairs.len() as f64;
    let apart = |a: u8, b: u8| f64::from(a.abs_diff(b)).powi(2);
    let seen: f64 = pairs.iter().map(|&(a, b)| apart(a, b)).sum();
    let chance: f64 = pairs.iter().flat_map(|&(a, _)| pairs.iter().map(move |&(_, b)| apart(a, b))).sum();
    ratio(seen, chance / count).map(|share| 1.0 - share)
}

/// How two judges sorted the same things into `N` classes: `[by the first][by the second]`.
pub type Table<const N: usize> = [[f64; N]; N];

/// F1 of one class, the first judge being right; nothing where neither used it.
pub fn f1<const N: usize>(table: &Table<N>, class: usize) -> Option<f64> {
    let true_ones: f64 = table[class].iter().sum();
    let named: f64 = table.iter().map(|row| row[class]).sum();
    ratio(2.0 * table[class][class], true_ones + named)
}

/// The 95 % interval of a figure when its items are drawn again, with the same seed in every run.
pub fn interval<T>(items: &[T], figure: impl Fn(&[&T]) -> Option<f64>) -> Option<(f64, f64)> {
    let mut dice = Dice(0x5EED);
    let mut drawn: Vec<f64> = (0..RESAMPLES)
        .filter_map(|_| figure(&items.iter().map(|_| &items[dice.below(items.len())]).collect::<Vec<_>>()))
        .collect();
    drawn.sort_by(f64::total_cmp);
    let last = drawn.len().checked_sub(1)?;
    let at = |share: f64| drawn[(last as f64 * share).round() as usize];
    Some((at(0.025), at(0.975)))
}

/// SplitMix64: small, and good enough to draw with.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-9), "{found:?}, not {expected}");
    }

    #[test]
    fn counts_ties_half() {
        check(auc(&[3.0, 2.0], &[1.0, 2.0]), 0.875);
        assert_eq!(auc(&[1.0], &[]), None);
    }

    #[test]
    fn ranks_what_is_tied_alike() {
        assert_eq!(ranks(&[5.0, 1.0, 5.0]), [1.5, 0.0, 1.5]);
        check(spearman(&[(1.0, 10.0), (2.0, 20.0), (3.0, 90.0)]), 1.0);
        check(spearman(&[(1.0, 3.0), (2.0, 2.0), (3.0, 1.0)]), -1.0);
    }

    #[test]
    fn weighs_disagreement_by_its_square() {
        check(kappa(&[(1, 1), (3, 3), (5, 5)]), 1.0);
        // Seen (0 + 0 + 4) / 3; by chance (0+4+4 + 4+0+0 + 16+4+4) / 9.
        check(kappa(&[(1, 1), (3, 3), (5, 3)]), 1.0 - (4.0 / 3.0) / (36.0 / 9.0));
        assert_eq!(kappa(&[(3, 3), (3, 3)]), None);
    }

    #[test]
    fn balances_what_is_missed_and_what_is_made_up() {
        let table = [[2.0, 1.0], [1.0, 0.0]];
        check(f1(&table, 0), 4.0 / 6.0);
        check(f1(&table, 1), 0.0);
        assert_eq!(f1(&[[1.0, 0.0], [0.0, 0.0]], 1), None);
    }

    #[test]
    fn an_interval_is_the_same_in_every_run_and_holds_the_figure() {
        let items: Vec<f64> = (0..50).map(f64::from).collect();
        let figure = |items: &[&f64]| mean(items.iter().map(|item| **item));
        let (low, high) = interval(&items, figure).unwrap();
        assert_eq!(interval(&items, figure), Some((low, high)));
        assert!(low < 24.5 && 24.5 < high && high - low < 12.0);
    }
}
