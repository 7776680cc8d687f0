//! Notifications and the pushes that carry them, as JSON: codes as numbers, octets as hex. Lengths are derived.

use serde::{Deserialize, Serialize};

use crate::is683::hex::{from_hex, to_hex};
use crate::syncml::notification::push::{Push, Token};
use crate::syncml::notification::{Initiator, Notification, Received, UiMode};

/// A notification, its digest as given: no password is asked for.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NotificationFields {
    /// Ten times the version: 11 is 1.1.
    version: u16,
    ui_mode: usize,
    initiator: usize,
    /// The reserved bits, where they are not 0.
    #[serde(default, skip_serializing_if = "is_zero")]
    reserved: u32,
    session_id: u16,
    server_id: String,
    #[serde(default)]
    vendor: String,
    digest: String,
}

/// A push. Where its body is a notification, that stands beside it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PushFields {
    transaction_id: u8,
    content_type: NumberOrName,
    #[serde(skip_serializing_if = "Option::is_none")]
    application_id: Option<NumberOrName>,
    /// Other headers, as octets.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    headers: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification: Option<NotificationFields>,
}

/// What WSP knows by number or spells out.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum NumberOrName {
    Number(u32),
    Name(String),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(bits: &u32) -> bool {
    *bits == 0
}

/// A notification as JSON.
pub(super) fn show(octets: &[u8]) -> Result<String, String> {
    json(&NotificationFields::of(octets)?)
}

/// A notification from JSON.
pub(super) fn make(text: &[u8]) -> Result<Vec<u8>, String> {
    from_json::<NotificationFields>(text)?.octets("")
}

/// A push as JSON.
pub(super) fn show_push(octets: &[u8]) -> Result<String, String> {
    let push = Push::parse(octets).map_err(|error| error.to_string())?;
    json(&PushFields {
        transaction_id: push.transaction_id,
        content_type: NumberOrName::of(push.content_type),
        application_id: push.application_id.map(NumberOrName::of),
        headers: to_hex(&push.others),
        body: Some(to_hex(push.body)),
        notification: push.notification().ok().and_then(|body| NotificationFields::of(body).ok()),
    })
}

/// A push from JSON, with a body, a notification, or both alike.
pub(super) fn make_push(text: &[u8]) -> Result<Vec<u8>, String> {
    let fields: PushFields = from_json(text)?;
    let body = fields.body.as_deref().map(|body| octets_of("body", body)).transpose()?;
    let notification = fields.notification.as_ref().map(|inner| inner.octets("notification.")).transpose()?;
    let body = match (body, notification) {
        (Some(body), Some(notification)) if body != notification => {
            return Err("body: expected the octets of the notification, or only one of the two".into());
        }
        (Some(body), _) | (None, Some(body)) => body,
        (None, None) => return Err("body: expected hex digits, found nothing".into()),
    };
    let others = octets_of("headers", &fields.headers)?;
    let push = Push {
        transaction_id: fields.transaction_id,
        content_type: fields.content_type.token("content_type")?,
        application_id: fields.application_id.as_ref().map(|id| id.token("application_id")).transpose()?,
        others: others.clone(),
        body: &body,
    };
    let written = push.write();
    // Other headers are taken as octets: they must be headers.
    match Push::parse(&written) {
        Ok(read) if read.others == others && read.body == body => Ok(written),
        _ => Err("headers: expected whole headers of WSP, found other octets".into()),
    }
}

impl NotificationFields {
    fn of(octets: &[u8]) -> Result<Self, String> {
        let Received { notification, version, reserved, digest, .. } =
            Received::parse(octets).map_err(|error| error.to_string())?;
        Ok(Self {
            version,
            ui_mode: notification.ui_mode as usize,
            initiator: notification.initiator as usize,
            reserved,
            session_id: notification.session_id,
            server_id: notification.server_id,
            vendor: to_hex(&notification.vendor),
            digest: to_hex(&digest),
        })
    }

    /// The octets; `place` stands before the names of fields in errors.
    fn octets(&self, place: &str) -> Result<Vec<u8>, String> {
        let out_of_range = |name: &str, most: usize| format!("{place}{name}: expected a number from 0 to {most}");
        let digest = octets_of(&format!("{place}digest"), &self.digest)?;
        let digest =
            digest.try_into().map_err(|_| format!("{place}digest: expected 16 octets, found another length"))?;
        let notification = Notification {
            ui_mode: *UiMode::ALL.get(self.ui_mode).ok_or_else(|| out_of_range("ui_mode", 3))?,
            initiator: *Initiator::ALL.get(self.initiator).ok_or_else(|| out_of_range("initiator", 1))?,
            session_id: self.session_id,
            server_id: self.server_id.clone(),
            vendor: octets_of(&format!("{place}vendor"), &self.vendor)?,
        };
        notification.with_header(self.version, self.reserved, digest).map_err(|error| error.to_string())
    }
}

impl NumberOrName {
    fn of(token: Token<'_>) -> Self {
        match token {
            Token::Number(number) => Self::Number(number),
            Token::Text(name) => Self::Name(name.to_owned()),
        }
    }

    fn token(&self, field: &str) -> Result<Token<'_>, String> {
        match self {
            Self::Number(number) => Ok(Token::Number(*number)),
            Self::Name(name) if name.is_empty() || name.contains('\0') => {
                Err(format!("{field}: expected a number or a name without NUL"))
            }
            Self::Name(name) => Ok(Token::Text(name)),
        }
    }
}

pub(super) fn octets_of(field: &str, hex: &str) -> Result<Vec<u8>, String> {
    from_hex(hex).ok_or_else(|| format!("{field}: expected hex digits, found another text"))
}

fn json(fields: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(fields).map_err(|error| error.to_string())
}

fn from_json<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T, String> {
    serde_json::from_slice(text).map_err(|error| error.to_string())
}
