//! As much of HTTP as static files need: one request a connection, so that a server that stops leaves nothing behind.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// Longest head and longest body of a request that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// How long a connection may stay silent: browsers open some ahead of need.
const SILENCE: Duration = Duration::from_secs(60);

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, mostly.
    pub method: String,
    /// The address below the server's own, with its query.
    pub address: String,
}

/// What is answered.
pub struct Response {
    /// The status code.
    pub status: u16,
    /// Names and values of headers; what belongs to the connection itself is added.
    pub headers: Vec<(String, String)>,
    /// All bytes.
    pub body: Vec<u8>,
}

/// Listens until dropped; from then on nobody hears of it again, also not over a connection that is still open.
pub struct Listener {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Listener {
    /// Listens on this machine only; port 0 takes any free one.
    pub fn start(port: u16, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| format!("port {port}"))?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let (told, answer) = (Arc::clone(&stopped), Arc::new(answer));
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming() {
                if told.load(Ordering::SeqCst) {
                    break;
                }
                let (told, answer) = (Arc::clone(&told), Arc::clone(&answer));
                // Each in a thread of its own: a browser may leave one answer unread until it has another.
                std::thread::spawn(move || {
                    // A visitor who left before the answer is no problem of ours.
                    let _ = stream.map(|stream| converse(&stream, &told, answer.as_ref()));
                });
            }
        });
        Ok(Self { address, stopped, thread: Some(thread) })
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Listens until the process ends.
    pub fn wait(mut self) -> Result<()> {
        let thread = self.thread.take().context("the server is not running")?;
        thread.join().map_err(|_| anyhow::anyhow!("the server stopped"))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // It waits for a visitor: this one brings the news.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            // Nothing is left to do for a thread that ended badly.
            let _ = thread.join();
        }
    }
}

fn converse(stream: &TcpStream, stopped: &AtomicBool, answer: &impl Fn(&Request) -> Response) -> Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    stream.set_nodelay(true)?;
    let request = read(&mut BufReader::new(stream))?;
    ensure!(!stopped.load(Ordering::SeqCst), "stopped");
    let response = answer(&request);
    let mut head = format!("HTTP/1.1 {} {}\r\n", response.status, reason(response.status));
    for (name, value) in &response.headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("Content-Length: {}\r\nConnection: close\r\n\r\n", response.body.len());
    let mut writer = stream;
    writer.write_all(head.as_bytes())?;
    if request.method != "HEAD" {
        writer.write_all(&response.body)?;
    }
    Ok(writer.flush()?)
}

fn read(reader: &mut impl BufRead) -> Result<Request> {
    let mut head = reader.take(LONGEST);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, address) = (words.next().context("no request")?, words.next().context("no address")?);
    let mut length = 0;
    loop {
        line.clear();
        ensure!(head.read_line(&mut line)? > 0, "the request breaks off");
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse()?,
            Some(_) => {}
            None => break,
        }
    }
    // Nobody reads it, but whoever sends it waits until it is taken.
    std::io::copy(&mut reader.take(u64::min(length, LONGEST)), &mut std::io::sink())?;
    Ok(Request { method, address })
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        404 => "Not Found",
        _ => "Other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(port: u16, text: &str) -> Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.write_all(text.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    fn echo(request: &Request) -> Response {
        let body = format!("{} {}", request.method, request.address).into_bytes();
        Response { status: 200, headers: vec![("X-A".into(), "b".into())], body }
    }

    #[test]
    fn answers_with_status_headers_and_body_and_closes() -> Result<()> {
        let listener = Listener::start(0, echo)?;
        let got = ask(listener.port(), "GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n")?;
        assert_eq!(got, "HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: 8\r\nConnection: close\r\n\r\nGET /a?b");
        let got = ask(listener.port(), "HEAD / HTTP/1.1\r\n\r\n")?;
        assert!(got.contains("Content-Length: 6\r\n") && got.ends_with("\r\n\r\n"), "{got}");
        Ok(())
    }

    #[test]
    fn takes_what_is_sent_along() -> Result<()> {
        let mut text = "POST /report HTTP/1.1\r\nContent-Length: 4\r\n\r\nbodyGET /next HTTP/1.1\r\n\r\n".as_bytes();
        assert_eq!(read(&mut text)?, Request { method: "POST".into(), address: "/report".into() });
        assert_eq!(read(&mut text)?.address, "/next");
        Ok(())
    }

    #[test]
    fn refuses_what_is_no_request() {
        assert!(read(&mut "".as_bytes()).is_err());
        assert!(read(&mut "GET\r\n\r\n".as_bytes()).is_err());
        assert!(read(&mut "GET / HTTP/1.1\r\nHost: x\r\n".as_bytes()).is_err());
    }

    #[test]
    fn a_stopped_listener_answers_nobody_also_not_over_an_open_connection() -> Result<()> {
        let listener = Listener::start(0, echo)?;
        let port = listener.port();
        let mut early = TcpStream::connect(("127.0.0.1", port))?;
        // Its turn has come when a later one has been answered.
        ask(port, "GET / HTTP/1.1\r\n\r\n")?;
        drop(listener);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        early.write_all(b"GET / HTTP/1.1\r\n\r\n")?;
        let mut answer = String::new();
        // The other end may have closed with or without reading.
        let _ = early.read_to_string(&mut answer);
        assert_eq!(answer, "");
        Ok(())
    }
}
