//! JSON over HTTP to a driver on this machine: one connection for each call.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Longest that one call may take: a session opens a browser, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Sends a request and gives the `value` of the answer; an error if the driver reports one.
pub fn call(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).context("the driver does not listen")?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes())?;
    let (status, text) = answer(BufReader::new(stream)).with_context(|| format!("{method} {path}"))?;
    let mut answer: Value = serde_json::from_str(&text).with_context(|| format!("not JSON: {text}"))?;
    let value = answer["value"].take();
    if status != 200 {
        let message = value["message"].as_str().unwrap_or(&text).lines().next().unwrap_or_default();
        bail!("{} ({method} {path}): {message}", value["error"].as_str().unwrap_or("driver error"));
    }
    Ok(value)
}

/// Status and body of an HTTP answer that gives its length.
fn answer(mut reader: impl BufRead) -> Result<(u16, String)> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no HTTP status")?;
    let mut length = 0;
    loop {
        line.clear();
        reader.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => length = value.trim().parse()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body)?;
    Ok((status, String::from_utf8(body)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_status_and_exactly_the_body() -> Result<()> {
        let text = "HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\nCache-Control: no-cache\r\n\r\n{}rest";
        assert_eq!(answer(text.as_bytes())?, (404, "{}".to_owned()));
        Ok(())
    }

    #[test]
    fn refuses_what_is_not_http() {
        assert!(answer("".as_bytes()).is_err());
    }
}
