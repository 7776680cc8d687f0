//! The management tree: values, properties, rights, and the code of each refusal.

use super::super::code::*;
use super::super::device::tree::{Access, Content, Tree};
use super::*;

const SERVER: &str = "akeyd";

fn tree() -> Tree {
    handset().tree
}

fn text(tree: &Tree, uri: &str) -> Result<String, u32> {
    tree.get(uri, SERVER).map(|content| String::from_utf8(content.octets).unwrap())
}

#[test]
fn get_reads_leaves_children_and_properties() {
    let tree = tree();
    assert_eq!(text(&tree, "./DevInfo/DevId"), Ok("MEID:A0000000000001".into()));
    assert_eq!(text(&tree, "DevInfo/DevId"), Ok("MEID:A0000000000001".into()));
    assert_eq!(text(&tree, "."), Ok("CDMA/DMAcc/DevDetail/DevInfo".into()));
    assert_eq!(text(&tree, "./DevInfo"), Ok("DevId/DmV/Lang/Man/Mod".into()));
    assert_eq!(tree.get("./DevInfo", SERVER).unwrap().format, "node");
    assert_eq!(text(&tree, "./CDMA/OTASP"), Ok("Req/Rsp".into()));
    assert_eq!(text(&tree, "./DevInfo/DevId?prop=Format"), Ok("chr".into()));
    assert_eq!(text(&tree, "./DevInfo/DevId?prop=Type"), Ok("text/plain".into()));
    assert_eq!(text(&tree, "./DevInfo/DevId?prop=Size"), Ok("19".into()));
    assert_eq!(text(&tree, "./DevInfo/DevId?prop=Name"), Ok("DevId".into()));
    assert_eq!(text(&tree, ".?prop=ACL"), Ok("Add=*&Get=*".into()));
    assert_eq!(text(&tree, "./CDMA/OTASP/Req?prop=Format"), Err(NOT_ALLOWED), "Req takes Exec only");
    assert_eq!(text(&tree, "./CDMA/OTASP/Rsp?prop=Format"), Ok("bin".into()));
}

#[test]
fn get_refuses_with_the_code_of_the_standard() {
    let tree = tree();
    for (uri, code) in [
        ("./DevInfo/Nothing", NOT_FOUND),
        ("", NOT_FOUND),
        ("/DevInfo", NOT_FOUND),
        ("./DevInfo/", NOT_FOUND),
        ("./DevInfo/../DevInfo", NOT_FOUND),
        ("./devinfo", NOT_FOUND),
        ("./DMAcc/akeyd/AppAuth/client/AAuthSecret", NOT_ALLOWED),
        ("./DMAcc/akeyd/AppAuth/client/AAuthData", NOT_ALLOWED),
        ("./DevInfo?prop=Size", NOT_ALLOWED),
        ("./DevInfo?prop=VerNo", UNSUPPORTED_FEATURE),
        ("./DevInfo?list=TNDS", UNSUPPORTED_FEATURE),
        (&"x".repeat(256), URI_TOO_LONG),
        (&"x".repeat(65), URI_TOO_LONG),
        (&["a"; 17].join("/"), URI_TOO_LONG),
    ] {
        assert_eq!(text(&tree, uri), Err(code), "{uri}");
    }
}

#[test]
fn add_creates_parents_and_delete_takes_all_below() {
    let mut tree = tree();
    tree.plant_interior("CDMA/AKey", Access::ADD.and(Access::GET));
    assert_eq!(tree.add("./CDMA/AKey/X/1/P", Content::binary([1, 2]), SERVER), Ok(()));
    assert_eq!(tree.add("./CDMA/AKey/X/1/P", Content::binary([1, 2]), SERVER), Err(EXISTS));
    assert_eq!(tree.get("./CDMA/AKey/X/1/P", SERVER), Ok(Content::binary([1, 2])));
    assert_eq!(text(&tree, "./CDMA/AKey/X"), Ok("1".into()));
    assert_eq!(tree.add("./CDMA/AKey/X/1/P/Q", Content::text(""), SERVER), Err(NOT_ALLOWED), "below a leaf");
    assert_eq!(tree.add("./DevInfo/More", Content::text(""), SERVER), Err(NOT_ALLOWED));
    assert_eq!(tree.replace("./CDMA/AKey/X/1/P", Content::text("three"), SERVER), Ok(()));
    assert_eq!(tree.copy("./CDMA/AKey/X/1/P", "./CDMA/AKey/X/2", SERVER), Ok(()));
    assert_eq!(tree.replace("./CDMA/AKey/X/2?prop=Name", Content::text("22"), SERVER), Ok(()));
    assert_eq!(text(&tree, "./CDMA/AKey/X/22"), Ok("three".into()));
    assert_eq!(tree.delete("./CDMA/AKey/X", SERVER), Ok(()));
    assert_eq!(text(&tree, "./CDMA/AKey/X/1/P"), Err(NOT_FOUND));
    assert_eq!(tree.delete("./CDMA/AKey/X", SERVER), Err(NOT_FOUND));
    assert_eq!(tree.delete("./CDMA/AKey", SERVER), Err(NOT_ALLOWED));
    assert_eq!(tree.delete(".", SERVER), Err(NOT_ALLOWED));
    assert_eq!(text(&tree, "./CDMA/AKey"), Ok(String::new()));
}

#[test]
fn replace_never_creates_and_never_changes_what_is_read_only() {
    let mut tree = tree();
    let value = || Content::text("new");
    assert_eq!(tree.replace("./DevInfo/DevId", value(), SERVER), Err(NOT_ALLOWED));
    assert_eq!(tree.replace("./DevInfo", value(), SERVER), Err(NOT_ALLOWED));
    assert_eq!(tree.replace("./DevInfo/New", value(), SERVER), Err(NOT_FOUND));
    tree.plant("CDMA/Bin", Access::REPLACE, Content::binary([]));
    assert_eq!(tree.replace("./CDMA/Bin", value(), SERVER), Err(UNSUPPORTED_TYPE));
    assert_eq!(tree.replace("./CDMA/Bin", Content::binary(vec![0; 8193]), SERVER), Err(TOO_LARGE));
    assert_eq!(tree.replace("./CDMA/Bin", Content::binary([5]), SERVER), Ok(()));
    assert_eq!(tree.value("CDMA/Bin"), Some([5].as_slice()));
}

#[test]
fn the_list_of_the_nearest_ancestor_gives_or_refuses_the_right() {
    let mut tree = tree();
    assert_eq!(tree.exec("./CDMA/OTASP/Req", SERVER), Ok("CDMA/OTASP/Req".into()));
    assert_eq!(tree.exec("./CDMA/OTASP/Rsp", SERVER), Err(NOT_ALLOWED));
    assert_eq!(tree.exec("./CDMA/OTASP/Nothing", SERVER), Err(NOT_FOUND));
    tree.set_acl("CDMA/OTASP", "Exec=other+friend&Get=*");
    assert_eq!(tree.exec("./CDMA/OTASP/Req", SERVER), Err(NO_RIGHT));
    assert_eq!(tree.exec("./CDMA/OTASP/Req", "friend"), Ok("CDMA/OTASP/Req".into()));
    // The root lets everybody add, and nobody replace or delete: the adder keeps its own.
    assert_eq!(tree.add("./Mine", Content::text("1"), SERVER), Ok(()));
    assert_eq!(tree.replace("./Mine", Content::text("2"), "other"), Err(NO_RIGHT));
    assert_eq!(tree.delete("./Mine", "other"), Err(NO_RIGHT));
    assert_eq!(tree.replace("./Mine", Content::text("2"), SERVER), Ok(()));
    assert_eq!(tree.delete("./Mine", SERVER), Ok(()));
    let acl = Content::text("Exec=*&Get=*&Replace=*");
    assert_eq!(tree.replace("./CDMA/OTASP?prop=ACL", acl.clone(), SERVER), Err(NO_RIGHT));
    assert_eq!(tree.replace("./CDMA?prop=ACL", acl, SERVER), Ok(()));
    assert_eq!(text(&tree, "./CDMA?prop=ACL"), Ok("Exec=*&Get=*&Replace=*".into()));
}

#[test]
fn the_number_of_nodes_is_bounded() {
    let mut tree = Tree::new();
    let codes: Vec<_> = (0..300).map(|n| tree.add(&format!("./{n}"), Content::text(""), SERVER)).collect();
    assert_eq!(codes[254], Ok(()));
    assert!(codes[255..].iter().all(|code| *code == Err(DEVICE_FULL)));
}
