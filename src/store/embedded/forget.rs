//! What is over is removed, a piece at a time: exchanges that ended long ago with all that stands under their names, deliveries that arrived,
//! the beginning of the audit trail.
//!
//! A piece is so small that nobody waits for long, and a transaction has one at most; how far each walk is stands in the writer, so a process that
//! ends begins it again. What something is still to come of is passed by: an exchange that is open, whose key is kept, whose deliveries wait or
//! whose campaign has not seen its end; a
//! delivery that nobody has acknowledged; and whatever cannot be read. Called by [`super::apply`] and [`super::writer`].

use redb::ReadableTable;

use crate::desk::record::{ExchangeRecord, Origin};
use crate::limits;
use crate::store::{Anchor, Cursor, trimmed};
use crate::words::{ExchangeId, Time};

use super::apply::{Maker, audit, last_place, place};
use super::codec::damaged;
use super::tables::{self, meta};
use super::{Fault, campaigns, records};

/// What is to be removed, and how far each walk is.
#[derive(Clone, Debug, Default)]
pub(super) struct Forgetting {
    /// Exchanges that ended at this moment or before; the key in `ended` that was looked at last.
    exchanges: Option<(Time, Vec<u8>)>,
    /// Deliveries that were acknowledged at this moment or before; the place that was looked at last.
    deliveries: Option<(Time, u64)>,
    /// Records of the audit trail of this moment or before, and the moment of the record that tells of it.
    audit: Option<(Time, Time)>,
}

/// How many of each kind were removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Removed {
    pub(super) exchanges: u64,
    pub(super) deliveries: u64,
    pub(super) audit: u64,
    /// Keys of `ended` that led nowhere any more.
    stale: u64,
}

impl Forgetting {
    /// Whether something is left to look at.
    pub(super) fn is_under_way(&self) -> bool {
        self.exchanges.is_some() || self.deliveries.is_some() || self.audit.is_some()
    }

    pub(super) fn exchanges(&mut self, before: Time) {
        let (known, after) = self.exchanges.take().unwrap_or_default();
        self.exchanges = Some((known.max(before), after));
    }

    pub(super) fn deliveries(&mut self, before: Time) {
        let (known, after) = self.deliveries.take().unwrap_or_default();
        // They do not stand in the order of their ends: what the walk has passed may be old enough now.
        self.deliveries = Some((known.max(before), if before > known { 0 } else { after }));
    }

    pub(super) fn audit(&mut self, before: Time, at: Time) {
        let (known, since) = self.audit.take().unwrap_or_default();
        self.audit = Some((known.max(before), since.max(at)));
    }
}

impl Removed {
    pub(super) fn is_any(&self) -> bool {
        *self != Self::default()
    }
}

/// One piece of all that is under way.
pub(super) fn piece(maker: &mut Maker<'_>) -> Result<(), Fault> {
    exchanges(maker)?;
    deliveries(maker)?;
    trail(maker)
}

/// A piece of the exchanges.
pub(super) fn exchanges(maker: &mut Maker<'_>) -> Result<(), Fault> {
    let Some((before, after)) = maker.forgetting.exchanges.take() else { return Ok(()) };
    let end = tables::wipe(before, (Time(u64::MAX), ExchangeId(u64::MAX)));
    let mut keys = Vec::new();
    for entry in maker.tables.ended.range(&*after..=&end[..])? {
        let (key, _) = entry?;
        if key.value() != after {
            keys.push(key.value().to_vec());
        }
        if keys.len() == limits::STORE_FORGET_LOOKS {
            break;
        }
    }
    let looked = keys.len();
    let mut removed = 0;
    for (at, key) in keys.into_iter().enumerate() {
        removed += usize::from(exchange(maker, &key)?);
        let is_last = at + 1 == looked;
        if (is_last && looked == limits::STORE_FORGET_LOOKS) || (!is_last && removed == limits::STORE_FORGET) {
            maker.forgetting.exchanges = Some((before, key));
            break;
        }
    }
    maker.removed.exchanges += removed as u64;
    Ok(())
}

/// Removes the exchange that a key of `ended` leads to, if nothing is to come of it any more.
fn exchange(maker: &mut Maker<'_>, key: &[u8]) -> Result<bool, Fault> {
    let Some(place) = maker.damage.pass(tables::ENDED, key, place(key))? else { return Ok(false) };
    let cursor = tables::cursor(place);
    let record = match maker.tables.exchanges.get(&cursor[..])? {
        Some(value) => {
            let read = records::read_exchange(place, value.value());
            // Nobody can say that it is over.
            let Some(record) = maker.damage.pass(tables::EXCHANGES, &cursor, read)? else { return Ok(false) };
            Some(record)
        }
        None => None,
    };
    let over = |record: &ExchangeRecord| {
        let ended = record.ended.as_ref().filter(|_| !record.is_open());
        ended.is_some_and(|ended| tables::wipe(ended.at, place) == key)
    };
    let Some(record) = record.filter(over) else {
        // It has moved since: its new end is in the table too.
        maker.tables.ended.remove(key)?;
        maker.removed.stale += 1;
        return Ok(false);
    };
    let is_kept = maker.tables.keys.get(&cursor[..])?.is_some() || campaigns::awaits(&maker.tables, &record)?;
    if is_kept || is_awaited(maker, place.1)? {
        return Ok(false);
    }
    remove(maker, &record, place, key)?;
    Ok(true)
}

/// Whether a delivery of an exchange waits.
fn is_awaited(maker: &Maker<'_>, id: ExchangeId) -> Result<bool, Fault> {
    for entry in maker.tables.waits.range(&tables::waits(id, 0)[..]..=&tables::waits(id, u64::MAX)[..])? {
        let (key, _) = entry?;
        let seq = key.value().get(8..).unwrap_or_default();
        // A delivery that could not be read when it was acknowledged has left its key here.
        if maker.tables.waiting.get(seq)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Removes an exchange and all that stands under its name.
fn remove(maker: &mut Maker<'_>, record: &ExchangeRecord, place: Cursor, key: &[u8]) -> Result<(), Fault> {
    let (created, id) = place;
    let tables = &mut maker.tables;
    tables.exchanges.remove(&tables::cursor(place)[..])?;
    tables.exchange_ids.remove(&id.0.to_be_bytes()[..])?;
    tables.by_device.remove(&tables::named(record.device().as_str(), place))?;
    if let Origin::Campaign(name) = &record.start.origin {
        tables.by_campaign.remove(&tables::named(name, place))?;
    }
    tables.ended.remove(key)?;
    tables.wipes.remove(key)?;
    // Steps that came before it stand before all.
    for place in [(created, id), (Time::default(), id)] {
        let (first, last) = (tables::step(place, 0), tables::step(place, u32::MAX));
        tables.history.take(&first[..]..=&last[..], usize::MAX)?;
    }
    let (first, last) = (tables::waits(id, 0), tables::waits(id, u64::MAX));
    tables.waits.take(&first[..]..=&last[..], usize::MAX)?;
    Ok(())
}

/// A piece of the deliveries. They stand in the order in which they were put there, and none was acknowledged before that: so the walk ends where a
/// whole piece is too young.
fn deliveries(maker: &mut Maker<'_>) -> Result<(), Fault> {
    let Some((before, after)) = maker.forgetting.deliveries.take() else { return Ok(()) };
    let Some(first) = after.checked_add(1) else { return Ok(()) };
    let (mut looked, mut last, mut old) = (0, after, false);
    let mut gone = Vec::new();
    for entry in maker.tables.deliveries.range(&first.to_be_bytes()[..]..)? {
        let (key, value) = entry?;
        let seq = tables::read_place(key.value()).ok_or_else(|| damaged("a delivery's place"));
        let read = seq.and_then(|seq| Ok((seq, records::times_of_delivery(value.value())?)));
        if let Some((seq, (created, acknowledged))) = maker.damage.pass(tables::DELIVERIES, key.value(), read)? {
            old |= created <= before;
            last = seq;
            gone.extend(acknowledged.filter(|at| *at <= before).map(|_| seq));
        }
        looked += 1;
        if looked == limits::STORE_FORGET_LOOKS {
            break;
        }
    }
    for seq in &gone {
        maker.tables.deliveries.remove(&seq.to_be_bytes()[..])?;
    }
    if let Some(gone) = gone.last()
        && last_place(&*maker.tables.deliveries)?.is_none_or(|(left, _)| left < *gone)
    {
        // No place is given out twice.
        let taken = maker.places_taken()?.max(*gone);
        maker.tables.meta.insert(meta::PLACES, &taken.to_be_bytes()[..])?;
    }
    if looked == limits::STORE_FORGET_LOOKS && old && last > after {
        maker.forgetting.deliveries = Some((before, last));
    }
    maker.removed.deliveries += gone.len() as u64;
    Ok(())
}

/// A piece of the audit trail, from its beginning on and never its last record. Where it begins now is kept, and the trail tells of it.
fn trail(maker: &mut Maker<'_>) -> Result<(), Fault> {
    let Some((before, at)) = maker.forgetting.audit.take() else { return Ok(()) };
    let mut rows = Vec::new();
    for entry in maker.tables.audit.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let audited = tables::read_place(key.value()).and_then(|seq| records::read_audited(seq, value.value()).ok());
        let is_young = audited.as_ref().is_some_and(|audited| audited.event.at > before);
        rows.push((key.value().to_vec(), audited));
        if is_young || rows.len() > limits::STORE_FORGET_AUDIT {
            break;
        }
    }
    let is_whole = rows.len() > limits::STORE_FORGET_AUDIT;
    // It is too young, or all that are to come are chained on it.
    rows.pop();
    // One that cannot be read goes with an older one behind it, and else stays as evidence.
    let read = rows.iter().enumerate().rev().find_map(|(at, (_, audited))| Some((at, audited.as_ref()?)));
    let Some((at_last, last)) = read else { return Ok(()) };
    let (count, anchor) = (at_last + 1, Anchor { seq: last.seq, hash: last.hash });
    for (key, _) in &rows[..count] {
        maker.tables.audit.remove(key)?;
    }
    maker.tables.meta.insert(meta::ANCHOR, &anchor_octets(&anchor)[..])?;
    audit(&mut maker.tables, &trimmed(&anchor, at))?;
    maker.removed.audit += count as u64;
    if is_whole {
        maker.forgetting.audit = Some((before, at));
    }
    Ok(())
}

fn anchor_octets(anchor: &Anchor) -> [u8; 40] {
    let mut octets = [0; 40];
    octets[..8].copy_from_slice(&anchor.seq.to_be_bytes());
    octets[8..].copy_from_slice(&anchor.hash);
    octets
}

/// The last record of the audit trail that was removed; `None`: it is there from its beginning.
pub(super) fn anchor(meta: &impl ReadableTable<&'static [u8], &'static [u8]>) -> Result<Option<Anchor>, Fault> {
    let Some(value) = meta.get(meta::ANCHOR)? else { return Ok(None) };
    let read = || {
        let (seq, hash) = value.value().split_first_chunk()?;
        Some(Anchor { seq: u64::from_be_bytes(*seq), hash: hash.try_into().ok()? })
    };
    Ok(Some(read().ok_or_else(|| damaged("the beginning of the audit trail"))?))
}
