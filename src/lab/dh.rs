//! `akeyd dh`: one side of an exchange computed from numbers on the command line, to check the arithmetic by hand.
//!
//! For the laboratory only: the exponent is a secret and the answer shows the key. It never touches a subscriber, a
//! store or a socket. Called by the command line.

use std::fmt;
use std::sync::Arc;

use akeyd_hw::limits::{EXPONENT_MAX_BITS, FIELD_OCTETS, MIN_BITS};
use akeyd_hw::{Backend, Base, Exponent, Group, Power, Residue};
use serde::Serialize;
use thiserror::Error;

/// The numbers as they were typed: hex of either case, an odd number of digits allowed.
#[derive(Clone)]
pub struct Request {
    /// The prime modulus, 512 to 2040 bits.
    pub p: String,
    /// The generator.
    pub g: String,
    /// Our secret exponent, 1 to 2040 bits: the length of its value, without leading zeros, is what is computed with.
    pub exponent: String,
    /// The other side's partial key; without it only our own is computed.
    pub peer: Option<String>,
    /// The arithmetic to use; the fastest of this machine by default.
    pub backend: Option<Backend>,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Request([redacted])")
    }
}

/// What is printed, as one JSON object.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// G^exponent mod P: lower-case hex, padded to P's length.
    pub public: String,
    /// K = peer^exponent mod P: lower-case hex, padded to P's length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<String>,
    /// The A-key, the low 64 bits of K: 16 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_key: Option<String>,
    /// The arithmetic that was used.
    pub backend: String,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answer([redacted])")
    }
}

/// Which number was refused, and why; never shows the number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("dh: {field}: {reason}")]
pub struct DhError {
    /// `p`, `g`, `exponent`, `peer` or `backend`.
    pub field: &'static str,
    /// What is wrong with it.
    pub reason: String,
}

impl DhError {
    fn new(field: &'static str, reason: impl fmt::Display) -> Self {
        Self { field, reason: reason.to_string() }
    }
}

impl Request {
    /// Checks the numbers, then computes.
    pub fn answer(&self) -> Result<Answer, DhError> {
        let (p, g) = (octets("p", &self.p)?, octets("g", &self.g)?);
        let group = Group::new(&p, &g, MIN_BITS).map_err(|error| DhError::new(error.field(), error))?;
        let exponent = exponent(&self.exponent)?;
        let peer = match &self.peer {
            Some(peer) => Some(group.check(&octets("peer", peer)?).map_err(|error| DhError::new("peer", error))?),
            None => None,
        };
        let backend = self.backend.unwrap_or_else(Backend::detect);
        if !backend.is_usable() {
            return Err(DhError::new("backend", format_args!("this processor cannot run {backend}")));
        }

        let (group, exponent) = (Arc::new(group), Arc::new(exponent));
        let power = |base| Power { group: Arc::clone(&group), base, exponent: Arc::clone(&exponent) }.run(backend);
        let public = power(Base::Generator).map_err(|error| DhError::new("g", error))?.into_public();
        let shared = peer.map(|peer| power(Base::Element(peer)).and_then(Residue::into_shared)).transpose();
        let shared = shared.map_err(|error| DhError::new("peer", error))?;
        Ok(Answer {
            public: hex(&public),
            shared: shared.as_ref().map(|k| hex(k.as_bytes())),
            a_key: shared.as_ref().map(|k| hex(k.a_key().expose())),
            backend: backend.to_string(),
        })
    }
}

/// The exponent at its own length: the laboratory may leave out leading zeros, or have fewer bits than would be safe.
fn exponent(digits: &str) -> Result<Exponent, DhError> {
    let octets = octets("exponent", digits)?;
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    let value = &octets[zeros..];
    let Some(first) = value.first() else {
        return Err(DhError::new("exponent", "is zero"));
    };
    let bits = value.len() * 8 - first.leading_zeros() as usize;
    if bits > EXPONENT_MAX_BITS as usize {
        return Err(DhError::new("exponent", format_args!("has {bits} bits, more than {EXPONENT_MAX_BITS}")));
    }
    Exponent::from_bytes(value, bits as u32).map_err(|error| DhError::new("exponent", error))
}

/// Reads hex of either case; with an odd number of digits the first octet has one.
fn octets(field: &'static str, digits: &str) -> Result<Vec<u8>, DhError> {
    if digits.is_empty() {
        return Err(DhError::new(field, "is empty"));
    }
    let mut values = Vec::with_capacity(digits.len());
    for (place, character) in digits.chars().enumerate() {
        let digit = character.to_digit(16);
        values.push(digit.ok_or_else(|| DhError::new(field, format_args!("digit {} is not hex", place + 1)))? as u8);
    }
    Ok(values.rchunks(2).rev().map(|pair| pair.iter().fold(0, |octet, digit| octet << 4 | digit)).collect())
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(2 * FIELD_OCTETS), |text, octet| text + &format!("{octet:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const P: &str = "FFFFffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74\
                     020bbea63b139b22514a08798e3404ddef9519b3cd3a439dffffffffffffffff";
    const G: &str = "95d6068308d04d95c5cd9917c9a9e2b3c42a4fe9";
    const Y: &str = "cbf09eaa93a766bddea706a25cbf99c567b81a65";
    const BS_RESULT: &str = "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e\
                             3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9";
    const MS_RESULT: &str = "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1b\
                             c4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820";
    const K: &str = "7d081ebc3e919f5b0a8f632caaecdb82f20aa09d63c598504e81beffc59309e1\
                     e5c18430bcbccc77d2f682a17aec5f86767984e232afdd3be0d83abf6441b6e7";

    fn request(p: &str, g: &str, exponent: &str, peer: Option<&str>) -> Request {
        Request { p: p.into(), g: g.into(), exponent: exponent.into(), peer: peer.map(Into::into), backend: None }
    }

    #[test]
    fn the_answer_is_that_of_the_contract() {
        let alone = request(P, G, Y, None).answer().unwrap();
        let backend = Backend::detect();
        assert_eq!(
            serde_json::to_string(&alone).unwrap(),
            format!(r#"{{"public":"{BS_RESULT}","backend":"{backend}"}}"#)
        );
        for backend in Backend::all_usable() {
            let request = Request { backend: Some(backend), ..request(P, G, Y, Some(MS_RESULT)) };
            let answer = serde_json::to_string(&request.answer().unwrap()).unwrap();
            let expected = format!(
                r#"{{"public":"{BS_RESULT}","shared":"{K}","a_key":"e0d83abf6441b6e7","backend":"{backend}"}}"#
            );
            assert_eq!(answer, expected);
        }
    }

    #[test]
    fn small_numbers_are_padded_and_odd_digits_allowed() {
        let answer = request(P, "2", "1", Some("00003")).answer().unwrap();
        assert_eq!(answer.public, format!("{}2", "0".repeat(127)));
        assert_eq!(answer.shared, Some(format!("{}3", "0".repeat(127))));
        assert_eq!(answer.a_key.as_deref(), Some("0000000000000003"));
        let long = request(P, G, &"F".repeat(510), None).answer().unwrap();
        assert_eq!(long.public.len(), 128);
    }

    #[test]
    fn refusals_name_field_and_reason() {
        let end = |last: &str| format!("{}{last}", &P[..127]);
        let cases = [
            (request(&end("e"), G, Y, None), "dh: p: is even"),
            (request("", G, Y, None), "dh: p: is empty"),
            (request("fg", G, Y, None), "dh: p: digit 2 is not hex"),
            (request("0xff", G, Y, None), "dh: p: digit 2 is not hex"),
            (request("ff", G, Y, None), "dh: p: has 8 bits, fewer than 512"),
            (request(&end("d"), G, Y, None), "dh: p: is not prime"),
            (request(P, "é", Y, None), "dh: g: digit 1 is not hex"),
            (request(P, "1", Y, None), "dh: g: is not greater than 1"),
            (request(P, &end("e"), Y, None), "dh: g: is not less than P - 1"),
            (request(P, G, "0", None), "dh: exponent: is zero"),
            (request(P, G, "", None), "dh: exponent: is empty"),
            (request(P, G, &"1".repeat(511), None), "dh: exponent: has 2041 bits, more than 2040"),
            (request(P, G, Y, Some("")), "dh: peer: is empty"),
            (request(P, G, Y, Some("0")), "dh: peer: is not greater than 1"),
            (request(P, G, Y, Some("1")), "dh: peer: is not greater than 1"),
            (request(P, G, Y, Some(&end("e"))), "dh: peer: is not less than P - 1"),
            (request(P, G, Y, Some(P)), "dh: peer: is not less than P - 1"),
            (request(P, G, Y, Some(&format!("{P}0"))), "dh: peer: has 65 octets, more than the 64 of P"),
        ];
        for (request, refusal) in cases {
            assert_eq!(request.answer().unwrap_err().to_string(), refusal);
        }
    }

    #[test]
    fn a_trivial_secret_is_the_peers_fault() {
        // A quadratic residue to the power (P - 1)/2 is 1.
        let half = "7fffffffffffffffe487ed5110b4611a62633145c06e0e68948127044533e63a\
                    0105df531d89cd9128a5043cc71a026ef7ca8cd9e69d21ceffffffffffffffff";
        let refused = request(P, "5", half, Some("4")).answer().unwrap_err();
        assert_eq!(refused.to_string(), "dh: peer: the shared secret is trivial");
        assert_eq!(format!("{:?}", request(P, G, Y, None)), "Request([redacted])");
    }
}
