//! What each case demands of the engine; an empty list means that it holds.

use comeback::content::{RUBRIC, question};
use comeback_engine::{Criterion, QuestionProfile, Report, Signal, State, Tier, assess};

use crate::written::{Case, Direction, Invariance, Minimum};

/// How far, in hundredths, the overall may move when nothing that matters is changed.
const STILL: u16 = 10;

fn judge(asked: &str, text: &str) -> Report {
    assess(&RUBRIC, profile(asked), text)
}

fn profile(asked: &str) -> &'static QuestionProfile {
    &question(asked).unwrap_or_else(|| panic!("there is no question {asked}")).profile
}

impl Minimum {
    pub fn wrong(&self) -> Vec<String> {
        // Fillers are looked for in transcripts alone.
        let spoken = self.finds.iter().chain(&self.silent).any(|name| name == Signal::Filler.name());
        let profile = QuestionProfile { spoken, ..*profile(&self.question) };
        let report = assess(&RUBRIC, &profile, &self.text);
        let mut wrong = seen(&report, &self.finds, &self.silent);
        if let Some(role) = &self.role {
            let first = report.parts.first().map_or("none", |part| part.role.name());
            if first != role {
                wrong.push(format!("its role is {first}, not {role}"));
            }
        }
        wrong
    }
}

impl Invariance {
    pub fn wrong(&self) -> Vec<String> {
        let mut swapped = self.text.clone();
        let mut wrong = vec![];
        for (from, to) in &self.swaps {
            if !swapped.contains(from) {
                wrong.push(format!("\"{from}\" does not occur"));
            }
            swapped = swapped.replace(from, to);
        }
        let overall = |text: &str| judge(&self.question, text).overall;
        match (overall(&self.text), overall(&swapped)) {
            (Some(one), Some(other)) if one.abs_diff(other) <= STILL => {}
            (one, other) => wrong.push(format!("the overall goes from {one:?} to {other:?}")),
        }
        wrong
    }
}

impl Direction {
    pub fn wrong(&self) -> Vec<String> {
        let (before, after) = (judge(&self.question, &self.before), judge(&self.question, &self.after));
        let moved = |name: &String, up: bool| {
            let criterion = criterion(name);
            let levels = (before.level(criterion), after.level(criterion));
            let right = match levels {
                (Some(before), Some(after)) => {
                    if up {
                        after > before
                    } else {
                        after < before
                    }
                }
                _ => false,
            };
            (!right).then(|| format!("{name} goes from {:?} to {:?}", levels.0, levels.1))
        };
        let rises = self.rises.iter().filter_map(|name| moved(name, true));
        rises.chain(self.falls.iter().filter_map(|name| moved(name, false))).collect()
    }
}

impl Case {
    pub fn wrong(&self) -> Vec<String> {
        let text = vec![self.text.as_str(); self.repeat].join(&self.glue);
        let report = judge(&self.question, &text);
        let mut wrong = seen(&report, &self.finds, &self.silent);
        let accusations = report.findings.iter().filter(|finding| finding.tier == Tier::Accuse);
        let accusations: Vec<_> = accusations.map(|finding| finding.kind.name()).collect();
        if self.accuses.is_some_and(|may| may == accusations.is_empty()) {
            wrong.push(format!("it accuses of {accusations:?}"));
        }
        let state = state(report.state);
        if self.state.as_deref().is_some_and(|wanted| wanted != state) {
            wrong.push(format!("its state is {state}"));
        }
        for (name, &most) in &self.at_most {
            if let Some(level) = report.level(criterion(name)).filter(|&level| level > most) {
                wrong.push(format!("{name} is {level}"));
            }
        }
        if let Some((most, overall)) = self.overall_at_most.zip(report.overall).filter(|(most, is)| is > most) {
            wrong.push(format!("the overall is {overall}, above {most}"));
        }
        if let Some(base) = &self.base {
            let base = judge(&self.question, base);
            for criterion in Criterion::ALL {
                let levels = base.level(criterion).zip(report.level(criterion));
                if let Some((before, after)) = levels.filter(|(before, after)| after > before) {
                    wrong.push(format!("{} rises from {before} to {after}", criterion.name()));
                }
            }
        }
        wrong
    }
}

fn seen(report: &Report, finds: &[String], silent: &[String]) -> Vec<String> {
    let has = |name: &String| report.findings.iter().any(|finding| finding.kind == kind(name));
    let missing = finds.iter().filter(|name| !has(name)).map(|name| format!("no {name}"));
    missing.chain(silent.iter().filter(|name| has(name)).map(|name| format!("a false {name}"))).collect()
}

fn kind(name: &str) -> Signal {
    let found = Signal::ALL.iter().copied().find(|signal| signal.name() == name && signal.is_finding());
    found.unwrap_or_else(|| panic!("there is no finding {name}"))
}

fn criterion(name: &str) -> Criterion {
    Criterion::from_name(name).unwrap_or_else(|| panic!("there is no criterion {name}"))
}

fn state(state: State) -> &'static str {
    match state {
        State::Empty => "empty",
        State::Short => "short",
        State::NotEnglish => "not-english",
        State::Unsure => "unsure",
        State::Scored => "scored",
    }
}
