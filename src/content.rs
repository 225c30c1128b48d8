//! What a person reads, and what the engine judges with: types and the statics compiled from `content/`.

use comeback_engine::QuestionProfile;

/// A question and everything said about it.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Stable id: links and drafts depend on it.
    pub id: &'static str,
    /// The question as asked.
    pub prompt: &'static str,
    /// Other wordings of the same question.
    pub rephrasings: &'static [&'static str],
    /// One line on what they listen for, shown under the question.
    pub listens: &'static str,
    /// Why they ask, a sentence or two.
    pub why: &'static str,
    /// What a strong answer does.
    pub dos: &'static [&'static str],
    /// What to avoid.
    pub avoids: &'static [&'static str],
    /// Follow-up probes of this question's own.
    pub probes: &'static [&'static str],
    /// How answers are judged.
    pub profile: QuestionProfile,
}

/// The question with this id.
pub fn question(id: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

include!(concat!(env!("OUT_DIR"), "/content.rs"));
