//! Validation, OTAPA, secure mode.

use super::*;

fn validation(block: ValidationBlock<'_>) -> Forward<'_> {
    Forward::ValidationRequest(ValidationRequest { blocks: vec![block] })
}

#[test]
fn an_spc_has_its_first_digit_in_the_high_half() {
    let spc = Spc::of("123456").unwrap();
    forward("09 01 00 03 123456", &validation(ValidationBlock::VerifySpc(spc)));
    forward("09 01 01 03 000000", &validation(ValidationBlock::ChangeSpc(Spc::DEFAULT)));
    assert_eq!(spc.digits().as_deref(), Some("123456"));
    assert_eq!(Spc([0x12, 0x34, 0x5f]).digits(), None);
    for wrong in ["12345", "1234567", "12345x", ""] {
        assert_eq!(Spc::of(wrong), None, "{wrong}");
    }
    assert_eq!(format!("{:?}", ValidationBlock::VerifySpc(spc)), "VerifySpc(Spc([redacted]))");
}

#[test]
fn spasm_comes_with_and_without_a_signature() {
    let signed = Spasm { auth_otapa: Some(0x2_abcd), activate: true };
    forward("09 01 02 03 d579b0", &validation(ValidationBlock::ValidateSpasm(signed)));
    let bare = Spasm { auth_otapa: None, activate: true };
    forward("09 01 02 01 40", &validation(ValidationBlock::ValidateSpasm(bare)));
    let error = Forward::read(&hex("09 01 02 02 40 00")).unwrap_err();
    assert_eq!(error.to_string(), "end of block at octet 5: expected 0 octets, found 1 octet");
}

#[test]
fn other_blocks_keep_their_octets() {
    let block = Block { block_id: ValidationBlockId(130), param_data: &[1, 2] };
    forward("09 01 82 02 0102", &validation(ValidationBlock::Other(block)));
    assert_eq!(format!("{block:?}"), "Block(ValidationBlockId(130), 2 octets)");
}

#[test]
fn a_validation_response_has_a_result_per_block() {
    let results = vec![BlockResult { block_id: ValidationBlockId::VERIFY_SPC, result_code: ResultCode::INVALID_SPC }];
    reverse("09 01 00 0b", &Reverse::ValidationResponse(BlockResults { results }));
}

#[test]
fn otapa_starts_and_stops() {
    forward("0a 80", &Forward::OtapaRequest(OtapaRequest { start_stop: true }));
    forward("0a 00", &Forward::OtapaRequest(OtapaRequest { start_stop: false }));
    let response = |rand_otapa| OtapaResponse { result_code: ResultCode::ACCEPTED, rand_otapa };
    reverse("0a 00 00", &Reverse::OtapaResponse(response(None)));
    reverse("0a 00 01 01020304", &Reverse::OtapaResponse(response(Some([1, 2, 3, 4]))));
}

#[test]
fn reserved_bits_are_read_as_anything_and_written_as_0() {
    let start = Forward::OtapaRequest(OtapaRequest { start_stop: true });
    assert_eq!(Forward::read(&hex("0a ff")), Ok(start.clone()));
    assert_eq!(start.write(), Ok(hex("0a 80")));
}

#[test]
fn secure_mode_starts_with_a_random_number() {
    let start = SecureModeRequest { security: Security::ROOT_KEY, rand_smck: Some([1, 2, 3, 4, 5, 6, 7, 8]) };
    forward("0f 88 0102030405060708", &Forward::SecureModeRequest(start));
    let stop = SecureModeRequest { security: Security::SHARED_SECRET_DATA, rand_smck: None };
    forward("0f 00", &Forward::SecureModeRequest(stop));
    let wide = SecureModeRequest { security: Security(16), rand_smck: None };
    let error = Forward::SecureModeRequest(wide).write().unwrap_err();
    assert_eq!(error.to_string(), "security: 16 does not fit into 4 bits");
    let result_code = ResultCode::NOT_EXPECTED_IN_MODE;
    reverse("0f 06", &Reverse::SecureModeResponse(SecureModeResponse { result_code }));
}
