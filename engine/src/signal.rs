//! The names of everything that can be seen in an answer.
//!
//! One list, three blocks: the findings a person may be shown, the quieter evidence that only earns levels, and
//! the facts about the whole answer that are worked out at the end. Content refers to all of them by [`Signal::name`].

/// Builds the enum, its list and its names from one table, so that they cannot drift apart.
macro_rules! signals {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// One thing that can be seen in an answer. The order is fixed: masks and tables use it as an index.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Signal { $($(#[$doc])* $variant,)* }

        impl Signal {
            /// All signals, in order.
            pub const ALL: &'static [Signal] = &[$(Signal::$variant,)*];

            /// The name used in content, reports and golden files.
            pub const fn name(self) -> &'static str {
                match self { $(Signal::$variant => $name,)* }
            }
        }
    };
}

signals! {
    // Problems, in the order that decides between two on the same words.
    /// Own dishonesty or a breach, told without insight.
    Disqualifying = "disqualifying",
    /// Denies any failure.
    NeverFailed = "never-failed",
    /// A virtue offered as the failure.
    FakeFailure = "fake-failure",
    /// Another person or group carries the miss.
    Blame = "blame",
    /// A circumstance carries the miss.
    Excuse = "excuse",
    /// Bitterness beyond what explains the miss.
    Complaint = "complaint",
    /// The miss has no agent.
    PassiveEvasion = "passive-evasion",
    /// Shrinks the outcome.
    Minimising = "minimising",
    /// Drama in place of a measure.
    Catastrophe = "catastrophe",
    /// A fixed trait as the cause.
    TraitCause = "trait-cause",
    /// Insults to oneself or a third apology.
    SelfAttack = "self-attack",
    /// A slogan for a lesson.
    Cliche = "cliche",
    /// Change only as an intention.
    PromiseOnly = "promise-only",
    /// What one would do, where the event should be.
    Hypothetical = "hypothetical",
    /// A placeholder noun.
    Vague = "vague",
    /// Names, contact data, exact internal money.
    Confidential = "confidential",
    /// A softener on an own fact.
    Hedge = "hedge",
    /// A sound without content.
    Filler = "filler",
    /// A fashion word.
    Buzzword = "buzzword",
    // Strengths, in the order in which one is chosen.
    /// First person names a controllable act or accepts it.
    OwnedCause = "owned-cause",
    /// A later case, figure or person shows that the change held.
    Proof = "proof",
    /// A habit, check, tool or rule in use.
    AppliedChange = "applied-change",
    /// Told an affected person early.
    ToldPeopleEarly = "told-people-early",
    /// A past action that mends the case.
    ConcreteRepair = "concrete-repair",
    /// An insight tied to the cause.
    SpecificLesson = "specific-lesson",
    /// A figure with a unit or counted noun.
    Number = "number",
    /// An own event tied to a time.
    DatedEvent = "dated-event",
    /// A feeling and what was done with it.
    EmotionHandled = "emotion-handled",
    /// Asked a person for advice, a check or hands.
    AskedForHelp = "asked-for-help",
    /// Lesson or habit tied to the job applied for.
    JobLink = "job-link",
    // Document findings: no span.
    /// Fewer words than the target.
    TooShort = "too-short",
    /// More words than the target.
    TooLong = "too-long",
    /// Context, failure and cause take more than half.
    SetupHeavy = "setup-heavy",
    /// The last sentence is no ending.
    NoEnding = "no-ending",
    /// No sentence in an asked role.
    OffTopic = "off-topic",
    /// Low share of English function words.
    NotEnglish = "not-english",
    /// Cue words without clauses that carry them.
    Stuffing = "stuffing",
    /// Shared with a bundled example.
    SampleCopied = "sample-copied",
    // Evidence: earns roles and levels, is never shown as a finding.
    /// A factual own or shared clause that reads as a miss.
    Miss = "miss",
    /// A goal, target, date or expectation.
    Goal = "goal",
    /// A consequence: what the miss did or cost.
    Outcome = "outcome",
    /// Somebody who was affected.
    Party = "party",
    /// A place or organisation in which it happened.
    Place = "place",
    /// The speaker's task or job in it.
    Task = "task",
    /// Other people in it.
    People = "people",
    /// A past event in the first person, with or without details.
    PastEvent = "past-event",
    /// A miss too trivial to matter.
    Trivial = "trivial",
    /// A decision word with the speaker as subject.
    Decision = "decision",
    /// A reason for an own act.
    Reason = "reason",
    /// An early sign missed, or a weakness of the process.
    EarlySign = "early-sign",
    /// An outside fact, told neutrally.
    OutsideCause = "outside-cause",
    /// Why it happened, own or mixed.
    CauseNamed = "cause-named",
    /// A bare admission without an act ("I failed").
    Admission = "admission",
    /// A part of the failure denied ("none of it was my fault").
    DeniedPart = "denied-part",
    /// A repair told only in general words.
    GeneralRepair = "general-repair",
    /// Somebody else mended it.
    OtherRepair = "other-repair",
    /// A person was told.
    Telling = "telling",
    /// The effect of a repair, or the reason for its steps.
    RepairEffect = "repair-effect",
    /// A lesson in general words.
    GeneralLesson = "general-lesson",
    /// A rule that holds beyond the case.
    Rule = "rule",
    /// A definite intention.
    Intention = "intention",
    /// A change done once.
    OnceChanged = "once-changed",
    /// A feeling of the speaker.
    Feeling = "feeling",
    /// Went on, recovered, persisted.
    Persistence = "persistence",
    /// An apology.
    Apology = "apology",
    /// Defensive words.
    Defensive = "defensive",
    /// A general tie to the job.
    GeneralLink = "general-link",
    /// A general way of dealing with failure.
    ProcessStep = "process-step",
    /// A clause that looks first at the own part, as a habit.
    OwnPartHabit = "own-part-habit",
    /// Fair ground: illness, bereavement, harm, redundancy, disaster.
    FairGround = "fair-ground",
    /// A pattern that only silences others.
    Immunise = "immunise",
    // Derived: worked out over the whole answer; content may need them, cues may not name them.
    /// Three or more of when, where, task, people.
    ThreeDetails = "three-details",
    /// All four of when, place or task, people, figure.
    FullDetails = "full-details",
    /// At least one of when, where, task, people.
    OneDetail = "one-detail",
    /// A figure in a failure or result clause.
    OutcomeMeasured = "outcome-measured",
    /// Two or more concrete repair actions.
    TwoRepairs = "two-repairs",
    /// Own clauses that hold a figure.
    Figures = "figures",
    /// Own clauses that hold a time.
    Times = "times",
    /// Blame or excuse with no owned window, once.
    UnownedCause = "unowned-cause",
    /// Blame or excuse with no owned window, twice or more.
    UnownedCauses = "unowned-causes",
    /// The lesson shares content with the cause.
    LessonTied = "lesson-tied",
    /// Help or persistence in the feeling's or the next two sentences.
    FeelingFollowed = "feeling-followed",
    /// Three or more apologies.
    ManyApologies = "many-apologies",
    /// Two or more complaints.
    ManyComplaints = "many-complaints",
    /// The asked roles hold at least half of the words.
    AnswersQuestion = "answers-question",
    /// The miss or the process stands in the first two sentences.
    EarlyHeadline = "early-headline",
    /// The miss or the process stands in the first four sentences.
    MissBySentenceFour = "miss-by-four",
    /// All shares are in range.
    SharesInRange = "shares-in-range",
    /// One share is out of range.
    OneShareOut = "one-share-out",
    /// Two of the key roles are missing.
    KeyRolesMissing = "key-roles-missing",
    /// One role only over 80 words.
    OneRoleOnly = "one-role-only",
    /// Ends on change, link, lesson or result.
    EndsWell = "ends-well",
    /// More than half, but not more than 60 %, is setup.
    SetupOverHalf = "setup-over-half",
    /// More than 60 % is setup.
    SetupOverSixty = "setup-over-sixty",
    /// Words within the target.
    TargetLength = "target-length",
    /// Words within the amber bands.
    AmberLength = "amber-length",
    /// More than 600 words.
    Over600 = "over-600",
    /// At least one sentence over 40 words, or a density over its limit.
    Cluttered = "cluttered",
    /// Two densities over their limits.
    TwoDensities = "two-densities",
}

impl Signal {
    /// The signal with this name, if there is one.
    pub fn from_name(name: &str) -> Option<Signal> {
        Signal::ALL.iter().copied().find(|signal| signal.name() == name)
    }

    /// True for what a person may be shown as a finding.
    pub const fn is_finding(self) -> bool {
        (self as u8) <= Signal::SampleCopied as u8
    }

    /// True for the findings that praise.
    pub const fn is_strength(self) -> bool {
        (self as u8) >= Signal::OwnedCause as u8 && (self as u8) <= Signal::JobLink as u8
    }

    /// True for what is worked out over the whole answer; a cue must not carry it.
    pub const fn is_derived(self) -> bool {
        (self as u8) >= Signal::ThreeDetails as u8
    }

    /// This signal's bit in a [`SignalSet`].
    pub const fn bit(self) -> u128 {
        1 << (self as u8)
    }
}

/// A set of signals, one bit each.
pub type SignalSet = u128;

#[cfg(test)]
mod tests {
    use super::Signal;

    #[test]
    fn names_are_unique_and_find_their_signal() {
        for &signal in Signal::ALL {
            assert_eq!(Signal::from_name(signal.name()), Some(signal));
        }
        assert!(Signal::ALL.len() <= 128, "a SignalSet holds 128 bits");
    }
}
