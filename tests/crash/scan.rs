//! Looks for secrets in octets: as they are, in hex digits and in base64.

use std::collections::HashMap;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};

/// What is looked for.
pub(crate) struct Wanted {
    /// Which pairs of octets begin something that is wanted.
    begins: Vec<bool>,
    /// What is wanted, by its first eight octets.
    by_head: HashMap<[u8; 8], Vec<Pattern>>,
}

struct Pattern {
    octets: Vec<u8>,
    name: String,
}

/// Octets by which patterns are found.
const HEAD: usize = 8;
/// What is read of a process or file at once, and how far two readings overlap.
const WINDOW: usize = 1 << 20;
const OVERLAP: usize = 64;

impl Wanted {
    /// Wants these secrets, of 8 to 24 octets each.
    pub(crate) fn new<'s>(secrets: impl Iterator<Item = &'s [u8]>) -> Self {
        let mut wanted = Self { begins: vec![false; 1 << 16], by_head: HashMap::new() };
        for (number, secret) in secrets.enumerate() {
            assert!((HEAD..=24).contains(&secret.len()), "a secret of {} octets", secret.len());
            wanted.add(secret.to_vec(), format!("secret {number} as it is"));
            let reversed: Vec<u8> = secret.iter().rev().copied().collect();
            wanted.add(reversed, format!("secret {number} from its end"));
            let hex = secret.iter().fold(String::new(), |hex, octet| hex + &format!("{octet:02x}"));
            wanted.add(hex.to_ascii_uppercase().into_bytes(), format!("secret {number} in upper-case hex digits"));
            wanted.add(hex.into_bytes(), format!("secret {number} in hex digits"));
            for (set, alphabet) in [("base64", &alphabet::STANDARD), ("base64url", &alphabet::URL_SAFE)] {
                // Within a longer text a secret may begin at any of three places; the digits at its edges belong to its neighbours too.
                for before in 0..3 {
                    let octets = [vec![0; before], secret.to_vec()].concat();
                    let text = GeneralPurpose::new(alphabet, NO_PAD).encode(&octets);
                    let own = &text.as_bytes()[(8 * before).div_ceil(6)..8 * octets.len() / 6];
                    if own.len() >= HEAD {
                        wanted.add(own.to_vec(), format!("secret {number} in {set}, {before} octets in"));
                    }
                }
            }
        }
        wanted
    }

    fn add(&mut self, octets: Vec<u8>, name: String) {
        let head = *octets.first_chunk::<HEAD>().expect("long enough");
        self.begins[pair(&octets)] = true;
        self.by_head.entry(head).or_default().push(Pattern { octets, name });
    }

    /// The names of what is found.
    pub(crate) fn find(&self, octets: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        for at in 0..octets.len().saturating_sub(HEAD - 1) {
            if !self.begins[pair(&octets[at..])] {
                continue;
            }
            let head = octets[at..].first_chunk::<HEAD>().expect("eight octets");
            let here = self.by_head.get(head).into_iter().flatten();
            found.extend(here.filter(|pattern| octets[at..].starts_with(&pattern.octets)).map(|p| p.name.clone()));
        }
        found
    }

    /// The names of what a file holds, which may be larger than memory.
    pub(crate) fn find_in_file(&self, file: &Path) -> Vec<String> {
        let file = File::open(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let length = file.metadata().expect("its length").len();
        self.find_between(&file, 0, length)
    }

    /// The names of what the memory of a process holds, and how many octets of it could be read.
    pub(crate) fn find_in_process(&self, id: u32) -> (Vec<String>, u64) {
        let memory = File::open(format!("/proc/{id}/mem")).expect("the memory of a process");
        let maps = fs::read_to_string(format!("/proc/{id}/maps")).expect("its maps");
        let (mut found, mut octets) = (Vec::new(), 0);
        for line in maps.lines() {
            let mut words = line.split_ascii_whitespace();
            let (Some(range), Some(rights)) = (words.next(), words.next()) else { continue };
            // What is not written to came from a file.
            if !rights.starts_with("rw") {
                continue;
            }
            let place = |text: &str| u64::from_str_radix(text, 16).expect("an address");
            let (from, to) = range.split_once('-').expect("a range");
            let (from, to) = (place(from), place(to));
            found.extend(self.find_between(&memory, from, to));
            octets += to - from;
        }
        (found, octets)
    }

    fn find_between(&self, file: &File, from: u64, to: u64) -> Vec<String> {
        let (mut found, mut at) = (Vec::new(), from);
        let mut window = vec![0; WINDOW];
        while at < to {
            let length = (to - at).min(WINDOW as u64) as usize;
            match file.read_at(&mut window[..length], at) {
                Ok(read @ 1..) => {
                    found.extend(self.find(&window[..read]));
                    at += if read == WINDOW { (read - OVERLAP) as u64 } else { read as u64 };
                }
                // A page that nobody may read, such as one of memfd_secret.
                _ => at += 4096,
            }
        }
        found
    }
}

fn pair(octets: &[u8]) -> usize {
    usize::from(octets[0]) << 8 | usize::from(octets[1])
}

#[test]
fn a_secret_is_found_however_it_is_written() {
    let secret = [0xFB, 0xEF, 0xBE, 0x00, 0x41, 0x99, 0x7A, 0xFF];
    let wanted = Wanted::new(std::iter::once(secret.as_slice()));
    let standard = GeneralPurpose::new(&alphabet::STANDARD, NO_PAD);
    let texts = [
        [b"x".as_slice(), &secret, b"y"].concat(),
        b"key=fbefbe0041997aff;".to_vec(),
        b"FBEFBE0041997AFF".to_vec(),
        standard.encode([b"a".as_slice(), &secret, b"bcd"].concat()).into_bytes(),
        standard.encode([b"ab".as_slice(), &secret].concat()).into_bytes(),
        standard.encode(secret).into_bytes(),
    ];
    for text in &texts {
        assert!(!wanted.find(text).is_empty(), "{}", String::from_utf8_lossy(text));
    }
    assert!(wanted.find(b"fbefbe0041997afe and nothing else").is_empty());
    let held = Box::new(secret);
    let (found, octets) = wanted.find_in_process(std::process::id());
    assert!(!found.is_empty() && octets > 0, "our own memory holds it");
    drop(held);
}
