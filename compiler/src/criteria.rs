//! The twelve criteria, what their anchors need, and the caps that lower a level.

use crate::cues::{self, OneOrMore};
use crate::learned::Counts;
use crate::problem::{Problems, check};
use crate::source::{self, Tree};
use comeback_engine::points;
use comeback_engine::rubric::{Anchor, Cap, CriterionSpec, Need, Points};
use comeback_engine::{Criterion, Signal};
use serde::{Deserialize, Serialize};

const CRITERIA: &str = "rubric/criteria.toml";
/// Fewest wordings of one message.
pub const WORDINGS: usize = 3;
const CAPS: &str = "rubric/caps.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriteriaFile {
    criterion: Vec<CriterionText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionText {
    id: String,
    name: String,
    default: u8,
    /// What may raise the level, where that was learned.
    #[serde(default)]
    raises: Vec<String>,
    /// What may lower it.
    #[serde(default)]
    lowers: Vec<String>,
    anchor: Vec<AnchorText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AnchorText {
    text: String,
    /// What is asked at this level, in several wordings.
    says: Vec<String>,
    /// A sentence stem that leads on.
    stem: String,
    /// Alternatives; left out: nothing but the default leads here.
    need: Option<OneOrMore>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CapsFile {
    cap: Vec<CapText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CapText {
    criterion: String,
    by: String,
    at: u8,
    when: Option<String>,
    text: String,
}

/// A criterion as it was read.
pub struct Read {
    /// What the engine judges with.
    pub spec: CriterionSpec,
    /// What may count for it.
    pub counts: Counts,
    /// What is asked at each level, level 1 first.
    pub asks: Vec<Asks>,
}

/// What is asked at a level on the way to the next one; at the last, how to keep it. Only the library holds it.
#[derive(Clone, Debug, Serialize)]
pub struct Asks {
    /// Wordings, each a question.
    pub says: Vec<String>,
    /// A sentence stem that leads on; gaps are written `…`.
    pub stem: String,
}

/// Reads the criteria, in the engine's order.
pub fn read(problems: &mut Problems, tree: &Tree) -> Vec<Read> {
    let Some(file) = source::required::<CriteriaFile>(problems, tree, CRITERIA) else { return vec![] };
    let mut specs: Vec<Read> = vec![];
    for text in file.criterion {
        let field = |name: &str| format!("criterion {} · {name}", text.id);
        let Some(id) = cues::criterion(problems, CRITERIA, &field("id"), &text.id) else { continue };
        if specs.iter().any(|read| read.spec.id == id) {
            problems.add(CRITERIA, field("id"), "the criterion stands twice", "Remove one of the two");
        }
        check::name(problems, CRITERIA, &field("name"), &text.name);
        if !(1..=5).contains(&text.default) {
            problems.add(CRITERIA, field("default"), "it is no level", "Write 1 to 5");
        }
        let anchors: Vec<Anchor> = text
            .anchor
            .iter()
            .enumerate()
            .map(|(level, anchor)| read_anchor(problems, &field(&format!("anchor {}", level + 1)), anchor))
            .collect();
        let mut side = |name: &str, texts: &[String]| -> Vec<u8> {
            texts.iter().flat_map(|text| measures(problems, &field(name), text)).collect()
        };
        let counts = Counts { raises: side("raises", &text.raises), lowers: side("lowers", &text.lowers) };
        match <[Anchor; 5]>::try_from(anchors) {
            Ok(anchors) => {
                let spec = CriterionSpec {
                    id,
                    name: text.name.clone().leak(),
                    default: text.default,
                    anchors,
                    points: Points { weights: &[], from: [0; 4] },
                };
                let asks = text.anchor.into_iter().map(|anchor| Asks { says: anchor.says, stem: anchor.stem });
                specs.push(Read { spec, counts, asks: asks.collect() });
            }
            Err(anchors) => problems.add(
                CRITERIA,
                field("anchor"),
                format!("it has {} anchors", anchors.len()),
                "Write five, level 1 first",
            ),
        }
    }
    for id in Criterion::ALL.iter().filter(|id| !specs.iter().any(|read| read.spec.id == **id)) {
        problems.add(
            CRITERIA,
            format!("criterion {}", id.name()),
            "it is missing or broken",
            "Add it with five anchors",
        );
    }
    specs.sort_by_key(|read| read.spec.id);
    specs
}

/// The measures that a name stands for.
fn measures(problems: &mut Problems, field: &str, name: &str) -> Vec<u8> {
    let found = points::measures(name);
    if found.is_empty() {
        let mend = "Use a part of the story, or one of the signals listed in content/README.md";
        problems.add(CRITERIA, field, format!("\"{name}\" is nothing that can be measured"), mend);
    }
    found
}

fn read_anchor(problems: &mut Problems, field: &str, text: &AnchorText) -> Anchor {
    check::message(problems, CRITERIA, field, &text.text);
    check::messages(problems, CRITERIA, field, &text.says, WORDINGS);
    text.says.iter().for_each(|says| check::question(problems, CRITERIA, field, says));
    check::text(problems, CRITERIA, field, &text.stem);
    check::stem(problems, CRITERIA, field, &text.stem);
    let all = text.need.as_ref().map_or(&[] as &[String], OneOrMore::all);
    let needs: Vec<&[Need]> = all.iter().map(|text| conjunction(problems, CRITERIA, field, text)).collect();
    Anchor { text: text.text.clone().leak(), needs: needs.leak() }
}

/// Reads `a & b|c & !d & e>=2`.
fn conjunction(problems: &mut Problems, file: &str, field: &str, text: &str) -> &'static [Need] {
    let needs: Vec<Need> = text.split('&').filter_map(|term| need(problems, file, field, term.trim())).collect();
    needs.leak()
}

fn need(problems: &mut Problems, file: &str, field: &str, term: &str) -> Option<Need> {
    let (term, denied) = term.strip_prefix('!').map_or((term, false), |term| (term, true));
    let (names, count) = term.split_once(">=").unwrap_or((term, "1"));
    let at_least = match count.trim().parse::<u8>() {
        Ok(count @ 1..=9) if !denied => count,
        Ok(1) => 0,
        _ => {
            problems.add(file, field, format!("`{term}` counts wrongly"), "Write `a>=2` (1 to 9), or `!a`");
            return None;
        }
    };
    let mut any = 0;
    for name in names.split('|').map(str::trim) {
        match Signal::from_name(name) {
            Some(signal) => any |= signal.bit(),
            None => problems.add(
                file,
                field,
                format!("there is no signal \"{name}\""),
                "Use one of the signals listed in content/README.md",
            ),
        }
    }
    Some(Need { any, at_least })
}

/// Reads the caps, in file order: the first that holds a level lowest is the one that is shown.
pub fn read_caps(problems: &mut Problems, tree: &Tree) -> Vec<Cap> {
    let file = source::required::<CapsFile>(problems, tree, CAPS);
    let mut caps = vec![];
    for (index, text) in file.map_or(vec![], |file| file.cap).into_iter().enumerate() {
        let field = format!("cap {} ({} by {})", index + 1, text.criterion, text.by);
        check::message(problems, CAPS, &field, &text.text);
        if !(1..=4).contains(&text.at) {
            problems.add(CAPS, &field, format!("{} holds nothing down", text.at), "Write 1 to 4");
        }
        let by = Signal::from_name(&text.by);
        if by.is_none() {
            let mend = "Use one of the signals listed in content/README.md";
            problems.add(CAPS, &field, format!("there is no signal \"{}\"", text.by), mend);
        }
        let when = text.when.as_deref().map_or(&[] as &[Need], |when| conjunction(problems, CAPS, &field, when));
        let criterion = cues::criterion(problems, CAPS, &field, &text.criterion);
        if let (Some(criterion), Some(by)) = (criterion, by) {
            caps.push(Cap { criterion, by, at: text.at, when, text: text.text.leak() });
        }
    }
    caps
}
