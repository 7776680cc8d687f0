//! Whose the names in the signalling network are, as a file has them.
//!
//! A group of commits puts its names off ([`Maker::names`]), so who has one is found in both. What an older akeyd wrote may give a name that should
//! be one subscriber's to several; nothing takes it from any of them here, and everybody hears of it. Called by [`super::apply`], [`super::check`] and
//! at the start.

use redb::ReadableTable;

use crate::desk::record::{MobileId, Subscriber};
use crate::limits;
use crate::store::ReadError;
use crate::store::names::{self, Names};
use crate::words::DeviceId;

use super::apply::Maker;
use super::tables::{self, MobileKind};
use super::view::{Table, View};
use super::{Fault, Shared};

/// Who has a name, of those devices only that count, as things stand after what this group has changed.
pub(super) fn holder(
    maker: &Maker<'_>,
    id: &MobileId,
    counts: &dyn Fn(&DeviceId) -> bool,
) -> Result<Option<DeviceId>, Fault> {
    let prefix = tables::mobile_id(id);
    // A name that cannot be read is nobody's: it leads nowhere.
    let device = |key: &[u8]| std::str::from_utf8(&key[prefix.len()..]).ok().and_then(DeviceId::new);
    let new = maker.names.range(prefix.clone()..).take_while(|(key, _)| key.starts_with(&prefix));
    if let Some(found) = new.filter(|(_, is)| **is).filter_map(|(key, _)| device(key)).find(|found| counts(found)) {
        return Ok(Some(found));
    }
    for entry in maker.tables.mobile_ids.range(&*prefix..)? {
        let (key, _) = entry?;
        if !key.value().starts_with(&prefix) {
            break;
        }
        if maker.names.get(key.value()) != Some(&false)
            && let Some(found) = device(key.value()).filter(|found| counts(found))
        {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Tells of each name that should be one subscriber's alone and is several's: its kind, and two of them that follow each other. Ends early where
/// `goes_on` says so.
pub(super) fn shared(
    names: &Table,
    mut goes_on: impl FnMut() -> bool,
    mut tell: impl FnMut(&'static str, &str, &str),
) -> Result<(), Fault> {
    let mut before: Vec<u8> = Vec::new();
    for entry in names.range::<&[u8]>(..)? {
        let (key, _) = entry?;
        let key = key.value();
        if let Some(MobileKind { kind, is_of_one: true }) = tables::mobile_kind(key)
            && let (Some(one), Some(other)) = (tables::read_mobile_device(&before), tables::read_mobile_device(key))
            && before[..before.len() - one.len()] == key[..key.len() - other.len()]
        {
            tell(kind, &String::from_utf8_lossy(one), &String::from_utf8_lossy(other));
        }
        before.clear();
        before.extend_from_slice(key);
        if !goes_on() {
            break;
        }
    }
    Ok(())
}

/// Looks through all names and logs which are several subscribers' and should be one's. For a thread of its own: a million take a second.
pub(super) fn look(shared: &Shared) {
    let Some(view) = View::wait(shared) else { return };
    let mut told = 0_usize;
    let tell = |kind: &'static str, one: &str, other: &str| {
        told += 1;
        if told <= limits::STORE_SHARED_NAMES {
            tracing::error!(
                kind,
                one,
                other,
                "two subscribers have the same name in the signalling network: no key is asked for or delivered for either \
                 until it is taken from one of them"
            );
        }
    };
    let names = view.table(tables::MOBILE_IDS);
    let looked = names.and_then(|names| self::shared(&names, || !shared.is_closing(), tell));
    if let Err(error) = looked {
        tracing::warn!(%error, "whether two subscribers have the same name in the signalling network could not be looked up");
    }
    if told > limits::STORE_SHARED_NAMES {
        tracing::error!(all = told, "more subscribers have names of others: `akeyd store check` tells them");
    }
}

/// Those subscribers of which no name is another's already; the others are left out with a word in the log.
pub(super) fn free(view: &View<'_>, mut subscribers: Vec<Subscriber>) -> Result<Vec<Subscriber>, ReadError> {
    let (mut own, mut are_free) = (Names::default(), Vec::with_capacity(subscribers.len()));
    for Subscriber { device, place, .. } in &subscribers {
        let taken = own.taken(device, place, &mut |id, counts| names::holder(view, id, counts))?;
        if let Some((id, other)) = &taken {
            let kind = id.kind();
            tracing::warn!(%device, kind, %other, "is not taken over from the subscribers file: a name of it is another subscriber's");
        } else {
            own.write(device, Some(place));
        }
        are_free.push(taken.is_none());
    }
    let mut are_free = are_free.into_iter();
    subscribers.retain(|_| are_free.next() == Some(true));
    Ok(subscribers)
}
