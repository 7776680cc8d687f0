//! Requests as they should not be, and what each is answered; peers that are slow, that vanish, that flood.

use std::time::{Duration, Instant};

use akeyd::http::server::{Refusal, Settings};
use socket2::SockRef;

use crate::harness::{Raw, eventually, on_both, quick};

/// Each refusal with its status, after which the connection ends in good order and nothing more is answered.
#[test]
fn every_refusal_has_its_code_and_ends_the_connection() {
    let long = "x".repeat(5000);
    let many = "A: b\r\n".repeat(65);
    let big = format!("A: {}\r\n", "x".repeat(3000)).repeat(3);
    let table: Vec<(&str, String, u16, Refusal)> = vec![
        ("not HTTP", "\x16\x03\x01\x02\x00\x01\r\n\r\n".into(), 400, Refusal::Malformed),
        ("bare LF", "GET / HTTP/1.1\nHost: h\n\n".into(), 400, Refusal::Malformed),
        ("bare CR", "GET / HTTP/1.1\r\nHost: h\rX: y\r\n\r\n".into(), 400, Refusal::Malformed),
        ("no Host", "GET / HTTP/1.1\r\n\r\n".into(), 400, Refusal::Malformed),
        ("folded header", "GET / HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n".into(), 400, Refusal::Malformed),
        (
            "blank before colon",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length : 3\r\n\r\nabc".into(),
            400,
            Refusal::Malformed,
        ),
        (
            "both framings",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".into(),
            400,
            Refusal::BadFraming,
        ),
        (
            "two lengths",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd".into(),
            400,
            Refusal::BadFraming,
        ),
        (
            "bad chunk",
            "POST /dm HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n".into(),
            400,
            Refusal::BadFraming,
        ),
        ("no length", "POST /dm HTTP/1.1\r\nHost: h\r\n\r\n".into(), 411, Refusal::NoLength),
        ("no length, 1.0", "POST /dm HTTP/1.0\r\n\r\nbody".into(), 411, Refusal::NoLength),
        (
            "body announced too large",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 8193\r\nExpect: 100-continue\r\n\r\n".into(),
            413,
            Refusal::BodyTooLarge,
        ),
        (
            "body of a size beyond numbers",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n".into(),
            413,
            Refusal::BodyTooLarge,
        ),
        (
            "chunk too large",
            "POST /dm HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2001\r\n".into(),
            413,
            Refusal::BodyTooLarge,
        ),
        ("target too long", format!("GET /{long} HTTP/1.1\r\nHost: h\r\n\r\n"), 414, Refusal::TargetTooLong),
        (
            "unknown expectation",
            "POST /dm HTTP/1.1\r\nHost: h\r\nExpect: cake\r\nContent-Length: 0\r\n\r\n".into(),
            417,
            Refusal::Expectation,
        ),
        ("header too long", format!("GET / HTTP/1.1\r\nHost: h\r\nA: {long}\r\n\r\n"), 431, Refusal::HeadTooLarge),
        ("headers too many", format!("GET / HTTP/1.1\r\nHost: h\r\n{many}\r\n"), 431, Refusal::HeadTooLarge),
        ("head too large", format!("GET / HTTP/1.1\r\nHost: h\r\n{big}\r\n"), 431, Refusal::HeadTooLarge),
        ("service failed", "GET /panic HTTP/1.1\r\nHost: h\r\n\r\n".into(), 500, Refusal::OurFault),
        ("unknown method", "BREW / HTTP/1.1\r\nHost: h\r\n\r\n".into(), 501, Refusal::NotSupported),
        (
            "unknown coding",
            "POST /dm HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n".into(),
            501,
            Refusal::NotSupported,
        ),
        ("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(), 505, Refusal::Version),
    ];
    on_both(Settings::default(), |server| {
        for (name, octets, status, cause) in &table {
            let mut connection = server.connect();
            // What stands behind the refused request must never be read as a request.
            connection.send(octets).send("GET /query?smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
            let answer = connection.answer();
            assert_eq!(answer.status, *status, "{name}: {}", answer.head);
            assert!(answer.closes(), "{name}");
            assert!(connection.is_closed(), "{name}");
            assert_eq!(server.refused().last(), Some(cause), "{name}");
        }
        assert_eq!(server.refused().len(), table.len());
        assert_eq!(server.connect().post("/dm", b"well").answer().text(), "well");
    });
}

#[test]
fn a_client_that_is_still_sending_can_read_its_refusal() {
    on_both(quick(), |server| {
        let mut connection = server.connect();
        connection.send("POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 200000\r\n\r\n");
        connection.send(vec![b'x'; 200_000]);
        assert_eq!(connection.answer().status, 413);
        connection.end();
        assert!(connection.is_closed());

        // One that never stops is not read for ever.
        let mut endless = server.connect();
        endless.send("POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n");
        let start = Instant::now();
        while endless.try_send(vec![b'x'; 65_536]) {
            assert!(start.elapsed() < Duration::from_secs(5));
        }
    });
}

#[test]
fn slow_heads_and_bodies_get_408_in_time_and_silence_gets_nothing() {
    on_both(quick(), |server| {
        let mut silent = server.connect();
        let mut slow_head = server.connect();
        slow_head.send("POST /dm HTTP/1.1\r\nHo");
        let mut slow_body = server.connect();
        slow_body.send("POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf");
        let mut slow_chunks = server.connect();
        slow_chunks.send("POST /dm HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha");
        let mut second = server.connect();
        assert_eq!(second.post("/dm", b"first").answer().status, 200);
        second.send("G");

        let start = Instant::now();
        for connection in [&mut slow_head, &mut slow_body, &mut slow_chunks, &mut second] {
            let answer = connection.answer();
            assert_eq!(answer.status, 408);
            assert!(answer.closes() && connection.is_closed());
        }
        let took = start.elapsed();
        assert!(took > Duration::from_millis(200) && took < Duration::from_secs(3), "{took:?}");
        assert!(silent.is_closed());

        // A drop now and then does not move the deadline.
        let mut dripping = server.connect();
        let start = Instant::now();
        while dripping.try_send("x") && start.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(50));
        }
        assert!(start.elapsed() < Duration::from_secs(4));
        let mut causes = server.refused();
        causes.sort_by_key(|cause| cause.as_str());
        assert_eq!(
            causes,
            [Refusal::SlowBody, Refusal::SlowBody, Refusal::SlowHead, Refusal::SlowHead, Refusal::SlowHead]
        );
    });
}

#[test]
fn a_half_sent_request_is_told_so_and_a_finished_client_still_gets_its_answer() {
    on_both(Settings::default(), |server| {
        for half in ["POST /dm HT", "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf"] {
            let mut connection = server.connect();
            assert_eq!(connection.send(half).end().answer().status, 400);
            assert!(connection.is_closed());
        }
        assert_eq!(server.refused(), [Refusal::Incomplete, Refusal::Incomplete]);
        let mut finished = server.connect();
        assert_eq!(finished.post("/slow", b"last words").end().answer().text(), "last words");
        assert!(finished.is_closed());
    });
}

#[test]
fn a_call_runs_to_its_end_though_its_connection_died() {
    on_both(Settings::default(), |server| {
        let mut steady = server.connect();
        for round in 0..5 {
            server.release(false);
            let mut reset = server.connect();
            reset.post("/hold", b"x");
            eventually("the call begins", || server.begun() == 2 * round + 1);
            SockRef::from(&reset.stream).set_linger(Some(Duration::ZERO)).unwrap();
            drop(reset);
            assert_eq!(steady.post("/dm", b"others are untouched").answer().status, 200);
            assert_eq!(server.ended(), 2 * round + 1, "the call of the dead connection still runs");
            server.release(true);
            eventually("the call ends", || server.ended() == 2 * round + 2);
        }
    });
}

#[test]
fn connections_reset_in_any_state_leave_others_untouched() {
    on_both(Settings::default(), |server| {
        let mut steady = server.connect();
        let states = [
            "",
            "POST /dm HT",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n",
            "GET /huge HTTP/1.1\r\nHost: h\r\n\r\n",
            "POST /dm HTTP/1.1\r\nHost: h\r\nContent-Length: 9999\r\n\r\nrefused",
        ];
        for state in states {
            for pause in [0, 5] {
                let mut connection = server.connect();
                connection.send(state);
                std::thread::sleep(Duration::from_millis(pause));
                SockRef::from(&connection.stream).set_linger(Some(Duration::ZERO)).unwrap();
                drop(connection);
                assert_eq!(steady.post("/dm", b"well").answer().text(), "well", "{state:?}");
            }
        }
    });
}

#[test]
fn a_reader_that_does_not_read_is_let_go() {
    on_both(quick(), |server| {
        let mut connection = server.connect();
        connection.send("GET /huge HTTP/1.1\r\nHost: h\r\n\r\n");
        eventually("it is let go", || server.refused() == [Refusal::SlowReader]);
        assert_eq!(server.connect().post("/dm", b"others").answer().text(), "others");
    });
    // One that reads gets it all.
    on_both(Settings::default(), |server| {
        let mut connection = server.connect();
        connection.send("GET /huge HTTP/1.1\r\nHost: h\r\n\r\n");
        assert_eq!(connection.answer().body.len(), 16 << 20);
    });
}

#[test]
fn connections_beyond_the_cap_are_told_to_come_back() {
    let settings = Settings { connections: 20, ..quick() };
    on_both(settings, |server| {
        let mut held: Vec<Raw> = (0..20).map(|_| server.connect()).collect();
        for connection in &mut held {
            assert_eq!(connection.post("/dm", b"in").answer().status, 200);
        }
        for _ in 0..5 {
            let mut extra = server.connect();
            extra.post("/dm", b"too many");
            let answer = extra.answer();
            assert_eq!((answer.status, answer.closes()), (503, true));
            assert!(answer.header("retry-after").is_some());
        }
        assert_eq!(server.refused(), [Refusal::Connections; 5]);
        held.truncate(10);
        eventually("room again", || {
            let mut extra = server.connect();
            extra.post("/dm", b"in").answer().status == 200
        });
    });
}
