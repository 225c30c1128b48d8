//! What is said about each kind of finding, with the examples that prove it.

use crate::criteria::WORDINGS;
use crate::cues;
use crate::problem::{Problems, check};
use crate::source::{self, Tree, strings};
use comeback_engine::rubric::KindSpec;
use comeback_engine::{Signal, Tier};
use serde::Deserialize;

const FILE: &str = "rubric/findings.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingsFile {
    finding: Vec<FindingText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingText {
    kind: String,
    tier: String,
    criterion: String,
    says: Vec<String>,
    #[serde(default)]
    then: Vec<String>,
    #[serde(default)]
    stem: String,
    #[serde(default)]
    fires: Vec<ExampleText>,
    #[serde(default)]
    silent: Vec<ExampleText>,
}

/// A text, or a text with the question it answers.
#[derive(Deserialize)]
#[serde(untagged)]
enum ExampleText {
    Plain(String),
    Answer(AnswerText),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerText {
    text: String,
    question: String,
}

/// One line of a finding's proof.
#[derive(Clone, Debug)]
pub struct Example {
    /// The kind it speaks of.
    pub kind: Signal,
    /// True when it must give the kind, false when it must not.
    pub fires: bool,
    /// The answer.
    pub text: String,
    /// Id of the question it answers.
    pub question: String,
}

/// Reads all kinds, in the engine's order, and their examples.
pub fn read(problems: &mut Problems, tree: &Tree, questions: &[&str]) -> (Vec<KindSpec>, Vec<Example>) {
    let (mut kinds, mut examples) = (Vec::<KindSpec>::new(), vec![]);
    let file = source::required::<FindingsFile>(problems, tree, FILE);
    for text in file.map_or(vec![], |file| file.finding) {
        let field = |name: &str| format!("finding {} · {name}", text.kind);
        let Some(signal) = Signal::from_name(&text.kind).filter(|signal| signal.is_finding()) else {
            problems.add(FILE, field("kind"), "there is no such kind", "Use a finding of engine/src/signal.rs");
            continue;
        };
        if kinds.iter().any(|kind| kind.signal == signal) {
            problems.add(FILE, field("kind"), "the kind stands twice", "Remove one of the two");
        }
        let criterion = cues::criterion(problems, FILE, &field("criterion"), &text.criterion);
        let tier = [Tier::Strength, Tier::Hint, Tier::Warn, Tier::Accuse].into_iter().find(|t| t.name() == text.tier);
        if tier.is_none_or(|tier| (tier == Tier::Strength) != signal.is_strength()) {
            problems.add(
                FILE,
                field("tier"),
                format!("\"{}\" does not fit", text.tier),
                "Strengths have the tier strength, problems hint, warn or accuse",
            );
        }
        check::messages(problems, FILE, &field("says"), &text.says, WORDINGS);
        if signal.is_strength() {
            check::messages(problems, FILE, &field("then"), &text.then, text.says.len());
            text.then.iter().for_each(|then| check::question(problems, FILE, &field("then"), then));
        } else {
            text.says.iter().for_each(|says| check::question(problems, FILE, &field("says"), says));
        }
        check::stem(problems, FILE, &field("stem"), &text.stem);
        for (fires, list) in [(true, text.fires), (false, text.silent)] {
            for example in list {
                let (answer, question) = match example {
                    ExampleText::Plain(answer) => (answer, "biggest-failure".to_owned()),
                    ExampleText::Answer(AnswerText { text, question }) => (text, question),
                };
                let name = field(if fires { "fires" } else { "silent" });
                check::text(problems, FILE, &name, &answer);
                if !questions.contains(&question.as_str()) {
                    problems.add(FILE, name, format!("there is no question \"{question}\""), "Use a question's id");
                }
                examples.push(Example { kind: signal, fires, text: answer, question });
            }
        }
        if let (Some(criterion), Some(tier)) = (criterion, tier) {
            let (says, then) = (strings(text.says), strings(text.then));
            kinds.push(KindSpec { signal, tier, criterion, says, then, stem: text.stem.leak() });
        }
    }
    for signal in Signal::ALL.iter().filter(|signal| signal.is_finding()) {
        if !kinds.iter().any(|kind| kind.signal == *signal) {
            problems.add(FILE, format!("finding {}", signal.name()), "it is missing", "Add it");
        }
    }
    kinds.sort_by_key(|kind| kind.signal);
    (kinds, examples)
}
