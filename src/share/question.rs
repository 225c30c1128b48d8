//! The link to a question: `#q=<id>`. Pure; what stands behind `#` never leaves the browser.

/// The longest id that is read, in characters: a link comes from anywhere.
pub(super) const LONGEST_ID: usize = 64;

/// The question id in a fragment, with or without its `#`; `None` where the link names no question. Other keys,
/// joined by `&`, and a query that slipped behind the fragment are passed over. Whether the id is known is for the
/// caller to say.
pub fn question_in(fragment: &str) -> Option<String> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let id = fragment.split(['&', '?']).find_map(|pair| pair.strip_prefix("q="))?;
    (!id.is_empty()).then(|| id.chars().take(LONGEST_ID).collect())
}

/// The fragment that opens this question, with its `#`.
pub fn fragment_of(question: &str) -> String {
    ["#q=", question].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, expected: Option<&str>) {
        assert_eq!(question_in(fragment).as_deref(), expected, "{fragment}");
    }

    #[test]
    fn finds_the_question_among_other_keys() {
        check("#q=biggest-failure", Some("biggest-failure"));
        check("q=biggest-failure", Some("biggest-failure"));
        check("#theme=dark&q=biggest-failure&x", Some("biggest-failure"));
        check("#q=biggest-failure?secret=1", Some("biggest-failure"));
        check("#?secret=1&q=biggest-failure", Some("biggest-failure"));
    }

    #[test]
    fn a_link_without_a_question_names_none() {
        for fragment in ["", "#", "#q", "#q=", "#quiet=1", "#biggest-failure", "#Q=biggest-failure"] {
            check(fragment, None);
        }
    }

    #[test]
    fn reports_an_id_nobody_knows_cut_to_a_length_that_can_be_shown() {
        check("#q=%20<b>", Some("%20<b>"));
        assert_eq!(question_in(&format!("#q={}", "é".repeat(1000))).map(|id| id.chars().count()), Some(64));
    }
}
