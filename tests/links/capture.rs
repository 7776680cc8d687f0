//! The capture file of a link: whole, readable, and without secrets.

use std::os::unix::fs::PermissionsExt;

use akeyd::ansi41::sccp::{Address, ReturnCause, Ssn, Unitdata};
use akeyd::north::link::Event;
use akeyd::north::link::capture::Capture;
use akeyd::north::link::settings::{Role, Settings, Transport};

use crate::harness::{run, settings, start, start_captured, unitdata};
use crate::tshark;

const SECRET: [u8; 24] = *b"a wrapped key, 24 octets";

/// Unitdata with a secret at both ends of a segment.
fn secret(octets: usize, at: usize) -> Unitdata {
    let mut unitdata = unitdata(octets);
    unitdata.data[at..at + SECRET.len()].copy_from_slice(&SECRET);
    unitdata.secret = at..at + SECRET.len();
    unitdata
}

/// How often a part of the secret is in octets.
fn leaks(octets: &[u8]) -> usize {
    octets.windows(6).filter(|part| SECRET.windows(6).any(|secret| secret == *part)).count()
}

#[test]
fn a_capture_shows_everything_but_secrets() {
    for transport in [Transport::M3uaTcp, Transport::Ipa] {
        let path = std::env::temp_dir().join(format!("akeyd-capture-{}-{transport}.pcap", std::process::id()));
        let (capture, writer) = Capture::create(&path).unwrap();
        run(async {
            let mut server = start(settings(transport, Role::Server));
            let remote = vec![server.places[0].to_string()];
            let client = Settings { remote, ..settings(transport, Role::Client) };
            let mut client = start_captured(client, Some(capture));
            client.expect(Event::Up).await;
            server.expect(Event::Up).await;
            for sent in [secret(60, 10), secret(900, 230), unitdata(50)] {
                client.send(sent.clone()).unwrap();
                assert_eq!(server.received().await.data, sent.data, "on the wire nothing is missing");
            }
            // What comes back of ours has the secret in it too.
            let lost = Unitdata { called: Address::of_ssn(Ssn(77)), ..secret(60, 10) };
            client.send(lost.clone()).unwrap();
            let Event::Returned(back, cause) = client.next().await else { panic!() };
            assert_eq!((back.data, cause), (lost.data, ReturnCause::UNEQUIPPED_USER));
            client.stop().await;
        });
        writer.join().unwrap();
        let file = std::fs::read(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(leaks(&file), 0, "{transport}");
        assert!(leaks(&secret(60, 10).data) > 0);
        if !tshark::is_there() {
            continue;
        }
        let shown = tshark::fields(&file, &["sccp.message_type", "sccp.called.ssn", "sccp.return_cause"]);
        let sccp: Vec<_> = shown.iter().filter(|fields| !fields[0].is_empty()).collect();
        let types: Vec<_> = sccp.iter().map(|fields| fields[0].as_str()).collect();
        assert_eq!(types, ["0x09", "0x11", "0x11", "0x11", "0x11", "0x09", "0x09", "0x0a"], "{transport}");
        assert_eq!(sccp[6][1], "77");
        assert_eq!(sccp[7][2], "0x04");
        assert!(shown.len() > sccp.len() + 3, "the start is shown too");
    }
}
