//! The fixed names of the judgement: criteria, roles, tiers, bands. Their spelling never changes.

/// The twelve criteria, R1 to R12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "each is defined where a person reads it: content/rubric/criteria.toml")]
pub enum Criterion {
    RealFailure,
    Ownership,
    SpecificEvent,
    HonestSize,
    Cause,
    Repair,
    Lesson,
    AppliedChange,
    Composure,
    Relevance,
    Structure,
    Delivery,
}

impl Criterion {
    /// All criteria, in the order R1 to R12.
    pub const ALL: [Criterion; 12] = [
        Criterion::RealFailure,
        Criterion::Ownership,
        Criterion::SpecificEvent,
        Criterion::HonestSize,
        Criterion::Cause,
        Criterion::Repair,
        Criterion::Lesson,
        Criterion::AppliedChange,
        Criterion::Composure,
        Criterion::Relevance,
        Criterion::Structure,
        Criterion::Delivery,
    ];

    /// The id used in content, reports and stored data.
    pub const fn name(self) -> &'static str {
        match self {
            Criterion::RealFailure => "real-failure",
            Criterion::Ownership => "ownership",
            Criterion::SpecificEvent => "specific-event",
            Criterion::HonestSize => "honest-size",
            Criterion::Cause => "cause",
            Criterion::Repair => "repair",
            Criterion::Lesson => "lesson",
            Criterion::AppliedChange => "applied-change",
            Criterion::Composure => "composure",
            Criterion::Relevance => "relevance",
            Criterion::Structure => "structure",
            Criterion::Delivery => "delivery",
        }
    }

    /// The criterion with this id.
    pub fn from_name(name: &str) -> Option<Criterion> {
        Criterion::ALL.into_iter().find(|criterion| criterion.name() == name)
    }
}

/// The four groups in which criteria are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Group {
    Story,
    Ownership,
    Growth,
    Fit,
}

impl Group {
    /// All groups in display order.
    pub const ALL: [Group; 4] = [Group::Story, Group::Ownership, Group::Growth, Group::Fit];

    /// The criteria of the group, in display order.
    pub const fn criteria(self) -> [Criterion; 3] {
        match self {
            Group::Story => [Criterion::RealFailure, Criterion::SpecificEvent, Criterion::HonestSize],
            Group::Ownership => [Criterion::Ownership, Criterion::Cause, Criterion::Repair],
            Group::Growth => [Criterion::Lesson, Criterion::AppliedChange, Criterion::Composure],
            Group::Fit => [Criterion::Relevance, Criterion::Structure, Criterion::Delivery],
        }
    }
}

/// What part of the story a clause or sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "each is defined in content/README.md")]
pub enum Role {
    Context,
    Failure,
    Cause,
    Repair,
    Result,
    Lesson,
    Change,
    Link,
    Process,
    Other,
}

impl Role {
    /// All roles in story order.
    pub const ALL: [Role; 10] = [
        Role::Context,
        Role::Failure,
        Role::Cause,
        Role::Repair,
        Role::Result,
        Role::Lesson,
        Role::Change,
        Role::Link,
        Role::Process,
        Role::Other,
    ];

    /// The id used in content and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Context => "context",
            Role::Failure => "failure",
            Role::Cause => "cause",
            Role::Repair => "repair",
            Role::Result => "result",
            Role::Lesson => "lesson",
            Role::Change => "change",
            Role::Link => "link",
            Role::Process => "process",
            Role::Other => "other",
        }
    }

    /// The role with this id.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }

    /// This role's bit in a role mask.
    pub const fn bit(self) -> u16 {
        1 << (self as u8)
    }
}

/// How surely a finding may speak. Ordered from praise to the strongest question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Tier {
    Strength,
    Hint,
    Warn,
    Accuse,
}

impl Tier {
    /// The id used in content and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Tier::Strength => "strength",
            Tier::Hint => "hint",
            Tier::Warn => "warn",
            Tier::Accuse => "accuse",
        }
    }
}

/// The word for the whole answer; shown in place of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Band {
    StartHere,
    Developing,
    Good,
    Strong,
}

impl Band {
    /// The band of a mean in hundredths (100-500): strong from 450, good from 350, developing from 250.
    pub const fn of(hundredths: u16) -> Band {
        match hundredths {
            450.. => Band::Strong,
            350.. => Band::Good,
            250.. => Band::Developing,
            _ => Band::StartHere,
        }
    }

    /// The word itself, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Band::StartHere => "start here",
            Band::Developing => "developing",
            Band::Good => "good",
            Band::Strong => "strong",
        }
    }
}
