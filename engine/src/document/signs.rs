//! Letters, figures and signs: folding for lookup, and what a word in figures stands for.

use super::letters;
use crate::class;

/// A currency sign that may open a sum.
pub fn is_currency(sign: char) -> bool {
    matches!(sign, '€' | '$' | '£' | '₦' | '₹')
}

/// The signs people type for an apostrophe.
pub fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | 'ʼ' | '′' | '＇' | '`')
}

/// Combining marks, joiners and soft hyphens: kept in the span, left out of the lookup.
pub fn is_joined(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}')
}

/// Lower case, plain apostrophes, no accents, no joiners.
pub fn fold(raw: &str) -> String {
    let mut folded = String::with_capacity(raw.len());
    for sign in raw.chars().filter(|c| !is_joined(*c)) {
        match sign {
            'A'..='Z' => folded.push(sign.to_ascii_lowercase()),
            c if c.is_ascii() && c != '`' => folded.push(c),
            c if is_apostrophe(c) => folded.push('\''),
            '‐' | '‑' => folded.push('-'),
            'à'..='å' | 'À'..='Å' => folded.push('a'),
            'ç' | 'Ç' => folded.push('c'),
            'è'..='ë' | 'È'..='Ë' => folded.push('e'),
            'ì'..='ï' | 'Ì'..='Ï' => folded.push('i'),
            'ñ' | 'Ñ' => folded.push('n'),
            'ò'..='ö' | 'Ò'..='Ö' => folded.push('o'),
            'ù'..='ü' | 'Ù'..='Ü' => folded.push('u'),
            'ﬁ' => folded.push_str("fi"),
            'ﬂ' => folded.push_str("fl"),
            c => folded.push(letters::lower(c)),
        }
    }
    folded
}

/// The classes of a word that begins with a figure or a currency sign; `None` for other words.
pub fn figure(folded: &str, raw: &str) -> Option<u64> {
    let money = raw.starts_with(is_currency);
    let body = raw.trim_start_matches(is_currency);
    if !body.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = body.bytes().take_while(u8::is_ascii_digit).count();
    let suffix = body.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
    let whole = digits == body.len();
    let value = body.get(..digits).and_then(|text| text.parse::<u32>().ok()).unwrap_or(u32::MAX);
    Some(match suffix {
        "" if whole && digits >= 4 && body.starts_with('0') => class::NUMBER | class::CONTACT,
        _ if money => class::NUMBER | class::UNIT | class::MONEY,
        "st" | "nd" | "rd" | "th" => class::ORDINAL | class::TIME,
        "%" => class::NUMBER | class::UNIT,
        "" if whole && digits == 4 && (1900..2100).contains(&value) => class::YEAR | class::TIME,
        "" if body.contains(':') => class::TIME,
        "am" | "pm" => class::TIME,
        "k" | "m" | "bn" => class::NUMBER | class::UNIT,
        "s" if whole_year(value) => class::TIME,
        _ if folded.contains('-') => class::NUMBER | class::ADJECTIVE,
        "" => class::NUMBER,
        _ => class::NUMBER | class::UNIT,
    })
}

fn whole_year(value: u32) -> bool {
    (1900..2100).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::{figure, fold};
    use crate::class;

    #[test]
    fn folds_case_apostrophes_accents_and_joiners() {
        assert_eq!(fold("Didn’t"), "didn't");
        assert_eq!(fold("CAFÉ"), "cafe");
        assert_eq!(fold("re\u{ad}do"), "redo");
    }

    #[test]
    fn tells_years_sums_times_and_counts_apart() {
        let has = |word: &str, wanted: u64| figure(word, word).is_some_and(|found| found & wanted == wanted);
        assert!(has("2019", class::YEAR) && !has("2019", class::NUMBER));
        assert!(has("€900", class::MONEY | class::NUMBER));
        assert!(has("8:30", class::TIME) && !has("8:30", class::NUMBER));
        assert!(has("15th", class::ORDINAL) && has("40-person", class::NUMBER));
        assert!(figure("nine", "nine").is_none());
    }
}
