//! A server that plays a script: written from the standard for these tests, with credentials of its own making.

use std::collections::VecDeque;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use md5::{Digest, Md5};

use crate::syncml::document::*;

/// B64(H(B64(H(name:password)):nonce)), OMA-TS-DM_Security 1.2 section 5.3.
pub(crate) fn md5(name: &str, password: &str, nonce: &[u8]) -> String {
    let inner = BASE64.encode(Md5::digest(format!("{name}:{password}")));
    let outer: Vec<u8> = [inner.as_bytes(), b":", nonce].concat();
    BASE64.encode(Md5::digest(outer))
}

/// B64(H(B64(H(name:password)):nonce:B64(H(body)))), section 5.4.
pub(crate) fn mac(name: &str, password: &str, nonce: &[u8], body: &[u8]) -> String {
    let inner = BASE64.encode(Md5::digest(format!("{name}:{password}")));
    let body = BASE64.encode(Md5::digest(body));
    BASE64.encode(Md5::digest([inner.as_bytes(), b":", nonce, b":", body.as_bytes()].concat()))
}

/// One package of the script.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turn {
    pub(crate) commands: Vec<Command>,
    pub(crate) not_final: bool,
}

#[expect(clippy::struct_field_names, reason = "there is a nonce of the client, and one of the server")]
pub(crate) struct Server {
    pub(crate) client_nonce: Vec<u8>,
    pub(crate) server_nonce: Vec<u8>,
    /// The secret with which the server proves itself.
    pub(crate) password: String,
    /// Code for a message with good credentials: 212, or 200 for a Cred in every message.
    pub(crate) good: u32,
    pub(crate) script: VecDeque<Turn>,
    /// Codes of the handset's Status for the header and for commands, by name, in order.
    pub(crate) codes: Vec<(String, u32)>,
    /// Reverse messages, from generic alerts, Results or a Get.
    pub(crate) reverse: Vec<Vec<u8>>,
    /// Every message of the handset.
    pub(crate) heard: Vec<Message>,
    /// Messages with their answers, for one that remembers.
    pub(crate) answered: Vec<(Message, Vec<u8>)>,
    /// Times that it is busy.
    pub(crate) busy: u32,
    pub(crate) resp_uri: Option<String>,
    /// MaxMsgSize and MaxObjSize.
    pub(crate) bounds: Option<Meta>,
    /// Whether it asks by Alert 1222 for the rest of a package.
    pub(crate) asks: bool,
    /// Where the handset keeps its state, and what was in it when the Commit Response came.
    pub(crate) state: std::path::PathBuf,
    pub(crate) kept: Option<(u32, bool, Vec<u8>)>,
    authenticated: bool,
    proven: bool,
    last: Option<Turn>,
    msg_id: u32,
    nonces: u8,
}

impl Server {
    pub(crate) fn new(script: impl IntoIterator<Item = Vec<Command>>) -> Self {
        Self {
            client_nonce: b"Nonce".to_vec(),
            server_nonce: b"server nonce".to_vec(),
            password: "minime".into(),
            good: 212,
            script: script.into_iter().map(|commands| Turn { commands, not_final: false }).collect(),
            codes: Vec::new(),
            reverse: Vec::new(),
            heard: Vec::new(),
            answered: Vec::new(),
            busy: 0,
            resp_uri: Some("http://dm.example/dm?sid=42".into()),
            bounds: None,
            asks: false,
            state: std::path::PathBuf::new(),
            kept: None,
            authenticated: false,
            proven: false,
            last: None,
            msg_id: 0,
            nonces: 100,
        }
    }

    /// Forgets the session, as at its end.
    pub(crate) fn hang_up(&mut self) {
        (self.authenticated, self.proven, self.last, self.msg_id) = (false, false, None, 0);
    }

    pub(crate) fn answer(&mut self, message: &Message) -> Message {
        self.heard.push(message.clone());
        self.msg_id += 1;
        let mut statuses = Vec::new();
        let code = self.judge(message);
        let chal = (code != 212 || !self.authenticated).then(|| {
            self.nonces += 1;
            self.client_nonce = vec![self.nonces; 16];
            Meta {
                format: Some("b64".into()),
                type_: Some("syncml:auth-md5".into()),
                next_nonce: Some(BASE64.encode(&self.client_nonce)),
                ..Meta::default()
            }
        });
        // A message without Final is answered by asking for the rest.
        let goes_on = !message.is_final;
        let good = matches!(code, 200 | 212);
        self.authenticated = code == 212;
        statuses.push(status(message, 0, "SyncHdr", code, chal));
        for command in &message.commands {
            if !matches!(command, Command::Status(_) | Command::Results(_)) {
                let code = if good { 200 } else { code };
                statuses.push(status(message, command.cmd_id(), command.name(), code, None));
            }
        }
        let mut turn = Turn::default();
        let mut cred = None;
        if good {
            let refused = self.read(message);
            turn = match self.last.take().filter(|_| refused) {
                Some(again) => again,
                None if goes_on && self.asks => Turn { commands: vec![alert(1222)], not_final: true },
                None => self.script.pop_front().unwrap_or_default(),
            };
            self.last = Some(turn.clone());
            if !self.proven {
                let meta = Meta { type_: Some("syncml:auth-md5".into()), ..Meta::default() };
                cred = Some(Cred { meta, data: md5("akeyd", &self.password, &self.server_nonce) });
            }
        }
        let mut commands: Vec<Command> = statuses.into_iter().map(Command::Status).chain(turn.commands).collect();
        commands.iter_mut().enumerate().for_each(|(index, command)| number(command, index as u32 + 1));
        Message {
            header: Header {
                ver_dtd: "1.2".into(),
                ver_proto: "DM/1.2".into(),
                session_id: message.header.session_id.clone(),
                msg_id: self.msg_id,
                target: Location::new(message.header.source.uri.clone()),
                source: Location::new("http://dm.example/dm"),
                resp_uri: self.resp_uri.clone(),
                cred,
                meta: self.bounds.clone(),
                ..Header::default()
            },
            commands,
            is_final: !turn.not_final,
        }
    }

    fn judge(&self, message: &Message) -> u32 {
        match &message.header.cred {
            _ if self.authenticated => 212,
            None => 407,
            Some(cred) if cred.data == md5("Bruce2", "OhBehave", &self.client_nonce) => {
                assert_eq!(cred.meta.type_.as_deref(), Some("syncml:auth-md5"));
                self.good
            }
            Some(_) => 401,
        }
    }

    /// Reads Status, Results and alerts; true when the handset does not trust the server.
    fn read(&mut self, message: &Message) -> bool {
        let mut refused = false;
        for command in &message.commands {
            match command {
                Command::Status(status) => {
                    self.codes.push((status.cmd.clone(), status.code));
                    if let Some(nonce) = status.chal.as_ref().and_then(|chal| chal.next_nonce.as_ref()) {
                        assert!(status.cmd == "SyncHdr" && status.cmd_ref == 0);
                        self.server_nonce = BASE64.decode(nonce).unwrap();
                    }
                    if status.cmd == "SyncHdr" {
                        refused = matches!(status.code, 401 | 407);
                        self.proven = status.code == 212;
                    }
                }
                Command::Results(results) => self.keep(&results.items),
                Command::Alert(alert) if alert.code == Some(1226) => self.keep(&alert.items),
                _ => {}
            }
        }
        refused
    }

    fn keep(&mut self, items: &[Item]) {
        for item in items {
            if let Some(octets) = item.data.as_ref().and_then(|data| BASE64.decode(&data.0).ok()) {
                self.reverse.push(octets);
            }
        }
    }
}

fn status(message: &Message, cmd_ref: u32, cmd: &str, code: u32, chal: Option<Meta>) -> Status {
    let msg_ref = Some(message.header.msg_id);
    Status { msg_ref, cmd_ref, cmd: cmd.into(), code, chal, ..Status::default() }
}

fn number(command: &mut Command, id: u32) {
    match command {
        Command::Access(c) => c.cmd_id = id,
        Command::Alert(c) => c.cmd_id = id,
        Command::Exec(c) => c.cmd_id = id,
        Command::Results(c) => c.cmd_id = id,
        Command::Status(c) => c.cmd_id = id,
        Command::Group(c) => {
            c.cmd_id = id;
            c.commands.iter_mut().enumerate().for_each(|(index, member)| number(member, id * 100 + index as u32));
        }
        Command::Unknown { cmd_id, .. } => *cmd_id = id,
    }
}

pub(crate) fn b64_item(uri: &str, octets: &[u8]) -> Item {
    Item {
        target: Some(Location::new(uri)),
        meta: Some(Meta {
            format: Some("b64".into()),
            type_: Some("application/octet-stream".into()),
            ..Meta::default()
        }),
        data: Some(Data::text(BASE64.encode(octets))),
        ..Item::default()
    }
}

/// Exec on the request node.
pub(crate) fn exec(correlator: &str, octets: &[u8]) -> Command {
    exec_of("./CDMA/OTASP/Req", correlator, Some(octets))
}

pub(crate) fn exec_of(uri: &str, correlator: &str, octets: Option<&[u8]>) -> Command {
    let item = match octets {
        Some(octets) => b64_item(uri, octets),
        None => Item { target: Some(Location::new(uri)), ..Item::default() },
    };
    Command::Exec(Exec { correlator: Some(correlator.into()), item, ..Exec::default() })
}

pub(crate) fn replace(uri: &str, octets: &[u8]) -> Command {
    access(Verb::Replace, vec![b64_item(uri, octets)])
}

pub(crate) fn text(verb: Verb, uri: &str, value: &str) -> Command {
    let item = Item { target: Some(Location::new(uri)), data: Some(Data::text(value)), ..Item::default() };
    access(verb, vec![item])
}

pub(crate) fn get(uris: &[&str]) -> Command {
    let items = uris.iter().map(|uri| Item { target: Some(Location::new(*uri)), ..Item::default() }).collect();
    access(Verb::Get, items)
}

pub(crate) fn access(verb: Verb, items: Vec<Item>) -> Command {
    Command::Access(Access { verb, cmd_id: 0, meta: None, items })
}

pub(crate) fn alert(code: u32) -> Command {
    Command::Alert(Alert { code: Some(code), ..Alert::default() })
}

pub(crate) fn group(grouping: Grouping, commands: Vec<Command>) -> Command {
    Command::Group(Group { grouping, cmd_id: 0, meta: None, commands })
}
