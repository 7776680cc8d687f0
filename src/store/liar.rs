//! A store that lies, to see that the crash tests find it out: some commits are answered as durable and never made.
//!
//! Only in a build with the feature `wrong-answers`, which serves nobody; there `AKEYD_LYING_STORE=N` makes each N-th commit a lie. Called by
//! `cli`, which opens the store.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::desk::record::Change;
use crate::words::{DeviceId, Time};

use super::{OnCopied, OnDurable, OnLoaded, Reading, Store};

struct Liar {
    store: Arc<dyn Store>,
    every: u64,
    commits: AtomicU64,
}

/// This store, or one that lies where the environment asks for it.
pub fn or_honest(store: Arc<dyn Store>) -> Arc<dyn Store> {
    let every = std::env::var("AKEYD_LYING_STORE").ok().and_then(|every| every.parse().ok());
    match every {
        Some(every @ 1..) => Arc::new(Liar { store, every, commits: AtomicU64::new(0) }),
        _ => store,
    }
}

impl Store for Liar {
    fn load(&self, device: &DeviceId, answer: OnLoaded) {
        self.store.load(device, answer);
    }

    fn commit(&self, changes: Vec<Change>, answer: OnDurable) {
        if self.commits.fetch_add(1, Ordering::Relaxed) % self.every == self.every - 1 {
            answer(Ok(()));
        } else {
            self.store.commit(changes, answer);
        }
    }

    fn read(&self, reading: Reading) {
        self.store.read(reading);
    }

    fn copy(&self, to: PathBuf, made: Time, copied: OnCopied) {
        self.store.copy(to, made, copied);
    }
}
