//! Every combination that `akeyd demo` takes, and the documents that are made of what was measured and of the code.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::AKEYD;

/// What stands in a document between the marks of this name.
fn marked(file: &str, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    let text = fs::read_to_string(&path).expect("the document");
    let (begin, end) = (format!("<!-- {name}: begin -->\n"), format!("<!-- {name}: end -->"));
    let rest = text.split_once(&begin).unwrap_or_else(|| panic!("no {begin}")).1;
    rest.split_once(&end).unwrap_or_else(|| panic!("no {end}")).0.trim().to_owned()
}

#[test]
fn every_combination_passes_and_takes_as_many_round_trips_as_the_docs_say() {
    let output = Command::new(AKEYD).args(["demo", "--every-combination"]).output().expect("akeyd runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(said.trim(), marked("exchange.md", "round trips"), "docs/exchange.md: write the new table there");
}

#[test]
fn a_combination_passes_on_the_command_line() {
    for arguments in [
        &["--dialect", "nodes"][..],
        &["--dialect", "nodes", "--order", "ms-first", "--kind", "root_key", "--auth", "mac", "--encoding", "wbxml"],
        &["--dialect", "nodes", "--way", "relay", "--order", "ms-first", "--style", "replace+get", "--pipelining"],
        &["--dialect", "nodes", "--way", "relay", "--north", "otaf", "--kind", "root_key", "--auth", "basic"],
        &["--style", "exec+get", "--encoding", "wbxml", "--auth", "mac"],
        &["--style", "replace+get", "--way", "relay", "--north", "otaf"],
    ] {
        let output = Command::new(AKEYD)
            .args(["demo", "--handsets", "8", "--json"])
            .args(arguments)
            .output()
            .expect("akeyd runs");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
        let report: serde_json::Value = serde_json::from_str(&said).expect("JSON");
        assert_eq!((&report["updated"], &report["keys_match"]), (&8.into(), &8.into()), "{arguments:?}");
    }
}

#[test]
fn a_combination_that_does_not_exist_says_why() {
    for (arguments, why) in [
        (&["--order", "ms-first"][..], "order_not_possible"),
        (&["--kind", "root_key"], "is683 makes an A-key"),
        (&["--north", "otaf", "--way", "perform"], "an OTAF drives a relay"),
        (&["--north", "otaf", "--way", "relay", "--dialect", "nodes", "--order", "ms-first"], "order_not_possible"),
        (&["--pipelining"], "exec+1226"),
        (&["--pipelining", "--style", "exec+get"], "response node"),
        (
            &["--pipelining", "--style", "exec+results", "--north", "otaf", "--way", "relay"],
            "one message after the other",
        ),
        (&["--every-combination", "--way", "relay"], "cannot be used with"),
    ] {
        let output = Command::new(AKEYD).arg("demo").args(arguments).output().expect("akeyd runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(why), "{arguments:?}: {said}");
    }
}
