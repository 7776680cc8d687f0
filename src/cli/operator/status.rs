//! `akeyd status`: whether all is well, and how full it is.
//!
//! Exit code 0 only where the service is ready. Called by [`crate::cli::main`].

use std::process::ExitCode;

use super::{Target, cell, pairs, run, say};

pub(in crate::cli) fn status(target: Target) -> ExitCode {
    run("status", target, async |mut service| {
        let status = service.get("/v1/status").await?;
        let ready = status["ready"].as_bool() == Some(true);
        if service.json {
            say(&status);
        } else {
            let handsets = status["handsets"].as_array().into_iter().flatten().map(cell).collect::<Vec<_>>().join(", ");
            let named = ["sessions", "connections", "exchanges_open", "exchanges_in_doubt", "outbox_pending"];
            let counted = ["subscribers", "audit_records", "damaged_records", "event_streams"];
            let first = [
                ("ready", (if ready { "yes" } else { "no" }).to_owned()),
                ("version", cell(&status["version"])),
                ("began", cell(&status["began"])),
                ("handsets", handsets),
                ("admin", cell(&status["admin"])),
                ("sockets", format!("{}, {} threads", cell(&status["sockets"]), cell(&status["threads"]))),
                ("powers", cell(&status["powers"])),
            ];
            let counts = named.into_iter().chain(counted).map(|name| (name, cell(&status[name])));
            pairs(first.into_iter().chain(counts));
        }
        Ok(if ready { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}
