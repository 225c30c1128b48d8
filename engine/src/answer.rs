//! One answer as the later stages see it: what is written, what speaks, what counts.

use crate::class;
use crate::copied;
use crate::cue::Hit;
use crate::document::{Kind, Sentence, Token};
use crate::frame::Subject;
use crate::frame::read::Framed;
use crate::names::Role;
use crate::reader::Reading;
use crate::role::{self, ClauseRole};
use crate::rubric::{QuestionProfile, Rubric};

/// An answer that has been read.
pub struct Answer<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Their clauses.
    pub framed: &'a [Framed],
    /// The cues that speak, in order of position; those in sentences that do not count are left out.
    pub hits: Vec<Hit>,
    /// The role of every clause.
    pub roles: Vec<ClauseRole>,
    /// For each sentence: false when it repeats an earlier one, the question or a bundled example.
    pub counts: Vec<bool>,
    /// For each sentence: true when it was copied from a bundled example.
    pub copied: Vec<bool>,
    /// For each sentence: true when it repeats an earlier one.
    pub repeated: Vec<bool>,
    /// For each sentence that counts: true when it is told by the speaker ([`told`]). What is not earns nothing.
    pub told: Vec<bool>,
}

/// Sentences in a row that may say nothing of the speaker and still belong to what they tell; more in a row are
/// something else: a notice, a recipe, another person's story.
const OTHERS: usize = 2;

/// For each sentence: whether it speaks of the speaker, or stands close to one that does.
fn told(sentences: &[Sentence], framed: &[Framed], counts: &[bool]) -> Vec<bool> {
    let mut told = counts.to_vec();
    let (mut silent, mut from) = (0, 0);
    for at in 0..=sentences.len() {
        let own = sentences.get(at).zip(framed.get(at)).is_none_or(|(sentence, framed)| {
            sentence.tokens.iter().any(|token| token.is(class::SELF | class::WE))
                || framed
                    .frames
                    .iter()
                    .any(|frame| frame.verb.is_some() && matches!(frame.subject, Subject::I | Subject::We))
        });
        if !own {
            silent += 1;
            continue;
        }
        if silent > OTHERS {
            told.iter_mut().take(at).skip(from).for_each(|told| *told = false);
        }
        (silent, from) = (0, at + 1);
    }
    told
}

impl<'a> Answer<'a> {
    /// The answer to a question that a text gives.
    pub fn of(rubric: &Rubric, question: &QuestionProfile, reading: &'a Reading) -> Answer<'a> {
        let Reading { text, sentences, framed, hits, scores, .. } = reading;
        let repeated = copied::repeated(sentences);
        let copied = copied::copied(rubric.samples, sentences);
        let counts: Vec<bool> = sentences
            .iter()
            .zip(repeated.iter().zip(&copied))
            .map(|(sentence, (repeated, copied))| {
                !repeated
                    && !copied
                    && sentence.kind != Kind::Label
                    && !question.wordings.contains(&copied::run_hash(&sentence.written))
            })
            .collect();
        let counted = |hit: &&Hit| counts.get(usize::from(hit.sentence)).copied().unwrap_or(false);
        let hits: Vec<Hit> = hits.iter().filter(counted).copied().collect();
        let told = told(sentences, framed, &counts);
        let roles = |told: &[bool]| role::roles(&rubric.learned, question.kind, (framed, told), scores, &hits);
        let first = roles(&told);
        let mut answer = Answer { text, sentences, framed, hits: vec![], roles: first, counts, copied, repeated, told };
        // What is no part of the story takes no place in it: the parts are read again as if it were not there.
        let parts = answer.told.iter().enumerate();
        let parts: Vec<bool> = parts.map(|(at, &told)| told && answer.sentence_role(at) != Role::Other).collect();
        if parts != answer.told && parts.contains(&true) {
            answer.roles = roles(&parts);
        }
        answer.hits = hits;
        answer
    }

    /// Words as the person counts them: contractions are one.
    pub fn words(&self) -> u32 {
        let words = self.sentences.iter().map(|sentence| count(&sentence.tokens)).sum::<usize>();
        u32::try_from(words).unwrap_or(u32::MAX)
    }

    /// True for a clause that may earn something: it is told, and it is a part of the story.
    pub fn earns(&self, role: &ClauseRole) -> bool {
        role.main != Role::Other && self.told.get(usize::from(role.sentence)) == Some(&true)
    }

    /// Words of one clause.
    pub fn clause_words(&self, role: &ClauseRole) -> usize {
        count(self.clause_tokens(role))
    }

    /// The words of one clause, contractions taken apart.
    pub fn clause_tokens(&self, role: &ClauseRole) -> &[Token] {
        let frame = self.framed.get(usize::from(role.sentence)).and_then(|one| one.frames.get(usize::from(role.frame)));
        let words = self
            .sentences
            .get(usize::from(role.sentence))
            .zip(frame)
            .and_then(|(sentence, frame)| sentence.tokens.get(usize::from(frame.start)..usize::from(frame.end)));
        words.unwrap_or(&[])
    }

    /// The clauses of one sentence with their roles.
    pub fn clauses_of(&self, sentence: usize) -> impl Iterator<Item = &ClauseRole> {
        let start = self.roles.partition_point(|role| usize::from(role.sentence) < sentence);
        self.roles.iter().skip(start).take_while(move |role| usize::from(role.sentence) == sentence)
    }

    /// The role that has most of a sentence's words; `other` only when nothing else is there. On a tie `context` gives way, else
    /// the first in story order stays.
    pub fn sentence_role(&self, sentence: usize) -> Role {
        let mut words = [0usize; 10];
        for clause in self.clauses_of(sentence) {
            if let Some(slot) = words.get_mut(clause.main as usize) {
                *slot += self.clause_words(clause);
            }
        }
        let best =
            (0..9).max_by_key(|&role| (words.get(role).copied().unwrap_or(0), role != 0, 10 - role)).unwrap_or(9);
        if words.get(best).copied().unwrap_or(0) == 0 {
            Role::Other
        } else {
            Role::ALL.get(best).copied().unwrap_or(Role::Other)
        }
    }
}

/// Words among tokens: the later parts of contractions are none.
pub fn count(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| !token.glued).count()
}
