//! What is worth announcing to somebody who does not see the page change: a band, a level, the next step.

use comeback_engine::{Criterion, Report};

use crate::content::RUBRIC;
use crate::ui::draft::Draft;
use crate::ui::labels;
use crate::ui::state::State;

/// The change between two drafts of one question in one or two sentences; `None` when there is none.
pub fn news(before: &Draft, now: &Draft, state: &State) -> Option<String> {
    let hide_numbers = state.hides_numbers();
    if state.is_silent() {
        return None;
    }
    let mut said = vec![];
    if now.report.shown() {
        if before.report.band().filter(|_| before.report.shown()) != now.report.band() {
            said.extend(now.report.band().map(|band| [labels::band(band), " as a whole."].concat()));
        }
        said.extend(levels(&before.report, &now.report, hide_numbers));
    }
    if before.step != now.step {
        said.extend(now.asks(state.library()).map(|asks| ["Next step: ", asks].concat()));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// One changed level in words, several as a count: nobody wants to hear a list.
fn levels(before: &Report, now: &Report, hide_numbers: bool) -> Option<String> {
    if !before.shown() {
        return None;
    }
    let changed: Vec<Criterion> =
        Criterion::ALL.into_iter().filter(|&criterion| before.level(criterion) != now.level(criterion)).collect();
    match changed[..] {
        [] => None,
        [criterion] => {
            let spec = RUBRIC.criteria.get(criterion as usize)?;
            let level = now.level(criterion)?;
            let (figure, of) =
                if hide_numbers { (String::new(), "") } else { (labels::number(level.into()), " of 5: ") };
            Some([spec.name, ": ", &figure, of, &labels::anchor(spec, level), "."].concat())
        }
        ref several => Some([&labels::number(several.len() as u32), " criteria have changed."].concat()),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use comeback_engine::{State as Judged, assess};

    use super::*;
    use crate::content::QUESTIONS;

    fn draft(state: Judged, overall: u16, repair: u8, step: u8) -> Draft {
        let mut levels = [Some(3); 12];
        levels[Criterion::Repair as usize] = Some(repair);
        let empty = assess(&RUBRIC, &QUESTIONS[0].profile, "");
        let report = Report { state, overall: Some(overall), levels, ..empty };
        Draft { text: "".into(), report: Rc::new(report), step: Some(step), seed: 0 }
    }

    #[test]
    fn says_nothing_when_neither_level_nor_band_nor_step_changed() {
        let same = draft(Judged::Scored, 300, 3, 1);
        assert_eq!(news(&same, &same.clone(), &State::default()), None);
    }

    #[test]
    fn says_the_band_the_level_and_the_step_that_changed() {
        let said = news(&draft(Judged::Scored, 300, 3, 0), &draft(Judged::Scored, 360, 4, 1), &State::default())
            .unwrap_or_default();
        let spec = &RUBRIC.criteria[Criterion::Repair as usize];
        assert!(said.starts_with("Good as a whole."), "{said}");
        assert!(said.contains(&format!("{}: 4 of 5:", spec.name)), "{said}");
        assert!(RUBRIC.steps[1].says.iter().any(|says| said.ends_with(says)), "{said}");
    }

    #[test]
    fn says_no_figure_when_numbers_are_hidden() {
        let mut hidden = State::default();
        hidden.settings.hide_numbers = true;
        let said =
            news(&draft(Judged::Scored, 300, 3, 0), &draft(Judged::Scored, 300, 4, 0), &hidden).unwrap_or_default();
        assert!(!said.contains("of 5") && !said.is_empty(), "{said}");
    }

    #[test]
    fn says_no_level_and_no_band_under_forty_words() {
        let said = news(&draft(Judged::Short, 100, 1, 0), &draft(Judged::Short, 200, 2, 1), &State::default())
            .unwrap_or_default();
        assert!(RUBRIC.steps[1].says.iter().any(|says| said == format!("Next step: {says}")), "{said}");
    }
}
