//! Groups that ship with akeyd: safe primes of published recipes, so that no prime test is needed.
//!
//! Every P is 2^n − 2^(n−64) − 1 + 2^64·(⌊2^(n−130)·π⌋ + k) (RFC 2412 appendix E). Oakley group 1 has n = 768, group 2
//! n = 1024, RFC 3526 group 5 n = 1536; `demo-512` is the smallest k of the same recipe with n = 512 that gives a safe
//! prime. Every G has 20 octets and is a quadratic residue mod P, so its order is the prime (P−1)/2. That of
//! `demo-512` was drawn for the project's test vector; the others are ⌊2^158·π⌋ + k with the smallest k ≥ 0 that gives
//! a residue: 0, 0 and 3.
//!
//! The groups of 512 and 768 bits serve demonstrations and tests: one precomputation would break every installation
//! that shared them. Used by [`crate::Group`].

/// A group known by name.
pub(crate) struct Known {
    pub(crate) name: &'static str,
    pub(crate) p: &'static [u8],
    pub(crate) g: &'static [u8],
}

/// The names, in the order of [`GROUPS`].
pub(crate) const NAMES: &[&str] = &["demo-512", "demo-768", "oakley-1024", "modp-1536"];

/// All of them, smallest first.
pub(crate) static GROUPS: &[Known] = &[
    Known {
        name: NAMES[0],
        p: &octets::<64>(
            "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74\
             020bbea63b139b22514a08798e3404ddef9519b3cd3a439dffffffffffffffff",
        ),
        g: &octets::<20>("95d6068308d04d95c5cd9917c9a9e2b3c42a4fe9"),
    },
    Known {
        name: NAMES[1],
        p: &octets::<96>(
            "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74\
             020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437\
             4fe1356d6d51c245e485b576625e7ec6f44c42e9a63a3620ffffffffffffffff",
        ),
        g: &octets::<20>("c90fdaa22168c234c4c6628b80dc1cd129024e08"),
    },
    Known {
        name: NAMES[2],
        p: &octets::<128>(
            "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74\
             020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437\
             4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed\
             ee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff",
        ),
        g: &octets::<20>("c90fdaa22168c234c4c6628b80dc1cd129024e08"),
    },
    Known {
        name: NAMES[3],
        p: &octets::<192>(
            "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74\
             020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437\
             4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed\
             ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05\
             98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb\
             9ed529077096966d670c354e4abc9804f1746c08ca237327ffffffffffffffff",
        ),
        g: &octets::<20>("c90fdaa22168c234c4c6628b80dc1cd129024e0b"),
    },
];

/// Reads `2 * N` hex digits when compiling; a wrong digit or length does not compile.
const fn octets<const N: usize>(hex: &str) -> [u8; N] {
    const fn digit(character: u8) -> u8 {
        match character {
            b'0'..=b'9' => character - b'0',
            b'a'..=b'f' => character - b'a' + 10,
            _ => panic!("not a lower-case hex digit"),
        }
    }
    let hex = hex.as_bytes();
    assert!(hex.len() == 2 * N, "wrong number of hex digits");
    let mut octets = [0; N];
    let mut i = 0;
    while i < N {
        octets[i] = digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]);
        i += 1;
    }
    octets
}
