//! A handset of either dialect that computes its keys, and keeps them through everything.

use std::sync::Arc;

use akeyd_hw::{Backend, Base, Exponent, Group, Power as HwPower, SharedSecret};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::desk::tests::{OPENING, cred, device, document, header_code, token};
use crate::is683::{Forward, ResultCode};
use crate::syncml::document::{Access, Command, Exec, Message, Verb};
use crate::words::{Dialect, Time};

/// The handset.
pub(super) struct Phone {
    dialect: Dialect,
    /// Whether it brings an answer to a Commit whose session was lost.
    answers_late: bool,
    pub(super) live: Option<Vec<u8>>,
    pub(super) pending: Option<Vec<u8>>,
    /// All keys that were ever live.
    pub(super) committed: Vec<Vec<u8>>,
    key_version: u32,
    exchanges: u32,
    node: Option<Node>,
    /// The answer to the last Commit, as an alert.
    owed: Option<String>,
    session: Option<(u32, String)>,
    said_at: Option<Time>,
    sessions: u32,
}

/// What it has under `X/<id>`.
struct Node {
    id: String,
    x: Arc<Exponent>,
    ms_result: Vec<u8>,
    check: Option<[u8; 8]>,
}

/// Whether a message carries a Commit Request.
pub(super) fn is_commit(message: &Message) -> bool {
    message.commands.iter().any(|command| match command {
        Command::Exec(exec) => {
            exec.item.target.as_ref().is_some_and(|target| target.uri.ends_with("/Commit")) || payload(exec) == [5]
        }
        _ => false,
    })
}

fn payload(exec: &Exec) -> Vec<u8> {
    let data = exec.item.data.as_ref().and_then(|data| data.as_text());
    data.map(|data| STANDARD.decode(data).unwrap()).unwrap_or_default()
}

fn group() -> Arc<Group> {
    Arc::new(Group::known("demo-512").unwrap())
}

impl Phone {
    pub(super) fn new(dialect: Dialect, answers_late: bool) -> Self {
        Self {
            dialect,
            answers_late,
            live: None,
            pending: None,
            committed: vec![],
            key_version: 4,
            exchanges: 0,
            node: None,
            owed: None,
            session: None,
            said_at: None,
            sessions: 0,
        }
    }

    pub(super) fn token(&self) -> Option<String> {
        self.session.as_ref().filter(|(msg_id, _)| *msg_id > 1).map(|(_, token)| token.clone())
    }

    pub(super) fn lose_session(&mut self) {
        self.session = None;
        self.said_at = None;
    }

    /// Whether it has no session.
    pub(super) fn is_away(&self) -> bool {
        self.session.is_none()
    }

    /// Whether it still waits for an answer: for a minute.
    pub(super) fn waits(&mut self, now: Time) -> bool {
        let since = *self.said_at.get_or_insert(now);
        now.since(since) < 60_000
    }

    /// What it says to this reply, or, without one, to begin; nothing while it waits.
    pub(super) fn next(&mut self, reply: Option<Arc<Message>>, nonce: &[u8]) -> Option<String> {
        match (reply, self.session.is_some()) {
            (Some(reply), true) => self.go_on(&reply),
            (None, true) => None,
            (_, false) => {
                self.sessions += 1;
                self.session = Some((1, String::new()));
                let owed = self.owed.take().filter(|_| self.answers_late).unwrap_or_default();
                let body = format!("{OPENING}{owed}");
                Some(document(&device(1), 1, Some(&cred(nonce)), &body))
            }
        }
    }

    fn go_on(&mut self, reply: &Message) -> Option<String> {
        self.said_at = None;
        let asks = reply.commands.iter().any(|command| matches!(command, Command::Access(_) | Command::Exec(_)));
        if header_code(reply) != 212 && header_code(reply) != 200 || !asks {
            // Not let in, or let go.
            self.session = None;
            return None;
        }
        let msg_ref = reply.header.msg_id;
        let status = |cmd_ref: u32, cmd: &str, code: u32, item: &str| {
            format!(
                "<Status><CmdID>{}</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{cmd_ref}</CmdRef><Cmd>{cmd}</Cmd><Data>{code}</Data>{item}</Status>",
                cmd_ref + 1
            )
        };
        let mut body = status(0, "SyncHdr", 212, "");
        for command in &reply.commands {
            match command {
                Command::Access(access) => {
                    let (code, value) = self.access(access);
                    let cmd_ref = access.cmd_id;
                    body += &status(cmd_ref, &format!("{:?}", access.verb), code, "");
                    body += &value.map_or(String::new(), |value| {
                        format!(
                            "<Results><CmdID>77</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{cmd_ref}</CmdRef><Item><Data>{value}</Data></Item></Results>"
                        )
                    });
                }
                Command::Exec(exec) => {
                    let (code, said) = self.exec(exec);
                    if let Some(said) = said {
                        let alert = format!(
                            "<Alert><CmdID>90</CmdID><Data>1226</Data><Correlator>{}</Correlator><Item><Data>{said}</Data></Item></Alert>",
                            exec.correlator.as_deref().unwrap()
                        );
                        if is_commit(reply) {
                            self.owed = Some(alert.clone());
                        }
                        body += &alert;
                    }
                    body += &status(exec.cmd_id, "Exec", code, "");
                }
                _ => {}
            }
        }
        let (msg_id, own) = self.session.as_mut()?;
        *msg_id += 1;
        *own = token(reply);
        Some(document(&device(1), *msg_id, None, &body))
    }

    fn access(&mut self, access: &Access) -> (u32, Option<String>) {
        let uri = access.items[0].target.as_ref().unwrap().uri.clone();
        let leaf = uri.rsplit('/').next().unwrap();
        if uri.starts_with("./DevInfo") {
            return (200, Some("x".into()));
        }
        if self.dialect == Dialect::Is683 {
            return (404, None);
        }
        let own = |phone: &Self, part: &str| phone.node.as_ref().is_some_and(|node| part.contains(&node.id));
        match (access.verb, leaf) {
            (Verb::Get, "Ver") => (200, Some("1".into())),
            (Verb::Get, "Revisions") => (200, Some("2".into())),
            (Verb::Get, "KeyVersion") => (200, Some(self.key_version.to_string())),
            (Verb::Add, id) => {
                assert!(!own(self, id), "a new id for each attempt");
                // An older one goes, and with it its key.
                self.pending = None;
                let (x, ms_result) = self.draw();
                self.node = Some(Node { id: id.into(), x, ms_result, check: None });
                (200, None)
            }
            (Verb::Delete, id) if own(self, id) => {
                self.node = None;
                self.pending = None;
                (200, None)
            }
            (Verb::Delete, _) => (404, None),
            (Verb::Replace, _) => (if own(self, &uri) { 200 } else { 404 }, None),
            (Verb::Get, "MSResult") => (200, self.node.as_ref().map(|node| STANDARD.encode(&node.ms_result))),
            (Verb::Get, "Check") => (200, self.node.as_ref().and_then(|node| Some(STANDARD.encode(node.check?)))),
            other => panic!("{other:?}"),
        }
    }

    /// The Status, and what the alert says.
    fn exec(&mut self, exec: &Exec) -> (u32, Option<String>) {
        let uri = &exec.item.target.as_ref().unwrap().uri;
        match (self.dialect, uri.rsplit('/').next().unwrap()) {
            (Dialect::Is683, _) => (202, Some(STANDARD.encode(self.reverse(&payload(exec))))),
            (_, "Req") => (404, None),
            (_, step) => {
                let Some(node) = self.node.as_mut().filter(|node| uri.contains(&node.id)) else {
                    return (404, None);
                };
                match step {
                    "Compute" => {}
                    "Derive" => {
                        let bs_result = payload(exec);
                        let k = share(&node.x, &bs_result);
                        let (p, g) = (group().p().to_vec(), group().g().to_vec());
                        node.check = Some(check(&k, &[&p, &g, &node.ms_result, &bs_result]));
                        self.pending = Some(k.a_key().expose().to_vec());
                    }
                    "Commit" => {
                        self.node = None;
                        self.commit();
                    }
                    other => panic!("{other}"),
                }
                (202, Some("0".into()))
            }
        }
    }

    fn reverse(&mut self, forward: &[u8]) -> Vec<u8> {
        match Forward::read(forward).unwrap() {
            Forward::ProtocolCapabilityRequest(_) => vec![6, 0, 1, 2, 1, 1, 2, 0],
            Forward::MsKeyRequest(_) => {
                self.pending = None;
                vec![2, 0]
            }
            Forward::KeyGenerationRequest(request) => {
                let (x, ms_result) = self.draw();
                self.pending = Some(share(&x, request.bs_result).a_key().expose().to_vec());
                [&[3, 0, ms_result.len() as u8], ms_result.as_slice()].concat()
            }
            Forward::CommitRequest(_) if self.pending.is_some() => {
                self.commit();
                vec![5, 0]
            }
            Forward::CommitRequest(_) => vec![5, ResultCode::NOT_EXPECTED_IN_MODE.0],
            other => panic!("{other:?}"),
        }
    }

    fn commit(&mut self) {
        let key = self.pending.take().expect("a pending key");
        self.committed.push(key.clone());
        self.live = Some(key);
        self.key_version += 1;
    }

    /// A new x, and G^x.
    fn draw(&mut self) -> (Arc<Exponent>, Vec<u8>) {
        self.exchanges += 1;
        let mut octets = [0x6b; 20];
        octets[16..].copy_from_slice(&self.exchanges.to_be_bytes());
        let x = Arc::new(Exponent::from_bytes(&octets, 160).unwrap());
        let power = HwPower { group: group(), base: Base::Generator, exponent: Arc::clone(&x) };
        (x, power.run(Backend::Scalar).unwrap().into_public())
    }
}

fn share(x: &Arc<Exponent>, bs_result: &[u8]) -> SharedSecret {
    let group = group();
    let base = Base::Element(group.check_partial_key(bs_result).unwrap());
    HwPower { group, base, exponent: Arc::clone(x) }.run(Backend::Scalar).unwrap().into_shared().unwrap()
}

fn check(k: &SharedSecret, numbers: &[&[u8]]) -> [u8; 8] {
    let mut mac = Hmac::<Sha256>::new_from_slice(k.as_bytes()).unwrap();
    mac.update(b"akeyd-check");
    for number in numbers {
        mac.update(&vec![0; 64 - number.len()]);
        mac.update(number);
    }
    mac.finalize().into_bytes()[..8].try_into().unwrap()
}
