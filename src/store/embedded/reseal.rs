//! From an old key to the one in use: everything that is sealed is sealed anew, a bounded step at a time, while the service runs.
//!
//! New values are sealed under the new key from the start, so one walk through the tables meets all old ones. When it is through, the old key's
//! check record goes, and the store opens without that key. A restart begins the walk again. Called by [`super::writer`].

use redb::{ReadableDatabase, ReadableTable, ReadableTableMetadata};

use crate::limits;
use crate::store::seal::{Keyring, Sealed, number_of};

use super::codec::Writer;
use super::log::{self, Log};
use super::opening::check_key;
use super::records;
use super::tables::{DELIVERIES, Definition, KEYS, META, SUBSCRIBERS};
use super::{Fault, Shared};

/// Tables with something sealed in them.
const SEALED: [(Definition, Sealed); 3] =
    [(SUBSCRIBERS, Sealed::Subscriber), (KEYS, Sealed::Key), (DELIVERIES, Sealed::Delivery)];

/// A walk through everything that may be sealed under old keys.
pub(super) struct Reseal {
    /// Numbers of the old keys.
    old: Vec<u8>,
    table: usize,
    after: Option<Vec<u8>>,
    /// Values that have been looked at.
    seen: u64,
    told: bool,
}

impl Reseal {
    /// `None` when no key is old.
    pub(super) fn of(old: Vec<u8>) -> Option<Self> {
        (!old.is_empty()).then_some(Self { old, table: 0, after: None, seen: 0, told: false })
    }

    /// One transaction. Returns whether there is more to do.
    pub(super) fn step(&mut self, shared: &Shared, log: &mut Option<Log>) -> Result<bool, Fault> {
        let database = shared.database();
        let Some(database) = &*database else { return Ok(true) };
        if !self.told {
            tracing::info!(keys = self.old.len(), "secrets are sealed anew under the key in use");
            self.told = true;
        }
        let transaction = database.begin_write()?;
        let Some((definition, kind)) = SEALED.get(self.table) else {
            {
                let mut meta = transaction.open_table(META)?;
                for number in &self.old {
                    meta.remove(&*check_key(*number))?;
                }
            }
            log::settle(transaction, log)?;
            shared.tell(|meter| meter.to_reseal(0));
            tracing::info!(
                values = self.seen,
                "every secret is sealed under the key in use, and the store opens without old keys; backups that were made before still need them: make one now"
            );
            return Ok(false);
        };
        let mut changed = false;
        let found = {
            let mut table = transaction.open_table(*definition)?;
            let mut found = Vec::new();
            let after = self.after.clone();
            for entry in table.range(after.as_deref().unwrap_or_default()..)? {
                let (key, value) = entry?;
                if after.as_deref() == Some(key.value()) {
                    continue;
                }
                // What does not open under any key now will not under fewer: the old key need not stay for it.
                let value = anew(*kind, key.value(), value.value(), &shared.keys);
                let value = shared.damage.pass(*definition, key.value(), value)?.flatten();
                found.push((key.value().to_vec(), value));
                if found.len() == limits::STORE_RESEAL {
                    break;
                }
            }
            for (key, value) in &found {
                if let Some(value) = value {
                    table.insert(&**key, &**value)?;
                    changed = true;
                }
            }
            found
        };
        if changed {
            log::settle(transaction, log)?;
        } else {
            transaction.abort()?;
        }
        // Not before they are on the disk: where it was full they come once more.
        let is_through = found.len() < limits::STORE_RESEAL;
        self.seen += found.len() as u64;
        self.after = found.last().filter(|_| !is_through).map(|(key, _)| key.clone());
        self.table += usize::from(is_through);
        let left = {
            let transaction = database.begin_read()?;
            let rows = SEALED.iter().map(|(definition, _)| Ok(transaction.open_table(*definition)?.len()?));
            rows.sum::<Result<u64, Fault>>()?.saturating_sub(self.seen)
        };
        // The last step is to come, even when no value is.
        shared.tell(|meter| meter.to_reseal(left.max(1)));
        Ok(true)
    }
}

/// The value with what is sealed in it under the key in use; `None` where it is already.
fn anew(kind: Sealed, key: &[u8], value: &[u8], keys: &Keyring) -> Result<Option<Vec<u8>>, Fault> {
    let (sealed, rest) = if kind == Sealed::Key {
        (value, None)
    } else {
        records::sealed_first(value).map(|(sealed, rest)| (sealed, Some(rest)))?
    };
    if sealed.is_empty() || number_of(sealed) == Some(keys.current()) {
        return Ok(None);
    }
    // The key of an exchange is bound to its name alone, which stands at the end of its place.
    let record = if kind == Sealed::Key { key.get(8..).unwrap_or_default() } else { key };
    let secret = keys.open(kind, record, sealed).map_err(records::unopened)?;
    let sealed = keys.seal(kind, record, &secret)?;
    Ok(Some(match rest {
        None => sealed,
        Some(rest) => {
            let mut to = Writer::default();
            to.bytes(&sealed);
            to.raw(rest);
            to.octets().to_vec()
        }
    }))
}
