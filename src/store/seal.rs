//! Secrets at rest: encrypted before they reach the file, and bound to the place where they stand.
//!
//! XChaCha20-Poly1305 with a random nonce. What kind of record it is, which one, and the number of the key are authenticated with it, so
//! that a sealed value means nothing anywhere else. Master keys have 256 bits and come from a file that nobody else can read. Never
//! decides what is a secret. Called by [`super::embedded`] and by `cli`, which reads and makes key files.
//!
//! A sealed value is: number of the key (1 octet), nonce (24), ciphertext, tag (16).

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use akeyd_hw::Secret;
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

/// Octets of a master key.
const KEY: usize = 32;
/// Octets of a nonce.
const NONCE: usize = 24;
/// Octets by which a value grows.
pub const OVERHEAD: usize = 1 + NONCE + 16;

/// A master key: wiped when dropped, never printed.
pub struct MasterKey(Secret<KEY>);

/// Why there is no master key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be opened, read or written.
    #[error("{0}")]
    File(#[from] io::Error),
    /// Others than its owner can read it.
    #[error("others can read it (mode {0:03o}): chmod 600")]
    Exposed(u32),
    /// It holds something else.
    #[error("is not a key: 64 hex digits, as `akeyd keygen` writes them")]
    Malformed,
    /// None could be drawn.
    #[error(transparent)]
    Random(#[from] NoRandom),
}

/// The random source gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no random numbers: {0}")]
pub struct NoRandom(getrandom::Error);

impl MasterKey {
    /// Draws one.
    pub fn draw() -> Result<Self, NoRandom> {
        let mut result = Ok(());
        let key = Secret::fill_with(|octets| result = getrandom::fill(octets));
        result.map(|()| Self(key)).map_err(NoRandom)
    }

    /// Reads one: 64 hex digits and perhaps a line end.
    ///
    /// # Errors
    /// When the file is not there, can be read by others, or holds anything else. A file among systemd's credentials may be readable by a
    /// group: an access list that lets the service read it shows so.
    pub fn read(file: &Path) -> Result<Self, KeyError> {
        let mut file_ = File::open(file)?;
        let about = file_.metadata()?;
        let credential = std::env::var_os("CREDENTIALS_DIRECTORY").is_some_and(|folder| file.starts_with(folder));
        let others = if credential { 0o007 } else { 0o077 };
        if about.mode() & others != 0 {
            return Err(KeyError::Exposed(about.mode() & 0o777));
        }
        // One octet more than fits shows that there is more.
        let mut text = Zeroizing::new([0; 2 * KEY + 2]);
        let mut length = 0;
        while length < text.len() {
            match file_.read(&mut text[length..])? {
                0 => break,
                read => length += read,
            }
        }
        let digits = text[..length].strip_suffix(b"\n").unwrap_or(&text[..length]);
        if digits.len() != 2 * KEY {
            return Err(KeyError::Malformed);
        }
        let mut right = true;
        let key = Secret::fill_with(|octets| {
            for (octet, pair) in octets.iter_mut().zip(digits.chunks_exact(2)) {
                let digit = |digit: u8| char::from(digit).to_digit(16);
                match (digit(pair[0]), digit(pair[1])) {
                    (Some(high), Some(low)) => *octet = (high << 4 | low) as u8,
                    _ => right = false,
                }
            }
        });
        if right { Ok(Self(key)) } else { Err(KeyError::Malformed) }
    }

    /// Writes it to a file that is not there yet, for its owner alone, and makes that durable.
    pub fn write_new(&self, file: &Path) -> io::Result<()> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = Zeroizing::new([b'\n'; 2 * KEY + 1]);
        for (pair, octet) in text.chunks_exact_mut(2).zip(self.0.expose()) {
            pair.copy_from_slice(&[DIGITS[usize::from(octet >> 4)], DIGITS[usize::from(octet & 15)]]);
        }
        let mut made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
        made.write_all(&*text)?;
        made.sync_all()?;
        sync_folder(file)
    }
}

/// Makes the entry of a file in its folder durable.
pub(super) fn sync_folder(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

/// Overwrites a file of secrets, makes that durable, and removes it. What the storage keeps of the old octets elsewhere is beyond us.
pub fn destroy(file: &Path) -> io::Result<()> {
    let mut open = OpenOptions::new().write(true).open(file)?;
    let length = open.metadata()?.len();
    io::copy(&mut io::repeat(0).take(length), &mut open)?;
    open.sync_all()?;
    fs::remove_file(file)?;
    sync_folder(file)
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// What kind of record a secret belongs to; part of what is authenticated, so never renumbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Sealed {
    /// Shows that a key is the right one.
    Check = 0,
    /// The secrets of a subscriber: digests, the server's password, SPC.
    Subscriber = 1,
    /// The key of an exchange.
    Key = 2,
    /// What a delivery carries.
    Delivery = 3,
}

/// A sealed value that does not open: another key's, another record's, or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value does not open")]
pub struct Unopened;

/// The keys in use, each with its number in the store; new values are sealed under the last.
pub struct Keyring {
    keys: Vec<(u8, MasterKey)>,
}

impl Keyring {
    /// A ring of one key or more, the last being the one to seal under.
    pub fn new(keys: Vec<(u8, MasterKey)>) -> Self {
        assert!(!keys.is_empty(), "a ring has a key");
        Self { keys }
    }

    /// The number of the key that values are sealed under.
    pub fn current(&self) -> u8 {
        self.keys[self.keys.len() - 1].0
    }

    /// Seals a secret of one record.
    pub fn seal(&self, kind: Sealed, record: &[u8], secret: &[u8]) -> Result<Vec<u8>, NoRandom> {
        let (number, key) = &self.keys[self.keys.len() - 1];
        seal_under(key, *number, kind, record, secret)
    }

    /// Opens what [`seal`](Self::seal) gave for the same record.
    pub fn open(&self, kind: Sealed, record: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
        let number = number_of(sealed).ok_or(Unopened)?;
        let (_, key) = self.keys.iter().find(|(own, _)| *own == number).ok_or(Unopened)?;
        open_under(key, kind, record, sealed)
    }
}

/// The number of the key that a value is sealed under.
pub fn number_of(sealed: &[u8]) -> Option<u8> {
    sealed.first().copied()
}

/// Seals under one key.
pub fn seal_under(
    key: &MasterKey,
    number: u8,
    kind: Sealed,
    record: &[u8],
    secret: &[u8],
) -> Result<Vec<u8>, NoRandom> {
    let mut sealed = Vec::with_capacity(secret.len() + OVERHEAD);
    sealed.push(number);
    sealed.resize(1 + NONCE, 0);
    getrandom::fill(&mut sealed[1..]).map_err(NoRandom)?;
    let nonce = XNonce::try_from(&sealed[1..]).unwrap_or_default();
    // The room is there, so the vector does not move and leaves no copy in clear behind.
    sealed.extend_from_slice(secret);
    let cipher = XChaCha20Poly1305::new(key.0.expose().into());
    let bound = bound(number, kind, record);
    let tag = cipher.encrypt_inout_detached(&nonce, &bound, (&mut sealed[1 + NONCE..]).into());
    sealed.extend_from_slice(&tag.expect("a secret is far shorter than the cipher's 256 GiB"));
    Ok(sealed)
}

/// Opens under one key.
pub fn open_under(key: &MasterKey, kind: Sealed, record: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let (number, rest) = sealed.split_first().ok_or(Unopened)?;
    let (nonce, rest) = rest.split_at_checked(NONCE).ok_or(Unopened)?;
    let (secret, tag) = rest.split_last_chunk::<16>().ok_or(Unopened)?;
    let mut secret = Zeroizing::new(secret.to_vec());
    let cipher = XChaCha20Poly1305::new(key.0.expose().into());
    let nonce = XNonce::try_from(nonce).map_err(|_| Unopened)?;
    let opened =
        cipher.decrypt_inout_detached(&nonce, &bound(*number, kind, record), secret.as_mut_slice().into(), tag.into());
    opened.map(|()| secret).map_err(|_| Unopened)
}

/// What is authenticated beside the secret. The record's name comes last, so that no two look alike.
fn bound(number: u8, kind: Sealed, record: &[u8]) -> Vec<u8> {
    [b"akeyd", &[number, kind as u8][..], record].concat()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("akeyd-seal-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_sealed_value_opens_in_its_place_alone() {
        let (key, other) = (MasterKey::draw().unwrap(), MasterKey::draw().unwrap());
        let sealed = seal_under(&key, 7, Sealed::Key, b"one", b"secret").unwrap();
        assert_eq!(sealed.len(), 6 + OVERHEAD);
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        assert_eq!(open_under(&key, Sealed::Key, b"one", &sealed).unwrap().as_slice(), b"secret");
        assert!(open_under(&other, Sealed::Key, b"one", &sealed).is_err());
        assert!(open_under(&key, Sealed::Delivery, b"one", &sealed).is_err());
        assert!(open_under(&key, Sealed::Key, b"two", &sealed).is_err());
        for place in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[place] ^= 1;
            assert!(open_under(&key, Sealed::Key, b"one", &damaged).is_err(), "octet {place}");
            assert!(open_under(&key, Sealed::Key, b"one", &sealed[..place]).is_err(), "cut at {place}");
        }
        let again = seal_under(&key, 7, Sealed::Key, b"one", b"secret").unwrap();
        assert_ne!(sealed, again, "nonces are drawn");
    }

    #[test]
    fn a_ring_seals_under_its_last_key_and_opens_under_all() {
        let old = MasterKey::draw().unwrap();
        let sealed = seal_under(&old, 1, Sealed::Key, b"x", b"old").unwrap();
        let ring = Keyring::new(vec![(1, old), (2, MasterKey::draw().unwrap())]);
        assert_eq!(ring.open(Sealed::Key, b"x", &sealed).unwrap().as_slice(), b"old");
        let new = ring.seal(Sealed::Key, b"x", b"new").unwrap();
        assert_eq!((number_of(&new), ring.current()), (Some(2), 2));
        assert_eq!(ring.open(Sealed::Key, b"x", &new).unwrap().as_slice(), b"new");
        assert_eq!(ring.open(Sealed::Key, b"x", &[3; 64]), Err(Unopened));
    }

    #[test]
    fn a_key_file_is_its_owners_alone_and_never_overwritten() {
        let file = folder("file").join("store.key");
        let key = MasterKey::draw().unwrap();
        key.write_new(&file).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
        assert_eq!(MasterKey::read(&file).unwrap().0.expose(), key.0.expose());
        assert_eq!(key.write_new(&file).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        for mode in [0o640, 0o604, 0o620] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            assert!(matches!(MasterKey::read(&file), Err(KeyError::Exposed(_))), "{mode:o}");
        }
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        for wrong in ["", &text[1..], &format!("{text}\n"), &text.replace(&text[..1], "g"), &format!("{text}00")] {
            fs::write(&file, wrong).unwrap();
            assert!(matches!(MasterKey::read(&file), Err(KeyError::Malformed)), "{wrong}");
        }
        fs::write(&file, text.trim_end()).unwrap();
        assert!(MasterKey::read(&file).is_ok(), "a line end may lack");
        destroy(&file).unwrap();
        assert!(!file.exists());
    }
}
