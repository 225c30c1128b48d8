//! A small content tree in memory that the compiler accepts; each test spoils one thing in it.

use comeback_compiler::source::Tree;
use comeback_engine::learned::OUTPUTS;
use comeback_engine::{Criterion, Signal, key};
use std::fmt::Write;

/// A tree that is accepted.
pub fn sound() -> Tree {
    let mut tree = Tree::new();
    // One weight for each output.
    let row = format!("{:?}", [0; OUTPUTS]);
    let mut put = |path: &str, text: String| drop(tree.insert(path.to_owned(), text));
    put("rubric/words/all.toml", words());
    put("rubric/cues/all.toml", CUE.to_owned());
    put("rubric/criteria.toml", criteria());
    put("rubric/caps.toml", CAP.to_owned());
    put("rubric/findings.toml", findings());
    put("rubric/steps.toml", "[[step]]\nwhen = \"always\"\ntext = \"Say it aloud.\"\n".to_owned());
    put("rubric/learned.toml", format!("[trait]\n\"tense 0\" = {row}\n[clause]\nforget = {row}\n"));
    put("questions/biggest-failure.toml", QUESTION.to_owned());
    tree
}

/// The tree with one text replaced by another in one file.
pub fn spoilt(file: &str, from: &str, to: &str) -> Tree {
    let mut tree = sound();
    let text = tree.entry(file.to_owned()).or_default();
    assert!(text.contains(from), "{from:?} is not in {file}");
    *text = text.replacen(from, to, 1);
    tree
}

fn words() -> String {
    let closed: Vec<&str> =
        key::WORDS.iter().filter(|word| !["i", "be", "forget", "they"].contains(word)).copied().collect();
    format!(
        "[classes]\nerr = \"verbs of going wrong\"\n\
         [[words]]\nclass = [\"closed\"]\nlist = \"{}\"\n\
         [[words]]\nclass = [\"self\", \"closed\"]\nflags = [\"nominative\"]\nlist = \"i\"\n\
         [[words]]\nclass = [\"third\", \"closed\"]\nflags = [\"nominative\"]\nlist = \"he they\"\n\
         [[words]]\nclass = [\"be\", \"verb\", \"closed\"]\nlist = \"be\"\n\
         [[words]]\nclass = [\"verb\", \"err\"]\nlist = \"forget misread organise\"\n\
         [irregular]\nforget = \"forgot forgotten\"\nmisread = \"misread\"\n\
         [forms]\nwas = \"be past\"\n\
         [variants]\norganise = \"organize\"\n\
         [contractions]\ndidnt = \"did not\"\n",
        closed.join(" ") + " the valve list"
    )
    .replace("did not", "do not")
}

fn criteria() -> String {
    let mut text = String::new();
    for criterion in Criterion::ALL {
        let _ = write!(
            text,
            "[[criterion]]\nid = \"{0}\"\nname = \"{0}\"\ndefault = 1\nmissing = \"Which {0}?\"\n",
            criterion.name()
        );
        for level in 1..=5 {
            let _ = write!(text, "[[criterion.anchor]]\ntext = \"Anchor {level}\"\nneed = [\"miss & !blame\"]\n");
        }
    }
    text
}

fn findings() -> String {
    let mut text = String::new();
    for signal in Signal::ALL.iter().filter(|signal| signal.is_finding()) {
        let (tier, then) =
            if signal.is_strength() { ("strength", "then = \"Why?\"\n") } else { ("warn", "stem = \"I …\"\n") };
        let _ = write!(
            text,
            "[[finding]]\nkind = \"{}\"\ntier = \"{tier}\"\ncriterion = \"ownership\"\nsays = \"What then?\"\n{then}",
            signal.name()
        );
    }
    text
}

const CUE: &str = r#"
[[cue]]
id = "own.forgot"
signal = "owned-cause"
match = "@I {forget|misread}"
frame = { tense = "past" }
cap = 2
unless = ["never-failed"]
yes = ["I forgot the valve.", "I ‹misread› the list.", "I forgot it."]
no = ["They forgot the valve.", "He misread it.", "I do."]
"#;

const CAP: &str = r#"
[[cap]]
criterion = "ownership"
by = "blame"
at = 2
when = "!owned-cause"
text = "somebody else carries it"
"#;

const QUESTION: &str = r#"
id = "biggest-failure"
order = 1
prompt = "What has been your biggest failure?"
rephrasings = ["Which failure?", "What went wrong?", "When did you fail?"]
listens = "They listen for what you owned."
why = "They want to see what you do."
dos = ["Choose one day.", "Say your part."]
avoids = ["Blame.", "Excuses."]
probes = ["When?", "Where?", "Who?"]
[profile]
kind = "story"
asked = ["failure"]
off = ["filler"]
[profile.weights]
cause = 1
[profile.words]
target = [180, 290]
amber = [110, 400]
[[profile.shares]]
roles = ["context", "failure"]
target = 100
fine = [90, 100]
"#;
