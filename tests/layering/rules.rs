//! The rules of ARCHITECTURE.md, each as one function over one file.

use crate::source::Source;

/// A place where a rule is broken.
#[derive(Debug)]
pub struct Broken {
    /// File and line.
    pub place: (String, usize),
    /// What stands there.
    pub what: String,
    /// The rule, and how to mend it.
    pub rule: &'static str,
}

/// Looks at one file.
pub type Rule = fn(&Source, &mut Vec<Broken>);

/// All rules that need nothing but the file.
pub const ALL: &[Rule] = &[
    engine_is_pure,
    browser_stays_at_the_edge,
    yew_stays_in_the_page,
    serde_stays_at_boundaries,
    statics_hold_no_state,
    modules_look_one_way,
    crates_look_one_way,
    content_holds_no_code,
    files_stay_short,
    paths_are_relative,
];

/// Where the browser may be named.
const EDGE: &[&str] = &["src/store/browser.rs", "src/ui/", "src/embed/", "src/offline/", "src/bin/"];

/// Modules of the page, and what each may name of the others.
const MODULES: &[(&str, &[&str])] = &[
    ("content", &[]),
    ("library", &["library", "content", "store"]),
    ("store", &["store"]),
    ("share", &["share", "store"]),
    ("ui", &["ui", "content", "library", "store", "share"]),
    ("embed", &["embed", "ui", "content", "library", "store", "share"]),
    ("offline", &["offline"]),
];

fn engine_is_pure(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "engine/ is pure: integers, its arguments and its result. Move clocks, files, logs and other \
        crates to a caller; take sorted vectors in place of hash maps, hundredths in place of fractions";
    const BANNED: &[&str] = &[
        "f32",
        "f64",
        "HashMap",
        "HashSet",
        "SystemTime",
        "Instant",
        "println",
        "eprintln",
        "print",
        "eprint",
        "rand",
        "serde",
        "log",
        "yew",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
    ];
    const BANNED_STD: &[&str] = &["env", "fs", "io", "net", "process", "thread", "time"];
    if source.is_in(&["engine/src/"]) {
        banned(source, BANNED, RULE, broken);
        for token in source.paths_from("std").into_iter().filter(|token| BANNED_STD.contains(&token.text.as_str())) {
            report(source, token.line, format!("std::{}", token.text), RULE, broken);
        }
    }
    if source.is_in(&["engine/Cargo.toml"]) {
        let dependencies = source.text.split("\n[dependencies]").nth(1).unwrap_or_default();
        let first = dependencies.lines().skip(1).find(|line| !line.is_empty()).filter(|line| !line.starts_with('['));
        let other =
            ["[dependencies.", "[build-dependencies"].into_iter().find(|&section| source.text.contains(section));
        if let Some(dependency) = first.or(other) {
            let line = source.line_at(source.text.find(dependency).unwrap_or_default());
            report(source, line, dependency.to_owned(), RULE, broken);
        }
    }
}

fn browser_stays_at_the_edge(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "the browser is met in store/browser.rs, ui/, embed/, offline/ and the programs in bin/ only. Let the caller there \
        read it and pass a plain value";
    const BROWSER: &[&str] =
        &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo", "gloo_events", "gloo_timers"];
    if source.is_in(&["src/", "engine/src/", "compiler/src/"]) && !source.is_in(EDGE) {
        banned(source, BROWSER, RULE, broken);
    }
}

fn yew_stays_in_the_page(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str =
        "only ui/, embed/ and the programs in bin/ name yew, and not ui/state. Keep what decides apart from what draws";
    let draws =
        source.is_in(&["src/ui/", "src/embed/", "src/bin/"]) && !source.is_in(&["src/ui/state.rs", "src/ui/state/"]);
    if source.is_in(&["src/", "engine/src/", "compiler/src/"]) && !draws {
        banned(source, &["yew"], RULE, broken);
    }
}

fn serde_stays_at_boundaries(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "stored and sent shapes live in store/saved.rs and embed/message.rs, each with its version. \
        Convert there, the store by hand; let the type itself know nothing of it";
    const BOUNDARIES: &[&str] = &["src/embed/message.rs"];
    if source.is_in(&["src/", "engine/src/"]) && !source.is_in(BOUNDARIES) {
        banned(source, &["serde", "serde_json", "Serialize", "Deserialize"], RULE, broken);
    }
}

fn statics_hold_no_state(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "statics hold constants. State belongs to ui/state.rs, or to the value that is passed along";
    const CELLS: &[&str] = &["Cell", "RefCell", "OnceCell", "OnceLock", "LazyLock", "LazyCell", "Mutex", "RwLock"];
    if !source.is_in(&["src/", "engine/src/"]) {
        return;
    }
    banned(source, &["thread_local"], RULE, broken);
    for (at, token) in source.tokens.iter().enumerate() {
        let lifetime = at > 0 && source.tokens[at - 1].text == "'";
        if token.text != "static" || lifetime {
            continue;
        }
        let kind = source.tokens[at..].iter().take_while(|token| token.text != "=" && token.text != ";");
        let holds = |word: &str| word == "mut" || CELLS.contains(&word) || word.starts_with("Atomic");
        if let Some(state) = kind.map(|token| token.text.as_str()).find(|word| holds(word)) {
            report(source, token.line, format!("static … {state}"), RULE, broken);
        }
    }
}

fn modules_look_one_way(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "ui looks at content, store and share; share at store; embed at all of these; nothing looks back. Move \
        the shared part to the module further to the right";
    let module = source.path.strip_prefix("src/").and_then(|path| path.split(['/', '.']).next());
    let Some((_, may)) = MODULES.iter().find(|(name, _)| Some(*name) == module) else { return };
    for token in source.paths_from("crate") {
        let known = MODULES.iter().any(|(name, _)| *name == token.text);
        if known && !may.contains(&token.text.as_str()) {
            report(source, token.line, format!("crate::{}", token.text), RULE, broken);
        }
    }
}

fn crates_look_one_way(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "the page looks at the engine, the compiler at the engine, the engine at nobody. Pass a value \
        in, or move the type into the engine";
    let banned_here: &[&str] = match source.path.split('/').next() {
        Some("engine") => &["comeback", "comeback_compiler", "xtask"],
        Some("compiler") => &["comeback", "xtask"],
        Some("src") => &["comeback_compiler", "xtask"],
        _ => return,
    };
    banned(source, banned_here, RULE, broken);
}

fn content_holds_no_code(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "content/ is data that anybody can edit: .toml files, and .md files about them";
    if source.is_in(&["content/"]) && !source.path.ends_with(".toml") && !source.path.ends_with(".md") {
        report(source, 1, source.path.clone(), RULE, broken);
    }
}

fn files_stay_short(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "one idea to a file, 300 lines at most. Move the second idea to a file of its own, or the \
        tests to <name>/tests.rs";
    let lines = source.text.lines().count();
    if lines > 300 && (source.path.ends_with(".rs") || source.path.ends_with(".js")) {
        report(source, lines, format!("{lines} lines"), RULE, broken);
    }
}

fn paths_are_relative(source: &Source, broken: &mut Vec<Broken>) {
    const RULE: &str = "nothing here knows the machine it stands on. Start from the root of the repository";
    if [".rs", ".js", ".toml", ".md", ".html", ".css"].iter().any(|end| source.path.ends_with(end)) {
        for folder in ["home", "root", "work", "Users", "tmp", "private"] {
            for quote in ['"', '`', ' ', '(', '\''] {
                if let Some(at) = source.text.find(&format!("{quote}/{folder}/")) {
                    report(source, source.line_at(at), format!("a path under {folder}"), RULE, broken);
                }
            }
        }
    }
}

/// What is said in content/ is said nowhere else.
pub fn words_stay_in_content(source: &Source, words: &[&str], broken: &mut Vec<Broken>) {
    const RULE: &str = "questions, tips, anchors and messages stand in content/ alone. Read them from the statics";
    if !source.is_in(&["src/", "engine/src/"]) && !source.path.ends_with(".js") {
        return;
    }
    for words in words {
        let comment =
            |at: usize| source.text[..at].lines().last().is_some_and(|line| line.trim_start().starts_with("//"));
        if let Some((at, _)) = source.code().match_indices(words).find(|&(at, _)| !comment(at)) {
            report(source, source.line_at(at), format!("\"{words}\""), RULE, broken);
        }
    }
}

/// A `.js` file starts, carries and hides; it names nothing that is judged.
pub fn scripts_decide_nothing(source: &Source, names: &[&str], broken: &mut Vec<Broken>) {
    const RULE: &str = "scripts decide nothing about answers. Decide in the engine, draw in ui/";
    for name in names.iter().filter(|_| source.path.ends_with(".js")) {
        for quote in ['"', '\'', '`'] {
            if let Some(at) = source.text.find(&format!("{quote}{name}{quote}")) {
                report(source, source.line_at(at), (*name).to_owned(), RULE, broken);
            }
        }
    }
}

fn banned(source: &Source, words: &[&str], rule: &'static str, broken: &mut Vec<Broken>) {
    for token in source.tokens.iter().filter(|token| words.contains(&token.text.as_str())) {
        report(source, token.line, token.text.clone(), rule, broken);
    }
}

fn report(source: &Source, line: usize, what: String, rule: &'static str, broken: &mut Vec<Broken>) {
    broken.push(Broken { place: (source.path.clone(), line), what, rule });
}
