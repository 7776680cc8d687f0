//! Documents as real clients send them, written from descriptions of those clients, and documents that nobody should.

use super::*;
use crate::limits;
use crate::syncml::document::{Command, Data, Grouping, Item, Location, Message, Meta, Status};
use crate::syncml::error::Fault;

/// A document of a DM session around some commands.
fn wrap(body: &str) -> String {
    format!(
        "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>\
         <SessionID>7</SessionID><MsgID>2</MsgID><Target><LocURI>http://dm.example/dm</LocURI></Target>\
         <Source><LocURI>MEID:A0000000000001</LocURI></Source></SyncHdr><SyncBody>{body}</SyncBody></SyncML>"
    )
}

fn commands(body: &str) -> Vec<Command> {
    read(wrap(body).as_bytes()).unwrap_or_else(|error| panic!("{error}: {body}")).commands
}

fn fault(document: &str) -> Fault {
    read(document.as_bytes()).expect_err(document).fault
}

fn item(body: &str) -> Item {
    let commands = commands(&format!("<Replace><CmdID>1</CmdID><Item>{body}</Item></Replace>"));
    let [Command::Access(replace)] = &commands[..] else { panic!("{commands:?}") };
    replace.items[0].clone()
}

fn data(content: &str) -> String {
    item(&format!("<Data>{content}</Data>")).data.unwrap().as_text().unwrap().to_owned()
}

fn status(body: &str) -> Status {
    let commands = commands(&format!("<Status>{body}</Status>"));
    let [Command::Status(status)] = &commands[..] else { panic!("{commands:?}") };
    status.clone()
}

#[test]
fn libdmclient_puts_the_alert_before_the_status_and_the_correlator_before_the_data() {
    let commands = commands(
        "<Alert><CmdID>1</CmdID><Correlator>akeyd-1</Correlator><Data>1226</Data><Item><Source><LocURI>./CDMA/OTASP/Rsp\
         </LocURI></Source><Meta><Format xmlns=\"syncml:metinf\">b64</Format><Type xmlns=\"syncml:metinf\">\
         Reversed-Domain-Name: org.example.otasp</Type><Mark xmlns=\"syncml:metinf\">informational</Mark></Meta>\
         <Data>AAEC</Data></Item></Alert>\
         <Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>3</CmdRef><Cmd>Exec</Cmd><Data>202</Data></Status>\
         <Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>0</Data></Status><Final/>",
    );
    let [Command::Alert(alert), Command::Status(exec), Command::Status(header)] = &commands[..] else {
        panic!("{commands:?}")
    };
    assert_eq!((alert.code, alert.correlator.as_deref()), (Some(1226), Some("akeyd-1")));
    assert_eq!(alert.items[0].source.as_ref().unwrap().uri, "./CDMA/OTASP/Rsp");
    let meta = alert.items[0].meta.as_ref().unwrap();
    assert_eq!(meta.type_.as_deref(), Some("Reversed-Domain-Name: org.example.otasp"));
    assert_eq!((meta.format.as_deref(), meta.mark.as_deref()), (Some("b64"), Some("informational")));
    assert_eq!((exec.cmd_ref, exec.cmd.as_str(), exec.code), (3, "Exec", 202));
    assert_eq!((header.cmd_ref, header.code), (0, 0));
}

#[test]
fn libdmclient_ends_a_property_with_nul() {
    assert_eq!(item("<Source><LocURI>./A?prop=ACL</LocURI></Source><Data>Get=*\0</Data>").data.unwrap().0, b"Get=*\0");
    assert_eq!(item("<Source><LocURI>./A\0</LocURI></Source>").source.unwrap().uri, "./A");
}

#[test]
fn motorola_answers_an_exec_with_results_that_have_neither_msgref_nor_format() {
    let commands = commands(
        "<Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><TargetRef>IMEI:1</TargetRef>\
         <SourceRef>http://dm.example</SourceRef><Chal><Meta><Format xmlns='syncml:metinf'>b64</Format>\
         <Type xmlns='syncml:metinf'>syncml:auth-md5</Type><NextNonce xmlns='syncml:metinf'>WTJ4cFpXNTA=</NextNonce>\
         </Meta></Chal><Data>407</Data></Status>\
         <Results><CmdID>2</CmdID><CmdRef>5</CmdRef><Item><Source><LocURI>./CDMA/OTASP</LocURI></Source>\
         <Meta><Size xmlns='syncml:metinf'>8</Size></Meta><Data>AAECAwQF</Data></Item></Results>",
    );
    let [Command::Status(header), Command::Results(results)] = &commands[..] else { panic!("{commands:?}") };
    let chal = header.chal.as_ref().unwrap();
    assert_eq!((header.code, chal.next_nonce.as_deref()), (407, Some("WTJ4cFpXNTA=")));
    assert_eq!((header.target_refs.len(), header.source_refs.len()), (1, 1));
    assert_eq!((results.msg_ref, results.cmd_ref), (None, 5));
    assert_eq!(results.items[0].meta, Some(Meta { size: Some(8), ..Meta::default() }));
}

#[test]
fn hostap_puts_data_first_leaves_out_the_command_reference_and_repeats_ids() {
    let status = status(
        "<MsgRef>1</MsgRef><CmdID>1</CmdID><Cmd>SyncHdr</Cmd><Data>200</Data><TargetRef>a</TargetRef>\
         <TargetRef>b</TargetRef>",
    );
    assert_eq!((status.cmd_id, status.msg_ref, status.cmd_ref, status.code), (1, Some(1), 0, 200));
    assert_eq!(status.target_refs, ["a", "b"]);
    let twice = commands("<Get><CmdID>4</CmdID></Get><Replace><CmdID>4</CmdID></Replace>");
    assert_eq!((twice[0].cmd_id(), twice[1].cmd_id()), (4, 4));
    assert_eq!(item("<Meta><Format xmlns='syncml:metinf'>Chr</Format></Meta>").meta.unwrap().format.unwrap(), "Chr");
}

#[test]
fn blanks_around_codes_ids_and_uris_are_cut_off_and_those_of_data_are_not() {
    let status = status("<CmdID>\r\n 3 </CmdID><Data>\n\t212\n</Data><Cmd> Get </Cmd><TargetRef>\n./A\n</TargetRef>");
    assert_eq!((status.cmd_id, status.code, status.cmd.as_str()), (3, 212, "Get"));
    assert_eq!(status.target_refs, ["./A"]);
    assert_eq!(item("<Target><LocURI>\n  ./A/B\n</LocURI></Target>").target.unwrap(), Location::new("./A/B"));
    assert_eq!(data("\n  value \n"), "\n  value \n");
    assert_eq!(data(" "), " ");
}

#[test]
fn line_ends_become_one_character_but_written_ones_stay() {
    assert_eq!(data("a\r\nb\rc\nd&#13;\n&#xD;&#10;"), "a\nb\nc\nd\r\n\r\n");
    assert_eq!(data("<a>\r\n</a>"), "<a>\n</a>");
}

#[test]
fn data_may_be_escaped_in_sections_or_nested() {
    let tree = "<MgmtTree xmlns='syncml:dmddf1.2'><VerDTD>1.2</VerDTD>&amp;<!-- x --><Node a='1'/></MgmtTree>";
    assert_eq!(data(tree), tree, "nested markup stays as its octets, references too");
    assert_eq!(data(&format!("\n{tree}\n ")), format!("\n{tree}\n "));
    assert_eq!(data(&format!("<![CDATA[{tree}]]>")), tree);
    assert_eq!(data("&lt;MgmtTree&gt;&amp;amp;&lt;/MgmtTree&gt;"), "<MgmtTree>&amp;</MgmtTree>");
    assert_eq!(data("a<![CDATA[<&]]>b&#65;&#x42;&quot;&apos;<!-- no -->c<?no?>"), "a<&bAB\"'c");
    assert_eq!(data("<Data>inner</Data>"), "<Data>inner</Data>");
    assert_eq!(data(""), "");
    assert_eq!(item("<Data/>").data, Some(Data::default()));
    assert_eq!(item("").data, None);
}

#[test]
fn prefixes_and_declarations_do_not_matter() {
    let message = read(
        b"\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>\r\n<!-- c --><!DOCTYPE SyncML PUBLIC '-//SYNCML//DTD SyncML 1.2//EN' 'x'>\
          <s:SyncML xmlns:s='SYNCML:SYNCML1.2' xmlns:m='syncml:metinf'><s:SyncBody><s:Final/></s:SyncBody>\
          <s:SyncHdr><s:Meta><m:MetInf><m:MaxMsgSize>5000</m:MaxMsgSize></m:MetInf><m:MaxObjSize>6</m:MaxObjSize></s:Meta>\
          <s:MsgID>1</s:MsgID></s:SyncHdr></s:SyncML>\n<!-- end -->\0\n",
    )
    .unwrap();
    let meta = Meta { max_msg_size: Some(5000), max_obj_size: Some(6), ..Meta::default() };
    assert_eq!((message.header.meta, message.header.msg_id, message.is_final), (Some(meta), 1, true));
}

#[test]
fn elements_of_no_use_are_passed_over_wherever_they_stand() {
    let commands = commands(
        "text<x:y xmlns:x='z'><CmdRef>x</CmdRef><Data>1<a><b/></a></Data></x:y><Get><NoResp/><Lang>en</Lang>\
         <Cred><Meta/><Data>x</Data></Cred><CmdID>1<w/></CmdID><Ext><Item/></Ext><Item><Fancy a=\"1>2\"/>\
         <SourceParent><LocURI>p</LocURI></SourceParent><Target><Bar/><LocURI>./A<q>no</q></LocURI></Target></Item></Get>",
    );
    let [Command::Access(get)] = &commands[..] else { panic!("{commands:?}") };
    assert_eq!((get.cmd_id, get.items.len()), (1, 1));
    assert_eq!(get.items[0].target, Some(Location::new("./A")));
}

#[test]
fn commands_that_dm_does_not_know_keep_name_and_number() {
    let unknown = |name: &str, cmd_id| Command::Unknown { name: name.to_owned(), cmd_id };
    assert_eq!(
        commands(
            "<Sync><CmdID>3</CmdID><Add><CmdID>4</CmdID></Add></Sync><Put/><v:Burn><CmdID>5</CmdID></v:Burn><Lang>x</Lang>"
        ),
        [unknown("Sync", 3), unknown("Put", 0), unknown("Burn", 5)]
    );
}

#[test]
fn groups_hold_commands_in_order() {
    let commands = commands(
        "<Sequence><CmdID>1</CmdID><Meta><Type>t</Type></Meta><Get><CmdID>2</CmdID></Get><Atomic><Add><CmdID>4</CmdID></Add>\
         <CmdID>3</CmdID></Atomic><Exec><CmdID>5</CmdID></Exec></Sequence><Alert><CmdID>6</CmdID></Alert>",
    );
    let [Command::Group(sequence), Command::Alert(_)] = &commands[..] else { panic!("{commands:?}") };
    assert_eq!((sequence.grouping, sequence.cmd_id), (Grouping::Sequence, 1));
    assert_eq!(sequence.meta.as_ref().unwrap().type_.as_deref(), Some("t"));
    let [Command::Access(_), Command::Group(atomic), Command::Exec(_)] = &sequence.commands[..] else { panic!() };
    assert_eq!((atomic.grouping, atomic.cmd_id, atomic.commands.len()), (Grouping::Atomic, 3, 1));
}

#[test]
fn a_reference_that_is_no_number_is_refused_and_a_code_is_left_out() {
    for (element, command) in [("CmdID", "Get"), ("CmdRef", "Status"), ("MsgRef", "Results"), ("CmdID", "Sync")] {
        for bad in ["x", "-1", "+1", "1 2", "4294967296", "0x1", "١"] {
            let document = wrap(&format!("<{command}><{element}>{bad}</{element}></{command}>"));
            assert_eq!(fault(&document), Fault::Number(element), "{bad}");
        }
    }
    assert_eq!(fault(&wrap("").replace(">2<", ">two<")), Fault::Number("MsgID"));
    assert_eq!(status("<CmdRef></CmdRef><Data>OK</Data>").code, 0);
    let commands = commands("<Alert><CmdID>1</CmdID><Data>urgent</Data></Alert>");
    assert!(matches!(&commands[..], [Command::Alert(alert)] if alert.code.is_none()));
    assert_eq!(item("<Meta><Size>big</Size></Meta>").meta, Some(Meta::default()));
}

#[test]
fn a_document_is_refused_for_its_form() {
    let good = wrap("<Final/>");
    read(good.as_bytes()).unwrap();
    let before = |text: &str| format!("{text}{good}");
    let inside = |text: &str| wrap(&format!("<Alert>{text}</Alert>"));
    let mismatch = Fault::IllFormed("tags or references that do not match");
    let no_end = Fault::IllFormed("markup without its end");
    for (document, expected) in [
        (String::new(), Fault::EndsEarly),
        ("<!-- -->".to_owned(), Fault::EndsEarly),
        ("{\"json\":1}".to_owned(), Fault::IllFormed("no element at the start")),
        ("<html><body/></html>".to_owned(), Fault::Root),
        ("<SyncML/>".to_owned(), Fault::Missing("SyncHdr")),
        ("<SyncML><SyncHdr/></SyncML>".to_owned(), Fault::Missing("SyncBody")),
        ("<SyncML><SyncHdr/><SyncHdr/></SyncML>".to_owned(), Fault::Twice("SyncHdr")),
        (good.replace("</SyncHdr>", "<Source/></SyncHdr>"), Fault::Twice("Source")),
        (good.replace("</SyncHdr>", "<MsgID/></SyncHdr>"), Fault::Twice("MsgID")),
        (good.replace("</Source>", "<LocURI/></Source>"), Fault::Twice("LocURI")),
        (good.clone() + "<SyncML/>", Fault::Trailing),
        (good.clone() + "x", Fault::Trailing),
        (good.clone() + "&amp;", Fault::Trailing),
        (good.clone() + "</SyncML>", mismatch),
        (good.clone() + "<", no_end),
        (good.replace("</SyncML>", ""), Fault::EndsEarly),
        (good.replace("</SyncBody></SyncML>", "</SyncML></SyncBody>"), mismatch),
        (before("<!DOCTYPE SyncML [<!ENTITY a 'b'>]>"), Fault::InternalSubset),
        (before("<!DOCTYPE SyncML SYSTEM 'x' []>"), Fault::InternalSubset),
        (before("<!DOCTYPE SyncML><!DOCTYPE SyncML>"), Fault::IllFormed("a second DOCTYPE")),
        (before("<?xml version='1.0' encoding='ISO-8859-1'?>"), Fault::Encoding),
        (before("<?xml version='1.0' encoding='UTF-16'?>"), Fault::Encoding),
        (before(" <?xml version='1.0'?>"), Fault::IllFormed("an XML declaration that is not the first thing")),
        (inside("<?xml version='1.0'?>"), Fault::IllFormed("an XML declaration inside an element")),
        (inside("<!DOCTYPE a>"), Fault::IllFormed("a DOCTYPE inside an element")),
        (inside("&nbsp;"), Fault::Entity),
        (inside("<Correlator>&lol;</Correlator>"), Fault::Entity),
        (inside("<Item><Data><a>&lol;</a></Data></Item>"), Fault::Entity),
        (inside("<Skipped>&lol;</Skipped>"), Fault::Entity),
        (inside("<Item><Data>&#0;</Data></Item>"), Fault::Entity),
        (inside("<Item><Data>&#xD800;</Data></Item>"), Fault::Entity),
        (inside("<Item><Data>&#x110000;</Data></Item>"), Fault::Entity),
        (inside("<Item><Data>&#8;</Data></Item>"), Fault::Entity),
        (inside("<Item><Data>a & b</Data></Item>"), mismatch),
        (inside("< a/>"), Fault::IllFormed("an element without a name")),
        (inside("<Correlator>a\u{8}b</Correlator>"), Fault::Character("Correlator")),
        (inside("<Correlator>a\u{FFFE}b</Correlator>"), Fault::Character("Correlator")),
    ] {
        assert_eq!(fault(&document), expected, "{document}");
    }
    let nul = good.replace("MEID", "ME\0ID");
    assert_eq!(fault(&nul), Fault::Character("LocURI"));
    assert_eq!(read(b"\xFF\xFE<\0S\0").unwrap_err().fault, Fault::Encoding);
    let latin: Vec<u8> = good.bytes().map(|b| if b == b'M' { 0xE9 } else { b }).collect();
    assert_eq!(read(&latin).unwrap_err().fault, Fault::Encoding);
}

/// What `docs/syncml.md` says is not looked at.
#[test]
fn what_nothing_hangs_on_may_be_careless() {
    let document = wrap("<Get><CmdID>1</CmdID><Item><Data>m</Data></Item></Get><Final/>");
    for (from, to) in [
        ("<SyncBody>", "<SyncBody a='1' a='2'>"),
        ("<SyncBody>", "<SyncBody a=1>"),
        ("<SyncBody>", "<SyncBody a='<'>"),
        ("SyncBody>", "q:SyncBody>"),
        ("<SyncBody>", "<!-- a -- b --><SyncBody>"),
        ("<Data>m", "<Data>m\u{1}\u{ffff}"),
        ("</SyncML>", "</SyncML>\0\0"),
    ] {
        let careless = document.replace(from, to);
        assert_ne!(careless, document, "{to}");
        assert!(read(careless.as_bytes()).is_ok(), "{to}");
    }
    fault(&("<!DOCTYPE a><!DOCTYPE b>".to_owned() + &document));
    fault(&(document + "x"));
}

#[test]
fn limits_are_kept_on_either_side() {
    let nested = |depth: usize| wrap(&format!("<x>{}{}</x>", "<y>".repeat(depth), "</y>".repeat(depth)));
    read(nested(limits::XML_DEPTH - 3).as_bytes()).unwrap();
    let limit = |what, limit| Fault::Limit { what, limit };
    assert_eq!(fault(&nested(limits::XML_DEPTH - 2)), limit("depth of elements", limits::XML_DEPTH));

    let gets = |count: usize| wrap(&"<Get/>".repeat(count));
    assert_eq!(
        read(gets(limits::COMMANDS_PER_MESSAGE).as_bytes()).unwrap().commands.len(),
        limits::COMMANDS_PER_MESSAGE
    );
    let too_many = limit("commands", limits::COMMANDS_PER_MESSAGE);
    assert_eq!(fault(&gets(limits::COMMANDS_PER_MESSAGE + 1)), too_many);
    assert_eq!(
        fault(&wrap(&format!("<Sequence>{}</Sequence>", "<Get/>".repeat(limits::COMMANDS_PER_MESSAGE)))),
        too_many
    );
    assert_eq!(fault(&wrap(&"<Atomic></Atomic>".repeat(limits::COMMANDS_PER_MESSAGE + 1))), too_many);

    assert_eq!(read(wrap(&"<x/>".repeat(1000)).as_bytes()).unwrap().commands, []);
    assert_eq!(fault(&wrap(&"<x><CmdID>1</CmdID></x>".repeat(limits::COMMANDS_PER_MESSAGE + 1))), too_many);

    let items = |count: usize| wrap(&format!("<Get>{}</Get>", "<Item/>".repeat(count)));
    read(items(limits::ITEMS_PER_COMMAND).as_bytes()).unwrap();
    assert_eq!(fault(&items(limits::ITEMS_PER_COMMAND + 1)), limit("Items", limits::ITEMS_PER_COMMAND));
    let refs = wrap(&format!("<Status>{}</Status>", "<TargetRef/>".repeat(limits::ITEMS_PER_COMMAND + 1)));
    assert_eq!(fault(&refs), limit("references", limits::ITEMS_PER_COMMAND));

    let uri = |length: usize| wrap(&format!("<Status><TargetRef>{}</TargetRef></Status>", "x".repeat(length)));
    read(uri(limits::URI_OCTETS).as_bytes()).unwrap();
    assert_eq!(fault(&uri(limits::URI_OCTETS + 1)), limit("TargetRef", limits::URI_OCTETS));
    let session = wrap("").replace(">7<", &format!(">{}<", "7".repeat(limits::SESSION_ID_OCTETS + 1)));
    assert_eq!(fault(&session), limit("SessionID", limits::SESSION_ID_OCTETS));
}

#[test]
fn errors_tell_where_and_never_what() {
    let document = wrap("<Alert><Correlator>secret&secret;</Correlator></Alert>");
    for document in [document.clone(), format!("\u{FEFF}{document}")] {
        let error = read(document.as_bytes()).unwrap_err();
        assert_eq!(error.offset, document.find("&secret").unwrap());
        assert_eq!(error.to_string(), format!("unknown entity, at octet {}", error.offset));
    }
    let message = Message {
        commands: vec![Command::Access(crate::syncml::document::Access {
            verb: crate::syncml::document::Verb::Replace,
            cmd_id: 9,
            meta: None,
            items: vec![Item { data: Some(Data(b"secret\x01".to_vec())), ..Item::default() }],
        })],
        ..Message::default()
    };
    let error = write(&message).unwrap_err();
    assert_eq!(error.to_string(), "Replace with CmdID 9: Data holds a character that XML cannot carry");
}

#[test]
fn the_namespace_follows_the_dtd() {
    for (ver_dtd, namespace) in [("1.1", "SYNCML:SYNCML1.1"), ("1.2", "SYNCML:SYNCML1.2")] {
        let mut message = Message::default();
        message.header.ver_dtd = ver_dtd.to_owned();
        message.header.meta = Some(Meta { max_msg_size: Some(1), ..Meta::default() });
        let text = String::from_utf8(write(&message).unwrap()).unwrap();
        assert!(text.contains(&format!("<SyncML xmlns='{namespace}'>")), "{text}");
        assert!(text.contains("<MaxMsgSize xmlns='syncml:metinf'>1</MaxMsgSize>"), "{text}");
    }
}

#[test]
fn pieces_of_markup_are_counted() {
    let pieces = limits::STRANGER_PIECES;
    let limit = Fault::Limit { what: "pieces of markup", limit: pieces };
    for piece in ["<a/>", "<a></a>", "&lt;", "<![CDATA[]]>", "<!---->", "<?a?>", "<Item/>"] {
        for around in [["", ""], ["<Replace><Item><Data>", "</Data></Item></Replace>"]] {
            let document = wrap(&around.join(&piece.repeat(pieces)));
            assert_eq!(read_within(document.as_bytes(), pieces).unwrap_err().fault, limit, "{piece}");
        }
    }
    // All that a handset may say at first: credentials, 40 leaves of DevInfo, indented, and a Status for our challenge.
    let leaf = "\n  <Item>\n   <Source>\n    <LocURI>./DevInfo/Ext/Example</LocURI>\n   </Source>\n   <Meta>\n    \
        <Format xmlns='syncml:metinf'>chr</Format>\n   </Meta>\n   <Data>text</Data>\n  </Item>";
    let status = "<Status><CmdID>3</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><TargetRef>x</TargetRef>\
        <SourceRef>y</SourceRef><Chal><Meta><Format>b64</Format><Type>syncml:auth-md5</Type><NextNonce>z</NextNonce></Meta>\
        </Chal><Data>407</Data></Status>";
    let document = wrap(&format!(
        "{status}<Alert><CmdID>1</CmdID><Data>1201</Data></Alert><Replace>{}</Replace>",
        leaf.repeat(40)
    ));
    assert!(document.len() < limits::STRANGER_BODY_OCTETS);
    read_within(document.as_bytes(), pieces).expect("a first message");
}
