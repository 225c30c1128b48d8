//! Regular English inflection, forwards: which forms a base verb has.
//!
//! The engine strips these endings at run time, so the lexicon does not list them. The compiler needs them for two
//! things: a listed word that is also a verb form ("building") gets that form's flags, and a pattern may ask for one
//! exact form (`=worked`).

use comeback_engine::class::flag;

/// The regular forms of a verb with their flags. Both spellings are given where a last consonant may double.
pub fn regular(base: &str) -> Vec<(String, u16)> {
    let mut forms = vec![(third(base), flag::THIRD_PERSON)];
    let stems = doubled(base).map_or_else(|| vec![base.to_owned()], |twice| vec![base.to_owned(), twice]);
    for stem in &stems {
        forms.push((past(stem), flag::PAST | flag::PARTICIPLE));
        forms.push((gerund(stem), flag::GERUND));
    }
    forms
}

fn third(base: &str) -> String {
    match consonant_y(base) {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end)) => format!("{base}es"),
        None => format!("{base}s"),
    }
}

fn past(base: &str) -> String {
    match consonant_y(base) {
        Some(stem) => format!("{stem}ied"),
        None if base.ends_with('e') => format!("{base}d"),
        None => format!("{base}ed"),
    }
}

fn gerund(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match base.strip_suffix('e') {
        Some(stem) if !["ee", "oe", "ye"].iter().any(|end| base.ends_with(end)) => format!("{stem}ing"),
        _ => format!("{base}ing"),
    }
}

fn consonant_y(base: &str) -> Option<&str> {
    let stem = base.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
}

/// "plan" to "plann": one vowel, then one consonant that may double.
fn doubled(base: &str) -> Option<String> {
    let [.., before, vowel, last] = base.as_bytes() else { return None };
    let is_vowel = |byte: &u8| b"aeiou".contains(byte);
    let doubles = !is_vowel(before) && is_vowel(vowel) && !is_vowel(last) && !b"wxy".contains(last);
    doubles.then(|| format!("{base}{}", char::from(*last)))
}

#[cfg(test)]
mod tests {
    use super::regular;

    #[track_caller]
    fn check(base: &str, expected: &[&str]) {
        let forms: Vec<String> = regular(base).into_iter().map(|(form, _)| form).collect();
        for form in expected {
            assert!(forms.iter().any(|made| made == form), "{form} is missing in {forms:?}");
        }
    }

    #[test]
    fn follows_the_spelling_rules() {
        check("miss", &["misses", "missed", "missing"]);
        check("plan", &["plans", "planned", "planning"]);
        check("carry", &["carries", "carried", "carrying"]);
        check("decide", &["decides", "decided", "deciding"]);
        check("lie", &["lies", "lied", "lying"]);
        check("agree", &["agreed", "agreeing"]);
        check("cancel", &["cancelled", "canceled"]);
    }
}
