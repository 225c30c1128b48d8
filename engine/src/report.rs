//! What the engine says about an answer: the contract with whoever shows it.

mod fingerprint;

use crate::names::{Band, Criterion, Group, Role, Tier};
use crate::rubric::{Rubric, Words};
use crate::signal::Signal;

/// A half-open range of UTF-8 bytes; both ends lie on character boundaries of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Span {
    /// The words of the span; empty where the span does not fit the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// True when the two ranges share at least one byte.
    pub const fn overlaps(&self, other: &Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// How far words moved because the text before them changed, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Where they stood.
    pub from: u32,
    /// Where they stand.
    pub to: u32,
}

impl Shift {
    /// A span that moved along.
    pub const fn moved(self, span: Span) -> Span {
        let by = self.to.wrapping_sub(self.from);
        Span { start: span.start.wrapping_add(by), end: span.end.wrapping_add(by) }
    }
}

/// Whether and how the answer could be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No word at all.
    Empty,
    /// Fewer than 40 useful words: the page shows the next prompt only.
    Short,
    /// The text does not read as English: nothing is judged.
    NotEnglish,
    /// Perhaps English: judged, but only strengths and hints speak.
    Unsure,
    /// Judged.
    Scored,
}

/// Who acts in a clause that tells a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Agent {
    Me,
    We,
    Other,
    Circumstance,
    None,
}

/// One sentence of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands, without surrounding white space.
    pub span: Span,
    /// Words in it.
    pub words: u16,
    /// The role that has most of its words.
    pub role: Role,
    /// Mask of the other roles found in it ([`Role::bit`]).
    pub also: u16,
    /// Who acts, where the sentence tells a failure or a cause.
    pub agent: Agent,
    /// True when it repeats an earlier sentence word for word.
    pub repeated: bool,
}

/// Something worth saying about the answer. Never an "error".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was seen; always a finding signal.
    pub kind: Signal,
    /// How surely.
    pub tier: Tier,
    /// The criterion it belongs to.
    pub criterion: Criterion,
    /// Where; `None` for findings about the whole answer.
    pub span: Option<Span>,
    /// Index into the rubric's cues, where a cue found it.
    pub cue: Option<u16>,
    /// True while the caret stands in the sentence: not shown, without effect on levels.
    pub provisional: bool,
}

/// A span that earned or cost points on a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What was seen.
    pub signal: Signal,
    /// The criterion it counts for.
    pub criterion: Criterion,
    /// Where.
    pub span: Span,
}

/// A level that was lowered, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The criterion that was lowered.
    pub criterion: Criterion,
    /// The highest level it may have.
    pub at: u8,
    /// The signal that holds it.
    pub by: Signal,
}

/// A rule that limits the overall mean, whatever the other criteria say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// No story yet: overall is at most 240.
    NoStory,
    /// Nobody owns it: overall is at most 240.
    NotOwned,
    /// Nothing learned and nothing changed: overall is at most 300.
    NothingLearned,
    /// A weakness question without a real weakness: overall is at most 240.
    NoWeakness,
}

/// The one thing to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Index into [`Rubric::steps`].
    pub step: u8,
    /// The criterion it works on; `None` for the opening prompts and "say it aloud".
    pub criterion: Option<Criterion>,
}

/// Everything the engine has to say about one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Whether and how it was judged.
    pub state: State,
    /// Words in the text, as shown to the person.
    pub words: u32,
    /// Words that count: first occurrences, not copied, not the question, not in `other` sentences.
    pub useful_words: u32,
    /// Speaking time at 145 words a minute, seconds, rounded.
    pub seconds: u32,
    /// The sentences, in order.
    pub parts: Vec<Part>,
    /// Percent of the useful words per role, in the order of [`Role::ALL`]; `other` is percent of all words.
    pub shares: [u8; 10],
    /// Percent of useful words before the first `repair` sentence; `None` without one.
    pub turn: Option<u8>,
    /// Levels 1-5 in the order of [`Criterion::ALL`]; `None` where the question does not ask for it.
    pub levels: [Option<u8>; 12],
    /// The levels that a cap decided.
    pub held: Vec<Held>,
    /// Weighted mean in hundredths, 100-500, after gates; `None` for text that is empty or not English.
    pub overall: Option<u16>,
    /// The gates that lowered `overall`.
    pub gates: Vec<Gate>,
    /// Index into `findings`: the one strength to show.
    pub strength: Option<u16>,
    /// Indexes into `findings`: at most two problems to show.
    pub fixes: Vec<u16>,
    /// The one next step.
    pub next: Option<NextStep>,
    /// All step rows whose condition holds, in order: a shown step is kept while it is among them.
    pub open_steps: Vec<u8>,
    /// Findings sorted by position; those about the whole answer come last.
    pub findings: Vec<Finding>,
    /// What earned the levels, sorted by criterion, then position.
    pub evidence: Vec<Evidence>,
    /// True when the text was longer than 1 MiB and only the beginning was read.
    pub cut: bool,
}

impl Report {
    /// True when levels and band may be shown: at least 40 useful words of English.
    pub fn shown(&self) -> bool {
        matches!(self.state, State::Scored | State::Unsure)
    }

    /// The level of one criterion, 1-5; `None` where the question does not ask for it.
    pub fn level(&self, criterion: Criterion) -> Option<u8> {
        self.levels.get(criterion as usize).copied().flatten()
    }

    /// The word for the whole answer.
    pub fn band(&self) -> Option<Band> {
        self.overall.map(Band::of)
    }

    /// The word for one group: the band of its own weighted mean under this question's `weights`.
    pub fn group_band(&self, group: Group, weights: &[u8; 12]) -> Option<Band> {
        let mut levels = [None; 12];
        for criterion in group.criteria() {
            if let Some(slot) = levels.get_mut(criterion as usize) {
                *slot = self.level(criterion);
            }
        }
        crate::criterion::mean(&levels, weights).map(Band::of)
    }

    /// The cap that decided this criterion's level, if one did.
    pub fn held(&self, criterion: Criterion) -> Option<&Held> {
        self.held.iter().find(|held| held.criterion == criterion)
    }

    /// The words of the next step; the rubric must be the one that made the report.
    pub fn next_text(&self, rubric: &Rubric) -> Option<&'static str> {
        self.next.and_then(|next| rubric.steps.get(next.step as usize)).and_then(|step| step.says.first().copied())
    }
}

/// Where a word count stands against a question's length bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Length {
    FarShort,
    Short,
    Target,
    Long,
    FarLong,
}

impl Length {
    /// Places a word count.
    pub fn of(words: u32, bands: &Words) -> Length {
        match words {
            n if n < u32::from(bands.amber_low) => Length::FarShort,
            n if n < u32::from(bands.target_low) => Length::Short,
            n if n <= u32::from(bands.target_high) => Length::Target,
            n if n <= u32::from(bands.amber_high) => Length::Long,
            _ => Length::FarLong,
        }
    }
}

/// Speaking time of a word count at 145 words a minute, seconds, rounded.
pub const fn seconds(words: u32) -> u32 {
    ((words as u64 * 60 + 72) / 145) as u32
}
