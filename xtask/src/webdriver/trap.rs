//! A proxy that leads nowhere. A browser is told to send through it whatever is not for this machine, so that nothing
//! that tries to leave goes unseen: not an image, not a beacon, not a socket, and no matter which page or worker asks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::Result;

/// How long a connection may stay silent.
const SILENCE: Duration = Duration::from_secs(60);

/// Longest line that is kept, in bytes.
const LONGEST: u64 = 1_000;

/// Listens until dropped.
pub struct Trap {
    address: SocketAddr,
    caught: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Trap {
    /// Listens on a free port of this machine.
    pub fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let (caught, stopped) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (lines, told) = (Arc::clone(&caught), Arc::clone(&stopped));
        let thread = std::thread::spawn(move || {
            for stream in listener.incoming().take_while(|_| !told.load(Ordering::SeqCst)) {
                let lines = Arc::clone(&lines);
                std::thread::spawn(move || stream.map(|stream| refuse(stream, &lines)));
            }
        });
        Ok(Self { address, caught, stopped, thread: Some(thread) })
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The first lines of the requests that have come since the last call.
    pub fn caught(&self) -> Vec<String> {
        self.caught.lock().map(|mut lines| std::mem::take(&mut *lines)).unwrap_or_default()
    }
}

impl Drop for Trap {
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

fn refuse(mut stream: TcpStream, lines: &Mutex<Vec<String>>) -> Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let mut line = String::new();
    BufReader::new(&stream).take(LONGEST).read_line(&mut line)?;
    // A connection that asks for nothing was opened ahead of need.
    if let (Ok(mut lines), false) = (lines.lock(), line.is_empty()) {
        lines.push(line.trim_end().trim_end_matches(" HTTP/1.1").to_owned());
    }
    Ok(stream.write_all(b"HTTP/1.1 502 Trapped\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_was_asked_for_and_refuses_it() -> Result<()> {
        let trap = Trap::start()?;
        for line in ["GET http://elsewhere.example/x HTTP/1.1", "CONNECT elsewhere.example:443 HTTP/1.1"] {
            let mut stream = TcpStream::connect(trap.address)?;
            stream.write_all(format!("{line}\r\n").as_bytes())?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
        }
        assert_eq!(trap.caught(), ["GET http://elsewhere.example/x", "CONNECT elsewhere.example:443"]);
        assert!(trap.caught().is_empty());
        Ok(())
    }
}
