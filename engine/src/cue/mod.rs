//! Which patterns speak, and which of them are silenced.

pub mod matcher;

use crate::document::Sentence;
use crate::frame::read::Framed;
use crate::order;
use crate::report::Span;
use crate::rubric::Rubric;
use crate::signal::{Signal, SignalSet};
use matcher::Matcher;

/// A cue that speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is evidence for.
    pub signal: Signal,
    /// Index into the rubric's cues.
    pub cue: u16,
    /// Sentence.
    pub sentence: u16,
    /// Clause within the sentence.
    pub frame: u16,
    /// Its words.
    pub span: Span,
    /// Speaks only where the answer takes no part of the miss on the speaker.
    pub alone: bool,
}

/// The hits in sentences `from..=to`. `hits` must be in order of sentences.
pub fn within(hits: &[Hit], from: u16, to: u16) -> &[Hit] {
    let start = hits.partition_point(|hit| hit.sentence < from);
    let end = hits.partition_point(|hit| hit.sentence <= to);
    hits.get(start..end).unwrap_or(&[])
}

/// The hits of one sentence, in order of position; immunised and excepted ones are left out. `index` is its number.
pub fn hits(rubric: &Rubric, matcher: &Matcher, sentence: &Sentence, framed: &Framed, index: u16) -> Vec<Hit> {
    let mut found: Vec<Hit> = matcher
        .matches(sentence, framed)
        .into_iter()
        .filter_map(|one| {
            let start = sentence.tokens.get(usize::from(one.first))?.span.start;
            let end = sentence.tokens.get(usize::from(one.last))?.span.end;
            let cue = rubric.cues.get(usize::from(one.cue))?;
            let frame = *framed.of.get(usize::from(one.focus))?;
            let span = Span { start, end };
            Some(Hit { signal: cue.signal, cue: one.cue, sentence: index, frame, span, alone: cue.alone })
        })
        .collect();
    order::by(&mut found, |hit| [hit.span.start, hit.signal as u32, hit.span.end, u32::from(hit.cue)]);
    silence(rubric, &mut found);
    found
}

/// Takes out what an immuniser covers, the figure of a date ("two years ago"), the miss inside a denial ("I can't think
/// of a time when I missed a goal"), and what a signal in the same clause excepts.
fn silence(rubric: &Rubric, hits: &mut Vec<Hit>) {
    let spans = |signals: &[Signal]| -> Vec<Span> {
        hits.iter().filter(|hit| signals.contains(&hit.signal)).map(|hit| hit.span).collect()
    };
    let covers = spans(&[Signal::Immunise]);
    let dates = spans(&[Signal::DatedEvent]);
    let proofs = spans(&[Signal::Proof]);
    let denials = spans(&[Signal::NeverFailed, Signal::FakeFailure]);
    let clauses: Vec<(u16, Signal)> = hits.iter().map(|hit| (hit.frame, hit.signal)).collect();
    hits.retain(|hit| {
        if hit.signal == Signal::Immunise {
            return false;
        }
        let inside = |spans: &[Span]| spans.iter().any(|span| span.overlaps(&hit.span));
        let covered = match hit.signal {
            Signal::Number if inside(&dates) => true,
            // What is denied did not happen; what slipped in a later case is not the miss.
            Signal::Miss | Signal::Admission | Signal::OwnedCause if inside(&denials) => true,
            Signal::Miss | Signal::Outcome
                if proofs.iter().any(|proof| proof.start < hit.span.start && hit.span.end <= proof.end) =>
            {
                true
            }
            signal if harsh(signal) => inside(&covers),
            _ => covers.iter().any(|cover| covers_most(cover, &hit.span)),
        };
        let unless = rubric.cues.get(usize::from(hit.cue)).map_or(0, |cue| cue.unless);
        let beside: SignalSet =
            clauses.iter().filter(|(frame, _)| *frame == hit.frame).fold(0, |set, (_, signal)| set | signal.bit());
        !covered && unless & beside == 0
    });
}

/// Signals that cost something: any immune word in them is enough to stay silent.
fn harsh(signal: Signal) -> bool {
    signal.is_finding() && !signal.is_strength() || signal == Signal::OtherRepair
}

/// True when a span holds at least half of another's bytes: one immune word does not silence a long phrase.
fn covers_most(cover: &Span, span: &Span) -> bool {
    let shared = cover.end.min(span.end).saturating_sub(cover.start.max(span.start));
    shared * 2 >= span.end - span.start && shared > 0
}
