//! The loaded content as Rust source: statics only, nothing to be built or parsed at start.

use crate::{Family, Loaded, Question};
use comeback_engine::learned::Weights;
use comeback_engine::rubric::{
    Anchor, Cap, Contraction, CriterionSpec, Cue, FrameTest, KindSpec, Lexicon, Need, Patterns, QuestionProfile, Share,
    StepSpec, Words,
};
use std::fmt::{Debug, Write};

/// The whole file. Equal content gives equal bytes.
pub fn emit(loaded: &Loaded, library: &str) -> String {
    let mut out = String::from("// @generated from content/ by comeback-compiler\n");
    out.push_str(PRELUDE);
    let rubric = &loaded.rubric;
    let _ = write!(
        out,
        "/// Everything the engine judges with.\npub static RUBRIC:Rubric=Rubric{{lexicon:{},cues:{},patterns:{},criteria:{},\
         caps:{},kinds:{},steps:{},learned:{},\
         samples:{}}};\n",
        lexicon(&rubric.lexicon),
        list(rubric.cues, cue),
        patterns(&rubric.patterns),
        list(rubric.criteria, criterion),
        list(rubric.caps, cap),
        list(rubric.kinds, kind),
        list(rubric.steps, step),
        learned(&rubric.learned),
        plain(rubric.samples),
    );
    let _ = write!(
        out,
        "/// All questions, in the order in which they are listed.\npub static QUESTIONS:&[Question]={};\n",
        list(loaded.questions, question)
    );
    let _ = write!(
        out,
        "/// Stable id of each cue, for reports and golden files.\npub static CUE_IDS:&[&str]=&{:?};\n",
        loaded.cue_ids
    );
    let family = |family: &Family| format!("Family{{id:{:?},name:{:?}}}", family.id, family.name);
    let _ = write!(
        out,
        "/// The families of questions, in the order in which they are listed.\npub static FAMILIES:&[Family]={};\n",
        list(&loaded.families, family)
    );
    let _ = write!(out, "/// Name of the file with the library.\npub static LIBRARY:&str={library:?};\n");
    out.push_str("}\n");
    out
}

const PRELUDE: &str = "pub use compiled::{CUE_IDS,FAMILIES,LIBRARY,QUESTIONS,RUBRIC};
#[allow(clippy::all, dead_code, reason = \"generated: compact rather than pretty\")]
mod compiled{
use super::{Family,Question,Seniority};
use comeback_engine::learned::Weights;
use comeback_engine::rubric::*;
use comeback_engine::{Criterion as C,Role as R,Signal as G,Tier as T};
const fn d(any:u128,at_least:u8)->Need{Need{any,at_least}}
";

fn list<T>(items: &[T], one: impl Fn(&T) -> String) -> String {
    let mut out = String::from("&[");
    for item in items {
        out.push_str(&one(item));
        out.push(',');
    }
    out.push(']');
    out
}

/// A list of plain values, without the spaces that `Debug` puts between them.
fn plain<T: Debug>(items: &[T]) -> String {
    list(items, |item| format!("{item:?}"))
}

fn lexicon(lexicon: &Lexicon) -> String {
    let Lexicon { forms, blocks, lemma, kind, kinds, key, contractions } = lexicon;
    let contraction = |c: &Contraction| format!("Contraction{{form:{:?},parts:{}}}", c.form, plain(c.parts));
    format!(
        "Lexicon{{forms:{},blocks:{},lemma:{},kind:{},kinds:{},key:{},contractions:{}}}",
        plain(forms),
        plain(blocks),
        plain(lemma),
        plain(kind),
        plain(kinds),
        plain(key),
        list(contractions, contraction),
    )
}

fn cue(cue: &Cue) -> String {
    let Cue { signal, criterion, frame, cap, unless, alone } = cue;
    let FrameTest { subject, tense, modality, polarity, voice, speaker, habit } = frame;
    format!(
        "Cue{{signal:G::{signal:?},criterion:C::{criterion:?},frame:FrameTest{{subject:{subject},\
         tense:{tense},modality:{modality},polarity:{polarity},voice:{voice},speaker:{speaker},habit:{habit}}},\
         cap:{cap},unless:{unless},alone:{alone}}}"
    )
}

fn patterns(patterns: &Patterns) -> String {
    let Patterns { memberships, code, counts, wordless } = patterns;
    format!(
        "Patterns{{memberships:{},code:{},counts:{},wordless:{}}}",
        plain(memberships),
        plain(code),
        plain(counts),
        plain(wordless),
    )
}

fn learned(weights: &Weights) -> String {
    let Weights { plain, words, codes, weights, follows } = weights;
    format!(
        "Weights{{plain:{},words:{},codes:{},weights:{},follows:{follows:?}}}",
        self::plain(plain),
        self::plain(words),
        self::plain(codes),
        self::plain(weights),
    )
}

fn needs(needs: &[Need]) -> String {
    list(needs, |need| format!("d({},{})", need.any, need.at_least))
}

fn criterion(spec: &CriterionSpec) -> String {
    let CriterionSpec { id, name, default, anchors, points } = spec;
    let alternatives = |all: &[&[Need]]| list(all, |one| needs(one));
    let anchor = |anchor: &Anchor| {
        let Anchor { text, needs } = anchor;
        format!("Anchor{{text:{text:?},needs:{}}}", alternatives(needs))
    };
    let anchors: Vec<String> = anchors.iter().map(anchor).collect();
    format!(
        "CriterionSpec{{id:C::{id:?},name:{name:?},default:{default},anchors:[{}],\
         points:Points{{weights:{},from:{:?}}}}}",
        anchors.join(","),
        plain(points.weights),
        points.from,
    )
}

fn cap(cap: &Cap) -> String {
    let Cap { criterion, by, at, when, text } = cap;
    format!("Cap{{criterion:C::{criterion:?},by:G::{by:?},at:{at},when:{},text:{text:?}}}", needs(when))
}

fn kind(kind: &KindSpec) -> String {
    let KindSpec { signal, tier, criterion, says, then, stem } = kind;
    format!(
        "KindSpec{{signal:G::{signal:?},tier:T::{tier:?},criterion:C::{criterion:?},says:{},then:{},\
         stem:{stem:?}}}",
        plain(first(says)),
        plain(first(then)),
    )
}

/// The wording that the program starts with; the library has the others.
fn first<'t>(wordings: &'t [&'t str]) -> &'t [&'t str] {
    wordings.get(..1).unwrap_or(&[])
}

fn step(step: &StepSpec) -> String {
    let StepSpec { criterion, from, to, when, says, stem } = step;
    let criterion = criterion.map_or_else(|| "None".to_owned(), |criterion| format!("Some(C::{criterion:?})"));
    format!(
        "StepSpec{{criterion:{criterion},from:{from},to:{to},when:StepWhen::{when:?},says:{},stem:{stem:?}}}",
        plain(first(says))
    )
}

fn question(question: &Question) -> String {
    let Question { id, prompt, listens, family, seniority, profile } = question;
    // The variants are named like the words in content, with a capital.
    let stage = |stage: &&str| format!("Seniority::{}{}", stage[..1].to_uppercase(), &stage[1..]);
    format!(
        "Question{{id:{id:?},prompt:{prompt:?},listens:{listens:?},family:{family:?},seniority:{},profile:{}}}",
        list(seniority, stage),
        self::profile(profile),
    )
}

fn profile(profile: &QuestionProfile) -> String {
    let QuestionProfile { id, kind, weights, words, shares, asked, off, wordings, spoken } = profile;
    let Words { amber_low, target_low, target_high, amber_high } = words;
    let share = |share: &Share| {
        let Share { roles, target, low, high } = share;
        format!("Share{{roles:{},target:{target},low:{low},high:{high}}}", list(roles, |role| format!("R::{role:?}")))
    };
    format!(
        "QuestionProfile{{id:{id:?},kind:ProfileKind::{kind:?},weights:{weights:?},words:Words{{\
         amber_low:{amber_low},target_low:{target_low},target_high:{target_high},amber_high:{amber_high}}},shares:{},\
         asked:{asked},off:{off},wordings:{},spoken:{spoken}}}",
        list(shares, share),
        plain(wordings),
    )
}
