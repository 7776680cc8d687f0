//! `akeyd exchange`: key updates, asked for, looked at, taken back, settled and watched.
//!
//! Called by [`crate::cli::main`].

use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use crate::http::client::Answer;
use crate::http::wire::Method;
use crate::limits;
use crate::serve::admin::query::{self, encoded};
use crate::words::{Outcome, State};

use super::{AskedArgs, Column, Done, Failure, List, Service, Target, cell, pairs, problem, row, run, say};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    /// Ask for an exchange
    Start(Box<StartArgs>),
    /// List exchanges, the youngest first
    List(Box<ListArgs>),
    /// Show an exchange with its steps
    Show {
        /// Its name, 16 hex digits
        #[arg(value_parser = name)]
        id: String,
    },
    /// Take an exchange back, before its Commit Request has left
    Cancel {
        /// Its name
        #[arg(value_parser = name)]
        id: String,
    },
    /// Say which key a handset uses whose exchange is in doubt
    Settle(SettleArgs),
    /// Tell what happens to exchanges, as it happens
    Watch {
        /// Only to this one, to its end: exit 0 where it is updated, or probed as it was asked to be
        #[arg(value_parser = name)]
        id: Option<String>,
    },
}

#[derive(Args)]
pub(in crate::cli) struct StartArgs {
    /// Device, such as MEID:A0000000000001
    device: String,
    #[command(flatten)]
    asked: AskedArgs,
    /// When it is given up, such as 2026-06-01T12:00:00Z
    #[arg(long, value_name = "MOMENT")]
    expires: Option<String>,
    /// Only ask what the handset supports; changes no key
    #[arg(long)]
    probe: bool,
    /// The same request with the same key is done once, also over a restart of the service
    #[arg(long, value_name = "KEY")]
    idempotency_key: Option<String>,
    /// Watch it to its end: exit 0 where it is updated, or, with --probe, probed
    #[arg(long)]
    wait: bool,
}

#[derive(Args)]
pub(in crate::cli) struct ListArgs {
    /// Only those of this device
    #[arg(long)]
    device: Option<String>,
    /// Only those that stand here: requested, notified, in_session, pending, staged, commit_sent, committed, activated
    #[arg(long)]
    state: Option<State>,
    /// Only those that ended so: updated, probed, rejected, unsupported, no_contact, expired, cancelled, in_doubt, ac_failed, failed
    #[arg(long)]
    outcome: Option<Outcome>,
    /// Only those of which something is still to come
    #[arg(long)]
    open: bool,
    /// Only those of this campaign
    #[arg(long)]
    campaign: Option<String>,
    /// Only those asked for at this moment or later, such as 2026-06-01T12:00:00Z
    #[arg(long, value_name = "MOMENT")]
    since: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
}

#[derive(Args)]
pub(in crate::cli) struct SettleArgs {
    /// Its name
    #[arg(value_parser = name)]
    id: String,
    #[command(flatten)]
    uses: KeyInUse,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct KeyInUse {
    /// The handset uses the new key
    #[arg(long)]
    committed: bool,
    /// The handset uses the old key
    #[arg(long)]
    not_committed: bool,
}

pub(in crate::cli) fn main(command: Command, target: Target) -> ExitCode {
    run("exchange", target, async |mut service| match command {
        Command::Start(args) => start(service, *args).await,
        Command::List(args) => list(service, *args).await,
        Command::Show { id } => {
            let shown = service.get(&path(&id)).await?;
            show(&service, &shown);
            Ok(ExitCode::SUCCESS)
        }
        Command::Cancel { id } => {
            let shown = service.send(Method::Post, &format!("{}/cancel", path(&id)), &[], &Value::Null).await?;
            show(&service, &shown);
            Ok(ExitCode::SUCCESS)
        }
        Command::Settle(SettleArgs { id, uses }) => {
            let body = json!({ "committed": uses.committed });
            let shown = service.send(Method::Post, &format!("{}/settle", path(&id)), &[], &body).await?;
            show(&service, &shown);
            Ok(ExitCode::SUCCESS)
        }
        Command::Watch { id } => watch(service, id.as_deref()).await,
    })
}

/// An exchange's name, as it is typed.
fn name(text: &str) -> Result<String, &'static str> {
    query::exchange(text).map(|id| id.to_string()).ok_or("is not a name of an exchange, 16 hex digits")
}

fn path(id: &str) -> String {
    format!("/v1/exchanges/{}", encoded(id))
}

async fn start(mut service: Service, args: StartArgs) -> Done<ExitCode> {
    let mut body = Map::new();
    args.asked.put_into(&mut body);
    let members = [("device_id", json!(args.device)), ("expires", json!(args.expires)), ("probe", json!(args.probe))];
    body.extend(
        members.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value)),
    );
    let key = args.idempotency_key.as_deref().map(|key| ("Idempotency-Key", key));
    let headers: Vec<_> = key.into_iter().collect();
    let started = service.send(Method::Post, "/v1/exchanges", &headers, &Value::Object(body)).await?;
    if !args.wait {
        show(&service, &started);
        return Ok(ExitCode::SUCCESS);
    }
    // Its name at once: it may wait for days.
    let event = json!({
        "at": started["created"], "exchange": started["id"], "device_id": started["device_id"], "state": started["state"],
        "outcome": started["outcome"], "cause": started["cause"],
    });
    if !tell(&service, "exchange", &event) {
        return Err(Failure::Closed);
    }
    watch(service, started["id"].as_str()).await
}

async fn list(mut service: Service, args: ListArgs) -> Done<ExitCode> {
    const COLUMNS: [Column; 8] = [
        ("ID", "/id", 16),
        ("CREATED", "/created", 24),
        ("STATE", "/state", 11),
        ("OUTCOME", "/outcome", 11),
        ("WAY", "/way", 7),
        ("DIALECT", "/dialect", 7),
        ("DEVICE", "/device_id", 24),
        ("CAUSE", "/cause", 0),
    ];
    let filters = [
        ("device_id", args.device),
        ("state", args.state.map(|state| state.to_string())),
        ("outcome", args.outcome.map(|outcome| outcome.to_string())),
        ("open", args.open.then(|| "true".into())),
        ("campaign", args.campaign),
        ("since", args.since),
    ];
    let list = List::new("/v1/exchanges", "exchanges").with(filters).at_most(Some(args.limit));
    service.table(list, &COLUMNS).await?;
    Ok(ExitCode::SUCCESS)
}

fn show(service: &Service, exchange: &Value) {
    if service.json {
        say(exchange);
        return;
    }
    let members = exchange.as_object().into_iter().flatten();
    let plain = members.filter(|(name, _)| *name != "steps").flat_map(|(name, value)| said_of(name, value));
    if !plain.into_iter().all(|(name, value)| pairs([(name.as_str(), value)])) {
        return;
    }
    for step in exchange["steps"].as_array().into_iter().flatten() {
        let cells = [&step["at"], &step["state"], &step["what"], &step["text"]].map(cell);
        if !say(row(&[24, 11, 7, 0], cells.iter().map(String::as_str))) {
            return;
        }
        if let Some(message) = step.get("message")
            && !say(format_args!("    {message}"))
        {
            return;
        }
    }
}

/// What there is to say of a member, those of an object by their place.
fn said_of(name: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(list) if list.is_empty() => Vec::new(),
        Value::Object(members) => {
            members.iter().flat_map(|(member, value)| said_of(&format!("{name}.{member}"), value)).collect()
        }
        _ => vec![(name.to_owned(), cell(value))],
    }
}

/// Tells events until nobody reads them, or until one exchange has ended. A stream that breaks is taken up where it broke.
async fn watch(mut service: Service, id: Option<&str>) -> Done<ExitCode> {
    let mut last = None;
    let mut failures = 0;
    loop {
        let opened = open(&mut service, last.as_deref()).await;
        let mut stream = match opened {
            Ok(stream) => stream,
            // The service may be starting again.
            Err(Failure::Failed(why)) if last.is_some() && failures < ATTEMPTS => {
                failures += 1;
                eprintln!("akeyd exchange: {why}; trying again");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            Err(failure) => return Err(failure),
        };
        failures = 0;
        // What happened before the stream began is told by the exchange itself.
        if let Some(id) = id
            && let Some(ended) = look(&mut service, id).await?
        {
            return Ok(ended);
        }
        last.get_or_insert_with(String::new);
        let mut events = Events::default();
        // One that says nothing for so long, no comment either, has broken without a word.
        while let Ok(Ok(Some(octets))) = tokio::time::timeout(SILENCE, stream.next()).await {
            for (event_id, name, data) in events.take(&octets) {
                last = event_id.or(last);
                let wanted =
                    id.is_none_or(|id| data["exchange"].as_str().is_some_and(|own| own.eq_ignore_ascii_case(id)));
                if let Some(id) = id.filter(|_| name == "gap") {
                    // Its end may have been among those that were missed.
                    if let Some(ended) = look(&mut service, id).await? {
                        return Ok(ended);
                    }
                }
                if (wanted || name == "gap") && !tell(&service, &name, &data) {
                    return Err(Failure::Closed);
                }
                if id.is_some() && wanted && !data["outcome"].is_null() {
                    return Ok(verdict(&data));
                }
            }
        }
    }
}

/// Shows an exchange if it has ended, and says how.
async fn look(service: &mut Service, id: &str) -> Done<Option<ExitCode>> {
    let shown = service.get(&path(id)).await?;
    if shown["outcome"].is_null() {
        return Ok(None);
    }
    show(service, &shown);
    Ok(Some(verdict(&shown)))
}

/// How long a stream may be silent: a few of its comments.
const SILENCE: Duration = Duration::from_millis(4 * limits::EVENT_HEARTBEAT_MS);
/// Attempts to take up a stream again, and the pause between them.
const ATTEMPTS: u32 = 30;
const PAUSE: Duration = Duration::from_secs(1);

async fn open(service: &mut Service, last: Option<&str>) -> Done<Answer> {
    let last = last.filter(|last| !last.is_empty());
    let headers: Vec<_> = last.map(|last| ("Last-Event-ID", last)).into_iter().collect();
    let stream = service.client.open_stream("/v1/events", &headers).await?;
    if stream.status == 200 {
        return Ok(stream);
    }
    let status = stream.status;
    let body = serde_json::from_slice(&stream.rest().await?).unwrap_or_default();
    Err(Failure::Failed(problem(&body, status)))
}

fn tell(service: &Service, name: &str, data: &Value) -> bool {
    if service.json {
        return if name == "gap" { say(json!({ "gap": data })) } else { say(data) };
    }
    if name == "gap" {
        return say(format_args!("({} events were missed)", cell(&data["missed"])));
    }
    let cells = [&data["at"], &data["exchange"], &data["state"], &data["outcome"], &data["device_id"], &data["cause"]];
    say(row(&[24, 16, 11, 11, 24, 0], cells.map(cell).iter().map(String::as_str)))
}

fn verdict(exchange: &Value) -> ExitCode {
    // Only what was asked as a probe ends so.
    let is_success = exchange["outcome"] == "updated" || exchange["outcome"] == "probed";
    if is_success { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Server-sent events, taken apart as they come.
#[derive(Default)]
struct Events {
    rest: Vec<u8>,
}

impl Events {
    /// The events that are whole now: id, name and data.
    fn take(&mut self, octets: &[u8]) -> Vec<(Option<String>, String, Value)> {
        self.rest.extend_from_slice(octets);
        let mut whole = Vec::new();
        while let Some(end) = self.rest.windows(2).position(|pair| pair == b"\n\n") {
            let event: Vec<u8> = self.rest.drain(..end + 2).collect();
            let event = String::from_utf8_lossy(&event);
            let of = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            if let Some(data) = of("data") {
                let data = serde_json::from_str(data).unwrap_or_default();
                whole.push((of("id").map(str::to_owned), of("event").unwrap_or("message").to_owned(), data));
            }
        }
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_there_is_to_say_is_shown() {
        let version = json!({ "a_key_p_rev": 3, "feature_p_rev": [], "key_version": { "before": 7, "after": null } });
        let said = [("version.a_key_p_rev", "3"), ("version.key_version.before", "7")];
        assert_eq!(said_of("version", &version), said.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(name("00000000000000AB").as_deref(), Ok("00000000000000ab"));
        assert!(name("12").is_err() && name("00000000000000xy").is_err());
    }

    #[test]
    fn events_are_taken_apart_wherever_they_are_cut() {
        let stream = ": akeyd\n\nid: 1-1\nevent: exchange\ndata: {\"state\":\"pending\"}\n\nevent: gap\ndata: {\"missed\":2}\n\n";
        for size in 1..stream.len() {
            let mut events = Events::default();
            let taken: Vec<_> = stream.as_bytes().chunks(size).flat_map(|piece| events.take(piece)).collect();
            assert_eq!(
                taken,
                [
                    (Some("1-1".into()), "exchange".into(), json!({ "state": "pending" })),
                    (None, "gap".into(), json!({ "missed": 2 })),
                ]
            );
        }
    }
}
