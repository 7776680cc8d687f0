//! Commands that need no server: the laboratory check, the demo's contract, the configuration check.

use std::process::{Command, Output};

use crate::harness::{AKEYD, Folder};

const P: &str = "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a439dffffffffffffffff";
const G: &str = "95d6068308d04d95c5cd9917c9a9e2b3c42a4fe9";
const X: &str = "a04de0b1ae32e32cf17c2bf44d597bca2201bc96";
const BS_RESULT: &str = "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9";
const MS_RESULT: &str = "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1bc4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820";
const K: &str = "007d081ebc3e919f5b0a8f632caaecdb82f20aa09d63c598504e81beffc59309e1e5c18430bcbccc77d2f682a17aec5f86767984e232afdd3be0d83abf6441b6e7";

fn akeyd(arguments: &[&str]) -> Output {
    Command::new(AKEYD).args(arguments).output().expect("akeyd runs")
}

fn json(output: &Output) -> serde_json::Value {
    let said = || format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}", said());
    serde_json::from_slice(&output.stdout).expect("one JSON object")
}

#[test]
fn dh_reproduces_the_vector_from_the_handsets_side() {
    let answer = json(&akeyd(&["dh", "--p", P, "--g", &G.to_uppercase(), "--exponent", X, "--peer", BS_RESULT]));
    assert_eq!(answer["public"], MS_RESULT);
    let shared = answer["shared"].as_str().expect("shared");
    assert_eq!(shared.len(), 128);
    assert!(K.ends_with(shared), "{shared}");
    assert_eq!(answer["a_key"], "e0d83abf6441b6e7");
    assert!(answer["backend"].is_string());
    let answer = json(&akeyd(&["dh", "--p", P, "--g", G, "--exponent", X]));
    assert_eq!(answer["public"], MS_RESULT);
    assert!(answer.get("shared").is_none() && answer.get("a_key").is_none());
}

#[test]
fn selftest_tells_each_answer_with_its_time() {
    let report = json(&akeyd(&["selftest", "--json"]));
    assert_eq!(report["passed"], true);
    let checks = report["checks"].as_array().expect("checks");
    for name in ["random source", "MD5", "SHA-256", "HMAC-SHA256", "ChaCha20", "BS_RESULT on scalar", "A-key on scalar"]
    {
        let check = checks.iter().find(|check| check["name"] == name).expect(name);
        assert!(check["passed"] == true && check["milliseconds"].is_f64(), "{check}");
    }
    let shown = akeyd(&["selftest"]);
    assert!(shown.status.success());
    let lines = String::from_utf8(shown.stdout).expect("text");
    assert_eq!(lines.lines().count(), checks.len() + 1);
    assert!(lines.lines().all(|line| line.starts_with("ok ")), "{lines}");
}

#[test]
fn dh_refuses_what_gives_a_key_away_and_names_the_field() {
    let even = P.replace("ffffffffffffffff", "fffffffffffffffe");
    let top = P[..127].to_owned() + "e";
    let long = "01".to_owned() + BS_RESULT;
    for (p, g, peer, field) in [
        (even.as_str(), G, BS_RESULT, "p"),
        ("15", G, BS_RESULT, "p"),
        (P, "1", BS_RESULT, "g"),
        (P, "0", BS_RESULT, "g"),
        (P, P, BS_RESULT, "g"),
        (P, G, "0", "peer"),
        (P, G, "1", "peer"),
        (P, G, top.as_str(), "peer"),
        (P, G, P, "peer"),
        (P, G, long.as_str(), "peer"),
        (P, G, "", "peer"),
        (P, G, "xyz", "peer"),
    ] {
        let output = akeyd(&["dh", "--p", p, "--g", g, "--exponent", X, "--peer", peer]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.starts_with(&format!("dh: {field}: ")) && said.lines().count() == 1, "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn demo_prints_the_contracts_object_for_every_way() {
    for arguments in [
        &["--way", "perform"][..],
        &["--way", "relay"],
        &["--way", "relay", "--north", "otaf"],
        &["--way", "perform", "--style", "exec+results", "--auth", "basic"],
        &["--way", "perform", "--net", "epoll", "--threads", "1"],
        &["--way", "perform", "--encoding", "wbxml"],
        &["--way", "relay", "--encoding", "wbxml", "--style", "exec+results"],
    ] {
        let report = json(&akeyd(&[&["demo", "--handsets", "20", "--json"], arguments].concat()));
        for count in ["handsets", "updated", "keys_match"] {
            assert_eq!(report[count], 20, "{arguments:?}: {report}");
        }
        assert_eq!(report["failed"], 0);
        assert!(report["seconds"].as_f64().is_some_and(|seconds| seconds > 0.0));
    }
    let output = akeyd(&["demo", "--handsets", "3"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("All keys match."));
}

#[test]
fn combinations_that_do_not_exist_are_wrong_usage() {
    for arguments in [
        &["demo", "--handsets", "0"][..],
        &["demo", "--order", "ms-first"],
        &["demo", "--kind", "root_key"],
        &["demo", "--north", "otaf"],
        &["demo", "--way", "sideways"],
        &["demo", "--group", "none"],
        &["serve", "--configuration"],
        &["frobnicate"],
    ] {
        let output = akeyd(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn check_config_names_file_and_line() {
    let folder = Folder::new();
    let file = folder
        .write("akeyd.toml", "[http]\nlisten = \"127.0.0.1:0\"\npaht = \"/dm\"\n[north.lab]\nkind = \"software\"\n");
    let output = akeyd(&["check-config", file.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(78));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(&format!("{}:3: ", file.display())), "{said}");

    let example = akeyd(&["example-config"]);
    let file = folder.write("example.toml", &String::from_utf8_lossy(&example.stdout));
    folder.write("subscribers.csv", &format!("{}\n", akeyd::config::subscribers::HEADER));
    let output = akeyd(&["check-config", file.to_str().expect("UTF-8")]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(78), "{said}");
    assert!(said.contains("store.key: the key of the store is not there: `akeyd keygen` makes one"), "{said}");
    let key = folder.0.join("store.key");
    assert_eq!(akeyd(&["keygen", key.to_str().expect("UTF-8")]).status.code(), Some(0));
    let again = akeyd(&["keygen", key.to_str().expect("UTF-8")]);
    assert_eq!(again.status.code(), Some(1), "a key is never overwritten");
    let to_output = Command::new(AKEYD).args(["keygen", "-"]).current_dir(&folder.0).output().expect("akeyd runs");
    assert_eq!((to_output.status.code(), folder.0.join("-").exists()), (Some(2), false), "- is no file");
    let output = akeyd(&["check-config", file.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    // Both wrong together stop the service before it listens.
    let output = akeyd(&["serve", "--config", "/nonexistent/akeyd.toml"]);
    assert_eq!(output.status.code(), Some(78));
}

#[test]
fn octets_are_shown_and_made_again() {
    use std::io::Write;
    use std::process::Stdio;

    let shown = akeyd(&["decode", "is683-reverse", "03", "00:02", "0x1234"]);
    let text = String::from_utf8_lossy(&shown.stdout).into_owned();
    let fields = json(&shown);
    assert_eq!(fields["message"], "Key Generation Response");
    assert_eq!((&fields["result_code"], &fields["ms_result"]), (&0.into(), &"1234".into()));

    let mut encode = Command::new(AKEYD)
        .args(["encode", "is683-reverse"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("akeyd runs");
    encode.stdin.take().expect("its input").write_all(text.as_bytes()).expect("written");
    let made = encode.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&made.stdout).trim(), "0300021234");

    for command in ["decode", "encode"] {
        let help = String::from_utf8_lossy(&akeyd(&[command, "--help"]).stdout).into_owned();
        for format in akeyd::lab::codec::Format::ALL {
            assert!(help.contains(format.as_str()), "{format} is missing: {help}");
        }
    }

    let tree = akeyd(&["decode", "is683-forward", "--tree", "0202"]);
    let said = String::from_utf8_lossy(&tree.stderr);
    assert_eq!(tree.status.code(), Some(1));
    assert!(said.contains("octet 2") && said.lines().count() == 1, "{said}");
}
