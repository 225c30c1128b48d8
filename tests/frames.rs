//! Clause frames: who did what, in what tense, denied or not, in whose words. One line per clause:
//! `subject tense modality voice speaker [habit] polarity-of-its-verb`.
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use comeback::content::{RUBRIC, question};
use comeback_engine::answer::Answer;
use comeback_engine::frame::{Frame, Speaker, Voice};
use comeback_engine::reader::Reader;

fn drawn(text: &str) -> String {
    let profile = &question("biggest-failure").expect("in the bank").profile;
    let mut reader = Reader::new(&RUBRIC);
    let answer = Answer::of(&RUBRIC, profile, reader.read(text));
    let mut lines = Vec::new();
    for one in answer.framed {
        for frame in &one.frames {
            let verb = frame.verb.and_then(|verb| one.polarity.get(usize::from(verb)));
            lines.push(line(frame, verb.map_or("", |polarity| polarity.name())));
        }
    }
    lines.join(" | ")
}

fn line(frame: &Frame, polarity: &str) -> String {
    let mut words = vec![frame.subject.name(), frame.tense.name(), frame.modality.name()];
    if frame.voice != Voice::Active {
        words.push(frame.voice.name());
    }
    if frame.speaker != Speaker::Own {
        words.push(match frame.speaker {
            Speaker::Former => "former",
            _ => "reported",
        });
    }
    if frame.habit {
        words.push("habit");
    }
    words.push(polarity);
    words.join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(drawn(text), expected, "{text}");
}

#[test]
fn reads_who_acted_and_when() {
    check("I promised the date.", "I past fact +");
    check("We lost the contract.", "we past fact +");
    check("The night porter never reads the sheet.", "person present fact habit -");
    check("I had not asked the plumber.", "I pluperfect fact -");
    check("My team and I shipped the order late.", "we past fact +");
    check("Yesterday I forget the keys.", "I past fact +");
}

#[test]
fn knows_a_passive_without_agent_from_one_by_the_speaker() {
    check("Errors were made in the dosage table.", "thing past fact agentless +");
    check("The beams were cut too short by me.", "I past fact +");
    check("The plan was rejected by the council.", "thing past fact passive +");
}

#[test]
fn takes_a_missing_subject_from_before() {
    check("I missed the bus. Told the customer at once.", "I past fact + | I past fact +");
    check(
        "I called the client, told her plainly and moved two reports.",
        "I past fact + | I past fact + | I past fact +",
    );
}

#[test]
fn hears_whose_words_they_are() {
    check("My supervisor said the drawing was wrong.", "person past fact + | thing past fact reported +");
    check("I told myself it was no big deal.", "I past fact + | impersonal past fact former +");
    check(
        "She told me the firm was a joke; I disagreed.",
        "person past fact + | org past fact reported + | I past fact +",
    );
}

#[test]
fn tells_fact_from_wish_plan_and_condition() {
    check(
        "If the caterer had let us down, I would have had no plan.",
        "person pluperfect hypothetical + | I past should-have +",
    );
    check(
        "Had I lied about the part, the brake would have failed.",
        "I pluperfect hypothetical + | thing past should-have +",
    );
    check("I will read the orders back.", "I future plan +");
    check("I plan to work on my timekeeping.", "I present plan +");
    check("I should have told the manager.", "I past should-have +");
}

#[test]
fn limits_what_a_denial_reaches() {
    check("I did not ask, but I signed the form.", "I past fact - | I past fact +");
    check("I not only missed the date, I hid it.", "I past fact + | I past fact +");
    check("I no longer sign without reading.", "I present fact habit +");
}
