//! Links over loopback sockets: with each other, and with peers that behave badly.

use std::time::Duration;

use akeyd::ansi41::m3ua::{AffectedPointCode, ErrorCode, Kind, Message, Parameter, Status};
use akeyd::ansi41::sccp::{self, Address, Purpose, ReturnCause, Segmenting, Ssn, Unitdata, split};
use akeyd::limits;
use akeyd::north::link::settings::{Role, Settings, Side, TrafficMode, Transport};
use akeyd::north::link::{Event, Refused};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

use crate::harness::{Gateway, OURS, THEIRS, client_of_gateway, pair, run, settings, start, unitdata};

#[test]
fn unitdata_of_all_sizes_goes_both_ways() {
    for transport in [Transport::M3uaTcp, Transport::Ipa] {
        run(async {
            let (mut client, mut server) = pair(transport).await;
            for octets in [0, 1, 255, 256, 1_000, 3_700] {
                let sent = unitdata(octets);
                client.send(sent.clone()).unwrap();
                let got = server.received().await;
                assert_eq!((&got.called, &got.data), (&sent.called, &sent.data));
                if transport == Transport::M3uaTcp {
                    assert_eq!(got.calling, Address::of(OURS, Ssn::OTAF), "where the answer goes");
                }
                let answer = Unitdata { called: got.calling, calling: got.called, ..sent };
                server.send(answer.clone()).unwrap();
                assert_eq!(client.received().await.data, answer.data);
            }
            client.stop().await;
            server.expect(Event::Down).await;
            assert_eq!(server.send(unitdata(1)), Err(Refused::Down));
        });
    }
}

#[test]
fn order_is_kept_where_it_is_asked_for() {
    run(async {
        let (client, mut server) = pair(Transport::M3uaTcp).await;
        for number in 0..200_u8 {
            client.send(Unitdata { in_sequence: true, data: vec![number], ..unitdata(0) }).unwrap();
        }
        for number in 0..200 {
            assert_eq!(server.received().await.data, [number]);
        }
    });
}

#[test]
fn a_client_comes_back_when_its_server_does() {
    run(async {
        let (mut client, server) = pair(Transport::M3uaTcp).await;
        let place = server.places[0];
        server.stop().await;
        client.expect(Event::Down).await;
        assert_eq!(client.send(unitdata(1)), Err(Refused::Down));
        sleep(Duration::from_millis(700)).await;
        let mut server = start(Settings { local: vec![place], ..settings(Transport::M3uaTcp, Role::Server) });
        client.expect(Event::Up).await;
        client.send(unitdata(9)).unwrap();
        server.expect(Event::Up).await;
        assert_eq!(server.received().await.data.len(), 9);
        assert!(client.counts.of("lost") >= 1);
    });
}

#[test]
fn a_local_port_is_bound_and_bound_again() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        let mut client = start(Settings {
            local: vec![free],
            remote: vec![listener.local_addr().unwrap().to_string()],
            ..settings(Transport::M3uaTcp, Role::Client)
        });
        for _ in 0..3 {
            let gateway = Gateway::activate(&listener).await;
            assert_eq!(gateway.stream.peer_addr().unwrap(), free);
            client.expect(Event::Up).await;
            drop(gateway);
            client.expect(Event::Down).await;
        }
    });
}

#[test]
fn two_associations_share_the_load() {
    run(async {
        let mut one = start(settings(Transport::M3uaTcp, Role::Server));
        let mut other = start(settings(Transport::M3uaTcp, Role::Server));
        let remote = vec![one.places[0].to_string(), other.places[0].to_string()];
        let mut client = start(Settings { remote, ..settings(Transport::M3uaTcp, Role::Client) });
        client.expect(Event::Up).await;
        one.expect(Event::Up).await;
        other.expect(Event::Up).await;
        while client.counts.active() < 2 {
            sleep(Duration::from_millis(5)).await;
        }
        for _ in 0..100 {
            client.send(unitdata(10)).unwrap();
        }
        for _ in 0..50 {
            one.received().await;
            other.received().await;
        }
        // One is lost: the other carries all, and the user notices nothing.
        one.stop().await;
        while client.counts.active() > 1 {
            sleep(Duration::from_millis(5)).await;
        }
        for _ in 0..20 {
            client.send(unitdata(10)).unwrap();
        }
        for _ in 0..20 {
            other.received().await;
        }
        assert!(client.events.is_empty());
    });
}

#[test]
fn in_override_mode_one_carries_all_and_another_takes_over() {
    for transport in [Transport::M3uaTcp, Transport::Ipa] {
        run(async {
            let mode = TrafficMode::Override;
            let server = || start(Settings { mode, ..settings(transport, Role::Server) });
            let (mut one, mut other) = (server(), server());
            let remote = vec![one.places[0].to_string(), other.places[0].to_string()];
            let mut client = start(Settings { mode, remote, ..settings(transport, Role::Client) });
            client.expect(Event::Up).await;
            // Whoever was ready first carries.
            for _ in 0..10 {
                client.send(unitdata(3)).unwrap();
            }
            let mut counts = [0, 0];
            while counts[0] + counts[1] < 10 {
                tokio::select! {
                    event = one.next() => counts[0] += usize::from(matches!(event, Event::Received(_))),
                    event = other.next() => counts[1] += usize::from(matches!(event, Event::Received(_))),
                }
            }
            assert!(counts == [10, 0] || counts == [0, 10], "{counts:?}");
            let (first, mut second) = if counts[0] == 10 { (one, other) } else { (other, one) };
            first.stop().await;
            // The other one becomes active, with or without a moment of silence between.
            while client.counts.of("lost") == 0 || client.counts.active() != 1 || client.send(unitdata(4)).is_err() {
                sleep(Duration::from_millis(5)).await;
            }
            loop {
                if let Event::Received(unitdata) = second.next().await {
                    assert_eq!(unitdata.data.len(), 4);
                    break;
                }
            }
        });
    }
}

#[test]
fn a_gateway_hands_the_traffic_to_whoever_asks_last() {
    run(async {
        let mode = TrafficMode::Override;
        let server = start(Settings { mode, ..settings(Transport::M3uaTcp, Role::Server) });
        let remote = vec![server.places[0].to_string()];
        let client = || start(Settings { mode, remote: remote.clone(), ..settings(Transport::M3uaTcp, Role::Client) });
        let mut one = client();
        one.expect(Event::Up).await;
        let mut other = client();
        other.expect(Event::Up).await;
        one.expect(Event::Down).await;
        sleep(Duration::from_millis(100)).await;
        assert_eq!((one.counts.active(), other.counts.active(), server.counts.active()), (0, 1, 1));
    });
}

#[test]
fn a_peer_that_falls_silent_is_given_up_and_called_again() {
    run(async {
        let (mut client, listener) = client_of_gateway(|_| ()).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        // Answered heartbeats keep it.
        for _ in 0..3 {
            let mut octets = [0; 16];
            gateway.stream.read_exact(&mut octets).await.unwrap();
            let beat = Message::read(&octets).unwrap();
            assert_eq!(beat.kind, Kind::BEAT);
            gateway.stream.write_all(&beat.acknowledged(Kind::BEAT_ACK).write().unwrap()).await.unwrap();
        }
        assert!(client.events.is_empty());
        client.expect(Event::Down).await;
        let _again = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
    });
}

#[test]
fn a_peer_that_never_comes_up_is_given_up() {
    run(async {
        let (_client, listener) = client_of_gateway(|settings| settings.answer_ms = 200).await;
        let mut gateway = Gateway::accept(&listener).await;
        gateway.expect(Kind::ASPUP).await;
        gateway.wait_for_end().await;
        // One that refuses, too.
        let mut gateway = Gateway::accept(&listener).await;
        gateway.expect(Kind::ASPUP).await;
        gateway.send(Kind::ERR, vec![Parameter::ErrorCode(ErrorCode::MANAGEMENT_BLOCKING)]).await;
        gateway.wait_for_end().await;
        // And a stranger that connects to us and says nothing.
        let server = start(Settings { answer_ms: 200, ..settings(Transport::M3uaTcp, Role::Server) });
        let mut stranger = TcpStream::connect(server.places[0]).await.unwrap();
        assert!(stranger.read(&mut [0; 10]).await.is_err(), "it is reset");
    });
}

#[test]
fn an_asp_that_was_refused_asks_again() {
    run(async {
        let (mut client, listener) = client_of_gateway(|_| ()).await;
        let mut gateway = Gateway::accept(&listener).await;
        gateway.expect(Kind::ASPUP).await;
        gateway.send(Kind::ASPUP_ACK, Vec::new()).await;
        gateway.expect(Kind::ASPAC).await;
        gateway.send(Kind::ERR, vec![Parameter::ErrorCode(ErrorCode::NO_CONFIGURED_AS)]).await;
        gateway.expect(Kind::ASPAC).await;
        gateway.send(Kind::ASPAC_ACK, Vec::new()).await;
        client.expect(Event::Up).await;
    });
}

#[test]
fn malformed_messages_are_answered_and_the_association_stands() {
    run(async {
        let (mut client, listener) = client_of_gateway(|_| ()).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        let cases: [(&[u8], ErrorCode); 8] = [
            (&[2, 0, 3, 3, 0, 0, 0, 8], ErrorCode::INVALID_VERSION),
            (&[1, 0, 77, 3, 0, 0, 0, 8], ErrorCode::UNSUPPORTED_CLASS),
            (&[1, 0, 3, 77, 0, 0, 0, 8], ErrorCode::UNSUPPORTED_TYPE),
            (&[1, 0, 1, 1, 0, 0, 0, 12, 2, 16, 0, 99], ErrorCode::PROTOCOL_ERROR),
            (&[1, 0, 1, 1, 0, 0, 0, 12, 2, 16, 0, 4], ErrorCode::PARAMETER_FIELD_ERROR),
            (&[1, 0, 1, 1, 0, 0, 0, 8], ErrorCode::MISSING_PARAMETER),
            (&[1, 0, 3, 1, 0, 0, 0, 8], ErrorCode::UNEXPECTED_MESSAGE),
            (&[1, 0, 1, 1, 0, 0, 0, 16, 0, 6, 0, 8, 0, 0, 0, 9], ErrorCode::INVALID_ROUTING_CONTEXT),
        ];
        for (octets, code) in cases {
            gateway.stream.write_all(octets).await.unwrap();
            let error = gateway.expect(Kind::ERR).await;
            assert_eq!(error.error_code(), Some(code), "{octets:02x?}");
            assert!(error.parameters.contains(&Parameter::DiagnosticInformation(octets.to_vec())));
        }
        // An ERR is never answered.
        gateway.stream.write_all(&[1, 0, 0, 0, 0, 0, 0, 12, 0, 12, 0, 99]).await.unwrap();
        // SCCP that cannot be read, and one for somebody else.
        gateway.data(vec![9, 0, 0xff, 0xff, 0xff]).await;
        let stranger = Unitdata { called: Address::of_ssn(Ssn(77)), ..unitdata(5) };
        gateway.data(split(&stranger, Segmenting::default(), 0).unwrap()[0].write().unwrap()).await;
        let back = gateway.expect(Kind::DATA).await.into_protocol_data().unwrap();
        assert_eq!((back.opc, back.dpc), (OURS, THEIRS));
        let back = sccp::Message::read(&back.data).unwrap();
        assert_eq!(back.purpose, Purpose::Return(ReturnCause::UNEQUIPPED_USER));
        assert_eq!(back.called, stranger.calling);
        // All is well still.
        gateway.data(split(&unitdata(5), Segmenting::default(), 0).unwrap()[0].write().unwrap()).await;
        assert_eq!(client.received().await.data, unitdata(5).data);
        assert_eq!(client.counts.of("sccp_malformed"), 1);
        assert_eq!(client.counts.of("other_subsystem"), 1);
        assert_eq!(client.counts.of("malformed"), 6);
    });
}

#[test]
fn half_a_message_and_garbage_cost_their_association_only() {
    run(async {
        let (mut client, listener) = client_of_gateway(|settings| settings.answer_ms = 300).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        gateway.stream.write_all(&[1, 0, 1, 1, 0, 0, 1, 0, 2]).await.unwrap();
        client.expect(Event::Down).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        gateway.stream.write_all(&[0xff; 8]).await.unwrap();
        client.expect(Event::Down).await;
        gateway.wait_for_end().await;
        let _gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        // The same at a server, in IPA: nobody else notices.
        let server = start(settings(Transport::Ipa, Role::Server));
        let mut bad = TcpStream::connect(server.places[0]).await.unwrap();
        bad.write_all(&[0xff; 64]).await.unwrap();
        let mut octets = Vec::new();
        assert!(bad.read_to_end(&mut octets).await.is_err(), "it is reset");
    });
}

#[test]
fn a_message_may_come_in_pieces() {
    run(async {
        let (mut client, listener) = client_of_gateway(|_| ()).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        let beat = Message::new(Kind::BEAT, vec![Parameter::HeartbeatData(vec![7; 100])]).write().unwrap();
        for octet in &beat {
            gateway.stream.write_all(&[*octet]).await.unwrap();
            sleep(Duration::from_millis(1)).await;
        }
        let ack = gateway.expect(Kind::BEAT_ACK).await;
        assert_eq!(ack.parameters, [Parameter::HeartbeatData(vec![7; 100])]);
    });
}

#[test]
fn a_peer_that_takes_nothing_is_refused_more_and_given_up() {
    run(async {
        let (mut client, listener) = client_of_gateway(|settings| settings.heartbeat_ms = 60_000).await;
        let gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        let mut refused = None;
        for _ in 0..100_000 {
            if let Err(error) = client.send(unitdata(240)) {
                refused = Some(error);
                break;
            }
            tokio::task::yield_now().await;
        }
        assert_eq!(refused, Some(Refused::Full));
        client.expect(Event::Down).await;
        assert_eq!(client.counts.of("full"), 0, "who was refused knows it");
        assert!(client.counts.of("down") > 0);
        drop(gateway);
        let _again = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        client.send(unitdata(1)).unwrap();
    });
}

#[test]
fn segments_that_never_become_whole_are_dropped_and_sent_back() {
    run(async {
        let (mut client, listener) = client_of_gateway(|_| ()).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        let segments = split(&unitdata(900), Segmenting::default(), 3).unwrap();
        gateway.data(segments[0].write().unwrap()).await;
        let back = gateway.expect(Kind::DATA).await.into_protocol_data().unwrap();
        let back = sccp::Message::read(&back.data).unwrap();
        assert_eq!(back.purpose, Purpose::Return(ReturnCause::SEGMENTATION_FAILURE));
        assert_eq!(back.data, segments[0].data);
        assert_eq!(client.counts.of("segments_lost"), 1);
        // A flood of first segments: bounded, the rest sent back at once.
        for reference in 0..limits::SCCP_REASSEMBLIES_OF_PEER as u32 + 50 {
            let first = &split(&unitdata(900), Segmenting::default(), reference).unwrap()[0];
            gateway.data(first.write().unwrap()).await;
        }
        for _ in 0..limits::SCCP_REASSEMBLIES_OF_PEER + 50 {
            gateway.expect(Kind::DATA).await;
        }
        assert_eq!(client.counts.of("reassembly_full"), 50);
    });
}

#[test]
fn a_flood_that_nobody_takes_is_bounded_and_sent_back() {
    run(async {
        let (client, mut server) = pair(Transport::M3uaTcp).await;
        let count = limits::LINK_EVENTS + 500;
        let mut sent = 0;
        while sent < count {
            match client.send(unitdata(2)) {
                Ok(()) => sent += 1,
                Err(_) => sleep(Duration::from_millis(5)).await,
            }
        }
        let mut client = client;
        let Event::Returned(back, cause) = client.next().await else { panic!() };
        assert_eq!((cause, back.data), (ReturnCause::SUBSYSTEM_CONGESTION, unitdata(2).data));
        let mut got = 0;
        while let Ok(Event::Received(_)) = tokio::time::timeout(Duration::from_millis(500), server.events.recv())
            .await
            .map(|event| event.expect("living"))
        {
            got += 1;
        }
        assert!(got >= limits::LINK_EVENTS && got < count, "{got}");
        assert_eq!(server.counts.of("user_full") as usize, count - got);
    });
}

#[test]
fn what_the_network_says_about_ways_is_honoured() {
    run(async {
        let (mut client, listener) = client_of_gateway(|settings| settings.priority = 1).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        let affected = || Parameter::AffectedPointCodes(vec![AffectedPointCode { mask: 0, point_code: THEIRS }]);
        let all = || Parameter::AffectedPointCodes(vec![AffectedPointCode { mask: 8, point_code: THEIRS }]);
        let settle = async |gateway: &mut Gateway| {
            gateway.send(Kind::BEAT, Vec::new()).await;
            gateway.expect(Kind::BEAT_ACK).await;
        };

        gateway.send(Kind::DUNA, vec![affected()]).await;
        settle(&mut gateway).await;
        client.send(unitdata(1)).unwrap();
        client.expect(Event::Returned(unitdata(1), ReturnCause::MTP_FAILURE)).await;
        gateway.send(Kind::DAVA, vec![affected()]).await;
        settle(&mut gateway).await;
        client.send(unitdata(2)).unwrap();
        gateway.expect(Kind::DATA).await;

        // Level 1 lets our priority pass, level 2 does not.
        gateway.send(Kind::SCON, vec![all(), Parameter::CongestionLevel(1)]).await;
        settle(&mut gateway).await;
        client.send(unitdata(3)).unwrap();
        gateway.expect(Kind::DATA).await;
        gateway.send(Kind::SCON, vec![all(), Parameter::CongestionLevel(2)]).await;
        settle(&mut gateway).await;
        client.send(unitdata(4)).unwrap();
        client.expect(Event::Returned(unitdata(4), ReturnCause::NETWORK_CONGESTION)).await;
        // The network is asked whether it is over, until it says so.
        let asked = gateway.expect(Kind::DAUD).await;
        assert_eq!(asked.affected_point_codes()[0].mask, 8);
        gateway.send(Kind::DAVA, vec![all()]).await;
        settle(&mut gateway).await;
        client.send(unitdata(5)).unwrap();
        gateway.expect(Kind::DATA).await;
        // Another process has taken over.
        gateway.send(Kind::NTFY, vec![Parameter::Status(Status::ALTERNATE_ASP_ACTIVE)]).await;
        client.expect(Event::Down).await;
        gateway.send(Kind::NTFY, vec![Parameter::Status(Status::AS_PENDING)]).await;
        gateway.expect(Kind::ASPAC).await;
        gateway.send(Kind::ASPAC_ACK, Vec::new()).await;
        client.expect(Event::Up).await;
    });
}

#[test]
fn a_subsystem_that_is_asked_after_is_there() {
    run(async {
        let (mut client, listener) = client_of_gateway(|_| ()).await;
        let mut gateway = Gateway::activate(&listener).await;
        client.expect(Event::Up).await;
        let [member, cluster, network] = OURS.to_wire();
        let ask = |ssn| Unitdata {
            called: Address::of_ssn(Ssn(1)),
            calling: Address::of_ssn(Ssn(1)),
            data: vec![3, ssn, member, cluster, network, 0],
            ..Unitdata::default()
        };
        for ssn in [77, Ssn::OTAF.0] {
            gateway.data(split(&ask(ssn), Segmenting::default(), 0).unwrap()[0].write().unwrap()).await;
        }
        let answer = gateway.expect(Kind::DATA).await.into_protocol_data().unwrap();
        let answer = sccp::Message::read(&answer.data).unwrap();
        assert_eq!(answer.data, [1, Ssn::OTAF.0, member, cluster, network, 0]);
    });
}

#[test]
fn two_processes_without_a_gateway_between() {
    run(async {
        let mut server = start(Settings { side: Side::Ipsp, ..settings(Transport::M3uaTcp, Role::Server) });
        let mut client = start(Settings {
            side: Side::Ipsp,
            remote: vec![server.places[0].to_string()],
            ..settings(Transport::M3uaTcp, Role::Client)
        });
        client.expect(Event::Up).await;
        server.expect(Event::Up).await;
        server.send(unitdata(7)).unwrap();
        assert_eq!(client.received().await.data.len(), 7);
    });
}

#[test]
fn strangers_are_not_let_in() {
    run(async {
        // A name is nobody's address: it lets nobody in, and not everybody.
        for remote in ["127.0.0.9", "gateway.example"] {
            let server = start(Settings { remote: vec![remote.into()], ..settings(Transport::Ipa, Role::Server) });
            if let Ok(mut stranger) = TcpStream::connect(server.places[0]).await {
                assert!(!stranger.read(&mut [0; 10]).await.is_ok_and(|count| count > 0));
            }
            assert_eq!(server.counts.of("stranger"), 1);
        }
        // Nor more than there are seats for.
        let server = start(settings(Transport::Ipa, Role::Server));
        let mut clients = Vec::new();
        for _ in 0..limits::LINK_ASSOCIATIONS + 3 {
            clients.push(TcpStream::connect(server.places[0]).await);
        }
        while server.counts.of("no_seat") < 3 {
            sleep(Duration::from_millis(5)).await;
        }
    });
}
