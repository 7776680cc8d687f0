//! Octets in, JSON out, and back.

use super::*;

fn request(text: &str) -> DecodeRequest {
    DecodeRequest { text: Some(text.into()), ..DecodeRequest::default() }
}

fn decoded(format: Format, request: &DecodeRequest, standard_input: &[u8]) -> Result<String, String> {
    let mut answer = Vec::new();
    decode(format, request, standard_input, &mut answer).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(answer).unwrap())
}

fn encoded(format: Format, json: &str) -> Result<String, String> {
    let mut answer = Vec::new();
    encode(format, json.as_bytes(), &mut answer).map_err(|error| error.to_string())?;
    Ok(String::from_utf8(answer).unwrap())
}

#[test]
fn a_message_shows_the_standards_names_and_comes_back() {
    let both = [
        (
            Format::Is683Forward,
            "020203ffabcd0105",
            r#"{"message":"MS Key Request","otasp_msg_type":2,"a_key_p_rev":2,"param_p":"ffabcd","param_g":"05"}"#,
        ),
        (
            Format::Is683Forward,
            "0302a1b2",
            r#"{"message":"Key Generation Request","otasp_msg_type":3,"bs_result":"a1b2"}"#,
        ),
        (Format::Is683Forward, "05", r#"{"message":"Commit Request","otasp_msg_type":5}"#),
        (
            Format::Is683Forward,
            "06030102",
            r#"{"message":"Protocol Capability Request","otasp_msg_type":6,"otasp_p_rev":3,"cap_record_type":[2]}"#,
        ),
        (Format::Is683Forward, "c80102", r#"{"message":"Unknown","otasp_msg_type":200,"octets":"0102"}"#),
        (
            Format::Is683Forward,
            "09020003123456020140",
            concat!(
                r#"{"message":"Validation Request","otasp_msg_type":9,"blocks":[{"block_id":0,"spc":"123456"},"#,
                r#"{"block_id":2,"auth_otapa_incl":0,"activate":1}]}"#
            ),
        ),
        (
            Format::Is683Forward,
            "0101010234559234",
            r#"{"message":"Download Request","otasp_msg_type":1,"blocks":[{"block_id":1,"param_data":"3455"}],"fresh_incl":1,"fresh":4660}"#,
        ),
        (
            Format::Is683Forward,
            "01010d0101",
            r#"{"message":"Download Request","otasp_msg_type":1,"blocks":[{"block_id":13,"param_data":"01"}]}"#,
        ),
        (
            Format::Is683Reverse,
            "03000109",
            r#"{"message":"Key Generation Response","otasp_msg_type":3,"result_code":0,"ms_result":"09"}"#,
        ),
        (
            Format::Is683Reverse,
            "060001070201020b0102c0aa",
            concat!(
                r#"{"message":"Protocol Capability Response","otasp_msg_type":6,"mob_firm_rev":1,"mob_model":7,"#,
                r#""features":[{"feature_id":1,"feature_p_rev":2},{"feature_id":11,"feature_p_rev":1}],"#,
                r#""band_mode_cap":192,"more_additional_fields":"aa"}"#
            ),
        ),
        (
            Format::Is683Reverse,
            "000201034011000400000700",
            concat!(
                r#"{"message":"Configuration Response","otasp_msg_type":0,"blocks":[{"block_id":1,"digits":"x11x"},"#,
                r#"{"block_id":4,"param_data":""}],"result_code":[0,7],"fresh_incl":0}"#
            ),
        ),
    ];
    for (format, hex, json) in both {
        assert_eq!(decoded(format, &request(hex), b""), Ok(format!("{json}\n")));
        assert_eq!(encoded(format, json), Ok(format!("{hex}\n")));
    }
}

#[test]
fn octets_come_as_hex_base64_or_a_file() {
    let wanted = decoded(Format::Is683Reverse, &request("0302 0109"), b"").unwrap();
    for text in ["03:02:01:09", "0x03 0x02 0x01 0x09", "0x03020109\n", "03-02,01 09"] {
        assert_eq!(decoded(Format::Is683Reverse, &request(text), b""), Ok(wanted.clone()), "{text}");
        let stdin = DecodeRequest::default();
        assert_eq!(decoded(Format::Is683Reverse, &stdin, text.as_bytes()), Ok(wanted.clone()), "{text}");
    }
    let base64 = DecodeRequest { base64: true, ..request("AwIB CQ==\n") };
    assert_eq!(decoded(Format::Is683Reverse, &base64, b""), Ok(wanted.clone()));

    let path = std::env::temp_dir().join(format!("akeyd-codec-{}", std::process::id()));
    std::fs::write(&path, [3, 2, 1, 9]).unwrap();
    let file = DecodeRequest { file: Some(path.clone()), ..DecodeRequest::default() };
    assert_eq!(decoded(Format::Is683Reverse, &file, b""), Ok(wanted));
    std::fs::remove_file(&path).unwrap();
    assert!(decoded(Format::Is683Reverse, &file, b"").unwrap_err().starts_with(path.to_str().unwrap()));
}

#[test]
fn what_is_wrong_with_the_input_has_its_place() {
    let said = |text: &str| decoded(Format::Is683Forward, &request(text), b"").unwrap_err();
    assert_eq!(said("05 0g"), "input: half an octet at character 4, octet 1");
    assert_eq!(said("05 g0"), "input: not a hex digit at character 4, octet 1");
    assert_eq!(said("05 0"), "input: half an octet at character 4, octet 1");
    let base64 = DecodeRequest { base64: true, ..request("Aw IB*Q==") };
    let error = decoded(Format::Is683Forward, &base64, b"").unwrap_err();
    assert_eq!(error, "input: not base64 at character 6, octet 3");
    let long = vec![b'0'; CODEC_INPUT_OCTETS as usize + 1];
    let error = decoded(Format::Is683Forward, &DecodeRequest::default(), &long).unwrap_err();
    assert_eq!(error, "input: more than 1048576 octets");
}

#[test]
fn what_is_wrong_with_a_message_has_its_field_and_octet() {
    let said = |text: &str| decoded(Format::Is683Forward, &request(text), b"").unwrap_err();
    assert_eq!(said("02020401"), "is683-forward: param_p at octet 3: expected 4 octets, found 1 octet");
    assert_eq!(said(""), "is683-forward: otasp_msg_type at octet 0: expected 1 octet, found 0 octets");
    assert_eq!(said("0501"), "is683-forward: end of message at octet 1: expected 0 octets, found 1 octet");
}

#[test]
fn a_tree_goes_as_far_as_the_message() {
    let tree = DecodeRequest { tree: true, ..request("02020401") };
    let mut answer = Vec::new();
    let error = decode(Format::Is683Forward, &tree, &b""[..], &mut answer).unwrap_err();
    assert!(String::from_utf8(answer).unwrap().contains("param_p_len     4"));
    assert_eq!(error.to_string(), "is683-forward: param_p at octet 3: expected 4 octets, found 1 octet");
}

#[test]
fn what_is_wrong_with_json_is_said_in_one_line() {
    let said = |json: &str| encoded(Format::Is683Forward, json).unwrap_err();
    for (json, wanted) in [
        ("{", "is683-forward: EOF while parsing an object at line 1 column 1"),
        ("[]", "is683-forward: expected an object, found a list"),
        ("{}", "is683-forward: otasp_msg_type: expected a number, found nothing"),
        (
            r#"{"otasp_msg_type":-1}"#,
            "is683-forward: invalid type: integer `-1`, expected a whole number, a text, true or false, a list or an object at line 1 column 20",
        ),
        (r#"{"otasp_msg_type":5,"x":1}"#, "is683-forward: x: expected nothing of that name here, found another number"),
        (r#"{"message":"Commit Response"}"#, "is683-forward: otasp_msg_type: expected a number, found nothing"),
        (
            r#"{"message":"MS Key Request","otasp_msg_type":5}"#,
            "is683-forward: message: expected Commit Request, found another text",
        ),
        (
            r#"{"otasp_msg_type":3,"bs_result":"abc"}"#,
            "is683-forward: bs_result: expected hex digits, found another text",
        ),
        (
            r#"{"otasp_msg_type":9,"blocks":[{"block_id":0,"spc":"1234"}]}"#,
            "is683-forward: blocks[0].spc: expected 3 octets, found another length",
        ),
        (
            r#"{"otasp_msg_type":2,"a_key_p_rev":3,"param_p":"ff","param_g":"05"}"#,
            "is683-forward: param_p: expected nothing of that name here, found another text",
        ),
    ] {
        assert_eq!(said(json), wanted, "{json}");
    }
    let long = format!(r#"{{"otasp_msg_type":3,"bs_result":"{}"}}"#, "00".repeat(256));
    assert_eq!(said(&long), "is683-forward: bs_result: 256 do not fit where 255 is the most");
}

#[test]
fn a_message_may_be_given_by_name_flags_as_truth_and_codes_as_digits() {
    assert_eq!(encoded(Format::Is683Forward, r#"{"message":"Commit Request"}"#), Ok("05\n".into()));
    let otapa = r#"{"message":"OTAPA Request","start_stop":true}"#;
    assert_eq!(encoded(Format::Is683Forward, otapa), Ok("0a80\n".into()));
    let imsi = concat!(
        r#"{"message":"Download Request","blocks":[{"block_id":3,"imsi_t_class":0,"imsi_t_addr_num":0,"#,
        r#""mcc_t":"310","imsi_t_11_12":"55","imsi_t_s":"9195551234"}]}"#
    );
    assert_eq!(encoded(Format::Is683Forward, imsi), Ok("0101030703456650de08f6\n".into()));
}

/// Package #0 as S publishes its header, with a digest of 16 different octets.
const NOTIFICATION: &str = "000102030405060708090a0b0c0d0e0f02d0000000123412636f6d2e6d676d747372762e6d616e616765";
const NOTIFICATION_JSON: &str = concat!(
    r#"{"version":11,"ui_mode":1,"initiator":0,"session_id":4660,"server_id":"com.mgmtsrv.manage","vendor":"","#,
    r#""digest":"000102030405060708090a0b0c0d0e0f"}"#
);

#[test]
fn a_notification_shows_its_fields_and_comes_back() {
    let reserved = NOTIFICATION.replace("02d00000001234", "ffffffffffffff") + "beef";
    let reserved_json = concat!(
        r#"{"version":1023,"ui_mode":3,"initiator":1,"reserved":134217727,"session_id":65535,"#,
        r#""server_id":"com.mgmtsrv.manage","vendor":"beef","digest":"000102030405060708090a0b0c0d0e0f"}"#
    );
    for (hex, json) in [(NOTIFICATION, NOTIFICATION_JSON), (&reserved, reserved_json)] {
        assert_eq!(decoded(Format::Notification, &request(hex), b""), Ok(format!("{json}\n")));
        assert_eq!(encoded(Format::Notification, json), Ok(format!("{hex}\n")));
    }
}

#[test]
fn what_is_wrong_with_a_notification_is_said() {
    let said = |hex: &str| decoded(Format::Notification, &request(hex), b"").unwrap_err();
    assert_eq!(said(&NOTIFICATION[..40]), "notification: the notification ends early, at octet 20");
    assert_eq!(said(&NOTIFICATION[..60]), "notification: the notification ends early, at octet 30");
    assert_eq!(said(&NOTIFICATION.replace("123412", "000012")), "notification: the session id at octet 21 is 0");
    let said = |from: &str, to: &str| encoded(Format::Notification, &NOTIFICATION_JSON.replace(from, to)).unwrap_err();
    for (from, to, wanted) in [
        (r#""ui_mode":1"#, r#""ui_mode":4"#, "ui_mode: expected a number from 0 to 3"),
        ("0e0f", "0e", "digest: expected 16 octets, found another length"),
        ("0e0f", "0e0", "digest: expected hex digits, found another text"),
        (
            r#""version":11"#,
            r#""version":1024"#,
            "the header at octet 16 has no room for that version or those reserved bits",
        ),
        (r#""vendor""#, r#""vender""#, "unknown field `vender`"),
        ("4660", "0", "the session id at octet 21 is 0"),
    ] {
        let error = said(from, to);
        assert!(error.starts_with(&format!("notification: {wanted}")), "{error}");
        assert_eq!(error.lines().count(), 1);
    }
}

#[test]
fn a_push_shows_headers_body_and_the_notification_in_it() {
    let hex = format!("010603c4af87{NOTIFICATION}");
    let json = format!(
        r#"{{"transaction_id":1,"content_type":68,"application_id":7,"body":"{NOTIFICATION}","notification":{NOTIFICATION_JSON}}}"#
    );
    assert_eq!(decoded(Format::WspPush, &request(&hex), b""), Ok(format!("{json}\n")));
    assert_eq!(encoded(Format::WspPush, &json), Ok(format!("{hex}\n")));
    let by_fields = json.replace(&format!(r#""body":"{NOTIFICATION}","#), "");
    assert_eq!(encoded(Format::WspPush, &by_fields), Ok(format!("{hex}\n")));
    let torn = json.replace(r#""session_id":4660"#, r#""session_id":4661"#);
    assert!(encoded(Format::WspPush, &torn).unwrap_err().starts_with("wsp-push: body: expected the octets"));

    let other = "0706106578616d706c652f7800aff08d021234ff";
    let shown =
        r#"{"transaction_id":7,"content_type":"example/x","application_id":112,"headers":"8d021234","body":"ff"}"#;
    assert_eq!(decoded(Format::WspPush, &request(other), b""), Ok(format!("{shown}\n")));
    assert_eq!(encoded(Format::WspPush, shown), Ok(format!("{other}\n")));
    let wrong = shown.replace("8d021234", "8d0312");
    assert_eq!(
        encoded(Format::WspPush, &wrong).unwrap_err(),
        "wsp-push: headers: expected whole headers of WSP, found other octets"
    );
    let said = |hex: &str| decoded(Format::WspPush, &request(hex), b"").unwrap_err();
    assert_eq!(said("0107"), "wsp-push: the PDU type at octet 1 is not Push");
    assert_eq!(said("010603c4af"), "wsp-push: the push ends early, at octet 5");
}

#[test]
fn a_document_is_shown_as_xml_and_comes_back() {
    let hex = "02a4016a006d6c7103312e320001010160";
    assert_eq!(
        decoded(Format::SyncmlWbxml, &request(hex), b"").unwrap_err(),
        "syncml-wbxml: more follows the root element, at octet 17"
    );
    let hex = "02a4016a006d6c7103312e320001016b120101";
    let xml = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?><SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD></SyncHdr>"#,
        "<SyncBody><Final/></SyncBody></SyncML>\n"
    );
    assert_eq!(decoded(Format::SyncmlWbxml, &request(hex), b""), Ok(xml.into()));
    assert_eq!(encoded(Format::SyncmlWbxml, xml), Ok(format!("{hex}\n")));
    assert_eq!(
        encoded(Format::SyncmlWbxml, &xml.replace("<Final/>", "<Final>")).unwrap_err(),
        "syncml-wbxml: ill-formed document: tags or references that do not match, at octet 127"
    );
    let tree = DecodeRequest { tree: true, ..request(hex) };
    let error = decoded(Format::SyncmlWbxml, &tree, b"").unwrap_err();
    assert_eq!(error, "syncml-wbxml: only IS-683 messages are shown as a tree");
}

#[test]
fn a_package_shows_operations_and_the_message_that_they_carry() {
    let hex = "e22cc7040a0b0c0de824e922cf0105d1020935f2198805195955214395030001029f690202039f74009f81000108";
    let json = concat!(
        r#"{"package":"query_with_permission","originating_transaction_id":"0a0b0c0d","components":[{"component":"invoke_last","#,
        r#""invoke_id":5,"operation":"SMDPP","private_operation":{"family":9,"specifier":53},"parameters":["#,
        r#"{"mobile_identification_number":"9195551234"},{"mscid":"000102"},"#,
        r#"{"sms_bearer_data":"0203","is683":{"message":"MS Key Request","otasp_msg_type":2,"a_key_p_rev":3}},"#,
        r#"{"sms_teleservice_identifier":""},{"action_code":8}]}]}"#
    );
    assert_eq!(decoded(Format::Tcap, &request(hex), b""), Ok(format!("{json}\n")));
    assert_eq!(encoded(Format::Tcap, json), Ok(format!("{hex}\n")));
    let by_message = json.replace(r#""sms_bearer_data":"0203","#, "");
    assert_eq!(encoded(Format::Tcap, &by_message), Ok(format!("{hex}\n")));

    let hex = "e41ac70400000002e812ea10cf0105f20b9f81350203049f8367019a";
    let json = concat!(
        r#"{"package":"response","responding_transaction_id":"00000002","components":[{"component":"return_result_last","#,
        r#""correlation_id":5,"parameters":[{"a_key_protocol_version":[3,4]},{"tag":487,"octets":"9a"}]}]}"#
    );
    assert_eq!(decoded(Format::Tcap, &request(hex), b""), Ok(format!("{json}\n")));
    assert_eq!(encoded(Format::Tcap, json), Ok(format!("{hex}\n")));

    let said = |hex: &str| decoded(Format::Tcap, &request(hex), b"").unwrap_err();
    assert_eq!(said("e208c70400000001e805"), "tcap: fewer octets than the length says at octet 10");
    let said = |json: &str| encoded(Format::Tcap, json).unwrap_err();
    assert_eq!(
        said(&json.replace("[3,4]", "[]")).split(": ").nth(1),
        Some("components[0].parameters[0].a_key_protocol_version")
    );
    assert_eq!(
        said(&json.replace("487", "4870000")),
        "tcap: components[0].parameters[1].tag: expected a number from 0 to 2097151"
    );
}

#[test]
fn formats_have_names() {
    for &format in Format::ALL {
        assert_eq!(format.as_str().parse(), Ok(format));
    }
    let error = "map".parse::<Format>().unwrap_err();
    assert_eq!(
        error,
        "`map` is not one of is683-forward, is683-reverse, notification, wsp-push, syncml-wbxml, tcap, sccp, m3ua"
    );
}

#[test]
fn signalling_shows_every_layer_and_comes_back() {
    let both = [
        (
            Format::Sccp,
            "098103080a05c30a38220202c10c02e200",
            concat!(
                r#"{"message":"UDT","message_type":9,"protocol_class":1,"return_on_error":1,"#,
                r#""called":{"national":1,"route_on_ssn":1,"ssn":10,"pc":139832},"#,
                r#""calling":{"national":1,"route_on_ssn":1,"ssn":12},"data":"e200"}"#
            ),
        ),
        (
            Format::Sccp,
            "11010f04090f1105c30a3822020689000a51155502010210048256341212010100",
            concat!(
                r#"{"message":"XUDT","message_type":17,"protocol_class":1,"return_on_error":0,"#,
                r#""hop_counter":15,"called":{"national":1,"route_on_ssn":1,"ssn":10,"pc":139832},"#,
                r#""calling":{"national":1,"route_on_ssn":0,"ssn":0,"gt_indicator":2,"#,
                r#""global_title":"0a511555"},"segmentation":{"first":1,"in_sequence":0,"remaining":2,"#,
                r#""reference":1193046},"others":[{"name":18,"value":"01"}],"data":"0102"}"#,
            ),
        ),
        (
            Format::Sccp,
            "0a0403050902c10a04432a080800",
            concat!(
                r#"{"message":"UDTS","message_type":10,"return_cause":4,"called":{"national":1,"#,
                r#""route_on_ssn":1,"ssn":10},"calling":{"national":0,"route_on_ssn":1,"ssn":8,"pc":2090},"#,
                r#""data":""}"#,
            ),
        ),
        (
            Format::M3ua,
            "0100010100000038020000080000000700060008000000050210001e00022238000101010302010c090003050702c10a02c10c02e2000000",
            concat!(
                r#"{"message":"DATA","message_class":1,"message_type":1,"network_appearance":7,"#,
                r#""routing_context":[5],"protocol_data":{"opc":139832,"dpc":65793,"si":3,"ni":2,"mp":1,"#,
                r#""sls":12,"sccp":{"message":"UDT","message_type":9,"protocol_class":0,"#,
                r#""return_on_error":0,"called":{"national":1,"route_on_ssn":1,"ssn":10},"#,
                r#""calling":{"national":1,"route_on_ssn":1,"ssn":12},"data":"e200"}}}"#,
            ),
        ),
        (
            Format::M3ua,
            "010002040000003000060008000000050012000808010200020600080001010102050008000000020004000561000000",
            concat!(
                r#"{"message":"SCON","message_class":2,"message_type":4,"routing_context":[5],"#,
                r#""affected_point_code":[{"mask":8,"pc":66048}],"concerned_destination":65793,"#,
                r#""congestion_level":2,"info_string":"61"}"#,
            ),
        ),
        (
            Format::M3ua,
            "010001010000001c021000130002223800010101050201ac09000300",
            concat!(
                r#"{"message":"DATA","message_class":1,"message_type":1,"protocol_data":{"opc":139832,"#,
                r#""dpc":65793,"si":5,"ni":2,"mp":1,"sls":172,"data":"090003"}}"#,
            ),
        ),
        (
            Format::M3ua,
            "01000101000000240210001c0002223800010101030201ac091103050702c10a02c10c00",
            concat!(
                r#"{"message":"DATA","message_class":1,"message_type":1,"protocol_data":{"opc":139832,"#,
                r#""dpc":65793,"si":3,"ni":2,"mp":1,"sls":172,"sccp":{"message":"UDT","message_type":9,"#,
                r#""protocol_class":1,"return_on_error":0,"called":{"national":1,"route_on_ssn":1,"#,
                r#""ssn":10},"calling":{"national":1,"route_on_ssn":1,"ssn":12},"data":""},"#,
                r#""data":"091103050702c10a02c10c00"}}"#,
            ),
        ),
        (
            Format::M3ua,
            "0100040100000018000b0008000000020006000800000005",
            r#"{"message":"ASPAC","message_class":4,"message_type":1,"traffic_mode_type":2,"routing_context":[5]}"#,
        ),
        (
            Format::M3ua,
            "010003010000001800110008000000017fff0005aa000000",
            r#"{"message":"ASPUP","message_class":3,"message_type":1,"asp_identifier":1,"tag_32767":"aa"}"#,
        ),
    ];
    for (format, hex, json) in both {
        assert_eq!(decoded(format, &request(hex), b""), Ok(format!("{json}\n")));
        assert_eq!(encoded(format, json), Ok(format!("{hex}\n")));
    }
}

#[test]
fn what_is_wrong_with_signalling_is_said() {
    let said = |format, text: &str| encoded(format, text).unwrap_err();
    let sccp = r#"{"message":"UDT","called":{"ssn":10},"calling":{"ssn":12},"data":"e200"}"#;
    let m3ua = format!(
        r#"{{"message":"DATA","protocol_data":{{"opc":"2-34-56","dpc":1,"si":3,"ni":2,"mp":0,"sls":1,"sccp":{sccp},"data":"{}"}}}}"#,
        "090003050702c10a02c10c02e200"
    );
    assert!(encoded(Format::M3ua, &m3ua).is_ok());
    for (format, text, from, to, wanted) in [
        (Format::Sccp, sccp, "UDT", "CR", "message: expected UDT, UDTS"),
        (Format::Sccp, sccp, "UDT", "XUDT", "hop_counter: missing"),
        (Format::Sccp, sccp, "UDT", "UDTS", "return_cause: missing"),
        (Format::Sccp, sccp, "e200", "e20", "data: expected hex digits"),
        (Format::Sccp, sccp, r#"{"ssn":10}"#, r#"{"gt_indicator":2}"#, "called.global_title: gt_indicator and"),
        (Format::Sccp, sccp, r#"{"ssn":10}"#, r#"{"national":2}"#, "called.national: expected 0 or 1, found 2"),
        (Format::M3ua, &m3ua, "c10a", "c10b", "protocol_data.data: expected the octets of sccp"),
        (Format::M3ua, &m3ua, "2-34-56", "2-34-256", "protocol_data.opc: `2-34-256` is not"),
        (
            Format::M3ua,
            &m3ua,
            r#""DATA""#,
            r#""DATA","message_class":2,"message_type":1"#,
            "message: expected the name",
        ),
        (Format::M3ua, &m3ua, r#""DATA""#, r#""DATA","colour":1"#, "colour: nothing of that name here"),
    ] {
        let error = said(format, &text.replacen(from, to, 1));
        assert!(error.starts_with(&format!("{format}: {wanted}")), "{error}");
        assert_eq!(error.lines().count(), 1);
    }
    let refused = |format, hex: &str| decoded(format, &request(hex), b"").unwrap_err();
    assert_eq!(refused(Format::M3ua, "01000101"), "m3ua: header at octet 0: ends before it is whole");
    assert_eq!(refused(Format::Sccp, "0902"), "sccp: protocol_class at octet 1: expected 0 or 1, found 2");
}
