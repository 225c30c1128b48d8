//! JSON by hand, as much as the envelope and the library need: a library that reads and writes all of it costs the page more bytes
//! than this file. `tests/kept.rs` holds it against such a library.

/// How deep lists and objects may lie in each other.
const DEEPEST: u8 = 32;

/// A JSON value.
#[derive(Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; `None` for one that is negative, broken or beyond 64 bits.
    Number(Option<u64>),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, in the order in which it is written.
    Object(Object),
}

/// The fields of an object.
pub type Object = Vec<(String, Json)>;

/// Reads a value; `None` where the text is not JSON. It forgives a misshapen number, which is then none.
pub fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { rest: text };
    let value = reader.value(DEEPEST)?;
    reader.space();
    reader.rest.is_empty().then_some(value)
}

/// A number as it is written. The library's own way brings its formatter along: a kilobyte for each reader of the page.
pub fn digits(mut number: u64) -> String {
    let mut text = String::new();
    loop {
        text.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return text;
        }
    }
}

/// Writes a string with its quotes.
pub fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' => {
                let digit = |four_bits: u32| char::from_digit(four_bits & 15, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(c as u32 >> 4), digit(c as u32)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes `sign` when it comes next, after white space.
    fn takes(&mut self, sign: &str) -> bool {
        self.space();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, depth: u8) -> Option<Json> {
        let deeper = depth.checked_sub(1)?;
        if self.takes("{") {
            let mut object = vec![];
            self.items("}", |reader| {
                reader.space();
                let name = reader.text()?;
                let value = reader.takes(":").then(|| reader.value(deeper))??;
                object.push((name, value));
                Some(())
            })?;
            Some(Json::Object(object))
        } else if self.takes("[") {
            let mut list = vec![];
            self.items("]", |reader| {
                list.push(reader.value(deeper)?);
                Some(())
            })?;
            Some(Json::List(list))
        } else if self.rest.starts_with('"') {
            self.text().map(Json::Text)
        } else if self.takes("null") {
            Some(Json::Null)
        } else if self.takes("true") {
            Some(Json::Bool(true))
        } else if self.takes("false") {
            Some(Json::Bool(false))
        } else {
            self.number()
        }
    }

    /// Reads items up to `end`, with commas between them.
    fn items(&mut self, end: &str, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.takes(end) {
            return Some(());
        }
        loop {
            item(self)?;
            if self.takes(end) {
                return Some(());
            }
            self.takes(",").then_some(())?;
        }
    }

    fn number(&mut self) -> Option<Json> {
        let after =
            self.rest.trim_start_matches(|c: char| c.is_ascii_digit() || ['-', '+', '.', 'e', 'E'].contains(&c));
        let number = self.rest.strip_suffix(after).filter(|number| !number.is_empty())?;
        self.rest = after;
        Some(Json::Number(number.parse().ok()))
    }

    fn text(&mut self) -> Option<String> {
        let mut chars = self.rest.strip_prefix('"')?.chars();
        let mut text = String::new();
        loop {
            match chars.next()? {
                '"' => break,
                '\\' => text.push(match chars.next()? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'u' => escaped(&mut chars)?,
                    c @ ('"' | '\\' | '/') => c,
                    _ => return None,
                }),
                '\u{0}'..='\u{1f}' => return None,
                c => text.push(c),
            }
        }
        self.rest = chars.as_str();
        Some(text)
    }
}

/// The character behind `\u`; of a pair of surrogates both halves. Half a pair is no character.
fn escaped(chars: &mut std::str::Chars) -> Option<char> {
    fn unit(chars: &mut std::str::Chars) -> Option<u32> {
        (0..4).try_fold(0, |unit, _| Some(unit << 4 | chars.next()?.to_digit(16)?))
    }
    let first = unit(chars)?;
    if first & 0xfc00 != 0xd800 {
        return char::from_u32(first);
    }
    let second = (chars.next()? == '\\' && chars.next()? == 'u').then(|| unit(chars))??;
    (second & 0xfc00 == 0xdc00).then(|| char::from_u32(0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Json) {
        assert_eq!(parse(text), Some(expected), "{text}");
    }

    #[test]
    fn reads_every_kind_of_value() {
        check(" null ", Json::Null);
        check("18446744073709551615", Json::Number(Some(u64::MAX)));
        check("-1.5e3", Json::Number(None));
        let inner = Json::List(vec![Json::Text("a".into())]);
        check("[1, [\"a\"], {}]", Json::List(vec![Json::Number(Some(1)), inner, Json::Object(vec![])]));
        check(r#""\"\\\/\n\t\r\b\f\u00e9\ud83d\ude42é""#, Json::Text("\"\\/\n\t\r\u{8}\u{c}é🙂é".into()));
        let fields = vec![("a".into(), Json::Bool(true)), ("b".into(), Json::Object(vec![]))];
        check("{\"a\": true,\n\"b\" : {} }", Json::Object(fields));
    }

    #[test]
    fn refuses_what_is_no_json() {
        let deep = "[".repeat(100_000);
        for text in
            ["", "{", "{\"a\"}", "{\"a\":1,}", "[1 2]", "\"a", "\"\n\"", r#""\ud83d""#, r#""\x""#, "1 1", "nul", &deep]
        {
            assert_eq!(parse(text), None, "{text:.20}");
        }
    }
}
