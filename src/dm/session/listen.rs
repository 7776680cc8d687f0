//! What a session makes of each command of the handset, and the Status that the command gets (OMA-TS-DM-Protocol 1.2 section 6).
//!
//! A handset may send Alert, Status, Results, and Replace of its DevInfo. Anything else is refused by itself; the session lives. Called by
//! [`super::Session::receive`].

use std::sync::Arc;

use crate::limits;
use crate::syncml::document::{Access, Alert, Command, Item, Status, Verb};

use super::{AbortReason, Received, Session, Then};
use crate::dm::proof;
use crate::dm::status::{StatusCode, alert};

impl Session {
    /// Takes one command; the Status that it gets, if it gets one.
    pub(super) fn take_command(&mut self, command: &Command, received: &mut Received) -> Option<StatusCode> {
        let profile = Arc::clone(&self.profile);
        let terms = self.terms(&profile);
        match command {
            Command::Status(status) if is_about_header(status) => {
                self.take_header_status(status, received);
                None
            }
            Command::Status(status) => {
                self.outbox.take_status(status, terms);
                None
            }
            Command::Results(results) => {
                self.outbox.take_results(results, terms);
                None
            }
            Command::Alert(alert) => Some(self.take_alert(alert, received)),
            Command::Access(Access { verb: Verb::Replace, items, .. }) => Some(self.hear_dev_info(items)),
            Command::Unknown { .. } => Some(StatusCode::UNKNOWN_COMMAND),
            Command::Access(_) | Command::Exec(_) | Command::Group(_) => Some(StatusCode::NOT_ALLOWED),
        }
    }

    fn take_header_status(&mut self, status: &Status, received: &mut Received) {
        let (then, nonce) = match &mut self.proof {
            Some(proof) => proof.take(status),
            None => (proof::unproven(status), None),
        };
        if then != Then::Go {
            received.then = then;
        }
        received.server_nonce = nonce.or(received.server_nonce.take());
    }

    fn take_alert(&mut self, alert: &Alert, received: &mut Received) -> StatusCode {
        match alert.code {
            Some(alert::SESSION_ABORT) => {
                received.then = Then::Abort(AbortReason::ByHandset);
                StatusCode::OK
            }
            Some(alert::GENERIC) => {
                let profile = Arc::clone(&self.profile);
                let terms = self.terms(&profile);
                let typed = |item: &Item| item.meta.as_ref().is_some_and(|meta| meta.type_.is_some());
                if self.outbox.take_alert(alert, terms) {
                    StatusCode::OK
                } else if alert.items.iter().any(|item| typed(item) && item.data.is_some()) {
                    StatusCode::UNSUPPORTED_TYPE
                } else {
                    StatusCode::INCOMPLETE
                }
            }
            Some(alert::END_OF_DATA_MISSING) => {
                self.early.extend(self.outbox.break_off());
                StatusCode::OK
            }
            Some(alert::SERVER_INITIATED | alert::CLIENT_INITIATED | alert::NEXT_MESSAGE) => StatusCode::OK,
            Some(_) => StatusCode::FEATURE_MISSING,
            None => StatusCode::INCOMPLETE,
        }
    }

    fn hear_dev_info(&mut self, items: &[Item]) -> StatusCode {
        if items.is_empty() {
            return StatusCode::INCOMPLETE;
        }
        let mut code = StatusCode::OK;
        for item in items {
            let uri = item.source.as_ref().or(item.target.as_ref()).map_or("", |place| place.uri.as_str());
            if !is_dev_info(uri) {
                code = StatusCode::NOT_ALLOWED;
                continue;
            }
            let value = item.data.as_ref().and_then(|data| data.as_text()).unwrap_or_default();
            let leaf = (uri.to_owned(), value.trim_end_matches('\0').to_owned());
            let known = self.dev_info.iter().position(|known| known.0 == leaf.0);
            let others = self.dev_info.iter().enumerate().filter(|(at, _)| Some(*at) != known);
            let octets = |leaf: &(String, String)| leaf.0.len() + leaf.1.len();
            if others.map(|(_, other)| octets(other)).sum::<usize>() + octets(&leaf) > limits::DEV_INFO_OCTETS {
                code = StatusCode::TOO_LARGE;
                continue;
            }
            match known {
                Some(at) => self.dev_info[at] = leaf,
                None => self.dev_info.push(leaf),
            }
        }
        code
    }
}

/// Whether a Status is about our header: by CmdRef 0, which one client leaves out.
fn is_about_header(status: &Status) -> bool {
    status.cmd_ref == 0 && (status.cmd.is_empty() || status.cmd.eq_ignore_ascii_case("SyncHdr"))
}

fn is_dev_info(uri: &str) -> bool {
    let path = uri.strip_prefix('.').unwrap_or(uri).trim_start_matches('/');
    path.split('/').next() == Some("DevInfo")
}
