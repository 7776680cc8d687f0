//! Errors of the API: problem details (RFC 9457), each with a stable word that says what is wrong.
//!
//! `type` is always `about:blank`, so `title` is the status' own; `cause` tells the kinds of one status apart, `field` names the member,
//! parameter or header. Never repeats what a peer sent as a secret. Used by every resource.

use serde::Serialize;

use crate::desk::record::MobileId;
use crate::http::server::{Refusal, Response};
use crate::http::wire;
use crate::limits;
use crate::store::{ReadError, Refused};
use crate::words::{DeviceId, ExchangeId};

/// The media type of a problem.
pub(super) const PROBLEM: &str = "application/problem+json";

/// Why a request was not done.
#[derive(Debug)]
pub(super) struct Problem {
    status: u16,
    cause: &'static str,
    detail: String,
    field: Option<String>,
    headers: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct Body<'p> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'p str,
    cause: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'p str>,
}

impl Problem {
    pub(super) fn new(status: u16, cause: &'static str, detail: impl Into<String>) -> Self {
        Self { status, cause, detail: detail.into(), field: None, headers: Vec::new() }
    }

    /// The request is not of the right form.
    pub(super) fn malformed(detail: impl Into<String>) -> Self {
        Self::new(400, "malformed", detail)
    }

    /// A member, parameter or header is not what it must be.
    pub(super) fn field(field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(422, "invalid", detail).of(field)
    }

    /// A parameter of the query is not what it must be.
    pub(super) fn parameter(field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(400, "parameter", detail).of(field)
    }

    pub(super) fn no_device(device: &DeviceId) -> Self {
        Self::new(404, "unknown_device", format!("there is no subscriber {device}"))
    }

    /// One subscriber alone may have this name in the signalling network, and it is another's.
    pub(super) fn taken(id: &MobileId, other: &DeviceId) -> Self {
        Self::new(409, "taken", format!("{other} has it: take it from there first")).of(id.kind())
    }

    pub(super) fn no_exchange(id: ExchangeId) -> Self {
        Self::new(404, "unknown_exchange", format!("there is no exchange {id}"))
    }

    /// What is kept of it is not what was written.
    fn damaged(what: String) -> Self {
        Self::new(409, "damaged", what)
    }

    pub(super) fn no_campaign(name: &str) -> Self {
        Self::new(404, "unknown_campaign", format!("there is no campaign {name}"))
    }

    /// The caller may not do this.
    pub(super) fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(403, "forbidden", detail)
    }

    /// No room: later.
    pub(super) fn full(detail: impl Into<String>) -> Self {
        Self::new(503, "full", detail).with("Retry-After", limits::RETRY_AFTER_S.to_string())
    }

    /// It is not done yet, and may still be.
    pub(super) fn late() -> Self {
        let detail = "it is not durable yet, most likely because the store has no room: it may still happen, so look before you ask again";
        Self::new(503, "late", detail).with("Retry-After", limits::RETRY_AFTER_S.to_string())
    }

    /// The store is gone: the service is about to end.
    pub(super) fn no_store() -> Self {
        Self::full("the store is closed")
    }

    /// The same, about this member, parameter or header.
    pub(super) fn of(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The same about a member of this object.
    pub(super) fn within(self, object: &str) -> Self {
        let field = self.field.map_or_else(|| object.to_owned(), |field| format!("{object}.{field}"));
        Self { field: Some(field), ..self }
    }

    /// The same with one more header line.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same, told otherwise.
    pub(super) fn with_detail(self, detail: String) -> Self {
        Self { detail, ..self }
    }

    pub(super) fn detail(&self) -> &str {
        &self.detail
    }

    /// What a line of a file is told to be wrong with: the field, and why.
    pub(super) fn into_parts(self) -> (Option<String>, String) {
        (self.field, self.detail)
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        if let ReadError::Damaged(what) = error {
            return Self::damaged(what);
        }
        tracing::error!(%error, "a request of an operator found no store");
        Self::full("the store cannot be read now")
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Full(_) => Self::full("the store has no room now"),
            Refused::Exists(device) => Self::new(409, "exists", format!("there is a subscriber {device} already")),
            Refused::Missing(device) => Self::no_device(&device),
            Refused::Taken(id, other) => Self::taken(&id, &other),
            Refused::Damaged(what) => Self::damaged(what),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.status().unwrap_or(500), refusal.as_str(), "the request could not be taken in")
    }
}

impl From<Problem> for Response {
    fn from(problem: Problem) -> Self {
        let Problem { status, cause, detail, field, headers } = problem;
        let body = Body {
            r#type: "about:blank",
            title: wire::reason(status),
            status,
            detail: &detail,
            cause,
            field: field.as_deref(),
        };
        // What problems are made of always can be written.
        let body = serde_json::to_vec(&body).unwrap_or_default();
        Self { headers, ..Self::new(status, PROBLEM, body) }
    }
}
