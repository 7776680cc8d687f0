//! What the laboratory's authentication centre keeps: subscribers, their keys, and the exchanges that it has begun.
//!
//! In memory, and in a file of its owner's alone (0600) that is replaced as a whole after each change, so that a centre that is stopped in the middle
//! goes on. For laboratories: keys and y lie in it as they are. Called by the rest of the centre.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::ansi41::identity::Identity;

/// A subscriber as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Subscriber {
    /// MIN, 10 digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<String>,
    /// IMSI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imsi: Option<String>,
    /// ESN, 8 hex digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub esn: Option<String>,
    /// MEID, 14 hex digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meid: Option<String>,
    /// The key in use, hex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_key: Option<String>,
    /// The exchange that brought it, where that has a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<String>,
    /// KeyVersion of the handset, where it was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_version: Option<u32>,
    /// What is under way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
    /// How often its key was made live.
    pub updates: u32,
}

/// An exchange under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case", deny_unknown_fields)]
pub enum Pending {
    /// Public values were given out; y (hex) waits for MS_RESULT. `None`: it will be drawn then.
    Given {
        /// AKeyProtocolVersion.
        version: u8,
        /// y.
        y: Option<String>,
    },
    /// The new key, beside the one in use.
    Key {
        /// The key, hex.
        a_key: String,
        /// MS_RESULT that it came of, if it was computed here, hex.
        #[serde(skip_serializing_if = "Option::is_none")]
        ms_result: Option<String>,
        /// BS_RESULT that was told with it, hex.
        #[serde(skip_serializing_if = "Option::is_none")]
        bs_result: Option<String>,
        /// The exchange that delivered it, hex.
        #[serde(skip_serializing_if = "Option::is_none")]
        exchange: Option<String>,
    },
}

impl Subscriber {
    /// Its name in reports: MIN, else IMSI, else whatever there is.
    pub fn msid(&self) -> &str {
        self.min.as_ref().or(self.imsi.as_ref()).or(self.meid.as_ref()).or(self.esn.as_ref()).map_or("", |name| name)
    }

    /// As signalling names it.
    pub fn identity(&self) -> Identity {
        let upper = |text: &Option<String>| text.as_ref().map(|text| text.to_ascii_uppercase());
        Identity { min: self.min.clone(), imsi: self.imsi.clone(), esn: upper(&self.esn), meid: upper(&self.meid) }
    }

    /// Where it stands, in a word.
    pub fn state(&self) -> &'static str {
        match (&self.pending, self.updates) {
            (Some(Pending::Given { .. }), _) => "given",
            (Some(Pending::Key { .. }), _) => "pending",
            (None, 0) => "idle",
            (None, _) => "updated",
        }
    }
}

/// All of it. Cheap to clone; all clones are the same one.
#[derive(Clone)]
pub struct Book(Arc<Mutex<Inner>>);

struct Inner {
    subscribers: Vec<Subscriber>,
    /// By each of its names.
    names: HashMap<String, usize>,
    file: Option<PathBuf>,
    dirty: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    subscribers: Vec<Subscriber>,
}

impl Book {
    /// A book of these subscribers, which nothing outlives.
    pub fn new(subscribers: Vec<Subscriber>) -> Self {
        let mut inner = Inner { subscribers, names: HashMap::new(), file: None, dirty: false };
        inner.index();
        Self(Arc::new(Mutex::new(inner)))
    }

    /// The book in a file. Subscribers that are not in it yet are added; a file that is missing is made.
    pub fn open(file: &Path, more: Vec<Subscriber>) -> io::Result<Self> {
        let mut subscribers = match fs::read(file) {
            Ok(text) => {
                let invalid = |error: serde_json::Error| io::Error::new(io::ErrorKind::InvalidData, error);
                serde_json::from_slice::<Stored>(&text).map_err(invalid)?.subscribers
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let known: std::collections::HashSet<String> =
            subscribers.iter().map(|known| known.msid().to_owned()).collect();
        subscribers.extend(more.into_iter().filter(|new| !known.contains(new.msid())));
        let book = Self::new(subscribers);
        book.with(|inner| {
            inner.file = Some(file.to_owned());
            inner.dirty = true;
        });
        book.save()?;
        Ok(book)
    }

    /// Which subscriber signalling means, `None` for nobody.
    pub fn find(&self, identity: &Identity) -> Option<usize> {
        let Identity { min, imsi, meid, esn } = identity;
        let mut names = [min, imsi, meid, esn].into_iter().flatten();
        self.with(|inner| names.find_map(|name| inner.names.get(name)).copied())
    }

    /// One subscriber.
    pub fn get(&self, at: usize) -> Subscriber {
        self.with(|inner| inner.subscribers.get(at).cloned().unwrap_or_default())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.with(|inner| inner.subscribers.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them.
    pub fn all(&self) -> Vec<Subscriber> {
        self.with(|inner| inner.subscribers.clone())
    }

    /// Changes one subscriber.
    pub fn change<T>(&self, at: usize, change: impl FnOnce(&mut Subscriber) -> T) -> Option<T> {
        self.with(|inner| {
            inner.dirty = true;
            inner.subscribers.get_mut(at).map(change)
        })
    }

    /// Writes what has changed since it was last written.
    pub fn save(&self) -> io::Result<()> {
        let Some((file, text)) = self.with(|inner| {
            let file = inner.file.clone().filter(|_| std::mem::take(&mut inner.dirty))?;
            let stored = Stored { subscribers: inner.subscribers.clone() };
            Some((file, serde_json::to_vec_pretty(&stored).unwrap_or_default()))
        }) else {
            return Ok(());
        };
        let fresh = file.with_extension("new");
        let mut made = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
        made.write_all(&text)?;
        made.sync_all()?;
        fs::rename(fresh, file)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Inner {
    fn index(&mut self) {
        for (at, subscriber) in self.subscribers.iter().enumerate() {
            let Identity { min, imsi, esn, meid } = subscriber.identity();
            for name in [min, imsi, esn, meid].into_iter().flatten() {
                self.names.entry(name).or_insert(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_outlives_its_process() {
        let file = std::env::temp_dir().join(format!("akeyd-ac-{}.json", std::process::id()));
        let _ = fs::remove_file(&file);
        let subscriber = |min: &str| Subscriber { min: Some(min.into()), ..Subscriber::default() };
        let book = Book::open(&file, vec![subscriber("1111111111")]).unwrap();
        book.change(0, |subscriber| {
            subscriber.pending = Some(Pending::Given { version: 3, y: Some("05".into()) });
        });
        book.save().unwrap();
        let again = Book::open(&file, vec![subscriber("1111111111"), subscriber("2222222222")]).unwrap();
        assert_eq!((again.len(), again.get(0).state(), again.get(1).state()), (2, "given", "idle"));
        assert_eq!(again.find(&Identity { min: Some("2222222222".into()), ..Identity::default() }), Some(1));
        fs::write(&file, "{}").unwrap();
        assert!(Book::open(&file, Vec::new()).is_err());
        fs::remove_file(&file).unwrap();
    }
}
