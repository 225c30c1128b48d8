//! The report: figures with their targets and 95 % intervals, as plain text.

use std::fmt::Write;

use comeback_engine::{Criterion, Role, Signal};

use crate::corpus::{Form, Quality};
use crate::figures::{self, overall};
use crate::judged::Judged;
use crate::statistics::{f1, interval, kappa};

/// What a figure should be.
#[derive(Clone, Copy)]
enum Target {
    Least(f64),
    Most(f64),
    None,
}

use Target::{Least, Most};

/// Draws the report.
pub fn report(judged: &[Judged]) -> String {
    let mut out = String::new();
    let all: Vec<&Judged> = judged.iter().collect();
    heading(&mut out, &all);
    main_figures(&mut out, judged, &all);
    by_criterion(&mut out, &all);
    by_role(&mut out, &all);
    by_kind(&mut out, &all);
    by_form(&mut out, &all);
    out
}

fn heading(out: &mut String, all: &[&Judged]) {
    let count = |quality| all.iter().filter(|one| one.answer.quality == quality).count();
    let words: usize = all.iter().map(|one| one.answer.words()).sum();
    let shown = all.iter().filter(|one| one.report.shown()).count();
    line(
        out,
        &format!(
            "{} answers, {words} words; {} strong, {} middling, {} weak; levels shown for {shown}",
            all.len(),
            count(Quality::Strong),
            count(Quality::Middling),
            count(Quality::Weak)
        ),
    );
}

fn main_figures(out: &mut String, judged: &[Judged], all: &[&Judged]) {
    line(out, &format!("\n{:<46}{:>7}   {:<15}{}", "", "figure", "95 %", "target"));
    let mut row = |name: &str, target: Target, figure: &dyn Fn(&[&Judged]) -> Option<f64>| {
        row(out, name, figure(all), interval(judged, figure), target);
    };
    let long = |one: &&&Judged| one.answer.words() > 40;
    row("strong above weak (AUC)", Least(0.95), &|all| figures::separation(all, overall));
    row("  over 40 words", Least(0.92), &|all| {
        figures::separation(&all.iter().filter(long).copied().collect::<Vec<_>>(), overall)
    });
    row("  where the weak one is longer", Target::None, &figures::separation_against_length);
    row("  by length alone", Target::None, &|all| figures::separation(all, figures::length));
    row("  by a list of words alone", Target::None, &|all| figures::separation(all, figures::listed_words));
    row("rank agreement with the writers' levels", Least(0.80), &|all| figures::agreement(all, overall));
    row("  by length alone", Target::None, &|all| figures::agreement(all, figures::length));
    row("levels, mean weighted kappa", Least(0.70), &figures::mean_kappa);
    row("roles of sentences, macro F1", Least(0.78), &|all| figures::macro_f1(&figures::sentence_roles(all)));
    row("roles of words by clause, macro F1", Target::None, &|all| figures::macro_f1(&figures::word_roles(all)));
    row("findings, precision", Least(0.85), &|all| figures::precision(all, |_| true));
    row("findings, recall", Least(0.65), &|all| figures::recall(all, |_| true));
    row("  problems, precision", Target::None, &|all| figures::precision(all, |kind| !kind.is_strength()));
    row("  problems, recall", Target::None, &|all| figures::recall(all, |kind| !kind.is_strength()));
    row("  strengths, precision", Target::None, &|all| figures::precision(all, Signal::is_strength));
    row("  strengths, recall", Target::None, &|all| figures::recall(all, Signal::is_strength));
    row("accusations, precision", Least(0.95), &figures::accusation_precision);
    row("accusations, recall", Least(0.65), &figures::accusation_recall);
    row("accusations in 100 good answers", Most(1.0), &figures::accused_good);
    row("warnings in 100 words of good answers", Most(0.5), &|all| figures::warned_good(all, false));
    row("  those that quote words", Target::None, &|all| figures::warned_good(all, true));
    let couples = figures::couples(judged);
    let figure = |couples: &[&(&Judged, &Judged)]| figures::ranked(couples);
    let name = format!("pairs, improved above weaker ({})", couples.len());
    self::row(out, &name, figure(&couples.iter().collect::<Vec<_>>()), interval(&couples, figure), Least(0.97));
}

fn row(out: &mut String, name: &str, value: Option<f64>, interval: Option<(f64, f64)>, target: Target) {
    let interval = interval.map_or(String::new(), |(low, high)| format!("{low:.3}-{high:.3}"));
    let (bound, met) = match (target, value) {
        (Least(bound), Some(value)) => (format!(">= {bound:.2}"), value >= bound),
        (Most(bound), Some(value)) => (format!("<= {bound:.2}"), value <= bound),
        _ => (String::new(), true),
    };
    line(out, &format!("{name:<46}{}   {interval:<15}{bound}{}", number(value), if met { "" } else { "  not met" }));
}

fn by_criterion(out: &mut String, all: &[&Judged]) {
    line(
        out,
        &format!(
            "\n{:<20}{:>7}{:>7}{:>7}{:>7}{:>7}{:>8}",
            "levels", "kappa", "same", "<= 1", "writer", "engine", "answers"
        ),
    );
    for (at, criterion) in Criterion::ALL.into_iter().enumerate() {
        let pairs = figures::levels(all, at);
        let share = |apart: u8| {
            crate::statistics::mean(pairs.iter().map(|&(a, b)| f64::from(u8::from(a.abs_diff(b) <= apart))))
        };
        let mean =
            |first: bool| crate::statistics::mean(pairs.iter().map(|&(a, b)| f64::from(if first { a } else { b })));
        line(
            out,
            &format!(
                "{:<20}{}{}{}{}{}{:>8}",
                criterion.name(),
                number(kappa(&pairs)),
                number(share(0)),
                number(share(1)),
                number(mean(true)),
                number(mean(false)),
                pairs.len()
            ),
        );
    }
    let only = |writer: bool| {
        all.iter()
            .flat_map(|one| one.answer.levels.iter().zip(&one.report.levels))
            .filter(|(by_writer, engine)| by_writer.is_some() == writer && engine.is_some() != writer)
            .count()
    };
    line(out, &format!("given by the writer only: {}; by the engine only: {}", only(true), only(false)));
}

fn by_role(out: &mut String, all: &[&Judged]) {
    let (sentences, words) = (figures::sentence_roles(all), figures::word_roles(all));
    line(
        out,
        &format!("\n{:<10}{:>7}{:>7}   sentences: the writer in rows, the engine in columns", "roles", "F1", "words"),
    );
    let short = |role: Role| role.name().get(..4).unwrap_or(role.name());
    let names: String = Role::ALL.into_iter().map(|role| format!("{:>6}", short(role))).collect();
    line(out, &format!("{:<24}   {names}", ""));
    for (at, role) in Role::ALL.into_iter().enumerate() {
        let cells: String = sentences[at].iter().map(|count| format!("{count:>6}")).collect();
        line(out, &format!("{:<10}{}{}   {cells}", role.name(), number(f1(&sentences, at)), number(f1(&words, at))));
    }
    let right = |table: &crate::statistics::Table<10>| {
        let total: f64 = table.iter().flatten().sum();
        crate::statistics::ratio((0..10).map(|at| table[at][at]).sum(), total)
    };
    line(out, &format!("{:<10}{}{}", "same", number(right(&sentences)), number(right(&words))));
}

fn by_kind(out: &mut String, all: &[&Judged]) {
    line(out, &format!("\n{:<20}{:>8}{:>8}{:>10}{:>8}", "findings", "writer", "engine", "precision", "recall"));
    for &kind in Signal::ALL.iter().filter(|kind| kind.is_finding()) {
        let noted = all.iter().flat_map(|one| &one.answer.findings).filter(|noted| noted.kind == kind).count();
        let found = all.iter().flat_map(|one| &one.found).filter(|found| found.finding.kind == kind).count();
        if noted + found > 0 {
            let (precision, recall) =
                (figures::precision(all, |one| one == kind), figures::recall(all, |one| one == kind));
            line(out, &format!("{:<20}{noted:>8}{found:>8}   {} {}", kind.name(), number(precision), number(recall)));
        }
    }
}

fn by_form(out: &mut String, all: &[&Judged]) {
    line(
        out,
        &format!(
            "\n{:<12}{:>8}{:>13}{:>13}{:>8}{:>8}",
            "form", "answers", "false alarms", "accusations", "recall", "roles"
        ),
    );
    line(out, &format!("{:<12}{:>8}{:>13}{:>13}{:>8}{:>8}", "", "", "per 100 words", "wrong", "", "same"));
    for form in Form::ALL {
        let of: Vec<&Judged> = all.iter().copied().filter(|one| one.answer.form == form).collect();
        let wrong = of.iter().flat_map(|one| one.accusations()).filter(|found| !found.deserved).count();
        let same =
            of.iter().flat_map(|one| &one.sentences).map(|(_, writer, engine)| f64::from(u8::from(writer == engine)));
        line(
            out,
            &format!(
                "{:<12}{:>8}{:>13}{wrong:>13} {} {}",
                form.name(),
                of.len(),
                number(figures::false_alarms(of.iter().copied())),
                number(figures::recall(&of, |_| true)),
                number(crate::statistics::mean(same))
            ),
        );
    }
}

fn number(value: Option<f64>) -> String {
    value.map_or_else(|| format!("{:>7}", "-"), |value| format!("{value:>7.3}"))
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}", text.trim_end());
}
