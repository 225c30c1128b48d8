//! The judgement as data. Content is compiled into these types; the engine reads nothing else.

use crate::copied::Mark;
use crate::learned::Weights;
use crate::names::{Criterion, Role, Tier};
pub use crate::patterns::{Patterns, Step, step};
use crate::signal::{Signal, SignalSet};

/// Everything the engine judges with, whatever the question.
#[derive(Clone, Copy, Debug)]
pub struct Rubric {
    /// The words it knows.
    pub lexicon: Lexicon,
    /// The cues, in content order.
    pub cues: &'static [Cue],
    /// The patterns that find them.
    pub patterns: Patterns,
    /// The twelve criteria, in the order of [`Criterion::ALL`].
    pub criteria: &'static [CriterionSpec],
    /// Levels lowered by what was found.
    pub caps: &'static [Cap],
    /// What is said about each finding, in the order of [`Signal::ALL`] up to `sample-copied`.
    pub kinds: &'static [KindSpec],
    /// The next-step table, in order of importance.
    pub steps: &'static [StepSpec],
    /// What was learned from labelled answers.
    pub learned: Weights,
    /// Sorted hashes by which the bundled samples are known again ([`crate::copied::marks`]).
    pub samples: &'static [Mark],
}

/// The words the engine knows: lower case, sorted by bytes, and front coded, since this is the largest table of all.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    /// All forms, sorted: for each the number of letters that it shares with the one before it (0 at the start of a
    /// block), then the others.
    pub forms: &'static [u8],
    /// Start in `forms` of every block of [`Lexicon::BLOCK`] forms, bytes.
    pub blocks: &'static [u16],
    /// Form index minus the index of its base form: the base form is the lemma's id.
    pub lemma: &'static [i16],
    /// Index into `kinds`, one for each form.
    pub kind: &'static [u16],
    /// The distinct pairs of a class set ([`crate::class`]) and grammatical flags ([`crate::class::flag`]).
    pub kinds: &'static [(u64, u16)],
    /// Keyword number of each form, 0 = none ([`crate::key`]).
    pub key: &'static [u8],
    /// Contracted and glued forms, sorted by form.
    pub contractions: &'static [Contraction],
}

/// One written word that stands for several: didn't, dont, gonna.
#[derive(Clone, Copy, Debug)]
pub struct Contraction {
    /// As written, lower case, with a straight apostrophe.
    pub form: &'static str,
    /// Form indexes of the words it stands for, two or three.
    pub parts: &'static [u16],
}

/// A pattern that gives evidence.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// What it is evidence for.
    pub signal: Signal,
    /// The criterion its spans are shown under.
    pub criterion: Criterion,
    /// What the clause must be like.
    pub frame: FrameTest,
    /// Hits that count in one answer, 1-9.
    pub cap: u8,
    /// Signals that silence it when they stand in the same clause.
    pub unless: SignalSet,
    /// Speaks only where the answer takes no part of the miss on the speaker.
    pub alone: bool,
}

/// What a clause must be like for a cue to speak. Masks hold one bit per variant; 0 means any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameTest {
    /// [`crate::frame::Subject`] bits.
    pub subject: u16,
    /// [`crate::frame::Tense`] bits.
    pub tense: u8,
    /// [`crate::frame::Modality`] bits.
    pub modality: u8,
    /// [`crate::frame::Polarity`] bits.
    pub polarity: u8,
    /// [`crate::frame::Voice`] bits.
    pub voice: u8,
    /// [`crate::frame::Speaker`] bits.
    pub speaker: u8,
    /// 1: habitual only; 2: not habitual; 0: any.
    pub habit: u8,
}

/// A criterion and its anchors.
#[derive(Clone, Copy, Debug)]
pub struct CriterionSpec {
    /// Which one.
    pub id: Criterion,
    /// Shown name.
    pub name: &'static str,
    /// Level when nothing is found, 1-5.
    pub default: u8,
    /// The five anchors, level 1 first.
    pub anchors: [Anchor; 5],
    /// What raises and lowers it, where that was learned; else the anchors' needs decide.
    pub points: Points,
}

/// How much each measure of [`crate::points`] counts for a criterion.
#[derive(Clone, Copy, Debug)]
pub struct Points {
    /// (measure, weight). A full measure of 64 gives weight / 32 levels.
    pub weights: &'static [(u8, i8)],
    /// The least sums for levels 2 to 5.
    pub from: [i32; 4],
}

/// What a level says and what it needs.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// Shown to the person as written.
    pub text: &'static str,
    /// Alternatives, where no points decide: the anchor holds when every need of one of them is met.
    pub needs: &'static [&'static [Need]],
}

/// One thing an anchor needs: any of the signals, at least so often; or none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// The signals.
    pub any: SignalSet,
    /// Counted hits needed, 1-9; 0 means that none may be there.
    pub at_least: u8,
}

/// A level lowered by what was found.
#[derive(Clone, Copy, Debug)]
pub struct Cap {
    /// The criterion.
    pub criterion: Criterion,
    /// The signal that holds it down.
    pub by: Signal,
    /// The highest level it may then have.
    pub at: u8,
    /// The further needs under which the cap applies.
    pub when: &'static [Need],
    /// Said in the criterion's row when this cap decides.
    pub text: &'static str,
}

/// What is said about one kind of finding.
#[derive(Clone, Copy, Debug)]
pub struct KindSpec {
    /// Which one.
    pub signal: Signal,
    /// How surely it may speak.
    pub tier: Tier,
    /// The criterion it belongs to.
    pub criterion: Criterion,
    /// A question for problems, praise for strengths; wordings of which one is shown. In the page's program only the
    /// first, since the library brings the others.
    pub says: &'static [&'static str],
    /// For strengths: the question that builds on it, one for each wording; else empty.
    pub then: &'static [&'static str],
    /// A sentence stem; gaps are written `…`. Empty where there is none.
    pub stem: &'static str,
}

/// One row of the next-step table.
#[derive(Clone, Copy, Debug)]
pub struct StepSpec {
    /// The criterion it reads; `None` for the prompts under 40 words, for text in another language and for the last row.
    pub criterion: Option<Criterion>,
    /// The row holds when the level is at least this.
    pub from: u8,
    /// The row holds when the level is at most this.
    pub to: u8,
    /// For rows without a criterion: what must be true.
    pub when: StepWhen,
    /// The question shown; wordings, in the page's program only the first.
    pub says: &'static [&'static str],
    /// A sentence stem with its gap, or empty.
    pub stem: &'static str,
}

/// When a row of the next-step table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepWhen {
    /// The criterion's level lies in the row's range.
    Level,
    /// The text is not English.
    NotEnglish,
    /// Under 40 words and no time or aim is told yet.
    ShortNoTime,
    /// Under 40 words and nothing has gone wrong yet.
    ShortNoMiss,
    /// Under 40 words and the own part is not told yet.
    ShortNoPart,
    /// Under 40 words and all three are there.
    ShortGoOn,
    /// Always: the last row.
    Always,
}

/// Story, process or weakness: which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileKind {
    /// One event is asked for.
    Story,
    /// A way of working is asked for.
    Process,
    /// A pattern is asked for.
    Weakness,
}

/// How answers to one question are judged.
#[derive(Clone, Copy, Debug)]
pub struct QuestionProfile {
    /// The question's id.
    pub id: &'static str,
    /// Which rules apply.
    pub kind: ProfileKind,
    /// Weights 0-4 in the order of [`Criterion::ALL`]; 0 = not asked.
    pub weights: [u8; 12],
    /// Word bands.
    pub words: Words,
    /// Role shares, in the order in which they are drawn.
    pub shares: &'static [Share],
    /// Mask of the roles the question asks for ([`Role::bit`]).
    pub asked: u16,
    /// Kinds that are switched off.
    pub off: SignalSet,
    /// Hashes of the prompt and its other wordings ([`crate::copied::wording`]): a sentence that repeats one earns nothing.
    pub wordings: &'static [u32],
    /// True for transcripts: fillers count.
    pub spoken: bool,
}

/// Word bands of a question, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Below this: red.
    pub amber_low: u16,
    /// Target from here.
    pub target_low: u16,
    /// Target up to here.
    pub target_high: u16,
    /// Above this: red.
    pub amber_high: u16,
}

/// The share of words one or two roles should have.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// Roles that count together.
    pub roles: &'static [Role],
    /// Target, percent.
    pub target: u8,
    /// Fine from here, percent.
    pub low: u8,
    /// Fine up to here, percent.
    pub high: u8,
}
