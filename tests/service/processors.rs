//! The program on processors that are not there: it chooses what they can run, and is right.

use std::process::Command;

use crate::harness::AKEYD;

#[test]
fn the_program_chooses_what_a_processor_has_and_is_right_on_it() {
    let p = "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74\
             020bbea63b139b22514a08798e3404ddef9519b3cd3a439dffffffffffffffff";
    let bs_result = "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e\
                     3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9";
    // qemu's processors know no AVX-512.
    for (processor, backend) in [("max", "scalar"), ("Nehalem", "scalar")] {
        let run =
            |arguments: &[&str]| Command::new("qemu-x86_64").args(["-cpu", processor, AKEYD]).args(arguments).output();
        let exponent = "a04de0b1ae32e32cf17c2bf44d597bca2201bc96";
        let g = "95d6068308d04d95c5cd9917c9a9e2b3c42a4fe9";
        let output = match run(&["dh", "--p", p, "--g", g, "--exponent", exponent, "--peer", bs_result]) {
            Ok(output) => output,
            Err(error) if std::env::var_os("CI").is_none() => return eprintln!("skipped: qemu-x86_64: {error}"),
            Err(error) => panic!("qemu-x86_64: {error}"),
        };
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((answer["backend"].as_str(), answer["a_key"].as_str()), (Some(backend), Some("e0d83abf6441b6e7")));
        let report = run(&["selftest", "--json"]).expect("it ran before");
        let report: serde_json::Value = serde_json::from_slice(&report.stdout).expect("JSON");
        assert_eq!(report["passed"], true, "{processor}: {report}");
        let ifma = report["checks"]
            .as_array()
            .expect("checks")
            .iter()
            .any(|check| check["name"].as_str().is_some_and(|name| name.contains("ifma")));
        assert!(!ifma, "{processor} has no IFMA");
    }
}
