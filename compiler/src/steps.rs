//! The next-step table.

use crate::criteria::WORDINGS;
use crate::cues;
use crate::problem::{Problems, check};
use crate::source::{self, Tree, strings};
use comeback_engine::rubric::{StepSpec, StepWhen};
use serde::Deserialize;

const STEPS: &str = "rubric/steps.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepsFile {
    step: Vec<StepText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StepText {
    criterion: Option<String>,
    from: Option<u8>,
    to: Option<u8>,
    when: Option<String>,
    says: Vec<String>,
    #[serde(default)]
    stem: String,
}

const WHEN: [(&str, StepWhen); 6] = [
    ("not-english", StepWhen::NotEnglish),
    ("short-no-time", StepWhen::ShortNoTime),
    ("short-no-miss", StepWhen::ShortNoMiss),
    ("short-no-part", StepWhen::ShortNoPart),
    ("short-go-on", StepWhen::ShortGoOn),
    ("always", StepWhen::Always),
];

/// Reads the table, first row first.
pub fn read(problems: &mut Problems, tree: &Tree) -> Vec<StepSpec> {
    let file = source::required::<StepsFile>(problems, tree, STEPS);
    let mut steps = vec![];
    for (index, text) in file.map_or(vec![], |file| file.step).into_iter().enumerate() {
        let field = format!("step {}", index + 1);
        check::messages(problems, STEPS, &field, &text.says, WORDINGS);
        check::stem(problems, STEPS, &field, &text.stem);
        let when = match (&text.criterion, &text.when) {
            (Some(_), None) => Some(StepWhen::Level),
            (None, Some(name)) => WHEN.iter().find(|(known, _)| known == name).map(|(_, when)| *when),
            _ => None,
        };
        let Some(when) = when else {
            let known: Vec<&str> = WHEN.iter().map(|(name, _)| *name).collect();
            let mend = format!("Write a criterion with from and to, or one of when = {}", known.join(", "));
            problems.add(STEPS, field, "it is not clear when the row holds", mend);
            continue;
        };
        let (from, to) = (text.from.unwrap_or(1), text.to.unwrap_or(5));
        if from < 1 || to > 5 || from > to {
            problems.add(STEPS, &field, format!("levels {from} to {to}"), "Write levels from 1 to 5, the lower first");
        }
        let criterion = text.criterion.as_deref().and_then(|name| cues::criterion(problems, STEPS, &field, name));
        let (says, stem) = (strings(text.says), text.stem.leak());
        steps.push(StepSpec { criterion, from, to, when, says, stem });
    }
    if !steps.last().is_some_and(|step| step.when == StepWhen::Always) {
        problems.add(STEPS, "last step", "no row holds always", "End with a row that has when = \"always\"");
    }
    steps
}
