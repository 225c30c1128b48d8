//! Draws a report as plain text, in the order in which the page shows it.

use comeback_engine::{Finding, QuestionProfile, Report, Role, Rubric};
use std::fmt::Write;

/// The report as a person would read it.
pub fn render(rubric: &Rubric, profile: &QuestionProfile, text: &str, report: &Report) -> String {
    let mut out = String::new();
    let band = report.band().map_or("-", |band| band.name());
    let shown = if report.shown() { "shown" } else { "not shown" };
    line(&mut out, format!("{:?}, {shown}: {band}, {} words, {} s", report.state, report.words, report.seconds));
    if !report.gates.is_empty() {
        line(&mut out, format!("gates: {:?}", report.gates));
    }
    line(&mut out, format!("next: {}", report.next_text(rubric).unwrap_or("-")));
    if let Some(finding) = report.strength.and_then(|at| report.findings.get(usize::from(at))) {
        line(&mut out, format!("strength: {}", described(finding, text)));
    }
    for finding in report.fixes.iter().filter_map(|&at| report.findings.get(usize::from(at))) {
        line(&mut out, format!("fix: {}", described(finding, text)));
    }
    line(&mut out, "\ncriteria".to_owned());
    for spec in rubric.criteria {
        let level = report.level(spec.id);
        let anchor =
            level.and_then(|level| spec.anchors.get(usize::from(level) - 1)).map_or("not asked", |anchor| anchor.text);
        let held = report.held(spec.id).map_or(String::new(), |held| format!(" (held by {})", held.by.name()));
        line(
            &mut out,
            format!(
                "  {:<15} {} {anchor}{held}",
                spec.id.name(),
                level.map_or("-".to_owned(), |level| level.to_string())
            ),
        );
    }
    line(&mut out, "\nshape".to_owned());
    let shares: Vec<String> = Role::ALL
        .iter()
        .zip(report.shares)
        .filter(|(_, share)| *share > 0)
        .map(|(role, share)| format!("{} {share}", role.name()))
        .collect();
    line(
        &mut out,
        format!(
            "  {}; turn {:?}; bands {:?}-{:?}",
            shares.join(", "),
            report.turn,
            profile.words.target_low,
            profile.words.target_high
        ),
    );
    for part in &report.parts {
        line(&mut out, format!("  [{}] {}", part.role.name(), part.span.of(text).replace('\n', " ")));
        for finding in
            report.findings.iter().filter(|finding| finding.span.is_some_and(|span| part.span.overlaps(&span)))
        {
            line(&mut out, format!("      {}", described(finding, text)));
        }
    }
    for finding in report.findings.iter().filter(|finding| finding.span.is_none()) {
        line(&mut out, format!("  {}", described(finding, text)));
    }
    out
}

fn described(finding: &Finding, text: &str) -> String {
    let quote = finding.span.map_or(String::new(), |span| format!(": “{}”", span.of(text)));
    format!("{} {}{quote}", finding.tier.name(), finding.kind.name())
}

fn line(out: &mut String, text: String) {
    let _ = writeln!(out, "{}", text.trim_end());
}
