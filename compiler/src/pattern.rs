//! The pattern language of cues: text to elements, and elements to the order in which the engine reads them.
//!
//! ```text
//! word        any form of that word        #class        one word of that class
//! =word       exactly that form            #class{0,2}   0 to 2 of them
//! {a|b|c}     any of these words           ..3           0 to 3 words of any kind
//! @I @{I|we}  the next word's clause has that subject
//! ^ first, $ last: start and end of a clause             element!  its clause is the one the frame test reads
//! ```

use crate::lexicon::{Known, Words};
use comeback_engine::frame::Subject;
use comeback_engine::rubric::Step;
use std::collections::{BTreeMap, BTreeSet};

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Element {
    Lemma(String),
    Form(String),
    Set(Vec<String>),
    Class { bit: u8, min: u8, max: u8 },
    Gap(u8),
}

/// An element with what stands at it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    element: Element,
    subject: u16,
    focus: bool,
}

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    elements: Vec<Placed>,
    from_start: bool,
    to_end: bool,
}

/// Where the engine enters a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At each of these words.
    Words(Vec<String>),
    /// At each word of the class with this bit.
    Class(u8),
}

/// Reads a pattern. The error is a reason and a mend.
pub fn parse(text: &str, words: &mut Words) -> Result<Pattern, (String, String)> {
    let mut pattern = Pattern { elements: vec![], from_start: false, to_end: false };
    let mut subject = 0;
    for token in text.split_whitespace() {
        if pattern.to_end {
            return fail("something stands after `$`", "Put `$` last");
        }
        match token {
            "^" if pattern.elements.is_empty() && subject == 0 => pattern.from_start = true,
            "^" => return fail("`^` does not stand first", "Put `^` first"),
            "$" => pattern.to_end = true,
            _ if token.starts_with('@') => subject = subjects(&token[1..])?,
            _ => {
                let (body, focus) = token.strip_suffix('!').map_or((token, false), |body| (body, true));
                let placed = Placed { element: element(body, words)?, subject, focus };
                subject = 0;
                pattern.elements.push(placed);
            }
        }
    }
    if subject != 0 {
        return fail("`@` stands before nothing", "Put it before the word whose clause it means");
    }
    if pattern.elements.iter().filter(|placed| placed.focus).count() > 1 {
        return fail("more than one element is marked with `!`", "Mark the one whose clause the frame test reads");
    }
    if matches!(pattern.elements.first(), None | Some(Placed { element: Element::Gap(_), .. }))
        || matches!(pattern.elements.last(), Some(Placed { element: Element::Gap(_), .. }))
    {
        return fail("it is empty, or a gap stands at its edge", "Begin and end with a word, a set or a class");
    }
    Ok(pattern)
}

fn fail<T>(reason: impl Into<String>, mend: impl Into<String>) -> Result<T, (String, String)> {
    Err((reason.into(), mend.into()))
}

fn subjects(text: &str) -> Result<u16, (String, String)> {
    let names = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    names.split('|').try_fold(0, |mask, name| match Subject::ALL.iter().find(|subject| subject.name() == name) {
        Some(subject) => Ok(mask | subject.bit()),
        None => {
            let known: Vec<&str> = Subject::ALL.iter().map(|subject| subject.name()).collect();
            fail(format!("there is no subject \"{name}\""), format!("Subjects are {}", known.join(", ")))
        }
    })
}

fn element(body: &str, words: &mut Words) -> Result<Element, (String, String)> {
    if let Some(gap) = body.strip_prefix("..") {
        return match gap.parse::<u8>() {
            Ok(most @ 1..=12) => Ok(Element::Gap(most)),
            _ => fail(format!("`{body}` is no gap"), "Write `..1` to `..12`"),
        };
    }
    if let Some(form) = body.strip_prefix('=') {
        return match words.want_form(form) {
            Some(_) => Ok(Element::Form(form.to_owned())),
            None => fail(format!("\"{form}\" is in no word list"), "List the word in content/rubric/words/"),
        };
    }
    if let Some(class) = body.strip_prefix('#') {
        return class_element(class, words);
    }
    if let Some(set) = body.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
        let mut members = set.split('|').map(|word| base(word, words)).collect::<Result<Vec<String>, _>>()?;
        members.sort();
        members.dedup();
        return Ok(if members.len() == 1 { Element::Lemma(members.remove(0)) } else { Element::Set(members) });
    }
    base(body, words).map(Element::Lemma)
}

fn class_element(text: &str, words: &Words) -> Result<Element, (String, String)> {
    let (name, range) = match text.split_once('{') {
        Some((name, range)) => (name, range.strip_suffix('}').and_then(|range| range.split_once(','))),
        None => (text, Some(("1", "1"))),
    };
    let Some(bit) = words.class(name) else {
        return fail(format!("there is no class \"{name}\""), "Declare it under [classes] in a word file");
    };
    match range.map(|(min, max)| (min.parse::<u8>(), max.parse::<u8>())) {
        Some((Ok(min), Ok(max))) if min <= max && (1..=9).contains(&max) => Ok(Element::Class { bit, min, max }),
        _ => fail(format!("`#{text}` has no proper range"), "Write `#class` or `#class{0,2}`, at most 9"),
    }
}

fn base(word: &str, words: &Words) -> Result<String, (String, String)> {
    match words.known(word) {
        Known::Base => Ok(word.to_owned()),
        Known::FormOf(base) => fail(
            format!("\"{word}\" is a form of \"{base}\""),
            format!("Write `{base}`, or `={word}` for just that form"),
        ),
        Known::Unknown => fail(
            format!("\"{word}\" is in no word list"),
            "List its base form in content/rubric/words/, or write the base form",
        ),
    }
}

impl Pattern {
    /// Index of the rarest element and how the engine enters there; `None` where no element can be entered.
    pub fn anchor(&self, words: &Words) -> Option<(usize, Anchor)> {
        let literal = self.elements.iter().enumerate().filter_map(|(index, placed)| match &placed.element {
            Element::Lemma(word) | Element::Form(word) => Some((index, vec![word.clone()])),
            Element::Set(set) => Some((index, set.clone())),
            Element::Class { .. } | Element::Gap(_) => None,
        });
        let rarest = literal.min_by_key(|(index, set)| {
            (set.iter().any(|word| words.is_closed(word)), set.len() > 1, set.len(), *index)
        });
        if let Some((index, set)) = rarest {
            return Some((index, Anchor::Words(set)));
        }
        self.elements.iter().enumerate().find_map(|(index, placed)| match placed.element {
            Element::Class { bit, min: 1.., .. } => Some((index, Anchor::Class(bit))),
            _ => None,
        })
    }

    /// The steps in the order in which the engine reads them: the anchor and what stands right of it, then, after
    /// a turn, what stands left of it from right to left.
    ///
    /// `Subject` and `Focus` stand before the word they speak of, in either direction. So does `ClauseStart` at an
    /// anchor; left of one it stands after the last word read, as `ClauseEnd` does on the right.
    pub fn steps(&self, anchor: usize, numbers: &BTreeMap<String, u16>, sets: &mut Sets) -> Vec<Step> {
        let mut steps = vec![];
        let last = self.elements.len() - 1;
        for (index, placed) in self.elements.iter().enumerate().skip(anchor) {
            if index == 0 && self.from_start {
                steps.push(Step::ClauseStart);
            }
            placed.push(index == anchor, numbers, sets, &mut steps);
            if index == last && self.to_end {
                steps.push(Step::ClauseEnd);
            }
        }
        if anchor > 0 {
            steps.push(Step::Turn);
            for placed in self.elements[..anchor].iter().rev() {
                placed.push(false, numbers, sets, &mut steps);
            }
            if self.from_start {
                steps.push(Step::ClauseStart);
            }
        }
        steps
    }
}

impl Placed {
    fn push(&self, anchor: bool, numbers: &BTreeMap<String, u16>, sets: &mut Sets, steps: &mut Vec<Step>) {
        let number = |word: &String| numbers.get(word).copied().unwrap_or_default();
        if self.subject != 0 {
            steps.push(Step::Subject(self.subject));
        }
        if self.focus && !anchor {
            steps.push(Step::Focus);
        }
        steps.push(match &self.element {
            Element::Lemma(_) | Element::Set(_) if anchor => Step::Anchor,
            Element::Lemma(word) => Step::Set(sets.number(vec![number(word)])),
            Element::Form(word) => Step::Form(number(word)),
            Element::Set(members) => Step::Set(sets.number(members.iter().map(number).collect())),
            Element::Class { bit, min, max } => Step::Class { bit: *bit, min: *min, max: *max },
            Element::Gap(most) => Step::Gap(*most),
        });
    }
}

/// The distinct sets of lemmas, numbered from 1 in order of first use.
#[derive(Debug, Default)]
pub struct Sets {
    numbers: BTreeMap<Vec<u16>, u16>,
}

impl Sets {
    /// The number of a set; the same lemmas in any order are one set.
    pub fn number(&mut self, mut lemmas: Vec<u16>) -> u16 {
        lemmas.sort_unstable();
        lemmas.dedup();
        let next = self.last() + 1;
        *self.numbers.entry(lemmas).or_insert(next)
    }

    /// The highest number given, 0 when there is none.
    pub fn last(&self) -> u16 {
        self.numbers.len() as u16
    }

    /// The sets each lemma is in, by rising number.
    pub fn by_lemma(&self) -> BTreeMap<u16, BTreeSet<u16>> {
        let mut found: BTreeMap<u16, BTreeSet<u16>> = BTreeMap::new();
        for (lemmas, number) in &self.numbers {
            for lemma in lemmas {
                found.entry(*lemma).or_default().insert(*number);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{Sets, parse};
    use crate::lexicon::Words;
    use crate::problem::Problems;
    use crate::source::Tree;
    use comeback_engine::rubric::Step::{self, Anchor, ClauseEnd, ClauseStart, Focus, Form, Gap, Set, Subject, Turn};

    /// Sets are numbered in the order in which the steps name them.
    #[track_caller]
    fn check(text: &str, expected: &[Step]) {
        let words = "[[words]]\nclass = [\"closed\"]\nlist = \"i not\"\n[[words]]\nclass = [\"verb\"]\nlist = \"ask forget\"\n\
                     [[words]]\nclass = [\"noun\"]\nlist = \"valve\"\n[irregular]\nforget = \"forgot\"\n";
        let tree = Tree::from([("rubric/words/w.toml".to_owned(), words.to_owned())]);
        let mut words = Words::read(&mut Problems::default(), &tree);
        let pattern = parse(text, &mut words).expect("a pattern");
        let numbers = words.tables(&mut Problems::default()).numbers;
        let (anchor, _) = pattern.anchor(&words).expect("an anchor");
        assert_eq!(pattern.steps(anchor, &numbers, &mut Sets::default()), expected);
    }

    #[test]
    fn anchors_at_the_first_word_that_is_not_a_small_one() {
        check("i not forget valve", &[Anchor, Set(1), Turn, Set(2), Set(3)]);
        check("{ask|forget} valve", &[Anchor, Turn, Set(1)]);
    }

    #[test]
    fn tells_a_form_from_its_word() {
        check("=forgot valve", &[Form(2), Set(1)]);
    }

    #[test]
    fn subjects_and_focus_stand_before_their_word_in_both_directions() {
        check("@I not forget", &[Anchor, Turn, Subject(1), Set(1)]);
        check("@I forget ..2 i!", &[Subject(1), Anchor, Gap(2), Focus, Set(1)]);
    }

    #[test]
    fn clause_edges_stand_where_the_engine_reads_them() {
        check("^ forget $", &[ClauseStart, Anchor, ClauseEnd]);
        check("^ not forget", &[Anchor, Turn, Set(1), ClauseStart]);
    }
}
