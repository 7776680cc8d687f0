//! The dissector's view.

use super::*;

/// Lines of a tree without its title.
fn lines(tree: &Tree) -> Vec<String> {
    tree.to_string().lines().skip(1).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn every_field_has_its_place_name_value_and_meaning() {
    let tree = Tree::forward(&hex("02 02 03 ffabcd 01 05"), Tolerance::STRICT);
    assert_eq!(
        tree.to_string(),
        concat!(
            "MS Key Request (forward), 8 octets\n",
            "    0.0      8  otasp_msg_type  2  (MS Key)\n",
            "    1.0      8  a_key_p_rev     2  (2G: A-key)\n",
            "    2.0      8  param_p_len     3\n",
            "    3.0     24  param_p         ffabcd\n",
            "    6.0      8  param_g_len     1\n",
            "    7.0      8  param_g         05\n",
        )
    );
}

#[test]
fn items_of_lists_are_indented() {
    let tree = Tree::forward(&hex("09 01 02 03 d579b0"), Tolerance::STRICT);
    assert_eq!(
        lines(&tree),
        [
            "0.0 8 otasp_msg_type 9 (Validation)",
            "1.0 8 num_blocks 1",
            "2.0 40 blocks[0]",
            "2.0 8 block_id 2 (validate SPASM)",
            "3.0 8 block_len 3",
            "4.0 1 auth_otapa_incl 1 (yes)",
            "4.1 18 auth_otapa 175053",
            "6.3 1 activate 1 (yes)",
            "6.4 4 reserved 0",
        ]
    );
    assert_eq!(tree.rows.iter().map(|row| row.depth).collect::<Vec<_>>(), [0, 0, 0, 1, 1, 1, 1, 1, 1]);
}

#[test]
fn digits_are_the_meaning_of_their_codes() {
    let tree = lines(&Tree::forward(&hex("01 02 03 07 03456650de08f6 01 03 5b55ac"), Tolerance::STRICT));
    for line in ["4.4 10 mcc_t 209 (310)", "5.6 7 imsi_t_11_12 44 (55)", "6.5 34 imsi_t_s 13563266171 (9195551234)"] {
        assert!(tree.iter().any(|found| found == line), "{line} in {tree:#?}");
    }
    assert!(tree.iter().any(|found| found == "13.4 20 digits *550#"), "{tree:#?}");
}

#[test]
fn the_revision_of_key_exchange_says_which_keys() {
    let tree = lines(&Tree::reverse(&hex("06 0001 07 02 0103 0203 00"), Tolerance::STRICT));
    assert!(tree.contains(&"6.0 8 feature_p_rev 3 (2G and 3G: A-key and root key)".into()), "{tree:#?}");
    assert!(tree.contains(&"8.0 8 feature_p_rev 3".into()), "{tree:#?}");
}

#[test]
fn a_malformed_message_shows_what_was_read() {
    let tree = Tree::reverse(&hex("03 00 05 0102"), Tolerance::STRICT);
    assert_eq!(tree.title, "Key Generation Response (reverse), 5 octets");
    assert_eq!(
        lines(&tree),
        [
            "0.0 8 otasp_msg_type 3 (Key Generation)",
            "1.0 8 result_code 0 (accepted, operation successful)",
            "2.0 8 ms_result_len 5",
            "malformed: ms_result at octet 3: expected 5 octets, found 2 octets",
        ]
    );
}

#[test]
fn long_octet_strings_go_on_below() {
    let mut octets = vec![3, 40];
    octets.extend(0..40);
    let text = Tree::forward(&octets, Tolerance::STRICT).to_string();
    let last = text.lines().last().unwrap();
    assert_eq!(last.trim(), "2021222324252627");
    let above = text.lines().rev().nth(1).unwrap();
    assert_eq!(above.find("000102"), last.find("2021"));
}
