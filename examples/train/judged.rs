//! An answer as a model that was not learned from it measures it.

use comeback_engine::answer::Answer;
use comeback_engine::facts::Facts;
use comeback_engine::learned::heard;
use comeback_engine::points::Measures;
use comeback_engine::reader::Reader;
use comeback_engine::shape::Shape;
use comeback_engine::{Rubric, silence};

use crate::corpus;

/// All measures of an answer, by number.
pub fn measured(rubric: &Rubric, answer: &corpus::Answer) -> [i32; 256] {
    let mut reader = Reader::new(rubric);
    let profile = &answer.question.profile;
    let read = Answer::of(rubric, profile, reader.read(&answer.text));
    let found = silence::voices(profile, &read);
    let voices = heard::counted(&heard::weigh(rubric, &read, &found), &found);
    let shape = Shape::of(&read);
    let facts = Facts::of(rubric, profile, &read, &voices, &shape);
    let measures = Measures::of(profile, &read, &facts);
    std::array::from_fn(|measure| measures.amount(measure as u8))
}
