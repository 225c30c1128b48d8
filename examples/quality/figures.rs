//! The figures of the report, each over any choice of answers, so that intervals can draw them again.

use comeback_engine::{Role, Signal, Tier};

use crate::corpus::Quality;
use crate::judged::Judged;
use crate::statistics::{Table, auc, f1, kappa, mean, ratio, spearman};

/// Words that a list would look for: what the engine must beat.
const LISTED: [&str; 30] = [
    "accountable",
    "admitted",
    "apologised",
    "apologized",
    "asked",
    "because",
    "changed",
    "check",
    "checklist",
    "decided",
    "decision",
    "fault",
    "feedback",
    "fixed",
    "improved",
    "learned",
    "learnt",
    "lesson",
    "mistake",
    "owned",
    "realised",
    "realized",
    "responsibility",
    "responsible",
    "result",
    "review",
    "since",
    "told",
    "underestimated",
    "wrong",
];

/// How far strong answers stand above weak ones by this score.
pub fn separation(judged: &[&Judged], score: impl Fn(&Judged) -> f64) -> Option<f64> {
    let of =
        |quality| judged.iter().filter(|one| one.answer.quality == quality).map(|one| score(one)).collect::<Vec<_>>();
    auc(&of(Quality::Strong), &of(Quality::Weak))
}

/// As [`separation`], of the couples in which the weak answer is the longer one: length is no help there.
pub fn separation_against_length(judged: &[&Judged]) -> Option<f64> {
    let of = |quality| judged.iter().filter(move |one| one.answer.quality == quality);
    let couples = of(Quality::Strong).flat_map(|strong| of(Quality::Weak).map(move |weak| (strong, weak)));
    let couples = couples.filter(|(strong, weak)| weak.answer.words() > strong.answer.words());
    mean(couples.filter_map(|(strong, weak)| auc(&[strong.overall], &[weak.overall])))
}

pub fn overall(one: &Judged) -> f64 {
    one.overall
}

pub fn length(one: &Judged) -> f64 {
    one.answer.words() as f64
}

pub fn listed_words(one: &Judged) -> f64 {
    let words = one.answer.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| LISTED.contains(&word.as_str())).count() as f64
}

/// Answers with a weaker telling of the same story: (weaker, improved).
pub fn couples(judged: &[Judged]) -> Vec<(&Judged, &Judged)> {
    let by_id = |id: &str| judged.iter().find(|one| one.answer.id == id);
    judged.iter().filter_map(|one| Some((by_id(one.answer.improves.as_deref()?)?, one))).collect()
}

/// How often the improved one stands above; a tie is wrong.
pub fn ranked(couples: &[&(&Judged, &Judged)]) -> Option<f64> {
    let right = couples.iter().filter(|(before, after)| after.overall > before.overall).count();
    ratio(right as f64, couples.len() as f64)
}

/// Rank agreement of a score with the mean of the writers' levels.
pub fn agreement(judged: &[&Judged], score: impl Fn(&Judged) -> f64) -> Option<f64> {
    spearman(&judged.iter().map(|one| (score(one), one.by_writer)).collect::<Vec<_>>())
}

/// Agreement on one criterion where both gave a level: (by the writer, by the engine).
pub fn levels(judged: &[&Judged], criterion: usize) -> Vec<(u8, u8)> {
    judged.iter().filter_map(|one| one.answer.levels[criterion].zip(one.report.levels[criterion])).collect()
}

/// The mean of the twelve kappas.
pub fn mean_kappa(judged: &[&Judged]) -> Option<f64> {
    mean((0..12).filter_map(|criterion| kappa(&levels(judged, criterion))))
}

/// Roles of sentences: `[by the writer][by the engine]`.
pub fn sentence_roles(judged: &[&Judged]) -> Table<10> {
    tabled(judged.iter().flat_map(|one| one.sentences.iter().map(|&(_, writer, engine)| (writer, engine))))
}

/// Roles of words, by clauses.
pub fn word_roles(judged: &[&Judged]) -> Table<10> {
    tabled(judged.iter().flat_map(|one| one.words.iter().copied()))
}

fn tabled(pairs: impl Iterator<Item = (Role, Role)>) -> Table<10> {
    let mut table = [[0.0; 10]; 10];
    for (writer, engine) in pairs {
        table[writer as usize][engine as usize] += 1.0;
    }
    table
}

/// The mean F1 of the roles that occur.
pub fn macro_f1(table: &Table<10>) -> Option<f64> {
    mean((0..10).filter_map(|role| f1(table, role)))
}

/// The share of findings, of these kinds, that the writer noted too.
pub fn precision(judged: &[&Judged], of: impl Fn(Signal) -> bool) -> Option<f64> {
    let found = judged.iter().flat_map(|one| &one.found).filter(|found| of(found.finding.kind));
    mean(found.map(|found| f64::from(u8::from(found.right))))
}

/// The share of the writer's findings, of these kinds, that the engine has too.
pub fn recall(judged: &[&Judged], of: impl Fn(Signal) -> bool) -> Option<f64> {
    let count = |found: bool| {
        let all: usize =
            judged.iter().map(|one| one.answer.findings.iter().filter(|noted| of(noted.kind)).count()).sum();
        let missed: usize = judged.iter().map(|one| one.missed.iter().filter(|noted| of(noted.kind)).count()).sum();
        if found { all - missed } else { all }
    };
    ratio(count(true) as f64, count(false) as f64)
}

/// The share of accusations that stand on a problem the writer noted there.
pub fn accusation_precision(judged: &[&Judged]) -> Option<f64> {
    mean(judged.iter().flat_map(|one| one.accusations()).map(|found| f64::from(u8::from(found.deserved))))
}

/// The share of the writer's accusable problems at which an accusation stands.
pub fn accusation_recall(judged: &[&Judged]) -> Option<f64> {
    mean(judged.iter().flat_map(|one| one.accusable()).map(|(_, accused)| f64::from(u8::from(accused))))
}

/// Accusations in a hundred good answers.
pub fn accused_good(judged: &[&Judged]) -> Option<f64> {
    mean(good(judged).map(|one| 100.0 * one.accusations().count() as f64))
}

/// Warnings in a hundred words of good answers: those that quote words, and all.
pub fn warned_good(judged: &[&Judged], placed: bool) -> Option<f64> {
    let warnings = |one: &Judged| {
        let warns = one.report.findings.iter().filter(|finding| finding.tier == Tier::Warn);
        warns.filter(|finding| !placed || finding.span.is_some()).count() as f64
    };
    per_hundred_words(good(judged), warnings)
}

/// Problems in a hundred words that quote words and that the writer did not note.
pub fn false_alarms<'a>(judged: impl Iterator<Item = &'a Judged> + Clone) -> Option<f64> {
    per_hundred_words(judged, |one| {
        let problems = one.found.iter().filter(|found| found.finding.tier != Tier::Strength);
        problems.filter(|found| found.finding.span.is_some() && !found.right).count() as f64
    })
}

fn per_hundred_words<'a>(
    judged: impl Iterator<Item = &'a Judged> + Clone,
    count: impl Fn(&Judged) -> f64,
) -> Option<f64> {
    let words: f64 = judged.clone().map(length).sum();
    ratio(100.0 * judged.map(count).sum::<f64>(), words)
}

fn good<'a>(judged: &'a [&'a Judged]) -> impl Iterator<Item = &'a Judged> + Clone {
    judged.iter().copied().filter(|one| one.answer.quality == Quality::Strong)
}
