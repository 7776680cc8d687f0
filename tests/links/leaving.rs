//! How a link ends: everything that it was given goes out, the peer hears that it leaves, and no connection is reset.

use std::time::Duration;

use akeyd::ansi41::ipa::{self, Ccm, Frame, tag};
use akeyd::ansi41::m3ua::{Kind, Parameter};
use akeyd::north::link::Event;
use akeyd::north::link::settings::{Role, Settings, Transport};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::harness::{Gateway, client_of_gateway, pair, run, settings, start, unitdata};
use crate::stp_support::Stp;

#[test]
fn m3ua_says_what_is_left_then_farewell_and_closes() {
    run(async {
        for acknowledges in [true, false] {
            let (mut client, listener) = client_of_gateway(|_| ()).await;
            let mut gateway = Gateway::activate(&listener).await;
            client.expect(Event::Up).await;
            for octets in [10, 20, 30] {
                client.send(unitdata(octets)).unwrap();
            }
            let stopped = tokio::task::spawn_local(client.stop());
            for _ in 0..3 {
                gateway.expect(Kind::DATA).await;
            }
            gateway.expect(Kind::ASPIA).await;
            gateway.expect(Kind::ASPDN).await;
            if acknowledges {
                gateway.send(Kind::ASPIA_ACK, vec![Parameter::RoutingContexts(vec![5])]).await;
                gateway.send(Kind::ASPDN_ACK, Vec::new()).await;
                assert_eq!(gateway.stream.read(&mut [0; 64]).await.unwrap(), 0, "closed, and not reset");
            } else {
                gateway.wait_for_end().await;
            }
            drop(gateway);
            stopped.await.unwrap();
        }
    });
}

#[test]
fn both_ends_of_every_transport_over_tcp_leave_without_a_reset() {
    run(async {
        for transport in [Transport::M3uaTcp, Transport::Ipa] {
            let (client, mut server) = pair(transport).await;
            client.send(unitdata(100)).unwrap();
            client.stop().await;
            assert_eq!(server.received().await.data.len(), 100);
            server.expect(Event::Down).await;
            server.stop().await;
            let (mut client, server) = pair(transport).await;
            server.stop().await;
            client.expect(Event::Down).await;
            client.stop().await;
        }
    });
}

/// Passes octets on in both directions, and says how the near side ended.
async fn pass_on(near: TcpStream, far: TcpStream) -> std::io::Result<()> {
    let ((mut near_in, mut near_out), (mut far_in, mut far_out)) = (near.into_split(), far.into_split());
    let back = tokio::task::spawn_local(async move {
        let _ = tokio::io::copy(&mut far_in, &mut near_out).await;
        let _ = near_out.shutdown().await;
    });
    let ended = tokio::io::copy(&mut near_in, &mut far_out).await.map(drop);
    let _ = far_out.shutdown().await;
    let _ = tokio::time::timeout(Duration::from_secs(2), back).await;
    ended
}

#[test]
fn a_transfer_point_sees_no_reset_either() {
    let Some(stp) = Stp::start() else { return };
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let remote = listener.local_addr().unwrap().to_string();
        let mut client =
            start(Settings { remote: vec![remote], unit_name: "a".into(), ..settings(Transport::Ipa, Role::Client) });
        let (near, _) = listener.accept().await.unwrap();
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_reuseaddr(true).unwrap();
        socket.bind(stp.peers[0]).unwrap();
        let far = socket.connect(stp.place).await.unwrap();
        let passed = tokio::task::spawn_local(pass_on(near, far));
        client.expect(Event::Up).await;
        client.stop().await;
        passed.await.unwrap().expect("closed, and not reset");
    });
}

#[test]
fn ipa_waits_until_its_last_answers_have_come() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let remote = listener.local_addr().unwrap().to_string();
        let mut client = start(Settings { remote: vec![remote], ..settings(Transport::Ipa, Role::Client) });
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut received = Vec::new();
        say(&mut stream, &Ccm::IdGet(vec![tag::UNIT_NAME])).await;
        assert!(matches!(control(&mut stream, &mut received).await, Some(Ccm::IdResponse(_))));
        say(&mut stream, &Ccm::IdAck).await;
        assert_eq!(control(&mut stream, &mut received).await, Some(Ccm::IdAck));
        client.expect(Event::Up).await;
        client.send(unitdata(77)).unwrap();
        let stopped = tokio::task::spawn_local(client.stop());
        assert_eq!(control(&mut stream, &mut received).await, None, "unitdata");
        assert_eq!(control(&mut stream, &mut received).await, Some(Ccm::Ping));
        let early = tokio::time::timeout(Duration::from_millis(300), stream.read(&mut [0; 64])).await;
        assert!(early.is_err(), "it waits for the pong");
        say(&mut stream, &Ccm::Pong).await;
        assert_eq!(stream.read(&mut [0; 64]).await.unwrap(), 0, "closed, and not reset");
        drop(stream);
        stopped.await.unwrap();
    });
}

async fn say(stream: &mut TcpStream, ccm: &Ccm) {
    let mut octets = Vec::new();
    Frame::Ccm(ccm.clone()).write(&mut octets).unwrap();
    stream.write_all(&octets).await.unwrap();
}

/// The next frame, if it is one of control.
async fn control(stream: &mut TcpStream, received: &mut Vec<u8>) -> Option<Ccm> {
    loop {
        if let Some(length) = ipa::frame(received).unwrap() {
            let frame: Vec<u8> = received.drain(..length).collect();
            return match Frame::read(&frame).unwrap() {
                Frame::Ccm(ccm) => Some(ccm),
                _ => None,
            };
        }
        assert!(stream.read_buf(received).await.unwrap() > 0);
    }
}
