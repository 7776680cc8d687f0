//! Generated IS-683 messages of every type, read by tshark and by us, field by field.
//!
//! Our side is the tree of fields that `akeyd decode --tree` shows. What tshark shows of each of these fields stands in
//! `expected`; whatever else it shows must be on a list of things in which it is known to be wrong or blind.
//! Skipped where tshark is not installed, but not where the environment has `CI`.

#![cfg(feature = "serve")]

mod expected;
mod generator;
#[path = "../tshark_support/mod.rs"]
mod support;
mod tshark;

use std::collections::BTreeMap;

use akeyd::is683::{Forward, OtaspMsgType, Reverse, Tolerance, Tree};

use generator::Dice;
use tshark::Direction;

/// Messages of each type and direction.
const OF_EACH_TYPE: usize = 20;

/// A field name of tshark, and what it shows under that name, in order.
type Shown = BTreeMap<&'static str, Vec<String>>;

#[test]
fn tshark_reads_generated_messages_as_we_do() {
    if !support::is_there() {
        return;
    }
    let noise = Dice::noise();
    let mut dice = Dice::new(683, &noise);
    let mut messages = Vec::new();
    for otasp_msg_type in (0..26).map(OtaspMsgType) {
        for _ in 0..OF_EACH_TYPE {
            messages.push((Direction::Forward, generator::forward(otasp_msg_type, &mut dice).write().unwrap()));
            messages.push((Direction::Reverse, generator::reverse(otasp_msg_type, &mut dice).write().unwrap()));
        }
    }
    assert!(messages.len() >= 300, "{} messages", messages.len());
    let read = tshark::dissect(&messages);
    assert_eq!(read.len(), messages.len(), "tshark shows every message");
    let mut fields = 0;
    for ((direction, octets), leaves) in messages.iter().zip(&read) {
        let tree = match direction {
            Direction::Forward => Tree::forward(octets, Tolerance::STRICT),
            Direction::Reverse => Tree::reverse(octets, Tolerance::STRICT),
        };
        let context = format!("{octets:02x?}\n{tree}");
        let expected = expected::shown(*direction, &tree, octets);
        assert_eq!(expected::comparable(leaves, &context), expected, "{context}");
        fields += expected.values().map(Vec::len).sum::<usize>();
    }
    println!("{} messages, {fields} fields", messages.len());
    assert!(fields > 5 * messages.len(), "{fields} fields are few");
}

#[test]
fn tshark_and_we_refuse_the_same_lengths() {
    if !support::is_there() {
        return;
    }
    let noise = Dice::noise();
    let mut dice = Dice::new(1, &noise);
    let mut messages = Vec::new();
    for otasp_msg_type in [2, 3, 4, 9, 10, 15, 21].map(OtaspMsgType) {
        for _ in 0..OF_EACH_TYPE {
            let mut octets = generator::reverse(otasp_msg_type, &mut dice).write().unwrap();
            octets.push(0);
            messages.push((Direction::Reverse, octets.clone()));
            octets.truncate(octets.len() - 2);
            messages.push((Direction::Reverse, octets));
            let mut octets = generator::forward(otasp_msg_type, &mut dice).write().unwrap();
            octets.push(0);
            messages.push((Direction::Forward, octets));
        }
    }
    for ((direction, octets), leaves) in messages.iter().zip(&tshark::dissect(&messages)) {
        let ours = match direction {
            Direction::Forward => Forward::read(octets).err(),
            Direction::Reverse => Reverse::read(octets).err(),
        };
        assert_eq!(ours.is_some(), tshark::complains(leaves), "{ours:?} {octets:02x?} {leaves:?}");
        assert!(ours.is_some(), "{octets:02x?}");
    }
}
