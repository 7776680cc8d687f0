//! Makes durable what the centre has taken: a line of JSON for each delivery, synced before it is acknowledged.
//!
//! What was taken meanwhile goes along in one sync. A last line that a crash cut off was never acknowledged, and is cut off for good. When the disk
//! fails the process ends: an acknowledgement that is not durable would make the judge a liar. Called by the rest of the centre.

use std::cell::{Cell, RefCell};
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use tokio::sync::Notify;

use super::ledger::{Entry, Ledger};

/// Exit code of a failed disk (sysexits EX_IOERR).
const EXIT_IO: i32 = 74;

/// The file, or nothing where what is held ends with the process.
#[derive(Default)]
pub(super) struct Journal {
    file: Option<RefCell<File>>,
    waiting: RefCell<Vec<u8>>,
    appended: Cell<u64>,
    synced: Cell<u64>,
    syncing: Cell<bool>,
    bell: Notify,
}

impl Journal {
    /// Opens or makes the file, and takes what it holds into `ledger`.
    pub(super) fn open(path: &Path, ledger: &mut Ledger) -> io::Result<Self> {
        let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path);
        let mut file = open?;
        let mut text = Vec::new();
        file.read_to_end(&mut text)?;
        let whole = text.iter().rposition(|&octet| octet == b'\n').map_or(0, |end| end + 1);
        for (line, number) in text[..whole].split(|&octet| octet == b'\n').zip(1..).filter(|(line, _)| !line.is_empty())
        {
            let entry: Entry = serde_json::from_slice(line).map_err(|error| {
                io::Error::new(io::ErrorKind::InvalidData, format!("{}:{number}: {error}", path.display()))
            })?;
            ledger.take(entry);
        }
        file.set_len(whole as u64)?;
        file.seek(SeekFrom::Start(whole as u64))?;
        file.sync_all()?;
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder)?.sync_all()?;
        }
        Ok(Self { file: Some(RefCell::new(file)), ..Self::default() })
    }

    /// Writes an entry down; [`durable`](Self::durable) says when it is.
    pub(super) fn append(&self, entry: &Entry) {
        let mut waiting = self.waiting.borrow_mut();
        // It is made of texts and numbers, which always can be written.
        let _ = serde_json::to_writer(&mut *waiting, entry);
        waiting.push(b'\n');
        self.appended.set(self.appended.get() + 1);
    }

    /// Waits until everything that was written down so far is durable.
    pub(super) async fn durable(&self) {
        let target = self.appended.get();
        while self.synced.get() < target {
            let synced = self.bell.notified();
            if self.syncing.replace(true) {
                synced.await;
                continue;
            }
            // Others who are ready come along.
            tokio::task::yield_now().await;
            let upto = self.appended.get();
            let octets = std::mem::take(&mut *self.waiting.borrow_mut());
            if let Err(error) = self.write(&octets) {
                eprintln!("akeyd ac: the state file: {error}");
                std::process::exit(EXIT_IO);
            }
            self.synced.set(upto);
            self.syncing.set(false);
            self.bell.notify_waiters();
        }
    }

    fn write(&self, octets: &[u8]) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let mut file = file.borrow_mut();
        file.write_all(octets)?;
        file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Kind;

    #[test]
    fn what_was_acknowledged_is_there_and_a_line_that_was_cut_off_is_not() {
        let path = std::env::temp_dir().join(format!("akeyd-ac-journal-{}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let entry = |key: &str| Entry::computed("1", "d", "m", Kind::AKey, key.into());
        let activate = Entry { seq: 1, action: "activate".into(), kind: None, key: None, ..entry("") };
        for life in 0..3 {
            let mut ledger = Ledger::default();
            let journal = Journal::open(&path, &mut ledger).unwrap();
            assert_eq!(ledger.key("d"), [None, Some("aa"), Some("aa")][life]);
            if life == 0 {
                journal.append(&entry("aa"));
                journal.append(&activate);
                runtime.block_on(journal.durable());
                let mut file = OpenOptions::new().append(true).open(&path).unwrap();
                file.write_all(b"{\"seq\":2,\"exch").unwrap();
            }
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 2);
        std::fs::write(&path, "nonsense\n").unwrap();
        assert!(Journal::open(&path, &mut Ledger::default()).is_err());
        std::fs::remove_file(&path).unwrap();
    }
}
