//! The page's own short labels. What is said about an answer comes from content, never from here.

use comeback_engine::rubric::{CriterionSpec, ProfileKind, Words};
use comeback_engine::{Band, Gate, Group, Role, Tier, seconds};

use crate::store::digits;

/// A role's name as shown; in a sentence it is used as it is.
pub fn role(role: Role) -> String {
    capital(role.name())
}

/// What belongs in a part, said to somebody who has not written it yet.
pub fn role_in_words(role: Role) -> &'static str {
    match role {
        Role::Context => "where and when",
        Role::Failure => "what went wrong",
        Role::Cause => "why",
        Role::Repair => "what you did",
        Role::Result => "what came of it",
        Role::Lesson => "what you know now",
        Role::Change => "what you do since",
        Role::Link => "where it helps in this job",
        Role::Process => "how you go about it",
        Role::Other => "the rest",
    }
}

/// A tier's name as shown; in a sentence it is used in lower case.
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Strength => "Strength",
        Tier::Hint => "Hint",
        Tier::Warn => "Worth a look",
        Tier::Accuse => "A question for you",
    }
}

/// A tier's line in CSS.
pub fn tier_class(tier: Tier) -> &'static str {
    match tier {
        Tier::Strength => "m m-strength",
        Tier::Hint => "m m-hint",
        Tier::Warn => "m m-warn",
        Tier::Accuse => "m m-accuse",
    }
}

/// A band's word, as a word on its own.
pub fn band(band: Band) -> &'static str {
    match band {
        Band::StartHere => "Start here",
        Band::Developing => "Developing",
        Band::Good => "Good",
        Band::Strong => "Strong",
    }
}

/// A group's heading.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Story => "Story",
        Group::Ownership => "Ownership",
        Group::Growth => "Growth",
        Group::Fit => "Fit and delivery",
    }
}

/// A gate in words.
pub fn gate(gate: Gate) -> &'static str {
    match gate {
        Gate::NoStory => "Held back: there is no story yet.",
        Gate::NotOwned => "Held back: nobody owns it yet.",
        Gate::NothingLearned => "Held back: nothing is learned or changed yet.",
        Gate::NoWeakness => "Held back: there is no real weakness yet.",
    }
}

/// A kind of question: its heading and one line of advice.
pub fn kind(kind: ProfileKind) -> (&'static str, &'static str) {
    match kind {
        ProfileKind::Story => ("Stories", "One event, told from goal to change."),
        ProfileKind::Process => ("Ways of working", "Your way of dealing with it."),
        ProfileKind::Weakness => ("A weakness", "A real one, and what you do about it."),
    }
}

/// The target of a question in seconds, rounded to five.
pub fn target(words: &Words) -> (u32, u32) {
    let rounded = |words: u16| (seconds(u32::from(words)) + 2) / 5 * 5;
    (rounded(words.target_low), rounded(words.target_high))
}

/// "12" for 12.
pub fn number(count: u32) -> String {
    digits(u64::from(count))
}

/// "1:05" for 65 seconds.
pub fn clock(seconds: u32) -> String {
    [number(seconds / 60), two_digits(seconds % 60)].join(":")
}

/// "05" for 5.
pub fn two_digits(count: u32) -> String {
    [number(count / 10), number(count % 10)].concat()
}

/// "1 word", "2 words".
pub fn words(count: u32) -> String {
    number(count) + if count == 1 { " word" } else { " words" }
}

/// The anchor of a level (1-5) as it stands alone in a row: without its reference to the anchor before.
pub fn anchor(spec: &CriterionSpec, level: u8) -> String {
    let text =
        usize::from(level).checked_sub(1).and_then(|index| spec.anchors.get(index)).map_or("", |anchor| anchor.text);
    capital(text.strip_prefix("As 4").unwrap_or(text).trim_start_matches([',', ';', ' ']))
}

/// The text with a capital at its start; the page's own texts start with plain letters.
pub fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_round_seconds() {
        let words = Words { amber_low: 120, target_low: 180, target_high: 290, amber_high: 400 };
        assert_eq!(target(&words), (75, 120));
    }

    #[test]
    fn a_clock_has_two_digits_after_the_colon() {
        assert_eq!((clock(30), clock(65), clock(120)), ("0:30".into(), "1:05".into(), "2:00".into()));
    }

    #[test]
    fn an_anchor_that_builds_on_the_one_before_stands_alone() {
        let mut spec = crate::content::RUBRIC.criteria[0];
        spec.anchors[4].text = "As 4, with a witness";
        assert_eq!(anchor(&spec, 5), "With a witness");
        spec.anchors[4].text = "As 4; it is told";
        assert_eq!(anchor(&spec, 5), "It is told");
        assert_eq!(anchor(&spec, 0), "");
    }
}
