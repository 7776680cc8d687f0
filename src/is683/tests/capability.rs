//! Capability messages.

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
