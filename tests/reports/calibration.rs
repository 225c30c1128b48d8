//! The calibration pair: the same story told well and thinly. Its levels were set by hand by the rubric's author alone; the
//! engine's are learned from many writers: the bands must be the same, the levels close.

use comeback::content::{RUBRIC, question};
use comeback_engine::{Band, Criterion, Report, assess};

/// Levels R1 to R12 of the full story.
const AFTER: [u8; 12] = [5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5];
/// Levels R1 to R12 of the thin one.
const BEFORE: [u8; 12] = [3, 4, 2, 2, 3, 1, 4, 2, 3, 3, 2, 2];

fn report(name: &str) -> Report {
    let (id, answer) = super::read(&super::folder().join(name));
    let question = question(&id).expect("the question is in the bank");
    assess(&RUBRIC, &question.profile, &answer)
}

#[track_caller]
fn check(name: &str, expected: [u8; 12], other: usize, band: Band) {
    let report = report(name);
    let (mut far, mut differ) = (Vec::new(), 0);
    for (criterion, expected) in Criterion::ALL.into_iter().zip(expected) {
        let level = report.level(criterion).expect("a story asks for every criterion");
        differ += usize::from(level != expected);
        // The lesson of a short answer is read too strictly still.
        if level.abs_diff(expected) > 1 + u8::from(criterion == Criterion::Lesson) {
            far.push(format!("{}: {level}, by hand {expected}", criterion.name()));
        }
    }
    assert!(far.is_empty(), "far off: {far:?}");
    assert!(differ <= other, "{differ} levels are not those set by hand: {:?}", report.levels);
    assert_eq!(report.band(), Some(band), "overall {:?}, levels {:?}", report.overall, report.levels);
}

#[test]
fn the_full_story_is_strong() {
    check("calibration-after.txt", AFTER, 1, Band::Strong);
}

#[test]
fn the_thin_story_is_developing() {
    check("calibration-before.txt", BEFORE, 6, Band::Developing);
}

#[test]
fn the_strength_of_both_is_the_owned_cause() {
    for name in ["calibration-after.txt", "calibration-before.txt"] {
        let report = report(name);
        let strength =
            report.strength.and_then(|at| report.findings.get(usize::from(at))).map(|finding| finding.kind.name());
        assert_eq!(strength, Some("owned-cause"), "{name}");
    }
}
