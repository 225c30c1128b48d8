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
    /// Held out together: of which answer it was made, and the weaker telling of the same story.
    pub group: usize,
    pub clauses: Vec<Labelled>,
}

/// One clause and what people said about it.
pub struct Labelled {
    /// Traits, then words of the clause, of the sentence and at the start; as often as they occur.
    pub features: Vec<u32>,
    /// The role that has most of its words.
    pub role: usize,
    /// One bit for each of what is heard that shares a word with it.
    pub heard: u32,
}

/// The tuning half of the corpus; the samples of the answers come first, in order.
pub fn load() -> Result<(Vec<corpus::Answer>, Vec<Sample>), String> {
    let answers = corpus::load(Half::Tuning).map_err(|problems| problems.join("\n"))?;
    let groups = groups(&answers);
    let own = groups.iter().copied().zip(answers.iter().cloned());
    let mut samples: Vec<Sample> =
        own.chain(with_other_texts(&answers, &groups)).map(|(group, answer)| sample(group, &answer)).collect();
    let mut standing: BTreeMap<u32, usize> = BTreeMap::new();
    for sample in &samples {
        let own: BTreeSet<u32> = sample.clauses.iter().flat_map(|clause| clause.features.iter().copied()).collect();
        own.into_iter().for_each(|one| *standing.entry(one).or_default() += 1);
    }
    let often = |one: &u32| standing.get(one).is_some_and(|&count| count >= LEAST_ANSWERS);
    for clause in samples.iter_mut().flat_map(|sample| &mut sample.clauses) {
        clause.features.retain(|one| (*one as usize) < COUNT || often(one));
    }
    Ok((answers, samples))
}

/// A number for each answer; both tellings of a story have the same.
pub fn groups(answers: &[corpus::Answer]) -> Vec<usize> {
    let number = |answer: &corpus::Answer| {
        let weaker = answer.improves.as_ref().unwrap_or(&answer.id);
        answers.iter().position(|other| other.id == *weaker).unwrap()
    };
    answers.iter().map(number).collect()
}

/// Texts that are no part of any answer, alone and behind answers: whoever pastes them must gain nothing.
fn with_other_texts(answers: &[corpus::Answer], groups: &[usize]) -> Vec<(usize, corpus::Answer)> {
    let texts: Vec<&str> = include_str!("../../tests/corpus/other.txt").split("\n\n").collect();
    let others = texts.iter().cycle().take(texts.len() * BEHIND);
    let bases = groups.iter().copied().zip(answers).step_by(answers.len().div_ceil(texts.len() * BEHIND).max(1));
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
    role::places(profile.kind, (read.framed, &read.told), &read.hits, |place: &Place, at: (usize, usize)| {
        let (sentence, framed) = (&read.sentences[at.0], &read.framed[at.0]);
        let hits: Vec<_> = reading.hits.iter().filter(|hit| usize::from(hit.sentence) == at.0).copied().collect();
        let clause = Clause { sentence, framed, frame: place.frame, index: at.1, hits: &hits };
        let mut features = vec![];
        clause.traits(|one| features.push(one as u32));
        place.traits(|one| features.push(one as u32));
        let words = |tokens: &[Token], place: usize| -> Vec<u32> {
            let known = tokens.iter().filter(|token| token.lemma != UNKNOWN);
            known.map(|token| (COUNT + place * forms + usize::from(token.lemma)) as u32).collect()
        };
        features.extend(words(clause.tokens(), 0));
        features.extend(words(&sentence.tokens, 1));
        features.extend(words(clause.tokens().get(..1).unwrap_or(&[]), 2));
        let mut words = [0; 10];
        clause.tokens().iter().for_each(|token| words[answer.role_at(token.span.start) as usize] += 1);
        let role = (0..10).max_by_key(|&role| (words[role], 10 - role)).unwrap();
        let noted = |span: Span| clause.tokens().iter().any(|token| token.span.overlaps(&span));
        let heard = answer
            .findings
            .iter()
            .filter(|one| one.span.is_some_and(noted))
            .filter_map(|one| HEARD.iter().position(|heard| *heard == one.kind));
        clauses.push(Labelled { features, role, heard: heard.fold(0, |bits, at| bits | 1 << at) });
    });
    Sample { group, clauses }
}
