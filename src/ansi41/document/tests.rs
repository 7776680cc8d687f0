//! What a document must not say. That documents come back as packages is shown beside the packages.

use super::super::parameters::Parameter;
use super::*;
use crate::ansi41::ber::Tag;

fn package() -> Package<'static> {
    let parameter = |number, octets: &[u8]| Parameter { tag: Tag::context(number), octets: octets.to_vec().into() };
    let list = vec![parameter(8, &[0x19, 0x59, 0x55, 0x21, 0x43]), parameter(105, &[5]), parameter(128, &[1, 2])];
    let invoke = Component::Invoke {
        last: true,
        invoke_id: Some(1),
        correlation_id: None,
        operation: OperationCode::SMDPP,
        parameters: Parameters { form: Form::Set, list },
    };
    Package::new(Step::Query { originating: TransactionId(1), permission: true }, vec![invoke])
}

/// What is said when `change` has been made.
fn said(change: impl FnOnce(&mut Document)) -> String {
    let mut document = Document::of(&package());
    change(&mut document);
    document.package().map_or_else(|error| error.to_string(), |_| String::new())
}

fn component(document: &mut Document) -> &mut ComponentDocument {
    &mut document.components.as_mut().unwrap()[0]
}

fn parameter(document: &mut Document, at: usize) -> &mut ParameterDocument {
    &mut component(document).parameters.as_mut().unwrap()[at]
}

#[test]
fn a_parameter_of_another_shape_is_shown_by_its_tag() {
    let mut document = Document::of(&package());
    assert!(matches!(parameter(&mut document, 0), ParameterDocument::Known { is683: None, .. }));
    assert!(matches!(parameter(&mut document, 1), ParameterDocument::Known { is683: Some(_), .. }));
    assert!(matches!(parameter(&mut document, 2), ParameterDocument::Other { tag: 128, class: 2, .. }));
}

#[test]
fn what_is_wrong_has_its_place() {
    assert_eq!(said(|_| {}), "");
    assert_eq!(
        said(|document| document.package = "query".into()),
        "package: expected a kind of package, as query_with_permission or response"
    );
    assert_eq!(
        said(|document| document.package = "response".into()),
        "package: expected the transaction ids that its kind has, and no other"
    );
    assert_eq!(
        said(|document| document.originating_transaction_id = Some(Hex(vec![1]))),
        "originating_transaction_id: expected 4 octets"
    );
    assert_eq!(
        said(|document| document.p_abort_cause = Some(1)),
        "package: expected no cause of an abort in a package that is none"
    );
    assert_eq!(
        said(|document| component(document).component = "invoke".into()),
        "components[0].component: expected a kind of component, as invoke_last or return_result_last"
    );
    assert_eq!(
        said(|document| component(document).operation = Some("OTASPREQ".into())),
        "components[0].operation: expected SMDPP"
    );
    assert_eq!(
        said(|document| component(document).component = "return_error".into()),
        "components[0].private_error: expected this or national_error"
    );
    let known =
        |name: &str, value| ParameterDocument::Known { name: name.to_owned().into(), value: Some(value), is683: None };
    for (name, value, expected) in [
        ("action_code", parameter::Value::Number(256), "a number from 0 to 255"),
        ("a_key_protocol_version", parameter::Value::Numbers(Vec::new()), "numbers from 0 to 255"),
        ("imsi", parameter::Value::Text("12345".into()), "6 to 15 digits"),
        ("mobile_station_min", parameter::Value::Text("12345".into()), "10 digits"),
        ("modulus_value", parameter::Value::Text("abc".into()), "hex digits, two for an octet"),
        ("modulus", parameter::Value::Text("ab".into()), "a name of a known parameter, or tag"),
    ] {
        let wanted = format!("components[0].parameters[2].{name}: expected {expected}");
        assert_eq!(said(|document| *parameter(document, 2) = known(name, value)), wanted);
    }
    let torn = said(|document| {
        let ParameterDocument::Known { value, .. } = parameter(document, 1) else { panic!() };
        *value = Some(parameter::Value::Text("06".into()));
    });
    assert_eq!(torn, "components[0].parameters[1].sms_bearer_data: expected the octets of is683, 05");
}
