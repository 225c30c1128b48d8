//! How long the answer is, in words and spoken, against its target.

use comeback_engine::{Length, seconds};
use yew::prelude::*;

use crate::ui::components::Scene;
use crate::ui::labels;

/// Draws the length.
pub fn meter(scene: &Scene) -> Html {
    let (words, bands) = (scene.draft.report.words, &scene.question.profile.words);
    let (low, high) = labels::target(bands);
    let end = u32::from(bands.amber_high);
    let (start, goal) = (u32::from(bands.target_low), u32::from(bands.target_high - bands.target_low));
    let pin = words.min(end);
    let place = match Length::of(words, bands) {
        Length::Target => "inside",
        Length::FarShort | Length::Short => "aim for",
        Length::Long | Length::FarLong => "over; aim for",
    };
    let bar = |class: &'static str, share: u32, text: String| {
        html! { <span {class} data-w={share.to_string()}>{ text }</span> }
    };
    let none = String::new;
    html! {
        <section class="row">
            <h2 class="label">{ "Length" }</h2>
            <div>
                <p>
                    <b>{ labels::words(words) }</b>{ ", about " }<b>{ format!("{} seconds", seconds(words)) }</b>
                    <span class="soft">{ format!(" · {place} {low} to {high} seconds") }</span>
                </p>
                <div class="meter" aria-hidden="true">
                    <div class="meter-pin">{ bar("", pin, none()) }<b></b>{ bar("", end - pin, none()) }</div>
                    <div class="meter-line">
                        { bar("", start, none()) }{ bar("goal", goal, none()) }{ bar("", end - start - goal, none()) }
                    </div>
                    <p class="meter-nums">
                        { bar("", start, "0".to_owned()) }{ bar("", goal, format!("{low} s")) }
                        { bar("", end - start - goal, format!("{high} s")) }
                    </p>
                </div>
            </div>
        </section>
    }
}
