//! Answers to handsets that are not, or not yet, authenticated, and to messages of sessions that nobody knows.
//!
//! Costs no memory and no store: whoever asks gets the same kind of answer. Called by `desk`.

use crate::syncml::document::{Alert, Command, Data, Header, Item, Location, Message, Meta, Status};

use super::status::{StatusCode, alert};

/// Whether a message opens a session: package 1 has exactly one of the two alerts.
pub fn opens_session(message: &Message) -> bool {
    message.commands.iter().any(|command| {
        matches!(command, Command::Alert(Alert { code: Some(alert::SERVER_INITIATED | alert::CLIENT_INITIATED), .. }))
    })
}

/// Why a header cannot be served, if so.
pub fn unsupported(header: &Header) -> Option<StatusCode> {
    let minor =
        |text: &str, prefix: &str| text.strip_prefix(prefix).is_some_and(|rest| ["1", "2", "3"].contains(&rest));
    if !minor(&header.ver_dtd, "1.") {
        Some(StatusCode::DTD_UNSUPPORTED)
    } else if !minor(&header.ver_proto, "DM/1.") {
        Some(StatusCode::PROTOCOL_UNSUPPORTED)
    } else {
        None
    }
}

/// The answer that refuses a whole message with one code for its header and every command: 401 or 407 with a challenge, 505 or 513.
pub fn refuse(message: &Message, code: StatusCode, chal: Option<Meta>) -> Message {
    let mut answer = skeleton(message);
    answer.commands = statuses(message, code, code);
    if let Some(Command::Status(status)) = answer.commands.first_mut() {
        status.chal = chal;
        let spoken = match code {
            StatusCode::DTD_UNSUPPORTED => &["1.1", "1.2"][..],
            StatusCode::PROTOCOL_UNSUPPORTED => &["DM/1.1", "DM/1.2", "DM/1.3"],
            _ => &[],
        };
        let versions = spoken.iter().map(|&version| Item { data: Some(Data::text(version)), ..Item::default() });
        status.items = versions.collect();
    }
    answer
}

/// The answer to a message of a session that is not known here: nothing was executed, begin anew.
pub fn unknown_session(message: &Message) -> Message {
    let mut answer = skeleton(message);
    answer.commands = statuses(message, StatusCode::FAILED, StatusCode::NOT_EXECUTED);
    let cmd_id = answer.commands.len() as u32 + 1;
    answer.commands.push(Command::Alert(Alert { cmd_id, code: Some(alert::SESSION_ABORT), ..Alert::default() }));
    answer
}

fn skeleton(message: &Message) -> Message {
    let header = &message.header;
    let supported = unsupported(header).is_none();
    let spoken = |text: &str, ours: &str| if supported { text.to_owned() } else { ours.to_owned() };
    Message {
        header: Header {
            ver_dtd: spoken(&header.ver_dtd, "1.2"),
            ver_proto: spoken(&header.ver_proto, "DM/1.2"),
            session_id: header.session_id.clone(),
            msg_id: header.msg_id,
            target: Location::new(header.source.uri.clone()),
            source: Location::new(header.target.uri.clone()),
            ..Header::default()
        },
        commands: Vec::new(),
        is_final: true,
    }
}

/// A Status for the header and for each command that wants one.
pub(super) fn statuses(message: &Message, header: StatusCode, command: StatusCode) -> Vec<Command> {
    let mut statuses = vec![header_status(message, header)];
    for answered in &message.commands {
        if !matches!(answered, Command::Status(_) | Command::Results(_)) {
            push_status(&mut statuses, message.header.msg_id, answered, command);
        }
    }
    statuses
}

/// The Status for a header: the first of an answer.
pub(super) fn header_status(message: &Message, code: StatusCode) -> Command {
    Command::Status(Status {
        cmd_id: 1,
        msg_ref: Some(message.header.msg_id),
        cmd: "SyncHdr".to_owned(),
        target_refs: vec![message.header.target.uri.clone()],
        source_refs: vec![message.header.source.uri.clone()],
        code: code.0,
        ..Status::default()
    })
}

/// Adds the Status for one command.
pub(super) fn push_status(statuses: &mut Vec<Command>, msg_ref: u32, command: &Command, code: StatusCode) {
    statuses.push(Command::Status(Status {
        cmd_id: statuses.len() as u32 + 1,
        msg_ref: Some(msg_ref),
        cmd_ref: command.cmd_id(),
        cmd: command.name().to_owned(),
        code: code.0,
        ..Status::default()
    }));
}
