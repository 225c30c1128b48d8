//! The address of each place in the page: `#q=<id>`, `#guide=<id>` and the like. Pure; what stands behind `#` never
//! leaves the browser.

/// The longest id that is read, in characters: a link comes from anywhere.
pub(super) const LONGEST_ID: usize = 64;

/// A place that has an address. Whether its id is known is for whoever shows it to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The list of questions.
    #[default]
    List,
    /// One question.
    Question(String),
    /// The list of guides.
    Guides,
    /// One guide.
    Guide(String),
    /// The list of sample answers.
    Samples,
    /// One sample answer.
    Sample(String),
    /// Rating sample answers oneself.
    Rate,
}

/// The place that a fragment names, with or without its `#`; `None` where it is an anchor inside the page. Other keys,
/// joined by `&`, and a query that slipped behind the fragment are passed over.
pub fn place_in(fragment: &str) -> Option<Place> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.is_empty() {
        return Some(Place::List);
    }
    fragment.split(['&', '?']).find_map(|pair| {
        let (key, id) = pair.split_once('=').unwrap_or((pair, ""));
        let id: String = id.chars().take(LONGEST_ID).collect();
        match (key, id.is_empty()) {
            ("q", false) => Some(Place::Question(id)),
            ("guide", false) => Some(Place::Guide(id)),
            ("sample", false) => Some(Place::Sample(id)),
            ("guides", true) => Some(Place::Guides),
            ("examples", true) => Some(Place::Samples),
            ("rate", true) => Some(Place::Rate),
            _ => None,
        }
    })
}

/// The question that a link is about: the one that the page opens with it.
pub(super) fn question_in(fragment: &str) -> Option<String> {
    match place_in(fragment) {
        Some(Place::Question(id)) => Some(id),
        _ => None,
    }
}

/// The fragment that leads to a place, with its `#`; empty for the list.
pub fn fragment_of(place: &Place) -> String {
    let (key, id) = match place {
        Place::List => return String::new(),
        Place::Question(id) => ("#q=", id.as_str()),
        Place::Guide(id) => ("#guide=", id.as_str()),
        Place::Sample(id) => ("#sample=", id.as_str()),
        Place::Guides => ("#guides", ""),
        Place::Samples => ("#examples", ""),
        Place::Rate => ("#rate", ""),
    };
    [key, id].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, expected: Option<Place>) {
        assert_eq!(place_in(fragment), expected, "{fragment}");
    }

    fn question(id: &str) -> Option<Place> {
        Some(Place::Question(id.into()))
    }

    #[test]
    fn finds_the_question_among_other_keys() {
        check("#q=biggest-failure", question("biggest-failure"));
        check("q=biggest-failure", question("biggest-failure"));
        check("#theme=dark&q=biggest-failure&x", question("biggest-failure"));
        check("#q=biggest-failure?secret=1", question("biggest-failure"));
        check("#?secret=1&q=biggest-failure", question("biggest-failure"));
        check("#q=biggest-failure&c=1.FLaPKwJCD3GB", question("biggest-failure"));
        check("#r=1.FLaPKwJCD3GB&q=biggest-failure", question("biggest-failure"));
    }

    #[test]
    fn a_link_is_about_the_question_that_it_opens_and_else_about_none() {
        assert_eq!(question_in("#q=regret&a=1.AAAA").as_deref(), Some("regret"));
        for fragment in ["", "#guides", "#a=1.AAAA", "#guide=regret&q=regret&a=1.AAAA"] {
            assert_eq!(question_in(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn knows_every_place_by_its_own_fragment() {
        let id = || String::from("why-they-ask");
        let places = [
            Place::List,
            Place::Question(id()),
            Place::Guides,
            Place::Guide(id()),
            Place::Samples,
            Place::Sample(id()),
            Place::Rate,
        ];
        for place in places {
            check(&fragment_of(&place), Some(place));
        }
    }

    #[test]
    fn an_anchor_inside_the_page_is_no_place() {
        for fragment in ["#q", "#q=", "#quiet=1", "#biggest-failure", "#Q=biggest-failure", "#guide=", "#rate=5", "#&"]
        {
            check(fragment, None);
        }
    }

    #[test]
    fn reports_an_id_nobody_knows_cut_to_a_length_that_can_be_shown() {
        check("#q=%20<b>", question("%20<b>"));
        check(&format!("#sample={}", "é".repeat(1000)), Some(Place::Sample("é".repeat(64))));
    }
}
