//! What a person reads from the start, and what the engine judges with: types and the statics compiled from `content/`.
//! Everything else that is said stands in the library ([`crate::library`]).

use comeback_engine::QuestionProfile;

/// A question.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Stable id: links and drafts depend on it.
    pub id: &'static str,
    /// The question as asked.
    pub prompt: &'static str,
    /// One line on what they listen for, shown under the question.
    pub listens: &'static str,
    /// Id of its family.
    pub family: &'static str,
    /// Whom it is asked; empty = anybody.
    pub seniority: &'static [Seniority],
    /// How answers are judged.
    pub profile: QuestionProfile,
}

/// Questions that are listed together.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// Stable id.
    pub id: &'static str,
    /// As shown.
    pub name: &'static str,
}

/// How far somebody is in a working life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Seniority {
    Student,
    Early,
    Mid,
    Senior,
    Lead,
}

/// The question with this id.
pub fn question(id: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

include!(concat!(env!("OUT_DIR"), "/content.rs"));
