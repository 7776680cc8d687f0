//! Groups on disk that have not served yet, a file for each.
//!
//! ```text
//! akeyd group 1
//! p = ffff…
//! g = 95d6…
//! sha256 = …
//! ```
//!
//! The digest is over the lines before it. A file appears whole (written beside, synced, renamed, the folder synced) and
//! is gone, for good and synced, before its group serves. P and G are public; that nobody planted them is the folder's
//! permissions' business (0700), that they are what they should be is judged again when they are taken. Called by
//! [`super::Groups`] and its keeper.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use akeyd_hw::Group;
use akeyd_hw::prime::Primality;
use sha2::{Digest, Sha256};

use super::make;
use crate::limits;

/// The first line; another number is another format.
const HEAD: &str = "akeyd group 1";
/// What a file's name ends with.
const ENDING: &str = ".group";

/// A folder of groups, of which those count whose P has one size.
pub(super) struct Stock {
    folder: PathBuf,
    bits: u32,
}

impl Stock {
    /// Opens a folder, which is made where there is none.
    pub(super) fn open(folder: &Path, bits: u32) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        let stock = Self { folder: folder.into(), bits };
        for entry in fs::read_dir(folder)? {
            let file = entry?.path();
            if file.extension().is_some_and(|ending| ending == "new") {
                // Of a process that ended while it wrote.
                fs::remove_file(file)?;
            }
        }
        Ok(stock)
    }

    /// Groups that wait.
    pub(super) fn len(&self) -> usize {
        self.files().map_or(0, |files| files.len())
    }

    /// Takes one out, of which the disk knows nothing afterwards. What is no group of ours is removed with a word in the
    /// log. `None` when there is none left, or when none can be removed: then none may serve.
    ///
    /// # Errors
    /// The random source gave nothing to judge by.
    pub(super) fn take(&self) -> Result<Option<Group>, getrandom::Error> {
        let files = match self.files() {
            Ok(files) => files,
            Err(error) => {
                tracing::error!(folder = %self.folder.display(), %error, "fresh groups cannot be read");
                return Ok(None);
            }
        };
        for file in files {
            let text = read(&file);
            if let Err(error) = fs::remove_file(&file).and_then(|()| self.sync()) {
                tracing::error!(file = %file.display(), %error, "a fresh group stays unused: it cannot be removed");
                return Ok(None);
            }
            match text.map_err(|error| error.to_string()).and_then(|text| parse(&text).map_err(str::to_owned)) {
                Ok((p, g)) => {
                    if let Some(group) = self.judged(&p, &g)? {
                        return Ok(Some(group));
                    }
                    tracing::error!(file = %file.display(), "not a group of ours: removed");
                }
                Err(what) => tracing::error!(file = %file.display(), what, "not a fresh group: removed"),
            }
        }
        Ok(None)
    }

    /// The group, if it is one that we would have made.
    fn judged(&self, p: &[u8], g: &[u8]) -> Result<Option<Group>, getrandom::Error> {
        let primality = make::primality(p)?;
        let group = Group::judged(p, g, self.bits, |_| primality).ok();
        Ok(group.filter(|group| primality == Primality::Safe && group.bits() == self.bits && group.has_prime_order()))
    }

    /// Puts one in.
    pub(super) fn put(&self, group: &Group) -> io::Result<()> {
        let name = &hex(&Sha256::digest(group.p()))[..16];
        let (new, file) = (self.folder.join(format!("{name}.new")), self.folder.join(self.name(name)));
        let mut writer = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        writer.write_all(written(group).as_bytes())?;
        writer.sync_all()?;
        fs::rename(&new, file)?;
        self.sync()
    }

    fn name(&self, name: &str) -> String {
        format!("{}-{name}{ENDING}", self.bits)
    }

    /// The files of this size, in the order of their names.
    fn files(&self) -> io::Result<Vec<PathBuf>> {
        let start = format!("{}-", self.bits);
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| name.starts_with(&start) && name.ends_with(ENDING)) {
                files.push(entry.path());
            }
        }
        files.sort();
        files.truncate(limits::GROUP_STOCK);
        Ok(files)
    }

    fn sync(&self) -> io::Result<()> {
        File::open(&self.folder)?.sync_all()
    }
}

fn read(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(file)?.take(limits::GROUP_FILE_OCTETS).read_to_string(&mut text)?;
    Ok(text)
}

fn written(group: &Group) -> String {
    let lines = format!("{HEAD}\np = {}\ng = {}\n", hex(group.p()), hex(group.g()));
    let digest = hex(&Sha256::digest(lines.as_bytes()));
    format!("{lines}sha256 = {digest}\n")
}

/// P and G of a file.
fn parse(text: &str) -> Result<(Vec<u8>, Vec<u8>), &'static str> {
    let body = text.rfind("sha256 = ").ok_or("it has no digest")?;
    let (lines, digest) = text.split_at(body);
    if !lines.starts_with(HEAD) {
        return Err("it has another format");
    }
    if digest.trim_end() != format!("sha256 = {}", hex(&Sha256::digest(lines.as_bytes()))) {
        return Err("its digest is wrong");
    }
    let number = |name: &str| {
        let line = lines.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        line.and_then(octets).ok_or("a number is missing")
    };
    Ok((number("p")?, number("g")?))
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |hex, octet| hex + &format!("{octet:02x}"))
}

fn octets(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.chars().map(|digit| digit.to_digit(16)).collect::<Option<Vec<_>>>()?;
    digits.len().is_multiple_of(2).then(|| digits.chunks(2).map(|pair| (pair[0] << 4 | pair[1]) as u8).collect())
}
