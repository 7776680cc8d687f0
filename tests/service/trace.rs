//! What is on the wire, judged from outside: xmllint for form and order of elements, tshark for the IS-683 messages inside.

use std::fs;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::harness::{AKEYD, Folder, PASSWORD, Server};
use crate::support;
use crate::tshark::{self, Direction};

const DTD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/syncml-dm.dtd");

fn xmllint() -> bool {
    let there = Command::new("xmllint").arg("--version").output().is_ok();
    assert!(there || std::env::var_os("CI").is_none(), "xmllint is not installed");
    there
}

#[test]
fn every_message_of_a_demo_is_valid_and_every_payload_is_read_by_tshark() {
    let folder = Folder::new();
    let mut payloads = Vec::new();
    for (way, style) in [("perform", "exec+1226"), ("relay", "exec+1226"), ("perform", "exec+results")] {
        let trace = folder.0.join(format!("{way}-{style}"));
        let output = Command::new(AKEYD)
            .args(["demo", "--handsets", "4", "--json", "--way", way, "--style", style, "--trace-dir"])
            .arg(&trace)
            .output()
            .expect("akeyd demo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let files: Vec<_> = fs::read_dir(&trace).expect("a trace").map(|entry| entry.expect("a file").path()).collect();
        assert!(files.len() >= 4 * 2 * 5, "{} files", files.len());
        if xmllint() {
            let judged =
                Command::new("xmllint").args(["--noout", "--dtdvalid", DTD]).args(&files).output().expect("xmllint");
            assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stderr));
        }
        for file in files {
            let text = fs::read_to_string(&file).expect("text");
            assert!(!text.contains("<Cred>") || text.contains("<Data>[redacted]</Data></Cred>"), "{text}");
            let outgoing = file.to_string_lossy().ends_with("-out.xml");
            let direction = if outgoing { Direction::Forward } else { Direction::Reverse };
            payloads.extend(payloads_of(&text).into_iter().map(|payload| (direction, payload)));
        }
    }
    let kinds: std::collections::BTreeSet<u8> = payloads.iter().map(|(_, payload)| payload[0]).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), [2, 3, 5, 6]);
    if support::is_there() {
        for (leaves, (_, payload)) in tshark::dissect(&payloads).iter().zip(&payloads) {
            assert!(!tshark::complains(leaves), "{payload:02x?}: {leaves:?}");
        }
    }
}

/// The base64 data of Exec, Alert 1226 and Results.
fn payloads_of(text: &str) -> Vec<Vec<u8>> {
    let inside = |name: &str| {
        text.split(&format!("<{name}>"))
            .skip(1)
            .map(move |rest| rest.split(&format!("</{name}>")).next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    let carriers = ["Exec", "Alert", "Results"].into_iter().flat_map(inside);
    carriers
        .filter_map(|command| {
            let item = command.split_once("<Item>")?.1;
            let data = item.split_once("<Data>")?.1.split("</Data>").next()?;
            STANDARD.decode(data).ok().filter(|octets| !octets.is_empty())
        })
        .collect()
}

#[test]
fn a_served_session_is_traced_without_credentials() {
    let folder = Folder::new();
    let trace = folder.0.join("trace");
    let server = Server::with("perform", &["--trace-dir", trace.to_str().expect("UTF-8")]);
    assert_eq!(server.handset(1, &[])[0]["outcome"], "updated");
    drop(server);
    let texts: Vec<_> = fs::read_dir(&trace)
        .expect("a trace")
        .map(|e| fs::read_to_string(e.expect("a file").path()).expect("text"))
        .collect();
    assert!(texts.iter().any(|text| text.contains("[redacted]")));
    assert!(texts.iter().all(|text| !text.contains(PASSWORD)));
}
