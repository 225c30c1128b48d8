//! A small content tree in memory that the compiler accepts; each test spoils one thing in it.

use comeback_compiler::source::Tree;
use comeback_compiler::{Problem, load_tree, proof};
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
    put("rubric/steps.toml", STEP.to_owned());
    put("rubric/probes.toml", probes());
    put("rubric/learned.toml", format!("[trait]\n\"tense 0\" = {row}\n[clause]\nforget = {row}\n"));
    put("profiles/story.toml", PROFILE.to_owned());
    put("questions/biggest-failure.toml", QUESTION.to_owned());
    put("questions/other-failure.toml", other_question());
    put("guides/owning.toml", guide());
    put("samples/open-valve.toml", SAMPLE.to_owned());
    for (file, text) in [
        ("families.toml", FAMILIES),
        ("tailoring.toml", TAILORING),
        ("calibration.toml", CALIBRATION),
        ("search.toml", SEARCH),
        ("bans.toml", BANS),
    ] {
        put(file, text.to_owned());
    }
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

/// What is wrong with some content: what is refused, or what cannot be proved.
pub fn problems(tree: &Tree) -> Vec<Problem> {
    match load_tree(tree) {
        Ok(loaded) => proof::prove(&loaded),
        Err(problems) => problems,
    }
}

/// Spoils one text and expects a problem of that file whose field and reason hold these words, with a way to mend it.
#[track_caller]
pub fn refuses(file: &str, from: &str, to: &str, field: &str, reason: &str) {
    let found = problems(&spoilt(file, from, to));
    let fits =
        |problem: &Problem| problem.file == file && problem.field.contains(field) && problem.reason.contains(reason);
    assert!(found.iter().any(fits), "no {field:?} with {reason:?} in {found:#?}");
    assert!(found.iter().all(|problem| !problem.mend.is_empty()), "a problem does not say how to mend it");
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
        let _ = write!(text, "[[criterion]]\nid = \"{0}\"\nname = \"{0}\"\ndefault = 1\n", criterion.name());
        for level in 1..=5 {
            let about = format!("{} {level}", criterion.name());
            let _ = write!(
                text,
                "[[criterion.anchor]]\ntext = \"Anchor {about}\"\nsays = [\"A {about}?\", \"B {about}?\", \"C {about}?\"]\n\
                 stem = \"I …\"\nneed = [\"miss & !blame\"]\n"
            );
        }
    }
    text
}

fn findings() -> String {
    let mut text = String::new();
    for signal in Signal::ALL.iter().filter(|signal| signal.is_finding()) {
        let name = signal.name();
        let (tier, then) = match signal.is_strength() {
            true => (
                "strength",
                format!(
                    "then = [\"Why {name}?\", \"Whence {name}? Go on and tell me all of it.\", \"Wherefore {name}?\"]\n"
                ),
            ),
            false => ("warn", "stem = \"I …\"\n".to_owned()),
        };
        let _ = write!(
            text,
            "[[finding]]\nkind = \"{name}\"\ntier = \"{tier}\"\ncriterion = \"ownership\"\n\
             says = [\"What {name}?\", \"How {name}? Go on and tell it to me as it was.\", \"And {name}?\"]\n{then}"
        );
    }
    text
}

const STEP: &str = r#"
[[step]]
when = "always"
says = ["Say it aloud.", "Tell it to the wall.", "Tell it to a friend."]
"#;

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

const PROFILE: &str = r#"
id = "story"
kind = "story"
asked = ["failure"]
off = ["filler"]
[weights]
cause = 1
[words]
target = [180, 290]
amber = [110, 400]
[[shares]]
roles = ["context", "failure"]
target = 100
fine = [90, 100]
"#;

const QUESTION: &str = r#"
id = "biggest-failure"
order = 1
family = "failure"
seniority = ["any"]
invites = ["personal"]
prompt = "What has been your biggest failure?"
rephrasings = ["Which failure?", "What went wrong?", "When did you fail?"]
listens = "They listen for what you owned."
why = "They want to see what you do."
dos = ["Choose one day.", "Say your part."]
avoids = ["Blame.", "Excuses."]
probes = ["When?", "Where?", "Who?"]
related = ["other-failure"]
words = ["flop", "worst", "disaster", "crash"]
profile = "story"
"#;

/// The same question under another name, in other words.
fn other_question() -> String {
    let mut text = QUESTION.replace("\"biggest-failure\"", "\"another\"").replace("other-failure", "biggest-failure");
    text = text.replace("\"another\"", "\"other-failure\"").replace("order = 1", "order = 2");
    for (from, to) in [
        ("has been your biggest", "was another"),
        ("Which failure?", "Which one more?"),
        ("What went wrong?", "What broke?"),
        ("When did you fail?", "When did it break?"),
        ("what you owned", "your part"),
        ("what you do.", "what you did."),
        ("Choose one day.", "Choose an hour."),
        ("Say your part.", "Say who you were."),
        ("Blame.", "Others."),
        ("Excuses.", "Weather."),
        ("When?", "How early?"),
        ("Where?", "How far?"),
        ("Who?", "With whom?"),
    ] {
        text = text.replace(from, to);
    }
    text
}

const FAMILIES: &str = r#"
[[family]]
id = "failure"
name = "Failures"
advice = "Choose one of your days."
"#;

const TAILORING: &str = r#"
[[value]]
id = "teamwork"
name = "Teamwork"
listens = "They listen for others."
stem = "Here I would …"
words = ["together", "share", "help", "team", "crew", "hand over"]
example = "I forgot to tell the crew, and now I tell it first."
[[failure-type]]
id = "personal"
name = "Personal"
advice = "Choose one that you can tell calmly."
example = "A goal of your own."
"#;

const SEARCH: &str = r#"
[[same]]
words = ["failure", "flop"]
[[same]]
words = ["boss", "manager"]
"#;

const BANS: &str = r#"
[[ban]]
words = ["simply", "you must"]
signs = ["!", "’"]
mend = "Leave it out"
"#;

const SAMPLE: &str = r#"
id = "open-valve"
question = "biggest-failure"
title = "The valve"
profession = "Plumber"
group = "trades"
seniority = "mid"
seconds = 20
kind = "model"
levels = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
findings = [["owned-cause", "I forgot the valve"]]
learn = "The valve says it."
text = """
{context} In the morning I forgot the valve of the boiler in the house of a family with two small children and a dog. {context} They had no heat until the evening and the floor was wet.
"""
"#;

const CALIBRATION: &str = r#"
[[answer]]
sample = "open-valve"
reasons = ["R one", "R two", "R three", "R four", "R five", "R six", "R seven", "R eight", "R nine", "R ten", "R eleven", "R twelve"]
"#;

/// A guide of some hundred words.
fn guide() -> String {
    let points: Vec<String> =
        (1..=12).map(|at| format!("\"Point {at} tells you to look at your own day once more.\"")).collect();
    format!(
        "id = \"owning\"\norder = 1\ntitle = \"Owning it\"\nlead = \"What was yours.\"\nhelps = [\"blame\", \"cause\"]\n\
         [[section]]\nheading = \"First\"\ntext = \"Say it.\"\npoints = [{}]\n\
         [[pair]]\nbefore = \"They did it.\"\nafter = \"I did it.\"\nwhy = \"A person acts.\"\n\
         [[source]]\ntext = \"A study of it.\"\naddress = \"doi.org/10.1\"\n",
        points.join(", ")
    )
}

fn probes() -> String {
    let mut text = String::new();
    for criterion in Criterion::ALL {
        let asks: Vec<String> = (1..=6).map(|at| format!("\"What of {} at {at}?\"", criterion.name())).collect();
        let _ = write!(text, "[[probes]]\ncriterion = \"{}\"\nask = [{}]\n", criterion.name(), asks.join(", "));
    }
    text
}
