//! How the words of an answer are shared out among the roles.

use crate::answer::{Answer, count};
use crate::class;
use crate::frame::{Subject, Voice};
use crate::names::Role;
use crate::report::{Agent, Length, Part};
use crate::rubric::Words;

/// Sounds without content in what was spoken.
const SPOKEN_FROM: usize = 2;

/// One sentence's share.
#[derive(Clone, Copy, Debug)]
pub struct SentenceShape {
    /// Its main role.
    pub role: Role,
    /// Mask of all roles in it.
    pub all: u16,
}

/// The words of an answer by role.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Words in the text.
    pub words: u32,
    /// Words outside repeated and copied sentences and the question.
    pub counted: u32,
    /// Of these, words in sentences that are not `other`.
    pub useful: u32,
    /// Counted words without those of two or more sentences in a row that are no part of the answer.
    told: u32,
    /// Words per role, in the order of [`Role::ALL`], of the counted sentences.
    by_role: [u32; 10],
    /// The counted sentences, in order.
    pub sentences: Vec<SentenceShape>,
    /// True for what was spoken and taken down: nobody types "um" twice.
    pub spoken: bool,
    /// Useful words before the first `repair` sentence; `None` without one.
    before_repair: Option<u32>,
}

impl Shape {
    /// Shares out the words, sentence by sentence.
    pub fn of(answer: &Answer) -> Shape {
        let words = answer.sentences.iter().flat_map(|sentence| &sentence.tokens);
        let sounds = words.filter(|token| token.is(class::FILLER)).count();
        let mut shape = Shape {
            words: answer.words(),
            counted: 0,
            useful: 0,
            told: 0,
            by_role: [0; 10],
            sentences: Vec::new(),
            spoken: sounds >= SPOKEN_FROM,
            before_repair: None,
        };
        let idle = |at: usize| answer.told.get(at).is_some_and(|told| !told || answer.sentence_role(at) == Role::Other);
        for (at, sentence) in answer.sentences.iter().enumerate() {
            if !answer.counts.get(at).copied().unwrap_or(false) {
                continue;
            }
            let words = u32::try_from(count(&sentence.tokens)).unwrap_or(0);
            let role = answer.sentence_role(at);
            let all = answer.clauses_of(at).fold(0, |mask, clause| mask | clause.all);
            if role == Role::Repair && shape.before_repair.is_none() {
                shape.before_repair = Some(shape.useful);
            }
            shape.counted += words;
            if role != Role::Other {
                shape.useful += words;
            }
            if !idle(at) || (at == 0 || !idle(at - 1)) && !idle(at + 1) {
                shape.told += words;
            }
            if let Some(sum) = shape.by_role.get_mut(role as usize) {
                *sum += words;
            }
            shape.sentences.push(SentenceShape { role, all });
        }
        shape
    }

    /// Where the length stands against the question's bands: words that are no part of the answer make it no less short.
    pub fn length(&self, bands: &Words) -> Length {
        let told = Length::of(self.told, bands);
        if told < Length::Target { told } else { Length::of(self.counted, bands) }
    }

    /// Percent of the useful words in a role, rounded half up; `other`: percent of the counted words.
    pub fn percent(&self, role: Role) -> u8 {
        let words = self.by_role.get(role as usize).copied().unwrap_or(0);
        percent(words, if role == Role::Other { self.counted } else { self.useful })
    }

    /// Percent of the counted words in the asked roles.
    pub fn asked_percent(&self, asked: u16) -> u8 {
        let words = Role::ALL
            .iter()
            .filter(|role| asked & role.bit() != 0)
            .filter_map(|&role| self.by_role.get(role as usize))
            .sum();
        percent(words, self.counted)
    }

    /// Percent of the useful words before the story turns to repair.
    pub fn turn(&self) -> Option<u8> {
        self.before_repair.map(|words| percent(words, self.useful))
    }
}

fn percent(part: u32, whole: u32) -> u8 {
    if whole == 0 {
        0
    } else {
        u8::try_from((u64::from(part) * 200 + u64::from(whole)) / (u64::from(whole) * 2)).unwrap_or(100)
    }
}

/// The sentences as the report shows them.
pub fn parts(answer: &Answer) -> Vec<Part> {
    answer
        .sentences
        .iter()
        .enumerate()
        .map(|(at, sentence)| {
            // Repetition, the question and borrowed text are no part of the story.
            let counts = answer.counts.get(at).copied().unwrap_or(false);
            let role = if counts { answer.sentence_role(at) } else { Role::Other };
            Part {
                span: sentence.span,
                words: u16::try_from(count(&sentence.tokens)).unwrap_or(u16::MAX),
                role,
                also: answer.clauses_of(at).fold(0, |mask, clause| mask | clause.all) & !role.bit(),
                agent: agent(answer, at, role),
                repeated: answer.repeated.get(at).copied().unwrap_or(false),
            }
        })
        .collect()
}

/// Who acts in the clauses that tell the failure or the cause.
fn agent(answer: &Answer, at: usize, role: Role) -> Agent {
    if !matches!(role, Role::Failure | Role::Cause) {
        return Agent::None;
    }
    let told = answer.clauses_of(at).find(|clause| clause.all & (Role::Failure.bit() | Role::Cause.bit()) != 0);
    let frame = told.and_then(|clause| answer.framed.get(at).and_then(|one| one.frames.get(usize::from(clause.frame))));
    match frame.map(|frame| (frame.subject, frame.voice)) {
        None | Some((_, Voice::Agentless)) => Agent::None,
        Some((Subject::I, _)) => Agent::Me,
        Some((Subject::We, _)) => Agent::We,
        Some((Subject::Person | Subject::Org | Subject::You, _)) => Agent::Other,
        Some((Subject::Circumstance | Subject::Thing, _)) => Agent::Circumstance,
        Some(_) => Agent::None,
    }
}
