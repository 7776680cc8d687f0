//! All answers are right as they stand, and each that is wrong by one bit stops the start under its name.

use super::known::ANSWERS;
use super::*;

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
    for (place, (what, _)) in planted::FIELDS.into_iter().enumerate() {
        let mut answers = ANSWERS;
        planted::spoil(&mut answers, place);
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
