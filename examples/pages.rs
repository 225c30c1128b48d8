//! Draws the page of every question and prints them as one JSON object: by id of the question, what stands in its body.
//!
//! `cargo run --example pages`; `cargo xtask build` makes files of it.

use std::collections::BTreeMap;
use std::pin::pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};

use comeback::content::QUESTIONS;
use comeback::library::Library;
use comeback::ui::written::{Opened, Written};
use serde_json::{Value, json};
use yew::LocalServerRenderer;

const LIBRARY: &str = include_str!(concat!(env!("OUT_DIR"), "/library.json"));

fn main() -> ExitCode {
    match pages() {
        Some(pages) => {
            println!("{pages}");
            ExitCode::SUCCESS
        }
        None => {
            eprintln!("the library could not be read, or a page waits for something before it can be drawn");
            ExitCode::FAILURE
        }
    }
}

fn pages() -> Option<Value> {
    let library: &'static Library = Box::leak(Box::new(Library::parse(LIBRARY)?));
    let pages = QUESTIONS.iter().map(|question| Some((question.id.to_owned(), page(question.id, library)?)));
    pages.collect::<Option<BTreeMap<String, String>>>().map(|pages| json!(pages))
}

/// What the page of a question draws; `None` if that would take more than drawing.
fn page(question: &'static str, library: &'static Library) -> Option<String> {
    let renderer = LocalServerRenderer::<Written>::with_props(Opened { question, library }).hydratable(false);
    let drawn = pin!(renderer.render()).poll(&mut Context::from_waker(Waker::noop()));
    match drawn {
        Poll::Ready(page) => Some(page),
        Poll::Pending => None,
    }
}
