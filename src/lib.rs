//! Comeback: a private practice widget for interview questions about failure.

pub mod content;
#[cfg(any(feature = "whole", not(target_family = "wasm")))]
pub mod embed;
pub mod library;
pub mod share;
pub mod store;
pub mod ui;
