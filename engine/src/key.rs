//! The few words that grammar rules name one by one. The engine meets them as numbers; the compiler finds them in
//! the lexicon and refuses content that lacks one.

/// Builds the constants and the list of words from one table.
macro_rules! keywords {
    ($($constant:ident = $number:literal, $word:literal;)*) => {
        $(#[doc = concat!("The word \"", $word, "\".")] pub const $constant: u8 = $number;)*

        /// The words, number 1 first; every inflected form of a word carries its number.
        pub const WORDS: &[&str] = &[$($word,)*];
    };
}

keywords! {
    NOT = 1, "not";
    NEVER = 2, "never";
    NO = 3, "no";
    ONLY = 4, "only";
    JUST = 5, "just";
    DOUBT = 6, "doubt";
    LONGER = 7, "longer";
    UNTIL = 8, "until";
    AGAIN = 9, "again";
    BUT = 10, "but";
    EXCEPT = 11, "except";
    HOWEVER = 12, "however";
    IF = 13, "if";
    WOULD = 14, "would";
    WILL = 15, "will";
    SHOULD = 16, "should";
    COULD = 17, "could";
    CAN = 18, "can";
    MAY = 19, "may";
    MIGHT = 20, "might";
    MUST = 21, "must";
    SHALL = 22, "shall";
    GO = 23, "go";
    TO = 24, "to";
    TRY = 25, "try";
    HAVE = 26, "have";
    BE = 27, "be";
    DO = 28, "do";
    GET = 29, "get";
    BY = 30, "by";
    THAT = 31, "that";
    BECAUSE = 32, "because";
    SINCE = 33, "since";
    AND = 34, "and";
    OR = 35, "or";
    SO = 36, "so";
    THEN = 37, "then";
    WHEN = 38, "when";
    WHENEVER = 39, "whenever";
    WHILE = 40, "while";
    ALTHOUGH = 41, "although";
    UNLESS = 42, "unless";
    AFTER = 43, "after";
    BEFORE = 44, "before";
    FAIL = 45, "fail";
    FORGET = 46, "forget";
    INSTEAD = 47, "instead";
    RATHER = 48, "rather";
    THAN = 49, "than";
    OF = 50, "of";
    USED = 51, "used";
    TEND = 52, "tend";
    IMAGINE = 53, "imagine";
    SUPPOSE = 54, "suppose";
    LET = 55, "let";
    I = 56, "i";
    TEAM = 57, "team";
    AGO = 58, "ago";
    LAST = 59, "last";
    EVERY = 60, "every";
    NOTHING = 61, "nothing";
    HAPPEN = 62, "happen";
    WHO = 63, "who";
    WHICH = 64, "which";
    WHAT = 65, "what";
    WHERE = 66, "where";
    HOW = 67, "how";
    WHY = 68, "why";
    THINK = 69, "think";
    ADMIT = 70, "admit";
    SAY = 71, "say";
    HARDLY = 72, "hardly";
    WITHOUT = 73, "without";
    NOR = 74, "nor";
    NEITHER = 75, "neither";
    NONE = 76, "none";
    LACK = 77, "lack";
    REFUSE = 78, "refuse";
    AVOID = 79, "avoid";
    PREVENT = 80, "prevent";
    THERE = 81, "there";
    MY = 82, "my";
    AS = 83, "as";
    LIKE = 84, "like";
    NOW = 85, "now";
    WISH = 86, "wish";
    THOUGH = 87, "though";
    EXPECT = 88, "expect";
    WAIT = 89, "wait";
    MENTION = 90, "mention";
    ONE = 91, "one";
    US = 92, "us";
    IT = 93, "it";
    YESTERDAY = 94, "yesterday";
    ORDER = 95, "order";
    THEY = 96, "they";
    EACH = 97, "each";
    NEED = 98, "need";
    HOPE = 99, "hope";
    INTEND = 100, "intend";
    PLAN = 101, "plan";
    WANT = 102, "want";
    ACCORD = 103, "according";
    ONCE = 104, "once";
    FAR = 105, "far";
    ASK = 106, "ask";
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_follow_the_list() {
        assert_eq!(super::WORDS.get(usize::from(super::ASK) - 1), Some(&"ask"));
        assert_eq!(super::WORDS.len(), usize::from(super::ASK));
    }
}
