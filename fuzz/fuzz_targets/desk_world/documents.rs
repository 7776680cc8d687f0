//! What a handset may say: documents that the octets put together from right parts and wrong ones.

use akeyd::syncml::auth;
use akeyd::syncml::document::{
    Access, Alert, Command, Cred, Data, Group, Grouping, Header, Item, Location, Message, Meta, Results, Status, Verb,
};
use akeyd::words::DeviceId;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{COMMIT, Octets, bs_result};

/// One handset as it sees its session.
pub struct Handset {
    device: DeviceId,
    msg_id: u32,
    /// The token of the last reply.
    pub token: Option<String>,
    /// The nonce of the last challenge.
    challenge: Vec<u8>,
    /// The last reply.
    reply: Message,
    /// What was last said, with token and digest.
    pub last: Option<(Message, Option<String>, [u8; 32])>,
}

/// Codes of a Status: the common ones more often.
const CODES: &[u32] =
    &[200, 200, 200, 200, 202, 212, 213, 214, 215, 304, 400, 401, 404, 405, 406, 407, 418, 500, 501, 0, 777];
/// Codes of an Alert.
const ALERTS: &[u32] = &[1201, 1200, 1222, 1223, 1224, 1225, 1226, 1100, 0];

impl Handset {
    pub fn new(device: DeviceId) -> Self {
        let reply = Message::default();
        Self { device, msg_id: 0, token: None, challenge: Vec::new(), reply, last: None }
    }

    /// Takes a reply.
    pub fn hear(&mut self, reply: &Message) {
        if let Some((_, token)) = reply.header.resp_uri.as_deref().and_then(|uri| uri.split_once("?s=")) {
            self.token = Some(token.to_owned());
        }
        for command in &reply.commands {
            if let Command::Status(status) = command
                && let Some(nonce) = status.chal.as_ref().and_then(auth::next_nonce)
            {
                self.challenge = nonce;
            }
        }
        self.reply = reply.clone();
    }

    /// Whether the last reply carries a Commit Request of IS-683.
    pub fn is_told_to_commit(&self) -> bool {
        self.asked().iter().any(|(command, _)| payload(command).is_some_and(|payload| payload.first() == Some(&COMMIT)))
    }

    /// What the last reply asks, groups opened, and what each is called.
    fn asked(&self) -> Vec<(&Command, &'static str)> {
        let mut asked = Vec::new();
        let mut rest: Vec<&Command> = self.reply.commands.iter().rev().collect();
        while let Some(command) = rest.pop() {
            match command {
                Command::Status(_) => {}
                Command::Access(access) => asked.push((
                    command,
                    match access.verb {
                        Verb::Add => "Add",
                        Verb::Copy => "Copy",
                        Verb::Delete => "Delete",
                        Verb::Get => "Get",
                        Verb::Replace => "Replace",
                    },
                )),
                Command::Exec(_) => asked.push((command, "Exec")),
                Command::Alert(_) => asked.push((command, "Alert")),
                Command::Group(group) => {
                    asked.push((command, "Sequence"));
                    rest.extend(group.commands.iter().rev());
                }
                Command::Results(_) | Command::Unknown { .. } => {}
            }
        }
        asked
    }

    /// Something to say, and the token that it shows.
    pub fn message(
        &mut self,
        octets: &mut Octets,
        nonce: Option<&[u8]>,
        others: Option<String>,
    ) -> (Message, Option<String>) {
        let how = octets.next();
        let is_new = how & 1 != 0;
        self.msg_id = match how >> 1 & 7 {
            _ if is_new => 1,
            6 => u32::from(octets.next()),
            7 => self.msg_id,
            _ => self.msg_id + 1,
        };
        let wrong = b"wrong".to_vec();
        let nonce = match how >> 4 & 7 {
            0..=3 if is_new => Some(nonce.unwrap_or(&wrong).to_vec()),
            4 => Some(self.challenge.clone()),
            5 => Some(wrong),
            6 => Some(vec![0; 4]),
            _ => None,
        };
        let cred = nonce.map(|nonce| auth::md5_cred(&auth::user_digest("user", "password"), &nonce));
        let token = match octets.next() % 8 {
            0..=5 if !is_new => self.token.clone(),
            6 => others,
            7 => Some("a".repeat(48)),
            _ => None,
        };
        let mut commands = Vec::new();
        match octets.next() % 4 {
            0 if is_new => self.open_session(octets, &mut commands),
            0 | 1 => self.answer_well(octets, &mut commands),
            _ => {
                for _ in 0..octets.next() % 6 {
                    let command = self.any(octets);
                    commands.push(command);
                }
            }
        }
        for (at, command) in commands.iter_mut().enumerate() {
            number(command, at as u32 + 1);
        }
        let version = octets.pick(&["1.2", "1.2", "1.2", "1.1", "9"]);
        let header = Header {
            ver_dtd: version.into(),
            ver_proto: format!("DM/{version}"),
            session_id: octets.pick(&["1", "1", "1", "2", ""]).into(),
            msg_id: self.msg_id,
            target: Location::new("http://192.0.2.1/dm"),
            source: Location::new(self.device.as_str()),
            cred: cred.map(|cred| if how == 0x7F { Cred { data: "x".into(), ..cred } } else { cred }),
            meta: (how & 8 != 0).then(|| Meta {
                max_msg_size: Some(octets.pick(&[16_384, 1_000, 100, 0, u32::MAX])),
                ..Meta::default()
            }),
            ..Header::default()
        };
        (Message { header, commands, is_final: octets.next() % 8 != 0 }, token)
    }

    fn open_session(&self, octets: &mut Octets, out: &mut Vec<Command>) {
        out.push(alert(octets.pick(&[1201, 1200]), None, Vec::new()));
        out.push(dev_info(octets.pick(&["M", "libdmclient", ""])));
        self.answer_well(octets, out);
    }

    /// Answers everything as a good handset does.
    fn answer_well(&self, octets: &mut Octets, out: &mut Vec<Command>) {
        out.push(self.status(0, "SyncHdr", octets.pick(&[212, 212, 212, 200])));
        for (command, name) in self.asked() {
            let code = match command {
                Command::Exec(_) => octets.pick(&[202, 200]),
                Command::Access(Access { verb: Verb::Get, .. }) => octets.pick(&[404, 200]),
                _ => 200,
            };
            out.push(self.status(command.cmd_id(), name, code));
            match command {
                Command::Exec(exec) => {
                    let reverse = reverse(payload(command).as_deref().unwrap_or_default(), octets);
                    let item = item(&STANDARD.encode(reverse), Some("b64"));
                    if octets.next() % 4 == 0 {
                        out.push(results(self.reply.header.msg_id, exec.cmd_id, vec![item]));
                    } else {
                        out.push(alert(1226, exec.correlator.clone(), vec![item]));
                    }
                }
                Command::Access(Access { verb: Verb::Get, items, cmd_id, .. }) if code == 200 => {
                    let answers = items.iter().map(|asked| {
                        let uri = asked.target.as_ref().map_or("", |target| &target.uri);
                        Item { source: Some(Location::new(uri)), ..value_of(uri, octets) }
                    });
                    out.push(results(self.reply.header.msg_id, *cmd_id, answers.collect()));
                }
                _ => {}
            }
        }
    }

    fn any(&self, octets: &mut Octets) -> Command {
        let asked = self.asked();
        let one = asked.get(usize::from(octets.next()) % asked.len().max(1));
        let cmd_ref = one.map_or(u32::from(octets.next() % 8), |(command, _)| command.cmd_id());
        match octets.next() % 10 {
            0 => self.status(0, "SyncHdr", octets.pick(CODES)),
            1 | 2 => self.status(cmd_ref, one.map_or("Get", |(_, name)| *name), octets.pick(CODES)),
            3 => {
                let correlator = one.and_then(|(command, _)| match command {
                    Command::Exec(exec) => exec.correlator.clone(),
                    _ => None,
                });
                alert(1226, correlator, vec![any_item(octets)])
            }
            4 => alert(octets.pick(ALERTS), None, vec![any_item(octets)]),
            5 => results(self.reply.header.msg_id, cmd_ref, vec![any_item(octets), any_item(octets)]),
            6 => dev_info(octets.pick(&["M", "N"])),
            7 => {
                let commands = vec![self.status(0, "SyncHdr", 200), alert(1201, None, Vec::new())];
                Command::Group(Group { grouping: Grouping::Sequence, cmd_id: 0, meta: None, commands })
            }
            8 => Command::Unknown { name: "Put".into(), cmd_id: 0 },
            _ => Command::Access(Access {
                verb: octets.pick(&[Verb::Add, Verb::Delete, Verb::Get, Verb::Copy]),
                cmd_id: 0,
                meta: None,
                items: vec![any_item(octets)],
            }),
        }
    }

    fn status(&self, cmd_ref: u32, cmd: &str, code: u32) -> Command {
        let chal = matches!((cmd_ref, code), (0, 401 | 407 | 200))
            .then(|| auth::challenge(auth::AuthType::Md5, &[code as u8; 16]));
        let msg_ref = Some(self.reply.header.msg_id);
        Command::Status(Status { cmd_ref, msg_ref, cmd: cmd.into(), code, chal, ..Status::default() })
    }
}

fn number(command: &mut Command, id: u32) {
    match command {
        Command::Access(c) => c.cmd_id = id,
        Command::Alert(c) => c.cmd_id = id,
        Command::Exec(c) => c.cmd_id = id,
        Command::Results(c) => c.cmd_id = id,
        Command::Status(c) => c.cmd_id = id,
        Command::Group(c) => c.cmd_id = id,
        Command::Unknown { cmd_id, .. } => *cmd_id = id,
    }
}

/// The octets that an Exec or a Replace carries.
fn payload(command: &Command) -> Option<Vec<u8>> {
    let item = match command {
        Command::Exec(exec) => &exec.item,
        Command::Access(Access { verb: Verb::Replace, items, .. }) => items.first()?,
        _ => return None,
    };
    STANDARD.decode(item.data.as_ref()?.as_text()?).ok()
}

/// The reverse message to a forward one, with a RESULT_CODE that is mostly 0.
fn reverse(forward: &[u8], octets: &mut Octets) -> Vec<u8> {
    let code = octets.pick(&[0, 0, 0, 0, 0, 1, 4, 6, 10, 255]);
    match forward.first() {
        Some(&kind @ (2 | 5)) => vec![kind, code],
        Some(3) if code == 0 => [&[3, 0, 64], bs_result().as_slice()].concat(),
        Some(3) => vec![3, code, 0],
        Some(6) => octets.pick(&[&[6, 0, 1, 2, 1, 1, 2, 0][..], &[6, 0, 1, 2, 0, 0]]).to_vec(),
        _ => octets.take(40).to_vec(),
    }
}

/// What a node of the handset holds.
fn value_of(uri: &str, octets: &mut Octets) -> Item {
    match uri.rsplit('/').next().unwrap_or_default() {
        "Ver" | "KeyVersion" => item(octets.pick(&["1", "2", "x"]), Some("int")),
        "Revisions" => item("2,4", Some("chr")),
        "MSResult" => item(&STANDARD.encode(bs_result()), Some("b64")),
        "Rsp" => item(&STANDARD.encode(octets.take(40)), Some("b64")),
        _ => any_item(octets),
    }
}

fn item(data: &str, format: Option<&str>) -> Item {
    let meta = format.map(|format| Meta { format: Some(format.into()), ..Meta::default() });
    Item { meta, data: Some(Data::text(data)), ..Item::default() }
}

fn any_item(octets: &mut Octets) -> Item {
    let how = octets.next();
    let format = octets.pick(&[None, Some("b64"), Some("bin"), Some("chr"), Some("node")]);
    let mut item = item(&STANDARD.encode(octets.take(60)), format);
    item.more_data = how & 1 != 0;
    item.source =
        (how & 2 != 0).then(|| Location::new(octets.pick(&["./CDMA/OTASP/Rsp", "./DevInfo/DevId", "", "./x"])));
    if how & 4 != 0 {
        item.meta.get_or_insert_default().size = Some(octets.pick(&[0, 1, 80, u32::MAX]));
    }
    if how & 8 != 0 {
        item.data = Some(Data(octets.take(30).iter().map(|octet| octet & 0x7F | 0x20).collect()));
    }
    item
}

fn alert(code: u32, correlator: Option<String>, items: Vec<Item>) -> Command {
    Command::Alert(Alert { cmd_id: 0, code: Some(code), correlator, items })
}

fn results(msg_ref: u32, cmd_ref: u32, items: Vec<Item>) -> Command {
    Command::Results(Results { cmd_ref, msg_ref: Some(msg_ref), items, ..Results::default() })
}

fn dev_info(model: &str) -> Command {
    let leaf = |name: &str, value: &str| Item {
        source: Some(Location::new(format!("./DevInfo/{name}"))),
        data: Some(Data::text(value)),
        ..Item::default()
    };
    let items = vec![leaf("Mod", model), leaf("DmV", "1.2")];
    Command::Access(Access { verb: Verb::Replace, cmd_id: 0, meta: None, items })
}
