//! The model and how it learns: gradient steps of fixed number and size (Adam), each followed by what every weight costs,
//! so that nothing depends on the clock and few weights are left.

use comeback::content::RUBRIC;
use comeback_engine::Rubric;
use comeback_engine::learned::features::COUNT;
use comeback_engine::learned::packed::{Packed, Row, pack};
use comeback_engine::learned::{HEARD, OUTPUTS, PLACES, Weights};
use std::collections::BTreeMap;

use crate::samples::{Labelled, Sample};

/// Steps.
const STEPS: usize = 160;
/// Size of the first step; the last is a twentieth of it.
const RATE: f64 = 0.08;
/// What the size of each weight costs: of the parts of the story, of what is heard. Found on held-out answers: twice as
/// much loses one point of the parts' F1, half as much wins nothing.
const COST: [f64; 2] = [5.0, 8.0];
/// What its square costs beside.
const SQUARE: f64 = 0.1;
/// Sixteenths: what the engine adds up.
const SCALE: f64 = 16.0;
/// Weights below this many sixteenths are not worth their bytes.
const LEAST: i8 = 2;

/// Weights for every feature and output, and from role to role.
pub struct Model {
    weights: Vec<f64>,
    follows: Vec<f64>,
}

impl Model {
    /// Learns from these answers.
    pub fn trained(samples: &[&Sample]) -> Model {
        let size = (COUNT + PLACES * RUBRIC.lexicon.len()) * OUTPUTS;
        let mut model = Model { weights: vec![0.0; size], follows: vec![0.0; 100] };
        let (mut first, mut second) = (vec![0.0; size + 100], vec![0.0; size + 100]);
        for step in 1..=STEPS {
            let gradient = model.gradient(samples);
            let rate = RATE * (1.0 - 0.95 * step as f64 / STEPS as f64);
            let (fix_first, fix_second) = (1.0 - 0.9f64.powi(step as i32), 1.0 - 0.999f64.powi(step as i32));
            let weights = model.weights.iter_mut().chain(&mut model.follows);
            let moments = first.iter_mut().zip(&mut second);
            for (at, ((weight, slope), (first, second))) in weights.zip(gradient).zip(moments).enumerate() {
                *first = 0.9 * *first + 0.1 * slope;
                *second = 0.999 * *second + 0.001 * slope * slope;
                let stride = rate / ((*second / fix_second).sqrt() + 1e-8);
                *weight -= stride * *first / fix_first;
                let cost = if at < size { COST[usize::from(at % OUTPUTS >= 10)] } else { 0.0 };
                *weight = weight.signum() * (weight.abs() - stride * cost).max(0.0);
            }
        }
        model
    }

    /// Moves what is heard so that it holds from 0 on.
    pub fn limit(&mut self, limits: &[f64; HEARD.len()]) {
        // Every clause has the first trait.
        for (weight, limit) in self.weights[10..OUTPUTS].iter_mut().zip(limits) {
            *weight -= limit;
        }
    }

    /// One row of weights in sixteenths: of a trait, or behind those of a word in one of its places.
    pub fn row(&self, one: usize) -> [i8; OUTPUTS] {
        let sixteenths = |weight: f64| (weight * SCALE).round().clamp(-127.0, 127.0) as i8;
        let row = &self.weights[one * OUTPUTS..(one + 1) * OUTPUTS];
        let kept = |weight: i8| if weight.unsigned_abs() < LEAST.unsigned_abs() { 0 } else { weight };
        std::array::from_fn(|at| kept(sixteenths(row[at])))
    }

    /// How one role follows another, in sixteenths.
    pub fn follows(&self) -> [[i8; 10]; 10] {
        let sixteenths = |weight: f64| (weight * SCALE).round().clamp(-127.0, 127.0) as i8;
        std::array::from_fn(|from| std::array::from_fn(|to| sixteenths(self.follows[from * 10 + to])))
    }

    /// The rubric with this model in it. It lives as long as the program.
    pub fn rubric(&self) -> Rubric {
        let forms = RUBRIC.lexicon.len();
        let plain: Vec<i8> = (0..COUNT).flat_map(|one| self.row(one)).collect();
        let mut rows: BTreeMap<u16, Row> = BTreeMap::new();
        for place in 0..PLACES {
            for lemma in 0..forms {
                let row = self.row(COUNT + place * forms + lemma);
                let weights = row.iter().enumerate().filter(|(_, weight)| **weight != 0);
                let coded = weights.map(|(output, &weight)| ((place * OUTPUTS + output) as u8, weight));
                rows.entry(lemma as u16).or_default().extend(coded);
            }
        }
        let Packed { words, codes, weights } = pack(&rows);
        let (words, codes, weights) = (words.leak(), codes.leak(), weights.leak());
        let learned = Weights { plain: plain.leak(), words, codes, weights, follows: self.follows() };
        Rubric { learned, ..RUBRIC }
    }

    /// What speaks for each output in a clause.
    pub fn scores(&self, clause: &Labelled) -> [f64; OUTPUTS] {
        let mut scores = [0.0; OUTPUTS];
        for &one in &clause.features {
            let row = &self.weights[one as usize * OUTPUTS..(one as usize + 1) * OUTPUTS];
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// The slope of the cost at these weights: what is expected less what was labelled, and the weights themselves.
    fn gradient(&self, samples: &[&Sample]) -> Vec<f64> {
        let size = self.weights.len();
        let mut gradient: Vec<f64> =
            self.weights.iter().chain(&self.follows).map(|weight| 2.0 * SQUARE * weight).collect();
        for sample in samples {
            let scores: Vec<[f64; OUTPUTS]> = sample.clauses.iter().map(|clause| self.scores(clause)).collect();
            let (forward, backward) = (self.forward(&scores), self.backward(&scores));
            for (at, clause) in sample.clauses.iter().enumerate() {
                let mut slopes = [0.0; OUTPUTS];
                let together: [f64; 10] = std::array::from_fn(|role| forward[at][role] + backward[at][role]);
                let whole = log_sum(&together);
                for role in 0..10 {
                    slopes[role] = (together[role] - whole).exp() - f64::from(u8::from(role == clause.role));
                }
                for heard in 10..OUTPUTS {
                    let held = f64::from(clause.heard >> (heard - 10) & 1);
                    slopes[heard] = 1.0 / (1.0 + (-scores[at][heard]).exp()) - held;
                }
                for &one in &clause.features {
                    let row = &mut gradient[one as usize * OUTPUTS..(one as usize + 1) * OUTPUTS];
                    row.iter_mut().zip(slopes).for_each(|(sum, slope)| *sum += slope);
                }
                if at > 0 {
                    let before = sample.clauses[at - 1].role;
                    gradient[size + before * 10 + clause.role] -= 1.0;
                    for from in 0..10 {
                        for to in 0..10 {
                            let pair = forward[at - 1][from]
                                + self.follows[from * 10 + to]
                                + scores[at][to]
                                + backward[at][to];
                            gradient[size + from * 10 + to] += (pair - whole).exp();
                        }
                    }
                }
            }
        }
        gradient
    }

    fn forward(&self, scores: &[[f64; OUTPUTS]]) -> Vec<[f64; 10]> {
        let mut all: Vec<[f64; 10]> = Vec::with_capacity(scores.len());
        for scores in scores {
            let row = match all.last() {
                None => std::array::from_fn(|to| scores[to]),
                Some(before) => std::array::from_fn(|to| {
                    scores[to] + log_sum(&std::array::from_fn(|from| before[from] + self.follows[from * 10 + to]))
                }),
            };
            all.push(row);
        }
        all
    }

    fn backward(&self, scores: &[[f64; OUTPUTS]]) -> Vec<[f64; 10]> {
        let mut all = vec![[0.0; 10]; scores.len()];
        for at in (1..scores.len()).rev() {
            let after = all[at];
            all[at - 1] = std::array::from_fn(|from| {
                log_sum(&std::array::from_fn(|to| self.follows[from * 10 + to] + scores[at][to] + after[to]))
            });
        }
        all
    }
}

/// The logarithm of a sum of exponentials, without overflow.
fn log_sum(terms: &[f64; 10]) -> f64 {
    let most = terms.iter().copied().fold(f64::MIN, f64::max);
    most + terms.iter().map(|term| (term - most).exp()).sum::<f64>().ln()
}
