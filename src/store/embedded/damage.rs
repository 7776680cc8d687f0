//! Records that cannot be read: told once each, counted, and passed over, so that one of them stops nothing but itself.
//!
//! Pages come with a checksum, so a record here is whole and not what was written: sealed under a key that is gone, moved to another place, or
//! written by a defect of ours. A disk that fails is another matter ([`super::file`]). Names of records are told, never what stands in them.
//! Asked by [`super::view`], [`super::apply`], [`super::active`] and [`super::reseal`].

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use redb::TableHandle;

use crate::is683::hex::to_hex;
use crate::limits;
use crate::store::ReadError;

use super::tables::{self, Definition};
use super::{Fault, Meter};

/// The damaged records that were met.
#[derive(Default)]
pub(super) struct Damage {
    known: Mutex<BTreeSet<(String, Vec<u8>)>>,
    meter: Arc<OnceLock<Arc<dyn Meter>>>,
}

impl Damage {
    /// Tells how many there are to whoever counts.
    pub(super) fn new(meter: Arc<OnceLock<Arc<dyn Meter>>>) -> Self {
        Self { known: Mutex::default(), meter }
    }

    /// How many were met and not written anew since; no more than [`limits::STORE_DAMAGED`] are known.
    pub(super) fn count(&self) -> u64 {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).len() as u64
    }

    /// The value; `None` for a record that is damaged, which is told. Other faults remain.
    pub(super) fn pass<T, E: Into<Fault>>(
        &self,
        table: Definition,
        key: &[u8],
        read: Result<T, E>,
    ) -> Result<Option<T>, Fault> {
        match read.map_err(Into::into) {
            Ok(value) => Ok(Some(value)),
            Err(Fault::Record(error)) => {
                self.met(table, key, &error);
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// As [`pass`](Self::pass), where the record is what was asked for: its damage is the answer.
    pub(super) fn must<T, E: Into<Fault>>(
        &self,
        table: Definition,
        key: &[u8],
        read: Result<T, E>,
    ) -> Result<T, Fault> {
        let damaged = || ReadError::Damaged(format!("{}: the record is damaged", name(table, key))).into();
        self.pass(table, key, read)?.ok_or_else(damaged)
    }

    /// A record cannot be read.
    pub(super) fn met(&self, table: Definition, key: &[u8], error: &ReadError) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() == limits::STORE_DAMAGED || !known.insert((table.name().to_owned(), key.to_vec())) {
            return;
        }
        tracing::error!(record = name(table, key), %error, "a damaged record is passed over: see `akeyd store check`");
        self.tell(known.len());
        if known.len() == limits::STORE_DAMAGED {
            tracing::error!("so many records are damaged that no more are told");
        }
    }

    /// A record was written anew, or removed.
    pub(super) fn mended(&self, table: Definition, key: &[u8]) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.is_empty() && known.remove(&(table.name().to_owned(), key.to_vec())) {
            self.tell(known.len());
        }
    }

    fn tell(&self, count: usize) {
        if let Some(meter) = self.meter.get() {
            meter.damaged(count as u64);
        }
    }
}

/// How operators know a record: its table, and the device, exchange or place that it is of.
pub(super) fn name(table: Definition, key: &[u8]) -> String {
    let place = |key: &[u8]| tables::read_cursor(key).map(|(_, id)| id.to_string());
    let known = match table.name() {
        "subscribers" | "active" | "settling" => Some(key.escape_ascii().to_string()),
        "exchanges" | "keys" | "open" | "in_doubt" | "by_device" | "by_campaign" | "wipes" | "ended" => place(key),
        "exchange_ids" => tables::read_place(key).map(|id| format!("{id:016x}")),
        "history" => key
            .split_last_chunk::<4>()
            .and_then(|(at, number)| Some(format!("{} step {}", place(at)?, u32::from_be_bytes(*number)))),
        "campaigns" | "meta" => Some(String::from_utf8_lossy(key).into_owned()),
        "deliveries" | "waiting" | "audit" => tables::read_place(key).map(|seq| seq.to_string()),
        _ => None,
    };
    let hex = || to_hex(key);
    format!("{} {}", table.name(), known.unwrap_or_else(hex))
}
