//! How much each measure counts for a level: for each criterion a line through the labelled levels, whose weights may
//! only go the way that content allows, and the sums from which each level begins.

use comeback_engine::Criterion;
use comeback_engine::points::{self, FULL};
use std::collections::BTreeMap;

use crate::FOLDS;
use crate::corpus;
use crate::judged;
use crate::model::Model;
use crate::samples;

/// What the size of each weight costs, and its square.
const COST: f64 = 6.0;
const SQUARE: f64 = 10.0;
/// The calibration pair, whose levels are the rubric's own, and how many answers each of the two weighs.
const PAIR: [&str; 2] = ["portal-date-thin", "portal-date-full"];
const PAIR_WEIGHS: usize = 25;
/// Rounds over all weights.
const ROUNDS: usize = 200;
/// A full measure gives weight / 32 levels.
const SCALE: f64 = 32.0;

/// The points of one criterion.
pub struct Points {
    pub criterion: Criterion,
    pub weights: BTreeMap<String, i8>,
    pub from: [i32; 4],
}

/// Learns the points of all criteria that have measures.
pub fn learn(answers: &[corpus::Answer], models: &[Model]) -> Vec<Points> {
    let rubrics: Vec<_> = models.iter().map(Model::rubric).collect();
    let groups = samples::groups(answers);
    let measured: Vec<[i32; 256]> =
        answers.iter().zip(groups).map(|(answer, group)| judged::measured(&rubrics[group % FOLDS], answer)).collect();
    let sides = sides();
    let mut all = vec![];
    for (criterion, (raises, lowers)) in sides {
        let labelled: Vec<(&[i32; 256], u8)> = measured
            .iter()
            .zip(answers)
            .filter_map(|(measured, answer)| Some((answer, (measured, answer.levels[criterion as usize]?))))
            .flat_map(|(answer, one)| {
                std::iter::repeat_n(one, if PAIR.contains(&&*answer.id) { PAIR_WEIGHS } else { 1 })
            })
            .collect();
        let signs = raises.iter().map(|&one| (one, 1.0)).chain(lowers.iter().map(|&one| (one, -1.0)));
        let weights = line(&labelled, &signs.collect::<Vec<_>>());
        let sums: Vec<i32> = labelled
            .iter()
            .map(|(measured, _)| {
                weights.iter().map(|&(one, weight)| measured[usize::from(one)] * i32::from(weight)).sum()
            })
            .collect();
        let levels: Vec<u8> = labelled.iter().map(|(_, level)| *level).collect();
        let from = cuts(&sums, &levels);
        println!("{:16} {} weights, kappa {:.3}", criterion.name(), weights.len(), kappa(&sums, &levels, &from));
        let weights = weights.into_iter().map(|(one, weight)| (points::name(one), weight)).collect();
        all.push(Points { criterion, weights, from });
    }
    all
}

/// Numbers of measures: what may raise a criterion, and what may lower it.
type BothSides = (Vec<u8>, Vec<u8>);

/// What may raise each criterion, and what may lower it.
fn sides() -> Vec<(Criterion, BothSides)> {
    #[derive(serde::Deserialize)]
    struct File {
        criterion: Vec<Sides>,
    }
    #[derive(serde::Deserialize)]
    struct Sides {
        id: String,
        #[serde(default)]
        raises: Vec<String>,
        #[serde(default)]
        lowers: Vec<String>,
    }
    let file: File = toml::from_str(include_str!("../../content/rubric/criteria.toml")).unwrap();
    let numbers = |names: Vec<String>| names.iter().flat_map(|name| points::measures(name)).collect::<Vec<u8>>();
    let sides = |one: Sides| (Criterion::from_name(&one.id).unwrap(), (numbers(one.raises), numbers(one.lowers)));
    file.criterion.into_iter().map(sides).filter(|(_, (raises, _))| !raises.is_empty()).collect()
}

/// Weights by measure: least squares by coordinates, each weight held to its sign.
fn line(labelled: &[(&[i32; 256], u8)], signs: &[(u8, f64)]) -> Vec<(u8, i8)> {
    let count = labelled.len() as f64;
    let mean = labelled.iter().map(|(_, level)| f64::from(*level)).sum::<f64>() / count;
    let mut rest: Vec<f64> = labelled.iter().map(|(_, level)| f64::from(*level) - mean).collect();
    // Each measure less its mean, by its spread: all cost the same.
    let columns: Vec<(Vec<f64>, f64)> = signs
        .iter()
        .map(|&(one, _)| {
            let values = || labelled.iter().map(|(measured, _)| f64::from(measured[usize::from(one)]));
            let mean = values().sum::<f64>() / count;
            let spread = (values().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt().max(1.0);
            (values().map(|value| (value - mean) / spread).collect(), spread)
        })
        .collect();
    let mut weights = vec![0.0; signs.len()];
    for _ in 0..ROUNDS {
        for ((weight, (column, _)), (_, sign)) in weights.iter_mut().zip(&columns).zip(signs) {
            let size: f64 = column.iter().map(|value| value * value).sum();
            let pull: f64 = column.iter().zip(&rest).map(|(value, rest)| value * rest).sum::<f64>() + *weight * size;
            let new = (pull * sign - COST).max(0.0) / (size + SQUARE) * sign;
            for (rest, value) in rest.iter_mut().zip(column) {
                *rest -= value * (new - *weight);
            }
            *weight = new;
        }
    }
    let whole = |(weight, (_, spread)): (&f64, &(Vec<f64>, f64))| {
        (weight / spread * f64::from(FULL) * SCALE).round().clamp(-127.0, 127.0) as i8
    };
    let weights = weights.iter().zip(&columns).map(whole);
    signs.iter().map(|(one, _)| *one).zip(weights).filter(|(_, weight)| *weight != 0).collect()
}

/// The sums from which levels 2 to 5 begin: as many answers lie below each as people gave lower levels.
fn cuts(sums: &[i32], levels: &[u8]) -> [i32; 4] {
    let mut sorted = sums.to_vec();
    sorted.sort_unstable();
    std::array::from_fn(|at| {
        let below = levels.iter().filter(|level| usize::from(**level) < at + 2).count();
        match (below.checked_sub(1).and_then(|last| sorted.get(last)), sorted.get(below)) {
            (Some(under), Some(over)) => (under + over + 1) / 2,
            (None, _) => i32::MIN,
            (_, None) => i32::MAX,
        }
    })
}

/// Agreement with the people's levels, weighted by the square of the distance.
fn kappa(sums: &[i32], levels: &[u8], from: &[i32; 4]) -> f64 {
    let given = |sum: i32| 1 + from.iter().filter(|from| sum >= **from).count();
    let pairs: Vec<(f64, f64)> =
        sums.iter().zip(levels).map(|(sum, level)| (given(*sum) as f64, f64::from(*level))).collect();
    let apart = |one: f64, other: f64| (one - other).powi(2);
    let seen: f64 = pairs.iter().map(|(one, other)| apart(*one, *other)).sum();
    let chance: f64 =
        pairs.iter().map(|(one, _)| pairs.iter().map(|(_, other)| apart(*one, *other)).sum::<f64>()).sum::<f64>()
            / pairs.len() as f64;
    1.0 - seen / chance
}
