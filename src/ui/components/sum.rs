//! The word for the whole answer, and how it came about: levels, weights and gates that add up by hand.

use comeback_engine::{Criterion, Report};
use yew::Html;

use crate::content::RUBRIC;
use crate::ui::components::{Scene, optional};
use crate::ui::dom::{each, view};
use crate::ui::labels;
use crate::ui::state::Fold;

/// Draws the word for the whole answer.
pub fn overall(scene: &Scene) -> Html {
    let (report, hidden) = (&scene.draft.report, scene.state.hides_numbers());
    let sum = || {
        let open = scene.state.folds.has(Fold::Sum);
        view!(
            "<p class='links'>{}</p>{}",
            scene.fold("How this came about", Fold::Sum),
            optional(open, || table(report, &scene.question.profile.weights)),
        )
    };
    view!(
        "<div class='overall'><span class='band-word'>{}</span><span class='soft'>{}</span></div>{}",
        report.band().map(labels::band),
        condition(report, hidden),
        optional(!hidden, sum),
    )
}

/// What the word depends on: the gates that hold it, else the lowest level.
fn condition(report: &Report, hide_numbers: bool) -> String {
    if !report.gates.is_empty() {
        return report.gates.iter().map(|&gate| labels::gate(gate)).collect::<Vec<_>>().join(" ");
    }
    let Some(lowest) = report.levels.iter().flatten().min() else { return String::new() };
    let names: Vec<&str> =
        (RUBRIC.criteria.iter()).filter(|spec| report.level(spec.id) == Some(*lowest)).map(|spec| spec.name).collect();
    match (lowest, hide_numbers, names.as_slice()) {
        (3.., false, _) => ["Nothing stands below ", &labels::number((*lowest).into()), "."].concat(),
        (_, _, [name]) => [name, " has most room."].concat(),
        (_, _, names) => [&labels::number(names.len() as u32), " criteria have most room."].concat(),
    }
}

fn table(report: &Report, weights: &[u8; 12]) -> Html {
    let rows: Vec<(&'static str, u32, u32)> = (Criterion::ALL.into_iter().zip(weights))
        .filter_map(|(criterion, &weight)| {
            let name = RUBRIC.criteria.get(criterion as usize)?.name;
            (weight > 0).then_some((name, u32::from(report.level(criterion)?), u32::from(weight)))
        })
        .collect();
    let points: u32 = rows.iter().map(|(_, level, weight)| level * weight).sum();
    let total: u32 = rows.iter().map(|(_, _, weight)| weight).sum();
    let mean = comeback_engine::criterion::mean(&report.levels, weights).unwrap_or(0);
    let row = |&(name, level, weight): &(&'static str, u32, u32)| {
        let points = level * weight;
        view!("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>", name, level, weight, points)
    };
    let counts_as = report
        .overall
        .filter(|&overall| overall < mean)
        .map(|overall| view!("{} So it counts as {}. ", condition(report, false), hundredths(overall)));
    view!(
        "<table class='sum'>\
            <tr><th>Criterion</th><th>Level</th><th>Weight</th><th>Points</th></tr>{}\
            <tr><td>Sum</td><td></td><td>{}</td><td>{}</td></tr>\
        </table>\
        <p class='small soft'>\
            {} divided by {} is {}. {}Strong from 4.50, good from 3.50, developing from 2.50.\
        </p>",
        each(rows.iter().map(row)),
        total,
        points,
        points,
        total,
        hundredths(mean),
        counts_as,
    )
}

fn hundredths(mean: u16) -> String {
    let mean = u32::from(mean);
    [labels::number(mean / 100), labels::two_digits(mean % 100)].join(".")
}

#[cfg(test)]
mod tests {
    use comeback_engine::{Gate, assess};

    use super::*;
    use crate::content::QUESTIONS;

    fn report(levels: [Option<u8>; 12], gates: Vec<Gate>) -> Report {
        Report { levels, gates, ..assess(&RUBRIC, &QUESTIONS[0].profile, "") }
    }

    #[test]
    fn names_the_lowest_level_when_nothing_holds_the_word_back() {
        assert_eq!(condition(&report([Some(3); 12], vec![]), false), "Nothing stands below 3.");
    }

    #[test]
    fn names_the_criterion_with_most_room_without_a_figure() {
        let mut levels = [Some(4); 12];
        levels[Criterion::Repair as usize] = Some(1);
        let name = RUBRIC.criteria[Criterion::Repair as usize].name;
        assert_eq!(condition(&report(levels, vec![]), true), format!("{name} has most room."));
    }

    #[test]
    fn names_the_gate_that_holds_the_word_back() {
        assert_eq!(condition(&report([Some(4); 12], vec![Gate::NotOwned]), false), labels::gate(Gate::NotOwned));
    }
}
