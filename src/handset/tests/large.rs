//! Large objects and small messages: values in pieces from the server, packages in pieces to it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::script::*;
use super::session::{codes, exchange, play, reverse};
use super::*;
use crate::syncml::document::{Command, Data, Item, Location, Message, Meta, Results, Verb};
use crate::syncml::{wbxml, xml};

const NODE: &str = "./CDMA/PRL/PrefRoamList";

/// One piece of a Replace.
fn piece(text: &str, size: Option<u32>, more_data: bool) -> Command {
    let meta = Meta { format: Some("b64".into()), size, ..Meta::default() };
    let item = Item {
        target: Some(Location::new(NODE)),
        meta: Some(meta),
        data: Some(Data::text(text)),
        more_data,
        ..Item::default()
    };
    access(Verb::Replace, vec![item])
}

fn script(turns: Vec<(Command, bool)>) -> Server {
    let mut server = Server::new([]);
    server.script = turns.into_iter().map(|(command, not_final)| Turn { commands: vec![command], not_final }).collect();
    server
}

fn stored(handset: &Handset) -> Vec<u8> {
    handset.tree.value("CDMA/PRL/PrefRoamList").unwrap().to_vec()
}

#[test]
fn pieces_are_put_together_and_stored_with_the_last() {
    let text = BASE64.encode([0xA5; 300]);
    let (first, rest) = text.split_at(150);
    let (second, third) = rest.split_at(150);
    let mut server = script(vec![
        (piece(first, Some(400), true), true),
        (piece(second, None, true), true),
        (piece(third, None, false), false),
    ]);
    let mut handset = handset();
    assert_eq!(play(&mut handset, &mut server).0, None);
    let replies: Vec<u32> = server.codes.iter().filter(|(name, _)| name == "Replace").map(|(_, code)| *code).collect();
    assert_eq!(replies, [213, 213, 200]);
    for message in &server.heard[1..3] {
        assert!(!message.is_final);
        let Some(Command::Alert(alert)) = message.commands.last() else { panic!("it asks for more") };
        assert_eq!(alert.code, Some(1222));
    }
    assert!(server.heard[3].is_final);
    assert_eq!(stored(&handset), [0xA5; 300]);
}

#[test]
fn a_wrong_size_a_huge_one_and_a_broken_object_leave_the_old_value() {
    let mut phone = handset();
    let mut server = script(vec![(piece("AAAA", Some(9), true), true), (piece("BBBB", None, false), false)]);
    assert_eq!(play(&mut phone, &mut server).0, None);
    assert_eq!(codes(&server)[3], ("Replace", 424));
    assert!(stored(&phone).is_empty());

    let mut phone = handset();
    let mut server = script(vec![(piece("AAAA", Some(1_000_000), true), false)]);
    assert_eq!(play(&mut phone, &mut server).0, None);
    assert_eq!(codes(&server)[1], ("Replace", 413));

    let mut phone = handset();
    let mut server = script(vec![(piece("AAAA", Some(8), true), true), (get(&["./DevInfo/Man"]), false)]);
    assert_eq!(play(&mut phone, &mut server).0, None);
    let Some(Command::Alert(alert)) = server.heard[2].commands.get(1) else { panic!("{:?}", server.heard[2]) };
    assert_eq!((alert.code, alert.items[0].source.as_ref().unwrap().uri.as_str()), (Some(1225), NODE));
    assert_eq!(codes(&server)[3], ("Get", 200));
    assert!(stored(&phone).is_empty());

    // The same command for another node is no piece of it.
    let mut phone = handset();
    let other = replace("./CDMA/NAM/CdmaNam", &[1, 2, 3]);
    let mut server = script(vec![(piece("AAAA", Some(8), true), true), (other, false)]);
    assert_eq!(play(&mut phone, &mut server).0, None);
    assert!(matches!(server.heard[2].commands.get(1), Some(Command::Alert(alert)) if alert.code == Some(1225)));
    assert_eq!(phone.tree.value("CDMA/NAM/CdmaNam"), Some([1, 2, 3].as_slice()));
    assert!(stored(&phone).is_empty());
}

#[test]
fn two_stacks_of_the_field_mistreat_pieces_each_in_its_way() {
    let turns = || {
        vec![
            (piece("AAAA", Some(12), true), true),
            (piece("BBBB", None, true), true),
            (piece("CCCC", None, false), false),
        ]
    };
    let cases = [(Profile::Libdmclient, [200, 200, 200], "AAAA"), (Profile::Motorola, [213, 213, 200], "CCCC")];
    for (profile, expected, kept) in cases {
        let mut handset = Handset::new(Build { profile, ..build() });
        let mut server = script(turns());
        server.good = if profile == Profile::Motorola { 200 } else { 212 };
        assert_eq!(play(&mut handset, &mut server).0, None, "{profile}");
        let replies: Vec<u32> =
            server.codes.iter().filter(|(name, _)| name == "Replace").map(|(_, code)| *code).collect();
        assert_eq!(replies, expected, "{profile}");
        assert_eq!(BASE64.encode(stored(&handset)), kept, "{profile}");
    }
}

/// Every Results of the handset, pieces put together, by URI. Checks the order of pieces, and Size.
fn found(server: &Server) -> Vec<(String, String)> {
    let results = server.heard.iter().flat_map(|message| &message.commands).filter_map(|command| match command {
        Command::Results(Results { items, .. }) => Some(items),
        _ => None,
    });
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open: Option<u32> = None;
    for item in results.flatten() {
        let text = item.data.as_ref().unwrap().as_text().unwrap();
        let uri = item.source.as_ref().unwrap().uri.clone();
        let size = item.meta.as_ref().and_then(|meta| meta.size);
        match open {
            Some(announced) => {
                let last = found.last_mut().unwrap();
                assert_eq!((&last.0, size), (&uri, None), "nothing stands between pieces");
                last.1.push_str(text);
                if !item.more_data {
                    assert_eq!(last.1.len(), announced as usize);
                }
            }
            None => found.push((uri, text.to_owned())),
        }
        open = item.more_data.then(|| open.or(size).expect("the first piece tells the whole size"));
    }
    assert_eq!(open, None);
    found
}

#[test]
fn a_package_longer_than_the_server_takes_goes_in_several_messages() {
    let names = ["DevId", "Man", "Mod", "DmV", "Lang"].map(|name| format!("./DevInfo/{name}"));
    let uris: Vec<&str> = names.iter().map(String::as_str).chain([NODE]).collect();
    for (bound, encoding) in [(1_500, Encoding::Xml), (1_200, Encoding::Xml), (600, Encoding::Wbxml)] {
        let mut handset = handset();
        handset.tree.set_value("CDMA/PRL/PrefRoamList", vec![0x5A; 3_000]);
        let mut server = Server::new([vec![get(&uris)], vec![get(&["./DevInfo/Man"])]]);
        (server.asks, server.resp_uri) = (true, None);
        server.bounds = Some(Meta { max_msg_size: Some(bound), ..Meta::default() });
        let mut draw = draw();
        let (mut session, mut message) = Session::start(&mut handset, Initiator::Client, &mut draw);
        session.measure_in(encoding);
        let length = |message: &Message| match encoding {
            Encoding::Xml => xml::write(message).unwrap().len(),
            Encoding::Wbxml => wbxml::write(message).unwrap().len(),
        };
        for turn in 0.. {
            assert!(turn < 30, "the session ends");
            assert!(turn == 0 || length(&message) <= bound as usize, "{} > {bound}", length(&message));
            match session.handle(&mut handset, &server.answer(&message), &mut draw) {
                Next::Send(next) => message = next,
                Next::Done(cause) => {
                    assert_eq!(cause, None);
                    break;
                }
            }
        }
        let finals = server.heard.iter().filter(|message| message.is_final).count();
        assert_eq!(finals, 3, "package 1, the long one, and the last");
        assert!(server.heard.len() > 5, "{} messages", server.heard.len());
        let mut found = found(&server);
        assert_eq!(found.pop(), Some(("./DevInfo/Man".into(), "akeyd".into())));
        assert_eq!(found.pop(), Some((NODE.into(), BASE64.encode([0x5A; 3_000]))));
        assert_eq!(found.iter().map(|(uri, _)| uri.as_str()).collect::<Vec<_>>(), uris[..5]);
        assert!(server.codes.iter().filter(|(name, _)| name == "Alert").all(|(_, code)| *code == 200));
    }
}

#[test]
fn an_exchange_fits_through_small_messages() {
    let mut handset = handset();
    let mut server = Server::new(exchange());
    server.asks = true;
    server.bounds = Some(Meta { max_msg_size: Some(700), ..Meta::default() });
    let (cause, _) = play(&mut handset, &mut server);
    assert_eq!((cause, &server.reverse), (None, &reverse()));
}

#[test]
fn a_server_that_ends_the_session_within_a_package_is_told_apart() {
    let mut handset = handset();
    handset.tree.set_value("CDMA/PRL/PrefRoamList", vec![0x5A; 3_000]);
    let mut server = Server::new([vec![get(&[NODE])]]);
    server.bounds = Some(Meta { max_msg_size: Some(1_000), ..Meta::default() });
    let (cause, _) = play(&mut handset, &mut server);
    let expected = "it ended the session within a package of the handset";
    assert_eq!(cause, Some(Cause::ServerMisbehaved(expected.into())));
}

#[test]
fn a_value_above_the_servers_max_obj_size_is_413() {
    let mut handset = handset();
    handset.tree.set_value("CDMA/PRL/PrefRoamList", vec![0x5A; 100]);
    let mut server = Server::new([vec![get(&[NODE, "./DevInfo/Man"])]]);
    server.bounds = Some(Meta { max_obj_size: Some(100), ..Meta::default() });
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert_eq!(codes(&server), [("SyncHdr", 212), ("Get", 413), ("Get", 200)]);
}
