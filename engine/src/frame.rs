//! Clause frames: who did what, when, was it real, is it denied.

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
        /// Quoted or reported.
        Other = "other",
    }
}
