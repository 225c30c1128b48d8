//! Whom and what answers are tailored to, and what is asked after them: choices that need the library.

use super::State;
use crate::library::{Angle, List};
use crate::store::MOST_VALUES;

impl State {
    pub(super) fn choose_interviewer(&mut self, row: usize) {
        let angle = self.library().and_then(|library| library.interviewers().nth(row.checked_sub(1)?));
        self.settings.interviewer = angle.map(|angle| angle.id().to_owned());
    }

    pub(super) fn choose_value(&mut self, at: usize) {
        let Some(id) = self.library().and_then(|library| library.values().nth(at)).map(|value| value.id().to_owned())
        else {
            return;
        };
        let values = &mut self.settings.values;
        if let Some(there) = values.iter().position(|value| *value == id) {
            values.remove(there);
        } else if values.len() < MOST_VALUES {
            values.push(id);
        }
    }

    /// What was kept may name what this version no longer has.
    pub(super) fn let_go_of_unknown_choices(&mut self) {
        let Some(library) = self.library() else { return };
        let mut settings = self.settings.clone();
        settings.interviewer.take_if(|id| !known(library.interviewers(), id));
        settings.values.retain(|id| known(library.values(), id));
        if settings != self.settings {
            (self.settings, self.forgotten) = (settings, true);
        }
    }

    /// The next follow-up to the open answer.
    pub(super) fn ask(&mut self) {
        let mut followup = std::mem::take(&mut self.followup);
        if let Some(((question, draft), library)) = self.answer().zip(self.library()) {
            let own = library.details(question.id).map_or(0, |details| details.probes().len());
            followup.ask(&draft.report.levels, &|at| library.probes().nth(at).map_or(0, |probes| probes.len()), own);
        }
        followup.open = true;
        self.followup = followup;
    }
}

fn known<'l>(mut angles: List<'l, Angle<'l>>, id: &str) -> bool {
    angles.any(|angle| angle.id() == id)
}
