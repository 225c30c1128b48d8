//! Word classes: one bit each, several to a word. Content fills them; the engine reads the ones it names here.

/// Builds the constants and the list of names from one table.
macro_rules! classes {
    ($($(#[$doc:meta])* $constant:ident = $bit:literal, $name:literal;)*) => {
        $($(#[$doc])* pub const $constant: u64 = 1 << $bit;)*

        /// Name and bit number of every class the engine itself reads. Content may define more, from [`FIRST_FREE`] on.
        pub const NAMED: &[(&str, u8)] = &[$(($name, $bit),)*];
    };
}

classes! {
    /// I, me, my, mine, myself.
    SELF = 0, "self";
    /// we, us, our, ours, ourselves.
    WE = 1, "we";
    /// you, your, yours, yourself.
    YOU = 2, "you";
    /// he, she, they and their forms; everyone, nobody, someone.
    THIRD = 3, "third";
    /// it, this, that, there as a subject.
    IT = 4, "it";
    /// a, the, this, each, some: what opens a noun phrase.
    DETERMINER = 5, "det";
    /// of, in, on, with.
    PREPOSITION = 6, "prep";
    /// and, or, but, so.
    CONJUNCTION = 7, "conj";
    /// because, when, if: what opens a subordinate clause.
    SUBORDINATOR = 8, "subord";
    /// who, which, that, what, where as openers of a clause.
    RELATIVE = 9, "rel";
    /// be in all forms.
    BE = 10, "be";
    /// have in all forms.
    HAVE = 11, "have";
    /// do in all forms.
    DO = 12, "do";
    /// will, would, can, could, should, may, might, must.
    MODAL = 13, "modal";
    /// get in all forms.
    GET = 14, "get";
    /// Words that deny: not, never, no, none, nothing, without, hardly.
    NEGATION = 15, "neg";
    /// Adverbs: what may stand between a subject and its verb.
    ADVERB = 16, "adv";
    /// Adjectives.
    ADJECTIVE = 17, "adj";
    /// Nouns.
    NOUN = 18, "noun";
    /// Verbs.
    VERB = 19, "verb";
    /// Persons and kinds of person: manager, nurse, customer, team.
    PERSON = 20, "person";
    /// Organisations and groups of people seen as one: company, management, supplier, agency.
    ORG = 21, "org";
    /// Circumstances that can carry a miss: time, budget, staff, weather, traffic, system.
    CIRCUMSTANCE = 22, "circumstance";
    /// Words for time: day, week, month, yesterday, Monday, March, spring.
    TIME = 23, "time";
    /// Number words: one, nine, dozen, hundred. Digits get it too.
    NUMBER = 24, "number";
    /// Ordinals: first, third, 15th.
    ORDINAL = 25, "ordinal";
    /// Units and counted nouns: percent, euro, kilo, hour.
    UNIT = 26, "unit";
    /// Verbs of saying: say, tell, ask, report, claim.
    SAY = 27, "say";
    /// Verbs of thinking: think, believe, assume, hope, know.
    THINK = 28, "think";
    /// Words that tell of a miss: miss, fail, lose, forget, late, wrong, mistake.
    MISS = 29, "miss";
    /// Habit words: usually, always, whenever, often.
    HABIT = 30, "habit";
    /// Filler sounds and words: um, uh, er.
    FILLER = 31, "filler";
    /// Words of fair ground: illness, bereavement, harm, redundancy, disaster.
    FAIR = 32, "fair";
    /// Family and close people: mother, wife, father.
    FAMILY = 33, "family";
    /// Feeling words: embarrassed, upset, ashamed.
    FEELING = 34, "feeling";
    /// Who can be affected: customer, patient, client, class, team, guest.
    PARTY = 35, "party";
    /// Places and organisations in which work happens: ward, kitchen, depot, school.
    PLACE = 36, "place";
    /// Tools and artefacts of a change: checklist, buffer, template, sheet.
    ARTEFACT = 37, "artefact";
    /// English closed-class words: what tells English from other languages.
    CLOSED = 38, "closed";
    /// Words for intending: plan, try, hope, intend, going.
    PLAN = 39, "plan";
    /// Weekday and month names.
    CALENDAR = 40, "calendar";
    /// Abbreviations whose full stop does not end a sentence: mr, approx, e.g.
    ABBREVIATION = 41, "abbr";
    /// E-mail addresses, web addresses, phone numbers, handles. Set by the tokenizer.
    CONTACT = 42, "contact";
    /// Sums of money in figures. Set by the tokenizer.
    MONEY = 43, "money";
    /// Years in figures. Set by the tokenizer.
    YEAR = 44, "year";
    /// Written with a capital inside a sentence, and unknown: a name. Set by the tokenizer.
    NAME = 45, "name";
    /// What is mine to decide when "my" stands before it: mistake, decision, part, fault.
    OWNABLE = 46, "ownable";
    /// Nouns that carry somebody's words: feedback, verdict, report, review.
    VERDICT = 47, "verdict";
    /// Words a rubric would use: ownership, accountability, lesson, growth. Piled up they say nothing.
    STUFFING = 48, "stuffing";
}

/// Bits from here on are free for classes that only cues read.
pub const FIRST_FREE: u8 = 49;

/// Grammatical flags of a word form. A form may carry several: "put" is base, past and participle.
pub mod flag {
    /// Base form of a verb.
    pub const BASE: u16 = 1;
    /// Third person singular: tells.
    pub const THIRD_PERSON: u16 = 1 << 1;
    /// Simple past: told.
    pub const PAST: u16 = 1 << 2;
    /// Past participle: told.
    pub const PARTICIPLE: u16 = 1 << 3;
    /// -ing form: telling.
    pub const GERUND: u16 = 1 << 4;
    /// Plural noun.
    pub const PLURAL: u16 = 1 << 5;
    /// Nominative pronoun: I, he, we: a sure sign of a subject.
    pub const NOMINATIVE: u16 = 1 << 6;
    /// Possessive: my, their, the porter's.
    pub const POSSESSIVE: u16 = 1 << 7;
}

/// Name and bit of each flag, as content writes them.
pub const FLAG_NAMES: &[(&str, u16)] = &[
    ("base", flag::BASE),
    ("third-person", flag::THIRD_PERSON),
    ("past", flag::PAST),
    ("participle", flag::PARTICIPLE),
    ("gerund", flag::GERUND),
    ("plural", flag::PLURAL),
    ("nominative", flag::NOMINATIVE),
    ("possessive", flag::POSSESSIVE),
];
