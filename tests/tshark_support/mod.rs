//! Calls tshark: one capture file, one call, what it shows of every packet in order.
//!
//! Shared by the tests that let it judge; each says which link type and which layers.

use std::fmt;
use std::process::Command;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Whether tshark can be called. It must be where tests judge for others.
pub(crate) fn is_there() -> bool {
    let there = Command::new("tshark").arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(there || std::env::var_os("CI").is_none(), "tshark is not installed");
    if !there {
        eprintln!("skipped: tshark is not installed");
    }
    there
}

/// Lets tshark read packets of this link type, and gives their layers.
pub(crate) fn dissect(link_type: u32, packets: &[Vec<u8>], layers: &str, options: &[&str]) -> Vec<Layers> {
    let mut capture = Vec::new();
    for word in [0xa1b2_c3d4_u32, 0x0002_0004, 0, 0, 65_535, link_type] {
        capture.extend(word.to_be_bytes());
    }
    for packet in packets {
        for word in [0, 0, packet.len() as u32, packet.len() as u32] {
            capture.extend(word.to_be_bytes());
        }
        capture.extend(packet);
    }
    let path = std::env::temp_dir().join(format!("akeyd-{link_type}-{}-{}.pcap", std::process::id(), packets.len()));
    std::fs::write(&path, capture).unwrap();
    let mut tshark = Command::new("tshark");
    tshark.args(["-n", "-T", "json", "-J", layers, "-r"]).arg(&path);
    for option in options {
        tshark.args(["-o", option]);
    }
    let output = tshark.output().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Vec<Packet> = serde_json::from_slice(&output.stdout).unwrap();
    read.into_iter().map(|packet| packet.source.layers).collect()
}

/// The layers of a packet, by name.
pub(crate) type Layers = Vec<(String, Node)>;

#[derive(serde::Deserialize)]
struct Packet {
    #[serde(rename = "_source")]
    source: Source,
}

#[derive(serde::Deserialize)]
struct Source {
    #[serde(deserialize_with = "layers")]
    layers: Layers,
}

fn layers<'de, D: Deserializer<'de>>(from: D) -> Result<Layers, D::Error> {
    match Node::deserialize(from)? {
        Node::Object(layers) => Ok(layers),
        _ => Err(serde::de::Error::custom("expected layers")),
    }
}

/// JSON in which a name may come more than once.
pub(crate) enum Node {
    Leaf(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON of tshark")
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Leaf(text.to_owned()))
    }

    /// Flags, in versions that show them so.
    fn visit_bool<E>(self, flag: bool) -> Result<Node, E> {
        Ok(Node::Leaf(u8::from(flag).to_string()))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Leaf(String::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            object.push(entry);
        }
        Ok(Node::Object(object))
    }
}
