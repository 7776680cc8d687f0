//! Every message of ANSI-41 that we can send, read by tshark and by us, field by field.
//!
//! Packages are made at random of all operations, in both directions, with all parameters that tshark's grammar has for them. Its known mistakes are
//! named where they are passed over. Skipped where tshark is not installed, but not where the environment has `CI`.

#![cfg(feature = "serve")]

#[path = "../tshark_support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use akeyd::ansi41::codes::{ActionCode, ErrorCode, MapError, OperationCode, PAbortCause, Problem};
use akeyd::ansi41::digits;
use akeyd::ansi41::parameters::{Fault, ParameterId, Parameters, Shape};
use akeyd::ansi41::tcap::{Component, Content, Package, Step, TransactionId};
use support::Node;

/// How tshark shows a parameter.
#[derive(Clone, Copy)]
enum Shown {
    /// A number.
    Number,
    /// Octets with colons between.
    Octets(usize),
    /// Digits, inside an element of this name.
    Digits,
    /// An IMSI, in octets.
    Imsi,
}
use Shown::{Digits, Imsi, Number, Octets};

/// Parameters and tshark's names of them.
const FIELDS: &[(ParameterId, &str, Shown)] = &[
    (ParameterId::MIN, "mobileIdentificationNumber_element", Digits),
    (ParameterId::ESN, "electronicSerialNumber", Octets(4)),
    (ParameterId::MSCID, "mscid", Octets(3)),
    (ParameterId::AUTHR, "authenticationResponse", Octets(3)),
    (ParameterId::AUTHBS, "authenticationResponseBaseStation", Octets(3)),
    (ParameterId::COUNT, "callHistoryCount", Number),
    (ParameterId::RAND, "randomVariable", Octets(4)),
    (ParameterId::RANDBS, "randomVariableBaseStation", Octets(4)),
    (ParameterId::TERMTYP, "terminalType", Number),
    (ParameterId::SYSCAP, "systemCapabilities", Octets(1)),
    (ParameterId::DENACC, "denyAccess", Number),
    (ParameterId::SMS_BEARER_DATA, "sms_BearerData", Octets(2)),
    (ParameterId::SMS_TELESERVICE_IDENTIFIER, "sms_TeleserviceIdentifier", Octets(0)),
    (ParameterId::UCHALRPT, "uniqueChallengeReport", Number),
    (ParameterId::ACTION_CODE, "actionCode", Number),
    (ParameterId::SMS_CAUSE_CODE, "sms_CauseCode", Number),
    (ParameterId::SSDURPT, "ssdUpdateReport", Number),
    (ParameterId::AUTHDATA, "authenticationData", Octets(3)),
    (ParameterId::AKEYPV, "aKeyProtocolVersion", Octets(2)),
    (ParameterId::BSKEY, "baseStationPartialKey", Octets(96)),
    (ParameterId::MOBILE_STATION_MIN, "mobileStationMIN_element", Digits),
    (ParameterId::MSKEY, "mobileStationPartialKey", Octets(64)),
    (ParameterId::MODVAL, "modulusValue", Octets(96)),
    (ParameterId::NEWLY_ASSIGNED_MIN, "newlyAssignedMIN_element", Digits),
    (ParameterId::OTASP_RESULT_CODE, "otasp_ResultCode", Number),
    (ParameterId::PRIMVAL, "primitiveValue", Octets(20)),
    (ParameterId::SRVIND, "serviceIndicator", Number),
    (ParameterId::SMERPT, "signalingMessageEncryptionReport", Number),
    (ParameterId::TRN, "temporaryReferenceNumber_element", Digits),
    (ParameterId::VPRPT, "voicePrivacyReport", Number),
    (ParameterId::IMSI, "imsi", Imsi),
    (ParameterId::MOBILE_STATION_IMSI, "mobileStationIMSI", Imsi),
    (ParameterId::NEWLY_ASSIGNED_IMSI, "newlyAssignedIMSI", Imsi),
    (ParameterId::MEID, "meid", Octets(7)),
];

/// One component of each: operation, invoke or result, and what may be in it. Of the forms of an MSID there is one.
const MESSAGES: &[(OperationCode, bool, &[ParameterId])] = &[
    (
        OperationCode::OTASPREQ,
        true,
        &[
            ParameterId::ACTION_CODE,
            ParameterId::AKEYPV,
            ParameterId::AUTHDATA,
            ParameterId::AUTHR,
            ParameterId::COUNT,
            ParameterId::ESN,
            ParameterId::MIN,
            ParameterId::MOBILE_STATION_MIN,
            ParameterId::MSKEY,
            ParameterId::MSCID,
            ParameterId::NEWLY_ASSIGNED_MIN,
            ParameterId::RAND,
            ParameterId::RANDBS,
            ParameterId::SRVIND,
            ParameterId::SYSCAP,
            ParameterId::TERMTYP,
            ParameterId::MEID,
        ],
    ),
    (
        OperationCode::OTASPREQ,
        false,
        &[
            ParameterId::AKEYPV,
            ParameterId::AUTHBS,
            ParameterId::BSKEY,
            ParameterId::DENACC,
            ParameterId::MODVAL,
            ParameterId::OTASP_RESULT_CODE,
            ParameterId::PRIMVAL,
            ParameterId::SMERPT,
            ParameterId::SSDURPT,
            ParameterId::UCHALRPT,
            ParameterId::VPRPT,
        ],
    ),
    (
        OperationCode::SMDPP,
        true,
        &[
            ParameterId::SMS_BEARER_DATA,
            ParameterId::SMS_TELESERVICE_IDENTIFIER,
            ParameterId::ESN,
            ParameterId::MIN,
            ParameterId::MSCID,
            ParameterId::ACTION_CODE,
            ParameterId::NEWLY_ASSIGNED_MIN,
            ParameterId::SRVIND,
            ParameterId::TRN,
            ParameterId::MEID,
        ],
    ),
    (
        OperationCode::SMDPP,
        false,
        &[
            ParameterId::SMS_BEARER_DATA,
            ParameterId::SMS_CAUSE_CODE,
            ParameterId::ESN,
            ParameterId::MOBILE_STATION_MIN,
            ParameterId::MSCID,
            ParameterId::SYSCAP,
        ],
    ),
];

/// Parameters that are always there, because tshark's grammar wants them.
const ALWAYS: &[ParameterId] =
    &[ParameterId::SMS_BEARER_DATA, ParameterId::SMS_TELESERVICE_IDENTIFIER, ParameterId::ACTION_CODE];

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    fn octets(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.roll(256) as u8).collect()
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.roll(10) as u8)).collect()
    }

    fn value(&mut self, id: ParameterId, shown: Shown) -> Vec<u8> {
        match shown {
            // Values of other operations would be read otherwise.
            Number if id == ParameterId::ACTION_CODE => vec![8 + self.roll(12) as u8],
            // OTASP or OTAPA: of positioning, SMS_BearerData is something else.
            Number if id == ParameterId::SRVIND => vec![1 + 2 * self.roll(2) as u8],
            // The type of a message that has an octet behind it in both directions.
            Octets(_) if id == ParameterId::SMS_BEARER_DATA => vec![10, 0x80],
            Number => vec![1 + self.roll(4) as u8],
            Octets(most) => self.octets(most),
            Digits => digits::min_octets(&self.digits(10)).unwrap(),
            Imsi => digits::imsi_octets(&format!("310{}", self.digits(12))).unwrap(),
        }
    }

    fn parameters(&mut self, may: &[ParameterId]) -> Parameters<'static> {
        let imsi = self.roll(2) == 1;
        let mut parameters = Parameters::default();
        for &id in may {
            let id = match id {
                ParameterId::MIN if imsi => ParameterId::IMSI,
                ParameterId::MOBILE_STATION_MIN if imsi => ParameterId::MOBILE_STATION_IMSI,
                ParameterId::NEWLY_ASSIGNED_MIN if imsi => ParameterId::NEWLY_ASSIGNED_IMSI,
                id => id,
            };
            if ALWAYS.contains(&id) || self.roll(3) > 0 {
                let shown = field(id).1;
                parameters = parameters.with(id, self.value(id, shown));
            }
        }
        parameters
    }
}

fn field(id: ParameterId) -> (&'static str, Shown) {
    let found = FIELDS.iter().find(|(known, ..)| *known == id);
    found.map_or_else(|| panic!("{id:?}"), |&(_, name, shown)| (name, shown))
}

/// What tshark shows, by the name of a field and of the element around it.
type Leaves = BTreeMap<String, Vec<String>>;

fn dissect(packages: &[Vec<u8>]) -> Vec<Leaves> {
    let options = [
        r#"uat:user_dlts:"User 0 (DLT=147)","ansi_tcap","0","","0","""#,
        "ansi_tcap.transaction.matchtype:0",
        "ansi_map.transaction.matchtype:0",
    ];
    let read = support::dissect(147, packages, "ansi_tcap ansi_map _ws.malformed", &options);
    let leaves = |layers: support::Layers| {
        let mut leaves = Leaves::new();
        for (name, layer) in layers {
            if name.starts_with("ansi_") || name.starts_with("_ws.") {
                collect(layer, "", &name, &mut leaves);
            }
        }
        leaves
    };
    read.into_iter().map(leaves).collect()
}

fn collect(node: Node, around: &str, name: &str, leaves: &mut Leaves) {
    let short = |name: &str| name.rsplit('.').next().unwrap_or_default().to_owned();
    match node {
        Node::Leaf(value) => {
            let digits = name.ends_with("bcd_digits");
            let name = if digits { short(around) } else { short(name) };
            leaves.entry(name).or_default().push(value);
        }
        Node::List(items) => items.into_iter().for_each(|item| collect(item, around, name, leaves)),
        Node::Object(entries) => {
            if name.starts_with("BER Error") {
                leaves.entry("complaint".into()).or_default().push(name.to_owned());
                return;
            }
            entries.into_iter().for_each(|(inner, node)| collect(node, name, &inner, leaves));
        }
    }
}

fn colons(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect::<Vec<_>>().join(":")
}

/// What tshark shall show of a parameter.
fn wanted(id: ParameterId, octets: &[u8]) -> String {
    match field(id).1 {
        Number => octets[0].to_string(),
        Octets(_) | Imsi => colons(octets),
        Digits => digits::min_digits(octets).unwrap(),
    }
}

#[track_caller]
fn shows(leaves: &Leaves, name: &str, value: &str) {
    let values = leaves.get(name).map(Vec::as_slice).unwrap_or_default();
    assert!(values.iter().any(|shown| shown == value), "{name}: {value} is not in {leaves:#?}");
}

fn query(id: u32, operation: OperationCode, parameters: Parameters<'static>) -> Package<'static> {
    let invoke =
        Component::Invoke { last: true, invoke_id: Some(id as u8), correlation_id: None, operation, parameters };
    Package::new(Step::Query { originating: TransactionId(id), permission: true }, vec![invoke])
}

fn response(id: u32, component: Component<'static>) -> Package<'static> {
    Package::new(Step::Response { responding: TransactionId(id) }, vec![component])
}

#[test]
fn tshark_reads_all_operations_as_we_do() {
    if !support::is_there() {
        return;
    }
    let mut dice = Dice(41);
    let mut packages = Vec::new();
    for id in 1..=150_u32 {
        for pair in MESSAGES.chunks(2) {
            let [(operation, true, may), (_, false, may_result)] = pair else { panic!() };
            // The two operations have transactions of their own.
            let id = id << 8 | u32::from(operation.specifier);
            packages.push(query(id, *operation, dice.parameters(may)));
            let parameters = dice.parameters(may_result);
            packages.push(response(id, Component::Result { last: true, correlation_id: id as u8, parameters }));
        }
    }
    let octets: Vec<_> = packages.iter().map(Package::write).collect();
    let read = dissect(&octets);
    assert_eq!(read.len(), packages.len(), "tshark shows every package");
    let mut fields = 0;
    for ((package, octets), leaves) in packages.iter().zip(&octets).zip(&read) {
        assert_eq!(Package::read(octets).as_ref(), Ok(package));
        let id = package.step.originating().or(package.step.responding()).unwrap();
        shows(leaves, "identifier", &colons(&id.0.to_be_bytes()));
        let (parameters, operation) = match package.components() {
            [Component::Invoke { invoke_id: Some(invoke), operation, parameters, .. }] => {
                shows(leaves, "componentIDs", &colons(&[*invoke]));
                (parameters, *operation)
            }
            [Component::Result { correlation_id, parameters, .. }] => {
                shows(leaves, "componentID", &colons(&[*correlation_id]));
                (parameters, OperationCode::ansi41(id.0 as u8))
            }
            other => panic!("{other:?}"),
        };
        shows(leaves, "private", &(u16::from(operation.family) << 8 | u16::from(operation.specifier)).to_string());
        for parameter in &parameters.list {
            let id = ParameterId(parameter.tag.number);
            shows(leaves, field(id).0, &wanted(id, &parameter.octets));
            fields += 1;
        }
        // Its grammar has forgotten that RANDBS is optional in OTASPREQ.
        let is_request = package.step.originating().is_some() && operation == OperationCode::OTASPREQ;
        let forgotten = is_request && parameters.octets(ParameterId::RANDBS).is_none();
        let known = vec!["BER Error: Missing field in SET class:CONTEXT(2) tag:41 expected".to_owned()];
        assert_eq!(leaves.get("complaint"), forgotten.then_some(&known), "{leaves:#?}");
        assert!(!leaves.contains_key("malformed"), "{leaves:#?}");
    }
    println!("{} packages, {fields} parameters", packages.len());
    assert!(fields > 4 * packages.len(), "{fields} parameters are few");
}

#[test]
fn tshark_reads_errors_rejects_and_aborts_as_we_do() {
    if !support::is_there() {
        return;
    }
    let mut packages = Vec::new();
    for (id, error) in MapError::ALL.iter().enumerate() {
        let id = id as u32;
        packages.push(query(
            id,
            OperationCode::OTASPREQ,
            Parameters::default().with_code(ParameterId::ACTION_CODE, 10),
        ));
        let parameters = Fault { error: *error, parameter: ParameterId::ACTION_CODE }.parameters();
        let error = ErrorCode::from(*error);
        packages.push(response(id, Component::Error { correlation_id: id as u8, error, parameters }));
    }
    for problem in Problem::ALL {
        for correlation_id in [None, Some(9)] {
            let parameters = Parameters::default();
            packages.push(response(99, Component::Reject { correlation_id, problem: *problem, parameters }));
        }
    }
    for cause in PAbortCause::ALL {
        packages.push(Package::abort(TransactionId(7), *cause));
    }
    let octets: Vec<_> = packages.iter().map(Package::write).collect();
    let read = dissect(&octets);
    assert_eq!(read.len(), packages.len());
    for (package, leaves) in packages.iter().zip(&read) {
        match (&package.content, package.components()) {
            (Content::Abort(cause), _) => {
                let akeyd::ansi41::tcap::AbortCause::Provider(cause) = cause else { panic!() };
                shows(leaves, "abortCause", &cause.0.to_string());
            }
            (_, [Component::Error { error, correlation_id, .. }]) => {
                shows(leaves, "ec_private", &error.code.to_string());
                shows(leaves, "componentID", &colons(&[*correlation_id]));
            }
            (_, [Component::Reject { problem, correlation_id, .. }]) => {
                shows(leaves, "rejectProblem", &problem.0.to_string());
                shows(leaves, "componentID", &colons(correlation_id.as_slice()));
            }
            (_, [Component::Invoke { .. }]) => continue,
            other => panic!("{other:?}"),
        }
        assert!(!leaves.contains_key("complaint") && !leaves.contains_key("malformed"), "{leaves:#?}");
    }
}

#[test]
fn tshark_sees_what_is_broken() {
    if !support::is_there() {
        return;
    }
    let parameters = Parameters::default().with_code(ParameterId::ACTION_CODE, ActionCode::COMMIT_A_KEY.0);
    let parameters = parameters.with(ParameterId::RANDBS, vec![1, 2, 3, 4]);
    let whole = query(1, OperationCode::OTASPREQ, parameters.clone()).write();
    let mut short = whole.clone();
    short.pop();
    assert!(Package::read(&short).is_err());
    // A parameter of our own is a stranger to it: the one complaint that comes of what may be configured.
    let private = query(1, OperationCode::OTASPREQ, parameters.with(ParameterId(1000), vec![0; 40])).write();
    let read = dissect(&[whole, short, private]);
    assert!(!read[0].contains_key("complaint") && !read[0].contains_key("malformed"), "{:#?}", read[0]);
    assert!(read[1].contains_key("complaint"), "{:#?}", read[1]);
    let stranger = read[2].get("complaint").map(Vec::as_slice).unwrap_or_default();
    assert!(stranger.iter().all(|complaint| complaint.starts_with("BER Error: Unknown field in SET")), "{stranger:?}");
    assert!(!stranger.is_empty());
}

#[test]
fn parameters_that_tshark_is_not_asked_about_are_known() {
    // No message of ours has these: they are read, shown and passed on.
    let other = [34, 42, 43, 45, 46, 77, 182, 191, 192, 284].map(ParameterId);
    for (id, _, shape) in ParameterId::KNOWN {
        let judged = FIELDS.iter().find(|(known, ..)| known == id);
        assert!(judged.is_some() != other.contains(id), "{id:?}");
        if let Some((_, _, shown)) = judged {
            let fits = match shape {
                Shape::Code => matches!(shown, Number | Octets(1)),
                Shape::Min => matches!(shown, Digits),
                Shape::Imsi => matches!(shown, Imsi),
                Shape::Codes | Shape::Octets => matches!(shown, Octets(_)),
            };
            assert!(fits, "{id:?}");
        }
    }
}
