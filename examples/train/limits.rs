//! From which score something holds: for a strength, where praise is right often enough; for a problem, where what the
//! cues have found is.

use comeback::content::RUBRIC;
use comeback_engine::answer::Answer;
use comeback_engine::learned::{HEARD, STRENGTHS};
use comeback_engine::reader::Reader;
use comeback_engine::{Tier, silence};

use crate::FOLDS;
use crate::corpus::{self, FAMILY};
use crate::model::Model;
use crate::samples::Sample;

/// How much less a miss weighs than a false alarm when a strength's limit is set (the beta of an F score).
const BETA: f64 = 0.6;

/// A clause's score and whether a person noted it.
type Seen = (f64, bool);

/// The limits of all that is heard, found on answers that each model was not learned from.
pub fn find(answers: &[corpus::Answer], samples: &[Sample], models: &[Model]) -> [f64; HEARD.len()] {
    let mut clauses: Vec<Vec<Seen>> = vec![vec![]; HEARD.len()];
    let mut found: Vec<Vec<Seen>> = vec![vec![]; HEARD.len()];
    for (at, sample) in samples.iter().enumerate() {
        let scores: Vec<_> = sample.clauses.iter().map(|clause| models[sample.group % FOLDS].scores(clause)).collect();
        for (clause, scores) in sample.clauses.iter().zip(&scores) {
            for (heard, seen) in clauses.iter_mut().enumerate() {
                seen.push((scores[10 + heard], clause.heard >> heard & 1 == 1));
            }
        }
        if let Some(answer) = answers.get(at) {
            cues(answer, |heard, clause, right| found[heard].push((scores[clause][10 + heard], right)));
        }
    }
    std::array::from_fn(|at| if at < STRENGTHS { praise(at, &mut clauses[at]) } else { problem(at, &mut found[at]) })
}

/// What the cues find: which problem, in which clause of the answer, and whether a person noted it too.
fn cues(answer: &corpus::Answer, mut visit: impl FnMut(usize, usize, bool)) {
    let mut reader = Reader::new(&RUBRIC);
    let profile = &answer.question.profile;
    let read = Answer::of(&RUBRIC, profile, reader.read(&answer.text));
    for hit in silence::voices(profile, &read) {
        let Some(heard) = HEARD.iter().skip(STRENGTHS).position(|one| *one == hit.signal) else { continue };
        let accuses = RUBRIC.kinds.iter().any(|kind| kind.signal == hit.signal && kind.tier == Tier::Accuse);
        // Where the answer as a whole does well, the level silences the problem: only the others are looked at here.
        let home = RUBRIC.kinds.iter().find(|kind| kind.signal == hit.signal).map(|kind| kind.criterion as usize);
        if home.and_then(|home| answer.levels[home]).is_some_and(|level| level > 3) {
            continue;
        }
        let right = answer.findings.iter().filter(|one| one.span.is_some_and(|span| span.overlaps(&hit.span)));
        let right = right.into_iter().any(|one| one.kind == hit.signal || accuses && FAMILY.contains(&one.kind));
        let clause = read.roles.iter().position(|role| role.sentence == hit.sentence && role.frame == hit.frame);
        visit(STRENGTHS + heard, clause.unwrap_or(0), right);
    }
}

/// The limit at which the F score is best.
fn praise(at: usize, seen: &mut [Seen]) -> f64 {
    seen.sort_by(|one, other| other.0.total_cmp(&one.0));
    let labelled = seen.iter().filter(|(_, held)| *held).count() as f64;
    let (mut hits, mut best) = (0.0, (0.0, 0.0, 0.0, 0.0));
    for (rank, &(score, held)) in seen.iter().enumerate() {
        hits += f64::from(u8::from(held));
        let (precision, recall) = (hits / (rank + 1) as f64, hits / labelled);
        let quality = (1.0 + BETA * BETA) * precision * recall / (BETA * BETA * precision + recall).max(1e-9);
        if quality > best.0 {
            best = (quality, score, precision, recall);
        }
    }
    println!("{:18} {labelled:4} noted, precision {:.2}, recall {:.2}", HEARD[at].name(), best.2, best.3);
    best.1 - 1e-6
}

/// The lowest limit above which the cues are right as often as the tier asks, few hits being trusted less.
fn problem(at: usize, found: &mut [Seen]) -> f64 {
    let tier = RUBRIC.kinds.iter().find(|kind| kind.signal == HEARD[at]).map(|kind| kind.tier);
    let target = match tier {
        Some(Tier::Accuse) => 0.88,
        Some(Tier::Warn) => 0.85,
        _ => 0.8,
    };
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut hits, mut best) = (0, (f64::MAX, 0, 0));
    for (rank, &(score, right)) in found.iter().enumerate() {
        hits += usize::from(right);
        if hits as f64 >= target * (rank as f64 + 1.3) {
            best = (score, hits, rank + 1);
        }
    }
    let right = found.iter().filter(|(_, right)| *right).count();
    println!(
        "{:18} cues: {right} of {} right; above the limit {} of {}",
        HEARD[at].name(),
        found.len(),
        best.1,
        best.2
    );
    // Where no limit does, as likely as not has to do.
    if best.2 == 0 { 0.0 } else { best.0.min(0.0) - 1e-6 }
}
