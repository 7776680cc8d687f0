//! Tests of the room as a whole; the server that they play is in `script.rs`.

mod driver;
mod habits;
mod large;
mod mac;
mod mobile;
mod nodes;
mod nodes_of_tree;
mod notify;
mod script;
mod session;
mod wire;

use akeyd_hw::Secret;
use zeroize::Zeroizing;

use super::*;
use crate::words::DeviceId;

/// C.S0016's exchange with made-up numbers: P a 512-bit safe prime after the Oakley recipe, G, x, y from SHA-1 of fixed
/// strings, results by an independent program.
pub(super) mod vector {
    pub(crate) const P: &str = "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a439dffffffffffffffff";
    pub(crate) const G: &str = "95d6068308d04d95c5cd9917c9a9e2b3c42a4fe9";
    pub(crate) const X: &str = "a04de0b1ae32e32cf17c2bf44d597bca2201bc96";
    pub(crate) const BS_RESULT: &str = "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9";
    pub(crate) const MS_RESULT: &str = "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1bc4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820";
    pub(crate) const A_KEY: &str = "e0d83abf6441b6e7";
}

pub(super) fn hex(digits: &str) -> Vec<u8> {
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

pub(super) fn ms_key_request(p: &str, g: &str) -> Vec<u8> {
    hex(&format!("0202{:02x}{p}{:02x}{g}", p.len() / 2, g.len() / 2))
}

pub(super) fn key_generation_request(bs_result: &str) -> Vec<u8> {
    hex(&format!("03{:02x}{bs_result}", bs_result.len() / 2))
}

/// Draws x of the vector where 20 octets are asked for; else counts, so that every nonce is another.
pub(super) fn draw() -> impl FnMut(&mut [u8]) {
    let mut count = 0;
    move |octets| {
        if octets.len() == 20 {
            octets.copy_from_slice(&hex(vector::X));
        } else {
            count += 1;
            octets.fill(count);
        }
    }
}

pub(super) fn account() -> Account {
    Account {
        device_id: DeviceId::new("MEID:A0000000000001").unwrap(),
        url: "http://dm.example/dm".into(),
        version: DmVersion::V1_2,
        scheme: Scheme::Md5,
        user: "Bruce2".into(),
        password: Zeroizing::new("OhBehave".into()),
        server_id: "akeyd".into(),
        server_password: Zeroizing::new("minime".into()),
    }
}

pub(super) fn build() -> Build {
    Build {
        nonces: Nonces { client: b"Nonce".to_vec(), server: b"server nonce".to_vec() },
        keys: Keys { committed: Secret::from_slice(&[7; 8]).map(Key::A), pending: None, key_version: 4 },
        ..Build::of(account())
    }
}

pub(super) fn handset() -> Handset {
    Handset::new(build())
}
