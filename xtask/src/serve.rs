//! A small static server for the built page, for people and for tests.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Request, Response};

use crate::build;

/// Builds the page and serves it until stopped.
pub fn command(flags: &[&str]) -> Result<()> {
    let (dev, port) = read_flags(flags)?;
    if dev {
        return build::watch(port);
    }
    println!("Building the release page (about two minutes the first time) ...");
    let dist = build::release(&build::equipped()?)?.dist;
    // Any free port will do when the usual one is taken and none was asked for.
    let server = match port {
        Some(port) => Server::start(&dist, port, &[])?,
        None => Server::start(&dist, 8080, &[]).or_else(|_| Server::start(&dist, 0, &[]))?,
    };
    println!("Serving at {} (stop with Ctrl-C)", server.address());
    server.wait()
}

fn read_flags(flags: &[&str]) -> Result<(bool, Option<u16>)> {
    let (mut dev, mut port) = (false, None);
    let mut rest = flags.iter();
    while let Some(flag) = rest.next() {
        match *flag {
            "--dev" => dev = true,
            "--port" => {
                let number = rest.next().context("--port needs a number")?;
                port = Some(number.parse().with_context(|| format!("{number} is no port"))?);
            }
            other => bail!("serve knows --dev and --port N, not {other}"),
        }
    }
    Ok((dev, port))
}

/// Names and values of headers.
type Headers = &'static [(&'static str, &'static str)];

/// The headers under which a browser gives a page its fine clock: steps of 5 instead of 100 microseconds.
pub const FINE_CLOCK: Headers =
    &[("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")];

/// A server of one folder; it stops when dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    log: Arc<Mutex<Vec<String>>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder on this machine only, with further headers; port 0 takes any free one.
    pub fn start(folder: &Path, port: u16, headers: Headers) -> Result<Self> {
        let http = tiny_http::Server::http(("127.0.0.1", port)).map_err(|problem| anyhow!("port {port}: {problem}"))?;
        let http = Arc::new(http);
        let log = Arc::new(Mutex::new(Vec::new()));
        let (listener, entries, folder) = (Arc::clone(&http), Arc::clone(&log), Arc::<Path>::from(folder));
        let thread = std::thread::spawn(move || {
            for request in listener.incoming_requests() {
                if let Ok(mut entries) = entries.lock() {
                    entries.push(request.url().to_owned());
                }
                let folder = Arc::clone(&folder);
                // Each in a thread of its own: a browser may leave one answer unread until it has another.
                std::thread::spawn(move || {
                    // A visitor who left before the answer is no problem of ours.
                    let _ = answer(&folder, headers, request);
                });
            }
        });
        Ok(Self { http, log, thread: Some(thread) })
    }

    /// Where the page is.
    pub fn address(&self) -> String {
        format!("http://{}/", self.http.server_addr())
    }

    /// The addresses asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().map(|log| log.clone()).unwrap_or_default()
    }

    /// Serves until the process ends.
    fn wait(mut self) -> Result<()> {
        let thread = self.thread.take().context("the server is not running")?;
        thread.join().map_err(|_| anyhow!("the server stopped"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.http.unblock();
        if let Some(thread) = self.thread.take() {
            // Nothing is left to do for a thread that ended badly.
            let _ = thread.join();
        }
    }
}

fn answer(folder: &Path, headers: Headers, request: Request) -> Result<()> {
    let file = file_of(request.url()).map(|path| folder.join(path)).filter(|path| path.is_file());
    let Some(path) = file else {
        return Ok(request.respond(Response::from_string("Not found").with_status_code(404))?);
    };
    let mut response = Response::from_file(std::fs::File::open(&path)?);
    for (name, value) in [("Content-Type", mime(&path)), ("Cache-Control", "no-cache")].iter().chain(headers) {
        response.add_header(Header::from_bytes(*name, *value).map_err(|()| anyhow!("bad header {name}"))?);
    }
    Ok(request.respond(response)?)
}

/// The file for an address, relative to the folder; none for one that would leave it.
fn file_of(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.trim_start_matches('/');
    if path.split('/').any(|part| part.starts_with('.') || part.contains(['\\', ':'])) {
        return None;
    }
    Some(if path.is_empty() || path.ends_with('/') { format!("{path}index.html").into() } else { path.into() })
}

/// The type that a browser needs to hear; wasm loads while it streams only under its own.
fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_addresses_to_files_inside_the_folder() {
        assert_eq!(file_of("/"), Some("index.html".into()));
        assert_eq!(file_of("/app-1.js?x=1"), Some("app-1.js".into()));
        assert_eq!(file_of("/q/one/"), Some("q/one/index.html".into()));
        assert_eq!(file_of("/../Cargo.toml"), None);
        assert_eq!(file_of("/q/..%2f/.git"), None);
    }

    #[test]
    fn gives_wasm_and_the_library_their_own_types() {
        assert_eq!(mime(Path::new("a.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("library-0.json")), "application/json");
    }

    #[test]
    fn reads_its_flags_in_any_order() {
        assert_eq!(read_flags(&["--port", "81", "--dev"]).ok(), Some((true, Some(81))));
        assert!(read_flags(&["--port"]).is_err());
        assert!(read_flags(&["--fast"]).is_err());
    }
}
