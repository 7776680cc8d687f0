//! What the courses of campaigns read of the store: a part of a list, which devices are in one, how exchanges stand.
//!
//! Each reading is of one moment and bounded, on the store's own thread. Called by [`super::runner`].

use std::sync::Arc;

use crate::campaign::{Event, Found, Reading, Seen};
use crate::desk::record::campaign::Campaign;
use crate::limits;
use crate::store::{Filter, MemberFilter, ReadError, Snapshot};
use crate::words::{DeviceId, ExchangeId, Time};

/// Which campaign is read for, and when it was made.
pub(super) struct Of {
    pub(super) name: Arc<str>,
    pub(super) created: Time,
}

impl Of {
    pub(super) fn campaign(campaign: &Campaign) -> Self {
        Self { name: Arc::clone(&campaign.name), created: campaign.created }
    }

    /// Reads what is wanted.
    pub(super) fn read(&self, snapshot: &dyn Snapshot, reading: Reading) -> Result<Event, ReadError> {
        Ok(match reading {
            Reading::Members(which, after) => {
                let mut part = snapshot.members(&self.name, MemberFilter::default(), after, limits::CAMPAIGN_PAGE)?;
                let next = part.last().map(|last| last.place).filter(|_| part.len() == limits::CAMPAIGN_PAGE);
                part.retain(|member| which.fits(&member.stage));
                Event::Members(part, next)
            }
            Reading::Known(devices) => {
                let is_known = |device| Ok(snapshot.member_place(&self.name, device)?.is_some());
                Event::Known(devices.iter().map(is_known).collect::<Result<_, ReadError>>()?)
            }
            Reading::Exchanges(exchanges) => {
                let stands = |exchange| Ok((exchange, seen(snapshot, exchange)?));
                Event::Seen(exchanges.into_iter().map(stands).collect::<Result<_, ReadError>>()?)
            }
            Reading::Devices(devices) => {
                let found = devices.iter().filter_map(|device| self.found(snapshot, device).transpose());
                Event::Found(found.collect::<Result<_, ReadError>>()?)
            }
        })
    }

    fn found(&self, snapshot: &dyn Snapshot, device: &DeviceId) -> Result<Option<Found>, ReadError> {
        let Some(place) = snapshot.member_place(&self.name, device)? else { return Ok(None) };
        let member = snapshot.members(&self.name, MemberFilter::default(), place.saturating_sub(1), 1)?.pop();
        let Some(member) = member.filter(|member| member.device == *device) else { return Ok(None) };
        let filter = Filter {
            device: Some(device.clone()),
            campaign: Some(Arc::clone(&self.name)),
            since: Some(self.created),
            ..Filter::default()
        };
        let exchanges = snapshot.exchanges(&filter, None, limits::EXCHANGES_PER_DEVICE)?;
        let updates = exchanges.into_iter().filter(|record| !record.start.probe);
        Ok(Some(Found { member, exchanges: updates.map(|record| (record.id, record.ended)).collect() }))
    }
}

fn seen(snapshot: &dyn Snapshot, exchange: ExchangeId) -> Result<Seen, ReadError> {
    Ok(match snapshot.exchange(exchange) {
        Ok(None) => Seen::Missing,
        Ok(Some(record)) => record.ended.map_or(Seen::Open, Seen::Ended),
        Err(ReadError::Damaged(_)) => Seen::Damaged,
        Err(error) => return Err(error),
    })
}
