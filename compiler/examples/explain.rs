//! Shows how the engine reads an answer, stage by stage, for whoever writes cues:
//! `cargo run --release -p comeback-compiler --example explain -- [--question ID] "text"`

use comeback_engine::answer::Answer;
use comeback_engine::frame::Polarity;
use comeback_engine::reader::Reader;
use comeback_engine::{Rubric, assess, cue_hits, signals};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let id = match args.iter().position(|arg| arg == "--question") {
        Some(at) if at + 1 < args.len() => {
            args.remove(at);
            args.remove(at)
        }
        _ => "biggest-failure".to_owned(),
    };
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let loaded = match comeback_compiler::load(&content) {
        Ok(loaded) => loaded,
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            return ExitCode::FAILURE;
        }
    };
    let Some(question) = loaded.question(&id) else {
        eprintln!("no question has the id {id}");
        return ExitCode::FAILURE;
    };
    let text = args.join(" ");
    let mut reader = Reader::new(&loaded.rubric);
    let answer = Answer::of(&loaded.rubric, &question.profile, reader.read(&text));
    show_clauses(&loaded.rubric, &answer);
    let name = |cue: u16| loaded.cue_ids.get(usize::from(cue)).copied().unwrap_or("?");
    let kept = signals(&loaded.rubric, &question.profile, &text);
    println!("\nhits (* = outdone by another on the same words)");
    for hit in cue_hits(&loaded.rubric, &question.profile, &text) {
        let mark = if kept.contains(&hit) { ' ' } else { '*' };
        println!("  {mark}{:<18} {:<28} “{}”", hit.0.name(), name(hit.1), hit.2.of(&text));
    }
    let report = assess(&loaded.rubric, &question.profile, &text);
    println!(
        "\n{:?}, {} words, {} useful, overall {:?}, gates {:?}",
        report.state, report.words, report.useful_words, report.overall, report.gates
    );
    for (spec, level) in loaded.rubric.criteria.iter().zip(report.levels) {
        let held = report.held(spec.id).map_or(String::new(), |held| format!("  held by {}", held.by.name()));
        println!("  {:<16} {}{held}", spec.id.name(), level.map_or("-".to_owned(), |level| level.to_string()));
    }
    println!("findings");
    for finding in &report.findings {
        println!(
            "  {:<9} {:<18} “{}”",
            finding.tier.name(),
            finding.kind.name(),
            finding.span.map_or("", |span| span.of(&text))
        );
    }
    println!("next: {}", report.next_text(&loaded.rubric).unwrap_or("-"));
    ExitCode::SUCCESS
}

fn show_clauses(rubric: &Rubric, answer: &Answer) {
    for (at, (sentence, one)) in answer.sentences.iter().zip(answer.framed).enumerate() {
        println!("\n[{}] {:?} {:?}", at, answer.sentence_role(at), sentence.span.of(answer.text));
        for (frame, clause) in one.frames.iter().zip(answer.clauses_of(at)) {
            println!(
                "  {:?} | {:?}{} {:?} {:?} {:?} {:?}{}{} {:?}",
                frame.span.of(answer.text),
                frame.subject,
                if frame.inherited { " (inherited)" } else { "" },
                frame.tense,
                frame.modality,
                frame.voice,
                frame.speaker,
                if frame.habit { " habit" } else { "" },
                if frame.fair { " fair" } else { "" },
                clause.main,
            );
        }
        let words: Vec<String> = sentence
            .tokens
            .iter()
            .zip(&one.polarity)
            .map(|(token, polarity)| {
                let sign = match polarity {
                    Polarity::Positive => "",
                    Polarity::Negative => "-",
                    Polarity::Mixed => "±",
                };
                format!("{sign}{}", rubric.lexicon.form(usize::from(token.lemma)))
            })
            .map(|word| if word.is_empty() || word == "-" { format!("{word}?") } else { word })
            .collect();
        println!("  {}", words.join(" "));
    }
}
