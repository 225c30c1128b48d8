//! The file that the compiler reads, by names and in order.

use std::fmt::Write;

use comeback::content::RUBRIC;
use comeback_engine::learned::features::{COUNT, name};
use comeback_engine::learned::{HEARD, OUTPUTS};
use comeback_engine::{Role, Signal};

use crate::levels::Points;
use crate::model::Model;

/// The file.
pub fn file(model: &Model, points: &[Points]) -> String {
    let mut text = String::from("# Written by examples/train; not edited by hand. The columns of weights:\n#");
    let heard = HEARD.map(Signal::name);
    for column in Role::ALL.map(Role::name).iter().chain(&heard) {
        let _ = write!(text, " {column}");
    }
    let _ = writeln!(text, "\nfollows = {:?}", model.follows());
    for points in points {
        let _ = writeln!(text, "\n[points.{}]\nfrom = {:?}", points.criterion.name(), points.from);
        let _ = writeln!(text, "[points.{}.weights]", points.criterion.name());
        for (measure, weight) in &points.weights {
            let _ = writeln!(text, "\"{measure}\" = {weight}");
        }
    }
    text.push_str("\n[trait]\n");
    rows(&mut text, (0..COUNT).map(|one| (name(one), model.row(one))));
    let forms = RUBRIC.lexicon.len();
    for (place, title) in ["clause", "sentence", "first"].into_iter().enumerate() {
        let _ = writeln!(text, "\n[{title}]");
        let word = |lemma: usize| (RUBRIC.lexicon.form(lemma), model.row(COUNT + place * forms + lemma));
        rows(&mut text, (0..forms).map(word));
    }
    text
}

fn rows(text: &mut String, rows: impl Iterator<Item = (String, [i8; OUTPUTS])>) {
    for (name, row) in rows.filter(|(_, row)| row.iter().any(|weight| *weight != 0)) {
        let _ = writeln!(text, "\"{name}\" = {row:?}");
    }
}
