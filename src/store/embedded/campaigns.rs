//! Campaigns in the file: their records, and the devices of each in the order of its list.
//!
//! Each campaign has a number that no other has while anything of it is there, and its devices stand under that: so a campaign can go at once,
//! its devices by and by, and its name can be given to another meanwhile. Called by [`super::apply`], [`super::writer`], [`super::view`]
//! and [`super::check`].

use std::ops::Bound;

use redb::ReadableTable;

use crate::desk::record::ExchangeRecord;
use crate::desk::record::campaign::{Campaign, CampaignState, Member, Pace, Quiet, Stage, StageName, StopRule, Wanted};
use crate::limits;
use crate::store::MemberFilter;
use crate::words::{DeviceId, ExchangeId, Outcome};

use super::check::{Report, same};
use super::codec::{Read, Reader, Writer, damaged};
use super::tables::{self, Tables};
use super::view::View;
use super::{Fault, Shared, records};

type Bytes = &'static [u8];

/// A campaign, behind its number.
fn campaign(number: u64, campaign: &Campaign) -> Writer {
    let Campaign { name: _, by, created, changed, wanted, pace, stop, state, why, devices } = campaign;
    let Wanted { wishes, a_key_p_rev, priority, expires_after, probe_first, outcome_url } = wanted;
    let mut to = Writer::default();
    to.number(number);
    to.text(by);
    to.time(*created);
    to.time(*changed);
    records::wishes(&mut to, *wishes);
    to.maybe(*a_key_p_rev, Writer::octet);
    to.octet(*priority);
    to.maybe(*expires_after, Writer::number);
    to.flag(*probe_first);
    to.maybe(outcome_url.as_deref(), Writer::text);
    to.number(pace.per_minute.into());
    to.number(pace.at_once.into());
    to.maybe(pace.quiet, |to, Quiet { from, to: end, utc_offset }| {
        to.number(from.into());
        to.number(end.into());
        to.raw(&utc_offset.to_be_bytes());
    });
    let StopRule { failed_percent, in_doubt_percent, after } = stop;
    to.octet(*failed_percent);
    to.octet(*in_doubt_percent);
    to.number((*after).into());
    to.word(CampaignState::ALL, *state);
    to.maybe(why.as_deref(), Writer::text);
    to.number(*devices);
    to
}

/// The number of a campaign.
fn number(value: &[u8]) -> Read<u64> {
    Reader::new("a campaign", value).number()
}

fn read_campaign(name: &[u8], value: &[u8]) -> Read<Campaign> {
    let mut from = Reader::new("a campaign", value);
    from.number()?;
    let name = std::str::from_utf8(name).map_err(|_| from.damaged())?;
    let campaign = Campaign {
        name: name.into(),
        by: from.shared()?,
        created: from.time()?,
        changed: from.time()?,
        wanted: Wanted {
            wishes: records::read_wishes(&mut from)?,
            a_key_p_rev: from.maybe(Reader::octet)?,
            priority: from.octet()?,
            expires_after: from.maybe(Reader::number)?,
            probe_first: from.flag()?,
            outcome_url: from.maybe(Reader::shared)?,
        },
        pace: Pace {
            per_minute: from.narrow()?,
            at_once: from.narrow()?,
            quiet: from.maybe(|from| {
                let (first, end) = (from.narrow()?, from.narrow()?);
                Ok(Quiet { from: first, to: end, utc_offset: i16::from_be_bytes(from.array()?) })
            })?,
        },
        stop: StopRule { failed_percent: from.octet()?, in_doubt_percent: from.octet()?, after: from.narrow()? },
        state: from.word(CampaignState::ALL)?,
        why: from.maybe(Reader::text)?,
        devices: from.number()?,
    };
    from.end().map(|()| campaign)
}

/// A device of a campaign.
fn member(Member { place: _, device, stage }: &Member) -> Writer {
    let mut to = Writer::default();
    to.word(StageName::ALL, stage.name());
    to.text(device.as_str());
    match stage {
        Stage::Waiting => {}
        Stage::Probing(id) | Stage::Updating(id) => to.number(id.0),
        Stage::Over { exchange, outcome, cause, result_code, at } => {
            to.maybe(*exchange, |to, id| to.number(id.0));
            to.word(Outcome::ALL, *outcome);
            to.maybe(cause.as_deref(), Writer::text);
            to.maybe(*result_code, Writer::octet);
            to.time(*at);
        }
    }
    to
}

fn read_member(place: u64, value: &[u8]) -> Read<Member> {
    let mut from = Reader::new("a device of a campaign", value);
    let name = from.word(StageName::ALL)?;
    let device = from.device()?;
    let stage = match name {
        StageName::Waiting => Stage::Waiting,
        StageName::Probing => Stage::Probing(ExchangeId(from.number()?)),
        StageName::Updating => Stage::Updating(ExchangeId(from.number()?)),
        StageName::Over => Stage::Over {
            exchange: from.maybe(|from| from.number().map(ExchangeId))?,
            outcome: from.word(Outcome::ALL)?,
            cause: from.maybe(Reader::text)?,
            result_code: from.maybe(Reader::octet)?,
            at: from.time()?,
        },
    };
    from.end().map(|()| Member { place, device, stage })
}

/// Whether a record of a device is of this one.
fn is_of(value: &[u8], device: &DeviceId) -> Read<bool> {
    let mut from = Reader::new("a device of a campaign", value);
    from.octet()?;
    Ok(from.bytes()? == device.as_str().as_bytes())
}

/// Key of a device: the number of its campaign, and its place.
fn place_key(number: u64, place: u64) -> [u8; 16] {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&number.to_be_bytes());
    key[8..].copy_from_slice(&place.to_be_bytes());
    key
}

fn read_place_key(key: &[u8]) -> Read<(u64, u64)> {
    let read = || {
        let (number, place) = key.split_first_chunk()?;
        Some((u64::from_be_bytes(*number), tables::read_place(place)?))
    };
    read().ok_or_else(|| damaged("a device of a campaign"))
}

/// Key of a device: the number of its campaign, and its name.
fn device_key(number: u64, device: &[u8]) -> Vec<u8> {
    [&number.to_be_bytes(), device].concat()
}

/// The number of a campaign that is there.
fn number_of(campaigns: &impl ReadableTable<Bytes, Bytes>, name: &str) -> Result<Option<u64>, Fault> {
    match campaigns.get(name.as_bytes())? {
        Some(value) => Ok(Some(number(value.value())?)),
        None => Ok(None),
    }
}

/// Writes a campaign.
pub(super) fn put(tables: &mut Tables<'_>, new: &Campaign) -> Result<(), Fault> {
    let number = match number_of(&*tables.campaigns, &new.name)? {
        Some(number) => number,
        None => free_number(tables)?,
    };
    tables.campaigns.insert(new.name.as_bytes(), campaign(number, new).octets())?;
    Ok(())
}

/// A number that nothing in the file stands under. There are few campaigns.
fn free_number(tables: &Tables<'_>) -> Result<u64, Fault> {
    let mut last = 0;
    // A campaign that cannot be read does not tell its own, but its devices do.
    for table in [&tables.leaving, &tables.members, &tables.member_places] {
        let beginning = table.last()?.and_then(|(key, _)| key.value().first_chunk().copied());
        last = last.max(beginning.map_or(0, u64::from_be_bytes));
    }
    for entry in tables.campaigns.range::<&[u8]>(..)? {
        last = last.max(number(entry?.1.value()).unwrap_or(0));
    }
    Ok(last.saturating_add(1))
}

/// Writes devices of a campaign.
pub(super) fn put_members(tables: &mut Tables<'_>, name: &str, members: &[Member]) -> Result<(), Fault> {
    let Some(number) = number_of(&*tables.campaigns, name)? else { return Ok(()) };
    for new in members {
        let key = place_key(number, new.place);
        let by_name = device_key(number, new.device.as_str().as_bytes());
        let before = tables.members.get(&key[..])?.map(|before| is_of(before.value(), &new.device));
        let own = match before {
            Some(Ok(is_of_it)) => is_of_it,
            // The device's own place tells what a damaged record does not.
            Some(Err(_)) => {
                let place = tables.member_places.get(&*by_name)?;
                place.is_some_and(|place| tables::read_place(place.value()) == Some(new.place))
            }
            None => {
                let is_new = tables.member_places.get(&*by_name)?.is_none();
                if is_new {
                    tables.member_places.insert(&by_name, &new.place.to_be_bytes()[..])?;
                }
                is_new
            }
        };
        if own {
            tables.members.insert(&key[..], member(new).octets())?;
        }
    }
    Ok(())
}

/// Whether the campaign of an exchange has not seen how it ended.
pub(super) fn awaits(tables: &Tables<'_>, record: &ExchangeRecord) -> Result<bool, Fault> {
    let Some(name) = record.campaign() else { return Ok(false) };
    let number = tables.campaigns.get(name.as_bytes())?.and_then(|value| number(value.value()).ok());
    let Some(number) = number else { return Ok(false) };
    let by_name = device_key(number, record.device().as_str().as_bytes());
    let place = tables.member_places.get(&*by_name)?.and_then(|place| tables::read_place(place.value()));
    let Some(place) = place else { return Ok(false) };
    let member = tables.members.get(&place_key(number, place)[..])?.map(|value| read_member(place, value.value()));
    Ok(member.and_then(Result::ok).is_some_and(|member| member.awaits(record.id)))
}

/// Removes a campaign; whether its devices are still to go.
pub(super) fn remove(tables: &mut Tables<'_>, name: &str) -> Result<bool, Fault> {
    let Some(number) = number_of(&*tables.campaigns, name)? else { return Ok(false) };
    tables.campaigns.remove(name.as_bytes())?;
    tables.leaving.insert(&number.to_be_bytes()[..], &[][..])?;
    Ok(true)
}

/// Removes devices of removed campaigns, so many that others need not wait for long; whether there are more.
pub(super) fn leave(tables: &mut Tables<'_>) -> Result<bool, Fault> {
    let Some(number) = tables.leaving.first()?.map(|(key, _)| key.value().to_vec()) else { return Ok(false) };
    let end = tables::after_prefix(&number);
    let gone = tables.members.take(range(&number, end.as_deref()), limits::STORE_LEAVING)?;
    let mut done = gone.len() < limits::STORE_LEAVING;
    for (_, value) in gone {
        let mut from = Reader::new("a device of a campaign", &value);
        if let Ok(name) = from.octet().and_then(|_| from.bytes()) {
            tables.member_places.remove(&[&number, name].concat())?;
        }
    }
    if done {
        // Of those that could not be read.
        let gone = tables.member_places.take(range(&number, end.as_deref()), limits::STORE_LEAVING)?;
        done = gone.len() < limits::STORE_LEAVING;
    }
    if done {
        tables.leaving.remove(&number)?;
    }
    Ok(tables.leaving.first()?.is_some())
}

/// All keys that begin so; `end`: the first that does not.
fn range<'k>(prefix: &'k [u8], end: Option<&'k [u8]>) -> (Bound<&'k [u8]>, Bound<&'k [u8]>) {
    (Bound::Included(prefix), end.map_or(Bound::Unbounded, Bound::Excluded))
}

/// Whether devices of removed campaigns are still there, from an earlier process.
pub(super) fn are_leaving(shared: &Shared) -> bool {
    let read = || -> Result<bool, Fault> {
        let database = shared.database();
        let Some(database) = &*database else { return Ok(false) };
        let transaction = redb::ReadableDatabase::begin_read(database)?;
        Ok(transaction.open_table(tables::LEAVING)?.first()?.is_some())
    };
    // What cannot be read now leaves with the next campaign that is removed.
    read().unwrap_or(false)
}

/// Campaigns in the order of their names.
pub(super) fn page(view: &View<'_>, after: Option<&str>, limit: usize) -> Result<Vec<Campaign>, Fault> {
    let after = after.map(str::as_bytes);
    let mut found = Vec::new();
    for entry in view.table(tables::CAMPAIGNS)?.range(after.unwrap_or_default()..)? {
        if found.len() == limit {
            break;
        }
        let (key, value) = entry?;
        if after != Some(key.value()) {
            let read = read_campaign(key.value(), value.value());
            found.extend(view.damage.pass(tables::CAMPAIGNS, key.value(), read)?);
        }
    }
    Ok(found)
}

/// One campaign.
pub(super) fn get(view: &View<'_>, name: &str) -> Result<Option<Campaign>, Fault> {
    match view.table(tables::CAMPAIGNS)?.get(name.as_bytes())? {
        Some(value) => {
            let read = read_campaign(name.as_bytes(), value.value());
            Ok(Some(view.damage.must(tables::CAMPAIGNS, name.as_bytes(), read)?))
        }
        None => Ok(None),
    }
}

/// Devices of a campaign in the order of its list.
pub(super) fn members(
    view: &View<'_>,
    name: &str,
    filter: MemberFilter,
    after: u64,
    limit: usize,
) -> Result<Vec<Member>, Fault> {
    let mut found = Vec::new();
    let number = number_of(&view.table(tables::CAMPAIGNS)?, name);
    let Some(number) = view.damage.must(tables::CAMPAIGNS, name.as_bytes(), number)? else { return Ok(found) };
    let Some(first) = after.checked_add(1) else { return Ok(found) };
    let (first, last) = (place_key(number, first), place_key(number, u64::MAX));
    for entry in view.table(tables::MEMBERS)?.range(&first[..]..=&last[..])? {
        if found.len() == limit {
            break;
        }
        let (key, value) = entry?;
        let read = read_place_key(key.value()).and_then(|(_, place)| read_member(place, value.value()));
        let member = view.damage.pass(tables::MEMBERS, key.value(), read)?;
        found.extend(member.filter(|member| filter.fits(member)));
    }
    Ok(found)
}

/// The place of a device in a campaign's list.
pub(super) fn place(view: &View<'_>, name: &str, device: &DeviceId) -> Result<Option<u64>, Fault> {
    let number = number_of(&view.table(tables::CAMPAIGNS)?, name);
    let Some(number) = view.damage.must(tables::CAMPAIGNS, name.as_bytes(), number)? else { return Ok(None) };
    match view.table(tables::MEMBER_PLACES)?.get(&*device_key(number, device.as_str().as_bytes()))? {
        Some(value) => {
            let place = tables::read_place(value.value());
            Ok(Some(place.ok_or_else(|| damaged("a device of a campaign"))?))
        }
        None => Ok(None),
    }
}

/// Whether campaigns and their devices are what was written.
pub(super) fn check(view: &View<'_>, report: &mut Report) -> Result<(), Fault> {
    let [rows, devices, places, leaving] =
        [tables::CAMPAIGNS, tables::MEMBERS, tables::MEMBER_PLACES, tables::LEAVING].map(|table| view.table(table));
    let (rows, devices, places, leaving) = (rows?, devices?, places?, leaving?);
    let mut numbers = std::collections::BTreeSet::new();
    for entry in leaving.range::<&[u8]>(..)? {
        numbers.extend(tables::read_place(entry?.0.value()));
    }
    for entry in rows.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let name = String::from_utf8_lossy(key.value()).into_owned();
        let read = read_campaign(key.value(), value.value()).and_then(|_| number(value.value()));
        if let Some(number) = report.take(tables::CAMPAIGNS, key.value(), read) {
            report.must(numbers.insert(number), format_args!("campaign {name}: its number is another's"));
        }
    }
    let mut expected = 0;
    for entry in devices.range::<&[u8]>(..)? {
        let (key, value) = entry?;
        let Some((number, place)) = report.take(tables::MEMBERS, key.value(), read_place_key(key.value())) else {
            continue;
        };
        report.must(numbers.contains(&number), "a device is of no campaign");
        let Some(member) = report.take(tables::MEMBERS, key.value(), read_member(place, value.value())) else {
            continue;
        };
        let leads = places.get(&*device_key(number, member.device.as_str().as_bytes()))?;
        let leads = leads.and_then(|value| tables::read_place(value.value()));
        report
            .must(leads == Some(place), format_args!("{}: does not lead to its place in its campaign", member.device));
        expected += 1;
    }
    same(report, &places, expected, "places of devices in campaigns")?;
    report.counts.push(("campaigns", redb::ReadableTableMetadata::len(&rows)?));
    report.counts.push(("devices of campaigns", expected));
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::super::log::Tape;
    use super::super::{EmbeddedStore, check};
    use super::*;
    use crate::desk::record::Change;
    use crate::store::tests::any::Any;
    use crate::store::tests::{Folder, commit, read};

    /// What was written reads back; a part of it, something behind it or another octet never panics and never reads as it did not.
    #[test]
    fn records_read_back_and_hostile_ones_are_damage() {
        let mut any = Any::new(41);
        for _ in 0..300 {
            let (one, other) = (any.campaign(), any.member());
            let (whole, whole_member) = (campaign(7, &one), member(&other));
            let (whole, whole_member) = (whole.octets(), whole_member.octets());
            assert_eq!(read_campaign(one.name.as_bytes(), whole).unwrap(), one);
            assert_eq!(number(whole).unwrap(), 7);
            assert_eq!(read_member(other.place, whole_member).unwrap(), other);
            assert!(is_of(whole_member, &other.device).unwrap());
            for end in 0..whole.len() {
                assert!(read_campaign(b"one", &whole[..end]).is_err());
            }
            for end in 0..whole_member.len() {
                assert!(read_member(1, &whole_member[..end]).is_err());
            }
            assert!(read_campaign(b"one", &[whole, b"x"].concat()).is_err());
            assert!(read_campaign(b"\xff", whole).is_err());
            assert!(read_member(1, &[whole_member, b"x"].concat()).is_err());
            for value in [whole, whole_member] {
                let mut hostile = value.to_vec();
                let place = any.below(hostile.len() as u64) as usize;
                hostile[place] ^= 1 << any.below(8);
                let _ = (read_campaign(b"one", &hostile), read_member(1, &hostile), number(&hostile));
            }
        }
        assert!(read_place_key(&[0; 15]).is_err());
    }

    fn fill(store: &EmbeddedStore, devices: u64) {
        let campaign = Campaign { name: "one".into(), ..Any::new(1).campaign() };
        let members = |first: u64| -> Vec<Member> {
            let device = |place| DeviceId::new(&format!("D{place}")).unwrap();
            let last = devices.min(first + limits::CAMPAIGN_BATCH as u64 - 1);
            (first..=last).map(|place| Member { place, device: device(place), stage: Stage::Waiting }).collect()
        };
        commit(store, vec![Change::Campaign(Box::new(campaign))]).unwrap();
        for first in (1..=devices).step_by(limits::CAMPAIGN_BATCH) {
            commit(store, vec![Change::Members("one".into(), members(first))]).unwrap();
        }
    }

    fn rows(store: &EmbeddedStore) -> [u64; 3] {
        use redb::{ReadableDatabase, ReadableTableMetadata};
        let database = store.shared.database();
        let transaction = database.as_ref().unwrap().begin_read().unwrap();
        let tables = [tables::MEMBERS, tables::MEMBER_PLACES, tables::LEAVING];
        tables.map(|table| transaction.open_table(table).unwrap().len().unwrap())
    }

    /// The devices go in pieces, over a restart too, and none of another campaign by the same name.
    #[test]
    fn a_removed_campaign_is_gone_at_once_and_its_devices_by_and_by() {
        let folder = Folder::new("leaving");
        let store = folder.open();
        let devices = 4 * limits::STORE_LEAVING as u64 + 7;
        fill(&store, devices);
        let name: Arc<str> = "one".into();
        let mut again = vec![Change::RemoveCampaign(Arc::clone(&name))];
        again.push(Change::Campaign(Box::new(Campaign { name: Arc::clone(&name), ..Any::new(2).campaign() })));
        let new = Member { place: 1, device: DeviceId::new("D2").unwrap(), stage: Stage::Waiting };
        again.push(Change::Members(name, vec![new.clone()]));
        commit(&store, again).unwrap();
        let seen = |store: &EmbeddedStore| {
            let of_it = read(store, |snapshot| snapshot.members("one", MemberFilter::default(), 0, 9).unwrap());
            assert_eq!(of_it, std::slice::from_ref(&new));
        };
        seen(&store);
        assert!(rows(&store)[0] > limits::STORE_LEAVING as u64, "not all at once");
        drop(store);
        let store = folder.open();
        seen(&store);
        let begun = Instant::now();
        while rows(&store) != [1, 1, 0] {
            assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", rows(&store));
            thread::sleep(Duration::from_millis(5));
        }
        seen(&store);
        drop(store);
        let report = check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap();
        assert_eq!(report.faults, Vec::<String>::new());
        assert!(report.counts.contains(&("devices of campaigns", 1)), "{:?}", report.counts);
    }

    /// However old it is, an exchange stays until its campaign has written how it ended.
    #[test]
    fn an_exchange_whose_campaign_has_not_seen_its_end_is_not_forgotten() {
        use crate::desk::record::{Ended, Forget, Origin, Start};
        use crate::store::memory::MemoryStore;
        use crate::store::{Snapshot, Store};
        use crate::words::{State, Time};

        let (folder, device) = (Folder::new("awaits"), DeviceId::new("D1").unwrap());
        let (file, memory) = (folder.open(), MemoryStore::default());
        let record = |number| ExchangeRecord {
            id: ExchangeId(number),
            start: Start::of(device.clone(), Origin::Campaign("one".into())),
            state: State::Requested,
            ended: Some(Ended { outcome: Outcome::Failed, cause: None, result_code: None, at: Time(5) }),
            discards: false,
            key: None,
            ..Any::new(number).exchange()
        };
        let member = |stage| Change::Members("one".into(), vec![Member { place: 1, device: device.clone(), stage }]);
        let over = || Stage::Over {
            exchange: Some(ExchangeId(2)),
            outcome: Outcome::Failed,
            cause: None,
            result_code: None,
            at: Time(5),
        };
        for store in [&file as &dyn Store, &memory] {
            let campaign = Campaign { name: "one".into(), ..Any::new(1).campaign() };
            let mut changes = vec![Change::Campaign(Box::new(campaign)), member(Stage::Updating(ExchangeId(2)))];
            changes.extend([1, 2].map(|number| Change::Exchange(Box::new(record(number)))));
            commit(store, changes).unwrap();
            let left =
                || read(store, |of: &dyn Snapshot| [1, 2].map(|id| of.exchange(ExchangeId(id)).unwrap().is_some()));
            let forget = || commit(store, vec![Change::Forget(Forget::Exchanges(Time(9)))]).unwrap();
            let begun = Instant::now();
            forget();
            while left() != [false, true] {
                assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", left());
            }
            thread::sleep(Duration::from_millis(60));
            assert_eq!(left(), [false, true]);
            commit(store, vec![member(over())]).unwrap();
            forget();
            while left() != [false, false] {
                assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", left());
            }
        }
    }

    #[test]
    fn a_check_finds_a_device_that_is_of_nothing_or_cannot_be_found() {
        let folder = Folder::new("strayed");
        fill(&folder.open(), 3);
        {
            let database = super::super::file::builder(8).open(folder.file()).unwrap();
            let (transaction, tape) = (database.begin_write().unwrap(), Tape::default());
            {
                let mut tables = Tables::open(&transaction, &tape).unwrap();
                let strayed = Member { place: 9, device: DeviceId::new("S").unwrap(), stage: Stage::Waiting };
                tables.members.insert(&place_key(77, 9)[..], member(&strayed).octets()).unwrap();
                tables.member_places.remove(&device_key(1, b"D2")).unwrap();
            }
            transaction.commit().unwrap();
        }
        let report = check::check(&folder.file(), folder.key("store.key"), Vec::new()).unwrap();
        assert!(report.faults.iter().any(|fault| fault.contains("of no campaign")), "{:?}", report.faults);
        assert!(report.faults.iter().any(|fault| fault.starts_with("D2:")), "{:?}", report.faults);
    }
}
