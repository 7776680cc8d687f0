//! What is worth counting or logging of a desk's work.
//!
//! Devices are named by a short digest: a log is read by more people than may know subscribers. Called by [`super::io`].

use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::desk::{LoginResult, Note};
use crate::http::server::RequestId;
use crate::metrics::Metrics;
use crate::words::{DeviceId, Time};

use super::events::{CampaignEnd, Events, Happening};

/// Counts and logs a note, and tells those who watch exchanges; `request` names the handset's request that it comes of.
pub(super) fn take(note: &Note, now: Time, metrics: &Metrics, events: &Events, request: Option<RequestId>) {
    tell(note, now, events);
    let request = request.map(tracing::field::display);
    match note {
        Note::Login(device, result) => {
            let label = match result {
                LoginResult::Missing => "missing",
                LoginResult::Wrong => "wrong",
                LoginResult::Good => "good",
                LoginResult::Resync => "resync",
            };
            metrics.auth(label);
            tracing::debug!(request, device = masked(device), result = label, "credential");
        }
        Note::LoginFailures(device, count) => {
            tracing::warn!(device = masked(device), count, "wrong credentials within an hour");
        }
        Note::SessionAborted(device, reason) => {
            tracing::info!(request, device = masked(device), reason, "session aborted");
        }
        Note::UnknownSession(device) => {
            tracing::debug!(request, device = masked(device), "message of an unknown session");
        }
        Note::NoRoom(what) => metrics.refused(what),
        Note::StartRefused(device) => {
            metrics.refused("exchange_queue");
            tracing::warn!(
                request,
                device = masked(device),
                "an exchange was asked for that cannot be: no room, or no such device"
            );
        }
        Note::CallImpossible(device) => {
            metrics.called("impossible");
            tracing::warn!(device = masked(device), "wanted, and there is no way to call it");
        }
        Note::Called(device) => {
            tracing::debug!(device = masked(device), "called by a notification");
        }
        Note::Came(device, millis) => {
            tracing::debug!(device = masked(device), millis, "came after it was called");
        }
        Note::DoubtLasts(device, exchange, millis) => {
            tracing::warn!(device = masked(device), %exchange, millis, "an exchange is in doubt for too long");
        }
        Note::DoubtEnded { device, exchange, state, ended, .. } => {
            let outcome = ended.as_ref().map(|ended| ended.outcome.as_str());
            let cause = ended.as_ref().and_then(|ended| ended.cause.as_deref());
            tracing::info!(request, device = masked(device), %exchange, %state, outcome, cause, "a doubt is over");
        }
        Note::StoreRefused => metrics.refused("store"),
        Note::ExchangeStarted(device, exchange) => {
            tracing::debug!(request, device = masked(device), %exchange, "exchange started");
        }
        Note::ExchangeMoved { device, exchange, state, .. } => {
            tracing::debug!(request, device = masked(device), %exchange, %state, "exchange moved on");
        }
        Note::ExchangeEnded { device, exchange, choice, end, millis, .. } => {
            let (way, dialect) = choice.map_or(("none", "none"), |(way, dialect)| (way.as_str(), dialect.as_str()));
            metrics.exchange(*choice, end.outcome, Duration::from_millis(*millis));
            let cause = end.cause.as_ref().map(ToString::to_string);
            tracing::info!(
                request, device = masked(device), %exchange, way, dialect, outcome = end.outcome.as_str(), cause, millis,
                "exchange ended"
            );
        }
    }
}

/// Tells those who watch, if the note is of an exchange.
fn tell(note: &Note, at: Time, events: &Events) {
    if let Note::ExchangeEnded { device, exchange, campaign: Some(campaign), .. }
    | Note::DoubtEnded { device, exchange, campaign: Some(campaign), .. } = note
    {
        events.tell_end(CampaignEnd { campaign: campaign.clone(), device: device.clone(), exchange: *exchange });
    }
    match note {
        Note::ExchangeMoved { device, exchange, state, version } => events.tell(|| Happening {
            at,
            device: device.clone(),
            exchange: *exchange,
            state: *state,
            outcome: None,
            cause: None,
            version: version.clone(),
        }),
        Note::ExchangeEnded { device, exchange, state, end, .. } => events.tell(|| Happening {
            at,
            device: device.clone(),
            exchange: *exchange,
            state: *state,
            outcome: Some(end.outcome),
            cause: end.cause.as_ref().map(ToString::to_string),
            version: end.version.clone(),
        }),
        Note::DoubtEnded { device, exchange, state, ended, version, .. } => events.tell(|| Happening {
            at,
            device: device.clone(),
            exchange: *exchange,
            state: *state,
            outcome: ended.as_ref().map(|ended| ended.outcome),
            cause: ended.as_ref().and_then(|ended| ended.cause.clone()),
            version: version.clone(),
        }),
        _ => {}
    }
}

/// Eight hex digits that stand for a device.
fn masked(device: &DeviceId) -> String {
    let digest = Sha256::digest(device.as_str().as_bytes());
    digest[..4].iter().fold(String::new(), |text, octet| text + &format!("{octet:02x}"))
}
