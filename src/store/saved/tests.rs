//! What the door lets through, and what it names.

use super::*;

#[track_caller]
fn check(bytes: &str, verdict: Verdict, dropped: &[&str]) -> Saved {
    let restored = restore(bytes);
    assert_eq!((restored.verdict, restored.dropped), (verdict, dropped.iter().map(|&s| s.to_owned()).collect()));
    restored.saved
}

#[test]
fn restores_what_was_written() {
    let entry = Entry { kept: Kept { text: "In May I …".into(), step: Some(3) }, rev: 7, saved_at: 12 };
    let saved = Saved {
        rev: 9,
        saved_at: 13,
        drafts: [("biggest-failure".to_owned(), entry)].into(),
        open: Some("biggest-failure".into()),
        settings: Settings {
            all_marks: true,
            interviewer: Some("recruiter".into()),
            values: vec!["honesty".into(), "teamwork".into()],
            ..Settings::default()
        },
    };
    assert_eq!(check(&saved.to_json(), Verdict::Whole, &[]), saved);
}

#[test]
fn names_a_bad_field_and_keeps_the_ones_beside_it() {
    let bytes = r#"{"v":1,"rev":2,"savedAt":-3,"data":{"open":7,"settings":{"allMarks":true},
        "drafts":{"a":{"rev":1,"savedAt":1,"text":"words"},"b":{"rev":1,"savedAt":1,"text":9},"c":[]}}}"#;
    let dropped = ["savedAt", "data.drafts.b.text", "data.drafts.c", "data.open"];
    let saved = check(bytes, Verdict::Parts, &dropped);
    assert_eq!(saved.drafts["a"].kept.text, "words");
    assert!(saved.settings.all_marks);
}

#[test]
fn names_fields_it_does_not_know() {
    let bytes = r#"{"v":1,"rev":0,"savedAt":0,"data":{"drafts":{},"settings":{"pace":3}}}"#;
    check(bytes, Verdict::Parts, &["data.settings.pace"]);
}

#[test]
fn reads_what_it_can_of_a_newer_version() {
    let bytes = r#"{"v":2,"rev":0,"savedAt":0,"data":{"drafts":{"a":{"rev":1,"savedAt":1,"text":"w"}},"settings":{}}}"#;
    assert_eq!(check(bytes, Verdict::Newer, &[]).drafts["a"].kept.text, "w");
}

#[test]
fn tells_bytes_that_are_no_envelope() {
    for bytes in ["", "{", "null", "[]", "\"text\"", r#"{"v":1,"data":"\ud800"}"#] {
        check(bytes, Verdict::Unreadable, &[]);
    }
}

#[test]
fn an_empty_object_gives_defaults_and_names_what_is_missing() {
    assert_eq!(
        check("{}", Verdict::Parts, &["v", "rev", "savedAt", "data", "data.drafts", "data.settings"]),
        Saved::default()
    );
}

#[test]
fn choices_that_can_be_none_are_dropped_and_named_and_the_others_stay() {
    let bytes = r#"{"v":1,"rev":0,"savedAt":0,"data":{"drafts":{},"settings":{"hideNumbers":true,"allMarks":false,
        "interviewer":"<b>","values":["teamwork",3,"teamwork","a","b","c"]}}}"#;
    let dropped = ["data.settings.interviewer", "data.settings.values"];
    let settings = check(bytes, Verdict::Parts, &dropped).settings;
    let values = ["teamwork", "a", "b"].map(str::to_owned).to_vec();
    assert_eq!(settings, Settings { hide_numbers: true, values, ..Settings::default() });
}

#[test]
fn older_settings_have_no_choices() {
    let bytes = r#"{"v":1,"rev":0,"savedAt":0,"data":{"drafts":{},"settings":{"hideNumbers":true,"allMarks":false}}}"#;
    let settings = check(bytes, Verdict::Whole, &[]).settings;
    assert_eq!(settings, Settings { hide_numbers: true, ..Settings::default() });
}
