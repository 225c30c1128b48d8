//! Labelled answers as the engine sees them: the numbers of each clause's traits and words.

use comeback::content::RUBRIC;
use comeback_engine::Span;
use comeback_engine::answer::Answer;
use comeback_engine::document::{Token, UNKNOWN};
use comeback_engine::learned::HEARD;
use comeback_engine::learned::features::{COUNT, Clause, Place};
use comeback_engine::reader::Reader;
use comeback_engine::role;
use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::{self, Half};

/// Answers in which a word must stand to be learned from.
const LEAST_ANSWERS: usize = 3;

/// Answers behind which each text stands that is no part of any.
const BEHIND: usize = 5;

/// One answer.
pub struct Sample {
    /// Of which answer it was made: held out together.
    pub group: usize,
    pub clauses: Vec<Labelled>,
}

/// One clause and what people said about it.
pub struct Labelled {
    /// Traits, then words of the clause, then words of the sentence; as often as they occur.
    pub features: Vec<usize>,
    /// The role that has most of its words.
    pub role: usize,
    /// One bit for each strength that shares a word with it.
    pub strengths: u32,
}

/// The tuning half of the corpus.
pub fn load() -> Result<Vec<Sample>, String> {
    let answers = corpus::load(Half::Tuning).map_err(|problems| problems.join("\n"))?;
    let own = answers.iter().cloned().enumerate();
    let mut samples: Vec<Sample> =
        own.chain(with_other_texts(&answers)).map(|(group, answer)| sample(group, &answer)).collect();
    let mut standing: BTreeMap<usize, usize> = BTreeMap::new();
    for sample in &samples {
        let own: BTreeSet<usize> = sample.clauses.iter().flat_map(|clause| clause.features.iter().copied()).collect();
        own.into_iter().for_each(|one| *standing.entry(one).or_default() += 1);
    }
    for clause in samples.iter_mut().flat_map(|sample| &mut sample.clauses) {
        clause.features.retain(|one| *one < COUNT || standing.get(one).is_some_and(|&count| count >= LEAST_ANSWERS));
    }
    Ok(samples)
}

/// Texts that are no part of any answer, alone and behind answers: whoever pastes them must gain nothing.
fn with_other_texts(answers: &[corpus::Answer]) -> Vec<(usize, corpus::Answer)> {
    let texts: Vec<&str> = include_str!("../../tests/corpus/other.txt").split("\n\n").collect();
    let others = texts.iter().cycle().take(texts.len() * BEHIND);
    let bases = answers.iter().enumerate().step_by(answers.len().div_ceil(texts.len() * BEHIND).max(1));
    let pairs = others.zip(bases).flat_map(|(other, (group, base))| {
        let behind = corpus::Answer { text: format!("{} {other}", base.text), ..base.clone() };
        let alone = corpus::Answer { text: (*other).to_owned(), roles: vec![], findings: vec![], ..base.clone() };
        [(group, behind), (group, alone)]
    });
    pairs.collect()
}

fn sample(group: usize, answer: &corpus::Answer) -> Sample {
    let mut reader = Reader::new(&RUBRIC);
    let reading = reader.read(&answer.text);
    let profile = &answer.question.profile;
    let read = Answer::of(&RUBRIC, profile, reading);
    let forms = RUBRIC.lexicon.len();
    let mut clauses = vec![];
    role::places(profile.kind, read.framed, &read.hits, |place: &Place, at: (usize, usize)| {
        let (sentence, framed) = (&read.sentences[at.0], &read.framed[at.0]);
        let hits: Vec<_> = reading.hits.iter().filter(|hit| usize::from(hit.sentence) == at.0).copied().collect();
        let clause = Clause { sentence, framed, frame: place.frame, index: at.1, hits: &hits };
        let mut features = vec![];
        clause.traits(|one| features.push(one));
        place.traits(|one| features.push(one));
        let known = |tokens: &[Token]| -> Vec<usize> {
            tokens.iter().filter(|token| token.lemma != UNKNOWN).map(|token| usize::from(token.lemma)).collect()
        };
        features.extend(known(clause.tokens()).iter().map(|lemma| COUNT + lemma));
        features.extend(known(&sentence.tokens).iter().map(|lemma| COUNT + forms + lemma));
        let mut words = [0; 10];
        clause.tokens().iter().for_each(|token| words[answer.role_at(token.span.start) as usize] += 1);
        let role = (0..10).max_by_key(|&role| (words[role], 10 - role)).unwrap();
        let noted = |span: Span| clause.tokens().iter().any(|token| token.span.overlaps(&span));
        let strengths = answer
            .findings
            .iter()
            .filter(|one| one.span.is_some_and(noted))
            .filter_map(|one| HEARD.iter().position(|strength| *strength == one.kind));
        clauses.push(Labelled { features, role, strengths: strengths.fold(0, |bits, at| bits | 1 << at) });
    });
    Sample { group, clauses }
}
