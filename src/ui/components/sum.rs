//! The word for the whole answer, and how it came about: levels, weights and gates that add up by hand.

use std::rc::Rc;

use comeback_engine::{Criterion, Report};
use yew::prelude::*;

use crate::content::{self, RUBRIC};
use crate::ui::labels;

/// Props of [`Overall`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is said about the answer.
    pub report: Rc<Report>,
    /// The question, for its weights.
    pub id: &'static str,
    /// Words only.
    pub hide_numbers: bool,
}

/// The word for the whole answer.
#[component]
pub fn Overall(props: &Props) -> Html {
    let open = use_state(|| false);
    let Some(band) = props.report.band() else { return html! {} };
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    html! {
        <>
            <div class="overall">
                <span class="band-word">{ labels::band(band) }</span>
                <span class="soft">{ condition(&props.report, props.hide_numbers) }</span>
            </div>
            if !props.hide_numbers {
                <p class="links">
                    <button class="link chev" type="button" aria-expanded={open.to_string()} onclick={toggle}>
                        { "How this came about" }
                    </button>
                </p>
                if *open { { table(&props.report, props.id) } }
            }
        </>
    }
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
        (3.., false, _) => format!("Nothing stands below {lowest}."),
        (_, _, [name]) => format!("{name} has most room."),
        (_, _, names) => format!("{} criteria have most room.", names.len()),
    }
}

fn table(report: &Report, id: &str) -> Html {
    let Some(weights) = content::question(id).map(|question| question.profile.weights) else { return html! {} };
    let rows: Vec<(&str, u32, u32)> = (Criterion::ALL.into_iter().zip(weights))
        .filter_map(|(criterion, weight)| {
            let name = RUBRIC.criteria.get(criterion as usize)?.name;
            (weight > 0).then_some((name, u32::from(report.level(criterion)?), u32::from(weight)))
        })
        .collect();
    let points: u32 = rows.iter().map(|(_, level, weight)| level * weight).sum();
    let total: u32 = rows.iter().map(|(_, _, weight)| weight).sum();
    let mean = comeback_engine::criterion::mean(&report.levels, &weights).unwrap_or(0);
    html! {
        <>
            <table class="sum">
                <thead><tr><th scope="col">{ "Criterion" }</th><th scope="col">{ "Level" }</th><th scope="col">{ "Weight" }</th><th scope="col">{ "Points" }</th></tr></thead>
                <tbody>
                    { for rows.iter().map(|(name, level, weight)| html! {
                        <tr><th scope="row">{ *name }</th><td>{ level }</td><td>{ weight }</td><td>{ level * weight }</td></tr>
                    }) }
                </tbody>
                <tfoot><tr><th scope="row">{ "Sum" }</th><td></td><td>{ total }</td><td>{ points }</td></tr></tfoot>
            </table>
            <p class="small soft num">
                { format!("{points} divided by {total} is {}.", hundredths(mean)) }
                if let Some(overall) = report.overall.filter(|&overall| overall < mean) {
                    { format!(" {} So it counts as {}.", condition(report, false), hundredths(overall)) }
                }
                { " Strong from 4.50, good from 3.50, developing from 2.50." }
            </p>
        </>
    }
}

fn hundredths(mean: u16) -> String {
    format!("{}.{:02}", mean / 100, mean % 100)
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
