//! From a written word to a lemma: one binary search, then the rules of regular inflection.

use crate::class;
use crate::class::flag;
use crate::rubric::Lexicon;

/// What the lexicon knows about a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Index of the form that was found; unknown when an ending was taken off.
    pub form: u16,
    /// Id of the base form.
    pub lemma: u16,
    /// Grammatical flags ([`flag`]).
    pub flags: u16,
    /// Keyword number, 0 = none.
    pub key: u8,
    /// Word classes.
    pub class: u64,
}

/// The letters up to the number that opens the next form, and what stands from there on.
fn letters(stored: &[u8]) -> (&[u8], &[u8]) {
    let end = stored.iter().position(|&byte| byte < Lexicon::SHARED).unwrap_or(stored.len());
    stored.split_at(end)
}

impl Lexicon {
    /// Number of forms.
    pub fn len(&self) -> usize {
        self.lemma.len()
    }

    /// True when there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.lemma.is_empty()
    }

    /// Forms in one block: the first is stored whole, the others lean on it.
    pub const BLOCK: usize = 16;

    /// Letters that a form may share with the one before it are fewer: every sign of a word is a greater byte.
    pub const SHARED: u8 = 32;

    /// Bytes of the longest form.
    pub const LONGEST: usize = 64;

    /// The form with this index; empty when there is none.
    pub fn form(&self, index: usize) -> String {
        let mut found = String::new();
        self.scan(index / Self::BLOCK, |at, form| {
            if at == index {
                found.push_str(core::str::from_utf8(form).unwrap_or(""));
            }
            at < index
        });
        found
    }

    /// The word behind a form index.
    pub fn word(&self, index: usize) -> Option<Word> {
        let delta = *self.lemma.get(index)?;
        let (class, flags) = *self.kinds.get(usize::from(*self.kind.get(index)?))?;
        Some(Word {
            form: u16::try_from(index).ok()?,
            lemma: u16::try_from(index as i32 - i32::from(delta)).ok()?,
            flags,
            key: *self.key.get(index)?,
            class,
        })
    }

    /// A form exactly as listed.
    pub fn listed(&self, form: &str) -> Option<Word> {
        let form = form.as_bytes();
        let (mut low, mut high) = (0, self.blocks.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.opening(middle) <= form {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let mut found = None;
        self.scan(low.checked_sub(1)?, |at, listed| {
            if listed == form {
                found = Some(at);
            }
            listed < form
        });
        self.word(found?)
    }

    /// The forms from the first of a block on, as they are stored.
    fn stored(&self, block: usize) -> &[u8] {
        self.blocks.get(block).and_then(|&start| self.forms.get(usize::from(start)..)).unwrap_or(&[])
    }

    /// The first form of a block.
    fn opening(&self, block: usize) -> &[u8] {
        letters(self.stored(block).get(1..).unwrap_or(&[])).0
    }

    /// Shows the forms of a block in order, with their indexes, while the visitor wants more.
    fn scan(&self, block: usize, mut visit: impl FnMut(usize, &[u8]) -> bool) {
        let mut form = [0; Self::LONGEST];
        let mut rest = self.stored(block);
        for index in (block * Self::BLOCK..).take(Self::BLOCK) {
            let Some((&shared, after)) = rest.split_first() else { return };
            let (tail, after) = letters(after);
            let (from, to) = (usize::from(shared), usize::from(shared) + tail.len());
            let Some(slot) = form.get_mut(from..to) else { return };
            slot.copy_from_slice(tail);
            rest = after;
            if !visit(index, form.get(..to).unwrap_or(&[])) {
                return;
            }
        }
    }

    /// A form as listed, or the regular inflection of a listed verb or noun. `form` is lower case.
    pub fn find(&self, form: &str) -> Option<Word> {
        self.listed(form).or_else(|| self.inflected(form))
    }

    fn inflected(&self, form: &str) -> Option<Word> {
        if form.len() < 3 || !form.is_ascii() {
            return None;
        }
        if let Some(stem) = form.strip_suffix("ing") {
            return self.stem(stem, class::VERB, flag::GERUND);
        }
        if let Some(stem) = form.strip_suffix("ied") {
            return self.joined(stem, "y", class::VERB, flag::PAST | flag::PARTICIPLE);
        }
        if let Some(stem) = form.strip_suffix("ed") {
            return self.stem(stem, class::VERB, flag::PAST | flag::PARTICIPLE);
        }
        if let Some(stem) = form.strip_suffix("ies") {
            return self.joined(stem, "y", class::VERB | class::NOUN, flag::THIRD_PERSON | flag::PLURAL);
        }
        if let Some(stem) = form.strip_suffix('s') {
            let flags = flag::THIRD_PERSON | flag::PLURAL;
            let wanted = class::VERB | class::NOUN;
            let plain = self.base(stem, wanted, flags);
            return plain.or_else(|| stem.strip_suffix('e').and_then(|short| self.base(short, wanted, flags)));
        }
        let adverb = form.strip_suffix("ly").and_then(|stem| self.base(stem, class::ADJECTIVE, 0))?;
        Some(Word { class: adverb.class & !class::ADJECTIVE | class::ADVERB, ..adverb })
    }

    /// A stem before -ed or -ing: as it is, with a silent e, or with its last letter undoubled.
    fn stem(&self, stem: &str, wanted: u64, flags: u16) -> Option<Word> {
        let bytes = stem.as_bytes();
        let doubled = match bytes {
            [.., a, b] if a == b => stem.get(..stem.len() - 1),
            _ => None,
        };
        self.base(stem, wanted, flags)
            .or_else(|| self.joined(stem, "e", wanted, flags))
            .or_else(|| doubled.and_then(|short| self.base(short, wanted, flags)))
    }

    fn joined(&self, stem: &str, ending: &str, wanted: u64, flags: u16) -> Option<Word> {
        let mut buffer = [0u8; 64];
        let total = stem.len() + ending.len();
        let target = buffer.get_mut(..total)?;
        let (head, tail) = target.split_at_mut(stem.len());
        head.copy_from_slice(stem.as_bytes());
        tail.copy_from_slice(ending.as_bytes());
        self.base(core::str::from_utf8(target).ok()?, wanted, flags)
    }

    /// The listed base form, given the flags of the inflection that was taken off.
    fn base(&self, form: &str, wanted: u64, flags: u16) -> Option<Word> {
        let word = self.listed(form).or_else(|| self.respelt(form))?;
        // Irregular forms do not inflect further, and a noun takes no -ed.
        if word.class & wanted == 0 || word.form != word.lemma && word.flags & (flag::PAST | flag::PARTICIPLE) != 0 {
            return None;
        }
        let mut kept = flags;
        if word.class & class::NOUN == 0 {
            kept &= !flag::PLURAL;
        }
        if word.class & class::VERB == 0 {
            kept &= !flag::THIRD_PERSON;
        }
        let mut class = word.class;
        if flags & (flag::GERUND | flag::PAST) != 0 {
            // "planning" is no plan: only the verb inflects this way.
            class &= !class::ADJECTIVE;
        }
        Some(Word { form: super::UNKNOWN, flags: kept, class, ..word })
    }

    /// -ise for -ize.
    fn respelt(&self, form: &str) -> Option<Word> {
        let stem = form.strip_suffix("ise").or_else(|| form.strip_suffix("is"))?;
        let ending = if form.ends_with('e') { "ize" } else { "iz" };
        let mut buffer = [0u8; 64];
        let target = buffer.get_mut(..stem.len() + ending.len())?;
        let (head, tail) = target.split_at_mut(stem.len());
        head.copy_from_slice(stem.as_bytes());
        tail.copy_from_slice(ending.as_bytes());
        self.listed(core::str::from_utf8(target).ok()?)
    }
}
