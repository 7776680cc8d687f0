//! Questions whose answers are known from elsewhere: standards' own examples, and powers that were checked with two other
//! programs. Answers stand here as digits. Called by [`super::run`].

use std::sync::Arc;

use akeyd_hw::{Backend, Base, Exponent, Group, LANES, Power, PowerBatch, Residue};
use chacha20::ChaCha20;
use chacha20::cipher::{KeyIvInit, StreamCipher};
use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha2::{Digest, Sha256};

/// What must come out.
#[derive(Clone)]
pub(super) struct Answers {
    /// MD5 of "abc" (RFC 1321 section A.5).
    pub(super) md5: [u8; 16],
    /// SHA-256 of "abc" (FIPS 180-4's example).
    pub(super) sha256: [u8; 32],
    /// HMAC-SHA256 of test case 2 (RFC 4231 section 4.3).
    pub(super) hmac_sha256: [u8; 32],
    /// The first block under a key and nonce of zeros (RFC 8439 section A.1, test vector 1).
    pub(super) chacha20: [u8; 64],
    /// G^y of `demo-512`.
    pub(super) bs_result: [u8; 64],
    /// The low 64 bits of MS_RESULT^y of `demo-512`.
    pub(super) a_key: [u8; 8],
    /// The other shipped groups: other sizes are other code.
    pub(super) groups: [Powers; 3],
}

/// Both powers with the same y in another group.
#[derive(Clone)]
pub(super) struct Powers {
    pub(super) name: &'static str,
    /// SHA-256 of G^y.
    pub(super) public: [u8; 32],
    /// SHA-256 of K = MS_RESULT^y, where each octet of MS_RESULT is 5A.
    pub(super) shared: [u8; 32],
}

pub(super) const ANSWERS: Answers = Answers {
    md5: octets("900150983cd24fb0d6963f7d28e17f72"),
    sha256: octets("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    hmac_sha256: octets("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    chacha20: octets(
        "76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7\
         da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586",
    ),
    bs_result: octets(
        "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e\
         3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9",
    ),
    a_key: octets("e0d83abf6441b6e7"),
    groups: [
        Powers {
            name: "demo-768",
            public: octets("dae3d4ad12e591bcbed1e8cb9c7201f6937a41421a91b28cea3bf95a8e600588"),
            shared: octets("124bf886b7a360399767a53b35efd348efb7f89ef227bcaf9aea01805883b69a"),
        },
        Powers {
            name: "oakley-1024",
            public: octets("c0e0a03549aacb4e9d54782e8d2e660cc4c9788e19137ffa9994fef3cc4b94ab"),
            shared: octets("96a05ce6cea8340aaf0e2727b5b3c611f7827af6a338c0b9c1c80cc605b0d166"),
        },
        Powers {
            name: "modp-1536",
            public: octets("0516fdc9232bc2c30e38c1da2505de0010c962194c9618361a3cf4e0cdd3e708"),
            shared: octets("1fb5aa701c50eb79f44d76807121969d441185b3d74460f4ed37544886b49431"),
        },
    ],
};

/// y, made as the SHA-1 digest of a fixed string, and the MS_RESULT that a handset with another such exponent sent.
const Y: [u8; 20] = octets("cbf09eaa93a766bddea706a25cbf99c567b81a65");
const MS_RESULT: [u8; 64] = octets(
    "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1b\
     c4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820",
);

/// Whether an answer is the known one.
type Test = fn(&Answers) -> bool;

/// What is not arithmetic, with its name.
pub(super) const PRIMITIVES: &[(&str, Test)] = &[
    ("MD5", |answers| Md5::digest(b"abc").as_slice() == answers.md5),
    ("SHA-256", |answers| Sha256::digest(b"abc").as_slice() == answers.sha256),
    ("HMAC-SHA256", |answers| {
        let keyed = Hmac::<Sha256>::new_from_slice(b"Jefe");
        keyed.is_ok_and(|mac| {
            mac.chain_update(b"what do ya want for nothing?").finalize().into_bytes().as_slice() == answers.hmac_sha256
        })
    }),
    ("ChaCha20", |answers| {
        let mut block = [0; 64];
        ChaCha20::new(&[0; 32].into(), &[0; 12].into()).apply_keystream(&mut block);
        block == answers.chacha20
    }),
];

/// G^y of `demo-512`, in each lane of a full batch.
pub(super) fn public(answers: &Answers, backend: Backend) -> Option<bool> {
    let group = Arc::new(Group::known("demo-512")?);
    let results = in_each_lane(&group, &Base::Generator, backend)?;
    Some(results.len() == LANES && results.into_iter().all(|residue| residue.into_public() == answers.bs_result))
}

/// The A-key of MS_RESULT^y of `demo-512`, in each lane of a full batch.
pub(super) fn a_key(answers: &Answers, backend: Backend) -> Option<bool> {
    let group = Arc::new(Group::known("demo-512")?);
    let base = Base::Element(group.check(&MS_RESULT).ok()?);
    let results = in_each_lane(&group, &base, backend)?;
    let is_known = |residue: Residue| residue.into_shared().is_ok_and(|k| *k.a_key().expose() == answers.a_key);
    Some(results.len() == LANES && results.into_iter().all(is_known))
}

/// Both powers of another group.
pub(super) fn both_powers(known: &Powers, backend: Backend) -> Option<bool> {
    let group = Arc::new(Group::known(known.name)?);
    let public = power(&group, Base::Generator)?.run(backend).ok()?.into_public();
    let ms_result = group.check(&vec![0x5a; group.octets()]).ok()?;
    let shared = power(&group, Base::Element(ms_result))?.run(backend).ok()?.into_shared().ok()?;
    Some(
        Sha256::digest(&public).as_slice() == known.public
            && Sha256::digest(shared.as_bytes()).as_slice() == known.shared,
    )
}

fn in_each_lane(group: &Arc<Group>, base: &Base, backend: Backend) -> Option<Vec<Residue>> {
    let mut batch = PowerBatch::new();
    for _ in 0..LANES {
        batch.push(power(group, base.clone())?).ok()?;
    }
    batch.run(backend).into_iter().collect::<Result<_, _>>().ok()
}

fn power(group: &Arc<Group>, base: Base) -> Option<Power> {
    let exponent = Arc::new(Exponent::from_bytes(&Y, 160).ok()?);
    Some(Power { group: Arc::clone(group), base, exponent })
}

/// Digits to octets while compiling: a wrong digit or length does not build.
const fn octets<const N: usize>(hex: &str) -> [u8; N] {
    let digits = hex.as_bytes();
    assert!(digits.len() == 2 * N, "two digits for each octet");
    let mut octets = [0; N];
    let mut at = 0;
    while at < N {
        octets[at] = digit(digits[2 * at]) << 4 | digit(digits[2 * at + 1]);
        at += 1;
    }
    octets
}

const fn digit(of: u8) -> u8 {
    match of {
        b'0'..=b'9' => of - b'0',
        b'a'..=b'f' => of - b'a' + 10,
        _ => panic!("a hex digit"),
    }
}
