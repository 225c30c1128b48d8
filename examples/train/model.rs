//! The model and how it learns: gradient steps of fixed number and size (Adam), so that nothing depends on the clock.

use comeback::content::RUBRIC;
use comeback_engine::learned::OUTPUTS;
use comeback_engine::learned::features::COUNT;

use crate::samples::{Labelled, Sample};

/// Steps.
const STEPS: usize = 160;
/// Size of the first step; the last is a tenth of it.
const RATE: f64 = 0.08;
/// How much the square of each weight costs: of the roles, of the strengths. Found on held-out answers.
const COST: [f64; 2] = [1.0, 4.0];

/// Weights for every feature and output, and from role to role.
pub struct Model {
    pub weights: Vec<f64>,
    pub follows: Vec<f64>,
}

impl Model {
    /// Learns from these answers.
    pub fn trained(samples: &[&Sample]) -> Model {
        let size = (COUNT + 2 * RUBRIC.lexicon.len()) * OUTPUTS;
        let mut model = Model { weights: vec![0.0; size], follows: vec![0.0; 100] };
        let (mut first, mut second) = (vec![0.0; size + 100], vec![0.0; size + 100]);
        for step in 1..=STEPS {
            let gradient = model.gradient(samples);
            let rate = RATE * (1.0 - 0.9 * step as f64 / STEPS as f64);
            let (fix_first, fix_second) = (1.0 - 0.9f64.powi(step as i32), 1.0 - 0.999f64.powi(step as i32));
            let weights = model.weights.iter_mut().chain(&mut model.follows);
            for (((weight, slope), first), second) in weights.zip(gradient).zip(&mut first).zip(&mut second) {
                *first = 0.9 * *first + 0.1 * slope;
                *second = 0.999 * *second + 0.001 * slope * slope;
                *weight -= rate * (*first / fix_first) / ((*second / fix_second).sqrt() + 1e-8);
            }
        }
        model
    }

    /// What speaks for each output in a clause.
    pub fn scores(&self, clause: &Labelled) -> [f64; OUTPUTS] {
        let mut scores = [0.0; OUTPUTS];
        for one in &clause.features {
            let row = &self.weights[one * OUTPUTS..(one + 1) * OUTPUTS];
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        scores
    }

    /// The most likely roles of an answer's clauses.
    pub fn path(&self, sample: &Sample) -> Vec<usize> {
        let mut best = [0.0; 10];
        let mut back = vec![];
        for (at, clause) in sample.clauses.iter().enumerate() {
            let scores = self.scores(clause);
            let from: [usize; 10] = std::array::from_fn(|to| {
                (0..10).max_by(|&a, &b| self.reached(&best, a, to).total_cmp(&self.reached(&best, b, to))).unwrap_or(0)
            });
            let next =
                std::array::from_fn(|to| scores[to] + if at == 0 { 0.0 } else { self.reached(&best, from[to], to) });
            best = next;
            back.push(from);
        }
        let mut role = (0..10).max_by(|&a, &b| best[a].total_cmp(&best[b])).unwrap_or(0);
        let mut path = vec![];
        for from in back.iter().rev() {
            path.push(role);
            role = from[role];
        }
        path.reverse();
        path
    }

    fn reached(&self, best: &[f64; 10], from: usize, to: usize) -> f64 {
        best[from] + self.follows[from * 10 + to]
    }

    /// The slope of the cost at these weights: what is expected less what was labelled, and the weights themselves.
    fn gradient(&self, samples: &[&Sample]) -> Vec<f64> {
        let size = self.weights.len();
        let mut gradient = vec![0.0; size + 100];
        for (at, slope) in gradient.iter_mut().take(size).enumerate() {
            *slope = 2.0 * COST[usize::from(at % OUTPUTS >= 10)] * self.weights[at];
        }
        for (slope, weight) in gradient[size..].iter_mut().zip(&self.follows) {
            *slope = 2.0 * COST[0] * weight;
        }
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
                for strength in 10..OUTPUTS {
                    let held = f64::from(clause.strengths >> (strength - 10) & 1);
                    slopes[strength] = 1.0 / (1.0 + (-scores[at][strength]).exp()) - held;
                }
                for one in &clause.features {
                    let row = &mut gradient[one * OUTPUTS..(one + 1) * OUTPUTS];
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
