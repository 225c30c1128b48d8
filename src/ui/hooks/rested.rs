//! A value that waits until it has been left alone for a while.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// The last `value` that stood unchanged for `millis` milliseconds; at once whenever `key` changes.
#[hook]
pub fn use_rested<K, V>(key: K, value: V, millis: u32) -> V
where
    K: Clone + PartialEq + 'static,
    V: Clone + PartialEq + 'static,
{
    let rested = use_state(|| (key.clone(), value.clone()));
    let is_current = rested.0 == key;
    {
        let rested = rested.clone();
        use_effect_with((key, value.clone()), move |(key, value)| {
            let next = (key.clone(), value.clone());
            let mut waiting = None;
            if !is_current {
                rested.set(next);
            } else if *rested != next {
                waiting = Some(Timeout::new(millis, move || rested.set(next)));
            }
            move || drop(waiting)
        });
    }
    if is_current { rested.1.clone() } else { value }
}
