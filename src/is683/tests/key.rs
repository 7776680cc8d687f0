//! Key messages.

use super::*;

#[test]
fn ms_key_request_carries_a_group_below_revision_3_only() {
    let group = Some(Group { param_p: &[0xff, 0xab, 0xcd], param_g: &[0x05] });
    forward("02 02 03 ffabcd 01 05", &Forward::MsKeyRequest(MsKeyRequest { a_key_p_rev: AKeyPRev::A_KEY, group }));
    let request = MsKeyRequest { a_key_p_rev: AKeyPRev::ROOT_KEY, group: None };
    forward("02 04", &Forward::MsKeyRequest(request));
}

#[test]
fn ms_key_request_takes_255_octets_and_not_more() {
    let long = [0xee; 256];
    let request = |param_p, param_g| {
        let group = Some(Group { param_p, param_g });
        Forward::MsKeyRequest(MsKeyRequest { a_key_p_rev: AKeyPRev::A_KEY, group })
    };
    let octets = request(&long[..255], &long[..255]).write().unwrap();
    assert_eq!(octets.len(), 514);
    assert_eq!(Forward::read(&octets), Ok(request(&long[..255], &long[..255])));
    let error = request(&long, &long[..1]).write().unwrap_err();
    assert_eq!(error.to_string(), "param_p: 256 do not fit where 255 is the most");
}

#[test]
fn a_group_that_the_revision_does_not_allow_is_not_written() {
    let group = Some(Group { param_p: &[7], param_g: &[5] });
    let error = |a_key_p_rev, group| Forward::MsKeyRequest(MsKeyRequest { a_key_p_rev, group }).write().unwrap_err();
    assert_eq!(error(AKeyPRev::ROOT_KEY, group), EncodeError::Unexpected { field: "param_p" });
    assert_eq!(error(AKeyPRev::A_KEY, None), EncodeError::Missing { field: "param_p" });
}

#[test]
fn ms_key_response_is_a_result_code() {
    let result_code = ResultCode::MOBILE_STATION_LOCKED;
    reverse("02 0a", &Reverse::MsKeyResponse(MsKeyResponse { result_code }));
}

#[test]
fn key_generation_carries_the_partial_keys() {
    forward("03 02 0102", &Forward::KeyGenerationRequest(KeyGenerationRequest { bs_result: &[1, 2] }));
    let response = KeyGenerationResponse { result_code: ResultCode::ACCEPTED, ms_result: &[0, 9] };
    reverse("03 00 02 0009", &Reverse::KeyGenerationResponse(response));
}

#[test]
fn a_refusal_without_ms_result_len_passes_only_where_allowed() {
    let octets = hex("03 04");
    let error = Reverse::read(&octets).unwrap_err();
    assert_eq!(error.to_string(), "ms_result_len at octet 2: expected 1 octet, found 0 octets");
    let refusal = KeyGenerationResponse { result_code: ResultCode::INVALID_PARAMETER, ms_result: &[] };
    let refusal = Reverse::KeyGenerationResponse(refusal);
    assert_eq!(Reverse::read_with(&octets, Tolerance::FIELD), Ok(refusal.clone()));
    reverse("03 04 00", &refusal);
}

#[test]
fn re_authenticate_has_fields_that_cross_octets() {
    forward("04 01020304", &Forward::ReAuthenticateRequest(ReAuthenticateRequest { rand: [1, 2, 3, 4] }));
    let response = ReAuthenticateResponse { authr: 0x2_5555, randc: 0xa7, count: 0x2a, auth_data: 0x01_0203 };
    reverse("04 95556 9ea 010203", &Reverse::ReAuthenticateResponse(response));
}

#[test]
fn commit_is_its_type_and_stray_octets_pass_only_where_allowed() {
    forward("05", &Forward::CommitRequest(CommitRequest));
    let octets = hex("05 00 00");
    let error = Forward::read(&octets).unwrap_err();
    assert_eq!(error.to_string(), "end of message at octet 1: expected 0 octets, found 2 octets");
    assert_eq!(Forward::read_with(&octets, Tolerance::FIELD), Ok(Forward::CommitRequest(CommitRequest)));
    reverse("05 00", &Reverse::CommitResponse(CommitResponse { result_code: ResultCode::ACCEPTED }));
}

#[test]
fn service_key_generation_names_keys_by_bits() {
    let request = ServiceKeyGenerationRequest { key_id: KeyId(KeyId::IMS_ROOT_KEY.0 | KeyId::WLAN_ROOT_KEY.0) };
    forward("15 a000", &Forward::ServiceKeyGenerationRequest(request));
    let result_code = ResultCode(200);
    reverse("15 c8", &Reverse::ServiceKeyGenerationResponse(ServiceKeyGenerationResponse { result_code }));
}
