//! Lists of commands: Sequence, Atomic, order, and messages that must stay small.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::dm::request::Payload;
use crate::syncml::document::{Grouping, Meta, Verb};

fn talk(profile: Profile) -> Talk {
    Talk::open(PACKAGE_1, Opening { profile: Arc::new(profile), ..opening(None) }).0
}

fn names(message: &Message) -> Vec<&str> {
    message.commands.iter().filter(|command| !matches!(command, Command::Status(_))).map(Command::name).collect()
}

fn status(msg_ref: u32, cmd_ref: u32, code: u32) -> String {
    format!("<Status><CmdID>1</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{cmd_ref}</CmdRef><Data>{code}</Data></Status>")
}

fn exec(tag: u32) -> Errand {
    let correlator = format!("00000000000000e{tag}");
    Errand { tag, request: Request::Exec("./CDMA/AKey/X/1/Compute".into(), None), correlator }
}

fn codes(received: &Received) -> Vec<(u32, u32)> {
    let mut codes: Vec<_> = received.answers.iter().map(|(tag, answer)| (*tag, answer.code.0)).collect();
    codes.sort_unstable();
    codes
}

#[test]
fn each_command_is_written_as_handsets_want_it() {
    let mut talk = open();
    let node = "./CDMA/AKey/X/00000000000000e1";
    let reply = talk.say([
        errand(1, Request::Add(node.into(), None)),
        errand(2, Request::Replace(format!("{node}/Revision"), Payload::Int(2))),
        errand(3, Request::Replace(format!("{node}/P"), Payload::Octets(vec![0xff; 3]))),
        errand(4, Request::Add(format!("{node}/Note"), Some(Payload::Text("a & b".into())))),
        errand(5, Request::Copy { from: "./A/B".into(), to: "./C/D".into() }),
        errand(6, Request::Exec(format!("{node}/Derive"), Some(Payload::Octets(vec![1])))),
        errand(7, Request::Delete(node.into())),
        errand(8, Request::Get(node.into())),
    ]);
    let text = String::from_utf8(xml::write(&reply).unwrap()).unwrap();
    let meta = |format: &str, type_: &str| {
        format!(
            "<Meta><Format xmlns='syncml:metinf'>{format}</Format><Type xmlns='syncml:metinf'>{type_}</Type></Meta>"
        )
    };
    for part in [
        format!("<Add><CmdID>4</CmdID><Item><Target><LocURI>{node}</LocURI></Target><Meta><Format xmlns='syncml:metinf'>node</Format></Meta></Item></Add>"),
        format!("<LocURI>{node}/Revision</LocURI></Target>{}<Data>2</Data></Item></Replace>", meta("int", "text/plain")),
        format!("<LocURI>{node}/P</LocURI></Target>{}<Data>////</Data></Item></Replace>", meta("b64", "application/octet-stream")),
        format!("<LocURI>{node}/Note</LocURI></Target>{}<Data>a &amp; b</Data></Item></Add>", meta("chr", "text/plain")),
        "<Copy><CmdID>8</CmdID><Item><Target><LocURI>./C/D</LocURI></Target><Source><LocURI>./A/B</LocURI></Source></Item></Copy>".into(),
        format!("<Exec><CmdID>9</CmdID><Correlator>00000000000000c1</Correlator><Item><Target><LocURI>{node}/Derive</LocURI></Target>{}<Data>AQ==</Data></Item></Exec>", meta("b64", "application/octet-stream")),
        format!("<Delete><CmdID>10</CmdID><Item><Target><LocURI>{node}</LocURI></Target></Item></Delete>"),
        format!("<Get><CmdID>11</CmdID><Item><Target><LocURI>{node}</LocURI></Target></Item></Get>"),
    ] {
        assert!(text.contains(&part), "{part}\n{text}");
    }
    let body: String = (4..=11).map(|cmd_id| status(1, cmd_id, 200 + u32::from(cmd_id == 9) * 2)).collect();
    let received = talk.hear(2, &(body + "<Final/>"));
    assert_eq!(codes(&received), [1, 2, 3, 4, 5, 7, 8].map(|tag| (tag, 200)), "the Exec was taken: 202, and goes on");
    assert!(talk.0.is_put_off());
}

#[test]
fn an_exec_says_its_end_in_a_status_in_an_item_or_in_an_alert() {
    let mut talk = open();
    talk.say([exec(1), exec(2), exec(3)]);
    let failed = "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Data>500</Data><Item><Data>10</Data></Item></Status>";
    let alert = "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>00000000000000e3</Correlator><Item><Meta>\
        <Type xmlns='syncml:metinf'>Reversed-Domain-Name: org.akeyd.step</Type></Meta><Data>0</Data></Item></Alert>";
    let body = status(1, 4, 200) + failed + alert + &status(1, 6, 202) + "<Final/>";
    let received = talk.hear(2, &body);
    let mut answers: Vec<_> = received
        .answers
        .iter()
        .map(|(tag, answer)| (*tag, answer.code.0, answer.value.as_ref().map(|value| value.text().unwrap())))
        .collect();
    answers.sort_unstable();
    assert_eq!(answers, [(1, 200, None), (2, 500, Some("10")), (3, 202, Some("0"))]);
}

#[test]
fn a_sequence_is_one_command_where_the_model_has_it() {
    let mut talk = talk(Profile { sequence: true, ..Profile::default() });
    assert_eq!(talk.0.ask(Batch::Sequence(vec![exec(1), exec(2)])), []);
    let reply = talk.0.package(NOW).message;
    let Some(Command::Group(group)) = reply.commands.last() else { panic!("{reply:?}") };
    assert_eq!((group.grouping, group.cmd_id), (Grouping::Sequence, 4));
    assert_eq!(group.commands.iter().map(Command::cmd_id).collect::<Vec<_>>(), [5, 6]);
    let received = talk.hear(2, &(status(1, 4, 200) + &status(1, 5, 200) + &status(1, 6, 404) + "<Final/>"));
    assert_eq!(codes(&received), [(1, 200), (2, 404)]);

    // Refused as a whole: nobody says anything of the members.
    talk.0.ask(Batch::Sequence(vec![exec(3), get(4, "./x")]));
    let reply = talk.0.package(NOW).message;
    let received = talk.hear(3, &(status(2, reply.commands.last().unwrap().cmd_id(), 406) + "<Final/>"));
    assert_eq!(codes(&received), [(3, 406), (4, 406)]);
}

#[test]
fn a_sequence_goes_out_one_by_one_where_the_model_has_none() {
    let mut talk = open();
    talk.0.ask(Batch::One(get(9, "./x")));
    talk.0.ask(Batch::Sequence(vec![exec(1), exec(2), exec(3)]));
    assert_eq!(names(&talk.0.package(NOW).message), ["Get"], "a package of its own for each");
    let received = talk.hear(2, &(status(1, 4, 404) + "<Final/>"));
    assert_eq!(codes(&received), [(9, 404)]);
    let reply = talk.0.package(NOW).message;
    assert_eq!(names(&reply), ["Exec"]);
    assert_eq!(codes(&talk.hear(3, &(status(2, 2, 200) + "<Final/>"))), [(1, 200)]);
    assert!(talk.0.is_ready(NOW));
    assert_eq!(names(&talk.0.package(NOW).message), ["Exec"]);
    // The second fails: the third is not sent.
    assert_eq!(codes(&talk.hear(4, &(status(3, 2, 500) + "<Final/>"))), [(2, 500), (3, 215)]);
    assert!(!talk.0.is_ready(NOW) && !talk.0.is_waiting());
}

#[test]
fn a_sequence_that_is_too_long_for_a_small_handset_goes_out_in_pieces() {
    let set = |tag| errand(tag, Request::Replace(format!("./{tag}"), Payload::Octets(vec![7; 255])));
    let mut talk = small(Profile { sequence: true, ..Profile::default() }, 2_000, None);
    assert_eq!(talk.0.ask(Batch::Sequence(vec![set(1), set(2), set(3)])), []);
    let reply = talk.0.package(NOW).message;
    assert_eq!(names(&reply), ["Replace"]);
    assert_eq!(codes(&talk.hear(2, &(status(1, 4, 200) + "<Final/>"))), [(1, 200)]);
    // What is left may be short enough.
    let reply = talk.0.package(NOW).message;
    assert_eq!(names(&reply), ["Sequence"]);
    let received = talk.hear(3, &(status(2, 2, 200) + &status(2, 3, 200) + &status(2, 4, 200) + "<Final/>"));
    assert_eq!(codes(&received), [(2, 200), (3, 200)]);
    assert!(!talk.0.is_waiting());
}

#[test]
fn an_atomic_is_sent_only_to_a_model_that_has_it() {
    let set = |tag| errand(tag, Request::Replace("./x".into(), Payload::Int(1)));
    let mut none = open();
    let answers = none.0.ask(Batch::Atomic(vec![set(1), set(2)]));
    assert_eq!(brought(&answers), [(1, Err(406)), (2, Err(406))]);
    assert!(!none.0.is_ready(NOW));

    let mut has = talk(Profile { atomic: true, ..Profile::default() });
    assert_eq!(has.0.ask(Batch::Atomic(vec![set(1), set(2)])), []);
    let reply = has.0.package(NOW).message;
    assert!(matches!(reply.commands.last(), Some(Command::Group(group)) if group.grouping == Grouping::Atomic));
    // As one engine answers: the group failed, one is undone, one was the cause.
    let received = has.hear(2, &(status(1, 4, 507) + &status(1, 5, 216) + &status(1, 6, 404) + "<Final/>"));
    assert_eq!(codes(&received), [(1, 216), (2, 404)]);
}

fn small(profile: Profile, octets: u32, object: Option<u32>) -> Talk {
    let mut package = message(1, PACKAGE_1);
    let meta = Meta { max_msg_size: Some(octets), max_obj_size: object, ..Default::default() };
    package.header.meta = Some(meta);
    Talk(Session::open(&package, Opening { profile: Arc::new(profile), ..opening(None) }, NOW).0)
}

#[test]
fn messages_stay_below_what_the_handset_takes() {
    let mut talk = small(Profile::default(), 2_000, None);
    for tag in 1..=9 {
        let set = Request::Replace(format!("./CDMA/AKey/X/1/Value{tag}"), Payload::Octets(vec![7; 90]));
        assert_eq!(talk.0.ask(Batch::One(errand(tag, set))), []);
    }
    let (mut msg_id, mut done) = (1, Vec::new());
    while talk.0.is_ready(NOW) {
        let reply = talk.0.package(NOW).message;
        assert!(xml::write(&reply).unwrap().len() <= 2_000 && reply.is_final);
        let sets =
            reply.commands.iter().filter(|command| matches!(command, Command::Access(a) if a.verb == Verb::Replace));
        let body: String = sets.map(|command| status(msg_id, command.cmd_id(), 200)).collect();
        msg_id += 1;
        done.extend(codes(&talk.hear(msg_id, &(body + "<Final/>"))));
    }
    assert_eq!(done, (1..=9).map(|tag| (tag, 200)).collect::<Vec<_>>());
    assert!(msg_id > 3, "it took {msg_id} messages");
}

#[test]
fn what_is_too_large_for_the_handset_is_not_sent() {
    let large = || errand(1, Request::Replace("./x".into(), Payload::Octets(vec![7; 3_000])));
    let mut talk = small(Profile::default(), 2_000, None);
    assert_eq!(brought(&talk.0.ask(Batch::One(large()))), [(1, Err(413))], "no chunks for this model");
    let mut talk = small(Profile { large_objects: true, ..Profile::default() }, 2_000, Some(3_999));
    assert_eq!(brought(&talk.0.ask(Batch::One(large()))), [(1, Err(413))], "above MaxObjSize");
    let mut talk = small(Profile { large_objects: true, ..Profile::default() }, 700, None);
    assert_eq!(brought(&talk.0.ask(Batch::One(large()))), [(1, Err(413))], "no room for a single chunk");

    // It may change its mind.
    let mut talk = small(Profile::default(), 20_000, None);
    assert_eq!(talk.0.ask(Batch::One(get(2, "./y"))), []);
    talk.0.package(NOW);
    assert_eq!(talk.0.ask(Batch::One(large())), []);
    let mut next = message(2, &(status(1, 4, 404) + "<Final/>"));
    next.header.meta = Some(Meta { max_msg_size: Some(2_000), ..Default::default() });
    let received = talk.0.receive(&next, Arrival { now: NOW, mac: None, nonce: vec![] });
    assert_eq!(codes(&received), [(1, 413), (2, 404)]);
}

#[test]
fn a_large_object_goes_out_in_chunks_that_add_up() {
    let mut talk = small(Profile { large_objects: true, ..Profile::default() }, 2_000, Some(10_000));
    let octets: Vec<u8> = (0..3_000_u32).map(|n| n as u8).collect();
    talk.0.ask(Batch::One(errand(1, Request::Replace("./x".into(), Payload::Octets(octets.clone())))));
    talk.0.ask(Batch::One(get(2, "./y")));
    let (mut msg_id, mut data, mut chunks) = (1, Vec::new(), 0);
    loop {
        let reply = talk.0.package(NOW).message;
        assert!(xml::write(&reply).unwrap().len() <= 2_000);
        let Some(Command::Access(access)) = reply.commands.last() else { panic!("{reply:?}") };
        if access.verb == Verb::Get {
            break;
        }
        let item = &access.items[0];
        data.extend_from_slice(&item.data.as_ref().unwrap().0);
        chunks += 1;
        assert_eq!(item.meta.as_ref().unwrap().size, (chunks == 1).then_some(4_000), "in the first chunk alone");
        assert_eq!(reply.is_final, !item.more_data, "the package goes on until the object is whole");
        let (code, rest) =
            if item.more_data { (213, "<Alert><CmdID>9</CmdID><Data>1222</Data></Alert>") } else { (200, "<Final/>") };
        let body = status(msg_id, access.cmd_id, code) + rest;
        msg_id += 1;
        let received = talk.hear(msg_id, &body);
        assert_eq!(received.then, Then::Go);
        assert_eq!(codes(&received), if item.more_data { vec![] } else { vec![(1, 200)] });
    }
    assert!(chunks >= 3);
    assert_eq!(STANDARD.decode(data).unwrap(), octets);
}

#[test]
fn an_object_that_is_refused_half_way_is_given_up() {
    for answer in [
        "<Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Data>420</Data></Status>",
        "<Alert><CmdID>2</CmdID><Data>1225</Data></Alert>",
    ] {
        let mut talk = small(Profile { large_objects: true, ..Profile::default() }, 2_000, None);
        talk.0.ask(Batch::One(errand(1, Request::Replace("./x".into(), Payload::Octets(vec![7; 3_000])))));
        assert!(!talk.0.package(NOW).message.is_final);
        let received = talk.hear(2, answer);
        let code = if answer.contains("420") { 420 } else { 424 };
        assert_eq!((received.then, codes(&received)), (Then::Go, vec![(1, code)]));
        assert!(!talk.0.is_ready(NOW));
    }
}
