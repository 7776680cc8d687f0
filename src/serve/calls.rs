//! Notifications on their way to handsets: from a desk's action to the bearers, and their news back to the desk.
//!
//! The bearers run on the side thread. Called by [`super`] and [`super::io`].

use std::sync::Arc;

use crate::desk::Notification;
use crate::metrics::Metrics;
use crate::wake::{News, Place, Report, Wake, Waker};
use crate::words::DeviceId;

use super::desks::Desks;

/// Where news of bearers goes: to the desk of the device, once there are desks, and into the metrics.
pub(super) fn report(desks: Desks, metrics: Arc<Metrics>) -> Report {
    Arc::new(move |device: &DeviceId, news: &News| {
        let (label, done) = match news {
            News::Sent(_) => ("sent", Some(true)),
            News::Accepted(_) => ("accepted", Some(true)),
            News::Failed(..) => ("failed", None),
            News::Delivered(_) => ("delivered", None),
            News::Undelivered(..) => ("undelivered", None),
            News::Came(_) => ("came", None),
            News::NoShow(_) => ("no_show", Some(false)),
            News::NoWay => ("no_way", Some(false)),
        };
        metrics.called(label);
        if let Some(done) = done {
            desks.called(device, done);
        }
    })
}

/// Hands a notification in; `false` when there is no room, or no bearer at all.
pub(super) fn call(waker: Option<&Waker>, notification: Notification) -> bool {
    let Notification { device, octets, resync, place } = notification;
    let place = Place {
        address: place.address.and_then(|address| address.parse().ok()),
        min: place.min,
        imsi: place.imsi,
        esn: place.esn,
        meid: place.meid,
    };
    waker.is_some_and(|waker| waker.wake(Wake { device, place, notification: octets, again: resync }))
}
