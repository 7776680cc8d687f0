//! M3UA over the kernel's SCTP. Many kernels have none (containers, cloud images): skipped there, also in CI.
//! `.ci/sctp` runs these tests in a guest.

use std::io::ErrorKind;
use std::sync::Arc;

use akeyd::north::link;
use akeyd::north::link::Event;
use akeyd::north::link::settings::{Role, Settings, TrafficMode, Transport};

use crate::harness::{pair, run, settings, start, unitdata};

fn is_there() -> bool {
    match link::open(settings(Transport::M3uaSctp, Role::Server), Arc::new(()), None) {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Unsupported, "{error}");
            assert!(error.to_string().contains("m3ua-tcp"), "it says what to take instead: {error}");
            eprintln!("skipped: {error}");
            false
        }
    }
}

#[test]
fn unitdata_goes_both_ways_by_sctp_and_after_a_restart() {
    if !is_there() {
        return;
    }
    run(async {
        let (mut client, mut server) = pair(Transport::M3uaSctp).await;
        for octets in [1, 255, 1_000, 3_700] {
            client.send(unitdata(octets)).unwrap();
            assert_eq!(server.received().await.data, unitdata(octets).data);
            server.send(unitdata(octets)).unwrap();
            assert_eq!(client.received().await.data, unitdata(octets).data);
        }
        // Many at once: each is a message of its own.
        for number in 0..2_000_u32 {
            let data = number.to_be_bytes().to_vec();
            client.send(akeyd::ansi41::sccp::Unitdata { in_sequence: true, data, ..unitdata(0) }).unwrap();
        }
        for number in 0..2_000_u32 {
            assert_eq!(server.received().await.data, number.to_be_bytes());
        }
        let place = server.places[0];
        server.stop().await;
        client.expect(Event::Down).await;
        let again = Settings { local: vec![place], ..settings(Transport::M3uaSctp, Role::Server) };
        let mut server = start(again);
        client.expect(Event::Up).await;
        server.expect(Event::Up).await;
        client.send(unitdata(3)).unwrap();
        assert_eq!(server.received().await.data.len(), 3);
        // Silence is found by heartbeats, and answered ones keep the association.
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        assert!(client.events.is_empty() && server.events.is_empty());
        client.stop().await;
        server.expect(Event::Down).await;
    });
}

#[test]
fn two_associations_by_sctp_take_over_from_each_other() {
    if !is_there() {
        return;
    }
    run(async {
        let server = || start(Settings { mode: TrafficMode::Override, ..settings(Transport::M3uaSctp, Role::Server) });
        let (mut one, other) = (server(), server());
        let remote = vec![one.places[0].to_string(), other.places[0].to_string()];
        let mode = TrafficMode::Override;
        let mut client = start(Settings { mode, remote, ..settings(Transport::M3uaSctp, Role::Client) });
        client.expect(Event::Up).await;
        other.stop().await;
        one.expect(Event::Up).await;
        client.send(unitdata(8)).ok();
        while client.counts.active() != 1 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    });
}
