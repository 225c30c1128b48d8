//! What stands under the strip: the roles by name where the strip is too narrow for names, and one sentence.

use comeback_engine::{Report, Role};
use yew::Html;

use crate::ui::dom::{each, view};
use crate::ui::labels;
use crate::ui::shape::{self, Shape};

/// Draws the roles that are there: in words until the target length is reached, then in percent.
pub fn legend(report: &Report, filling: bool) -> Html {
    let mut unit = if filling { " words" } else { " %" };
    let role = |&role: &Role| {
        let words = shape::words(report, role);
        let figure = if filling { words } else { shape::share(report, role) };
        if figure == 0 || words == 0 {
            return Html::default();
        }
        let drawn = view!(
            "<li class='r-{}'><span class='swatch'></span>{} <span class='soft'>{}{}</span></li>",
            role.name(),
            labels::role(role),
            figure,
            unit,
        );
        if filling {
            // Said once, it holds for the rest.
            unit = "";
        }
        drawn
    };
    view!("<ul class='legend'>{}<li class='soft'>thin line: aim</li></ul>", each(Role::ALL.iter().map(role)))
}

/// Draws the sentence: a long setup, and where the turn comes.
pub fn note(shape: &Shape, turn: Option<u8>) -> Html {
    let setup = shape.setup.map(|(share, target)| {
        view!(
            "<span class='hatch hatch-key' aria-hidden='true'></span>\
            Long setup: {} % of your words, aim for {}. ",
            share,
            target,
        )
    });
    let turn = turn.map(|turn| view!("The turn comes after {} %.", u32::from(turn)));
    view!("<p class='shape-note'>{}<span class='soft'>{}</span></p>", setup, turn)
}
