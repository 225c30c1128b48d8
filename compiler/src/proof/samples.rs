//! Proves the samples: the engine has to read each as its writer did.

use crate::samples::Sample;
use crate::{Loaded, Problem};
use comeback_engine::{Criterion, Report, Role, Rubric, assess};

/// Words from which on levels mean something.
const JUDGED_FROM: u32 = 40;

/// How far a level may lie from the writer's.
const APART: u8 = 1;

/// What is wrong with all samples.
pub fn prove(loaded: &Loaded) -> Vec<Problem> {
    // Judged as if nobody had written them before; else each would be known again and earn nothing.
    let fresh = Rubric { samples: &[], ..loaded.rubric };
    let mut problems = vec![];
    for sample in &loaded.shelf.samples {
        let Some(question) = loaded.question(&sample.question) else { continue };
        let mut add = |field: &str, reason: String, mend: &str| {
            let file = format!("samples/{}.toml", sample.id);
            problems.push(Problem { file, field: field.to_owned(), reason, mend: mend.to_owned() });
        };
        let report = assess(&fresh, &question.profile, &sample.text);
        if report.words >= JUDGED_FROM {
            for (criterion, reason) in levels(sample, &report) {
                add(
                    &format!("levels · {}", criterion.name()),
                    reason,
                    "Mend the text where it is unclear, or the level",
                );
            }
        }
        for missing in findings(sample, &report) {
            add("findings", missing, "Word it more plainly, or leave the finding out");
        }
        if let Some(reason) = roles(sample, &report) {
            add("text", reason, "Word the parts more plainly, or mend the markers");
        }
        let pasted = assess(&loaded.rubric, &question.profile, &sample.text);
        if pasted.useful_words * 2 > pasted.words {
            add("text", "it would not be known again when pasted".to_owned(), "Let it differ more from other samples");
        }
    }
    problems
}

/// The criteria that the engine sees otherwise.
fn levels(sample: &Sample, report: &Report) -> Vec<(Criterion, String)> {
    let differs = |(criterion, &wanted): (Criterion, &u8)| match report.level(criterion) {
        Some(level) if wanted > 0 && level.abs_diff(wanted) > APART => {
            Some((criterion, format!("the writer gives {wanted}, the engine {level}")))
        }
        None if wanted > 0 => Some((criterion, "the question does not ask for it".to_owned())),
        _ => None,
    };
    Criterion::ALL.into_iter().zip(&sample.levels).filter_map(differs).collect()
}

/// The findings that the engine does not have.
fn findings(sample: &Sample, report: &Report) -> Vec<String> {
    let missing = sample.findings.iter().filter(|(kind, words)| {
        !report.findings.iter().any(|finding| {
            let meets = finding.span.is_none_or(|span| span.start < words.end && words.start < span.end);
            finding.kind == *kind && meets
        })
    });
    missing.map(|(kind, words)| format!("{} is not found in \"{}\"", kind.name(), words.of(&sample.text))).collect()
}

/// Sentences that the engine takes for another part, when they are too many: three of four have to agree.
fn roles(sample: &Sample, report: &Report) -> Option<String> {
    let mut other = vec![];
    for [start, end, role] in &sample.parts {
        let marked = Role::ALL.get(*role as usize)?;
        let seen = report.parts.iter().find(|part| part.span.start == *start && part.span.end == *end)?;
        if seen.role != *marked {
            let words = seen.span.of(&sample.text);
            other.push(format!("{} for {}: \"{words}\"", seen.role.name(), marked.name()));
        }
    }
    let most = sample.parts.len() / 4;
    (other.len() > most).then(|| format!("{} of {} parts: {}", other.len(), sample.parts.len(), other.join("; ")))
}
