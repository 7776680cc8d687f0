//! `akeyd key`: the outbox of authentication centres that fetch, by hand.
//!
//! Called by [`crate::cli::main`].

use std::process::ExitCode;

use clap::Subcommand;
use serde_json::{Value, json};

use crate::http::wire::Method;
use crate::serve::admin::query::encoded;

use super::{Failure, Target, cell, row, run, say};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    /// List what has not been acknowledged; keys are wrapped
    List {
        /// Only what is for this authentication centre
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
    },
    /// List all that waits for northern peers, without what it carries
    Outbox,
    /// Send deliveries now, or at all: what a restored backup left is held back until then
    Send {
        /// Their places
        #[arg(required = true)]
        seq: Vec<u64>,
    },
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

pub(in crate::cli) fn main(command: Command, target: Target) -> ExitCode {
    run("key", target, async |mut service| {
        match command {
            Command::List { to } => {
                const COLUMNS: [(&str, usize); 5] =
                    [("seq", 6), ("action", 8), ("exchange", 16), ("to", 16), ("fingerprint", 11)];
                let widths = COLUMNS.map(|(_, width)| width);
                let json = service.json;
                let widths = [&widths[..], &[24]].concat();
                if !json && !say(row(&widths, ["SEQ", "ACTION", "EXCHANGE", "TO", "FINGERPRINT", "DEVICE"])) {
                    return Err(Failure::Closed);
                }
                let path = to.map_or_else(|| "/v1/keys".into(), |to| format!("/v1/keys?to={}", encoded(&to)));
                let show = |entry: &Value| {
                    let mut cells: Vec<_> = COLUMNS.iter().map(|(name, _)| cell(&entry[*name])).collect();
                    cells.push(cell(&entry["device"]["device_id"]));
                    if json { say(entry) } else { say(row(&widths, cells.iter().map(String::as_str))) }
                };
                service.pages(&path, "deliveries", None, show).await?;
            }
            Command::Outbox => {
                const COLUMNS: [(&str, usize); 7] = [
                    ("seq", 6),
                    ("action", 8),
                    ("exchange", 16),
                    ("to", 16),
                    ("attempts", 8),
                    ("next", 24),
                    ("why", 0),
                ];
                let widths = COLUMNS.map(|(_, width)| width);
                let json = service.json;
                if !json && !say(row(&widths, ["SEQ", "ACTION", "EXCHANGE", "TO", "ATTEMPTS", "NEXT", "WHY"])) {
                    return Err(Failure::Closed);
                }
                let show = |entry: &Value| {
                    let cells = COLUMNS.map(|(name, _)| cell(&entry[name]));
                    if json { say(entry) } else { say(row(&widths, cells.iter().map(String::as_str))) }
                };
                service.pages("/v1/outbox", "deliveries", None, show).await?;
            }
            Command::Send { seq } => {
                for seq in seq {
                    service.send(Method::Post, &format!("/v1/outbox/{seq}/send"), &[], &Value::Null).await?;
                }
            }
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
