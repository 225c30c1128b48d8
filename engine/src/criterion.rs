//! How well each of the twelve criteria is met.

/// Weighted mean of the levels in hundredths, rounded half up; `None` when no criterion applies.
pub fn mean(levels: &[Option<u8>; 12], weights: &[u8; 12]) -> Option<u16> {
    let (mut sum, mut total) = (0u32, 0u32);
    for (level, &weight) in levels.iter().zip(weights) {
        if let Some(level) = level {
            sum += u32::from(*level) * u32::from(weight);
            total += u32::from(weight);
        }
    }
    if total == 0 {
        return None;
    }
    u16::try_from((100 * sum + total / 2) / total).ok()
}
