//! The engine in a browser says to the byte what it says natively.
#![cfg(target_family = "wasm")]

mod fingerprints;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What the same code made of the same texts natively, moments ago: nothing that is kept, so nothing that goes stale.
const NATIVE: &str =
    include_str!(env!("COMEBACK_FINGERPRINTS", "cargo xtask test --browser makes this file and names it"));

#[wasm_bindgen_test]
fn makes_the_same_of_a_thousand_texts_as_a_native_engine() {
    let here = fingerprints::fingerprints();
    let differing = here.lines().zip(NATIVE.lines()).position(|(here, native)| here != native);
    assert_eq!(differing, None, "this text, counted from 0, is judged differently here");
    assert_eq!((here.lines().count(), here.len()), (fingerprints::TEXTS, NATIVE.len()));
}
