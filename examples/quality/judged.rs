//! One answer, judged by its writer and by the engine, side by side.

use comeback::content::RUBRIC;
use comeback_engine::answer::Answer as Read;
use comeback_engine::reader::Reader;
use comeback_engine::{Finding, Report, Role, Signal, Span, Tier, assess, criterion};

use crate::corpus::{Answer, FAMILY, Noted};

/// An answer and what was made of it.
pub struct Judged {
    pub answer: Answer,
    pub report: Report,
    /// The engine's overall, 1-5; 0 where it gave none.
    pub overall: f64,
    /// The mean of the writer's levels under the question's weights, 1-5.
    pub by_writer: f64,
    /// For each sentence: where, its role by the writer, its role by the engine.
    pub sentences: Vec<(Span, Role, Role)>,
    /// For each word: its role by the writer, the role of its clause by the engine.
    pub words: Vec<(Role, Role)>,
    pub found: Vec<Found>,
    pub missed: Vec<Noted>,
}

/// A finding of the engine.
pub struct Found {
    pub finding: Finding,
    /// The writer noted the same kind there.
    pub right: bool,
    /// The writer noted some problem there that deserves an accusation.
    pub deserved: bool,
}

impl Judged {
    pub fn new(answer: Answer) -> Judged {
        let profile = &answer.question.profile;
        let report = assess(&RUBRIC, profile, &answer.text);
        let words = words(&answer.text);
        let by_writer = criterion::mean(&answer.levels, &profile.weights).unwrap_or(0);
        let sentences =
            report.parts.iter().map(|part| (part.span, most(&answer, &words, part.span), part.role)).collect();
        let clauses = clauses(&answer);
        let engine_role =
            |word: &Span| clauses.iter().find(|(span, _)| span.overlaps(word)).map_or(Role::Other, |&(_, role)| role);
        let found = report.findings.iter().filter(|finding| !finding.provisional).map(|&finding| {
            let here = |noted: &&Noted| meet(&words, noted.span, finding.span);
            let right = answer.findings.iter().filter(here).any(|noted| noted.kind == finding.kind);
            let placed = answer.findings.iter().filter(|noted| noted.span.is_some());
            let deserved = right || placed.filter(here).any(|noted| FAMILY.contains(&noted.kind));
            Found { finding, right, deserved }
        });
        let missed = answer.findings.iter().filter(|noted| {
            !report.findings.iter().any(|finding| finding.kind == noted.kind && meet(&words, noted.span, finding.span))
        });
        Judged {
            overall: report.overall.map_or(0.0, hundredths),
            by_writer: hundredths(by_writer),
            sentences,
            words: words.iter().map(|word| (answer.role_at(word.start), engine_role(word))).collect(),
            found: found.collect(),
            missed: missed.copied().collect(),
            report,
            answer,
        }
    }

    pub fn accusations(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(|found| found.finding.tier == Tier::Accuse)
    }

    /// The writer's findings that ask for an accusation, and whether one stands there.
    pub fn accusable(&self) -> impl Iterator<Item = (Noted, bool)> {
        let words = words(&self.answer.text);
        let accuses = |kind: Signal| RUBRIC.kinds.iter().any(|spec| spec.signal == kind && spec.tier == Tier::Accuse);
        self.answer.findings.iter().filter(move |noted| accuses(noted.kind)).map(move |noted| {
            let hits = |found: &Found| {
                (noted.span.is_some() || found.finding.kind == noted.kind)
                    && meet(&words, noted.span, found.finding.span)
            };
            (*noted, self.accusations().any(hits))
        })
    }
}

fn hundredths(value: u16) -> f64 {
    f64::from(value) / 100.0
}

/// What stands between spaces.
fn words(text: &str) -> Vec<Span> {
    let start_of = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| Span { start: start_of(word) as u32, end: (start_of(word) + word.len()) as u32 })
        .collect()
}

/// The writer's role that has most of the words, the first one where two have as many.
fn most(answer: &Answer, words: &[Span], sentence: Span) -> Role {
    let mut counts = [0; 10];
    for word in words.iter().filter(|word| word.overlaps(&sentence)) {
        counts[answer.role_at(word.start.max(sentence.start)) as usize] += 1;
    }
    let at = (0..counts.len()).max_by_key(|&at| (counts[at], counts.len() - at)).unwrap_or(0);
    Role::ALL[at]
}

/// The engine's clauses and their roles, in order.
fn clauses(answer: &Answer) -> Vec<(Span, Role)> {
    let mut reader = Reader::new(&RUBRIC);
    let read = Read::of(&RUBRIC, &answer.question.profile, reader.read(&answer.text));
    let span = |sentence: u16, frame: u16| {
        read.framed.get(usize::from(sentence)).and_then(|one| one.frames.get(usize::from(frame))).map(|one| one.span)
    };
    read.roles.iter().filter_map(|role| Some((span(role.sentence, role.frame)?, role.main))).collect()
}

/// True when two places share a word, or when one of them is the whole answer.
fn meet(words: &[Span], one: Option<Span>, other: Option<Span>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => words.iter().any(|word| word.overlaps(&one) && word.overlaps(&other)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(start: u32, end: u32) -> Option<Span> {
        Some(Span { start, end })
    }

    #[test]
    fn places_meet_in_a_word_or_in_the_whole_answer() {
        let words = words("we lost – it");
        assert_eq!(words.len(), 3);
        assert!(meet(&words, at(0, 5), at(6, 12)), "both touch the second word");
        assert!(!meet(&words, at(0, 2), at(3, 7)));
        assert!(meet(&words, None, at(3, 7)));
    }
}
