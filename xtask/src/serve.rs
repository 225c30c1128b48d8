//! A small static server for the built page, for people and for tests.

mod http;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, bail};

use crate::build;
use http::{Listener, Request, Response};

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
    server.listener.wait()
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

/// A header that a server adds to its answers.
#[derive(Clone)]
pub struct Header {
    /// To which of them.
    pub files: Files,
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub value: Cow<'static, str>,
}

/// Some of the files of a folder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// All of them.
    All,
    /// Those whose names hold a hash of their bytes: they never change.
    Hashed,
    /// The pages.
    Html,
}

/// The headers under which a browser gives a page its fine clock: steps of 5 instead of 100 microseconds.
pub const FINE_CLOCK: &[Header] = &[
    Header { files: Files::All, name: "Cross-Origin-Opener-Policy", value: Cow::Borrowed("same-origin") },
    Header { files: Files::All, name: "Cross-Origin-Embedder-Policy", value: Cow::Borrowed("require-corp") },
];

/// A server of one folder, and so an origin of its own; it stops when dropped.
pub struct Server {
    listener: Listener,
    log: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves a folder on this machine only, with further headers; port 0 takes any free one.
    pub fn start(folder: &Path, port: u16, headers: &[Header]) -> Result<Self> {
        let log = Arc::new(Mutex::new(Vec::new()));
        let (entries, folder, headers) = (Arc::clone(&log), folder.to_path_buf(), headers.to_vec());
        let listener = Listener::start(port, move |request| {
            if let Ok(mut entries) = entries.lock() {
                entries.push(request.address.clone());
            }
            answer(&folder, &headers, request)
        })?;
        Ok(Self { listener, log })
    }

    /// Where the page is.
    pub fn address(&self) -> String {
        self.address_as("127.0.0.1")
    }

    /// Where the same page is under another name of this machine, such as `blog.localhost`: another origin, and another
    /// site.
    pub fn address_as(&self, host: &str) -> String {
        format!("http://{host}:{}/", self.listener.port())
    }

    /// The addresses asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.log.lock().map(|log| log.clone()).unwrap_or_default()
    }
}

fn answer(folder: &Path, headers: &[Header], request: &Request) -> Response {
    let plain = |status, text: &str| Response {
        status,
        headers: vec![("Content-Type".into(), "text/plain".into())],
        body: text.into(),
    };
    let file = file_of(&request.address).map(|path| folder.join(path)).filter(|path| path.is_file());
    let Some(path) = file else { return plain(404, "Not found") };
    let Ok(body) = std::fs::read(&path) else { return plain(500, "Cannot be read") };
    let mut all = vec![("Content-Type".to_owned(), mime(&path).to_owned())];
    all.extend(headers.iter().filter(|header| header.files.hold(&path)).map(|header| {
        let Header { name, value, .. } = header;
        ((*name).to_owned(), value.clone().into_owned())
    }));
    if !all.iter().any(|(name, _)| name == "Cache-Control") {
        all.push(("Cache-Control".into(), "no-cache".into()));
    }
    Response { status: 200, headers: all, body }
}

impl Files {
    fn hold(self, path: &Path) -> bool {
        match self {
            Files::All => true,
            Files::Hashed => path.file_stem().and_then(|name| name.to_str()).is_some_and(is_hashed),
            Files::Html => path.extension().is_some_and(|extension| extension == "html"),
        }
    }
}

/// Whether a name without its ending closes with a hash, as the build gives it.
fn is_hashed(name: &str) -> bool {
    let hash = name.rsplit_once('-').map(|(_, hash)| hash);
    hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
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
    fn gives_each_file_the_headers_that_are_meant_for_it() -> Result<()> {
        let folder = crate::run::target_dir().join("served-by-a-test");
        std::fs::create_dir_all(&folder)?;
        for name in ["index.html", "app-0123456789abcdef.js", "embed.js"] {
            std::fs::write(folder.join(name), "")?;
        }
        let header = |files, name, value| Header { files, name, value: Cow::Borrowed(value) };
        let headers = [
            header(Files::Html, "Content-Security-Policy", "default-src 'none'"),
            header(Files::Hashed, "Cache-Control", "immutable"),
            header(Files::All, "X-All", "1"),
        ];
        let given = |address: &str| {
            let request = Request { method: "GET".into(), address: address.into() };
            let names = answer(&folder, &headers, &request).headers.into_iter();
            names.filter(|(name, _)| name != "Content-Type").map(|(_, value)| value).collect::<Vec<_>>()
        };
        assert_eq!(given("/"), ["default-src 'none'", "1", "no-cache"]);
        assert_eq!(given("/app-0123456789abcdef.js"), ["immutable", "1"]);
        assert_eq!(given("/embed.js"), ["1", "no-cache"]);
        Ok(())
    }

    #[test]
    fn knows_a_hash_at_the_end_of_a_name() {
        assert!(is_hashed("comeback-73b6dca1ea40c1ab"));
        assert!(!is_hashed("icon-192") && !is_hashed("comeback") && !is_hashed("a-zzzzzzzzzzzzzzzz"));
    }

    #[test]
    fn reads_its_flags_in_any_order() {
        assert_eq!(read_flags(&["--port", "81", "--dev"]).ok(), Some((true, Some(81))));
        assert!(read_flags(&["--port"]).is_err());
        assert!(read_flags(&["--fast"]).is_err());
    }
}
