//! A start whose self-test fails, in the build that can be made to fail.
#![cfg(feature = "wrong-answers")]

use std::process::Command;
use std::time::{Duration, Instant};

use crate::harness::{AKEYD, Folder};

#[test]
fn each_wrong_answer_stops_the_start_under_its_name() {
    let folder = Folder::new();
    folder.write("subscribers.csv", &(akeyd::config::subscribers::HEADER.to_owned() + "\n"));
    let config = folder.write(
        "akeyd.toml",
        "[http]\nlisten = \"127.0.0.1:0\"\n[status]\nlisten = \"127.0.0.1:0\"\n[store]\npath = \"none\"\n[north.lab]\nkind = \"software\"\n",
    );
    let names = [
        "MD5",
        "SHA-256",
        "HMAC-SHA256",
        "ChaCha20",
        "BS_RESULT on ",
        "A-key on ",
        "demo-768 on ",
        "demo-768 on ",
        "oakley-1024 on ",
        "oakley-1024 on ",
        "modp-1536 on ",
        "modp-1536 on ",
    ];
    for (place, name) in names.iter().enumerate() {
        let begun = Instant::now();
        let output = Command::new(AKEYD)
            .args(["serve", "--config"])
            .arg(&config)
            .env("AKEYD_WRONG_ANSWER", place.to_string())
            .output()
            .expect("akeyd runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(&format!("akeyd serve: self-test failed: {name}")), "{name}: {said}");
        assert!(!said.contains("is ready"), "{said}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{name}: {:?}", begun.elapsed());
        let shown = Command::new(AKEYD).arg("selftest").env("AKEYD_WRONG_ANSWER", place.to_string()).output();
        assert_eq!(shown.expect("akeyd runs").status.code(), Some(1));
    }
}
