//! What tshark should show of a message that we have read.

use std::collections::BTreeMap;

use akeyd::is683::{OtaspMsgType, Row, RowValue, Tree};

use super::Shown;
use super::tshark::{Direction, Leaves};

/// How tshark writes a field.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Number,
    Octets,
    Text,
}

use Kind::{Number, Octets, Text};

/// tshark's names of the fields that are compared.
pub(crate) const NAMES: &[(&str, Kind)] = &[
    ("ansi_683.for_msg_type", Number),
    ("ansi_683.rev_msg_type", Number),
    ("ansi_683.len", Number),
    ("ansi_683.fresh_incl", Number),
    ("ansi_683.fresh", Number),
    ("ansi_683.firstchp", Number),
    ("ansi_683.home_sid", Number),
    ("ansi_683.extended_address_indicator", Number),
    ("ansi_683.station_class_mark", Number),
    ("ansi_683.mob_p_rev", Number),
    ("ansi_683.slotted_mode", Number),
    ("ansi_683.imsi_m_class", Number),
    ("ansi_683.imsi_m_addr_num", Number),
    ("ansi_683.ismi_m_addr_num", Number),
    ("ansi_683.mcc_m", Number),
    ("ansi_683.imsi_m_11_12", Number),
    ("ansi_683.imsi_m_10", Octets),
    ("ansi_683.imsi_t_class", Number),
    ("ansi_683.imsi_t_addr_num", Number),
    ("ansi_683.mcc_t", Number),
    ("ansi_683.imsi_t_11_12", Number),
    ("ansi_683.imsi_t_10", Octets),
    ("ansi_683.accolc", Number),
    ("ansi_683.local_control_status", Number),
    ("ansi_683.mob_term_home", Number),
    ("ansi_683.mob_term_for_sid", Number),
    ("ansi_683.mob_term_for_nid", Number),
    ("ansi_683.max_sid_nid", Number),
    ("ansi_683.stored_sid_nid", Number),
    ("ansi_683.num_sid_nid", Number),
    ("ansi_683.n_digits", Number),
    ("ansi_683.mobile_directory_number", Text),
    ("ansi_683.service_programming_code", Text),
    ("ansi_683.otapa_spasm_validation_signature_indicator", Number),
    ("ansi_683.otapa_spasm_validation_signature", Number),
    ("ansi_683.spasm_protection_for_the_active_nam", Number),
    ("ansi_683.number_of_parameter_blocks", Number),
    ("ansi_683.block_data", Octets),
    ("ansi_683.a_key_protocol_revision", Number),
    ("ansi_683.parameter_p", Octets),
    ("ansi_683.parameter_g", Octets),
    ("ansi_683.base_station_calculation_result", Octets),
    ("ansi_683.mobile_station_calculation_result", Octets),
    ("ansi_683.random_challenge_value", Octets),
    ("ansi_683.authr", Number),
    ("ansi_683.randc", Number),
    ("ansi_683.call_history_parameter", Number),
    ("ansi_683.authentication_data_input_parameter", Number),
    ("ansi_683.otasp_protocol_revision", Number),
    ("ansi_683.otasp_mobile_protocol_revision", Number),
    ("ansi_683.number_of_capability_records", Number),
    ("ansi_683.cap_info_record_type", Number),
    ("ansi_683.capability_data", Octets),
    ("ansi_683.mobile_station_fw_rev", Number),
    ("ansi_683.mobile_station_manuf_model_number", Number),
    ("ansi_683.num_features", Number),
    ("ansi_683.feature_id", Number),
    ("ansi_683.feature_protocol_version", Number),
    ("ansi_683.band_class_0_analog", Number),
    ("ansi_683.band_class_0_cdma", Number),
    ("ansi_683.band_class_1_cdma", Number),
    ("ansi_683.band_class_3_cdma", Number),
    ("ansi_683.band_class_6_cdma", Number),
    ("ansi_683.more_additional_fields", Octets),
    ("ansi_683.segment_offset", Number),
    ("ansi_683.segment_size", Number),
    ("ansi_683.maximum_segment_size", Number),
    ("ansi_683.otapa_session", Number),
    ("ansi_683.nam_lock_indicator", Number),
    ("ansi_683.spasm_random_challenge", Number),
    ("ansi_683.secure_mode", Number),
    ("ansi_683.security", Number),
    ("ansi_683.random_number_smck_generation", Number),
    ("ansi_683.key_id.ims_root_key", Number),
    ("ansi_683.key_id.bcmcs_root_key", Number),
    ("ansi_683.key_id.wlan_root_key", Number),
    ("ansi_683.identifiers.present", Number),
    ("ansi_683.user_zone_id", Number),
    ("ansi_683.user_zone_sid", Number),
    ("ansi_683.result_code", Number),
    ("ansi_683.key_exchange_result_code", Number),
    ("ansi_683.data_commit_result_code", Number),
    ("ansi_683.sspr_configuration_result_code", Number),
    ("ansi_683.sspr_download_result_code", Number),
    ("ansi_683.puzl_configuration_result_code", Number),
    ("ansi_683.secure_mode_result_code", Number),
    ("ansi_683.system_tag_result_code", Number),
    ("ansi_683.system_tag_download_result_code", Number),
    ("ansi_683.service_key_generation_result_code", Number),
    ("ansi_683.param_block_nam", Number),
    ("ansi_683.param_block_sspr", Number),
    ("ansi_683.param_block_val", Number),
    ("ansi_683.param_block_puzl", Number),
    ("ansi_683.param_block_3gpd", Number),
    ("ansi_683.param_block_mmd", Number),
    ("ansi_683.param_block_systag", Number),
    ("ansi_683.param_block_mms", Number),
];

/// What tshark shows and nobody compares, because it is wrong there or knows more than the message says.
pub(crate) const NOT_COMPARED: &[&str] = &[
    // The heading, all that is shown of a type that its table does not have.
    "ansi_683",
    // Shown from the wrong bits of their octet.
    "ansi_683.reserved8",
    "ansi_683.reserved16_f",
    "ansi_683.reserved24_f",
    "ansi_683.key_id.reserved",
    // Raw octets at places where pairs of bit fields stand, and what pads them.
    "ansi_683.sid_nid_pairs",
    "ansi_683.reserved_bytes",
    // Bits of the station class mark, which is compared as a whole.
    "ansi_683.extended_scm_indicator",
    "ansi_683.cdma_analog_mode",
    "ansi_683.cdma_analog_slotted",
    "ansi_683.meid",
    "ansi_683.25mhz_bandwidth",
    "ansi_683.transmission",
    "ansi_683.power_class",
];

/// What tshark should show.
pub(crate) fn shown(direction: Direction, tree: &Tree, octets: &[u8]) -> Shown {
    let mut shown = Shown::new();
    if octets[0] > 23 {
        return shown;
    }
    let mut put = |name: &str, value: String| {
        let (name, _) = NAMES.iter().find(|(known, _)| *known == format!("ansi_683.{name}")).expect(name);
        shown.entry(name).or_default().push(value);
    };
    let otasp_msg_type = OtaspMsgType(octets[0]);
    // NAM blocks differ in their names for the same field.
    let mut block_id = 0;
    for row in &tree.rows {
        let number = || number(row).to_string();
        let raw = |count: usize| hex(&octets[row.at / 8..row.at / 8 + count]);
        match row.name.as_ref() {
            "otasp_msg_type" if direction == Direction::Forward => put("for_msg_type", number()),
            "otasp_msg_type" => put("rev_msg_type", number()),
            "block_id" => {
                block_id = self::number(row);
                put(block(otasp_msg_type), number());
                // Takes BLOCK_ID for the first octet of the data.
                if direction == Direction::Forward && otasp_msg_type == OtaspMsgType::PUZL_CONFIGURATION {
                    put("block_data", hex(&octets[1..]));
                }
            }
            "block_len" => {
                put("len", number());
                let data = &octets[row.at / 8 + 1..][..self::number(row) as usize];
                if !(data.is_empty() || takes_apart(otasp_msg_type, block_id)) {
                    put("block_data", hex(data));
                }
            }
            "param_p_len" | "param_g_len" | "bs_result_len" | "ms_result_len" | "add_length" | "cap_record_len" => {
                put("len", number());
            }
            "result_code" => put(result_code(direction, otasp_msg_type), number()),
            // Empty octet strings are not shown at all.
            _ if matches!(&row.value, RowValue::Octets(octets) if octets.is_empty()) => {}
            "cap_data" => put("capability_data", raw(row.bits / 8)),
            "param_p" => put("parameter_p", raw(row.bits / 8)),
            "param_g" => put("parameter_g", raw(row.bits / 8)),
            "bs_result" => put("base_station_calculation_result", raw(row.bits / 8)),
            "ms_result" => put("mobile_station_calculation_result", raw(row.bits / 8)),
            "more_additional_fields" => put("more_additional_fields", raw(row.bits / 8)),
            "rand" => put("random_challenge_value", raw(4)),
            "rand_otapa" => put("spasm_random_challenge", big_endian(row)),
            "rand_smck" => put("random_number_smck_generation", big_endian(row)),
            // Shown as the octets in which the 34 bits lie.
            "imsi_m_s" => put("imsi_m_10", raw(5)),
            "imsi_t_s" => put("imsi_t_10", raw(5)),
            // Half octets are swapped.
            "spc" => put(
                "service_programming_code",
                raw(3).as_bytes().chunks(2).flat_map(|pair| [pair[1], pair[0]]).map(char::from).collect(),
            ),
            // Knows decimal digits only.
            "digits" => put("mobile_directory_number", text(row).replace(['*', '#'], "?")),
            "band_mode_cap" => {
                for (bit, name) in [(7, "0_analog"), (6, "0_cdma"), (5, "1_cdma"), (4, "3_cdma"), (3, "6_cdma")] {
                    put(&format!("band_class_{name}"), (self::number(row) >> bit & 1).to_string());
                }
            }
            "key_id" => {
                for (bit, name) in [(15, "ims"), (14, "bcmcs"), (13, "wlan")] {
                    put(&format!("key_id.{name}_root_key"), (self::number(row) >> bit & 1).to_string());
                }
            }
            // One of its two masks is wrong: bits 3f80 of two octets, where 03f8 hold the field.
            "imsi_m_11_12" if block_id == 2 => {
                let at = row.at / 8;
                put("imsi_m_11_12", (u16::from_be_bytes([octets[at], octets[at + 1]]) >> 7 & 0x7f).to_string());
            }
            "imsi_m_addr_num" if block_id == 0 => put("ismi_m_addr_num", number()),
            "segment_size" if otasp_msg_type == OtaspMsgType::SSPR_DOWNLOAD && direction == Direction::Reverse => {
                put("maximum_segment_size", number());
            }
            "start_stop" if otasp_msg_type == OtaspMsgType::OTAPA => put("otapa_session", number()),
            "start_stop" => put("secure_mode", number()),
            // Shown as octets of the block around them, from the wrong bits, or not at all.
            "last_segment" | "segment_data" | "param_data" | "request_data" | "octets" | "reserved" | "sid" | "nid" => {
            }
            "segment_size" | "segment_offset"
                if otasp_msg_type == OtaspMsgType::SSPR_DOWNLOAD && direction == Direction::Forward => {}
            _ if matches!(row.value, RowValue::Item) => {}
            name => put(same(name), number()),
        }
    }
    shown
}

/// Fields that tshark knows by another name only.
fn same(name: &str) -> &str {
    match name {
        "a_key_p_rev" => "a_key_protocol_revision",
        "otasp_p_rev" => "otasp_protocol_revision",
        "otasp_mob_p_rev" => "otasp_mobile_protocol_revision",
        "num_cap_records" => "number_of_capability_records",
        "cap_record_type" => "cap_info_record_type",
        "mob_firm_rev" => "mobile_station_fw_rev",
        "mob_model" => "mobile_station_manuf_model_number",
        "feature_p_rev" => "feature_protocol_version",
        "num_blocks" => "number_of_parameter_blocks",
        "count" => "call_history_parameter",
        "auth_data" => "authentication_data_input_parameter",
        "ex" => "extended_address_indicator",
        "scm" => "station_class_mark",
        "local_control" => "local_control_status",
        "n_sid_nid" => "num_sid_nid",
        "auth_otapa_incl" => "otapa_spasm_validation_signature_indicator",
        "auth_otapa" => "otapa_spasm_validation_signature",
        "activate" => "spasm_protection_for_the_active_nam",
        "request_offset" => "segment_offset",
        "request_max_size" => "maximum_segment_size",
        "nam_lock" => "nam_lock_indicator",
        "identifiers_present" => "identifiers.present",
        "uz_id" => "user_zone_id",
        "uz_sid" => "user_zone_sid",
        same => same,
    }
}

/// Name of BLOCK_ID.
fn block(otasp_msg_type: OtaspMsgType) -> &'static str {
    match otasp_msg_type.0 {
        0 | 1 => "param_block_nam",
        7 | 8 => "param_block_sspr",
        9 => "param_block_val",
        11 | 12 => "param_block_puzl",
        13 | 14 => "param_block_3gpd",
        17 | 18 => "param_block_mmd",
        19 | 20 => "param_block_systag",
        _ => "param_block_mms",
    }
}

/// Name of RESULT_CODE.
fn result_code(direction: Direction, otasp_msg_type: OtaspMsgType) -> &'static str {
    assert_eq!(direction, Direction::Reverse);
    match otasp_msg_type.0 {
        2 | 3 => "key_exchange_result_code",
        5 => "data_commit_result_code",
        7 => "sspr_configuration_result_code",
        8 => "sspr_download_result_code",
        11 => "puzl_configuration_result_code",
        15 => "secure_mode_result_code",
        19 => "system_tag_result_code",
        20 => "system_tag_download_result_code",
        21 => "service_key_generation_result_code",
        _ => "result_code",
    }
}

/// Blocks that tshark shows as fields, not as octets.
fn takes_apart(otasp_msg_type: OtaspMsgType, block_id: u64) -> bool {
    match otasp_msg_type.0 {
        0 | 1 => block_id < 4,
        9 => block_id < 3,
        _ => false,
    }
}

fn number(row: &Row) -> u64 {
    let RowValue::Number(number) = row.value else { panic!("{row:?}") };
    number
}

fn text(row: &Row) -> String {
    let RowValue::Text(text) = &row.value else { panic!("{row:?}") };
    text.clone()
}

fn big_endian(row: &Row) -> String {
    let RowValue::Octets(octets) = &row.value else { panic!("{row:?}") };
    octets.iter().fold(0_u64, |number, octet| number << 8 | u64::from(*octet)).to_string()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::new(), |hex, octet| hex + &format!("{octet:02x}"))
}

/// The leaves that have a counterpart of ours. Any other must be known.
pub(crate) fn comparable(leaves: &Leaves, context: &str) -> Shown {
    let mut shown: Shown = BTreeMap::new();
    for (name, value) in leaves {
        if NOT_COMPARED.contains(&name.as_str()) {
            continue;
        }
        let Some((name, kind)) = NAMES.iter().find(|(known, _)| known == name) else {
            panic!("tshark shows {name} = {value} of\n{context}");
        };
        let value = match kind {
            Number => value
                .strip_prefix("0x")
                .map_or_else(|| value.clone(), |hex| u64::from_str_radix(hex, 16).unwrap().to_string()),
            Octets => value.replace(':', ""),
            Text => value.clone(),
        };
        shown.entry(name).or_default().push(value);
    }
    shown
}
