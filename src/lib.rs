//! Comeback: a private practice widget for interview questions about failure.

pub mod content;
pub mod library;
pub mod share;
pub mod store;
pub mod ui;
