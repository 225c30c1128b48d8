//! Any bytes, read as text, get a report whose spans lie inside the text.
#![no_main]

use comeback::content::{QUESTIONS, RUBRIC};
use comeback_engine::assess;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (question, bytes) = input;
    let text = String::from_utf8_lossy(bytes);
    let question = &QUESTIONS[usize::from(question) % QUESTIONS.len()];
    let report = assess(&RUBRIC, &question.profile, &text);
    let parts = report.parts.iter().map(|part| part.span);
    let evidence = report.evidence.iter().map(|evidence| evidence.span);
    for span in report.findings.iter().filter_map(|finding| finding.span).chain(parts).chain(evidence) {
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} in {text:?}");
    }
});
