//! What waits in the store, read in pages, and never more than the lines have room for.
//!
//! Nothing stops for a delivery that makes no sense: it is held back, with a word why, until an operator has seen it. Called by [`super::Clerk`].

use std::sync::Arc;

use super::{Clerk, Destination, News, Saving};
use crate::desk::record::{Change, Delivery, DeliveryKind, ExchangeRecord, MobileId, Place};
use crate::exchange::Version;
use crate::limits;
use crate::north::outbox::line::{Gap, LaneId, Parcel};
use crate::north::outbox::{HELD, document};
use crate::north::wrap;
use crate::store::names;
use crate::store::{Cursor, Filter, ReadError, Snapshot};
use crate::words::{Outcome, State};

/// A delivery as it was read, or why it cannot be sent as it is.
pub(super) struct Read {
    parcel: Parcel,
    unfit: Option<String>,
}

impl Clerk {
    /// Reads the next page, if there may be one and room for it.
    pub(super) fn read_more(&mut self) {
        if self.reading || self.unread {
            return;
        }
        let gap = self.ways.iter().find_map(|(destination, way)| Some((destination.clone(), way.line.gap()?)));
        let after = match &gap {
            Some((destination, gap)) => {
                self.ways.get_mut(destination).into_iter().for_each(|way| way.line.close_gap(gap));
                gap.from.saturating_sub(1)
            }
            None if self.more => self.cursor,
            None => return,
        };
        if gap.is_none() {
            self.more = false;
        }
        self.reading = true;
        let news = self.news.clone();
        self.store.read(Box::new(move |snapshot| {
            let _ = news.send(News::Page(gap, after, parcels(snapshot, after)));
        }));
    }

    /// A page is here: `gap`, for which line or lane alone it was read, from after this place on.
    pub(super) fn page(&mut self, gap: Option<(Destination, Gap)>, after: u64, page: Result<Vec<Read>, ReadError>) {
        self.reading = false;
        let finished = std::mem::take(&mut self.finished);
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read");
                self.unread = true;
                if let Some((destination, gap)) = gap
                    && let Some(way) = self.ways.get_mut(&destination)
                {
                    way.line.reopen_gap(gap);
                }
                return self.hear_early();
            }
        };
        let last = page.len() < limits::OUTBOX_PAGE;
        if gap.is_none() {
            self.more |= !last;
        }
        let seen = page.last().map_or(after, |read| read.parcel.delivery.seq);
        let mut changes = Vec::new();
        for Read { mut parcel, unfit } in page {
            let seq = parcel.delivery.seq;
            if gap.is_none() {
                self.cursor = self.cursor.max(seq);
            }
            // It was over while the page was being read.
            if finished.contains(&seq) {
                continue;
            }
            let Some(destination) = self.destination(&parcel.delivery) else {
                let to = &parcel.delivery.to;
                if self.strange.len() < limits::OUTBOX_STRANGERS && self.strange.insert(Arc::clone(to)) {
                    tracing::warn!(%to, "deliveries wait for somebody who is not in the configuration");
                }
                continue;
            };
            if let Some((of, Gap { lane, .. })) = &gap
                && (*of != destination || lane.as_ref().is_some_and(|lane| *lane != LaneId::of(&parcel.delivery)))
            {
                continue;
            }
            if let Some(why) = unfit.filter(|_| !parcel.delivery.is_held()) {
                changes.push(self.parked(&parcel.delivery, why));
                parcel.delivery.next = HELD;
            }
            if let Some(way) = self.ways.get_mut(&destination) {
                changes.extend(way.line.add(parcel).into_iter().map(|seq| Change::Delivered(seq, (self.now)())));
            }
        }
        if let Some((destination, gap)) = gap.filter(|_| !last)
            && let Some(way) = self.ways.get_mut(&destination)
        {
            way.line.reopen_gap(Gap { from: seen + 1, ..gap });
        }
        if !changes.is_empty() {
            self.save(Saving { changes, over: Vec::new() });
        }
        self.hear_early();
    }

    /// What becomes of a delivery that cannot be sent as it is.
    pub(super) fn parked(&self, delivery: &Delivery, why: String) -> Change {
        let word = document::word(delivery.kind);
        tracing::error!(exchange = %delivery.exchange, seq = delivery.seq, kind = word, why, "a delivery is held back: it cannot be sent");
        self.meter.delivery(word, "parked");
        Change::Undelivered { seq: delivery.seq, attempts: delivery.attempts, next: HELD, why }
    }
}

/// A page of what waits after this place, with what goes along.
fn parcels(snapshot: &dyn Snapshot, after: u64) -> Result<Vec<Read>, ReadError> {
    let along = |delivery: Delivery| {
        let (subscriber, exchange) = (snapshot.subscriber(&delivery.device), snapshot.exchange(delivery.exchange));
        let place = subscriber.map(|own| own.map_or_else(Place::default, |own| own.place)).and_then(|place| {
            // An outcome tells of the exchange, and makes no key anybody's.
            let is_key = delivery.kind != DeliveryKind::Outcome;
            let shared = if is_key { names::shared(snapshot, &place)? } else { None };
            Ok((place, shared))
        });
        read(delivery, place, exchange)
    };
    Ok(snapshot.deliveries(after, false, limits::OUTBOX_PAGE)?.into_iter().map(along).collect())
}

/// A delivery with what could be read of its subscriber, a name among that which another has too, and its exchange.
fn read(
    delivery: Delivery,
    place: Result<(Place, Option<MobileId>), ReadError>,
    exchange: Result<Option<ExchangeRecord>, ReadError>,
) -> Read {
    let (place, unknown) = match place {
        Ok((place, None)) => (place, None),
        Ok((place, Some(id))) => (place, Some(format!("another subscriber has the same {}", id.kind()))),
        Err(_) => (Place::default(), Some("the record of its subscriber cannot be read".into())),
    };
    // An indication, no more: a centre does without.
    let version = exchange.ok().flatten().map_or_else(Version::default, |record| record.version);
    let unfit = unfit(&delivery).map(str::to_owned).or(unknown);
    Read { parcel: Parcel { delivery, place, version }, unfit }
}

/// Why nobody could make anything of what a delivery carries.
fn unfit(delivery: &Delivery) -> Option<&'static str> {
    match delivery.kind {
        DeliveryKind::Stage if wrap::kind_of(&delivery.body).is_none() => Some("what it carries is no wrapped key"),
        DeliveryKind::Outcome if !document::is_outcome(&delivery.body) => Some("what it carries is no outcome"),
        _ => None,
    }
}

/// Whether a delivery is the activation of a key that the handset has replaced since: made live now, the centre would end with the older one.
pub(super) fn is_superseded(snapshot: &dyn Snapshot, delivery: &Delivery) -> Result<bool, ReadError> {
    if delivery.kind != DeliveryKind::Activate {
        return Ok(false);
    }
    let Some(own) = snapshot.exchange(delivery.exchange)? else { return Ok(false) };
    if own.ended.as_ref().is_some_and(|ended| ended.outcome != Outcome::Updated && !own.is_unsettled()) {
        return Ok(true);
    }
    let filter = Filter { device: Some(delivery.device.clone()), ..Filter::default() };
    let mut after: Option<Cursor> = None;
    loop {
        let page = snapshot.exchanges(&filter, after, limits::OUTBOX_PAGE)?;
        for other in &page {
            if (other.created, other.id) <= (own.created, own.id) {
                return Ok(false);
            }
            if other.state >= State::Committed && other.kind == own.kind && !other.pushed {
                return Ok(true);
            }
        }
        match page.last().filter(|_| page.len() == limits::OUTBOX_PAGE) {
            Some(last) => after = Some((last.created, last.id)),
            None => return Ok(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::north::outbox::fresh;
    use crate::words::{DeviceId, ExchangeId, Time};

    #[test]
    fn what_lacks_its_subscriber_is_unfit_and_what_lacks_its_exchange_goes_without_a_version() {
        let device = DeviceId::new("MEID:A1").unwrap();
        let of = |place, exchange| {
            let delivery = fresh(ExchangeId(1), &device, &"ac".into(), DeliveryKind::Activate, Vec::new(), Time(1));
            read(delivery, place, exchange)
        };
        let damaged = || ReadError::Damaged("damaged".into());
        assert!(of(Err(damaged()), Ok(None)).unfit.unwrap().contains("subscriber"));
        let doubled = MobileId::Min("5551230001".into());
        assert_eq!(
            of(Ok((Place::default(), Some(doubled))), Ok(None)).unfit.as_deref(),
            Some("another subscriber has the same min")
        );
        let read = of(Ok((Place::default(), None)), Err(damaged()));
        assert_eq!((read.unfit, read.parcel.version), (None, Version::default()));
    }
}
