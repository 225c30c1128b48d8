//! Turns `content/` into Rust statics.
