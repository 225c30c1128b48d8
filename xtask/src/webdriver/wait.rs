//! Waiting for a condition, never for a time.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a condition may take before the test fails: ample, since a busy machine is slow.
const DEADLINE: Duration = Duration::from_secs(20);

/// Pause between two looks.
const PAUSE: Duration = Duration::from_millis(15);

/// Looks until there is something to see; an error names what was waited for.
pub fn until<T>(what: &str, look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    until_within(DEADLINE, what, look)
}

/// The same with a deadline of its own.
pub fn until_within<T>(deadline: Duration, what: &str, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    loop {
        let seen = look();
        match seen {
            Ok(Some(value)) => return Ok(value),
            _ if started.elapsed() < deadline => std::thread::sleep(PAUSE),
            Ok(None) => bail!("waited {} s in vain: {what}", deadline.as_secs()),
            Err(problem) => return Err(problem).context(format!("waited {} s in vain: {what}", deadline.as_secs())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn returns_at_the_first_success_and_looks_past_errors() -> Result<()> {
        let mut looks = 0;
        let seen = until("three looks", || {
            looks += 1;
            if looks == 1 {
                bail!("not yet");
            }
            Ok((looks == 3).then_some(looks))
        })?;
        assert_eq!(seen, 3);
        Ok(())
    }
}
