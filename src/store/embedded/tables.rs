//! The tables of the file and their keys, which sort as they are to be read.
//!
//! All hold octets by octets, so that a copy needs to know none of them. Called by everything in this room.
//!
//! | table | key | value |
//! |---|---|---|
//! | `meta` | a word | format, how far an upgrade is, epoch, check records of the keys, when a backup was made, up to when one tells, places that are not given out, mark of the log |
//! | `subscribers` | device | row |
//! | `active`, `settling` | device | what changes from session to session, newer than the row's |
//! | `mobile_ids` | kind, name, device | |
//! | `exchanges` | cursor | record without key |
//! | `exchange_ids` | id | when it was created |
//! | `open`, `in_doubt` | cursor | |
//! | `by_device`, `by_campaign` | name, cursor | |
//! | `history` | cursor, number | step |
//! | `keys` | cursor | sealed key |
//! | `wipes`, `ended` | end, cursor | |
//! | `deliveries` | place | record |
//! | `waiting` | place | |
//! | `waits` | exchange, place | |
//! | `audit` | place | record with hash |
//! | `campaigns` | name | number, record |
//! | `members` | number of the campaign, place | device, stage |
//! | `member_places` | number of the campaign, device | place |
//! | `leaving` | number of a removed campaign | |
//! | `deleted` | device of a removed subscriber | |

use std::ops::{Deref, RangeBounds};

use redb::{AccessGuard, ReadableTable, StorageError, Table, TableDefinition, TableError, WriteTransaction};

use crate::desk::record::MobileId;
use crate::store::Cursor;
use crate::words::{DeviceId, ExchangeId, Time};

use super::log::Tape;

/// The version of the format that is written here.
pub(super) const FORMAT: u64 = 2;

pub(super) type Definition = TableDefinition<'static, &'static [u8], &'static [u8]>;

/// Names every table once: as a definition, and as a field of [`Tables`].
macro_rules! tables {
    ($($field:ident = $name:ident),+ $(,)?) => {
        $(pub(super) const $name: Definition = Definition::new(stringify!($field));)+

        /// Every table.
        pub(super) const ALL: &[Definition] = &[$($name),+];

        /// All tables of a transaction that writes.
        pub(super) struct Tables<'t> {
            $(pub(super) $field: Rows<'t>),+
        }

        impl<'t> Tables<'t> {
            /// Opens all, and makes those that are not there. What changes in them is written down on `tape`.
            pub(super) fn open(transaction: &'t WriteTransaction, tape: &'t Tape) -> Result<Self, TableError> {
                Ok(Self { $($field: Rows { table: transaction.open_table($name)?, name: stringify!($field), tape }),+ })
            }

            /// The table with this name.
            pub(super) fn named(&mut self, name: &str) -> Option<&mut Rows<'t>> {
                match name {
                    $(stringify!($field) => Some(&mut self.$field),)+
                    _ => None,
                }
            }
        }
    };
}

tables! {
    meta = META,
    subscribers = SUBSCRIBERS,
    active = ACTIVE,
    settling = SETTLING,
    mobile_ids = MOBILE_IDS,
    exchanges = EXCHANGES,
    exchange_ids = EXCHANGE_IDS,
    open = OPEN,
    in_doubt = IN_DOUBT,
    by_device = BY_DEVICE,
    by_campaign = BY_CAMPAIGN,
    history = HISTORY,
    keys = KEYS,
    wipes = WIPES,
    ended = ENDED,
    deliveries = DELIVERIES,
    waiting = WAITING,
    waits = WAITS,
    audit = AUDIT,
    campaigns = CAMPAIGNS,
    members = MEMBERS,
    member_places = MEMBER_PLACES,
    leaving = LEAVING,
    deleted = DELETED,
}

/// A key and its value.
pub(super) type Row = (Vec<u8>, Vec<u8>);

/// A table of a transaction that writes. Rows are changed by this alone, so that each change is written down.
pub(super) struct Rows<'t> {
    table: Table<'t, &'static [u8], &'static [u8]>,
    name: &'static str,
    tape: &'t Tape,
}

impl Rows<'_> {
    /// Puts a row; gives the one that stood there.
    pub(super) fn insert(
        &mut self,
        key: &[u8],
        value: &[u8],
    ) -> Result<Option<AccessGuard<'_, &'static [u8]>>, StorageError> {
        self.tape.put(self.name, key, value);
        self.table.insert(key, value)
    }

    /// Takes a row out, if it is there.
    pub(super) fn remove(&mut self, key: &[u8]) -> Result<(), StorageError> {
        if self.table.remove(key)?.is_some() {
            self.tape.remove(self.name, key);
        }
        Ok(())
    }

    /// Takes rows out from the first one of a range on, at most so many.
    pub(super) fn take<'k>(
        &mut self,
        range: impl RangeBounds<&'k [u8]> + 'k,
        most: usize,
    ) -> Result<Vec<Row>, StorageError> {
        let rows = self.table.range::<&[u8]>(range)?.take(most);
        let rows = rows.map(|row| row.map(|(key, value)| (key.value().to_vec(), value.value().to_vec())));
        let rows: Vec<Row> = rows.collect::<Result<_, _>>()?;
        rows.iter().try_for_each(|(key, _)| self.remove(key))?;
        Ok(rows)
    }
}

impl<'t> Deref for Rows<'t> {
    type Target = Table<'t, &'static [u8], &'static [u8]>;

    fn deref(&self) -> &Self::Target {
        &self.table
    }
}

/// Words of `meta`.
pub(super) mod meta {
    /// Format of the file.
    pub(in super::super) const FORMAT: &[u8] = b"format";
    /// While an older format is upgraded: how far it is.
    pub(in super::super) const UPGRADE: &[u8] = b"upgrade";
    /// Nonces of older epochs are no more.
    pub(in super::super) const EPOCH: &[u8] = b"epoch";
    /// When this copy was made; gone once the service has drawn its conclusions.
    pub(in super::super) const RESTORED: &[u8] = b"restored";
    /// The latest moment of the backup that was gone on from: what is of it or before came with that.
    pub(in super::super) const OF_BACKUP: &[u8] = b"of backup";
    /// No place in the outbox is given out up to this one.
    pub(in super::super) const PLACES: &[u8] = b"places";
    /// Which records of the log count; its name alone when the file is whole without it.
    pub(in super::super) const LOG: &[u8] = b"log";
    /// The place of the last record that was removed from the audit trail, and its hash.
    pub(in super::super) const ANCHOR: &[u8] = b"anchor";
    /// When what is over was looked for last, by a clock that is believed.
    pub(in super::super) const LOOKED: &[u8] = b"looked";
    /// Written to see whether there is room.
    pub(in super::super) const PROBE: &[u8] = b"probe";
    /// Followed by the number of a key: a check record sealed under it.
    pub(in super::super) const KEY: &[u8] = b"key ";
}

/// Key of an exchange: when it was asked for, and its name.
pub(super) fn cursor((created, id): Cursor) -> [u8; 16] {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&created.0.to_be_bytes());
    key[8..].copy_from_slice(&id.0.to_be_bytes());
    key
}

/// The exchange at the end of a key.
pub(super) fn read_cursor(key: &[u8]) -> Option<Cursor> {
    let (rest, id) = key.split_last_chunk()?;
    let (_, created) = rest.split_last_chunk()?;
    Some((Time(u64::from_be_bytes(*created)), ExchangeId(u64::from_be_bytes(*id))))
}

/// A name before a cursor. Its length comes first, so that no name is the beginning of another.
pub(super) fn named(name: &str, place: Cursor) -> Vec<u8> {
    let mut key = named_prefix(name);
    key.extend(cursor(place));
    key
}

pub(super) fn named_prefix(name: &str) -> Vec<u8> {
    let mut key = (name.len() as u32).to_be_bytes().to_vec();
    key.extend(name.as_bytes());
    key
}

/// A step of an exchange.
pub(super) fn step(place: Cursor, number: u32) -> [u8; 20] {
    let mut key = [0; 20];
    key[..16].copy_from_slice(&cursor(place));
    key[16..].copy_from_slice(&number.to_be_bytes());
    key
}

/// When an exchange ended, and which.
pub(super) fn wipe(ended: Time, place: Cursor) -> [u8; 24] {
    let mut key = [0; 24];
    key[..8].copy_from_slice(&ended.0.to_be_bytes());
    key[8..].copy_from_slice(&cursor(place));
    key
}

/// An exchange that a delivery is about, and the delivery's place.
pub(super) fn waits(exchange: ExchangeId, seq: u64) -> [u8; 16] {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&exchange.0.to_be_bytes());
    key[8..].copy_from_slice(&seq.to_be_bytes());
    key
}

/// A name in the signalling network, before the device's own.
pub(super) fn mobile_id(id: &MobileId) -> Vec<u8> {
    let (kind, name) = match id {
        MobileId::Min(name) => (0, name),
        MobileId::Imsi(name) => (1, name),
        MobileId::Esn(name) => (2, name),
        MobileId::Meid(name) => (3, name),
    };
    let mut key = vec![kind];
    key.extend(named_prefix(name));
    key
}

/// A name in the signalling network, and the device's own.
pub(super) fn mobile_device(id: &MobileId, device: &DeviceId) -> Vec<u8> {
    let mut key = mobile_id(id);
    key.extend(device.as_str().as_bytes());
    key
}

/// Which kind of name it is that stands in [`mobile_device`].
pub(super) struct MobileKind {
    pub(super) kind: &'static str,
    pub(super) is_of_one: bool,
}

/// The kind of the name at the beginning of [`mobile_device`].
pub(super) fn mobile_kind(key: &[u8]) -> Option<MobileKind> {
    let all: [fn(String) -> MobileId; 4] = [MobileId::Min, MobileId::Imsi, MobileId::Esn, MobileId::Meid];
    let id = all.get(usize::from(*key.first()?))?(String::new());
    Some(MobileKind { kind: id.kind(), is_of_one: id.is_of_one() })
}

/// The device at the end of [`mobile_device`].
pub(super) fn read_mobile_device(key: &[u8]) -> Option<&[u8]> {
    let (length, rest) = key.get(1..)?.split_first_chunk()?;
    rest.get(u32::from_be_bytes(*length) as usize..)
}

/// The place in a queue or trail.
pub(super) fn read_place(key: &[u8]) -> Option<u64> {
    key.try_into().ok().map(u64::from_be_bytes)
}

/// The end of all keys that begin so; `None`: the end of the table.
pub(super) fn after_prefix(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|octet| *octet != u8::MAX)?;
    let mut end = prefix[..=last].to_vec();
    end[last] += 1;
    Some(end)
}
