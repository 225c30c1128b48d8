//! Reads an answer statement by statement and keeps what it has read: after a key, only what changed is read again.

use crate::cue::matcher::Matcher;
use crate::cue::{self, Hit};
use crate::document::segment::{Stretch, segment};
use crate::document::{Sentence, quotes, split};
use crate::frame::Subject;
use crate::frame::read::{self, Framed};
use crate::learned::{Scores, Tagger};
use crate::report::{Shift, Span};
use crate::rubric::Rubric;

/// What is written in a text, and what speaks in each sentence alone.
#[derive(Debug, Default)]
pub struct Reading {
    /// The text.
    pub text: String,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Their clauses.
    pub framed: Vec<Framed>,
    /// What was learned about their clauses, the place in the answer aside.
    pub scores: Vec<Vec<Scores>>,
    /// The cues that speak, in order of position.
    pub hits: Vec<Hit>,
    /// The statements, in order.
    statements: Vec<Statement>,
}

/// A statement, with all that its reading depends on, and where what was read stands.
#[derive(Debug)]
struct Statement {
    stretch: Stretch,
    /// A hash of its words, to find it again.
    hash: u32,
    /// The quoted parts of it, as places in the text.
    quotes: Vec<Span>,
    /// Whom it speaks of when it names nobody.
    enters: Subject,
    /// Whom the next one speaks of when that names nobody.
    leaves: Subject,
    /// Its sentences: the first, and the one after the last.
    sentences: (usize, usize),
    /// Its hits, likewise.
    hits: (usize, usize),
}

/// Reads texts that are much like the text before.
#[derive(Debug)]
pub struct Reader<'r> {
    rubric: &'r Rubric,
    matcher: Matcher<'r>,
    tagger: Tagger<'r>,
    last: Reading,
}

impl<'r> Reader<'r> {
    /// A reader that has read nothing yet.
    pub fn new(rubric: &'r Rubric) -> Reader<'r> {
        let tagger = Tagger::new(&rubric.learned, rubric.lexicon.len());
        Reader { rubric, matcher: Matcher::new(rubric), tagger, last: Reading::default() }
    }

    /// Reads a text of at most 4 GiB. What it has in common with the text read before costs next to nothing; the result
    /// is the same as if nothing had been read before.
    pub fn read(&mut self, text: &str) -> &Reading {
        let mut before = Before::new(core::mem::take(&mut self.last));
        let mut now = Reading::default();
        let quotes = quotes::quoted(text);
        let mut subject = Subject::I;
        for stretch in segment(&self.rubric.lexicon, text) {
            let from = quotes.partition_point(|quote| quote.end <= stretch.span.start);
            let to = quotes.partition_point(|quote| quote.start < stretch.span.end);
            let statement = Statement {
                stretch,
                hash: hash(stretch.span.of(text)),
                quotes: quotes.get(from..to).unwrap_or(&[]).to_vec(),
                enters: subject,
                leaves: subject,
                sentences: (now.sentences.len(), now.sentences.len()),
                hits: (now.hits.len(), now.hits.len()),
            };
            let statement = match before.again(&statement, text) {
                Some((old, by)) => before.hand_over(old, by, statement, &mut now),
                None => self.read_statement(text, statement, &mut now),
            };
            subject = statement.leaves;
            now.statements.push(statement);
        }
        now.text = before.reading.text;
        now.text.clear();
        now.text.push_str(text);
        self.last = now;
        &self.last
    }

    fn read_statement(&self, text: &str, mut statement: Statement, now: &mut Reading) -> Statement {
        for sentence in split::cut(&self.rubric.lexicon, text, &statement.stretch, &statement.quotes) {
            let subject = read::entered(sentence.opens_paragraph, sentence.kind, statement.leaves);
            let framed = read::read(&sentence, subject);
            let index = u16::try_from(now.sentences.len()).unwrap_or(u16::MAX);
            let mut hits = cue::hits(self.rubric, &self.matcher, &sentence, &framed, index);
            now.scores.push(self.tagger.sentence(&sentence, &framed, &hits));
            now.hits.append(&mut hits);
            statement.leaves = framed.leaves(subject);
            now.sentences.push(sentence);
            now.framed.push(framed);
        }
        statement.sentences.1 = now.sentences.len();
        statement.hits.1 = now.hits.len();
        statement
    }
}

/// The reading before, from which statements are taken over.
struct Before {
    reading: Reading,
    /// (hash, statement), sorted; a statement is taken once.
    index: Vec<(u32, usize)>,
    taken: Vec<bool>,
}

impl Before {
    fn new(reading: Reading) -> Before {
        let mut index: Vec<(u32, usize)> = reading.statements.iter().map(|one| one.hash).zip(0..).collect();
        index.sort_unstable();
        Before { taken: vec![false; index.len()], reading, index }
    }

    /// A statement that read just the same and has not been taken yet, and how it moved.
    fn again(&self, now: &Statement, text: &str) -> Option<(usize, Shift)> {
        let start = self.index.partition_point(|(hash, _)| *hash < now.hash);
        let alike = self.index.iter().skip(start).take_while(|(hash, _)| *hash == now.hash);
        alike.map(|&(_, at)| at).find_map(|at| {
            let old = self.reading.statements.get(at).filter(|_| self.taken.get(at) == Some(&false))?;
            let by = Shift { from: old.stretch.span.start, to: now.stretch.span.start };
            let same = Stretch { span: by.moved(old.stretch.span), ..old.stretch } == now.stretch
                && old.enters == now.enters
                && old.quotes.len() == now.quotes.len()
                && old.quotes.iter().zip(&now.quotes).all(|(old, new)| by.moved(*old) == *new)
                && old.stretch.span.of(&self.reading.text) == now.stretch.span.of(text);
            same.then_some((at, by))
        })
    }

    /// Moves what was read of a statement to its new place.
    fn hand_over(&mut self, old: usize, by: Shift, mut statement: Statement, now: &mut Reading) -> Statement {
        let Some(was) = self.reading.statements.get(old) else { return statement };
        self.taken.iter_mut().skip(old).take(1).for_each(|taken| *taken = true);
        statement.leaves = was.leaves;
        let (first, end) = was.sentences;
        let moved = statement.sentences.0.wrapping_sub(first) as u16;
        let sentences = self.reading.sentences.get_mut(first..end).unwrap_or(&mut []);
        let framed = self.reading.framed.get_mut(first..end).unwrap_or(&mut []);
        let scores = self.reading.scores.get_mut(first..end).unwrap_or(&mut []);
        for ((sentence, framed), scores) in sentences.iter_mut().zip(framed).zip(scores) {
            sentence.shift(by);
            framed.shift(by);
            now.sentences.push(core::mem::take(sentence));
            now.framed.push(core::mem::take(framed));
            now.scores.push(core::mem::take(scores));
        }
        let hits = self.reading.hits.get(was.hits.0..was.hits.1).unwrap_or(&[]);
        now.hits.extend(hits.iter().map(|hit| Hit {
            sentence: hit.sentence.wrapping_add(moved),
            span: by.moved(hit.span),
            ..*hit
        }));
        statement.sentences.1 = now.sentences.len();
        statement.hits.1 = now.hits.len();
        statement
    }
}

/// FNV-1a, 32 bits; equal hashes are confirmed by comparing the words.
fn hash(words: &str) -> u32 {
    words.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
