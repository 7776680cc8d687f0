//! Campaigns in memory, with the devices of each in the order of its list.
//!
//! Called by [`super`].

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::Arc;

use crate::desk::record::ExchangeRecord;
use crate::desk::record::campaign::{Campaign, Member};
use crate::store::MemberFilter;
use crate::words::DeviceId;

/// All campaigns, by their names.
#[derive(Default)]
pub(super) struct Campaigns(BTreeMap<Arc<str>, Kept>);

struct Kept {
    campaign: Campaign,
    members: BTreeMap<u64, Member>,
    places: HashMap<DeviceId, u64>,
}

impl Campaigns {
    pub(super) fn put(&mut self, campaign: Campaign) {
        if let Some(kept) = self.0.get_mut(&campaign.name) {
            kept.campaign = campaign;
        } else {
            let name = Arc::clone(&campaign.name);
            self.0.insert(name, Kept { campaign, members: BTreeMap::new(), places: HashMap::new() });
        }
    }

    pub(super) fn put_members(&mut self, name: &str, members: Vec<Member>) {
        let Some(kept) = self.0.get_mut(name) else { return };
        for member in members {
            match (kept.members.get_mut(&member.place), kept.places.get(&member.device)) {
                (Some(own), Some(place)) if *place == member.place => *own = member,
                (None, None) => {
                    kept.places.insert(member.device.clone(), member.place);
                    kept.members.insert(member.place, member);
                }
                _ => {}
            }
        }
    }

    /// Whether the campaign of an exchange has not seen how it ended.
    pub(super) fn awaits(&self, record: &ExchangeRecord) -> bool {
        let of = || {
            let kept = self.0.get(record.campaign()?)?;
            kept.members.get(kept.places.get(record.device())?)
        };
        of().is_some_and(|member| member.awaits(record.id))
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    pub(super) fn page(&self, after: Option<&str>, limit: usize) -> Vec<Campaign> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let later = self.0.range::<str, _>((from, Bound::Unbounded));
        later.take(limit).map(|(_, kept)| kept.campaign.clone()).collect()
    }

    pub(super) fn get(&self, name: &str) -> Option<Campaign> {
        self.0.get(name).map(|kept| kept.campaign.clone())
    }

    pub(super) fn members(&self, name: &str, filter: MemberFilter, after: u64, limit: usize) -> Vec<Member> {
        let Some(kept) = self.0.get(name) else { return Vec::new() };
        let later = kept.members.range((Bound::Excluded(after), Bound::Unbounded)).map(|(_, member)| member);
        later.filter(|member| filter.fits(member)).take(limit).cloned().collect()
    }

    pub(super) fn place(&self, name: &str, device: &DeviceId) -> Option<u64> {
        self.0.get(name)?.places.get(device).copied()
    }
}
