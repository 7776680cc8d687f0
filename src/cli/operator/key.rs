//! `akeyd key`: the outbox of authentication centres that fetch, by hand.
//!
//! Called by [`crate::cli::main`].

use std::process::ExitCode;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use crate::http::wire::Method;

use super::{Column, Done, Failure, List, Service, Target, run, say};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    /// List what centres that fetch have not acknowledged; keys are wrapped
    List {
        /// Only what is for this authentication centre
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
    },
    /// List all that waits for northern peers, without what it carries
    Outbox {
        /// Only what is of this exchange
        #[arg(long, value_name = "ID")]
        exchange: Option<String>,
        /// Only what is about this device
        #[arg(long)]
        device: Option<String>,
        /// Only what is for this peer, or this URL
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
        /// Only what waits for its next attempt, for a centre to fetch it, or for an operator's word: time, centre, operator
        #[arg(long, value_name = "WHAT")]
        waits_for: Option<String>,
        /// From the delivery behind this one on
        #[arg(long, value_name = "SEQ")]
        after: Option<u64>,
        /// At most so many
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    /// Send deliveries now, or at all: what a restored backup left is held back until then
    Send(Which),
    /// Say that deliveries have been done, or will not be
    Ack {
        /// Their places
        #[arg(required = true)]
        seq: Vec<u64>,
        /// They will not be done, for this OTASP_ResultCode
        #[arg(long, value_name = "CODE")]
        refused: Option<u8>,
    },
}

/// Which deliveries.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub(in crate::cli) struct Which {
    /// Their places
    seq: Vec<u64>,
    /// All of this exchange that wait
    #[arg(long, value_name = "ID")]
    exchange: Option<String>,
    /// All that are held back
    #[arg(long)]
    all_held: bool,
}

pub(in crate::cli) fn main(command: Command, target: Target) -> ExitCode {
    run("key", target, async |mut service| {
        match command {
            Command::List { to } => {
                const COLUMNS: [Column; 6] = [
                    ("SEQ", "/seq", 6),
                    ("ACTION", "/action", 8),
                    ("EXCHANGE", "/exchange", 16),
                    ("TO", "/to", 16),
                    ("FINGERPRINT", "/fingerprint", 11),
                    ("DEVICE", "/device/device_id", 24),
                ];
                service.table(List::new("/v1/keys", "deliveries").with([("to", to)]), &COLUMNS).await?;
            }
            Command::Outbox { exchange, device, to, waits_for, after, limit } => {
                const COLUMNS: [Column; 9] = [
                    ("SEQ", "/seq", 6),
                    ("ACTION", "/action", 8),
                    ("EXCHANGE", "/exchange", 16),
                    ("DEVICE", "/device_id", 24),
                    ("TO", "/to", 16),
                    ("WAITS FOR", "/waits_for", 9),
                    ("ATTEMPTS", "/attempts", 8),
                    ("NEXT", "/next", 24),
                    ("WHY", "/why", 0),
                ];
                let filters = [("exchange", exchange), ("device_id", device), ("to", to), ("waits_for", waits_for)];
                let list = List::new("/v1/outbox", "deliveries").with(filters).after(after).at_most(limit);
                service.table(list, &COLUMNS).await?;
            }
            Command::Send(which) => return send(service, which).await,
            Command::Ack { seq, refused } => {
                let body = refused.map_or(Value::Null, |code| json!({ "refused": code }));
                for seq in seq {
                    service.send(Method::Post, &format!("/v1/keys/{seq}/ack"), &[], &body).await?;
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Sends them one after the other, and says how many went; one that is refused holds up no other.
async fn send(mut service: Service, which: Which) -> Done<ExitCode> {
    let Which { mut seq, exchange, all_held } = which;
    if exchange.is_some() || all_held {
        let filters = [("exchange", exchange), ("waits_for", all_held.then(|| "operator".to_owned()))];
        let list = List::new("/v1/outbox", "deliveries").with(filters);
        // What a centre fetches is not ours to send.
        let take = |delivery: &Value| {
            seq.extend(delivery["seq"].as_u64().filter(|_| delivery["waits_for"] != "centre"));
            true
        };
        service.pages(list, take).await?;
        if seq.is_empty() && !all_held {
            return Err(Failure::Failed("nothing of this exchange waits to be sent".into()));
        }
    }
    let (mut sent, mut refused) = (0_u64, 0_u64);
    for seq in seq {
        match service.ask(Method::Post, &format!("/v1/outbox/{seq}/send"), &[], &Value::Null).await? {
            Ok(_) => sent += 1,
            Err(why) => {
                refused += 1;
                eprintln!("akeyd key: delivery {seq}: {why}");
            }
        }
    }
    if service.json {
        say(json!({ "sent": sent, "refused": refused }));
    } else {
        say(format_args!("{sent} sent, {refused} refused"));
    }
    Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
