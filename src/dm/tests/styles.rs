//! The four carrier styles, and how an answer is found that does not say whose it is.

use super::*;
use crate::dm::profile::CarrierProfile;

fn profile(style: Style) -> Arc<Profile> {
    let carrier = CarrierProfile { style, ..CarrierProfile::default() };
    Arc::new(Profile { carrier, ..Profile::default() })
}

fn talk(style: Style) -> Talk {
    Talk::open(PACKAGE_1, Opening { profile: profile(style), ..opening(None) }).0
}

fn status(msg_ref: u32, cmd_ref: u32, cmd: &str, code: u32) -> String {
    format!(
        "<Status><CmdID>{cmd_ref}</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{cmd_ref}</CmdRef><Cmd>{cmd}</Cmd><Data>{code}</Data></Status>"
    )
}

fn results(msg_ref: u32, cmd_ref: u32, data: &str) -> String {
    format!(
        "<Results><CmdID>9</CmdID><MsgRef>{msg_ref}</MsgRef><CmdRef>{cmd_ref}</CmdRef><Item><Data>{data}</Data></Item></Results>"
    )
}

/// Verb and node of the last command of a message, and its CmdID.
fn asked(message: &Message) -> (String, String, u32) {
    let command = message.commands.last().unwrap();
    let item = match command {
        Command::Access(access) => &access.items[0],
        Command::Exec(exec) => &exec.item,
        other => panic!("{other:?}"),
    };
    (command.name().to_owned(), item.target.clone().unwrap().uri, command.cmd_id())
}

#[test]
fn an_answer_is_fetched_at_once_and_then_less_and_less_often() {
    for (style, verb) in [(Style::ExecGet, "Exec"), (Style::ReplaceGet, "Replace")] {
        let mut talk = talk(style);
        let (name, node, cmd_id) = asked(&talk.say([carry(&[2, 2])]));
        assert_eq!((name.as_str(), node.as_str()), (verb, "./CDMA/OTASP/Req"));
        assert_eq!(talk.hear(2, &(status(1, cmd_id, verb, 200) + "<Final/>")).answers, []);
        assert!(talk.0.is_ready(NOW), "the first Get in the next package");
        let mut now = NOW;
        let mut msg_id = 2;
        for pause in [1_000, 2_000, 4_000] {
            let (name, node, cmd_id) = asked(&talk.0.package(now).message);
            assert_eq!((name.as_str(), node.as_str()), ("Get", "./CDMA/OTASP/Rsp"));
            let body = status(msg_id, cmd_id, "Get", 200) + &results(msg_id, cmd_id, "") + "<Final/>";
            msg_id += 1;
            assert_eq!(talk.hear_at(now, msg_id, &body).answers, []);
            assert!(!talk.0.is_put_off(), "something can be done for it");
            assert_eq!(talk.0.due(), Some(now.plus(pause)));
            assert!(!talk.0.is_ready(now.plus(pause - 1)));
            now = now.plus(pause);
            assert!(talk.0.is_ready(now));
        }
        let (_, _, cmd_id) = asked(&talk.0.package(now).message);
        let body = status(msg_id, cmd_id, "Get", 200) + &results(msg_id, cmd_id, "AgA=") + "<Final/>";
        assert_eq!(brought(&talk.hear_at(now, msg_id + 1, &body).answers), [(1, Ok(vec![2, 0]))]);
        assert!(!talk.0.is_waiting());
    }
}

#[test]
fn an_answer_may_be_fetched_in_a_later_session() {
    let mut first = talk(Style::ReplaceGet);
    first.say([carry(&[5])]);
    let late = first.0.close();
    let profile = profile(Style::ReplaceGet);
    let (mut next, _) = Talk::open(PACKAGE_1, Opening { profile, late, ..opening(None) });
    assert!(next.0.is_ready(NOW));
    let (name, node, cmd_id) = asked(&next.0.package(NOW).message);
    assert_eq!((name.as_str(), node.as_str()), ("Get", "./CDMA/OTASP/Rsp"));
    let body = status(1, cmd_id, "Get", 200) + &results(1, cmd_id, "BQA=") + "<Final/>";
    assert_eq!(brought(&next.hear(2, &body).answers), [(1, Ok(vec![5, 0]))]);
}

#[test]
fn a_node_that_cannot_be_written_or_read_says_so() {
    let mut writing = talk(Style::ReplaceGet);
    let (_, _, cmd_id) = asked(&writing.say([carry(&[5])]));
    let refused = status(1, cmd_id, "Replace", 404) + "<Final/>";
    let answers = writing.hear(2, &refused).answers;
    assert_eq!(brought(&answers), [(1, Err(404))]);
    assert!(!answers[0].1.fetching, "the handset never had the message");

    let mut reading = talk(Style::ExecGet);
    let (_, _, cmd_id) = asked(&reading.say([carry(&[5])]));
    reading.hear(2, &(status(1, cmd_id, "Exec", 200) + "<Final/>"));
    let (_, _, cmd_id) = asked(&reading.0.package(NOW).message);
    let refused = status(2, cmd_id, "Get", 405) + "<Final/>";
    let answers = reading.hear(3, &refused).answers;
    assert_eq!(brought(&answers), [(1, Err(405))]);
    assert!(answers[0].1.fetching, "the handset has the message");
}

#[test]
fn answers_without_numbers_are_found_by_their_node() {
    // A Status without CmdRef but with its command and node; Results that name nothing but their source.
    let mut reading = Talk::open(PACKAGE_1, opening(None)).0;
    reading.say([get(1, "./CDMA/AKey/Ver"), get(2, "./CDMA/AKey/Revisions")]);
    let status = |uri: &str, code: u32| {
        format!("<Status><CmdID>1</CmdID><Cmd>Get</Cmd><TargetRef>{uri}</TargetRef><Data>{code}</Data></Status>")
    };
    let results = |uri: &str, data: &str| {
        format!(
            "<Results><CmdID>2</CmdID><CmdRef>77</CmdRef><Item><Source><LocURI>{uri}</LocURI></Source><Data>{data}</Data></Item></Results>"
        )
    };
    let body = [
        status("./CDMA/AKey/Revisions", 200),
        status("./CDMA/AKey/Ver", 200),
        results("CDMA/AKey/Revisions", "2,4"),
        results("./CDMA/AKey/Ver", "1"),
        "<Final/>".into(),
    ];
    let mut answers = brought(&reading.hear(2, &body.concat()).answers);
    answers.sort_unstable();
    assert_eq!(answers, [(1, Ok(b"1".to_vec())), (2, Ok(b"2,4".to_vec()))]);

    // An alert that names the response node, of a type that nobody configured.
    let mut carrying = open();
    carrying.say([carry(&[2, 2])]);
    let alert = "<Alert><CmdID>3</CmdID><Data>1226</Data><Item><Source><LocURI>./CDMA/OTASP/Rsp</LocURI></Source><Meta>\
        <Type xmlns='syncml:metinf'>com.example</Type></Meta><Data>AgA=</Data></Item></Alert><Final/>";
    assert_eq!(brought(&carrying.hear(2, alert).answers), [(1, Ok(vec![2, 0]))]);
}

#[test]
fn of_several_items_of_an_alert_the_one_of_our_type_counts() {
    let mut talk = open();
    talk.say([carry(&[2, 2])]);
    let item = |type_: &str, data: &str| {
        format!("<Item><Meta><Type xmlns='syncml:metinf'>{type_}</Type></Meta><Data>{data}</Data></Item>")
    };
    let body = format!(
        "<Alert><CmdID>3</CmdID><Data>1226</Data><Correlator>00000000000000c1</Correlator>{}{}</Alert><Final/>",
        item("com.example.battery", "full"),
        item("org.akeyd.otasp", "AgA=")
    );
    assert_eq!(brought(&talk.hear(2, &body).answers), [(1, Ok(vec![2, 0]))]);
}

#[test]
fn a_handset_of_version_1_1_is_sent_no_correlator() {
    let mut package = message(1, PACKAGE_1);
    package.header.ver_dtd = "1.1".into();
    package.header.ver_proto = "DM/1.1".into();
    let profile = profile(Style::ExecResults);
    let (session, _) = Session::open(&package, Opening { profile, ..opening(None) }, NOW);
    let reply = Talk(session).say([carry(&[2, 2])]);
    assert_eq!((reply.header.ver_dtd.as_str(), reply.header.ver_proto.as_str()), ("1.1", "DM/1.1"));
    assert!(matches!(reply.commands.last(), Some(Command::Exec(exec)) if exec.correlator.is_none()));
}
