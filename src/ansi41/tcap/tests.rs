//! Packages as octets, good and bad.

use proptest::prelude::*;

use super::super::ber::Tag;
use super::super::codes::{ErrorCode, MapError, OperationCode};
use super::super::document::Document;
use super::super::parameters::{Form, Parameter, ParameterId};
use super::*;
use crate::is683::hex::{from_hex, to_hex};

fn octets(hex: &str) -> Vec<u8> {
    from_hex(&hex.replace(' ', "")).unwrap()
}

/// An attach: the shape that a public test of another implementation has, with values of our own.
const ATTACH: &str = "e22ac7040a0b0c0de822e920cf0105d1020935f217880519595521439f69009f74009f810001089f81410103";

#[test]
fn a_query_reads_field_by_field() {
    let bytes = octets(ATTACH);
    let package = Package::read(&bytes).unwrap();
    assert_eq!(package.step, Step::Query { originating: TransactionId(0x0a0b_0c0d), permission: true });
    let [Component::Invoke { last: true, invoke_id: Some(5), correlation_id: None, operation, parameters }] =
        package.components()
    else {
        panic!("{package:?}");
    };
    assert_eq!(*operation, OperationCode::SMDPP);
    assert_eq!(parameters.code(ParameterId::ACTION_CODE), Ok(Some(8)));
    assert_eq!(parameters.octets(ParameterId::SMS_BEARER_DATA), Some(&[][..]));
    assert_eq!(parameters.octets(ParameterId::MIN), Some(&octets("1959552143")[..]));
    assert_eq!(to_hex(&package.write()), to_hex(&bytes));
}

#[test]
fn every_kind_of_package_has_its_octets() {
    let (originating, responding) = (TransactionId(1), TransactionId(2));
    let result = Component::Result { last: true, correlation_id: 7, parameters: Parameters::default() };
    let error = Component::Error {
        correlation_id: 7,
        error: MapError::MISSING_PARAMETER.into(),
        parameters: Parameters::default(),
    };
    let reject = |id| Component::Reject {
        correlation_id: id,
        problem: Problem::UNRECOGNIZED_OPERATION,
        parameters: Parameters::default(),
    };
    let invoke = Component::Invoke {
        last: false,
        invoke_id: Some(1),
        correlation_id: Some(2),
        operation: OperationCode { private: false, family: 0x84, specifier: 1 },
        parameters: Parameters { form: Form::Sequence, list: Vec::new() },
    };
    let packages = [
        (Package::new(Step::Response { responding }, vec![result]), "e40f c704 00000002 e807 ea05 cf01 07 f200"),
        (Package::new(Step::Response { responding }, vec![error]), "e412 c704 00000002 e80a eb08 cf01 07 d401 8c f200"),
        (
            Package::new(Step::Response { responding }, vec![reject(Some(7)), reject(None)]),
            "e41d c704 00000002 e815 ec09 cf01 07 d502 0202 f200 ec08 cf00 d502 0202 f200",
        ),
        (
            Package::new(Step::Conversation { originating, responding, permission: false }, vec![invoke]),
            "e618 c708 00000001 00000002 e80c ed0a cf02 0102 d002 8401 f000",
        ),
        (
            Package::new(Step::Conversation { originating, responding, permission: true }, vec![]),
            "e50c c708 00000001 00000002 e800",
        ),
        (Package::new(Step::Query { originating, permission: false }, vec![]), "e308 c704 00000001 e800"),
        (Package::new(Step::Unidirectional, vec![]), "e104 c700 e800"),
        (Package::abort(responding, PAbortCause::UNRECOGNIZED_TRANSACTION_ID), "f609 c704 00000002 d701 04"),
        (
            Package {
                step: Step::Abort { responding },
                dialogue: Some(&[1, 2]),
                content: Content::Abort(AbortCause::User(&[3])),
            },
            "f60d c704 00000002 f902 0102 f801 03",
        ),
        (
            Package {
                step: Step::Query { originating, permission: true },
                dialogue: None,
                content: Content::Components(None),
            },
            "e206 c704 00000001",
        ),
    ];
    for (package, hex) in packages {
        let bytes = octets(hex);
        assert_eq!(to_hex(&package.write()), to_hex(&bytes));
        assert_eq!(Package::read(&bytes).as_ref(), Ok(&package));
        let document = Document::of(&package);
        assert_eq!(document.package().as_ref(), Ok(&package), "{document:?}");
    }
}

#[test]
fn long_lengths_are_read_and_short_ones_written() {
    let long = octets("e2840000000e c78104 00000001 e8820003 e98100");
    let error = Package::read(&long).unwrap_err();
    assert_eq!(error.blame, Blame::Component(Problem::INCORRECT_COMPONENT_PORTION, None));
    let long = octets("e2820018 c78104 00000001 e882000d e9810a cf8101 05 d102 0938 f200");
    let read = Package::read(&long).unwrap();
    assert_eq!(to_hex(&read.write()), "e213c70400000001e80be909cf0105d1020938f200");
}

#[test]
fn what_is_wrong_gets_the_answer_that_the_standard_has_for_it() {
    let abort = |cause: PAbortCause| Some(format!("f609c70400000001d701{:02x}", cause.0));
    let reject = |id: &str, problem: Problem| {
        let id = octets(id);
        let mut component = vec![0xcf, id.len() as u8];
        component.extend(&id);
        component.extend([0xd5, 2]);
        component.extend(problem.0.to_be_bytes());
        component.extend([0xf2, 0]);
        let body = component.len();
        Some(format!("e4{:02x}c70400000001e8{:02x}ec{:02x}{}", body + 10, body + 2, body, to_hex(&component)))
    };
    for (hex, answer) in [
        ("", None),
        ("e2", None),
        // The transaction portion.
        ("e708 c704 00000001 e800", abort(PAbortCause::UNRECOGNIZED_PACKAGE_TYPE)),
        ("6208 c704 00000001 e800", abort(PAbortCause::UNRECOGNIZED_PACKAGE_TYPE)),
        ("e209 c704 00000001 e800", abort(PAbortCause::BADLY_STRUCTURED_TRANSACTION_PORTION)),
        ("e280 c704 00000001 e800 0000", abort(PAbortCause::BADLY_STRUCTURED_TRANSACTION_PORTION)),
        ("e208 c704 00000001 e800 00", abort(PAbortCause::BADLY_STRUCTURED_TRANSACTION_PORTION)),
        ("e20a c704 00000001 e800 e800", abort(PAbortCause::BADLY_STRUCTURED_TRANSACTION_PORTION)),
        ("e208 c704 00000001 ea00", abort(PAbortCause::BADLY_STRUCTURED_TRANSACTION_PORTION)),
        ("e208 c704 00000001 f905", abort(PAbortCause::BADLY_STRUCTURED_DIALOGUE_PORTION)),
        ("e207 c703 000001 e800", None),
        ("e202 e800", None),
        ("e406 c704 00000001 e9", None),
        ("f606 c704 00000001", None),
        // Components.
        ("e208 c704 00000001 e805", reject("", Problem::BADLY_STRUCTURED_COMPONENT_PORTION)),
        ("e20a c704 00000001 e802 e905", reject("", Problem::BADLY_STRUCTURED_COMPONENT_PORTION)),
        ("e20a c704 00000001 e802 e100", reject("", Problem::UNRECOGNIZED_COMPONENT)),
        ("e20a c704 00000001 e802 e900", reject("", Problem::INCORRECT_COMPONENT_PORTION)),
        ("e20d c704 00000001 e805 e903 cf0105", reject("05", Problem::INCORRECT_COMPONENT_PORTION)),
        ("e211 c704 00000001 e809 e907 cf0105 d1020938 ", None),
        ("e20f c704 00000001 e807 e905 cf0105 d102", reject("05", Problem::INCORRECT_COMPONENT_CODING)),
        ("e212 c704 00000001 e80a e908 cf0105 d103093800", reject("05", Problem::INCORRECT_COMPONENT_PORTION)),
        ("e213 c704 00000001 e80b e909 cf0105 d1020938 3000", reject("05", Problem::INCORRECT_PARAMETER)),
        ("e214 c704 00000001 e80c e90a cf0105 d1020938 f20189", reject("05", Problem::INCORRECT_PARAMETER)),
        ("e213 c704 00000001 e80b e909 cf0105 d1020938 f203", reject("05", Problem::INCORRECT_PARAMETER)),
        ("e215 c704 00000001 e80d e90b cf0105 d1020938 f200 f200", reject("05", Problem::INCORRECT_COMPONENT_PORTION)),
        ("e512 c708 00000001 00000002 e806 ea04 cf0005 00", reject("", Problem::INCORRECT_COMPONENT_PORTION)),
        ("e40d c704 00000001 e805 ea03 cf0005", None),
    ] {
        let bytes = octets(hex);
        match Package::read(&bytes) {
            Ok(package) => assert_eq!(answer, None, "{hex}: {package:?}"),
            Err(error) => {
                let told = error.answer().map(|answer| to_hex(&answer.write()));
                assert_eq!(told, answer, "{hex}: {error:?}");
                assert!(error.offset <= bytes.len(), "{hex}: {error}");
            }
        }
    }
    let mut long = octets("e2821388 c704 00000001 e8821377");
    long.resize(5004, 0);
    let error = Package::read(&long).unwrap_err();
    assert_eq!(error.answer().map(|answer| to_hex(&answer.write())), abort(PAbortCause::RESOURCE_UNAVAILABLE));
}

#[test]
fn a_broken_answer_still_names_the_transaction_that_it_ends() {
    for hex in ["e40d c704 00000009 e805 ea03 cf0005", "f606 c704 00000009", "e4ff c704 00000009"] {
        let error = Package::read(&octets(hex)).unwrap_err();
        assert_eq!(error.step.and_then(Step::responding), Some(TransactionId(9)), "{hex}");
    }
}

#[test]
fn parameters_pass_unchanged_and_in_order() {
    let parameters = "9f8141 01 03 bf866f 02 0101 9f69 04 02020000 88 01 ff 9f8367 00 9f69 00";
    let inner = octets(parameters);
    let mut bytes = octets(&format!("cf0105 d1020935 f2{:02x}", inner.len()));
    bytes.extend(&inner);
    let mut package =
        octets(&format!("e2{:02x} c704 00000001 e8{:02x} e9{:02x}", bytes.len() + 10, bytes.len() + 2, bytes.len()));
    package.extend(bytes);
    let read = Package::read(&package).unwrap();
    assert_eq!(to_hex(&read.write()), to_hex(&package));
    let document = Document::of(&read);
    assert_eq!(to_hex(&document.package().unwrap().write()), to_hex(&package));
}

fn parameters() -> impl Strategy<Value = Parameters<'static>> {
    let known = proptest::sample::select(ParameterId::KNOWN).prop_map(|(id, ..)| Tag::context(id.0));
    let other = (0..4_u8, any::<bool>(), 0..=crate::limits::TAG_NUMBER);
    let other = other.prop_map(|(class, constructed, number)| Tag { class, constructed, number });
    let content = prop_oneof![prop::collection::vec(any::<u8>(), 0..9), prop::collection::vec(any::<u8>(), 100..300)];
    let parameter = (prop_oneof![3 => known, 1 => other], content)
        .prop_map(|(tag, octets)| Parameter { tag, octets: octets.into() });
    let form = prop_oneof![Just(Form::Set), Just(Form::Sequence)];
    prop_oneof![
        1 => Just(Parameters::ABSENT),
        4 => (form, prop::collection::vec(parameter, 0..6)).prop_map(|(form, list)| Parameters { form, list }),
    ]
}

fn component() -> impl Strategy<Value = Component<'static>> {
    let ids = prop_oneof![
        Just((None, None)),
        any::<u8>().prop_map(|id| (Some(id), None)),
        any::<(u8, u8)>().prop_map(|(id, other)| (Some(id), Some(other))),
    ];
    let invoke =
        (any::<bool>(), ids, any::<(bool, u8, u8)>(), parameters()).prop_map(|(last, ids, code, parameters)| {
            let operation = OperationCode { private: code.0, family: code.1, specifier: code.2 };
            Component::Invoke { last, invoke_id: ids.0, correlation_id: ids.1, operation, parameters }
        });
    let result = (any::<bool>(), any::<u8>(), parameters())
        .prop_map(|(last, correlation_id, parameters)| Component::Result { last, correlation_id, parameters });
    let error =
        (any::<u8>(), any::<(bool, u8)>(), parameters()).prop_map(|(correlation_id, (private, code), parameters)| {
            Component::Error { correlation_id, error: ErrorCode { private, code }, parameters }
        });
    let reject = (any::<Option<u8>>(), any::<u16>(), parameters()).prop_map(|(correlation_id, problem, parameters)| {
        Component::Reject { correlation_id, problem: Problem(problem), parameters }
    });
    prop_oneof![invoke, result, error, reject]
}

proptest! {
    #[test]
    fn any_package_comes_back_from_octets_and_from_its_document(
        kind in 0..6_u8,
        originating in any::<u32>().prop_map(TransactionId),
        responding in any::<u32>().prop_map(TransactionId),
        dialogue in any::<Option<[u8; 5]>>(),
        components in prop::option::of(prop::collection::vec(component(), 0..3)),
    ) {
        let step = match kind {
            0 => Step::Unidirectional,
            1 | 2 => Step::Query { originating, permission: kind == 1 },
            3 | 4 => Step::Conversation { originating, responding, permission: kind == 3 },
            _ => Step::Response { responding },
        };
        let package = Package {
            step,
            dialogue: dialogue.as_ref().map(<[u8; 5]>::as_slice),
            content: Content::Components(components),
        };
        let octets = package.write();
        prop_assume!(octets.len() <= TCAP_OCTETS);
        let read = Package::read(&octets).unwrap();
        prop_assert_eq!(&read, &package);
        let document = Document::of(&read);
        prop_assert_eq!(document.package(), Ok(package.clone()));
    }

    #[test]
    fn octets_of_any_kind_are_read_or_refused(octets in prop::collection::vec(any::<u8>(), 0..60)) {
        if let Ok(package) = Package::read(&octets) {
            let written = package.write();
            prop_assert_eq!(Package::read(&written), Ok(package));
        }
    }
}
