//! What the compiler refuses: each problem names file, field, reason and a way to mend it.

mod tree;

use comeback_compiler::{emit, load_tree};
use tree::{problems, refuses, sound, spoilt};

const CUES: &str = "rubric/cues/all.toml";
const WORDS: &str = "rubric/words/all.toml";
const FINDINGS: &str = "rubric/findings.toml";
const CRITERIA: &str = "rubric/criteria.toml";
const QUESTION: &str = "questions/biggest-failure.toml";
const PROFILE: &str = "profiles/story.toml";

#[test]
fn accepts_and_proves_sound_content() {
    assert_eq!(problems(&sound()), []);
}

#[test]
fn emits_equal_content_as_equal_bytes() {
    let code = || load_tree(&sound()).map(|loaded| emit(&loaded, "library.json")).unwrap_or_default();
    assert_eq!(code(), code());
    assert!(code().contains("pub static RUBRIC:Rubric=") && code().contains("own.forgot"));
}

#[test]
fn every_word_is_found_where_it_was_put() {
    let lexicon = load_tree(&sound()).expect("sound content").rubric.lexicon;
    assert!(lexicon.len() > 100);
    for index in 0..lexicon.len() {
        let form = lexicon.form(index);
        assert_eq!(lexicon.listed(&form).map(|word| usize::from(word.form)), Some(index), "{form}");
    }
    for absent in ["", "a", "forgo", "forgets", "zzz"] {
        assert_eq!(lexicon.listed(absent), None);
    }
}

#[test]
fn refuses_unknown_fields_by_line() {
    refuses(CUES, "cap = 2", "capp = 2", "line 7", "unknown field `capp`");
    refuses(QUESTION, "order = 1", "order = 1\nplace = 2", "line", "unknown field `place`");
    refuses(WORDS, "[forms]", "[form]", "line", "unknown field `form`");
}

#[test]
fn refuses_files_that_nothing_reads() {
    let mut tree = sound();
    tree.insert("rubric/cue/own.toml".to_owned(), String::new());
    assert!(problems(&tree).iter().any(|problem| problem.reason.contains("nothing reads")));
}

#[test]
fn refuses_missing_files() {
    let mut tree = sound();
    tree.remove("rubric/steps.toml");
    assert!(
        problems(&tree).iter().any(|problem| problem.file == "rubric/steps.toml" && problem.reason == "it is missing")
    );
}

#[test]
fn refuses_malformed_and_duplicate_ids() {
    refuses(CUES, "own.forgot", "Own Forgot", "Own Forgot", "malformed");
    refuses(CUES, "own.forgot", "forgot", "forgot", "malformed");
    let mut tree = sound();
    let twice = tree[CUES].repeat(2);
    tree.insert(CUES.to_owned(), twice);
    assert!(problems(&tree).iter().any(|problem| problem.reason.contains("the id is taken")));
    let mut tree = sound();
    let copy = tree[QUESTION].clone();
    tree.insert("questions/other.toml".to_owned(), copy);
    assert!(problems(&tree).iter().any(|problem| problem.field == "id" && problem.reason.contains("differ")));
}

#[test]
fn refuses_a_criterion_without_five_anchors() {
    refuses(
        CRITERIA,
        "[[criterion.anchor]]\ntext = \"Anchor real-failure 1\"",
        "[[criterion.anchors]]\ntext = \"Anchor real-failure 1\"",
        "line",
        "unknown field `anchors`",
    );
    refuses(CRITERIA, "id = \"lesson\"", "id = \"cause\"", "lesson", "missing");
}

#[test]
fn refuses_dangling_references() {
    refuses(CUES, "signal = \"owned-cause\"", "signal = \"owned\"", "signal", "no signal \"owned\"");
    refuses(CUES, "\"owned-cause\"", "\"two-repairs\"", "signal", "no signal \"two-repairs\" for cues");
    refuses(CUES, "never-failed", "never", "unless", "no signal \"never\"");
    refuses(CUES, "cap = 2", "cap = 2\ncriterion = \"owner\"", "criterion", "no criterion \"owner\"");
    refuses(CUES, "cap = 2", "cap = 2\nquestion = \"who\"", "question", "no question \"who\"");
    refuses(CUES, "tense = \"past\"", "tense = \"soon\"", "frame.tense", "no \"soon\"");
    refuses(CRITERIA, "miss & !blame", "miss & !blames", "anchor 1", "no signal \"blames\"");
    refuses("rubric/caps.toml", "by = \"blame\"", "by = \"blames\"", "cap 1", "no signal \"blames\"");
    refuses(FINDINGS, "kind = \"blame\"", "kind = \"blames\"", "blame", "no such kind");
    refuses(PROFILE, "asked = [\"failure\"]", "asked = [\"failing\"]", "asked", "no role \"failing\"");
    refuses("rubric/learned.toml", "tense 0", "tense 9", "trait.tense 9", "no such trait");
    refuses("rubric/learned.toml", "forget =", "forgett =", "clause.forgett", "no word list has it");
    refuses(WORDS, "class = [\"verb\", \"err\"]", "class = [\"verb\", \"er\"]", "words", "no class \"er\"");
    refuses(WORDS, "organise = \"organize\"", "colour = \"color\"", "color", "\"colour\" is in no word list");
}

#[test]
fn refuses_unknown_words_and_inflected_ones() {
    refuses(CUES, "{forget|misread}", "{forget|misplace}", "match", "\"misplace\" is in no word list");
    refuses(CUES, "{forget|misread}", "forgot", "match", "\"forgot\" is a form of \"forget\"");
    refuses(CUES, "{forget|misread}", "#errs", "match", "no class \"errs\"");
    refuses(CUES, "@I {forget", "@Me {forget", "match", "no subject \"Me\"");
    let found = problems(&spoilt(WORDS, " ago", ""));
    assert!(found.iter().any(|problem| problem.field == "word \"ago\"" && problem.file == "rubric/words"));
}

#[test]
fn refuses_patterns_that_cannot_be_read() {
    for (pattern, reason) in [
        ("", "empty"),
        ("..3 forget", "a gap stands at its edge"),
        ("forget ..3", "a gap stands at its edge"),
        ("forget ..0 valve", "is no gap"),
        ("forget ^", "`^` does not stand first"),
        ("$ forget", "something stands after `$`"),
        ("forget @I", "`@` stands before nothing"),
        ("forget! valve!", "more than one element"),
        ("#err{0,2}", "nothing to be found by"),
        ("#err{3,2} forget", "no proper range"),
    ] {
        refuses(CUES, "@I {forget|misread}", pattern, "match", reason);
    }
    refuses(CUES, "\"@I {forget|misread}\"", "[\"forget\", \"forget\"]", "match", "stands twice");
}

#[test]
fn refuses_too_many_patterns_without_a_word() {
    let patterns: Vec<String> =
        (1..=9).flat_map(|a| (1..=9).map(move |b| format!("\"#err{{1,{a}}} #verb{{0,{b}}}\""))).collect();
    let to = format!("match = [{}]", patterns.join(","));
    let found = problems(&spoilt(CUES, "match = \"@I {forget|misread}\"", &to));
    assert!(found.iter().any(|problem| problem.reason.contains("at most 64")), "{found:?}");
}

#[test]
fn refuses_empty_texts_and_long_messages() {
    refuses(QUESTION, "They want to see what you do.", " ", "why", "empty");
    refuses(QUESTION, "They want to see what you do.", &"word ".repeat(71), "why", "too long");
    refuses(FINDINGS, "What blame?", "", "says", "empty");
    refuses(FINDINGS, "What blame?", &format!("{}?", "x".repeat(140)), "says", "141 characters");
    refuses("rubric/steps.toml", "Say it aloud.", &"x".repeat(141), "step 1", "141 characters");
}

#[test]
fn refuses_a_problem_that_does_not_ask() {
    refuses(FINDINGS, "What blame?", "This is bad.", "says", "not a question");
}

#[test]
fn refuses_numbers_out_of_range() {
    refuses(CUES, "cap = 2", "cap = 10", "cap", "10 is out of range");
    refuses(PROFILE, "target = 100", "target = 95", "shares", "add up to 95");
    refuses(PROFILE, "target = [180, 290]", "target = [100, 290]", "words", "overlap");
    refuses(PROFILE, "cause = 1", "cause = 5", "weights", "weighs 5");
    refuses("rubric/caps.toml", "at = 2", "at = 5", "cap 1", "holds nothing down");
}

#[test]
fn refuses_cues_with_too_few_examples() {
    refuses(CUES, ", \"I forgot it.\"]", "]", "yes", "2 lines");
    refuses(CUES, ", \"I do.\"]", "]", "no", "2 lines");
}

#[test]
fn refuses_examples_that_do_not_hold() {
    refuses(CUES, "\"I forgot it.\"", "\"They forgot it.\"", "yes", "does not fire");
    refuses(CUES, "\"I do.\"", "\"I forgot the list.\"", "no", "fires on \"forgot\"");
    refuses(CUES, "‹misread› the", "misread ‹the›", "yes", "fires on \"misread\"");
    let shown = "kind = \"owned-cause\"\nfires = [\"They forgot it.\"]\nsilent = [\"I forgot it.\"]";
    refuses(FINDINGS, "kind = \"owned-cause\"", shown, "owned-cause · fires", "does not fire");
    refuses(FINDINGS, "kind = \"owned-cause\"", shown, "owned-cause · silent", "fires on \"forgot\"");
}

#[test]
fn says_everything_in_one_line() {
    let found = problems(&spoilt(CUES, "cap = 2", "cap = 0"));
    let text = found.first().map(ToString::to_string).unwrap_or_default();
    assert_eq!(text, "content/rubric/cues/all.toml · cue own.forgot · cap: 0 is out of range. Let 1 to 9 hits count.");
}
