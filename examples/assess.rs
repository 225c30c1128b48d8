//! Answers as JSON lines in, reports as JSON lines out, one for each and in order.
//!
//! ```sh
//! echo '{"id":"a","question":"biggest-failure","text":"In May I lost the key."}' | cargo run --release --example assess
//! ```
//!
//! A line in is `{"id","question","text"}`; other fields are passed over. A line out is a [`Line`], or
//! `{"id","error"}` where the line could not be judged; then the rest goes on and the exit status is 1. Offsets are
//! UTF-8 bytes, half-open. Memory does not grow with the number of lines.

use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use comeback::content::{RUBRIC, question};
use comeback_engine::{Assessor, Criterion, Finding, Part, Report, State};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;

/// The longest line that is read, in bytes; a longer one is passed over and answered with an error.
const LONGEST_LINE: u64 = 16 << 20;

/// What is said about one answer. The version goes up when a field changes its meaning or goes away.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a Value,
    v: u8,
    /// Words in the text.
    words: u32,
    /// Speaking time at 145 words a minute.
    seconds: u32,
    /// `en`, `other`, or `short` where there is too little to tell.
    language: &'static str,
    /// Whether the page would show levels and band.
    shown: bool,
    /// 1.0 to 5.0; null for text that is empty or not English.
    overall: Option<f64>,
    band: Option<&'static str>,
    #[serde(serialize_with = "by_criterion")]
    levels: [Option<u8>; 12],
    /// One for each sentence.
    roles: Vec<Role>,
    findings: Vec<Found<'a>>,
    next: Option<Next>,
}

#[derive(Serialize)]
struct Role {
    start: u32,
    end: u32,
    role: &'static str,
}

/// A finding; one about the whole answer has start = end = 0 and an empty quote.
#[derive(Serialize)]
struct Found<'a> {
    kind: &'static str,
    tier: &'static str,
    criterion: &'static str,
    start: u32,
    end: u32,
    quote: &'a str,
}

#[derive(Serialize)]
struct Next {
    criterion: Option<&'static str>,
    text: &'static str,
}

#[derive(Serialize)]
struct Refusal {
    id: Value,
    error: String,
}

fn main() -> ExitCode {
    match run(io::stdin().lock(), io::stdout().lock()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("assess: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Answers each line of `input` on `output`; true when every line could be judged.
fn run(mut input: impl BufRead, mut output: impl Write) -> io::Result<bool> {
    let (mut line, mut all_judged) = (Vec::new(), true);
    let mut assessor = Assessor::new(&RUBRIC);
    loop {
        line.clear();
        if (&mut input).take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(all_judged);
        }
        let outcome = if line.len() as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
            input.skip_until(b'\n')?;
            Err(Refusal { id: Value::Null, error: format!("the line is longer than {LONGEST_LINE} bytes") })
        } else {
            judge(&mut assessor, &line)
        };
        match outcome {
            Ok(judged) => serde_json::to_writer(&mut output, &judged.line())?,
            Err(refusal) => {
                all_judged = false;
                serde_json::to_writer(&mut output, &refusal)?;
            }
        }
        output.write_all(b"\n")?;
    }
}

/// An answer that could be judged.
struct Judged {
    id: Value,
    text: String,
    report: Report,
}

fn judge(assessor: &mut Assessor, line: &[u8]) -> Result<Judged, Refusal> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let mut fields = match serde_json::from_slice(line) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(Refusal { id: Value::Null, error: "the line is not a JSON object".to_owned() }),
        Err(error) => return Err(Refusal { id: Value::Null, error: format!("the line is not JSON: {error}") }),
    };
    let id = fields.remove("id").unwrap_or_default();
    let mut string = |name: &str| match fields.remove(name) {
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(Refusal { id: id.clone(), error: format!("`{name}` is not a string") }),
        None => Err(Refusal { id: id.clone(), error: format!("`{name}` is missing") }),
    };
    let (asked, text) = (string("question")?, string("text")?);
    let Some(question) = question(&asked) else {
        return Err(Refusal { id, error: format!("there is no question `{asked}`") });
    };
    let report = assessor.update(&question.profile, &text, None);
    Ok(Judged { id, text, report })
}

impl Judged {
    fn line(&self) -> Line<'_> {
        let Judged { id, text, report } = self;
        Line {
            id,
            v: 1,
            words: report.words,
            seconds: report.seconds,
            language: match report.state {
                State::Empty | State::Short => "short",
                State::NotEnglish => "other",
                State::Unsure | State::Scored => "en",
            },
            shown: report.shown(),
            overall: report.overall.map(|hundredths| f64::from(hundredths) / 100.0),
            band: report.band().map(|band| band.name()),
            levels: report.levels,
            roles: report.parts.iter().map(role).collect(),
            findings: report.findings.iter().map(|finding| found(finding, text)).collect(),
            next: report
                .next
                .zip(report.next_text(&RUBRIC))
                .map(|(next, text)| Next { criterion: next.criterion.map(Criterion::name), text }),
        }
    }
}

fn role(part: &Part) -> Role {
    Role { start: part.span.start, end: part.span.end, role: part.role.name() }
}

fn found<'t>(finding: &Finding, text: &'t str) -> Found<'t> {
    let span = finding.span.unwrap_or_default();
    Found {
        kind: finding.kind.name(),
        tier: finding.tier.name(),
        criterion: finding.criterion.name(),
        start: span.start,
        end: span.end,
        quote: span.of(text),
    }
}

fn by_criterion<S: Serializer>(levels: &[Option<u8>; 12], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(levels.len()))?;
    for (criterion, level) in Criterion::ALL.into_iter().zip(levels) {
        map.serialize_entry(criterion.name(), level)?;
    }
    map.end()
}

#[cfg(test)]
mod tests {
    use comeback::content::QUESTIONS;
    use serde_json::json;

    use super::*;

    const STORY: &str = "In May I missed the café's deadline by 2 days. It was my mistake. I rang them at once. 🙂";

    /// What comes out for these bytes, line by line, and whether all could be judged.
    fn lines(input: &[u8]) -> (Vec<Value>, bool) {
        let mut output = Vec::new();
        let all_judged = run(input, &mut output).unwrap();
        let output = String::from_utf8(output).unwrap();
        (output.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), all_judged)
    }

    fn asking(id: &str, text: &str) -> String {
        json!({ "id": id, "question": QUESTIONS[0].id, "text": text }).to_string() + "\n"
    }

    #[track_caller]
    fn check_refused(line: &[u8], id: Value, error: &str) {
        let good = asking("good", STORY).into_bytes();
        let (out, all_judged) = lines(&[&good, line, b"\n", &good].concat());
        assert_eq!(out.len(), 3, "one line for each, and the rest goes on");
        assert_eq!(out[0], out[2]);
        assert_eq!(out[1]["id"], id);
        assert!(out[1]["error"].as_str().unwrap().contains(error), "{}", out[1]);
        assert!(!all_judged);
    }

    #[test]
    fn answers_each_line_in_order() {
        let (out, all_judged) = lines((asking("a", STORY) + &asking("b", "") + &asking("c", STORY)).as_bytes());
        assert_eq!(out.iter().map(|line| &line["id"]).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert!(all_judged);
    }

    #[test]
    fn writes_the_fields_in_the_promised_order() {
        let mut output = Vec::new();
        run(asking("a", STORY).as_bytes(), &mut output).unwrap();
        let output = String::from_utf8(output).unwrap();
        let names = [
            "id", "v", "words", "seconds", "language", "shown", "overall", "band", "levels", "roles", "findings",
            "next",
        ];
        let places: Vec<_> = names.iter().map(|name| output.find(&format!("\"{name}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{output}");
    }

    #[test]
    fn counts_offsets_in_bytes_of_the_text_and_quotes_them() {
        let (out, _) = lines(asking("a", STORY).as_bytes());
        let roles = out[0]["roles"].as_array().unwrap();
        assert!(roles.len() >= 3);
        let findings = out[0]["findings"].as_array().unwrap();
        for place in roles.iter().chain(findings) {
            let (start, end) = (place["start"].as_u64().unwrap() as usize, place["end"].as_u64().unwrap() as usize);
            let words = STORY.get(start..end).unwrap();
            assert_eq!(place.get("quote").and_then(Value::as_str).unwrap_or(words), words);
        }
    }

    #[test]
    fn judges_nothing_in_an_empty_text() {
        let (out, _) = lines(asking("a", "").as_bytes());
        assert_eq!(out[0]["overall"], Value::Null);
        assert_eq!((&out[0]["language"], &out[0]["shown"]), (&json!("short"), &json!(false)));
        assert_eq!(out[0]["levels"].as_object().unwrap().len(), 12);
    }

    #[test]
    fn reads_a_last_line_without_an_end_and_passes_over_a_mark_and_unknown_fields() {
        let line = format!("\u{feff}{}", asking("a", STORY).trim_end().replacen('{', "{\"label\":[1],", 1));
        let (out, all_judged) = lines(line.as_bytes());
        assert_eq!((&out[0]["id"], all_judged), (&json!("a"), true));
    }

    #[test]
    fn answers_a_line_it_cannot_judge_with_its_id_and_the_reason() {
        check_refused(b"", Value::Null, "not JSON");
        check_refused(b"{\"id\":\"x\"", Value::Null, "not JSON");
        check_refused(b"[1]", Value::Null, "not a JSON object");
        check_refused(b"{\"id\":\"x\"}", json!("x"), "`question` is missing");
        check_refused(b"{\"id\":7,\"question\":\"none-such\",\"text\":\"\"}", json!(7), "no question `none-such`");
        check_refused(b"{\"id\":\"x\",\"question\":\"q\",\"text\":[]}", json!("x"), "`text` is not a string");
        check_refused(b"{\"id\":\"x\",\"question\":\"q\",\"text\":\"\xff\"}", Value::Null, "not JSON");
        check_refused(b"{\"id\":\"x\",\"question\":\"q\",\"text\":\"\\ud800\"}", Value::Null, "not JSON");
    }

    #[test]
    fn passes_over_a_line_beyond_the_limit_and_goes_on() {
        let long = "x".repeat(LONGEST_LINE as usize + 1);
        check_refused(long.as_bytes(), Value::Null, "longer than");
    }

    #[test]
    fn judges_an_answer_in_a_line_of_ten_megabytes() {
        let line = asking("a", STORY).replacen('{', &format!("{{\"more\":\"{}\",", "x".repeat(10 << 20)), 1);
        let (out, all_judged) = lines(line.as_bytes());
        assert_eq!((&out[0]["id"], all_judged), (&json!("a"), true));
    }
}
