//! Comeback: a private practice widget for interview questions about failure.

pub mod content;
pub mod ui;
