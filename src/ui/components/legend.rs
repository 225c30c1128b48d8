//! What stands under the strip: the roles by name where the strip is too narrow for names, and one sentence.

use comeback_engine::{Report, Role};
use yew::prelude::*;

use crate::ui::labels;
use crate::ui::shape::{self, Shape};

/// Draws the roles that are there: in words until the target length is reached, then in percent.
pub fn legend(report: &Report, filling: bool) -> Html {
    let figure = |role| if filling { shape::words(report, role) } else { shape::share(report, role) };
    let mut unit = if filling { " words" } else { " %" };
    let role = |role: Role| {
        let figure = figure(role);
        if figure == 0 || shape::words(report, role) == 0 {
            return html! {};
        }
        let text = format!("{figure}{unit}");
        if filling {
            // Said once, it holds for the rest.
            unit = "";
        }
        html! {
            <li class={["r-", role.name()].concat()}>
                <span class="swatch"></span>{ labels::role(role) }{ " " }<span class="soft">{ text }</span>
            </li>
        }
    };
    html! {
        <ul class="legend">
            { for Role::ALL.into_iter().map(role) }
            <li class="soft">{ "thin line: aim" }</li>
        </ul>
    }
}

/// Draws the sentence: a long setup, and where the turn comes.
pub fn note(shape: &Shape, turn: Option<u8>) -> Html {
    html! {
        <p class="shape-note">
            if let Some((share, target)) = shape.setup {
                <span class="hatch hatch-key" aria-hidden="true"></span>
                { format!("Long setup: {share} % of your words, aim for {target}. ") }
            }
            <span class="soft">{ for turn.map(|turn| format!("The turn comes after {turn} %.")) }</span>
        </p>
    }
}
