//! A sequence of documents, events and hours for one desk: two devices that can prove themselves, and a stranger.
//!
//! The octets choose what happens; credentials, tokens, correlators and nonces are then right ones, or wrong on purpose. Whatever
//! happens: no panic, one answer for each message, none of our commands for a stranger, no power before somebody has proved
//! itself, and no Commit Request before its key is durable and staged.
#![no_main]

mod desk_world;

use desk_world::{Octets, World};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|octets: &[u8]| {
    let mut octets = Octets(octets);
    let mut world = World::new(octets.next());
    while !octets.is_empty() {
        world.step(&mut octets);
    }
    world.settle();
});
