//! How long the answer is, in words and spoken, against its target.

use comeback_engine::{Length, seconds};
use yew::Html;

use crate::ui::components::Scene;
use crate::ui::dom::view;
use crate::ui::labels;

/// Draws the length.
pub fn meter(scene: &Scene) -> Html {
    let (words, bands) = (scene.draft.report.words, &scene.question.profile.words);
    let (low, high) = labels::target(bands);
    let end = u32::from(bands.amber_high);
    let (start, goal) = (u32::from(bands.target_low), u32::from(bands.target_high - bands.target_low));
    let rest = end - start - goal;
    let pin = words.min(end);
    let place = match Length::of(words, bands) {
        Length::Target => "inside",
        Length::FarShort | Length::Short => "aim for",
        Length::Long | Length::FarLong => "over; aim for",
    };
    view!(
        "<section class='row'>\
            <h2 class='label'>Length</h2>\
            <div>\
                <p><b>{}</b>, about <b>{} seconds</b><span class='soft'> · {} {} to {} seconds</span></p>\
                <div class='meter' aria-hidden='true'>\
                    <div class='meter-pin'><span style='flex-grow:{}'></span><b></b><span style='flex-grow:{}'></span></div>\
                    <div class='meter-line'>\
                        <span style='flex-grow:{}'></span><span class='goal' style='flex-grow:{}'></span><span style='flex-grow:{}'></span>\
                    </div>\
                    <p class='meter-nums'>\
                        <span style='flex-grow:{}'>0</span><span style='flex-grow:{}'>{} s</span><span style='flex-grow:{}'>{} s</span>\
                    </p>\
                </div>\
            </div>\
        </section>",
        labels::words(words),
        seconds(words),
        place,
        low,
        high,
        pin,
        end - pin,
        start,
        goal,
        rest,
        start,
        goal,
        low,
        rest,
        high,
    )
}
