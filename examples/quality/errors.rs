//! Where the engine and the writer differ, with the words. Never called for the unseen half.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comeback_engine::{Criterion, Finding, Role, Signal, Span};

use crate::figures;
use crate::judged::Judged;

/// Bytes of the sentence that are shown on each side of the words.
const AROUND: u32 = 80;

/// Lists the differences in `what`: a kind of finding, or one of the names below.
pub fn errors(judged: &[Judged], what: &str) -> Result<String, String> {
    let lines: Vec<String> = match what {
        "roles" => roles(judged),
        "levels" => judged.iter().flat_map(levels).collect(),
        "pairs" => pairs(judged),
        "accusations" => judged.iter().flat_map(accusations).collect(),
        "findings" => Signal::ALL.iter().flat_map(|&kind| kinds(judged, kind)).collect(),
        name => {
            let kind = Signal::ALL.iter().find(|kind| kind.name() == name && kind.is_finding());
            kinds(judged, *kind.ok_or_else(|| format!("there is no finding `{name}`"))?)
        }
    };
    Ok(lines.into_iter().map(|line| line + "\n").collect())
}

fn kinds(judged: &[Judged], kind: Signal) -> Vec<String> {
    let mut lines = vec![];
    for one in judged {
        for wrong in one.found.iter().filter(|found| found.finding.kind == kind && !found.right) {
            lines.push(format!("{} false  {}", kind.name(), found(one, &wrong.finding)));
        }
    }
    for one in judged {
        for noted in one.missed.iter().filter(|noted| noted.kind == kind) {
            lines.push(format!("{} missed {}", kind.name(), place(one, noted.span)));
        }
    }
    lines
}

fn accusations(one: &Judged) -> Vec<String> {
    let wrong = one.accusations().filter(|found| !found.deserved);
    let wrong = wrong.map(|wrong| format!("{} false  {}", wrong.finding.kind.name(), found(one, &wrong.finding)));
    let missed = one.accusable().filter(|(_, accused)| !accused);
    wrong.chain(missed.map(|(noted, _)| format!("{} missed {}", noted.kind.name(), place(one, noted.span)))).collect()
}

/// Confusions, the most frequent first.
fn roles(judged: &[Judged]) -> Vec<String> {
    let mut confused: Vec<((Role, Role), String)> = vec![];
    for one in judged {
        for &(span, writer, engine) in one.sentences.iter().filter(|(_, writer, engine)| writer != engine) {
            confused.push(((writer, engine), place(one, Some(span))));
        }
    }
    let mut counts: BTreeMap<(Role, Role), usize> = BTreeMap::new();
    confused.iter().for_each(|(pair, _)| *counts.entry(*pair).or_default() += 1);
    confused.sort_by_key(|&(pair, _)| (Reverse(counts.get(&pair).copied()), pair));
    confused
        .into_iter()
        .map(|((writer, engine), at)| format!("{} read as {}  {at}", writer.name(), engine.name()))
        .collect()
}

fn levels(one: &Judged) -> Vec<String> {
    let both = Criterion::ALL.into_iter().zip(one.answer.levels.iter().zip(&one.report.levels));
    let far = both.filter_map(|(criterion, (writer, engine))| Some((criterion, (*writer)?, (*engine)?)));
    far.filter(|(_, writer, engine)| writer.abs_diff(*engine) >= 2)
        .map(|(criterion, writer, engine)| {
            let held = one.report.held(criterion).map_or(String::new(), |held| format!(", held by {}", held.by.name()));
            let of = |evidence: &&comeback_engine::Evidence| evidence.criterion == criterion;
            let seen = one.report.evidence.iter().filter(of);
            let seen: Vec<String> = seen
                .map(|evidence| format!("{} \"{}\"", evidence.signal.name(), evidence.span.of(&one.answer.text)))
                .collect();
            let id = &one.answer.id;
            format!("{} writer {writer}, engine {engine}{held}  {id}: {}", criterion.name(), seen.join(" · "))
        })
        .collect()
}

fn pairs(judged: &[Judged]) -> Vec<String> {
    let wrong = figures::couples(judged).into_iter().filter(|(before, after)| after.overall <= before.overall);
    wrong
        .map(|(before, after)| {
            let levels =
                |one: &Judged| one.report.levels.map(|level| level.map_or("-".to_owned(), |level| level.to_string()));
            format!(
                "{} {:.2} [{}], improved {} {:.2} [{}]",
                before.answer.id,
                before.overall,
                levels(before).join(" "),
                after.answer.id,
                after.overall,
                levels(after).join(" ")
            )
        })
        .collect()
}

fn found(one: &Judged, finding: &Finding) -> String {
    place(one, finding.span)
}

/// The words in square brackets, in a little of the sentence that holds them, on one line.
fn place(one: &Judged, span: Option<Span>) -> String {
    let (id, text) = (&one.answer.id, one.answer.text.as_str());
    let Some(span) = span else { return format!("{id}: (whole answer)") };
    let sentence = one.report.parts.iter().find(|part| part.span.overlaps(&span)).map_or(span, |part| part.span);
    let start = text.floor_char_boundary(sentence.start.max(span.start.saturating_sub(AROUND)) as usize);
    let end = text.ceil_char_boundary(sentence.end.min(span.end + AROUND) as usize);
    let before = text.get(start..span.start as usize).unwrap_or("");
    let after = text.get(span.end as usize..end).unwrap_or("");
    format!("{id}: {before}[{}]{after}", span.of(text)).replace('\n', " / ")
}
