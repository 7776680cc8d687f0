//! NAM messages and digit codings.

use super::*;

/// IMSI 310 55 919 555 1234.
const IMSI: Imsi =
    Imsi { class: 0, addr_num: 0, mcc: Mcc(209), imsi_11_12: Imsi1112(44), imsi_s: ImsiS(13_563_266_171) };
const SHORT_IMSI: Imsi = Imsi { class: 1, addr_num: 5, ..IMSI };
const ACCESS: Access =
    Access { accolc: 5, local_control: true, mob_term_home: true, mob_term_for_sid: false, mob_term_for_nid: true };
const HOME: SidNid = SidNid { sid: 4120, nid: 65_535 };

fn download(block: NamBlock<'_>) -> Forward<'_> {
    Forward::DownloadRequest(DownloadRequest { blocks: vec![block], fresh: None })
}

fn configuration(block: NamBlock<'_>) -> Reverse<'_> {
    let blocks = vec![NamReport { block, result_code: ResultCode::ACCEPTED }];
    Reverse::ConfigurationResponse(ConfigurationResponse { blocks, fresh: None })
}

#[test]
fn a_cdma_analog_nam_with_one_pair_is_17_octets() {
    let nam = CdmaAnalogNam {
        firstchp: 333,
        home_sid: 4120,
        ex: true,
        scm: None,
        mob_p_rev: None,
        imsi_m: IMSI,
        access: ACCESS,
        max_sid_nid: None,
        sid_nid: vec![HOME],
    };
    forward("01 01 00 11 29a4062068acca1bc11ed740480c7fff80", &download(NamBlock::CdmaAnalog(nam)));
}

#[test]
fn a_handset_reports_more_of_its_cdma_analog_nam() {
    let nam = CdmaAnalogNam {
        firstchp: 333,
        home_sid: 4120,
        ex: true,
        scm: Some(0x6a),
        mob_p_rev: Some(6),
        imsi_m: IMSI,
        access: ACCESS,
        max_sid_nid: Some(4),
        sid_nid: vec![HOME, SidNid { sid: 1, nid: 2 }],
    };
    reverse("00 01 00 17 29a4062d40c068acca1bc11ed74100880c7fff80010002 00", &configuration(NamBlock::CdmaAnalog(nam)));
}

#[test]
fn a_cdma_nam_with_one_pair_is_13_octets() {
    let nam = CdmaNam { station: None, imsi_m: IMSI, access: ACCESS, max_sid_nid: None, sid_nid: vec![HOME] };
    forward("01 01 02 0d 03456650de08f6ba024063fffc", &download(NamBlock::Cdma(nam)));
}

#[test]
fn a_handset_reports_more_of_its_cdma_nam() {
    let station = Some(CdmaStation { slotted_mode: true, mob_p_rev: 6 });
    let nam = CdmaNam { station, imsi_m: SHORT_IMSI, access: ACCESS, max_sid_nid: Some(4), sid_nid: vec![HOME] };
    reverse("00 01 02 10 2006d3456650de08f6ba08024063fffc 00", &configuration(NamBlock::Cdma(nam)));
}

#[test]
fn what_only_a_handset_reports_is_not_downloaded() {
    let nam = CdmaNam { station: Some(CdmaStation::default()), ..CdmaNam::default() };
    let error = download(NamBlock::Cdma(nam)).write().unwrap_err();
    assert_eq!(error.to_string(), "slotted_mode: present, though other fields rule it out");
    let error = configuration(NamBlock::CdmaAnalog(CdmaAnalogNam::default())).write().unwrap_err();
    assert_eq!(error.to_string(), "scm: missing, though other fields demand it");
}

#[test]
fn an_imsi_t_is_7_octets() {
    forward("01 01 03 07 d3456650de08f6", &download(NamBlock::ImsiT(SHORT_IMSI)));
    reverse("00 01 03 07 d3456650de08f6 00", &configuration(NamBlock::ImsiT(SHORT_IMSI)));
}

#[test]
fn a_directory_number_sends_0_as_1010() {
    let mdn = |digits: &str| NamBlock::Mdn(Mdn { digits: digits.parse().unwrap() });
    forward("01 01 01 06 a555a1234560", &download(mdn("5550123456")));
    forward("01 01 01 03 5b55ac", &download(mdn("*550#")));
    reverse("00 01 01 01 00 00", &configuration(mdn("")));
    let error = Forward::read(&hex("01 01 01 02 5b55")).unwrap_err();
    assert_eq!(error.to_string(), "digits at octet 4: expected 20 bits, found 12 bits");
}

#[test]
fn result_codes_stand_behind_the_last_block() {
    let other = |block_id, param_data| NamBlock::Other(Block { block_id, param_data });
    let blocks = vec![
        NamReport { block: other(NamBlockId::EHRPD_IMSI, &[7]), result_code: ResultCode::ACCEPTED },
        NamReport { block: other(NamBlockId(200), &[]), result_code: ResultCode::BLOCK_ID_NOT_SUPPORTED },
    ];
    reverse(
        "00 02 04 01 07 c8 00 00 07 00",
        &Reverse::ConfigurationResponse(ConfigurationResponse { blocks, fresh: Some(Fresh::NotIncluded) }),
    );
}

#[test]
fn under_fresh_the_blocks_are_ciphertext() {
    let block = NamBlock::Other(Block { block_id: NamBlockId::MDN, param_data: &[0xa5, 0x55] });
    let fresh = Some(Fresh::Included(0x1234));
    forward("01 01 01 02 a555 9234", &Forward::DownloadRequest(DownloadRequest { blocks: vec![block.clone()], fresh }));
    let blocks = vec![NamReport { block, result_code: ResultCode::ACCEPTED }];
    reverse("00 01 01 02 a555 00 9234", &Reverse::ConfigurationResponse(ConfigurationResponse { blocks, fresh }));
    // The same block in the clear is a directory number that is cut short.
    assert!(Forward::read(&hex("01 01 01 02 a555 00")).is_err());
}

#[test]
fn an_empty_block_stays_empty() {
    forward("01 01 02 00", &download(NamBlock::Other(Block { block_id: NamBlockId::CDMA, param_data: &[] })));
}

#[test]
fn a_block_ends_where_its_length_says() {
    let error = Forward::read(&hex("01 01 03 08 d3456650de08f6 00")).unwrap_err();
    assert_eq!(error.to_string(), "end of block at octet 11: expected 0 octets, found 1 octet");
    let error = Forward::read(&hex("01 01 03 06 d3456650de08")).unwrap_err();
    assert_eq!(error.to_string(), "imsi_t_s at octet 6: expected 34 bits, found 27 bits");
    let error = Forward::read(&hex("01 01 02 0d 03456650de08f6ba 04 4063fffc")).unwrap_err();
    assert_eq!(error.to_string(), "sid at octet 16: expected 15 bits, found 2 bits");
}

#[test]
fn requests_and_results_are_lists() {
    let block_ids = vec![NamBlockId::CDMA_ANALOG, NamBlockId::IMSI_T, NamBlockId(255)];
    forward("00 03 00 03 ff", &Forward::ConfigurationRequest(BlockIds { block_ids }));
    let results = vec![
        BlockResult { block_id: NamBlockId::MDN, result_code: ResultCode::ACCEPTED },
        BlockResult { block_id: NamBlockId::CDMA, result_code: ResultCode::SID_NID_LENGTH_MISMATCH },
    ];
    reverse("01 02 01 00 02 05", &Reverse::DownloadResponse(BlockResults { results }));
}

#[test]
fn imsi_codes_count_0_as_10() {
    assert_eq!((Mcc::of("310"), Mcc(209).digits().as_deref()), (Some(Mcc(209)), Some("310")));
    assert_eq!((Mcc::of("000"), Mcc::of("111")), (Some(Mcc(999)), Some(Mcc(0))));
    assert_eq!((Mcc(1000).digits(), Mcc::of("31"), Mcc::of("3a0")), (None, None, None));
    assert_eq!((Imsi1112::of("55"), Imsi1112(44).digits().as_deref()), (Some(Imsi1112(44)), Some("55")));
    assert_eq!(ImsiS::of("9195551234"), Some(IMSI.imsi_s));
    assert_eq!(IMSI.imsi_s.digits().as_deref(), Some("9195551234"));
    assert_eq!(ImsiS::of("0000000000").unwrap().0 >> 10 & 0x0f, 0b1010, "the thousands digit");
    assert_eq!(ImsiS(0).digits(), None, "no thousands digit is 0000");
}

#[test]
fn every_code_has_one_row_of_digits() {
    for code in 0..1000 {
        assert_eq!(Mcc::of(&Mcc(code).digits().unwrap()), Some(Mcc(code)));
    }
    for code in 0..100 {
        assert_eq!(Imsi1112::of(&Imsi1112(code).digits().unwrap()), Some(Imsi1112(code)));
    }
}
