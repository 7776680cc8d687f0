//! Wrapping, against RFC 5649 and openssl.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::process::{Command, Stdio};

use super::*;

fn octets(hex: &str) -> Vec<u8> {
    let digits: Vec<_> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    digits.chunks(2).map(|two| (two[0] << 4 | two[1]) as u8).collect()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |text, octet| text + &format!("{octet:02x}"))
}

fn keys() -> [Key; 2] {
    [Key::A(AKey::new(Box::new([0xA5; 8]))), Key::Root(RootKey::new(Box::new(std::array::from_fn(|at| at as u8))))]
}

/// RFC 5649 section 6: 192 bits of transport key, 20 and 7 octets within.
#[test]
fn the_cipher_answers_as_the_standard_does() {
    let cipher = KwpAes192::new_from_slice(&octets("5840df6e29b02af1 ab493b705bf16ea1 ae8338f4dcc176a8")).unwrap();
    for (plain, wrapped) in [
        (
            "c37b7e6492584340 bed1220780894115 5068f738",
            "138bdeaa9b8fa7fc 61f97742e72248ee 5ae6ae5360d1ae6a 5f54f373fa543b6a",
        ),
        ("466f7250617369", "afbeb0f07dfbf541 9200f2ccb50bb24f"),
    ] {
        let mut room = [0; 32];
        assert_eq!(cipher.wrap_key(&octets(plain), &mut room).unwrap(), octets(wrapped));
        assert_eq!(cipher.unwrap_key(&octets(wrapped), &mut room).unwrap(), octets(plain));
    }
}

#[test]
fn what_is_wrapped_comes_out_and_nothing_else_does() {
    for bits in [128, 192, 256] {
        let transport = TransportKey::new(&vec![bits as u8; bits / 8]).unwrap();
        for key in keys() {
            let wrapped = transport.wrap(ExchangeId(0x0123_4567_89AB_CDEF), &key);
            assert_eq!(kind_of(&wrapped), Some(key.kind()));
            let (exchange, out) = transport.unwrap(&wrapped).unwrap();
            assert_eq!((exchange.0, &out), (0x0123_4567_89AB_CDEF, &key));
            for at in 0..wrapped.len() {
                let mut damaged = wrapped.clone();
                damaged[at] ^= 1 << (at % 8);
                assert_eq!(transport.unwrap(&damaged), Err(UnwrapError));
                assert_eq!(transport.unwrap(&wrapped[..at]), Err(UnwrapError));
            }
            let other = TransportKey::new(&[7; 32]).unwrap();
            assert_eq!(other.unwrap(&wrapped), Err(UnwrapError));
        }
    }
}

#[test]
fn openssl_wraps_and_fingerprints_alike() {
    if Command::new("openssl").arg("version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "openssl is missing");
        return;
    }
    for bits in [128, 192, 256] {
        let transport = TransportKey::new(&vec![0x3C; bits / 8]).unwrap();
        for key in keys() {
            let mut plain = 99_u64.to_be_bytes().to_vec();
            plain.push(u8::from(key.kind() == Kind::RootKey));
            plain.extend(key.expose());
            let run = |arguments: &[&str], input: &[u8]| {
                let mut openssl = Command::new("openssl")
                    .args(arguments)
                    .stdin(Stdio::piped())
                    .stdout(Stdio::piped())
                    .spawn()
                    .unwrap();
                openssl.stdin.take().unwrap().write_all(input).unwrap();
                let output = openssl.wait_with_output().unwrap();
                assert!(output.status.success());
                output.stdout
            };
            let cipher = format!("-id-aes{bits}-wrap-pad");
            let secret = hex(&transport.0);
            let wrapped = run(&["enc", "-e", &cipher, "-K", &secret, "-iv", "a65959a6"], &plain);
            assert_eq!(transport.wrap(ExchangeId(99), &key), wrapped);
            let option = format!("hexkey:{secret}");
            let mac = run(&["dgst", "-sha256", "-mac", "HMAC", "-macopt", &option, "-binary"], key.expose());
            assert_eq!(transport.fingerprint(&key).as_slice(), &mac[..4]);
        }
    }
}

#[test]
fn a_transport_key_is_its_owners_file_in_octets_or_hex() {
    let folder = std::env::temp_dir().join(format!("akeyd-transport-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |content: &[u8], mode: u32| {
        let path = folder.join("key");
        let _ = std::fs::remove_file(&path);
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(&path).unwrap();
        file.write_all(content).unwrap();
        path
    };
    let expected = TransportKey::new(&[0xAB; 16]).unwrap();
    let digits = "aB".repeat(16);
    for content in [vec![0xAB; 16], digits.clone().into_bytes(), format!("{digits}\n").into_bytes()] {
        assert_eq!(TransportKey::read(&file(&content, 0o600)).unwrap(), expected);
        assert_eq!(TransportKey::read(&file(&content, 0o400)).unwrap(), expected);
        for mode in [0o640, 0o604] {
            let error = TransportKey::read(&file(&content, mode)).unwrap_err().to_string();
            assert!(error.contains("can be read by others"), "{error}");
        }
    }
    for content in [vec![], vec![0xAB; 15], vec![0xAB; 33], vec![b'a'; 30], vec![b'a'; 66], vec![b'a'; 4096]] {
        let error = TransportKey::read(&file(&content, 0o600)).unwrap_err().to_string();
        assert!(error.starts_with("is not a key"), "{error}");
    }
    assert_eq!(format!("{expected:?}"), "[redacted]");
    std::fs::remove_dir_all(&folder).unwrap();
}
