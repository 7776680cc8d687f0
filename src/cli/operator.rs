//! Operators' commands: `subscriber`, `exchange`, `campaign`, `key`, `status` and `audit`, all over the API of a running service.
//!
//! By the admin socket, or by a URL with certificates. Tables for people, with `--json` what the API says, an object a line. Exit codes: 0 done, 1 it
//! was refused or failed, 2 wrong usage, 78 certificates that cannot be taken. Called by [`super::main`].
//!
//! * [`subscriber`], [`exchange`], [`campaign`], [`key`], [`audit`], [`status`]: the commands; [`backup`]: what `akeyd store backup` asks of a service
//! * [`list`]: lists and tables; [`upload`]: files that are handed over

pub(super) mod audit;
pub(super) mod backup;
pub(super) mod campaign;
pub(super) mod exchange;
pub(super) mod key;
mod list;
pub(super) mod status;
pub(super) mod subscriber;
mod upload;

use std::future::Future;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use serde_json::{Map, Value};

use crate::http::client::{Client, ClientError, Reply, Trust};
use crate::http::wire::Method;
use crate::limits;
use crate::words::{Dialect, Kind, Order, Way};

use super::out::say;
use super::{EXIT_CONFIG, fail};
use list::{Column, List, row};

/// Where the service is, and how it is told.
#[derive(Args)]
#[command(next_help_heading = "The service")]
pub(super) struct Target {
    /// The admin socket
    #[arg(long, value_name = "PATH", default_value = "/run/akeyd/admin.sock", global = true)]
    socket: PathBuf,
    #[command(flatten)]
    network: Network,
    /// Print JSON, an object a line
    #[arg(long, global = true)]
    json: bool,
}

/// Where the service is in the network, and who asks.
#[derive(Args)]
#[command(next_help_heading = "The service")]
pub(super) struct Network {
    /// The admin listener in the network, as https://HOST:PORT
    #[arg(long, value_name = "URL", requires_all = ["ca", "certificate", "key"], global = true)]
    url: Option<String>,
    /// Whose certificates the service may show, PEM
    #[arg(long, value_name = "FILE", global = true)]
    ca: Option<PathBuf>,
    /// The certificate to show, PEM
    #[arg(long, value_name = "FILE", global = true)]
    certificate: Option<PathBuf>,
    /// Its private key, PEM
    #[arg(long, value_name = "FILE", global = true)]
    key: Option<PathBuf>,
}

/// What exchanges shall be, where nothing else says it.
#[derive(Args)]
pub(super) struct WishArgs {
    /// Who computes: relay, perform
    #[arg(long)]
    way: Option<Way>,
    /// What is spoken: is683, nodes
    #[arg(long)]
    dialect: Option<Dialect>,
    /// Whose partial key exists first: bs-first, ms-first
    #[arg(long)]
    order: Option<Order>,
    /// Which key comes out: a_key, root_key
    #[arg(long)]
    kind: Option<Kind>,
}

/// What exchanges are asked for with, one or many.
#[derive(Args)]
pub(super) struct AskedArgs {
    #[command(flatten)]
    wishes: WishArgs,
    /// The only A_KEY_P_REV that may be used
    #[arg(long, value_name = "REVISION")]
    a_key_p_rev: Option<u8>,
    /// Of two exchanges that wait for a device the higher goes first
    #[arg(long, default_value_t = 0)]
    priority: u8,
    /// An https URL where each outcome is sent
    #[arg(long, value_name = "URL")]
    outcome_url: Option<String>,
}

impl AskedArgs {
    /// Puts those that there are into a body.
    fn put_into(&self, body: &mut Map<String, Value>) {
        self.wishes.put_into(body);
        let members = [
            ("a_key_p_rev", self.a_key_p_rev.map(Value::from)),
            ("priority", Some(self.priority.into())),
            ("outcome_url", self.outcome_url.as_deref().map(Value::from)),
        ];
        body.extend(members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
}

impl WishArgs {
    /// Puts those that there are into a body.
    fn put_into(&self, body: &mut Map<String, Value>) {
        let words = [
            ("way", self.way.map(Way::as_str)),
            ("dialect", self.dialect.map(Dialect::as_str)),
            ("order", self.order.map(Order::as_str)),
            ("kind", self.kind.map(Kind::as_str)),
        ];
        body.extend(words.into_iter().filter_map(|(name, word)| Some((name.to_owned(), word?.into()))));
    }
}

/// What is to be changed: who says nothing has forgotten something.
fn changes(body: Map<String, Value>) -> Done<Value> {
    if body.is_empty() {
        return Err(Failure::Failed("nothing is said that is to be changed; --help names what can be".into()));
    }
    Ok(Value::Object(body))
}

/// Why a command did not do what it should.
pub(super) enum Failure {
    /// It cannot be done like this: 78.
    Config(String),
    /// It was refused or broke: 1. With nothing to say, all has been said.
    Failed(String),
    /// Nobody reads any more.
    Closed,
}

impl From<ClientError> for Failure {
    fn from(error: ClientError) -> Self {
        Self::Failed(error.to_string())
    }
}

type Done<T = ()> = Result<T, Failure>;

impl Network {
    /// Who asks there; `None`: it is not said where.
    fn client(self) -> Done<Option<Client>> {
        let (Some(url), Some(ca), Some(certificate), Some(key)) = (self.url, self.ca, self.certificate, self.key)
        else {
            return Ok(None);
        };
        let trust = Trust::in_file_as(&ca, &certificate, &key);
        let trust = trust.map_err(|error| Failure::Config(format!("certificates: {error}")))?;
        let client = Client::new(&url).map_err(|error| Failure::Config(error.to_string()))?;
        if !client.url().tls {
            return Err(Failure::Config(format!("URL `{url}`: the service speaks https there")));
        }
        Ok(Some(client.with_trust(Some(trust))))
    }
}

/// The way to the service.
pub(super) struct Service {
    client: Client,
    json: bool,
}

impl Service {
    fn new(target: Target) -> Done<Self> {
        let Target { socket, network, json } = target;
        let client = match network.client()? {
            Some(client) => client,
            None => Client::new("http://localhost")?.by_socket(&socket),
        };
        // An answer may wait for as long as it is asked to.
        let patience = Duration::from_secs(limits::ADMIN_WAIT_S) + Duration::from_millis(limits::CLIENT_ANSWER_MS);
        let client = client.with_answer_time(patience).with_answer_limit(limits::ADMIN_ANSWER_OCTETS);
        Ok(Self { client, json })
    }

    async fn get(&mut self, path: &str) -> Done<Value> {
        let reply = self.client.request(Method::Get, path, &[], None).await?;
        read(&reply)
    }

    /// Any other request.
    async fn send(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: &Value) -> Done<Value> {
        self.ask(method, path, headers, body).await?.map_err(Failure::Failed)
    }

    /// The same where others may go on when this one is refused: tells why it is.
    async fn ask(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Done<Result<Value, String>> {
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let body = (!body.is_empty()).then_some(("application/json", body.as_slice()));
        judge(&self.client.request(method, path, headers, body).await?)
    }
}

/// What an answer says; a problem is a failure, told in its own words.
fn read(reply: &Reply) -> Done<Value> {
    judge(reply)?.map_err(Failure::Failed)
}

/// The same; a problem is told apart from an answer that cannot be read.
fn judge(reply: &Reply) -> Done<Result<Value, String>> {
    let value = if reply.body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&reply.body)
            .map_err(|_| Failure::Failed(format!("the answer with status {} is not JSON", reply.status)))?
    };
    Ok(if reply.status < 300 { Ok(value) } else { Err(problem(&value, reply.status)) })
}

fn problem(value: &Value, status: u16) -> String {
    let text = |name: &str| harmless(value[name].as_str().unwrap_or_default());
    match (text("field").as_str(), text("detail").as_str()) {
        (_, "") => format!("refused with status {status}"),
        ("", detail) => format!("{detail} ({}, {status})", text("cause")),
        (field, detail) => format!("{field}: {detail} ({}, {status})", text("cause")),
    }
}

/// Runs a command's body on a runtime of its own.
fn run<F>(name: &str, target: Target, body: impl FnOnce(Service) -> F) -> ExitCode
where
    F: Future<Output = Done<ExitCode>>,
{
    let done = Service::new(target).and_then(|service| {
        let ran = crate::net::epoll::run(body(service));
        ran.unwrap_or_else(|error| Err(Failure::Failed(error.to_string())))
    });
    match done {
        Ok(code) => code,
        Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Config(what)) => fail(&format_args!("akeyd {name}: {what}"), EXIT_CONFIG),
        Err(Failure::Failed(what)) => fail(&format_args!("akeyd {name}: {what}"), 1),
    }
}

/// One cell of a table: a text, or `-`.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".into(),
        Value::String(text) => harmless(text),
        other => other.to_string(),
    }
}

/// A text in which nothing commands the terminal that shows it: what controls it, or the direction of what is written, is spelled out. Names and
/// causes may come from handsets.
fn harmless(text: &str) -> String {
    let commands = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(commands) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if commands(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// Says names and values, one pair a line.
fn pairs<'p>(pairs: impl IntoIterator<Item = (&'p str, String)>) -> bool {
    pairs.into_iter().all(|(name, value)| say(format_args!("{name:<20} {value}")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_shown_commands_no_terminal() {
        for (text, shown) in [
            ("MEID:A1 ü", "MEID:A1 ü"),
            ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
            ("a\u{9b}2Jb\u{7f}", "a\\u{9b}2Jb\\u{7f}"),
            ("one\ntwo\r", "one\\u{a}two\\u{d}"),
            ("a\u{202e}cba", "a\\u{202e}cba"),
        ] {
            assert_eq!(cell(&json!(text)), shown);
            assert_eq!(problem(&json!({ "detail": text, "cause": "x" }), 400), format!("{shown} (x, 400)"));
        }
    }
}
