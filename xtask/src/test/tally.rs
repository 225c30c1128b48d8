//! How many tests passed and failed.

use std::fmt;

/// Counts of single tests.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
}

impl Tally {
    /// Adds the closing lines of the test runners in what they printed.
    pub fn read(&mut self, output: &str) {
        for line in output.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
            self.passed += count(line, "passed");
            self.failed += count(line, "failed");
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn count(line: &str, what: &str) -> u32 {
    let words: Vec<&str> = line.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| *word == what).unwrap_or(0);
    at.checked_sub(1).and_then(|before| words[before].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_the_closing_lines_of_all_runners() {
        let mut tally = Tally::default();
        tally.read("test a ... ok\ntest result: ok. 18 passed; 0 failed; 0 ignored; finished in 0.01s\n");
        tally.read("noise\n\ntest result: FAILED. 2 passed; 1 failed; 0 ignored; 0 filtered out\n");
        assert_eq!(tally, Tally { passed: 20, failed: 1 });
        assert_eq!(tally.to_string(), "20 passed, 1 failed");
    }

    #[test]
    fn counts_nothing_where_no_runner_speaks() {
        let mut tally = Tally::default();
        tally.read("warning: 3 passed\n");
        assert_eq!(tally, Tally::default());
    }
}
