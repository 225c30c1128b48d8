//! A person's own rating of a sample answer, beside the coach's. It is kept nowhere, and nothing is made of it.

/// The rating of the sample that is on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// Which sample of the calibration.
    pub at: usize,
    /// Levels in the order of [`comeback_engine::Criterion::ALL`]; 0 = not rated.
    pub own: [u8; 12],
    /// The coach's levels stand beside them.
    pub shown: bool,
}

impl Rating {
    /// Gives a criterion a level.
    pub fn rate(&mut self, criterion: usize, level: usize) {
        if let (Some(own), Ok(level)) = (self.own.get_mut(criterion), u8::try_from(level)) {
            *own = level;
        }
    }

    /// How many criteria both have rated, and how many of these lie no more than one level apart.
    pub fn agreement(&self, coach: impl Iterator<Item = u8>) -> (u32, u32) {
        let both = self.own.iter().zip(coach).filter(|(own, coach)| **own > 0 && *coach > 0);
        both.fold((0, 0), |(rated, near), (own, coach)| (rated + 1, near + u32::from(own.abs_diff(coach) <= 1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_both_have_rated_and_what_lies_within_one() {
        let mut rating = Rating::default();
        [(0, 3), (1, 5), (2, 1), (12, 4), (3, 999)].into_iter().for_each(|(at, level)| rating.rate(at, level));
        assert_eq!(rating.agreement([4, 3, 0, 2].into_iter()), (2, 1));
        assert_eq!(rating.agreement([].into_iter()), (0, 0));
    }
}
