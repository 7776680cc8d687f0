//! Through Osmocom's signalling transfer point.

use std::time::Duration;

use akeyd::north::link::Event;
use akeyd::north::link::settings::{Role, Settings, Transport};
use tokio::time::sleep;

use crate::harness::{Running, run, settings, start, unitdata};
use crate::stp_support::Stp;

fn client(stp: &Stp, peer: usize) -> Running {
    start(Settings {
        local: vec![stp.peers[peer]],
        remote: vec![stp.place.to_string()],
        unit_name: ["a", "b"][peer].into(),
        ..settings(Transport::Ipa, Role::Client)
    })
}

/// Sends until something arrives: the transfer point knows a peer a moment later than the peer knows it.
async fn crosses(from: &Running, to: &mut Running, octets: usize) {
    let sent = unitdata(octets);
    for _ in 0..100 {
        let _ = from.send(sent.clone());
        match tokio::time::timeout(Duration::from_millis(200), to.events.recv()).await {
            Ok(Some(Event::Received(got))) if got.data.len() == octets => {
                assert_eq!(got, sent);
                return;
            }
            Ok(None) => panic!("the link is gone"),
            Ok(Some(_)) | Err(_) => {}
        }
    }
    panic!("nothing crosses");
}

#[test]
fn unitdata_crosses_a_transfer_point_and_survives_its_restart() {
    let Some(mut stp) = Stp::start() else { return };
    run(async {
        let (mut a, mut b) = (client(&stp, 0), client(&stp, 1));
        a.expect(Event::Up).await;
        b.expect(Event::Up).await;
        for octets in [1, 100, 255, 256, 1_500] {
            crosses(&a, &mut b, octets).await;
            crosses(&b, &mut a, octets).await;
        }
        stp.end();
        a.expect(Event::Down).await;
        stp.begin();
        a.expect(Event::Up).await;
        crosses(&a, &mut b, 42).await;
        crosses(&b, &mut a, 43).await;
        // Its answers to our pings keep the association: nothing is said for several times the heartbeat.
        let lost = a.counts.of("lost");
        sleep(Duration::from_secs(2)).await;
        assert_eq!(a.counts.of("lost"), lost);
    });
}
