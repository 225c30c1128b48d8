//! Millions of short texts and edits, made from case numbers, against the two laws that matter most: any text gets a
//! report whose spans lie inside it, and after any edit the report is that of a fresh reading.
//!
//! ```sh
//! cargo run --profile fuzz --example fuzz -- 10000000         # as many cases, on all cores
//! cargo run --profile fuzz --example fuzz -- 1 4711           # the one case 4711 again
//! ```
//!
//! A case is one text or one edit. The normal suite has the same laws with texts of another kind, and `fuzz/` lets
//! libFuzzer search: see its README.

#[path = "../tests/texts/mod.rs"]
mod texts;

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use comeback::content::{QUESTIONS, RUBRIC};
use comeback_engine::{Assessor, Report, Span, assess};

use texts::{Texts, plain};

/// Cases of one seed: a text and its edits, kept by one assessor.
const RUN: u64 = 10;

/// Seeds that a thread takes at once.
const TAKEN: u64 = 1_000;

fn main() -> ExitCode {
    let numbers: Vec<u64> = std::env::args().skip(1).map_while(|word| word.parse().ok()).collect();
    let (cases, first) = match numbers[..] {
        [cases] => (cases, 0),
        [cases, first] => (cases, first),
        _ => {
            eprintln!("fuzz CASES [FIRST]");
            return ExitCode::FAILURE;
        }
    };
    let answers = plain::answers();
    let (next, end) = (AtomicU64::new(first / RUN), (first + cases).div_ceil(RUN));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let started = Instant::now();
    let broken: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| work(&answers, &next, end))).collect();
        // A panic has told its own story, and its thread the seed.
        workers.into_iter().filter_map(|worker| worker.join().unwrap_or_else(|_| Some("a panic".into()))).collect()
    });
    let done = next.load(Ordering::Relaxed).min(end) - first / RUN;
    let seconds = started.elapsed().as_secs_f64();
    println!("{} cases in {seconds:.0} s on {threads} core(s), {} broken", done * RUN, broken.len());
    broken.iter().for_each(|what| println!("{what}"));
    if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Takes seeds until none is left, or one breaks a law.
fn work(answers: &[String], next: &AtomicU64, end: u64) -> Option<String> {
    loop {
        let from = next.fetch_add(TAKEN, Ordering::Relaxed);
        if from >= end {
            return None;
        }
        for seed in from..end.min(from + TAKEN) {
            let watch = Watch(seed);
            if let Err(what) = run(&mut Texts::new(seed, answers)) {
                next.store(end, Ordering::Relaxed);
                return Some(format!("case {}: {what}", seed * RUN));
            }
            std::mem::forget(watch);
        }
    }
}

/// Names the case when a panic drops it.
struct Watch(u64);

impl Drop for Watch {
    fn drop(&mut self) {
        eprintln!("case {}", self.0 * RUN);
    }
}

/// One text and the edits that follow.
fn run(texts: &mut Texts) -> Result<(), String> {
    let question = &QUESTIONS[texts.below(QUESTIONS.len())];
    let mut assessor = Assessor::new(&RUBRIC);
    let mut text = texts.short();
    for edit in 0..RUN {
        if edit > 0 {
            texts.edit(&mut text);
        }
        let fresh = assess(&RUBRIC, &question.profile, &text);
        if let Some(span) = spans(&fresh).find(|span| outside(*span, &text)) {
            return Err(format!("{span:?} in {text:?}"));
        }
        if assessor.update(&question.profile, &text, None) != fresh {
            return Err(format!("the {edit}. edit reads otherwise than afresh: {text:?}"));
        }
    }
    Ok(())
}

fn spans(report: &Report) -> impl Iterator<Item = Span> {
    let parts = report.parts.iter().map(|part| part.span);
    let evidence = report.evidence.iter().map(|evidence| evidence.span);
    report.findings.iter().filter_map(|finding| finding.span).chain(parts).chain(evidence)
}

fn outside(span: Span, text: &str) -> bool {
    text.get(span.start as usize..span.end as usize).is_none()
}
