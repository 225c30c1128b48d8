//! What the compiler refuses of what the library holds, and of what is said to readers as a whole.

mod tree;

use comeback_compiler::{Problem, library, library_name, load_tree};
use tree::{problems, refuses, sound, spoilt};

const QUESTION: &str = "questions/biggest-failure.toml";
const GUIDE: &str = "guides/owning.toml";
const SAMPLE: &str = "samples/open-valve.toml";
const FINDINGS: &str = "rubric/findings.toml";
const CRITERIA: &str = "rubric/criteria.toml";

#[test]
fn equal_content_gives_an_equal_library_under_an_equal_name() {
    let text = || library(&load_tree(&sound()).expect("sound content"));
    assert_eq!(text(), text());
    assert!(text().contains("\"id\":\"owning\"") && text().contains("\"terms\":["), "{}", text());
    assert_ne!(library_name(&text()), library_name("{}"));
    assert_eq!(library_name(""), "library-cbf29ce484222325.json");
}

#[test]
fn the_index_holds_base_forms_and_synonyms_with_their_weights() {
    let text = library(&load_tree(&sound()).expect("sound content"));
    // Two questions: the prompts of both have "failure", whose synonym is "flop"; that is also among their words.
    assert!(text.contains("[\"failure\",[0,3,1,3]]"), "{text}");
    assert!(text.contains("[\"flop\",[0,2,1,2]]"), "{text}");
    assert!(!text.contains("[\"boss\""), "nobody asks about a boss here: {text}");
}

#[test]
fn refuses_questions_that_refer_to_nothing() {
    refuses(QUESTION, "family = \"failure\"", "family = \"failures\"", "family", "no \"failures\"");
    refuses(QUESTION, "seniority = [\"any\"]", "seniority = [\"old\"]", "seniority", "no \"old\"");
    refuses(QUESTION, "invites = [\"personal\"]", "invites = []", "invites", "empty");
    refuses(QUESTION, "related = [\"other-failure\"]", "related = [\"no-such\"]", "related", "no \"no-such\"");
    refuses(QUESTION, "related = [\"other-failure\"]", "related = [\"biggest-failure\"]", "related", "to itself");
    refuses(QUESTION, "profile = \"story\"", "profile = \"tale\"", "profile", "no profile \"tale\"");
    refuses(QUESTION, "\"crash\"", "\" \"", "words", "empty");
    refuses(QUESTION, ", \"worst\", \"disaster\", \"crash\"", "", "words", "1 entries");
    let found = problems(&spoilt("questions/other-failure.toml", "order = 2", "order = 1"));
    assert!(found.iter().any(|problem| problem.field == "order" && problem.reason.contains("has this place")));
}

#[test]
fn refuses_broken_guides() {
    refuses(GUIDE, "\"blame\"", "\"blaming\"", "helps", "no \"blaming\"");
    refuses(GUIDE, "[\"blame\", \"cause\"]", "[]", "helps", "nothing leads");
    refuses(GUIDE, "doi.org/10.1", "https://doi.org", "source 1", "malformed");
    refuses(GUIDE, "What was yours.", &"long ".repeat(50), "lead", "too long");
    refuses(GUIDE, "Say it.", &"word ".repeat(61), "section 1", "61 words");
    refuses(GUIDE, "before = \"They did it.\"", "before = \"\"", "pair 1", "empty");
    refuses(GUIDE, "title = \"Owning it\"", "title = \"\"", "title", "empty");
}

#[test]
fn refuses_thin_lists_of_wordings() {
    refuses(FINDINGS, ", \"And blame?\"", "", "blame · says", "2 entries");
    refuses(FINDINGS, ", \"Wherefore proof?\"", "", "proof · then", "2 entries");
    refuses(CRITERIA, ", \"C cause 2?\"", "", "cause", "2 entries");
    refuses(CRITERIA, "stem = \"I …\"", "stem = \"I did\"", "anchor 1", "no gap");
    refuses("rubric/steps.toml", ", \"Tell it to a friend.\"", "", "step 1", "2 entries");
    refuses("rubric/probes.toml", ", \"What of cause at 6?\"", "", "probes cause", "5 entries");
    refuses("rubric/probes.toml", "criterion = \"lesson\"", "criterion = \"cause\"", "probes lesson", "missing");
}

#[test]
fn refuses_broken_families_tailoring_and_synonyms() {
    refuses("families.toml", "name = \"Failures\"", "name = \"\"", "name", "empty");
    refuses("tailoring.toml", "Here I would …", "Here I would", "teamwork · stem", "no gap");
    refuses("tailoring.toml", ", \"crew\"", "", "teamwork · words", "5 entries");
    refuses("tailoring.toml", "\"crew\"", "\"Crew\"", "teamwork · words", "never matches");
    refuses("search.toml", "\"manager\"", "\"flop\"", "same 2", "also stands in same 1");
    refuses("search.toml", "\"manager\"", "\"my manager\"", "same 2", "not one word");
    refuses("search.toml", ", \"manager\"", "", "same 2", "no synonym");
}

#[test]
fn refuses_broken_samples() {
    refuses(SAMPLE, "{context}", "{failed}", "text", "no role \"failed\"");
    refuses(SAMPLE, "{context} In", "In", "text", "no role");
    refuses(SAMPLE, "seconds = 20", "seconds = 30", "seconds", "no 30");
    refuses(SAMPLE, "seconds = 20", "seconds = 60", "text", "do not fit 60 seconds");
    refuses(SAMPLE, "group = \"trades\"", "group = \"crafts\"", "group", "no \"crafts\"");
    refuses(SAMPLE, "kind = \"model\"", "kind = \"after\"", "improves", "does not fit");
    refuses(SAMPLE, "1, 1]", "1, 6]", "levels", "not twelve levels");
    refuses(SAMPLE, "\"I forgot the valve\"", "\"the\"", "findings", "does not fit");
    refuses("calibration.toml", "open-valve", "no-valve", "no-valve", "no such sample");
    refuses("calibration.toml", ", \"R twelve\"", "", "open-valve", "11 reasons");
}

#[test]
fn refuses_samples_that_the_engine_reads_in_another_way() {
    refuses(SAMPLE, "[\"owned-cause\", ", "[\"blame\", ", "findings", "blame is not found");
    refuses(SAMPLE, "{context} In", "{link} In", "text", "for link");
    let more = "was wet. I mopped it up and went home late and told nobody about it at all.";
    let mut tree = spoilt(SAMPLE, "was wet.", more);
    let text = tree[SAMPLE].replace("levels = [1, 1,", "levels = [5, 1,");
    tree.insert(SAMPLE.to_owned(), text);
    let found = problems(&tree);
    assert!(found.iter().any(|problem| problem.field == "levels · real-failure"), "{found:#?}");
}

#[test]
fn refuses_banned_words_but_leaves_speakers_alone() {
    refuses(QUESTION, "Say your part.", "Simply say it.", "dos", "holds \"simply\"");
    refuses(QUESTION, "They listen for what you owned.", "You must own it.", "listens", "holds \"you must\"");
    refuses(CRITERIA, "stem = \"I …\"", "stem = \"I simply …\"", "anchor 1", "holds \"simply\"");
    refuses(GUIDE, "Say it.", "Say it!", "section 1", "holds \"!\"");
    refuses(GUIDE, "Say it.", "Don’t hide it.", "section 1", "holds \"’\"");
    assert_eq!(problems(&spoilt(GUIDE, "They did it.", "They simply did it!")), []);
    assert_eq!(problems(&spoilt(QUESTION, "Say your part.", "Oversimplyfied is no word.")), []);
}

#[test]
fn refuses_what_is_said_twice() {
    let found = problems(&spoilt(GUIDE, "Say it.", "They want to see what you do."));
    let twice = |problem: &Problem| problem.field == "section 1" || problem.file == QUESTION;
    assert!(found.iter().any(|problem| twice(problem) && problem.reason.contains("is also said in")), "{found:#?}");
}

#[test]
fn refuses_what_is_hard_to_read() {
    let hard = "Organisational responsibility necessitates considerable interdisciplinary communication and \
                administrative accountability throughout international collaboration.";
    refuses(QUESTION, "They want to see what you do.", hard, "all texts", "grade");
}
