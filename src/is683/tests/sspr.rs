//! SSPR messages.

use super::*;

#[test]
fn a_roaming_list_is_asked_for_in_parts() {
    let request = SsprConfigurationRequest { block_id: SsprReportId::PRL_DIMENSIONS, part: None };
    forward("07 00", &Forward::SsprConfigurationRequest(request));
    let part = Some(RequestedPart { request_offset: 0x0102, request_max_size: 100 });
    let request = SsprConfigurationRequest { block_id: SsprReportId::PRL, part };
    forward("07 01 0102 64", &Forward::SsprConfigurationRequest(request));
}

#[test]
fn a_report_keeps_its_octets() {
    let block_id = SsprReportId::EXTENDED_PRL_DIMENSIONS;
    let report = |fresh| SingleReport { block_id, result_code: ResultCode::ACCEPTED, param_data: &[1, 2, 3], fresh };
    let not_included = report(Some(Fresh::NotIncluded));
    reverse("07 02 00 03 010203 00", &Reverse::SsprConfigurationResponse(not_included));
    reverse("07 02 00 03 010203", &Reverse::SsprConfigurationResponse(report(None)));
    reverse("07 02 00 03 010203 8001", &Reverse::SsprConfigurationResponse(report(Some(Fresh::Included(1)))));
}

#[test]
fn a_roaming_list_is_stored_in_segments() {
    let segment = Segment { last_segment: true, segment_offset: 0x0203, segment_data: &[0xaa, 0xbb] };
    let request = |block, fresh| Forward::SsprDownloadRequest(SsprDownloadRequest { block, fresh });
    forward("08 00 06 01 0203 02 aabb", &request(SsprBlock::Prl(segment), None));
    let segment = Segment { last_segment: false, ..segment };
    forward("08 01 06 00 0203 02 aabb 00", &request(SsprBlock::ExtendedPrl(segment), Some(Fresh::NotIncluded)));
    let block = Block { block_id: SsprBlockId::PRL, param_data: &[9, 9] };
    forward("08 00 02 0909 8001", &request(SsprBlock::Other(block), Some(Fresh::Included(1))));
    let block = Block { block_id: SsprBlockId(199), param_data: &[9] };
    forward("08 c7 01 09", &request(SsprBlock::Other(block), None));
    let error = Forward::read(&hex("08 00 06 01 0203 03 aabb")).unwrap_err();
    assert_eq!(error.to_string(), "segment_data at octet 7: expected 3 octets, found 2 octets");
}

#[test]
fn a_stored_segment_is_acknowledged_in_six_octets() {
    let stored = StoredPart { segment_offset: 0x0203, segment_size: 2 };
    let response = SsprDownloadResponse { block_id: SsprBlockId::PRL, result_code: ResultCode::CRC_ERROR, stored };
    reverse("08 00 09 0203 02", &Reverse::SsprDownloadResponse(response));
}
