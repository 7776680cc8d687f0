//! Calls tshark: one capture file, one call, the fields of every message in order.

use std::fmt;
use std::process::Command;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Forward,
    Reverse,
}

/// Names and values of a message, in tshark's order.
pub(crate) type Leaves = Vec<(String, String)>;

/// Whether tshark can be called. It must be where tests judge for others.
pub(crate) fn is_there() -> bool {
    let there = Command::new("tshark").arg("--version").output().is_ok_and(|output| output.status.success());
    assert!(there || std::env::var_os("CI").is_none(), "tshark is not installed");
    if !there {
        eprintln!("skipped: tshark is not installed");
    }
    there
}

/// Lets tshark read the messages.
///
/// Its dissector has no name of its own: it sits in the table `ansi_map.ota`, 0 forward and 1 reverse, which a record of
/// link type 252 ("upper PDU") can address in its header.
pub(crate) fn dissect(messages: &[(Direction, Vec<u8>)]) -> Vec<Leaves> {
    const TABLE: &[u8] = b"ansi_map.ota";
    let mut capture = Vec::new();
    for word in [0xa1b2_c3d4_u32, 0x0002_0004, 0, 0, 65_535, 252] {
        capture.extend(word.to_be_bytes());
    }
    for (direction, octets) in messages {
        let mut record = vec![0, 14, 0, TABLE.len() as u8];
        record.extend(TABLE);
        record.extend([0, 32, 0, 4, 0, 0, 0, u8::from(*direction == Direction::Reverse), 0, 0, 0, 0]);
        record.extend(octets);
        for word in [0, 0, record.len() as u32, record.len() as u32] {
            capture.extend(word.to_be_bytes());
        }
        capture.extend(record);
    }
    let path = std::env::temp_dir().join(format!("akeyd-is683-{}-{}.pcap", std::process::id(), messages.len()));
    std::fs::write(&path, capture).unwrap();
    let output = Command::new("tshark").args(["-n", "-T", "json", "-J", "ansi_683", "-r"]).arg(&path).output().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice::<Vec<Packet>>(&output.stdout).unwrap().into_iter().map(Packet::leaves).collect()
}

/// Whether tshark finds something wrong with the length of a message.
pub(crate) fn complains(leaves: &Leaves) -> bool {
    let wrong = ["_ws.malformed", "ansi_683.extraneous_data", "ansi_683.short_data", "ansi_683.data_length.invalid"];
    leaves.iter().any(|(name, _)| wrong.iter().any(|wrong| name.starts_with(wrong)))
}

#[derive(serde::Deserialize)]
struct Packet {
    #[serde(rename = "_source")]
    source: Source,
}

#[derive(serde::Deserialize)]
struct Source {
    layers: Node,
}

impl Packet {
    fn leaves(self) -> Leaves {
        let mut leaves = Leaves::new();
        if let Node::Object(layers) = self.source.layers {
            for (name, layer) in layers {
                match name.as_str() {
                    "ansi_683" => layer.collect(&name, &mut leaves),
                    "_ws.malformed" => leaves.push((name, String::new())),
                    _ => {}
                }
            }
        }
        leaves
    }
}

/// JSON in which a name may come more than once.
enum Node {
    Leaf(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    fn collect(self, name: &str, leaves: &mut Leaves) {
        match self {
            Self::Leaf(value) => leaves.push((name.to_owned(), value)),
            Self::List(items) => items.into_iter().for_each(|item| item.collect(name, leaves)),
            Self::Object(entries) => entries.into_iter().for_each(|(name, node)| node.collect(&name, leaves)),
        }
    }
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
