//! How long the answer is, in words and spoken, against its target.

use comeback_engine::rubric::Words;
use comeback_engine::{Length, seconds};
use yew::prelude::*;

use crate::ui::hooks::use_widths;
use crate::ui::labels;

/// Props of [`Meter`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Words in the answer.
    pub words: u32,
    /// The question's bands.
    pub bands: Words,
}

/// The length.
#[component]
pub fn Meter(props: &Props) -> Html {
    let root = use_node_ref();
    use_widths(&root, props.words);
    let bands = &props.bands;
    let (low, high) = labels::target(bands);
    let end = u32::from(bands.amber_high);
    let (start, goal) = (u32::from(bands.target_low), u32::from(bands.target_high - bands.target_low));
    let pin = props.words.min(end);
    let place = match Length::of(props.words, bands) {
        Length::Target => "inside",
        Length::FarShort | Length::Short => "aim for",
        Length::Long | Length::FarLong => "over; aim for",
    };
    let share = |words: u32| words.to_string();
    html! {
        <section class="row">
            <h2 class="label">{ "Length" }</h2>
            <div ref={root}>
                <p>
                    <b class="strong num">{ labels::words(props.words) }</b>{ ", about " }
                    <b class="strong num">{ format!("{} seconds", seconds(props.words)) }</b>
                    <span class="soft">{ format!(" · {place} {low} to {high} seconds") }</span>
                </p>
                <div class="meter" aria-hidden="true">
                    <div class="meter-pin"><i data-w={share(pin)}></i><b></b><i data-w={share(end - pin)}></i></div>
                    <div class="meter-line">
                        <i data-w={share(start)}></i><i class="goal" data-w={share(goal)}></i>
                        <i data-w={share(end - start - goal)}></i>
                    </div>
                    <p class="meter-nums">
                        <span data-w={share(start)}>{ "0" }</span>
                        <span data-w={share(goal)}>{ format!("{low} s") }</span>
                        <span data-w={share(end - start - goal)}>{ format!("{high} s") }</span>
                    </p>
                </div>
            </div>
        </section>
    }
}
