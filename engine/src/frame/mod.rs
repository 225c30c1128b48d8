//! Clause frames: who did what, when, was it real, is it denied.

pub mod clause;
pub mod group;
pub mod polarity;
pub mod read;
pub mod reality;
pub mod reporting;
pub mod speaker;
pub mod subject;

use crate::report::Span;
use clause::Tie;

/// Builds an enum whose variants are mask bits with content names.
macro_rules! masked {
    ($(#[$doc:meta])* $name:ident : $mask:ty { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All variants, in bit order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The name content uses.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// This variant's bit in a mask.
            pub const fn bit(self) -> $mask {
                1 << (self as u8)
            }
        }
    };
}

masked! {
    /// Who the clause is about.
    Subject: u16 {
        /// I, or a thing that is mine to decide: my mistake, my part.
        I = "I",
        /// We, or "my team and I".
        We = "we",
        /// You, meant generally or not.
        You = "you",
        /// Another person or group of persons.
        Person = "person",
        /// A company, a department, management.
        Org = "org",
        /// A thing.
        Thing = "thing",
        /// A circumstance: time, budget, weather.
        Circumstance = "circumstance",
        /// it, there, this.
        Impersonal = "impersonal",
        /// No subject was found.
        Unknown = "unknown",
    }
}

masked! {
    /// When.
    Tense: u8 {
        /// Simple past, past continuous.
        Past = "past",
        /// Present.
        Present = "present",
        /// Has done.
        Perfect = "perfect",
        /// Had done.
        Pluperfect = "pluperfect",
        /// Will do.
        Future = "future",
        /// No finite verb.
        None = "none",
    }
}

masked! {
    /// Was it real.
    Modality: u8 {
        /// Told as a fact.
        Fact = "fact",
        /// Should have, could have, would have.
        ShouldHave = "should-have",
        /// If, would, imagine.
        Hypothetical = "hypothetical",
        /// Will, going to, plan to, try to.
        Plan = "plan",
        /// Can, could, able to.
        Ability = "ability",
        /// A question.
        Question = "question",
    }
}

masked! {
    /// Is it denied.
    Polarity: u8 {
        /// Affirmed.
        Positive = "+",
        /// Denied.
        Negative = "-",
        /// Denied twice, or unclear.
        Mixed = "mixed",
    }
}

masked! {
    /// Active or passive.
    Voice: u8 {
        /// Somebody does it.
        Active = "active",
        /// It is done, nobody is named.
        Agentless = "agentless",
        /// It is done by somebody.
        Passive = "passive",
    }
}

masked! {
    /// Whose words these are.
    Speaker: u8 {
        /// The writer's own.
        Own = "self",
        /// What the writer said or thought at the time: "I told myself", "I used to say".
        Former = "former",
        /// Quoted or reported.
        Other = "other",
    }
}

/// What one clause says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// First word, an index into the sentence's words.
    pub start: u16,
    /// First word after it.
    pub end: u16,
    /// Its bytes.
    pub span: Span,
    /// How it hangs on the clause before.
    pub tie: Tie,
    /// Its main verb, an index into the sentence's words.
    pub verb: Option<u16>,
    /// Who it is about.
    pub subject: Subject,
    /// True when the subject was taken from another clause.
    pub inherited: bool,
    /// Active or passive.
    pub voice: Voice,
    /// When.
    pub tense: Tense,
    /// True for what happens again and again.
    pub habit: bool,
    /// Was it real.
    pub modality: Modality,
    /// Whose words these are.
    pub speaker: Speaker,
    /// True on fair ground: illness, bereavement, harm, redundancy, disaster.
    pub fair: bool,
}

impl Frame {
    /// Words in the clause.
    pub const fn words(&self) -> u16 {
        self.end - self.start
    }

    /// True for the writer's own account of something that happened: past or perfect, a fact, no habit.
    pub const fn is_event(&self) -> bool {
        matches!(self.tense, Tense::Past | Tense::Perfect | Tense::Pluperfect)
            && matches!(self.modality, Modality::Fact)
            && matches!(self.speaker, Speaker::Own)
            && !self.habit
    }
}
