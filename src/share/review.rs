//! From a coach back to the student: levels, comments on words, one next step. A link where it is short enough, else a
//! file; both hold the same JSON, and a link keeps the question in `q` and the version in front.

use super::fields::{Fields, Known, Missed, Received, Unverified, shown};
use super::place::question_in;
use super::sealed::{REVIEW, Trouble, Unfit, is_id, open, seal, supported};
use super::written::Written;
use crate::store::json::{Json, Object, parse};

/// What a file says it is.
const KIND: &str = "comeback-review";

/// The version that is written.
const VERSION: u64 = 1;

/// The longest file that is read, in bytes: some twenty times what a diligent coach writes.
const LONGEST_FILE: usize = 1 << 18;

/// Comments, at most. Somebody has to read them.
const MOST_COMMENTS: usize = 100;

/// What a coach says to an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// The id of the question. As received it may be one that this page does not have.
    pub question: String,
    /// The [`fingerprint`] of the text that was read.
    pub answer: String,
    /// Levels, 1 to 5, by criterion; none for those that the coach left open.
    pub levels: Vec<(String, u8)>,
    /// Comments on words of the answer, at most 100.
    pub comments: Vec<Comment>,
    /// The one next step; empty = none.
    pub next: String,
}

/// A comment on some words. [`super::attach`] finds them again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// Where the words started when they were read, in bytes of the answer.
    pub from: usize,
    /// Where they ended, in bytes.
    pub to: usize,
    /// The words themselves; empty for a comment on the whole.
    pub quote: String,
    /// What is said about them, plain text.
    pub says: String,
}

impl Review {
    /// The fragment that carries it, with its `#`: at most [`super::LONGEST_LINK`] characters.
    ///
    /// # Errors
    /// Tells by how much it is too long: a file holds it; or which field is out of its range.
    pub fn fragment(&self) -> Result<String, Unfit> {
        seal(&REVIEW, &self.question, &self.written(Written::new())?)
    }

    /// The file that carries it: JSON.
    ///
    /// # Errors
    /// Tells which field is out of its range, or by how many bytes the file is longer than a reader takes.
    pub fn to_json(&self) -> Result<String, Unfit> {
        if !is_id(&self.question) {
            return Err(Unfit::Field("question"));
        }
        let mut out = Written::new();
        out.text("kind", KIND);
        out.number("v", VERSION);
        out.text("question", &self.question);
        let json = self.written(out)?;
        match json.len().checked_sub(LONGEST_FILE) {
            None | Some(0) => Ok(json),
            Some(over) => Err(Unfit::TextOver(over)),
        }
    }

    fn written(&self, mut out: Written) -> Result<String, Unfit> {
        if !self.levels.iter().all(|(_, level)| (1..=5).contains(level)) {
            return Err(Unfit::Field("levels"));
        }
        if self.comments.len() > MOST_COMMENTS {
            return Err(Unfit::Field("comments"));
        }
        out.text("answer", &self.answer);
        out.numbers("levels", &self.levels);
        out.list("comments", &self.comments, |out, comment| {
            let mut object = Written::new();
            object.number("from", comment.from as u64);
            object.number("to", comment.to as u64);
            object.text("quote", &comment.quote);
            object.text("says", &comment.says);
            out.push_str(&object.done());
        });
        out.text("next", &self.next);
        Ok(out.done())
    }
}

/// What tells one text from another: FNV-1a over 64 bits of its bytes, 16 hexadecimal digits. It does not hide the text.
pub fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (0..16).rev().filter_map(|at| char::from_digit((hash >> (4 * at) & 15) as u32, 16)).collect()
}

/// The review in a fragment, with or without its `#`; `None` where it carries none.
pub fn review_in(fragment: &str, known: Known) -> Option<Result<Received<Review>, Trouble>> {
    let read = |object| restored(object, question_in(fragment).unwrap_or_default(), known);
    Some(open(&REVIEW, fragment)?.map(read))
}

/// The review in a file.
///
/// # Errors
/// See [`Trouble`].
pub fn review_from(file: &str, known: Known) -> Result<Received<Review>, Trouble> {
    if file.len() > LONGEST_FILE {
        return Err(Trouble::TooLong);
    }
    // Some editors put a mark in front.
    let Some(Json::Object(object)) = parse(file.trim_start_matches('\u{feff}')) else { return Err(Trouble::Damaged) };
    let mut fields = Fields::new(object);
    if fields.text("kind") != KIND {
        return Err(Trouble::Damaged);
    }
    supported(fields.number("v", 0..=u64::MAX), VERSION)?;
    let question = fields.text("question");
    Ok(restored(fields.rest(), question, known))
}

fn restored(object: Object, question: String, known: Known) -> Received<Review> {
    let mut fields = Fields::new(object);
    if !(known.question)(&question) {
        fields.missed.push(Missed::Question(shown(&question)));
    }
    let review = Review {
        question: shown(&question),
        answer: fields.text("answer"),
        levels: fields.by_criterion("levels", 1..=5, known),
        comments: comments(&mut fields),
        next: fields.text("next"),
    };
    Received { content: Unverified::new(review), missed: fields.missed }
}

/// A comment without words of its own says nothing. Where a span is no span the quoted words may still find it.
fn comments(fields: &mut Fields) -> Vec<Comment> {
    let mut comments = vec![];
    for item in fields.list("comments", MOST_COMMENTS) {
        let Json::Object(object) = item else {
            fields.miss("comments");
            continue;
        };
        let mut inner = Fields::new(object);
        let place = |inner: &mut Fields, field| inner.number(field, 0..=LONGEST_PLACE).unwrap_or_default() as usize;
        let (from, to) = (place(&mut inner, "from"), place(&mut inner, "to"));
        let comment = Comment { from, to, quote: inner.text("quote"), says: inner.text("says") };
        if !inner.missed.is_empty() {
            fields.miss("comments");
        }
        if !comment.says.is_empty() {
            comments.push(comment);
        }
    }
    comments
}

/// The last byte of the longest text there may be: as much as a 32-bit machine counts.
const LONGEST_PLACE: u64 = u32::MAX as u64;

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known = Known { question: |id| id == "regret", criterion: |id| ["cause", "repair"].contains(&id) };
    const ANSWER: &str = "In May I lost the key. I told the manager at once.";

    fn review() -> Review {
        Review {
            question: "regret".into(),
            answer: fingerprint(ANSWER),
            levels: vec![("cause".into(), 2), ("repair".into(), 5)],
            comments: vec![
                Comment { from: 7, to: 21, quote: "I lost the key".into(), says: "How? \"Lost\" hides it.".into() },
                Comment { says: "Calm, and short enough.\nGood.".into(), ..Comment::default() },
            ],
            next: "Say why the key was in your pocket.".into(),
        }
    }

    #[track_caller]
    fn check(read: Result<Received<Review>, Trouble>, expected: &Review, missed: &[Missed]) {
        let received = read.expect("readable");
        assert_eq!((received.content.look(), &*received.missed), (expected, missed));
    }

    #[test]
    fn a_link_and_a_file_hold_the_same() {
        let fragment = review().fragment().expect("short enough");
        assert!(fragment.starts_with("#q=regret&r=1."), "{fragment}");
        assert!(fragment.len() < 300, "{}", fragment.len());
        check(review_in(&fragment, KNOWN).expect("a review"), &review(), &[]);
        let file = review().to_json().expect("fits");
        assert!(file.starts_with(r#"{"kind":"comeback-review","v":1,"question":"regret","answer":""#), "{file}");
        check(review_from(&file, KNOWN), &review(), &[]);
        check(review_from(&["\u{feff}", &file, "\n"].concat(), KNOWN), &review(), &[]);
    }

    #[test]
    fn tells_one_text_from_another() {
        assert_eq!(fingerprint(""), "cbf29ce484222325");
        assert_eq!(fingerprint("a"), "af63dc4c8601ec8c");
        assert_ne!(fingerprint(ANSWER), fingerprint(&ANSWER.replace("May", "June")));
    }

    #[test]
    fn refuses_what_no_reader_takes() {
        let levels = Review { levels: vec![("cause".into(), 6)], ..review() };
        assert_eq!(levels.fragment(), Err(Unfit::Field("levels")));
        let comments = Review { comments: vec![Comment::default(); 101], ..review() };
        assert_eq!(comments.to_json(), Err(Unfit::Field("comments")));
        assert_eq!(Review { question: "a b".into(), ..review() }.to_json(), Err(Unfit::Field("question")));
        let next = Review { next: "a".repeat(LONGEST_FILE), ..review() };
        assert!(matches!(next.to_json(), Err(Unfit::TextOver(1..))));
    }

    #[test]
    fn a_review_beyond_a_link_fits_into_a_file() {
        let says = |at: u32| format!("{:x} ", at.wrapping_mul(0x9e37_79b1)).repeat(30);
        let comments = (0..90).map(|at| Comment { says: says(at), ..Comment::default() }).collect();
        let long = Review { comments, ..review() };
        assert!(matches!(long.fragment(), Err(Unfit::TextOver(1..))));
        check(review_from(&long.to_json().expect("fits"), KNOWN), &long, &[]);
    }

    #[test]
    fn tells_why_a_file_is_no_review() {
        let file = review().to_json().expect("fits");
        let damaged = ["", "{", "[]", "{}", r#"{"v":1}"#, r#"{"kind":"comeback-review"}"#, &file[1..]];
        for file in damaged {
            assert_eq!(review_from(file, KNOWN).err(), Some(Trouble::Damaged), "{file}");
        }
        assert_eq!(review_from(&file.replace("\"v\":1", "\"v\":2"), KNOWN).err(), Some(Trouble::Newer(2)));
        assert_eq!(review_from(&" ".repeat(LONGEST_FILE + 1), KNOWN).err(), Some(Trouble::TooLong));
    }

    #[test]
    fn names_what_it_cannot_take_and_keeps_the_rest() {
        let file = r#"{"kind":"comeback-review","v":1,"question":"gone","mood":"good","levels":{"cause":9,"wit":3},
            "comments":[7,{"from":-1,"quote":"I lost","says":"How?"},{"quote":"the key"}],"next":5}"#;
        let expected = Review {
            question: "gone".into(),
            comments: vec![Comment { quote: "I lost".into(), says: "How?".into(), ..Comment::default() }],
            ..Review::default()
        };
        let missed = [
            Missed::Question("gone".into()),
            Missed::Field("levels"),
            Missed::Criterion("wit".into()),
            Missed::Field("comments"),
            Missed::Field("next"),
        ];
        check(review_from(file, KNOWN), &expected, &missed);
    }
}
