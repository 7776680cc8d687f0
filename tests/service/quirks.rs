//! Behaviours of handsets in the field, played from scripts that were written from what was seen of them, not by our own handset.
//!
//! A script (`tests/data/quirks/*.txt`) is what one handset says over a socket, message by message, and what it must get. Lines before
//! the first message: `model NAME` its profile, `auth SCHEME` of the server, `wbxml` its encoding (made and read by libwbxml), `hold MS` how
//! long the server holds an answer, `end OUTCOME` of the exchange. After `>>>` follows a message, in whose text `{{…}}` is what only the session
//! knows; after `<<<` what is expected: `Cmd CODE` a Status, `has TEXT`, `lacks TEXT`, `last` no command, `http CODE`. A message may begin with
//! header lines and a blank line; there `x-syncml-hmac: NONCE` is the MAC of what follows, `NONCE folded` the same over several lines.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest, Md5};

use crate::harness::{PASSWORD, SERVER_PASSWORD, Server, between, curl};

#[test]
fn handsets_of_the_field_are_served_as_they_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/quirks");
    let mut scripts: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    scripts.sort();
    assert!(scripts.len() >= 15, "{scripts:?}");
    for script in scripts {
        let text = std::fs::read_to_string(&script).unwrap();
        let (head, steps) = text.split_once(">>>\n").expect("a script has a message");
        let setting = |key: &str| head.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
        let wbxml = setting("wbxml").is_some();
        if wbxml && !has_libwbxml() {
            continue;
        }
        let auth = setting("auth ").unwrap_or("md5");
        let hold = setting("hold ").unwrap_or("5000");
        let more = format!("[dm]\nauth = \"{auth}\"\nhold_ms = {hold}\n");
        let server = Server::of_model(setting("model ").unwrap_or_default(), "perform", &more, &[]);
        let mut play =
            Play { name: script.display().to_string(), server: &server, wbxml, last: String::new(), number: 0 };
        steps.split(">>>\n").for_each(|step| play.step(step));
        if let Some(outcome) = setting("end ") {
            let ended = |line: &str| line.contains(&format!("outcome=\"{outcome}\"")) && line.ends_with(" 1");
            let began = Instant::now();
            while !server.metrics().lines().any(ended) {
                assert!(began.elapsed() < Duration::from_mins(1), "{}: not {outcome}", play.name);
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }
}

/// Whether libwbxml's tools are here; under CI they must be.
fn has_libwbxml() -> bool {
    let here = Command::new("xml2wbxml").arg("-h").output().is_ok();
    assert!(here || std::env::var_os("CI").is_none(), "xml2wbxml is not installed");
    here
}

/// One handset and the answer that it got last, as XML.
struct Play<'s> {
    name: String,
    server: &'s Server,
    wbxml: bool,
    last: String,
    number: u32,
}

impl Play<'_> {
    fn step(&mut self, step: &str) {
        let (message, expected) = step.split_once("<<<\n").expect("what is expected");
        let (http, answer) = self.post(&self.filled(message.trim_end()));
        self.number += 1;
        for line in self.filled(expected).lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
            let holds = match word {
                "http" => http.to_string() == rest,
                "has" => answer.contains(rest),
                "lacks" => !answer.contains(rest),
                "last" => ["<Exec>", "<Get>", "<Replace>", "<Alert>", "<Add>", "<Sequence>", "<Atomic>"]
                    .iter()
                    .all(|command| !answer.contains(command)),
                cmd => statuses(&answer).contains(&(cmd.to_owned(), rest.to_owned())),
            };
            assert!(holds, "{}: message {}: {line}\n{answer}", self.name, self.number);
        }
        assert!(!answer.contains("<Sequence>") && !answer.contains("<Atomic>") && !answer.contains("MoreData"));
        self.last = answer;
    }

    /// Posts a message as the handset's own client would; the answer as XML.
    fn post(&self, message: &str) -> (u16, String) {
        let url = self.target();
        let mut arguments = vec!["-H".to_owned(), "Expect:".to_owned()];
        let mut file = None;
        let (head, body) = match message.split_once("\n\n") {
            Some((head, body)) if !head.starts_with('<') => (head, body),
            _ => ("", message),
        };
        let body = body.replace("\\0", "\0");
        for line in head.lines() {
            match line.strip_prefix("x-syncml-hmac: ") {
                Some(nonce) => {
                    let (nonce, fold) = nonce.strip_suffix(" folded").map_or((nonce, " "), |nonce| (nonce, "\r\n  "));
                    let mac = mac("user1", PASSWORD, &self.nonce(nonce), body.as_bytes());
                    let header = format!("x-syncml-hmac: algorithm=MD5,{fold}username=\"user1\",{fold}mac={mac}");
                    arguments.extend(["-H".into(), header]);
                }
                None => arguments.extend(["-H".into(), line.to_owned()]),
            }
        }
        let kind = if self.wbxml { "wbxml" } else { "xml" };
        if !head.to_ascii_lowercase().contains("content-type") {
            arguments.extend(["-H".into(), format!("Content-Type: application/vnd.syncml.dm+{kind}")]);
        }
        let octets =
            if self.wbxml { piped("xml2wbxml", &["-n"], doctyped(&body).as_bytes()) } else { body.into_bytes() };
        let sent = self.server.folder.0.join("sent");
        std::fs::write(&sent, octets).unwrap();
        arguments.extend(["--data-binary".into(), format!("@{}", sent.display())]);
        if self.wbxml {
            let answer = self.server.folder.0.join("answer");
            arguments.extend(["-o".into(), answer.display().to_string()]);
            file = Some(answer);
        }
        arguments.push(url);
        let (http, text) = curl(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let answer = file.map(|file| std::fs::read(file).unwrap_or_default());
        (http, answer.map_or(text, |octets| String::from_utf8(piped("wbxml2xml", &[], &octets)).unwrap()))
    }

    /// Where the server wants the next message.
    fn target(&self) -> String {
        if self.last.contains("<RespURI>") {
            between(&self.last, "<RespURI>", "</RespURI>").to_owned()
        } else {
            self.server.url()
        }
    }

    /// A text with everything in it that only the session knows. A line that begins with `?` stands only if the server sent the command that it
    /// is about.
    fn filled(&self, text: &str) -> String {
        let mut out = String::new();
        let asked = |line: &str| {
            let command = line.split("{{id ").nth(1).map_or("", |rest| rest.split("}}").next().unwrap_or_default());
            let (name, place) = command.split_once(' ').unwrap_or((command, "1"));
            self.last.matches(&format!("<{name}>")).count() >= place.parse().unwrap()
        };
        let lines = text.split_inclusive('\n').filter_map(|line| match line.strip_prefix('?') {
            Some(line) => asked(line).then_some(line),
            None => Some(line),
        });
        let text: String = lines.collect();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").expect("closed");
            out += before;
            out += &self.value(name);
            rest = after;
        }
        out += rest;
        out
    }

    fn value(&self, name: &str) -> String {
        match name.split_once(' ').unwrap_or((name, "")) {
            ("target", _) => self.target(),
            ("md5", nonce) => md5("user1", PASSWORD, &self.nonce(nonce)),
            ("basic", _) => STANDARD.encode(format!("user1:{PASSWORD}")),
            ("msg", _) => between(&self.last, "<MsgID>", "</MsgID>").to_owned(),
            ("server-md5", nonce) => md5("akeyd", SERVER_PASSWORD, nonce.as_bytes()),
            ("correlator", _) => between(&self.last, "<Correlator>", "</Correlator>").to_owned(),
            // CmdID of the n-th command of this name.
            ("id", command) => {
                let (name, place) = command.split_once(' ').unwrap_or((command, "1"));
                let part = self.last.split(&format!("<{name}>")).nth(place.parse().unwrap()).expect(name);
                between(part, "<CmdID>", "</CmdID>").to_owned()
            }
            ("reverse", _) => STANDARD.encode(reverse(&self.carried())),
            other => panic!("{}: {other:?}", self.name),
        }
    }

    /// A nonce: what the server gave last, or these letters.
    fn nonce(&self, name: &str) -> Vec<u8> {
        if name != "given" {
            return name.as_bytes().to_vec();
        }
        let rest = self.last.split_once("<NextNonce").expect("a nonce").1;
        STANDARD.decode(between(rest, ">", "<").trim()).expect("base64")
    }

    /// The forward message that the server's last message carries.
    fn carried(&self) -> Vec<u8> {
        let from = ["<LocURI>./CDMA/OTASP/Req</LocURI>"].into_iter().find_map(|mark| self.last.split_once(mark));
        let data = between(from.expect("a forward message").1, "<Data>", "</Data>");
        let data = data.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        STANDARD.decode(data.trim()).expect("base64")
    }
}

/// Status codes by command.
fn statuses(answer: &str) -> Vec<(String, String)> {
    let parts = answer.split("<Status>").skip(1).filter_map(|part| part.split("</Status>").next());
    parts
        .map(|part| {
            let own = part.split("<Item>").next().unwrap_or_default();
            let code = own.rsplit_once("<Data>").map_or("", |(_, code)| code);
            (between(part, "<Cmd>", "</Cmd>").to_owned(), code.split('<').next().unwrap_or_default().trim().to_owned())
        })
        .collect()
}

/// What a handset answers to a forward message. MS_RESULT is 4: a square, so it is a power of G.
fn reverse(forward: &[u8]) -> Vec<u8> {
    match forward[0] {
        2 => vec![2, 0],
        3 => [&[3, 0, 64][..], &[0; 63], &[4]].concat(),
        5 => vec![5, 0],
        6 => vec![6, 0, 1, 2, 1, 1, 2, 0],
        other => panic!("forward message {other}"),
    }
}

fn b64_md5(octets: &[u8]) -> String {
    STANDARD.encode(Md5::digest(octets))
}

/// Cred Data of md5, by the formula of OMA-TS-DM-Security 1.2 section 5.3.
fn md5(user: &str, password: &str, nonce: &[u8]) -> String {
    let inner = b64_md5(format!("{user}:{password}").as_bytes());
    b64_md5(&[inner.as_bytes(), b":", nonce].concat())
}

/// The MAC of a body, by the same.
fn mac(user: &str, password: &str, nonce: &[u8], body: &[u8]) -> String {
    let inner = b64_md5(format!("{user}:{password}").as_bytes());
    b64_md5(&[inner.as_bytes(), b":", nonce, b":", b64_md5(body).as_bytes()].concat())
}

/// libwbxml takes the language from a DOCTYPE.
fn doctyped(body: &str) -> String {
    let mut text = String::from("<?xml version=\"1.0\"?>");
    let _ = write!(
        text,
        "<!DOCTYPE SyncML PUBLIC \"-//SYNCML//DTD SyncML 1.2//EN\" \"http://www.openmobilealliance.org/x.dtd\">{body}"
    );
    text
}

/// Runs a filter that reads and writes files.
fn piped(tool: &str, arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = Command::new(tool)
        .args(arguments)
        .args(["-o", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect(tool);
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
