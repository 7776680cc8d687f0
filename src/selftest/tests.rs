//! All answers are right as they stand, and each that is wrong by one bit stops the start under its name.

use super::known::ANSWERS;
use super::*;

/// One of the known answers.
type Field = fn(&mut Answers) -> &mut [u8];

#[test]
fn everything_passes_for_every_usable_backend() {
    let report = run();
    assert_eq!(report.verdict(), Ok(()), "{report}");
    assert!(report.passed);
    let names: Vec<&str> = report.checks.iter().map(|check| check.name.as_str()).collect();
    assert_eq!(names[..5], ["random source", "MD5", "SHA-256", "HMAC-SHA256", "ChaCha20"]);
    let mut expected = Vec::new();
    for backend in Backend::all_usable() {
        let tests = ["BS_RESULT", "A-key", "demo-768", "oakley-1024", "modp-1536"];
        expected.extend(tests.map(|test| format!("{test} on {backend}")));
    }
    assert_eq!(names[5..], expected);
    // Arithmetic is optimised in every build, so the promise of 100 ms can be held to here too, with room for neighbours.
    assert!(report.took < Duration::from_millis(500), "{report}");
}

#[test]
fn an_answer_that_is_wrong_by_one_bit_stops_the_start_under_its_name() {
    let backend = Backend::detect();
    let fields: [(&str, Field); 12] = [
        ("MD5", |answers| &mut answers.md5),
        ("SHA-256", |answers| &mut answers.sha256),
        ("HMAC-SHA256", |answers| &mut answers.hmac_sha256),
        ("ChaCha20", |answers| &mut answers.chacha20),
        ("BS_RESULT on", |answers| &mut answers.bs_result),
        ("A-key on", |answers| &mut answers.a_key),
        ("demo-768 on", |answers| &mut answers.groups[0].public),
        ("demo-768 on", |answers| &mut answers.groups[0].shared),
        ("oakley-1024 on", |answers| &mut answers.groups[1].public),
        ("oakley-1024 on", |answers| &mut answers.groups[1].shared),
        ("modp-1536 on", |answers| &mut answers.groups[2].public),
        ("modp-1536 on", |answers| &mut answers.groups[2].shared),
    ];
    for (index, (what, field)) in fields.into_iter().enumerate() {
        let mut answers = ANSWERS.clone();
        let octets = field(&mut answers);
        let at = index * 5 % octets.len();
        octets[at] ^= 1 << (index % 8);
        let report = run_with(&answers, &mut getrandom::fill);
        assert!(!report.passed);
        let named = if what.ends_with(" on") { format!("{what} {backend}") } else { what.into() };
        assert_eq!(report.verdict(), Err(SelfTestError { what: named.clone() }));
        assert_eq!(report.verdict().unwrap_err().to_string(), format!("self-test failed: {named}"));
        assert!(report.to_string().contains("FAILED"), "{report}");
    }
}

#[test]
fn a_stuck_random_source_stops_the_start() {
    let report = run_with(&ANSWERS, &mut |octets| {
        octets.fill(0xa5);
        Ok(())
    });
    assert_eq!(report.verdict().unwrap_err().to_string(), "self-test failed: random source");
}
