//! What the judgement costs, natively and in Chromium, beside other readers of the same texts.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::peers::{self, Pages, Peer};
use crate::serve::{FINE_CLOCK, Server};
use crate::test::timed;
use crate::tools::Tools;
use crate::webdriver::{Driver, Options, Session};
use crate::{build, run};

/// Calls `run` of `benches/peers/bench.js`.
const RUN: &str = "const [script, task, words, done] = arguments;
    import('/bench.js').then((bench) => bench.run(script, task, words))
        .then(done, (problem) => done({ problem: String(problem) }));";

/// Words of the texts that all read.
const SIZES: [u32; 3] = [200, 2_000, 20_000];

/// Words of the text that the engine reads alone.
const LONGEST: u32 = 50_000;

/// Windows opened to time a start: each starts from nothing.
const STARTS: usize = 5;

/// Fewer timings than this are told beside their figure.
const FEW: u64 = 20;

/// What came of one reader.
struct Row {
    name: &'static str,
    check: Vec<String>,
    edit: Vec<String>,
    start: f64,
    instantiated: Option<f64>,
    memory: Option<f64>,
    /// Shortest time of a whole text of 20,000 words, milliseconds: a busy machine lengthens it least.
    long: f64,
}

/// Measures all; gives it as Markdown.
pub fn measure(tools: &Tools, driver: &Driver) -> Result<String> {
    let pages = Pages::install(tools)?;
    timed("readers of text, bundled", || pages.bundle(tools))?;
    let texts = pages.dist().join("texts.json");
    let native = timed("the engine, natively", || -> Result<String> {
        let mut cargo = run::cargo();
        cargo.args(["bench", "--quiet", "--package", "comeback", "--bench", "speed", "--", "--texts"]).arg(&texts);
        let ran = run::quiet(build::alike(&mut cargo))?;
        ensure!(ran.ok, "{} failed:\n{}", run::line(&cargo), ran.output);
        Ok(ran.output.lines().filter(|line| line.contains("natively")).map(|line| format!("{line}\n")).collect())
    })?;
    let server = Server::start(&pages.dist(), 0, FINE_CLOCK)?;
    let busy = load();
    let mut rows = Vec::new();
    for peer in &peers::ALL {
        rows.push(timed(&format!("{}, in Chromium", peer.name), || row(peer, driver, &server))?);
    }
    let weights = timed("brotli of all", || pages.weights(tools))?;
    let texts: Value = serde_json::from_slice(&std::fs::read(&texts)?)?;
    let bytes = texts["20000"].as_str().map_or(0, str::len);
    Ok(markdown(&rows, &weights, &native, bytes)? + &busy)
}

/// How busy the machine was before, where it tells: on a busy one the times mean little.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().filter(|load| !load.is_empty()).map_or_else(String::new, |load| {
        format!("\n\nThe machine's load just before was {load}; beyond its number of cores, all times are too long.")
    })
}

fn row(peer: &Peer, driver: &Driver, server: &Server) -> Result<Row> {
    let (mut starts, mut instantiated) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let start = task(&window(driver, server)?, peer, "start", 0)?;
        starts.extend(start["took"].as_f64());
        instantiated.extend(start["instantiated"].as_f64());
    }
    let window = window(driver, server)?;
    let (mut check, mut edit, mut memory, mut long) = (Vec::new(), Vec::new(), None, 0.0);
    let ours = peer.script == peers::ALL[0].script;
    for words in SIZES.into_iter().chain(ours.then_some(LONGEST)) {
        let whole = task(&window, peer, "check", words)?;
        check.push(cell(&whole)?);
        edit.push(cell(&task(&window, peer, "edit", words)?)?);
        if words == SIZES[2] {
            long = whole["least"].as_f64().unwrap_or_default();
            memory = if ours { task(&window, peer, "memory", words)?.as_f64() } else { None };
        }
    }
    let start = middle(&mut starts).context("nothing was started")?;
    Ok(Row { name: peer.name, check, edit, start, instantiated: middle(&mut instantiated), memory, long })
}

fn window(driver: &Driver, server: &Server) -> Result<Session> {
    let window = Session::open(driver, &Options::default())?;
    window.script_timeout(115_000)?;
    window.go(&server.address())?;
    Ok(window)
}

fn task(window: &Session, peer: &Peer, task: &str, words: u32) -> Result<Value> {
    let done = window.script_async(RUN, &[json!(peer.script), json!(task), json!(words)])?;
    match done["problem"].as_str() {
        Some(problem) => bail!("{}, {task} at {words} words: {problem}", peer.name),
        None => Ok(done),
    }
}

/// Shortest / p50 / p99, and the number of timings where they are few.
fn cell(times: &Value) -> Result<String> {
    let get = |name: &str| times[name].as_f64().with_context(|| format!("no {name} in {times}"));
    let runs = times["runs"].as_u64().unwrap_or_default();
    let few = if runs < FEW { format!(" ({runs})") } else { String::new() };
    let [least, p50, p99] = [get("least")?, get("p50")?, get("p99")?].map(milliseconds);
    Ok(format!("{least} / {p50} / {p99}{few}"))
}

/// Three digits that matter.
fn milliseconds(value: f64) -> String {
    let digits = if value < 1.0 { 3 } else { 2_usize.saturating_sub(value.log10() as usize) };
    format!("{value:.digits$}")
}

fn middle(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// The report; `bytes` is the length of the text of 20,000 words.
fn markdown(rows: &[Row], weights: &[peers::Weight], native: &str, bytes: usize) -> Result<String> {
    let ours = rows.first().context("nobody was timed")?;
    let head = "|---|---|---|---|---|\n";
    let line = |name: &str, cells: &[String]| {
        let cells = cells.iter().map(String::as_str).chain(std::iter::repeat("")).take(4);
        format!("| {name} | {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let table = |what: &str, cells: fn(&Row) -> &Vec<String>| {
        let lines: String = rows.iter().map(|row| line(row.name, cells(row))).collect();
        format!("| {what} | 200 words | 2,000 | 20,000 | 50,000 |\n{head}{lines}")
    };
    let targets = ["– / 0.05 / 0.2", "– / 0.25 / 1", "– / 3 / 5", "– / 8 / 12"].map(str::to_owned);
    let load = |(row, weight): (&Row, &peers::Weight)| {
        let times = format!("{:.1}", row.long / ours.long);
        format!("| {} | {:.0} | {} | {} | {times} |\n", row.name, row.start, weight.raw, weight.brotli)
    };
    let loads: String = rows.iter().zip(weights).map(load).collect();
    let megabytes = ours.memory.unwrap_or_default() / f64::from(1 << 20);
    Ok(format!(
        "All in one Chromium, on the same texts of the tuning corpus: {}. Milliseconds, shortest / p50 / p99; in brackets the \
         number of timings where there are fewer than {FEW}, and p99 then is the longest. Each timing is the mean of a \
         batch of at least a quarter of a millisecond.\n\n{}\n{}{}\n\
         The start is from the first byte asked for until a first short text is read, in a new window, the median of \
         {STARTS}; the bytes are what a page has to load.\n\n\
         | | start, ms | bytes, raw | brotli 11 | shortest of 20,000 words: times ours |\n{head}{loads}\n\
         Ours takes {:.1} ms of its start to instantiate and initialise (target: at most 20), reads {:.1} MB/s of a \
         new text of 20,000 words (target: at least 15), and has {megabytes:.1} MiB of wasm memory after it (target: at \
         most 8). Natively:\n\n```text\n{native}```",
        peers::versions()?,
        table("whole text", |row| &row.check),
        table("one key in it", |row| &row.edit),
        line("*target for ours*", &targets),
        ours.instantiated.unwrap_or_default(),
        bytes as f64 / ours.long / 1_000.0,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_few_timings_and_keeps_three_digits() -> Result<()> {
        let times = |runs: u64| json!({ "least": 0.05, "p50": 0.0514, "p99": 123.4, "runs": runs });
        assert_eq!(cell(&times(20))?, "0.050 / 0.051 / 123");
        assert_eq!(cell(&times(3))?, "0.050 / 0.051 / 123 (3)");
        assert_eq!([1.0, 9.876, 98.76, 9876.0].map(milliseconds), ["1.00", "9.88", "98.8", "9876"]);
        assert!(cell(&Value::Null).is_err());
        Ok(())
    }

    #[test]
    fn the_middle_is_that_of_any_order() {
        assert_eq!(middle(&mut [3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(middle(&mut []), None);
    }
}
