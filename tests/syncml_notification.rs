//! A notification as tshark, which was written by others, sees it on UDP port 2948.

mod syncml_support;

use std::net::Ipv4Addr;
use std::process::Command as Process;

use akeyd::syncml::auth::user_digest;
use akeyd::syncml::notification::push::{self, PORT, SOURCE_PORT};
use akeyd::syncml::notification::{Initiator, Notification, UiMode};
use syncml_support::{Scratch, has_judge};

#[test]
fn tshark_sees_a_device_management_push() {
    if !has_judge("tshark") {
        return;
    }
    let notification = Notification {
        ui_mode: UiMode::Informative,
        initiator: Initiator::Server,
        session_id: 0xBEEF,
        server_id: "dm.example".to_owned(),
        vendor: b"vendor".to_vec(),
    };
    let body = notification.build(&user_digest("dm.example", "password"), b"nonce").unwrap();
    let scratch = Scratch::new("tshark");
    let capture = scratch.file("push.pcap", &capture(&push::wrap(0x2A, &body)));
    let fields =
        ["wsp.TID", "wsp.pdu_type", "wsp.headers_length", "wsp.header.content_type", "wsp.header.x_wap_application_id"];
    let seen = Process::new("tshark")
        .args(["-T", "fields", "-E", "separator=|", "-r"])
        .arg(capture)
        .args(fields.iter().flat_map(|field| ["-e", field]))
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(&seen.stdout).trim(),
        "0x2a|0x06|3|application/vnd.syncml.notification|x-wap-application:syncml.dm",
        "{}",
        String::from_utf8_lossy(&seen.stderr)
    );
}

/// A capture file with one datagram from loopback to loopback.
fn capture(payload: &[u8]) -> Vec<u8> {
    const RAW_IP: u32 = 101;
    let loopback = Ipv4Addr::LOCALHOST.octets();
    let udp_length = u16::try_from(8 + payload.len()).unwrap();
    let length = 20 + udp_length;
    let mut packet = vec![0x45, 0];
    packet.extend(length.to_be_bytes());
    packet.extend([0, 0, 0, 0, 64, 17, 0, 0]);
    packet.extend([loopback, loopback].concat());
    for half in [SOURCE_PORT, PORT, udp_length, 0] {
        packet.extend(half.to_be_bytes());
    }
    packet.extend(payload);

    let mut file = Vec::new();
    for word in [0xA1B2_C3D4, 0x0004_0002, 0, 0, 65_535, RAW_IP, 0, 0, length.into(), length.into()] {
        file.extend(u32::to_le_bytes(word));
    }
    file.extend(packet);
    file
}
