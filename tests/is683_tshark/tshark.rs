//! IS-683 messages as tshark reads them: the fields of every message in order.

use super::support::{self, Layers, Node};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Forward,
    Reverse,
}

/// Names and values of a message, in tshark's order.
pub(crate) type Leaves = Vec<(String, String)>;

/// Lets tshark read the messages.
///
/// Its dissector has no name of its own: it sits in the table `ansi_map.ota`, 0 forward and 1 reverse, which a record of
/// link type 252 ("upper PDU") can address in its header.
pub(crate) fn dissect(messages: &[(Direction, Vec<u8>)]) -> Vec<Leaves> {
    const TABLE: &[u8] = b"ansi_map.ota";
    let packet = |(direction, octets): &(Direction, Vec<u8>)| {
        let mut packet = vec![0, 14, 0, TABLE.len() as u8];
        packet.extend(TABLE);
        packet.extend([0, 32, 0, 4, 0, 0, 0, u8::from(*direction == Direction::Reverse), 0, 0, 0, 0]);
        packet.extend(octets);
        packet
    };
    let packets: Vec<_> = messages.iter().map(packet).collect();
    support::dissect(252, &packets, "ansi_683", &[]).into_iter().map(leaves).collect()
}

/// Whether tshark finds something wrong with the length of a message.
pub(crate) fn complains(leaves: &Leaves) -> bool {
    let wrong = ["_ws.malformed", "ansi_683.extraneous_data", "ansi_683.short_data", "ansi_683.data_length.invalid"];
    leaves.iter().any(|(name, _)| wrong.iter().any(|wrong| name.starts_with(wrong)))
}

fn leaves(layers: Layers) -> Leaves {
    let mut leaves = Leaves::new();
    for (name, layer) in layers {
        match name.as_str() {
            "ansi_683" => collect(layer, &name, &mut leaves),
            "_ws.malformed" => leaves.push((name, String::new())),
            _ => {}
        }
    }
    leaves
}

fn collect(node: Node, name: &str, leaves: &mut Leaves) {
    match node {
        Node::Leaf(value) => leaves.push((name.to_owned(), value)),
        Node::List(items) => items.into_iter().for_each(|item| collect(item, name, leaves)),
        Node::Object(entries) => entries.into_iter().for_each(|(name, node)| collect(node, &name, leaves)),
    }
}
