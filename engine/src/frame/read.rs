//! Reads the frames of a sentence; subjects that were left out come from the clause or sentence before.

use super::clause::{Clause, Tie, clauses, opens_with_past};
use super::speaker::{Sketch, speakers};
use super::{Frame, Modality, Polarity, Speaker, Subject, Tense, Voice, group, polarity, reality, subject};
use crate::class::{self, flag};
use crate::document::{Break, Kind, Sentence, Token};
use crate::key;
use crate::report::{Shift, Span};

/// The clauses of one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Framed {
    /// In order; together they hold every word.
    pub frames: Vec<Frame>,
    /// The polarity of each word.
    pub polarity: Vec<Polarity>,
    /// The frame of each word.
    pub of: Vec<u16>,
}

impl Framed {
    /// Moves the clauses along with their sentence.
    pub fn shift(&mut self, by: Shift) {
        self.frames.iter_mut().for_each(|frame| frame.span = by.moved(frame.span));
    }

    /// Whom a sentence after this one speaks of when it names nobody; `before` is whom this one would speak of.
    pub fn leaves(&self, before: Subject) -> Subject {
        let main = self.frames.iter().find(|frame| frame.tie == Tie::Main && frame.verb.is_some());
        main.map(|frame| frame.subject)
            .filter(|subject| !matches!(subject, Subject::Impersonal | Subject::Unknown | Subject::Thing))
            .unwrap_or(before)
    }
}

/// Whom a sentence speaks of when it names nobody: who was spoken of before, in the same paragraph; else the speaker.
pub fn entered(opens_paragraph: bool, kind: Kind, before: Subject) -> Subject {
    if opens_paragraph && kind == Kind::Prose { Subject::I } else { before }
}

/// Reads the clauses of a sentence. `last_subject` is whom it speaks of when it names nobody.
pub fn read(sentence: &Sentence, last_subject: Subject) -> Framed {
    let tokens = sentence.tokens.as_slice();
    let clauses = clauses(tokens);
    let ends: Vec<usize> = clauses.iter().map(|clause| clause.end).collect();
    let polarity = polarity::polarity(tokens, &ends);
    let mut frames: Vec<Frame> = Vec::with_capacity(clauses.len());
    let mut sketches = Vec::with_capacity(clauses.len());
    for clause in &clauses {
        let frame = read_clause(sentence, clause, &frames, last_subject);
        sketches.push(Sketch {
            subject: frame.subject,
            tense: frame.tense,
            verb: frame.verb.map(usize::from),
            unreal: frame.modality != Modality::Fact,
            denied: frame.verb.and_then(|verb| polarity.get(usize::from(verb))) == Some(&Polarity::Negative),
        });
        frames.push(frame);
    }
    let mut modalities: Vec<Modality> = frames.iter().map(|frame| frame.modality).collect();
    reality::spread(tokens, &clauses, &mut modalities, sentence.asks);
    let speakers = speakers(tokens, &clauses, &sketches);
    for ((frame, modality), speaker) in frames.iter_mut().zip(modalities).zip(speakers) {
        frame.modality = modality;
        frame.speaker = speaker;
    }
    let mut of = vec![0u16; tokens.len()];
    for (index, clause) in clauses.iter().enumerate() {
        of.iter_mut().take(clause.end).skip(clause.start).for_each(|slot| *slot = small(index));
    }
    Framed { frames, polarity, of }
}

fn read_clause(sentence: &Sentence, clause: &Clause, earlier: &[Frame], last_subject: Subject) -> Frame {
    let tokens = sentence.tokens.as_slice();
    let found = group::find(tokens, clause.start, clause.end).or_else(|| telegraphic(tokens, clause));
    let (who, inherited) = match found.as_ref().and_then(|group| subject::subject(tokens, clause.start, group)) {
        Some((subject, _)) => (relative(tokens, clause, subject, earlier), false),
        None => (inherit(tokens, clause, found.as_ref(), earlier, last_subject), true),
    };
    let (voice, by_me) = found.as_ref().map_or((Voice::Active, false), |group| reality::voice(tokens, clause, group));
    let tense = found.as_ref().map_or(Tense::None, |group| reality::tense(tokens, clause, group));
    let modality = reality::modality(tokens, clause, found.as_ref(), tense);
    let words = tokens.get(clause.start..clause.end).unwrap_or(&[]);
    Frame {
        start: small(clause.start),
        end: small(clause.end),
        span: Span {
            start: words.first().map_or(0, |token| token.span.start),
            end: words.last().map_or(0, |token| token.span.end),
        },
        tie: clause.tie,
        verb: found.map(|group| small(group.main)),
        subject: if by_me { Subject::I } else { who },
        inherited,
        voice: if by_me { Voice::Active } else { voice },
        tense,
        habit: reality::habit(tokens, clause, found.as_ref(), tense, modality),
        modality,
        speaker: Speaker::Own,
        fair: words.iter().any(|token| token.is(class::FAIR)),
    }
}

/// "Missed it by a week.": a group without a subject at the start of a clause.
fn telegraphic(tokens: &[Token], clause: &Clause) -> Option<group::Group> {
    if !opens_with_past(tokens, clause.start) {
        return None;
    }
    let at = (clause.start..clause.end).find(|&i| tokens.get(i).is_some_and(|token| token.is(class::VERB)))?;
    Some(group::read(tokens, at, clause.end))
}

/// "who never reads": the subject is the noun before.
fn relative(tokens: &[Token], clause: &Clause, subject: Subject, earlier: &[Frame]) -> Subject {
    let opener = tokens.get(clause.start);
    if clause.tie != Tie::Relative
        || subject != Subject::Impersonal
        || opener.is_none_or(|token| !token.is(class::RELATIVE))
    {
        return subject;
    }
    let noun = clause.start.checked_sub(1).and_then(|at| tokens.get(at));
    match noun {
        Some(noun) if noun.is(class::SELF) => Subject::I,
        Some(noun) if noun.is(class::PERSON | class::FAMILY | class::PARTY | class::NAME | class::THIRD) => {
            Subject::Person
        }
        Some(noun) if noun.is(class::ORG) => Subject::Org,
        Some(noun) if noun.is(class::ORDINAL | class::NUMBER) => earlier.last().map_or(subject, |frame| frame.subject),
        _ if opener.is_some_and(|token| token.key == key::WHO) => Subject::Person,
        _ => subject,
    }
}

/// A missing subject: the main clause before it, else the sentence before; an imperative speaks to you.
fn inherit(
    tokens: &[Token],
    clause: &Clause,
    group: Option<&group::Group>,
    earlier: &[Frame],
    last_subject: Subject,
) -> Subject {
    let Some(group) = group else {
        return imperative(tokens, clause).unwrap_or(Subject::Unknown);
    };
    let continues =
        clause.tie == Tie::Coordinate || tokens.get(clause.start).is_some_and(|token| token.before == Break::Comma);
    if let Some(frame) = earlier.last().filter(|_| continues) {
        return frame.subject;
    }
    if let Some(frame) = earlier.iter().rev().find(|frame| frame.tie == Tie::Main) {
        return frame.subject;
    }
    let past = tokens.get(group.main).is_some_and(|token| token.has(flag::PAST | flag::PARTICIPLE));
    if past { last_subject } else { Subject::You }
}

/// "Never assume a valve is shut": a base form first.
fn imperative(tokens: &[Token], clause: &Clause) -> Option<Subject> {
    let at = group::after(tokens, clause.start, clause.end)?;
    tokens
        .get(at)
        .filter(|token| token.is(class::VERB) && token.has(flag::BASE) && !token.is(class::NOUN))
        .map(|_| Subject::You)
}

fn small(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
