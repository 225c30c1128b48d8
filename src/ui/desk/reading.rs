//! A coach reads an answer: levels, comments on words, one next step. All of it lives in this tab until it is sent.

use std::ops::Range;

use comeback_engine::Criterion;

use crate::content::{Question, RUBRIC};
use crate::share::{Answer, Comment, Missed, Received, Review, Unfit, fingerprint};
use crate::ui::labels;

/// So many comments go into a review.
pub const MOST_COMMENTS: usize = 100;

/// An answer, and what is said about it so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The answer as it came.
    pub from: Received<Answer>,
    /// Levels by criterion; 0 = none.
    levels: [u8; 12],
    comments: Vec<Comment>,
    /// The comment that is being written; it is part of the review once it says something.
    writing: Option<Writing>,
    next: String,
    /// The reader wants to see what the engine sees.
    pub shown: bool,
    /// The words to comment on were not selected.
    pub unselected: bool,
    /// The review as it was packed last, and the link or why there is none.
    made: Option<(Review, Result<String, Unfit>)>,
    /// The review as it was given away last.
    given: Review,
}

/// A comment that is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// What it says so far, and about which words.
    pub comment: Comment,
    /// What it was, and where, if it had been written before.
    before: Option<(usize, Comment)>,
}

/// What a coach does.
#[derive(Clone, Debug)]
pub enum Mark {
    /// Gives a criterion a level, or takes the same level back.
    Level(usize, u8),
    /// Begins a comment on these bytes of the answer; on none, says so.
    Words(Range<usize>),
    /// Begins a comment on the whole.
    Whole,
    /// What the comment says, as typed.
    Says(String),
    /// The comment is done.
    Add,
    /// It is not wanted.
    Cancel,
    /// Writes this comment again.
    Change(usize),
    /// Takes it away.
    Remove(usize),
    /// The next step, as typed.
    Next(String),
    /// Shows what the engine sees, or hides it.
    Shown(bool),
    /// Packs the review.
    Make,
}

impl Reading {
    /// Begins to read.
    pub fn new(from: Received<Answer>) -> Reading {
        let mut reading = Reading {
            from,
            levels: [0; 12],
            comments: vec![],
            writing: None,
            next: String::new(),
            shown: false,
            unselected: false,
            made: None,
            given: Review::default(),
        };
        reading.given = reading.review();
        reading
    }

    /// The answer.
    pub fn answer(&self) -> &Answer {
        self.from.content.look()
    }

    /// True where the answer is the same.
    pub fn is_of(&self, answer: &Answer) -> bool {
        self.answer() == answer
    }

    /// True where something was said that nobody has been given yet.
    pub fn is_unsent(&self) -> bool {
        self.review() != self.given
    }

    /// The review as it stands was copied, saved or handed on.
    pub fn give(&mut self) {
        self.given = self.review();
    }

    /// The level of a criterion; 0 = none.
    pub fn level(&self, criterion: usize) -> u8 {
        self.levels.get(criterion).copied().unwrap_or_default()
    }

    /// The comments that are done.
    pub fn comments(&self) -> &[Comment] {
        &self.comments
    }

    /// The comment that is being written.
    pub fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    /// The next step as typed.
    pub fn next(&self) -> &str {
        &self.next
    }

    /// The fragment of the review, if it was packed as it stands.
    pub fn made(&self) -> Option<&Result<String, Unfit>> {
        self.made.as_ref().filter(|(review, _)| *review == self.review()).map(|(_, made)| made)
    }

    /// Whether a criterion is asked for; where nobody knows the question, each is.
    pub fn asks(question: Option<&Question>, criterion: Criterion) -> bool {
        let weight = |question: &Question| question.profile.weights.get(criterion as usize).copied();
        question.and_then(weight) != Some(0)
    }

    /// Does what a coach does.
    pub fn mark(&mut self, mark: Mark) {
        self.unselected = false;
        match mark {
            Mark::Level(criterion, level) => {
                let slot = self.levels.get_mut(criterion).filter(|_| level <= 5);
                slot.into_iter().for_each(|slot| *slot = if *slot == level { 0 } else { level });
            }
            Mark::Words(words) => self.begin_at(words),
            Mark::Whole => self.begin(Comment::default(), None),
            Mark::Says(says) => self.writing.iter_mut().for_each(|writing| writing.comment.says.clone_from(&says)),
            Mark::Add => self.add(),
            Mark::Cancel => {
                if let Some((at, before)) = self.writing.take().and_then(|writing| writing.before) {
                    self.comments.insert(at.min(self.comments.len()), before);
                }
            }
            Mark::Change(at) if at < self.comments.len() => {
                self.add();
                let comment = self.comments.remove(at);
                self.begin(comment.clone(), Some((at, comment)));
            }
            Mark::Remove(at) if at < self.comments.len() => drop(self.comments.remove(at)),
            Mark::Change(_) | Mark::Remove(_) => {}
            Mark::Next(next) => self.next = next,
            Mark::Shown(shown) => self.shown = shown,
            Mark::Make => {
                self.add();
                let review = self.review();
                let made = review.fragment();
                self.made = Some((review, made));
            }
        }
    }

    fn begin_at(&mut self, words: Range<usize>) {
        let text = &self.answer().text;
        // Who selects with a pointer takes white space along.
        let selected = text.get(words.clone()).unwrap_or_default();
        let from = words.start + selected.len() - selected.trim_start().len();
        let quote = selected.trim().to_owned();
        self.unselected = quote.is_empty();
        if !quote.is_empty() {
            self.begin(Comment { from, to: from + quote.len(), quote, says: String::new() }, None);
        }
    }

    fn begin(&mut self, comment: Comment, before: Option<(usize, Comment)>) {
        self.add();
        self.writing = Some(Writing { comment, before });
    }

    /// Puts the comment that is being written among the others, in the order of the text, those on the whole last.
    fn add(&mut self) {
        let Some(Writing { mut comment, .. }) = self.writing.take() else { return };
        comment.says = comment.says.trim().to_owned();
        if !comment.says.is_empty() && self.comments.len() < MOST_COMMENTS {
            let place = |comment: &Comment| (comment.quote.is_empty(), comment.from, comment.to);
            let at = self.comments.partition_point(|other| place(other) <= place(&comment));
            self.comments.insert(at, comment);
        }
    }

    /// The review as it stands, with what is being written.
    pub fn review(&self) -> Review {
        let mut whole = self.clone_work();
        whole.add();
        let levels = Criterion::ALL.iter().zip(self.levels).filter(|(_, level)| *level > 0);
        Review {
            question: self.answer().question.clone(),
            answer: fingerprint(&self.answer().text),
            levels: levels.map(|(criterion, level)| (criterion.name().to_owned(), level)).collect(),
            comments: whole.comments,
            next: self.next.trim().to_owned(),
        }
    }

    fn clone_work(&self) -> Reading {
        Reading { made: None, given: Review::default(), ..self.clone() }
    }

    /// What could not be taken of the link.
    pub fn missed(&self) -> &[Missed] {
        &self.from.missed
    }
}

/// A review as plain text, for where neither link nor file goes.
pub fn in_words(review: &Review) -> String {
    let mut lines: Vec<String> = vec![];
    for (id, level) in &review.levels {
        let spec = RUBRIC.criteria.iter().find(|spec| spec.id.name() == id);
        lines.extend(spec.map(|spec| [spec.name, ": ", &labels::number((*level).into()), " of 5"].concat()));
    }
    for comment in &review.comments {
        let about = if comment.quote.is_empty() { String::new() } else { ["“", &comment.quote, "”: "].concat() };
        lines.push(about + &comment.says);
    }
    if !review.next.is_empty() {
        lines.push(["Next step: ", &review.next].concat());
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests;
