//! What the coach says: the next step, one strength, at most two fixes, and everything else on demand. On a wide page
//! it is a column, on a narrow one a sheet over the lower half.

use std::rc::Rc;

use comeback_engine::{Criterion, Signal, Tier};
use yew::prelude::*;

use crate::ui::components::criteria::Criteria;
use crate::ui::components::finding::spec;
use crate::ui::components::next::Next;
use crate::ui::components::sum::Overall;
use crate::ui::components::{Page, quoted};
use crate::ui::draft::Draft;
use crate::ui::labels;
use crate::ui::marks::{self, Mark};
use crate::ui::state::{Action, Settings};
use crate::ui::stem::GAP;
use crate::ui::textarea;

/// Props of [`Coach`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// The question.
    pub id: &'static str,
    /// The draft as it stood when typing last rested.
    pub draft: Rc<Draft>,
    /// Whether numbers are shown.
    pub settings: Settings,
    /// The criterion whose row is open.
    pub criterion: Option<Criterion>,
    /// Everything is shown.
    pub everything: bool,
    /// On a narrow page: the sheet is lifted.
    pub sheet: bool,
}

/// The coach.
#[component]
pub fn Coach(props: &Props) -> Html {
    let root = use_node_ref();
    {
        // The bar that lifts the sheet goes away under it: the keyboard moves along.
        let root = root.clone();
        use_effect_with(props.sheet, move |&sheet| {
            if let Some(root) = root.cast::<web_sys::HtmlElement>().filter(|_| sheet) {
                textarea::focus_quietly(&root);
            }
        });
    }
    let (page, report) = (&props.page, &props.draft.report);
    let onkeydown = {
        let page = page.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                page.send(Action::Sheet(false));
            }
        }
    };
    let marks = marks::marks(report);
    let fixes: Html = report.fixes.iter().map(|&index| said(props, &marks, index)).collect();
    let all = Settings { hide_numbers: !props.settings.hide_numbers, ..props.settings };
    html! {
        <aside
            class={classes!("coach", props.sheet.then_some("sheet"))} aria-label="Coach" tabindex="-1" ref={root} {onkeydown}
        >
            <div class="grip" aria-hidden="true"></div>
            <div class="panel">
                <Next page={page.clone()} report={report.clone()} step={props.draft.step} />
                if report.shown() {
                    { for report.strength.map(|index| html! { <section>{ said(props, &marks, index) }</section> }) }
                    if !report.fixes.is_empty() { <section>{ fixes }</section> }
                    <section>
                        <p class="links between">
                            <button
                                class="link chev" type="button" aria-expanded={props.everything.to_string()}
                                onclick={page.on(Action::Everything(!props.everything))}
                            >{ "Show everything" }</button>
                            if props.everything {
                                <button class="link" type="button" onclick={page.on(Action::Settings(all))}>
                                    { if props.settings.hide_numbers { "Show numbers" } else { "Hide numbers" } }
                                </button>
                            }
                        </p>
                        if props.everything {
                            <Overall report={report.clone()} id={props.id} hide_numbers={props.settings.hide_numbers} />
                            <Criteria
                                page={page.clone()} id={props.id} draft={props.draft.clone()} open={props.criterion}
                                hide_numbers={props.settings.hide_numbers}
                            />
                            <p class="small soft closing">
                                { "These are signals in the text. They cannot tell what is true, or who is hired." }
                            </p>
                        }
                    </section>
                }
                <p class="links narrow">
                    <button class="link" type="button" onclick={page.on(Action::Sheet(false))}>{ "Close" }</button>
                </p>
            </div>
        </aside>
    }
}

/// One finding as the coach says it: praise with the words after it, a question with the words before it.
fn said(props: &Props, marks: &[Mark], index: u16) -> Html {
    let report = &props.draft.report;
    let Some(finding) = report.findings.get(usize::from(index)) else { return html! {} };
    let Some(spec) = spec(finding.kind) else { return html! {} };
    let quote = finding.span.map(|span| html! { <p class="quote">{ quoted(span.of(&props.draft.text)) }</p> });
    let says = html! { <p class="msg">{ with_time(finding.kind, spec.says, report.seconds) }</p> };
    let praise = finding.tier == Tier::Strength;
    let number = marks::number(marks, usize::from(index));
    html! {
        <div class="fix" key={index}>
            <p class="tier label">
                <span class={labels::tier_class(finding.tier)}>{ labels::tier(finding.tier) }</span>
                if let (Some(number), Some(span)) = (number, finding.span) {
                    <button class="mark-no" type="button" onclick={on_mark(&props.page, usize::from(index), span)}>
                        { format!("mark {number}") }
                    </button>
                }
            </p>
            <div class={(finding.tier == Tier::Accuse).then_some("barred")}>
                if praise { { says }{ quote } } else { { quote }{ says } }
            </div>
            if !praise && !spec.stem.is_empty() {
                <p class="links">
                    <button class="link" type="button" onclick={props.page.on_insert(report.clone(), spec.stem)}>
                        { "Insert stem" }
                    </button>
                </p>
            }
        </div>
    }
}

/// Opens the mark's card and shows its words in the editor.
fn on_mark(page: &Page, finding: usize, span: comeback_engine::Span) -> Callback<MouseEvent> {
    let (page, show) = (page.clone(), page.on_show(span));
    Callback::from(move |event: MouseEvent| {
        page.send(Action::Mark(Some(finding)));
        show.emit(event);
    })
}

/// Messages about length leave a gap for the speaking time: seconds when it is too short, minutes when it is too long.
fn with_time(kind: Signal, says: &'static str, seconds: u32) -> String {
    let time = match kind {
        Signal::TooShort => seconds,
        Signal::TooLong => (seconds + 30) / 60,
        _ => return says.to_owned(),
    };
    says.replacen(GAP, &time.to_string(), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_long_an_answer_is_in_the_unit_of_its_message() {
        assert_eq!(with_time(Signal::TooShort, "About … seconds.", 52), "About 52 seconds.");
        assert_eq!(with_time(Signal::TooLong, "About … minutes.", 200), "About 3 minutes.");
        assert_eq!(with_time(Signal::Vague, "Which … was it?", 52), "Which … was it?");
    }
}
