//! A clock that counts up from a person's own tap. It ends nothing and locks nothing.

/// Milliseconds that were counted, and since when more are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    counted: u64,
    since: Option<u64>,
}

impl Clock {
    /// Starts, or stops for a while; `now` is in milliseconds.
    pub fn press(&mut self, now: u64) {
        (self.counted, self.since) = match self.since {
            None => (self.counted, Some(now)),
            Some(_) => (self.millis(now), None),
        };
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it stands at its beginning.
    pub fn is_fresh(&self) -> bool {
        *self == Clock::default()
    }

    /// What it shows. A machine's own clock that was put back adds nothing.
    pub fn seconds(&self, now: u64) -> u32 {
        u32::try_from(self.millis(now) / 1000).unwrap_or(u32::MAX)
    }

    /// Milliseconds until it shows another second: 1 to 1000.
    pub fn wait(&self, now: u64) -> u32 {
        1000 - (self.millis(now) % 1000) as u32
    }

    fn millis(&self, now: u64) -> u64 {
        self.counted.saturating_add(self.since.map_or(0, |since| now.saturating_sub(since)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_while_it_runs() {
        let mut clock = Clock::default();
        assert!(clock.is_fresh());
        clock.press(10_000);
        assert_eq!((clock.seconds(12_900), clock.wait(12_900), clock.runs()), (2, 100, true));
        clock.press(13_500);
        assert_eq!((clock.seconds(99_000), clock.runs()), (3, false));
        clock.press(100_000);
        assert_eq!(clock.seconds(100_600), 4);
    }

    #[test]
    fn a_machine_that_changes_its_mind_about_the_time_costs_nothing() {
        let mut clock = Clock::default();
        clock.press(50_000);
        assert_eq!((clock.seconds(7), clock.wait(7)), (0, 1000));
        clock.press(7);
        assert_eq!(clock.seconds(u64::MAX), 0);
    }
}
