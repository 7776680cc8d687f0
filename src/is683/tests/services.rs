//! PUZL, 3GPD, MMD, System Tag, MMS.

use super::*;

#[test]
fn puzl() {
    let request = PuzlConfigurationRequest { block_id: PuzlReportId::USER_ZONE, request_data: &[0, 1] };
    forward("0b 02 0001", &Forward::PuzlConfigurationRequest(request));
    let block_id = PuzlReportId::PUZL_DIMENSIONS;
    let report = SingleReport { block_id, result_code: ResultCode::PUZL_EMPTY, param_data: &[], fresh: None };
    reverse("0b 00 11 00", &Reverse::PuzlConfigurationResponse(report));
    let block = Block { block_id: PuzlBlockId::PUZL_FLAGS, param_data: &[0x80] };
    let request = Blocks { blocks: vec![block], fresh: Some(Fresh::NotIncluded) };
    forward("0c 01 04 01 80 00", &Forward::PuzlDownloadRequest(request));
    let result = |block_id, user_zone| PuzlResult { block_id, result_code: ResultCode::ACCEPTED, user_zone };
    let user_zone = Some(UserZone { uz_id: 0xabcd, uz_sid: 0x7ffe });
    let results = vec![result(PuzlBlockId::USER_ZONE_INSERT, user_zone), result(PuzlBlockId::PUZL_FLAGS, None)];
    reverse("0c 02 00 00 d5e6fffe 04 00 00", &Reverse::PuzlDownloadResponse(PuzlDownloadResponse { results }));
}

#[test]
fn packet_data() {
    let block_ids = vec![PacketDataReportId::OPERATION_CAPABILITY, PacketDataReportId::HRPD_CHAP_SECRET];
    forward("0d 02 00 0d", &Forward::PacketDataConfigurationRequest(BlockIds { block_ids }));
    let report =
        |block_id, param_data| BlockReport { block: Block { block_id, param_data }, result_code: ResultCode::ACCEPTED };
    let blocks = vec![
        report(PacketDataReportId::OPERATION_MODE, &[0xc0][..]),
        report(PacketDataReportId::SIMPLE_IP_STATUS, &[1, 2]),
    ];
    reverse(
        "0d 02 01 01 c0 00 06 02 0102 00 8123",
        &Reverse::PacketDataConfigurationResponse(BlockReports { blocks, fresh: Some(Fresh::Included(0x123)) }),
    );
    let blocks = vec![Block { block_id: PacketDataBlockId::SIMPLE_IP_PAP_SECRET, param_data: b"word" }];
    assert!(!format!("{blocks:?}").contains("119"), "a secret is not printed");
    forward("0e 01 08 04 776f7264", &Forward::PacketDataDownloadRequest(Blocks { blocks, fresh: None }));
    let results = vec![BlockResult {
        block_id: PacketDataBlockId::SIMPLE_IP_PAP_SECRET,
        result_code: ResultCode::PAP_SECRET_LENGTH_MISMATCH,
    }];
    reverse("0e 01 08 17", &Reverse::PacketDataDownloadResponse(BlockResults { results }));
}

#[test]
fn multimedia_domain() {
    let block_ids = vec![MmdBlockId::APPLICATION];
    forward("11 01 00", &Forward::MmdConfigurationRequest(BlockIds { block_ids }));
    let block = Block { block_id: MmdBlockId::APPLICATION, param_data: &[5][..] };
    let blocks = vec![BlockReport { block, result_code: ResultCode::ACCEPTED }];
    reverse("11 01 00 01 05 00", &Reverse::MmdConfigurationResponse(BlockReports { blocks, fresh: None }));
    forward("12 01 00 01 05", &Forward::MmdDownloadRequest(Blocks { blocks: vec![block], fresh: None }));
    let results =
        vec![BlockResult { block_id: MmdBlockId::APPLICATION, result_code: ResultCode::MMD_IMPU_LENGTH_MISMATCH }];
    reverse("12 01 00 27", &Reverse::MmdDownloadResponse(BlockResults { results }));
}

#[test]
fn system_tag() {
    let request = |block_id, part| SystemTagConfigurationRequest { block_id, part };
    let home = request(SystemTagReportId::HOME_SYSTEM_TAG, None);
    forward("13 00", &Forward::SystemTagConfigurationRequest(home));
    let part = Some(RequestedPart { request_offset: 16, request_max_size: 255 });
    let list = request(SystemTagReportId::GROUP_TAG_LIST, part);
    forward("13 02 0010 ff", &Forward::SystemTagConfigurationRequest(list));
    let report = SystemTagConfigurationResponse {
        block_id: SystemTagReportId::HOME_SYSTEM_TAG,
        result_code: ResultCode::ACCEPTED,
        param_data: &[3, 4],
    };
    reverse("13 00 00 02 0304", &Reverse::SystemTagConfigurationResponse(report));
    let block = SystemTagDownloadRequest { block_id: SystemTagBlockId::CALL_PROMPT_LIST, param_data: &[1] };
    forward("14 03 01 01", &Forward::SystemTagDownloadRequest(block));
    let response = |block_id, stored| {
        let result_code = ResultCode::SYSTEM_TAG_FORMAT_MISMATCH;
        Reverse::SystemTagDownloadResponse(SystemTagDownloadResponse { block_id, result_code, stored })
    };
    reverse("14 00 2b", &response(SystemTagBlockId::HOME_SYSTEM_TAG, None));
    let stored = Some(StoredPart { segment_offset: 258, segment_size: 9 });
    reverse("14 03 2b 0102 09", &response(SystemTagBlockId::CALL_PROMPT_LIST, stored));
}

#[test]
fn multimedia_messaging() {
    let block_ids = vec![MmsReportId::MMS_URI, MmsReportId::MMS_URI_CAPABILITY];
    forward("16 02 00 01", &Forward::MmsConfigurationRequest(BlockIds { block_ids }));
    let block = Block { block_id: MmsReportId::MMS_URI_CAPABILITY, param_data: &[1][..] };
    let blocks = vec![BlockReport { block, result_code: ResultCode::ACCEPTED }];
    let fresh = Some(Fresh::NotIncluded);
    reverse("16 01 01 01 01 00 00", &Reverse::MmsConfigurationResponse(BlockReports { blocks, fresh }));
    let blocks = vec![Block { block_id: MmsBlockId::MMS_URI, param_data: b"\x01m" }];
    forward("17 01 00 02 016d 00", &Forward::MmsDownloadRequest(Blocks { blocks, fresh }));
    let results = vec![BlockResult { block_id: MmsBlockId::MMS_URI, result_code: ResultCode::INVALID_MMS_URI }];
    reverse("17 01 00 2e", &Reverse::MmsDownloadResponse(BlockResults { results }));
}
