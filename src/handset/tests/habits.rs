//! What each stack of the field does otherwise than the standard has it, row by row of what was seen of them, as octets
//! and documents.

use super::script::*;
use super::session::{codes, exchange, live_key, play, play_with, reverse};
use super::*;
use crate::handset::Handset;
use crate::handset::sloppy;
use crate::syncml::document::*;
use crate::syncml::{wbxml, xml};
use crate::words::Dialect;

fn like(profile: Profile) -> Handset {
    let carrier = Carrier { style: profile.habits().style, ..Carrier::default() };
    Handset::new(Build { carrier, profile, ..build() })
}

/// A message as this client writes it.
fn written(handset: &Handset, message: &Message, encoding: Encoding) -> Vec<u8> {
    sloppy::write(message, encoding, handset.habits.sloppy, handset.habits.wbxml_form).unwrap()
}

fn text_of(handset: &Handset, message: &Message) -> String {
    String::from_utf8(written(handset, message, Encoding::Xml)).unwrap()
}

fn start(handset: &mut Handset) -> Message {
    Session::start(handset, Initiator::Client, &mut draw()).1
}

#[test]
fn the_first_message_differs() {
    let header = |profile| {
        let mut handset = like(profile);
        let message = start(&mut handset);
        (message.header, message.commands.iter().map(Command::cmd_id).collect::<Vec<_>>())
    };
    let (standard, ids) = header(Profile::Standard);
    assert_eq!((standard.source.name.as_deref(), standard.target.name), (Some("Bruce2"), None));
    assert_eq!((standard.session_id.as_str(), ids), ("101", vec![1, 2]));
    assert!(standard.cred.is_some());

    let (libdmclient, _) = header(Profile::Libdmclient);
    assert_eq!((libdmclient.source.name, libdmclient.session_id.as_str()), (None, "257"));
    assert_eq!(libdmclient.meta.unwrap().max_msg_size, Some(16_384));
    assert!(libdmclient.cred.is_some());

    let (motorola, _) = header(Profile::Motorola);
    assert_eq!((motorola.source.name.as_deref(), motorola.target.name.as_deref()), (Some("Bruce2"), Some("akeyd")));
    assert_eq!(motorola.meta.unwrap().max_msg_size, Some(122_880));

    let (hostap, ids) = header(Profile::Hostap);
    assert_eq!((hostap.session_id.as_str(), hostap.cred, ids), ("1", None, vec![1, 1]));
    assert_eq!(hostap.meta.unwrap().max_msg_size, None);
}

#[test]
fn hostap_proves_itself_when_asked_and_asks_nothing() {
    let mut handset = like(Profile::Hostap);
    let mut server = Server::new([vec![get(&["./DevInfo/Man"])]]);
    let (cause, _) = play_with(&mut handset, &mut server, |mut message| {
        message.header.cred = None;
        message
    });
    assert_eq!(cause, None);
    assert_eq!(server.heard[0].header.cred, None);
    assert!(server.heard[1].header.cred.is_some());
    let text = text_of(&handset, &server.heard[2]);
    let status = "<Status><CmdID>1</CmdID><MsgRef>2</MsgRef><Cmd>SyncHdr</Cmd><Data>200</Data></Status>";
    assert!(text.contains(status), "no CmdRef, no references: {text}");
    let status =
        "<Status><CmdID>2</CmdID><MsgRef>2</MsgRef><CmdRef>4</CmdRef><Cmd>Get</Cmd><Data>200</Data><TargetRef>";
    assert!(text.contains(status), "Data first: {text}");
}

#[test]
fn libdmclient_puts_the_correlator_first_in_both_encodings() {
    let mut handset = like(Profile::Libdmclient);
    let mut server = Server::new(exchange());
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert_eq!((server.reverse.clone(), live_key(&handset)), (reverse(), hex(vector::A_KEY)));
    let message = &server.heard[1];
    let text = text_of(&handset, message);
    assert!(text.contains("<Alert><CmdID>2</CmdID><Correlator>01</Correlator><Data>1226</Data><Item>"), "{text}");
    let octets = written(&handset, message, Encoding::Wbxml);
    let expected = b"\x46\x4B\x032\0\x01\x7C\x0301\0\x01\x4F\x031226\0\x01";
    assert!(octets.windows(expected.len()).any(|window| window == expected), "{octets:02x?}");
    // Whoever reads in any order reads the same.
    assert_eq!(xml::read(text.as_bytes()).unwrap(), *message);
    assert_eq!(wbxml::read(&octets).unwrap(), *message);
}

#[test]
fn libdmclient_ends_a_property_with_nul() {
    let mut handset = like(Profile::Libdmclient);
    let mut server = Server::new([vec![get(&["./DevInfo/Man?prop=Format"])]]);
    assert_eq!(play(&mut handset, &mut server).0, None);
    let octets = written(&handset, &server.heard[1], Encoding::Xml);
    let expected = b"<Data>chr\0</Data>";
    assert!(octets.windows(expected.len()).any(|window| window == expected));
    let octets = written(&handset, &server.heard[1], Encoding::Wbxml);
    let expected = b"\x4F\xC3\x04chr\0\x01";
    assert!(octets.windows(expected.len()).any(|window| window == expected), "{octets:02x?}");
}

#[test]
fn libdmclient_gives_up_on_a_server_that_shows_nothing() {
    let mut handset = like(Profile::Libdmclient);
    let mut server = Server::new(exchange());
    let (cause, _) = play_with(&mut handset, &mut server, |mut message| {
        message.header.cred = None;
        message
    });
    assert_eq!(cause, Some(Cause::ServerUnproven));
    assert_eq!(codes(&server), [("SyncHdr", 0)]);
    // A stale nonce is another matter.
    let mut handset = like(Profile::Libdmclient);
    let mut server = Server::new(exchange());
    server.server_nonce = b"long gone".to_vec();
    assert_eq!(play(&mut handset, &mut server).0, None);
    assert_eq!(codes(&server)[0], ("SyncHdr", 401));
}

#[test]
fn commands_that_a_stack_does_not_know() {
    let copy = || {
        let source = Some(Location::new("./DevInfo/Man"));
        access(Verb::Copy, vec![Item { target: Some(Location::new("./New")), source, ..Item::default() }])
    };
    let told = |profile: Profile, command: Command| {
        let mut handset = like(profile);
        let mut server = Server::new([vec![command]]);
        server.good = if profile == Profile::Motorola { 200 } else { 212 };
        let (cause, _) = play(&mut handset, &mut server);
        let codes: Vec<(String, u32)> = server.codes.iter().skip(1).cloned().collect();
        (cause, codes.into_iter().filter(|(name, _)| name != "SyncHdr").collect::<Vec<_>>())
    };
    let answer = |name: &str, code: u32| (None, vec![(name.to_owned(), code)]);
    let atomic = || group(Grouping::Atomic, vec![text(Verb::Add, "./A", "x")]);
    let sequence = || group(Grouping::Sequence, vec![get(&["./DevInfo/Man"])]);
    for (profile, code) in [
        (Profile::Standard, 200),
        (Profile::Libdmclient, 501),
        (Profile::Motorola, 200),
        (Profile::Hostap, 501),
        (Profile::ReplaceGet, 200),
    ] {
        assert_eq!(told(profile, copy()), answer("Copy", code), "{profile}");
    }
    assert_eq!(told(Profile::Libdmclient, atomic()), answer("Add", 200), "no Status for Atomic");
    assert_eq!(told(Profile::Hostap, atomic()), answer("Atomic", 501));
    assert_eq!(told(Profile::Hostap, sequence()), answer("Sequence", 501));
    assert!(matches!(told(Profile::Libdmclient, sequence()).0, Some(Cause::ServerMisbehaved(_))), "it crashed");
    assert_eq!(told(Profile::Hostap, exec("1", &[6])), answer("Exec", 404));
    assert_eq!(told(Profile::ReplaceGet, exec("1", &[6])), answer("Exec", 406));
    assert_eq!(told(Profile::Libdmclient, alert(1223)), answer("Alert", 406), "an abort is not understood");
    assert_eq!(told(Profile::Libdmclient, alert(1222)), answer("Alert", 406));
    assert_eq!(told(Profile::Libdmclient, get(&["./DevInfo?list=TNDS"])), answer("Get", 406));
}

#[test]
fn lists_show_a_subtree() {
    let mut handset = handset();
    let script = [vec![
        get(&["./DevInfo?list=Struct"]),
        get(&["./DevInfo?list=StructData"]),
        get(&["./DevDetail/URI?list=TNDS"]),
        get(&["./DMAcc?list=Struct"]),
        get(&["./DevInfo?list=Nonsense", "./Nothing?list=Struct"]),
    ]];
    let mut server = Server::new(script);
    assert_eq!(play(&mut handset, &mut server).0, None);
    let gets: Vec<u32> = server.codes.iter().filter(|(name, _)| name == "Get").map(|(_, code)| *code).collect();
    assert_eq!(gets, [200, 200, 200, 200, 406, 404]);
    let results: Vec<&Results> = server.heard[1]
        .commands
        .iter()
        .filter_map(|command| if let Command::Results(results) = command { Some(results) } else { None })
        .collect();
    let uris = |results: &Results| -> Vec<String> {
        results.items.iter().map(|item| item.source.as_ref().unwrap().uri.clone()).collect()
    };
    let expected = ["", "/DevId", "/DmV", "/Lang", "/Man", "/Mod"].map(|name| format!("./DevInfo{name}"));
    assert_eq!(uris(results[0]), expected);
    assert!(results[0].items.iter().all(|item| item.data.is_none()));
    assert_eq!(uris(results[1]), expected);
    assert_eq!(results[1].items[4].data, Some(Data::text("akeyd")));
    let tnds = results[2].items[0].data.as_ref().unwrap().as_text().unwrap();
    assert_eq!(
        tnds,
        "<MgmtTree xmlns='syncml:dmddf1.2'><VerDTD>1.2</VerDTD>\
         <Node><NodeName>URI</NodeName><Path>./DevDetail</Path><RTProperties><Format><node/></Format></RTProperties>\
         <Node><NodeName>MaxDepth</NodeName><RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties><Value>16</Value></Node>\
         <Node><NodeName>MaxSegLen</NodeName><RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties><Value>64</Value></Node>\
         <Node><NodeName>MaxTotLen</NodeName><RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties><Value>255</Value></Node>\
         </Node></MgmtTree>"
    );
    assert!(uris(results[3]).iter().all(|uri| !uri.contains("Secret") && !uri.contains("AAuthData")), "no secrets");
}

#[test]
fn motorola_leaves_out_what_the_defaults_say() {
    let mut handset = like(Profile::Motorola);
    let mut server = Server::new([vec![get(&["./DevInfo/Man", "./CDMA/NAM/CdmaNam"])]]);
    server.good = 200;
    server.bounds = Some(Meta { max_msg_size: Some(5_000), ..Meta::default() });
    handset.tree.set_value("CDMA/NAM/CdmaNam", [1, 2, 3]);
    assert_eq!(play(&mut handset, &mut server).0, None);
    let Command::Access(replace) = &server.heard[0].commands[1] else { panic!() };
    assert!(replace.items.iter().all(|item| item.meta.is_none()));
    let Some(Command::Results(results)) = server.heard[1].commands.last() else { panic!() };
    assert_eq!(results.items[0].meta, None);
    let meta = Meta { format: Some("b64".into()), size: Some(4), ..Meta::default() };
    assert_eq!(results.items[1].meta, Some(meta));
    assert_eq!(server.heard[1].header.meta.as_ref().unwrap().max_msg_size, Some(5_000), "the server's own");
}

#[test]
fn wbxml_comes_in_three_forms() {
    let mut handset = handset();
    let message = start(&mut handset);
    let forms = WbxmlForm::ALL.iter().map(|form| {
        let octets = sloppy::write(&message, Encoding::Wbxml, handset.habits.sloppy, *form).unwrap();
        assert_eq!(wbxml::read(&octets).unwrap(), message, "{form}");
        octets
    });
    let [inline, named, table] = forms.collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(inline[..5], hex("02a4016a00"));
    assert_eq!(named[..34], [&hex("0200006a1d"), b"-//SYNCML//DTD SyncML 1.2//EN".as_slice()].concat());
    assert_eq!(named[34..], inline[5..]);
    assert_eq!(table[..4], hex("02a4016a"));
    assert!(table.len() < inline.len() && table.contains(&0x83));
}

#[test]
fn dm_1_1_and_1_3_differ_by_name_and_tree() {
    for (version, ver_dtd, ver_proto) in
        [(DmVersion::V1_1, "1.1", "DM/1.1"), (DmVersion::V1_2, "1.2", "DM/1.2"), (DmVersion::V1_3, "1.2", "DM/1.3")]
    {
        let Build { nonces, .. } = build();
        let carrier = Carrier { style: Style::ExecResults, ..Carrier::default() };
        let mut handset = Handset::new(Build { nonces, carrier, ..Build::of(Account { version, ..account() }) });
        let mut server = Server::new(exchange());
        let (cause, _) = play_with(&mut handset, &mut server, |mut message| {
            (message.header.ver_dtd, message.header.ver_proto) = (ver_dtd.into(), ver_proto.into());
            message
        });
        assert_eq!((cause, &server.reverse), (None, &reverse()), "{version}");
        let header = &server.heard[0].header;
        assert_eq!((header.ver_dtd.as_str(), header.ver_proto.as_str()), (ver_dtd, ver_proto));
        assert_eq!(handset.tree.value("DevInfo/DmV"), Some(version.as_str().as_bytes()));
        assert_eq!(handset.tree.has("SyncML/DMAcc/akeyd/Addr"), version == DmVersion::V1_1);
        assert_eq!(handset.tree.has("DMAcc/akeyd/AppID"), version != DmVersion::V1_1);
    }
}

#[test]
fn settings_that_do_not_go_together_are_refused() {
    let refused = |change: fn(&mut Settings)| {
        let mut settings = Settings::new("http://x/", "MEID:1");
        change(&mut settings);
        settings.handset().err().map(|error| error.to_string())
    };
    assert_eq!(refused(|_| {}), None);
    let text = refused(|s| (s.profile, s.encoding) = (Profile::Hostap, Encoding::Wbxml)).unwrap();
    assert_eq!(text, "--encoding: hostap speaks XML alone");
    let text = refused(|s| (s.profile, s.dialect) = (Profile::ReplaceGet, Dialect::Nodes)).unwrap();
    assert_eq!(text, "--dialect: replace-get has no Exec");
    let text = refused(|s| (s.profile, s.style) = (Profile::ReplaceGet, Some(Style::ExecGet))).unwrap();
    assert_eq!(text, "--style: replace-get has no Exec");
    let text = refused(|s| s.version = DmVersion::V1_1).unwrap();
    assert_eq!(text, "--style: DM 1.1.2 has no generic alert, which exec+1226 needs");
    assert_eq!(refused(|s| s.client_nonce = Some("?".into())).unwrap(), "--client-nonce: not base64");
    assert_eq!(refused(|s| s.profile = Profile::ReplaceGet), None, "the profile brings its style");
}
