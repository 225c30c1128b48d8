//! WebKit's console. Its driver tells nothing of it, but the browser lets an inspector listen beside the driver: at
//! the same port, in messages of a length, a name and GVariant bytes that hold JSON.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::wait::until;

/// Where the browser has been told to listen, in its environment.
const ADDRESS: &str = "WEBKIT_INSPECTOR_SERVER=";

/// Our number and the number of the window, by which messages find their way: there is one of each.
const WAY: [u64; 2] = [1, 1];

/// Longest message that is read, in bytes.
const LONGEST: usize = 64 << 20;

/// What it says of policies that are in order: it does not know this directive and goes by `default-src`.
const KNOWN: &[&str] = &["Unrecognized Content-Security-Policy directive 'manifest-src'"];

/// A listener at the window of a browser.
pub struct Inspector {
    stream: TcpStream,
    heard: Arc<Mutex<Heard>>,
    last: AtomicU64,
}

/// What was said so far. A target is what draws the page; going to another site brings a new one.
#[derive(Default)]
struct Heard {
    target: String,
    complaints: Vec<String>,
    answered: u64,
    refused: u64,
}

impl Inspector {
    /// Listens to the browser that a driver has started.
    pub fn of_child(driver: u32) -> Result<Self> {
        let address = until("the browser's address for inspectors", || address(driver).map(Some))?;
        let stream = TcpStream::connect(&address).with_context(|| format!("nobody listens at {address}"))?;
        let inspector = Self { stream, heard: Arc::default(), last: AtomicU64::new(0) };
        let (mut reader, heard) = (inspector.stream.try_clone()?, Arc::clone(&inspector.heard));
        let mut writer = inspector.stream.try_clone()?;
        std::thread::spawn(move || {
            // It ends with the window.
            while let Ok((name, parameters)) = read(&mut reader) {
                if name != "SendMessageToFrontend" {
                    continue;
                }
                let Ok(message) = serde_json::from_slice(text(&parameters)) else { continue };
                let fresh = heard.lock().unwrap_or_else(PoisonError::into_inner).take_in(&message);
                if let Some(target) = fresh {
                    // A window that has gone is asked nothing more.
                    let _ = writer.write_all(&to_target(&target, 0, "Console.enable"));
                }
            }
        });
        inspector.send(&frame("SetupInspectorClient", b"\0"))?;
        inspector.send(&frame("Setup", &WAY.map(u64::to_ne_bytes).concat()))?;
        Ok(inspector)
    }

    /// Errors and warnings since the last call.
    pub fn complaints(&self) -> Result<Vec<String>> {
        let (mut target, mut number) = (String::new(), 0);
        until("WebKit tells its console", || {
            let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
            ensure!(!heard.target.is_empty(), "there is no page yet");
            if target != heard.target || heard.refused >= number {
                target.clone_from(&heard.target);
                number = self.last.fetch_add(1, Ordering::SeqCst) + 1;
                // A question only for its answer: what was said before it arrives before it.
                self.send(&to_target(&target, number, "Console.getLoggingChannels"))?;
            }
            Ok((heard.answered >= number).then(|| std::mem::take(&mut heard.complaints)))
        })
    }

    fn send(&self, bytes: &[u8]) -> Result<()> {
        Ok((&self.stream).write_all(bytes)?)
    }
}

impl Drop for Inspector {
    fn drop(&mut self) {
        // Ends the thread that reads; a window that has gone already has done so.
        let _ = self.stream.shutdown(std::net::Shutdown::Both);
    }
}

impl Heard {
    /// Takes a message in; gives a new target, which has to be asked for its console.
    fn take_in(&mut self, message: &Value) -> Option<String> {
        let parameters = &message["params"];
        match message["method"].as_str() {
            Some("Target.targetCreated") => {
                let created = parameters["targetInfo"]["targetId"].as_str()?.to_owned();
                if parameters["targetInfo"]["isProvisional"] != true {
                    self.target.clone_from(&created);
                }
                return Some(created);
            }
            Some("Target.didCommitProvisionalTarget") => {
                parameters["newTargetId"].as_str()?.clone_into(&mut self.target)
            }
            Some("Target.dispatchMessageFromTarget") => {
                let inner: Value = serde_json::from_str(parameters["message"].as_str()?).ok()?;
                self.answered = self.answered.max(inner["id"].as_u64().unwrap_or_default());
                self.complaints.extend(complaint(&inner));
            }
            // A target that has gone takes no question.
            _ if !message["error"].is_null() => {
                self.refused = self.refused.max(message["id"].as_u64().unwrap_or_default());
            }
            _ => {}
        }
        None
    }
}

/// An error or a warning.
fn complaint(message: &Value) -> Option<String> {
    let said = &message["params"]["message"];
    let bad = message["method"] == "Console.messageAdded" && (said["level"] == "error" || said["level"] == "warning");
    let text = said["text"].as_str()?.trim_end();
    let told = bad && !KNOWN.iter().any(|known| text.starts_with(known));
    told.then(|| format!("{text} ({})", said["url"].as_str().unwrap_or_default()))
}

/// A command to a target, in an envelope for the window.
fn to_target(target: &str, number: u64, command: &str) -> Vec<u8> {
    let inner = json!({ "id": number, "method": command, "params": {} }).to_string();
    let parameters = json!({ "targetId": target, "message": inner });
    let outer = json!({ "id": number, "method": "Target.sendMessageToTarget", "params": parameters }).to_string();
    frame("SendMessageToBackend", &[&WAY.map(u64::to_ne_bytes).concat(), outer.as_bytes(), b"\0"].concat())
}

/// Length, byte order, name, parameters.
fn frame(name: &str, parameters: &[u8]) -> Vec<u8> {
    let length = u32::try_from(name.len() + 1 + parameters.len()).unwrap_or(u32::MAX);
    let order = u8::from(cfg!(target_endian = "little"));
    [&length.to_be_bytes(), &[order][..], name.as_bytes(), b"\0", parameters].concat()
}

fn read(reader: &mut impl Read) -> Result<(String, Vec<u8>)> {
    let mut head = [0; 5];
    reader.read_exact(&mut head)?;
    let [a, b, c, d, _] = head;
    let length = usize::try_from(u32::from_be_bytes([a, b, c, d]))?;
    ensure!(length <= LONGEST, "a message of {length} bytes");
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let end = body.iter().position(|byte| *byte == 0).context("a message without a name")?;
    Ok((String::from_utf8_lossy(&body[..end]).into_owned(), body.split_off(end + 1)))
}

/// The text behind the two numbers, without its closing zero.
fn text(parameters: &[u8]) -> &[u8] {
    let text = parameters.get(size_of_val(&WAY)..).unwrap_or_default();
    text.strip_suffix(b"\0").unwrap_or(text)
}

/// Where the browser below a driver listens: the driver has chosen it and told nobody else.
fn address(driver: u32) -> Result<String> {
    let children = std::fs::read_to_string(format!("/proc/{driver}/task/{driver}/children"))?;
    let environment = |child: &str| std::fs::read(format!("/proc/{child}/environ")).unwrap_or_default();
    let addresses = children.split_whitespace().find_map(|child| {
        let environment = String::from_utf8_lossy(&environment(child)).into_owned();
        environment.split('\0').find_map(|line| line.strip_prefix(ADDRESS)).map(str::to_owned)
    });
    addresses.context("the driver has started no browser")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_it_writes() -> Result<()> {
        let bytes = [to_target("page-8", 7, "Console.enable"), frame("Setup", b"x")].concat();
        let mut rest = bytes.as_slice();
        let (name, parameters) = read(&mut rest)?;
        assert_eq!(name, "SendMessageToBackend");
        let message: Value = serde_json::from_slice(text(&parameters))?;
        assert_eq!((&message["id"], &message["params"]["targetId"]), (&json!(7), &json!("page-8")));
        assert_eq!(read(&mut rest)?, ("Setup".to_owned(), b"x".to_vec()));
        assert!(read(&mut rest).is_err());
        Ok(())
    }

    #[test]
    fn hears_errors_and_warnings_of_the_page_and_nothing_else() {
        let mut heard = Heard::default();
        let created = json!({ "method": "Target.targetCreated", "params": { "targetInfo": { "targetId": "page-8" } } });
        assert_eq!(heard.take_in(&created).as_deref(), Some("page-8"));
        for (level, text) in [("error", "thrown"), ("log", "said"), ("warning", "slow"), ("error", KNOWN[0])] {
            let message = json!({ "level": level, "text": format!("{text}\n"), "url": "http://a/" });
            let inner = json!({ "method": "Console.messageAdded", "params": { "message": message } }).to_string();
            let params = json!({ "targetId": "page-8", "message": inner });
            heard.take_in(&json!({ "method": "Target.dispatchMessageFromTarget", "params": params }));
        }
        assert_eq!(heard.complaints, ["thrown (http://a/)", "slow (http://a/)"]);
    }

    #[test]
    fn asks_the_target_that_a_page_has_moved_to_and_notices_a_refusal() {
        let mut heard = Heard { target: "page-8".into(), ..Heard::default() };
        let info = json!({ "targetId": "page-9", "isProvisional": true });
        let created = json!({ "method": "Target.targetCreated", "params": { "targetInfo": info } });
        assert_eq!(heard.take_in(&created).as_deref(), Some("page-9"));
        assert_eq!(heard.target, "page-8");
        let params = json!({ "oldTargetId": "page-8", "newTargetId": "page-9" });
        heard.take_in(&json!({ "method": "Target.didCommitProvisionalTarget", "params": params }));
        assert_eq!(heard.target, "page-9");
        heard.take_in(&json!({ "id": 4, "result": {} }));
        assert_eq!(heard.refused, 0);
        heard.take_in(&json!({ "id": 5, "error": { "message": "Missing target for given targetId" } }));
        assert_eq!(heard.refused, 5);
    }
}
