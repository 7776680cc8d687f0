//! The `nodes` dialect through the desk: the documents that a handset gets, the temporary node that is left behind, the doubt.

use super::*;
use crate::syncml::document::{Exec, Verb};

/// A handset that speaks `nodes`: a tree of leaves, answered by one Status and Results a command.
struct Phone {
    device: DeviceId,
    msg_id: u32,
    token: String,
    key_version: u32,
    seen: Vec<String>,
    /// Answers this Exec by Status 500 with a RESULT_CODE.
    rejects: Option<(&'static str, u8)>,
    /// Answers Execs by 202 and a generic alert.
    later: bool,
}

impl Phone {
    fn come(world: &mut World) -> (Self, u64) {
        let mut phone = Self {
            device: device(1),
            msg_id: 0,
            token: String::new(),
            key_version: 4,
            seen: vec![],
            rejects: None,
            later: false,
        };
        let ticket = phone.again(world);
        (phone, ticket)
    }

    /// Opens a session.
    fn again(&mut self, world: &mut World) -> u64 {
        let nonce = world.subscribers[&self.device].account.client_nonce.clone();
        self.msg_id = 1;
        let ticket = world.send(&document(&self.device, 1, Some(&cred(&nonce)), OPENING), None);
        self.token = token(world.reply(ticket));
        ticket
    }

    fn go_on(&mut self, world: &mut World, ticket: u64) -> u64 {
        self.msg_id += 1;
        let reply = world.reply(ticket).clone();
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
                    let uri = access.items[0].target.as_ref().unwrap().uri.clone();
                    let name = format!("{:?} {}", access.verb, uri.trim_start_matches("./CDMA/AKey/"));
                    self.seen.push(name);
                    let value = match uri.rsplit('/').next().unwrap() {
                        _ if access.verb != Verb::Get => None,
                        "Ver" => Some("1".to_owned()),
                        "Revisions" => Some("2,4".to_owned()),
                        "KeyVersion" => Some(self.key_version.to_string()),
                        "MSResult" => Some(STANDARD.encode(octets(MS_RESULT))),
                        "Check" => Some(STANDARD.encode([0; 8])),
                        _ => None,
                    };
                    body += &status(access.cmd_id, &format!("{:?}", access.verb), 200, "");
                    if let Some(value) = value {
                        let cmd_ref = access.cmd_id;
                        let results = format!(
                            "<Results><CmdID>77</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{cmd_ref}</CmdRef><Item><Data>{value}</Data></Item></Results>"
                        );
                        body += &results;
                    }
                }
                Command::Exec(Exec { cmd_id, correlator, item, .. }) => {
                    let uri = item.target.as_ref().unwrap().uri.clone();
                    if uri == "./CDMA/OTASP/Req" {
                        body += &status(*cmd_id, "Exec", 404, "");
                        continue;
                    }
                    let step = uri.rsplit('/').next().unwrap();
                    self.seen.push(format!("Exec {}", uri.trim_start_matches("./CDMA/AKey/")));
                    match self.rejects {
                        Some((name, code)) if name == step => {
                            body += &status(*cmd_id, "Exec", 500, &format!("<Item><Data>{code}</Data></Item>"));
                        }
                        _ if self.later => {
                            let alert = format!(
                                "<Alert><CmdID>90</CmdID><Data>1226</Data><Correlator>{}</Correlator><Item><Meta>\
                                 <Type xmlns='syncml:metinf'>Reversed-Domain-Name: org.akeyd.step</Type>\
                                 <Format xmlns='syncml:metinf'>chr</Format></Meta><Data>0</Data></Item></Alert>",
                                correlator.as_deref().unwrap()
                            );
                            body += &alert;
                            body += &status(*cmd_id, "Exec", 202, "");
                        }
                        _ => body += &status(*cmd_id, "Exec", 200, ""),
                    }
                    self.key_version += u32::from(step == "Commit");
                }
                _ => {}
            }
        }
        world.send(&document(&self.device, self.msg_id, None, &body), Some(&self.token))
    }

    /// Goes on until nothing more is asked, or `last` is.
    fn play(&mut self, world: &mut World, mut ticket: u64, last: &str) -> u64 {
        while asked(world.reply(ticket)).iter().any(|uri| !uri.is_empty()) {
            if asked(world.reply(ticket)).iter().any(|uri| uri.ends_with(last)) {
                break;
            }
            ticket = self.go_on(world, ticket);
        }
        ticket
    }
}

/// The nodes that a message is about.
fn asked(message: &Message) -> Vec<String> {
    let uri = |command: &Command| match command {
        Command::Access(access) => access.items[0].target.as_ref().map(|target| target.uri.clone()),
        Command::Exec(exec) => exec.item.target.as_ref().map(|target| target.uri.clone()),
        _ => None,
    };
    message.commands.iter().filter_map(uri).collect()
}

const NOTHING: &str = "/no such node";

#[test]
fn a_relay_by_nodes_is_played_in_documents() {
    for later in [false, true] {
        let mut world = World::new(settings(Way::Relay));
        let (mut phone, ticket) = Phone::come(&mut world);
        phone.later = later;
        phone.play(&mut world, ticket, NOTHING);
        assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
        let id = phone.seen.iter().find_map(|line| line.strip_prefix("Add ")).unwrap().to_owned();
        assert_eq!(id.len(), "X/".len() + 16);
        let expected = ["Get Ver", "Get Revisions", "Get KeyVersion"].map(str::to_owned).into_iter().chain(
            [
                "Add #",
                "Replace #/Revision",
                "Replace #/Kind",
                "Replace #/P",
                "Replace #/G",
                "Exec #/Compute",
                "Get #/MSResult",
                "Exec #/Derive",
                "Exec #/Commit",
                "Get KeyVersion",
            ]
            .map(|line| line.replace('#', &id)),
        );
        assert_eq!(phone.seen, expected.collect::<Vec<_>>());
        assert_eq!(world.powers, 0);
        assert_eq!(world.subscribers[&device(1)].temporary, None);
    }
}

#[test]
fn a_refusal_comes_in_item_data_of_the_status() {
    for step in ["Compute", "Derive", "Commit"] {
        let mut world = World::new(settings(Way::Relay));
        let (mut phone, ticket) = Phone::come(&mut world);
        phone.rejects = Some((step, 6));
        let ticket = phone.play(&mut world, ticket, NOTHING);
        let (outcome, cause) = &world.ended[0];
        assert_eq!(*outcome, Outcome::Rejected);
        assert!(cause.starts_with(&format!("Exec {step}: RESULT_CODE 6 (")), "{cause}");
        // What was left on the handset is deleted before it goes, and the exchange of the next contact does not see it.
        assert!(phone.seen.last().unwrap().starts_with("Delete X/"), "{:?}", phone.seen);
        assert_eq!(world.subscribers[&device(1)].temporary, None);
        assert!(asked(world.reply(ticket)).is_empty());
    }
}

#[test]
fn what_an_exchange_that_died_left_behind_is_deleted_in_the_next_session() {
    for start_on_contact in [true, false] {
        let mut world = World::new(Settings { start_on_contact, ..settings(Way::Relay) });
        world.start(1);
        let (mut phone, ticket) = Phone::come(&mut world);
        phone.play(&mut world, ticket, "/Derive");
        let left = world.subscribers[&device(1)].temporary.clone().expect("a temporary node");
        // The session dies, and with it, where nothing else keeps it, all that the desk knows.
        world.tick(limits::SESSION_IDLE_MS);
        if !start_on_contact {
            world.now = world.now.plus(3_600_000);
            world.bring(Event::Timer);
            assert!(world.desk.devices.is_empty());
        }
        phone.seen.clear();
        let ticket = phone.again(&mut world);
        phone.play(&mut world, ticket, NOTHING);
        let deleted = format!("Delete {left}");
        assert_eq!(phone.seen.iter().filter(|line| **line == deleted).count(), 1, "{:?}", phone.seen);
        assert_eq!(world.subscribers[&device(1)].temporary, None);
        if start_on_contact {
            assert_eq!(world.ended.last().unwrap().0, Outcome::Updated);
            assert!(!phone.seen.contains(&format!("Add {left}")), "a new id for each attempt");
        }
    }
}

#[test]
fn a_key_version_that_rose_ends_the_doubt() {
    let mut world = World::new(settings(Way::Relay));
    let (mut phone, ticket) = Phone::come(&mut world);
    phone.play(&mut world, ticket, "/Commit");
    phone.key_version += 1;
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.exchanges_in_doubt(), 1);
    phone.seen.clear();
    let ticket = phone.again(&mut world);
    phone.play(&mut world, ticket, NOTHING);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    assert_eq!(phone.seen, ["Get KeyVersion"], "and the node that Commit took with it is not touched");
}

#[test]
fn a_key_version_that_did_not_rise_ends_the_doubt_and_the_exchange_begins_again() {
    let mut world = World::new(settings(Way::Relay));
    let (mut phone, ticket) = Phone::come(&mut world);
    phone.play(&mut world, ticket, "/Commit");
    world.tick(limits::SESSION_IDLE_MS);
    assert_eq!(world.desk.exchanges_in_doubt(), 1);
    let mut ticket = phone.again(&mut world);
    // It is read, and read again after a node has been made.
    for _ in 0..3 {
        assert_eq!(world.desk.exchanges_in_doubt(), 1);
        ticket = phone.go_on(&mut world, ticket);
    }
    assert_eq!(world.desk.exchanges_in_doubt(), 0);
    phone.play(&mut world, ticket, NOTHING);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
    assert_eq!(phone.seen.iter().filter(|line| line.ends_with("/Commit")).count(), 1);
}

#[test]
fn a_check_that_does_not_fit_keeps_the_commit_from_leaving() {
    let mut world = World::new(settings(Way::Perform));
    let (mut phone, ticket) = Phone::come(&mut world);
    phone.play(&mut world, ticket, NOTHING);
    assert_eq!(world.ended, [(Outcome::Failed, "the handset's Check does not fit K".into())]);
    assert!(!phone.seen.iter().any(|line| line.ends_with("/Commit")), "{:?}", phone.seen);
    assert_eq!(phone.key_version, 4);
}

#[test]
fn an_answer_of_a_session_or_exchange_that_is_over_finds_nothing() {
    let mut world = World::new(settings(Way::Relay));
    let (mut phone, ticket) = Phone::come(&mut world);
    let ticket = phone.play(&mut world, ticket, "/MSResult");
    let old = phone.token.clone();
    let body = |cmd_id: u32| {
        format!(
            "<Status><CmdID>1</CmdID><MsgRef>{}</MsgRef><CmdRef>{cmd_id}</CmdRef><Cmd>Get</Cmd><Data>200</Data></Status>\
             <Results><CmdID>2</CmdID><CmdRef>{cmd_id}</CmdRef><Item><Source><LocURI>./CDMA/AKey/X/1/MSResult</LocURI></Source>\
             <Data>{}</Data></Item></Results>",
            world.reply(ticket).header.msg_id,
            STANDARD.encode(octets(MS_RESULT))
        )
    };
    let bodies: Vec<String> = (1..8).map(body).collect();
    // Another session of the same device: the old token opens nothing.
    let ticket = phone.again(&mut world);
    for (msg_id, body) in (2..).zip(&bodies) {
        let stray = world.send(&document(&device(1), msg_id, None, body), Some(&old));
        let aborted =
            world.reply(stray).commands.iter().any(|c| matches!(c, Command::Alert(a) if a.code == Some(1223)));
        assert!(aborted, "{:?}", world.reply(stray));
    }
    // Another device with this one's token.
    let stray = world.send(&document(&device(2), 2, None, &bodies[0]), Some(&phone.token));
    assert!(world.reply(stray).commands.iter().any(|c| matches!(c, Command::Alert(a) if a.code == Some(1223))));
    assert!(world.ended.is_empty());
    phone.play(&mut world, ticket, NOTHING);
    assert_eq!(world.ended, [(Outcome::Updated, String::new())]);
}
