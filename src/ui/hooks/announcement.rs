//! Tells those who do not see the page what has changed, once typing has rested.

use yew::prelude::*;

use crate::ui::draft::Draft;
use crate::ui::hooks::use_rested;
use crate::ui::news::news;

/// Long enough that a reader is not interrupted between two words.
const REST_MILLIS: u32 = 1700;

/// The words of the polite live region: empty until something has changed since the question was opened.
#[hook]
pub fn use_announcement(question: &'static str, draft: Draft, hide_numbers: bool) -> String {
    let rested = use_rested(question, draft, REST_MILLIS);
    let told = use_mut_ref(|| (question, rested.clone()));
    let said = use_state(String::new);
    {
        let said = said.clone();
        use_effect_with((question, rested), move |(question, rested)| {
            let (before, draft) = told.replace((question, rested.clone()));
            if before != *question {
                said.set(String::new());
            } else if let Some(news) = news(&draft, rested, hide_numbers) {
                said.set(news);
            }
        });
    }
    (*said).clone()
}
