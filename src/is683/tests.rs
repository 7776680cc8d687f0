//! Real octets and their meaning, and what every message must do.

use super::*;

/// Octets from hex with blanks.
fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// `text` reads as `message`, and is what is written for it.
fn forward(text: &str, message: &Forward<'_>) {
    assert_eq!(Forward::read(&hex(text)).as_ref(), Ok(message), "{text}");
    assert_eq!(message.write(), Ok(hex(text)), "{message:?}");
}

/// As [`forward`].
fn reverse(text: &str, message: &Reverse<'_>) {
    assert_eq!(Reverse::read(&hex(text)).as_ref(), Ok(message), "{text}");
    assert_eq!(message.write(), Ok(hex(text)), "{message:?}");
}

mod key {
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
        let error =
            |a_key_p_rev, group| Forward::MsKeyRequest(MsKeyRequest { a_key_p_rev, group }).write().unwrap_err();
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
}

mod capability {
    use super::*;

    #[test]
    fn a_request_is_short_or_asks_for_records() {
        forward("06", &Forward::ProtocolCapabilityRequest(ProtocolCapabilityRequest { records: None }));
        let cap_record_types = vec![CapRecordType::MEID, CapRecordType(99)];
        let records = Some(RecordRequest { otasp_p_rev: 3, cap_record_types });
        forward("06 03 02 02 63", &Forward::ProtocolCapabilityRequest(ProtocolCapabilityRequest { records }));
    }

    #[test]
    fn a_response_lists_features_and_revisions() {
        let features = vec![
            Feature { feature_id: FeatureId::KEY_EXCHANGE, feature_p_rev: FeaturePRev(2) },
            Feature { feature_id: FeatureId(250), feature_p_rev: FeaturePRev(9) },
        ];
        assert!(Feature::key_exchange_revisions(&features).eq([AKeyPRev::A_KEY]));
        let response = ProtocolCapabilityResponse { mob_firm_rev: 0x0102, mob_model: 7, features, additional: None };
        reverse("06 0102 07 02 0102 fa09 00", &Reverse::ProtocolCapabilityResponse(response));
    }

    #[test]
    fn additional_fields_begin_with_band_mode_cap() {
        let band_mode_cap = BandModeCap(BandModeCap::BAND_CLASS_0_CDMA.0 | BandModeCap::BAND_CLASS_6_CDMA.0);
        let additional = Some(AdditionalFields { band_mode_cap, more: &[0xaa, 0xbb] });
        let response = ProtocolCapabilityResponse { additional, ..ProtocolCapabilityResponse::default() };
        reverse("06 0000 00 00 03 48 aabb", &Reverse::ProtocolCapabilityResponse(response));
    }

    #[test]
    fn an_extended_response_has_records() {
        let features = vec![Feature { feature_id: FeatureId::KEY_EXCHANGE, feature_p_rev: FeaturePRev(3) }];
        let meid = [0xa0, 0, 0, 0, 0, 0, 1];
        let cap_records = vec![CapRecord { cap_record_type: CapRecordType::MEID, cap_data: &meid }];
        reverse(
            "10 03 0001 05 01 0103 01 02 07 a0000000000001",
            &Reverse::ExtendedProtocolCapabilityResponse(ExtendedProtocolCapabilityResponse {
                otasp_mob_p_rev: 3,
                mob_firm_rev: 1,
                mob_model: 5,
                features,
                cap_records,
            }),
        );
    }
}

#[test]
fn unknown_types_keep_their_octets() {
    let unknown = |otasp_msg_type| Forward::Unknown { otasp_msg_type, octets: &[1, 2] };
    forward("c8 0102", &unknown(OtaspMsgType(200)));
    forward("10 0102", &unknown(OtaspMsgType(16)));
    assert_eq!(unknown(OtaspMsgType::COMMIT).write(), Err(EncodeError::Unexpected { field: "octets" }));
}

#[test]
fn an_error_says_where_and_what() {
    let said = |text: &str| Forward::read(&hex(text)).unwrap_err().to_string();
    assert_eq!(said(""), "otasp_msg_type at octet 0: expected 1 octet, found 0 octets");
    assert_eq!(said("02 02 04 0102"), "param_p at octet 3: expected 4 octets, found 2 octets");
    assert_eq!(said("02 02 01 07"), "param_g_len at octet 4: expected 1 octet, found 0 octets");
    assert_eq!(said("02 03 01 07"), "end of message at octet 2: expected 0 octets, found 2 octets");
}

#[test]
fn every_type_is_named() {
    for value in 0..24 {
        let (forward, reverse) = (Forward::empty(OtaspMsgType(value)), Reverse::empty(OtaspMsgType(value)));
        let name = OtaspMsgType(value).meaning();
        assert_eq!(forward.name() == "Unknown", value == 16);
        assert!(value == 16 || forward.name() == format!("{name} Request"), "{}", forward.name());
        assert_eq!(reverse.name(), format!("{name} Response"));
        assert_eq!((forward.otasp_msg_type().0, reverse.otasp_msg_type().0), (value, value));
    }
}

#[test]
fn the_two_number_spaces_translate() {
    assert_eq!(AKeyProtocolVersion::with_octets(64, 20), Some(AKeyProtocolVersion::DIFFIE_HELLMAN_512_160));
    assert_eq!(AKeyProtocolVersion::with_octets(128, 1), None);
    for version in AKeyPRev::A_KEY.protocol_versions() {
        assert_eq!(version.a_key_p_rev(), Some(AKeyPRev::A_KEY));
        let (param_p, param_g) = version.octets().unwrap();
        assert_eq!(AKeyProtocolVersion::with_octets(param_p, param_g), Some(*version));
    }
    assert_eq!(AKeyPRev::ROOT_KEY.protocol_versions(), []);
    assert_eq!(AKeyProtocolVersion::NOT_SUPPORTED.a_key_p_rev(), None);
}
