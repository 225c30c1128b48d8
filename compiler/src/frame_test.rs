//! What a cue asks of its clause: names to masks.

use crate::cues::OneOrMore;
use crate::problem::Problems;
use comeback_engine::frame::{Modality, Polarity, Speaker, Subject, Tense, Voice};
use comeback_engine::rubric::FrameTest;
use serde::Deserialize;

/// The `frame` table of a cue. A key left out: a told fact, affirmed, in the writer's own words; the rest is free.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameText {
    subject: Option<OneOrMore>,
    tense: Option<OneOrMore>,
    modality: Option<OneOrMore>,
    polarity: Option<OneOrMore>,
    voice: Option<OneOrMore>,
    speaker: Option<OneOrMore>,
    habit: Option<String>,
}

/// Reads the table; unknown names are problems.
pub fn read(problems: &mut Problems, file: &str, field: &str, text: &FrameText) -> FrameTest {
    macro_rules! mask {
        ($key:ident, $kind:ty, $default:expr) => {{
            let known: Vec<(&str, u16)> =
                <$kind>::ALL.iter().map(|variant| (variant.name(), u16::from(variant.bit()))).collect();
            let field = format!("{field}.{}", stringify!($key));
            text.$key.as_ref().map_or($default, |names| mask(problems, file, &field, names.all(), &known))
        }};
    }
    let habit = match text.habit.as_deref() {
        None | Some("any") => 0,
        Some("yes") => 1,
        Some("no") => 2,
        Some(other) => {
            problems.add(file, format!("{field}.habit"), format!("\"{other}\" is no answer"), "Write yes, no or any");
            0
        }
    };
    FrameTest {
        subject: mask!(subject, Subject, 0),
        tense: mask!(tense, Tense, 0) as u8,
        modality: mask!(modality, Modality, u16::from(Modality::Fact.bit())) as u8,
        polarity: mask!(polarity, Polarity, u16::from(Polarity::Positive.bit())) as u8,
        voice: mask!(voice, Voice, 0) as u8,
        speaker: mask!(speaker, Speaker, u16::from(Speaker::Own.bit())) as u8,
        habit,
    }
}

fn mask(problems: &mut Problems, file: &str, field: &str, names: &[String], known: &[(&str, u16)]) -> u16 {
    let mut mask = 0;
    for name in names.iter().filter(|name| *name != "any") {
        match known.iter().find(|(known, _)| known == name) {
            Some((_, bit)) => mask |= bit,
            None => {
                let all: Vec<&str> = known.iter().map(|(known, _)| *known).collect();
                problems.add(
                    file,
                    field,
                    format!("there is no \"{name}\""),
                    format!("Write {} or any", all.join(", ")),
                );
            }
        }
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::{FrameText, read};
    use crate::problem::Problems;

    #[test]
    fn left_out_keys_mean_an_own_affirmed_fact() {
        let test = read(&mut Problems::default(), "f", "frame", &FrameText::default());
        assert_eq!((test.modality, test.polarity, test.speaker, test.subject, test.habit), (1, 1, 1, 0, 0));
    }

    #[test]
    fn any_lifts_a_default_and_unknown_names_are_refused() {
        let text: FrameText = toml::from_str("polarity = \"any\"\ntense = [\"past\", \"soon\"]").expect("toml");
        let mut problems = Problems::default();
        let test = read(&mut problems, "f", "frame", &text);
        assert_eq!((test.polarity, test.tense), (0, 1));
        assert!(problems.into_result().is_err_and(|all| all[0].reason.contains("soon")));
    }
}
