//! The API for operators and their programs, `/v1/`: JSON over HTTP on the admin listener (`docs/openapi.yaml`, `docs/api.md`).
//!
//! Finds who asks, what is asked and whether he may; each resource has a file of its own. Reads the store's snapshots and writes subscribers;
//! whatever concerns an exchange is brought to the desk of its device, which decides. Runs on the side thread. Never shows a secret. Called
//! by [`super::status`].
//!
//! * [`caller`], [`certificate`]: who asks; [`problem`]: errors
//! * [`fields`], [`query`], [`moment`]: what is asked, read strictly; [`look`]: lists that are looked through
//! * [`mod@file`]: files that are brought
//! * [`subscribers`], [`import`], [`exchanges`], [`start`], [`campaigns`], [`plan`], [`members`], [`keys`], [`outbox`], [`relay`], [`events`], [`audit`], [`backup`], [`overview`]: the resources

mod audit;
mod backup;
mod caller;
mod campaigns;
mod certificate;
mod events;
mod exchanges;
mod fields;
mod file;
mod import;
mod keys;
mod look;
mod members;
pub mod moment;
mod outbox;
mod overview;
mod plan;
mod problem;
pub mod query;
mod relay;
mod start;
mod subscribers;

use std::cell::Cell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use serde::Serialize;
use tokio::sync::Mutex;
use zeroize::Zeroizing;

use crate::config::admin::{Role, Who};
use crate::desk::record::{AuditEvent, Change};
use crate::http::server::{Method, Refusal, Request, RequestHead, Response, Service, Shutdown, Sink, Trust};
use crate::http::wire::is_media_type;
use crate::limits;
use crate::metrics::Metrics;
use crate::net::{Identity, Peer};
use crate::north::outbox::Outbox;
use crate::north::outbox::settings::Centre;
use crate::store::{self, Store};
use crate::words::{DeviceId, ExchangeId, Time};

use super::campaigns::{CampaignOrder, Campaigns};
use super::clock::Clock;
use super::desks::Desks;
use super::enrolment::Enrolment;
use super::events::Events;

use caller::Caller;
use fields::Fields;
use file::Format;
use problem::Problem;
use query::Query;

/// What the API is started with, beside its listener.
#[derive(Clone)]
pub struct Settings {
    /// Certificates, where it is in the network.
    pub tls: Option<Arc<ServerConfig>>,
    /// Who has which role.
    pub grants: Vec<(Role, Who)>,
    /// How subscribers come into being.
    pub enrolment: Enrolment,
    /// Where backups of the store go; `None`: it has no file.
    pub backups: Option<PathBuf>,
}

/// The rest of the service, as far as the API reaches it.
pub(super) struct Surroundings {
    pub(super) clock: Clock,
    pub(super) store: Arc<dyn Store>,
    pub(super) desks: Desks,
    pub(super) outbox: Outbox,
    /// Authentication centres that fetch what is delivered to them.
    pub(super) fetchers: Vec<Centre>,
    pub(super) events: Events,
    pub(super) campaigns: Campaigns,
    pub(super) metrics: Arc<Metrics>,
    /// What `/v1/status` says of sockets and threads.
    pub(super) about: About,
}

pub(super) use overview::About;

/// The API of one service.
pub(super) struct Admin {
    settings: Settings,
    around: Surroundings,
    shutdown: Shutdown,
    own_uid: u32,
    /// When it was said last that connections are refused.
    refused_told: Cell<Option<Time>>,
    /// Makes marks of subscribers' states that tell nothing of their secrets.
    mark_key: [u8; 16],
    /// Held from the look at a subscriber to its change.
    writing: Mutex<()>,
    /// The same of a campaign.
    changing: Mutex<()>,
    ring: events::Ring,
    seats: relay::Seats,
    starts: start::Starts,
}

/// A request, found good so far.
struct Call {
    caller: Caller,
    head: RequestHead,
    query: Query,
    body: Zeroizing<Vec<u8>>,
}

/// What is asked for, by its path.
#[derive(Debug, PartialEq)]
enum Route {
    Subscribers,
    Subscriber(DeviceId),
    Exchanges,
    Exchange(ExchangeId),
    Cancel(ExchangeId),
    Settle(ExchangeId),
    BsResult(ExchangeId),
    Campaigns,
    Campaign(Arc<str>),
    CampaignOrder(Arc<str>, CampaignOrder),
    /// The devices of a campaign.
    Members(Arc<str>),
    Keys,
    KeyAck(u64),
    Outbox,
    Send(u64),
    Relay(DeviceId),
    Events,
    Audit,
    Backup,
    Status,
    OpenApi,
}

impl Route {
    /// The route of a path; a name that cannot be is not found.
    fn of(path: &str) -> Option<Self> {
        let segments = query::segments(path)?;
        let segments: Vec<_> = segments.iter().map(String::as_str).collect();
        let exchange = query::exchange;
        Some(match *segments.strip_prefix(&["v1"])? {
            ["subscribers"] => Self::Subscribers,
            ["subscribers", device] => Self::Subscriber(DeviceId::new(device)?),
            ["exchanges"] => Self::Exchanges,
            ["exchanges", id] => Self::Exchange(exchange(id)?),
            ["exchanges", id, "cancel"] => Self::Cancel(exchange(id)?),
            ["exchanges", id, "settle"] => Self::Settle(exchange(id)?),
            ["exchanges", id, "bs-result"] => Self::BsResult(exchange(id)?),
            ["campaigns"] => Self::Campaigns,
            ["campaigns", name] => Self::Campaign(campaigns::name(name)?),
            ["campaigns", name, "devices"] => Self::Members(campaigns::name(name)?),
            ["campaigns", name, "start"] => Self::CampaignOrder(campaigns::name(name)?, CampaignOrder::Start),
            ["campaigns", name, "pause"] => Self::CampaignOrder(campaigns::name(name)?, CampaignOrder::Pause),
            ["campaigns", name, "resume"] => Self::CampaignOrder(campaigns::name(name)?, CampaignOrder::Resume),
            ["campaigns", name, "cancel"] => Self::CampaignOrder(campaigns::name(name)?, CampaignOrder::Cancel),
            ["keys"] => Self::Keys,
            ["keys", seq, "ack"] => Self::KeyAck(seq.parse().ok()?),
            ["outbox"] => Self::Outbox,
            ["outbox", seq, "send"] => Self::Send(seq.parse().ok()?),
            ["relay", device] => Self::Relay(DeviceId::new(device)?),
            ["events"] => Self::Events,
            ["audit"] => Self::Audit,
            ["store", "backup"] => Self::Backup,
            ["status"] => Self::Status,
            ["openapi.yaml"] => Self::OpenApi,
            _ => return None,
        })
    }

    /// The label of metrics.
    const fn label(&self) -> &'static str {
        match self {
            Self::Subscribers | Self::Subscriber(_) => "subscribers",
            Self::Exchanges | Self::Exchange(_) | Self::Cancel(_) | Self::Settle(_) | Self::BsResult(_) => "exchanges",
            Self::Campaigns | Self::Campaign(_) | Self::CampaignOrder(..) | Self::Members(_) => "campaigns",
            Self::Keys | Self::KeyAck(_) => "keys",
            Self::Outbox | Self::Send(_) => "outbox",
            Self::Relay(_) => "relay",
            Self::Events => "events",
            Self::Audit => "audit",
            Self::Backup => "store",
            Self::Status => "status",
            Self::OpenApi => "openapi",
        }
    }

    /// What can be done here, and the role that it takes.
    const fn methods(&self) -> &'static [(Method, Role)] {
        const READ: (Method, Role) = (Method::Get, Role::Read);
        const POST: (Method, Role) = (Method::Post, Role::Operate);
        match self {
            Self::Subscribers | Self::Exchanges | Self::Campaigns | Self::Members(_) => &[READ, POST],
            Self::Campaign(_) => &[READ, (Method::Patch, Role::Operate), (Method::Delete, Role::Operate)],
            Self::Subscriber(_) => {
                &[READ, (Method::Put, Role::Operate), (Method::Patch, Role::Operate), (Method::Delete, Role::Operate)]
            }
            Self::Exchange(_) | Self::Outbox | Self::Events | Self::Audit | Self::Status | Self::OpenApi => &[READ],
            Self::Cancel(_) | Self::Settle(_) | Self::Send(_) | Self::CampaignOrder(..) | Self::Backup => &[POST],
            Self::BsResult(_) => &[(Method::Put, Role::KeyExport)],
            Self::Keys => &[(Method::Get, Role::KeyExport)],
            Self::KeyAck(_) => &[(Method::Post, Role::KeyExport)],
            Self::Relay(_) => {
                &[(Method::Get, Role::Operate), (Method::Put, Role::Operate), POST, (Method::Delete, Role::Operate)]
            }
        }
    }

    /// Whether a file of this format can be brought here.
    const fn takes(&self, format: Format) -> bool {
        match self {
            Self::Subscribers => matches!(format, Format::Csv | Format::JsonLines),
            Self::Members(_) => true,
            _ => false,
        }
    }

    /// What it answers with when all is well.
    const fn media_type(&self) -> &'static str {
        match self {
            Self::Events => EVENT_STREAM,
            Self::OpenApi => YAML,
            _ => JSON,
        }
    }

    /// The header Allow.
    fn allow(&self) -> String {
        let mut all: Vec<_> = self.methods().iter().map(|(method, _)| method.as_str()).collect();
        if all.first() == Some(&"GET") {
            all.insert(1, "HEAD");
        }
        all.join(", ")
    }
}

const JSON: &str = "application/json";
const YAML: &str = "application/yaml";
const EVENT_STREAM: &str = "text/event-stream";

impl Admin {
    pub(super) fn new(settings: Settings, around: Surroundings, shutdown: Shutdown, mark_key: [u8; 16]) -> Rc<Self> {
        let now = around.clock.now();
        Rc::new(Self {
            settings,
            around,
            shutdown,
            own_uid: rustix::process::geteuid().as_raw(),
            refused_told: Cell::default(),
            mark_key,
            writing: Mutex::default(),
            changing: Mutex::default(),
            ring: events::Ring::new(now),
            seats: relay::Seats::default(),
            starts: start::Starts::default(),
        })
    }

    /// Keeps what happens to exchanges, for those who watch.
    pub(super) async fn watch(self: Rc<Self>) {
        self.ring.fill(&self.around.events).await;
    }

    /// Whether it was not said for a while that connections are refused.
    fn may_tell_refused(&self) -> bool {
        let now = self.now();
        let may = self.refused_told.get().is_none_or(|told| now.since(told) >= limits::ADMIN_REFUSED_TOLD_MS);
        if may {
            self.refused_told.set(Some(now));
        }
        may
    }

    /// Who is at the other end.
    fn caller(&self, identity: &Identity) -> Caller {
        Caller::of(identity, &self.settings.grants, self.own_uid)
    }

    /// What is asked, if the caller may ask it.
    fn admit(&self, head: &RequestHead, caller: &Caller) -> Result<Route, Problem> {
        if Role::ALL.iter().all(|role| !caller.has(*role)) {
            return Err(Problem::forbidden(format!("{} has no role", caller.name)));
        }
        let not_found = || Problem::new(404, "unknown_path", "there is nothing at this path");
        let route = Route::of(&head.path).ok_or_else(not_found)?;
        let method = if head.method == Method::Head { Method::Get } else { head.method };
        let Some((_, role)) = route.methods().iter().find(|(known, _)| *known == method) else {
            let allow = route.allow();
            return Err(Problem::new(405, "method", format!("this takes {allow}")).with("Allow", allow));
        };
        caller.must_have(*role)?;
        if !accepts(head, route.media_type()) {
            let detail = format!("the answer is {}, which Accept does not name", route.media_type());
            return Err(Problem::new(406, "not_acceptable", detail).of("Accept"));
        }
        Ok(route)
    }

    async fn answer(self: &Rc<Self>, request: Request, route: &Route, caller: Caller) -> Result<Response, Problem> {
        let query = Query::read(request.head.query.as_deref())?;
        let call = Call { caller, query, body: Zeroizing::new(request.body), head: request.head };
        match (call.head.method, route) {
            (Method::Post, Route::Subscribers) => subscribers::create(self, call).await,
            (_, Route::Subscribers) => subscribers::list(self, call).await,
            (Method::Put, Route::Subscriber(device)) => subscribers::replace(self, call, device).await,
            (Method::Patch, Route::Subscriber(device)) => subscribers::change(self, call, device).await,
            (Method::Delete, Route::Subscriber(device)) => subscribers::remove(self, call, device).await,
            (_, Route::Subscriber(device)) => subscribers::show(self, call, device).await,
            (Method::Post, Route::Exchanges) => start::start(self, call).await,
            (_, Route::Exchanges) => exchanges::list(self, call).await,
            (_, Route::Exchange(id)) => exchanges::show(self, call, *id).await,
            (_, Route::Cancel(id)) => exchanges::cancel(self, call, *id).await,
            (_, Route::Settle(id)) => exchanges::settle(self, call, *id).await,
            (_, Route::BsResult(id)) => exchanges::bs_result(self, call, *id).await,
            (Method::Post, Route::Campaigns) => campaigns::create(self, call).await,
            (_, Route::Campaigns) => campaigns::list(self, call).await,
            (Method::Patch, Route::Campaign(name)) => campaigns::change(self, call, name).await,
            (Method::Delete, Route::Campaign(name)) => campaigns::remove(self, call, name).await,
            (_, Route::Campaign(name)) => campaigns::show(self, call, name).await,
            (_, Route::CampaignOrder(name, order)) => campaigns::order(self, call, name, *order).await,
            (Method::Post, Route::Members(_)) => Err(members::no_file()),
            (_, Route::Members(name)) => members::list(self, call, name).await,
            (_, Route::Keys) => keys::list(self, call).await,
            (_, Route::KeyAck(seq)) => keys::acknowledge(self, call, *seq).await,
            (_, Route::Outbox) => outbox::list(self, call).await,
            (_, Route::Send(seq)) => outbox::send(self, call, *seq).await,
            (Method::Put, Route::Relay(device)) => relay::attach(self, call, device).await,
            (Method::Post, Route::Relay(device)) => relay::forward(self, call, device).await,
            (Method::Delete, Route::Relay(device)) => relay::release(self, call, device).await,
            (_, Route::Relay(device)) => relay::show(self, call, device).await,
            (_, Route::Events) => events::stream(self, call),
            (_, Route::Audit) => audit::list(self, call).await,
            (_, Route::Backup) => backup::make(self, call).await,
            (_, Route::Status) => overview::show(self, call).await,
            (_, Route::OpenApi) => overview::openapi(call),
        }
    }

    fn now(&self) -> Time {
        self.around.clock.now()
    }

    /// A record of the audit trail, for the commit of what it tells.
    fn audit(&self, caller: &Caller, action: &str, subject: impl Into<String>, detail: impl Into<String>) -> Change {
        Change::Audit(Box::new(AuditEvent {
            at: self.now(),
            actor: caller.name.to_string(),
            action: action.into(),
            subject: subject.into(),
            detail: detail.into(),
        }))
    }

    async fn commit(&self, changes: Vec<Change>) -> Result<(), Problem> {
        store::commit(&*self.around.store, changes).await.ok_or_else(Problem::no_store)?.map_err(Problem::from)
    }

    /// Waits for something, at most for so long and until the service stops.
    async fn within<T>(&self, wait: Duration, awaited: impl Future<Output = T>) -> Option<T> {
        tokio::select! {
            biased;
            done = awaited => Some(done),
            () = self.shutdown.begun() => None,
            () = tokio::time::sleep(wait) => None,
        }
    }
}

/// The service of one connection's thread: all of them share one [`Admin`].
pub(super) struct Api(pub(super) Rc<Admin>);

impl Service for Api {
    fn body_limit(&self, head: &RequestHead) -> usize {
        if file_for(head).is_some() { limits::SUBSCRIBERS_OCTETS as usize } else { limits::ADMIN_BODY_OCTETS }
    }

    fn sink(&self, head: &RequestHead, _peer: Peer, identity: &Identity) -> Option<Box<dyn Sink>> {
        let (route, format) = file_for(head)?;
        let caller = self.0.caller(identity);
        Some(match route {
            Route::Members(name) => members::sink(&self.0, head, caller, format, name),
            _ => import::sink(&self.0, head, caller, format),
        })
    }

    fn identifies(&self) -> bool {
        true
    }

    fn trust(&self, identity: &Identity) -> Trust {
        self.0.caller(identity).trust()
    }

    fn is_strict(&self) -> bool {
        false
    }

    async fn call(&self, request: Request) -> Response {
        let caller = self.0.caller(&request.identity);
        let began = tokio::time::Instant::now();
        let (label, answered) = match self.0.admit(&request.head, &caller) {
            Ok(route) => (route.label(), self.0.answer(request, &route, caller.clone()).await),
            Err(problem) => ("none", Err(problem)),
        };
        let mut response = answered.unwrap_or_else(Response::from);
        response.to_known = response.status != 403;
        self.0.around.metrics.api(label, response.status, began.elapsed());
        response
    }

    fn refusal(&self, cause: Refusal) -> Response {
        Problem::from(cause).into()
    }

    fn refused(&self, cause: Refusal) {
        self.0.around.metrics.api_refused(cause.as_str());
        if matches!(cause, Refusal::Connections | Refusal::HostConnections) && self.0.may_tell_refused() {
            tracing::warn!(
                cause = cause.as_str(),
                "connections of operators are refused: there are too many, of all, or of one host or user that has shown no right to be here"
            );
        }
    }
}

/// Where a request brings a file, and of which format.
fn file_for(head: &RequestHead) -> Option<(Route, Format)> {
    let format = Format::of(head.content_type()?)?;
    let route = Route::of(&head.path).filter(|route| head.method == Method::Post && route.takes(format))?;
    Some((route, format))
}

impl Call {
    /// The members of the body, which must be one JSON object.
    fn fields(&self) -> Result<Fields, Problem> {
        let media_type = self.head.content_type().unwrap_or_default();
        if !is_media_type(media_type, JSON) {
            return Err(Problem::new(415, "media_type", format!("this takes {JSON}")).of("Content-Type"));
        }
        Fields::read(&self.body)
    }

    /// The same where a body may be left out.
    fn fields_if_any(&self) -> Result<Fields, Problem> {
        if self.body.is_empty() { Ok(Fields::none()) } else { self.fields() }
    }
}

/// An answer in JSON.
fn json(status: u16, value: &impl Serialize) -> Response {
    // What is shown is made of texts, numbers and lists of them, which always can be written.
    Response::new(status, JSON, serde_json::to_vec(value).unwrap_or_default())
}

/// A page's length.
fn page(query: &mut Query) -> Result<usize, Problem> {
    let most = limits::ADMIN_PAGE as u64;
    Ok(query.number("limit", 1, most)?.map_or(limits::ADMIN_PAGE_DEFAULT, |limit| limit as usize))
}

/// How long an answer may wait for something to tell.
fn wait(query: &mut Query) -> Result<Duration, Problem> {
    Ok(Duration::from_secs(query.number("wait", 0, limits::ADMIN_WAIT_S)?.unwrap_or(0)))
}

/// Whether an Accept header takes this media type (RFC 9110 section 12.5.1); weights other than 0 do not matter where there is one
/// representation.
fn accepts(head: &RequestHead, media_type: &str) -> bool {
    let (kind, _) = media_type.split_once('/').unwrap_or_default();
    let mut listed = head.headers.all("accept").flat_map(|value| value.split(|&octet| octet == b',')).peekable();
    if listed.peek().is_none() {
        return true;
    }
    let specificity = |range: &str| match range {
        "*/*" => Some(0),
        _ if range.strip_suffix("/*").is_some_and(|named| named.eq_ignore_ascii_case(kind)) => Some(1),
        _ if range.eq_ignore_ascii_case(media_type) => Some(2),
        _ => None,
    };
    let fits = listed.filter_map(|range| {
        let range = std::str::from_utf8(range).ok()?;
        let mut parts = range.split(';').map(str::trim);
        let specificity = specificity(parts.next()?)?;
        let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        Some((specificity, weight.is_none_or(|weight| !weight.trim_matches(['0', '.']).is_empty())))
    });
    fits.max_by_key(|(specificity, _)| *specificity).is_some_and(|(_, taken)| taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_resources() {
        let device = DeviceId::new("MEID:A1/x").unwrap();
        assert_eq!(Route::of("/v1/subscribers/MEID%3AA1%2Fx"), Some(Route::Subscriber(device)));
        assert_eq!(Route::of("/v1/exchanges/00000000000000AB/cancel"), Some(Route::Cancel(ExchangeId(0xab))));
        assert_eq!(Route::of("/v1/campaigns/a.b/devices"), Some(Route::Members("a.b".into())));
        assert_eq!(Route::of("/v1/campaigns/a/pause"), Some(Route::CampaignOrder("a".into(), CampaignOrder::Pause)));
        for nowhere in [
            "/v1/campaigns/",
            "/v1/campaigns/..",
            "/v1/campaigns/a%2Fb",
            "/v1/campaigns/a/stop",
            "/v1/campaigns/a/devices/1",
            "/",
            "/v1",
            "/v1/",
            "/v2/status",
            "/v1/status/",
            "/v1/exchanges/1",
            "/v1/exchanges/00000000000000xy",
            "//v1/status",
            "/v1/subscribers/a%20b",
            "/v1/subscribers/",
            "/v1/keys/-1/ack",
            "/v1/exchanges/+000000000000001",
        ] {
            assert_eq!(Route::of(nowhere), None, "{nowhere}");
        }
        assert_eq!(Route::Exchanges.allow(), "GET, HEAD, POST");
        assert_eq!(Route::Cancel(ExchangeId(1)).allow(), "POST");
        assert_eq!(Route::Campaign("a".into()).allow(), "GET, HEAD, PATCH, DELETE");
    }

    #[test]
    fn an_accept_header_is_heard() {
        let head = |accept: &str| {
            let text = format!("GET /v1/status HTTP/1.1\r\nHost: h\r\n{accept}\r\n");
            RequestHead::parse(text.as_bytes()).unwrap()
        };
        for (accept, taken) in [
            ("", true),
            ("Accept: */*\r\n", true),
            ("Accept: text/html, application/*;q=0.5\r\n", true),
            ("Accept: Application/JSON\r\n", true),
            ("Accept: text/html\r\n", false),
            ("Accept: text/html\r\nAccept: application/json\r\n", true),
            ("Accept: application/json;q=0, */*\r\n", false),
            ("Accept: application/problem+json\r\n", false),
        ] {
            assert_eq!(accepts(&head(accept), JSON), taken, "{accept}");
        }
    }
}
