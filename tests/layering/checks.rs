//! The rules are tested too: each must see what it is there for, and pass over what only looks like it.

use crate::rules::{self, Broken, Rule};
use crate::source::Source;

/// The lines on which some rule is broken, in order.
#[track_caller]
fn check(path: &str, text: &str, lines: &[usize]) {
    let source = Source::new(path, text);
    let mut broken = vec![];
    rules::ALL.iter().for_each(|rule: &Rule| rule(&source, &mut broken));
    let mut found: Vec<usize> = broken.iter().map(|Broken { place: (_, line), .. }| *line).collect();
    found.sort_unstable();
    assert_eq!(found, lines, "{path}: {broken:#?}");
}

#[test]
fn sees_what_makes_the_engine_impure() {
    check("engine/src/role.rs", "fn a(x: f64) {}\nuse std::collections::HashMap;", &[1, 2]);
    check("engine/src/role.rs", "use std::{fmt, time::Duration};", &[1]);
    check("engine/src/role.rs", "use std::fmt;\nlet time = 1;", &[]);
    check("engine/Cargo.toml", "[package]\n\n[dependencies]\nserde = \"1\"\n", &[4]);
    check("engine/Cargo.toml", "[package]\n\n[dependencies]\n\n[lints]\nworkspace = true\n", &[]);
}

#[test]
fn sees_the_browser_beyond_the_edge() {
    check("src/share.rs", "use web_sys::Window;", &[1]);
    check("src/store/saved.rs", "\nlet now = js_sys::Date::now();", &[2]);
    check("src/store/browser.rs", "use web_sys::Storage;", &[]);
    check("src/ui/edge/kept.rs", "use web_sys::Storage;", &[]);
}

#[test]
fn sees_yew_where_something_is_decided() {
    check("src/store/mod.rs", "use yew::prelude::*;", &[1]);
    check("src/ui/state.rs", "use yew::Html;\nfn a() -> yew::Html {}", &[1, 2]);
    check("src/ui/components/panel.rs", "use yew::prelude::*;", &[]);
}

#[test]
fn sees_serde_away_from_the_boundaries() {
    check("src/ui/state.rs", "#[derive(Serialize)]\nstruct A;", &[1]);
    check("src/store/saved.rs", "use serde_json::Value;", &[1]);
    check("compiler/src/schema.rs", "use serde::Deserialize;", &[]);
}

#[test]
fn sees_state_in_statics() {
    check("src/ui/app.rs", "static mut A: u8 = 1;", &[1]);
    check("src/ui/app.rs", "static A: Mutex<u8> = Mutex::new(1);", &[1]);
    check("engine/src/lib.rs", "static A: std::sync::atomic::AtomicU8 = x;", &[1]);
    check("engine/src/lib.rs", "thread_local! { static A: u8 = 1; }", &[1]);
    check("src/ui/app.rs", "static A: &str = \"\";\nfn a(x: &'static RefCell<u8>) {}", &[]);
}

#[test]
fn sees_modules_that_look_back() {
    check("src/store/keeper.rs", "use crate::ui::state::State;", &[1]);
    check("src/share.rs", "use crate::{store::Saved, content::question};", &[1]);
    check("src/ui/draft.rs", "use crate::content::{Question, store};\nuse crate::store::Kept;", &[]);
    check("src/ui/draft.rs", "use crate::embed::frame;", &[1]);
}

#[test]
fn sees_crates_that_look_back() {
    check("engine/src/lib.rs", "use comeback_compiler::Schema;", &[1]);
    check("compiler/src/lib.rs", "use comeback::content;\nuse comeback_engine::Rubric;", &[1]);
}

#[test]
fn sees_code_in_content() {
    check("content/rubric/cues.rs", "", &[1]);
    check("content/rubric/cues.toml", "", &[]);
}

#[test]
fn sees_files_that_grew_too_long() {
    check("src/lib.rs", &"\n".repeat(301), &[301]);
    check("src/lib.rs", &"\n".repeat(300), &[]);
    check("start.js", &"\n".repeat(301), &[301]);
}

#[test]
fn sees_paths_of_one_machine() {
    check("xtask/src/tools.rs", &format!("let a = \"/{}/x\";", "home"), &[1]);
    check("README.md", &format!("Run\n`/{}/x`", "root"), &[2]);
    check("xtask/src/tools.rs", "let a = \"src/home/x\";", &[]);
}

#[test]
fn passes_over_comments_strings_and_tests() {
    let text = "//! web_sys\n/* yew */\nlet a = \"yew \\\" web_sys\"; let b = r#\"yew\"#; let c = '\"'; // yew\n\
        #[cfg(test)]\nmod tests {\n    use yew::Html;\n}";
    check("src/share.rs", text, &[]);
    check("src/share.rs", "let a = '\"'; yew::start(); let b = '\"';", &[1]);
    check("src/share.rs", "fn a<'a>(x: &'a str) -> yew::Html<'a> {}", &[1]);
    check("src/share.rs", "#[cfg(test)]\nuse yew::Html;", &[2]);
    check("src/store/keeper/tests.rs", "use yew::Html;", &[]);
}

#[test]
fn sees_words_of_content_and_names_of_the_judgement_elsewhere() {
    let words = |path: &str, text: &str| {
        let mut broken = vec![];
        rules::words_stay_in_content(&Source::new(path, text), &["What did it cost someone?"], &mut broken);
        rules::scripts_decide_nothing(&Source::new(path, text), &["ownership"], &mut broken);
        broken.len()
    };
    assert_eq!(words("src/ui/panel.rs", "let a = \"What did it cost someone?\";"), 1);
    assert_eq!(words("src/ui/panel.rs", "/// What did it cost someone?\nlet a = 1;"), 0);
    assert_eq!(words("src/ui/panel.rs", "\n#[cfg(test)]\nmod tests { /* What did it cost someone? */ }"), 0);
    assert_eq!(words("src/embed/frame.js", "if (role === 'ownership') {}"), 1);
    assert_eq!(words("src/ui/panel.rs", "let a = \"ownership\";"), 0);
}
