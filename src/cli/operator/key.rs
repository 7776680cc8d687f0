//! `akeyd key`: the outbox of authentication centres that fetch, by hand.
//!
//! Called by [`crate::cli::main`].

use std::process::ExitCode;

use clap::Subcommand;
use serde_json::{Value, json};

use crate::http::wire::Method;
use crate::serve::admin::query::encoded;

use super::{Column, Target, run};

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
                const COLUMNS: [Column; 6] = [
                    ("SEQ", "/seq", 6),
                    ("ACTION", "/action", 8),
                    ("EXCHANGE", "/exchange", 16),
                    ("TO", "/to", 16),
                    ("FINGERPRINT", "/fingerprint", 11),
                    ("DEVICE", "/device/device_id", 24),
                ];
                let path = to.map_or_else(|| "/v1/keys".into(), |to| format!("/v1/keys?to={}", encoded(&to)));
                service.table(&path, "deliveries", None, &COLUMNS).await?;
            }
            Command::Outbox => {
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
                service.table("/v1/outbox", "deliveries", None, &COLUMNS).await?;
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
