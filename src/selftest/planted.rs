//! Known answers made wrong on purpose, to see that each stops the start under its name.
//!
//! Only in tests, and in a build with the feature `wrong-answers`, which serves nobody: there the environment variable
//! `AKEYD_WRONG_ANSWER` names one by its place in [`FIELDS`]. Called by [`super::run`] and the tests.

use super::known::Answers;

/// One of the known answers.
type Field = fn(&mut Answers) -> &mut [u8];

/// The test that an answer belongs to, and where it stands. A name that ends in `on` goes on with the backend.
pub(super) const FIELDS: [(&str, Field); 12] = [
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

/// Flips one bit of an answer.
pub(super) fn spoil(answers: &mut Answers, place: usize) {
    let octets = FIELDS[place].1(answers);
    let at = place * 5 % octets.len();
    octets[at] ^= 1 << (place % 8);
}

/// The known answers, but for the one that the environment names.
#[cfg(feature = "wrong-answers")]
pub(super) fn answers() -> Answers {
    let mut answers = super::known::ANSWERS;
    let named = std::env::var("AKEYD_WRONG_ANSWER").ok().and_then(|place| place.parse().ok());
    if let Some(place) = named.filter(|place| *place < FIELDS.len()) {
        spoil(&mut answers, place);
    }
    answers
}
