//! Attempts, bearers and last words; then a datagram over a real socket.

use super::settings::{Host, Template, Udp};
use super::*;
use crate::wake::settings::tests::smpp;

fn place() -> Place {
    Place { address: Some([192, 0, 2, 9].into()), min: Some("9195551234".into()), ..Place::default() }
}

fn wake(number: u32) -> Wake {
    let device = DeviceId::new(&format!("MEID:A000000000000{number}")).unwrap();
    Wake { device, place: place(), notification: b"first".to_vec(), again: Some(b"again".to_vec()) }
}

fn settings(order: &[Bearer]) -> Settings {
    Settings { order: order.to_vec(), attempts: 3, answer_ms: 60_000, udp: Some(Udp::default()), smpp: Some(smpp()) }
}

/// Times in seconds.
fn at(seconds: u64) -> Time {
    Time(seconds * 1_000)
}

/// A push that went out: bearer, where to, number, body.
type Sent = (Bearer, String, u64, Vec<u8>);

/// What was told, and the pushes that went out.
fn split(actions: Vec<Action>) -> (Vec<News>, Vec<Sent>) {
    let (mut news, mut sent) = (Vec::new(), Vec::new());
    for action in actions {
        match action {
            Action::Report(_, told) => news.push(told),
            Action::Udp { job, host, push } => sent.push((Bearer::Udp, host, job, push[6..].to_vec())),
            Action::Smpp { job, number, push, .. } => sent.push((Bearer::Smpp, number, job, push[6..].to_vec())),
        }
    }
    (news, sent)
}

#[test]
fn bearers_take_turns_and_every_end_is_told() {
    let mut tracker = Tracker::new(settings(&[Bearer::Udp, Bearer::Smpp]));
    let (news, sent) = split(tracker.wake(at(0), wake(1)));
    assert_eq!((news, &sent[..]), (vec![], &[(Bearer::Udp, "192.0.2.9".into(), 1, b"first".to_vec())][..]));
    let (news, sent) = split(tracker.event(at(0), Event { job: 1, what: What::Sent }));
    assert_eq!((news, sent.len()), (vec![News::Sent(Bearer::Udp)], 0));

    assert_eq!(tracker.deadline(), Some(at(60)));
    assert!(tracker.timer(at(59)).is_empty());
    let (news, sent) = split(tracker.timer(at(60)));
    assert_eq!((news, &sent[..]), (vec![], &[(Bearer::Smpp, "9195551234".into(), 2, b"again".to_vec())][..]));
    assert!(tracker.event(at(61), Event { job: 1, what: What::Sent }).is_empty(), "an old push");
    split(tracker.event(at(61), Event { job: 2, what: What::Accepted }));
    let (news, sent) = split(tracker.event(at(62), Event { job: 2, what: What::Undelivered("EXPIRED".into()) }));
    assert_eq!(news, [News::Undelivered(Bearer::Smpp, "EXPIRED".into())]);
    assert_eq!(sent, [(Bearer::Udp, "192.0.2.9".into(), 3, b"again".to_vec())], "the other one is tried at once");
    let (news, sent) = split(tracker.event(at(62), Event { job: 3, what: What::Failed(Failure::Late) }));
    assert_eq!((news, sent.len()), (vec![News::Failed(Bearer::Udp, Failure::Late)], 0), "none is left");

    let (_, sent) = split(tracker.timer(at(122)));
    assert_eq!(sent.len(), 1, "the third and last attempt");
    let (news, sent) = split(tracker.timer(at(182)));
    assert_eq!((news, sent.len()), (vec![News::NoShow(3)], 0));
    assert_eq!(tracker.deadline(), None);
    assert!(tracker.came(at(183), &wake(1).device).is_empty());
}

#[test]
fn a_handset_that_comes_is_left_alone() {
    let mut tracker = Tracker::new(settings(&[Bearer::Udp]));
    tracker.wake(at(0), wake(1));
    tracker.wake(at(1), wake(2));
    let (news, _) = split(tracker.came(at(5), &wake(1).device));
    assert_eq!(news, [News::Came(5_000)]);
    assert_eq!(tracker.deadline(), Some(at(61)));
    let (_, sent) = split(tracker.wake(at(10), wake(2)));
    assert_eq!(sent.len(), 1, "woken anew");
    assert_eq!(tracker.deadline(), Some(at(70)));
    let (news, _) = split(tracker.came(at(11), &wake(2).device));
    assert_eq!(news, [News::Came(10_000)], "since it was first called");
    assert_eq!(tracker.deadline(), None);
}

#[test]
fn a_bearer_that_cannot_find_the_handset_is_passed_over() {
    let mut tracker = Tracker::new(settings(&[Bearer::Udp, Bearer::Smpp]));
    let lost = Place { address: None, ..place() };
    let (_, sent) = split(tracker.wake(at(0), Wake { place: lost, ..wake(1) }));
    assert_eq!(sent[0].0, Bearer::Smpp);
    let (news, sent) = split(tracker.wake(at(0), Wake { place: Place::default(), ..wake(2) }));
    assert_eq!((news, sent.len()), (vec![News::NoWay], 0));
    let mut nothing = Tracker::new(settings(&[]));
    assert_eq!(split(nothing.wake(at(0), wake(1))).0, [News::NoWay]);
}

#[test]
fn places_are_made_of_what_is_known() {
    let template: Template = "{min}.a.{imsi}x".parse().unwrap();
    assert_eq!(template.of(&place()), None);
    let place = Place { imsi: Some("310".into()), ..place() };
    assert_eq!(template.of(&place).as_deref(), Some("9195551234.a.310x"));
    for (text, wanted) in [("a", "would be the same"), ("{min", "without its }"), ("{msisdn}", "is not one of")] {
        assert!(text.parse::<Template>().unwrap_err().contains(wanted), "{text}");
    }
}

/// Runs a waker with these settings; what it tells comes by the receiver.
fn on_runtime<F: Future<Output = ()> + 'static>(
    settings: Settings,
    test: impl FnOnce(Waker, mpsc::UnboundedReceiver<(DeviceId, News)>) -> F,
) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (told, news) = mpsc::unbounded_channel();
    let report: Report = Arc::new(move |device, news| drop(told.send((device.clone(), news.clone()))));
    tokio::task::LocalSet::new().block_on(&runtime, async move {
        let (waker, task) = start(settings, report);
        let task = tokio::task::spawn_local(task);
        tokio::time::timeout(Duration::from_secs(30), test(waker, news)).await.expect("in time");
        tokio::time::timeout(Duration::from_secs(5), task).await.expect("ends with its handles").unwrap();
    });
}

#[test]
fn a_datagram_arrives_until_the_handset_comes() {
    let handset = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    handset.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let udp = Udp { to: Host::Last, port: handset.local_addr().unwrap().port(), ..Udp::default() };
    let settings = Settings { answer_ms: 1_000, udp: Some(udp), ..settings(&[Bearer::Udp]) };
    on_runtime(settings, |waker, mut news| async move {
        let wake = Wake { place: Place { address: Some([127, 0, 0, 1].into()), ..place() }, ..wake(1) };
        let device = wake.device.clone();
        assert!(waker.wake(wake));
        assert_eq!(news.recv().await.unwrap().1, News::Sent(Bearer::Udp));
        assert_eq!(news.recv().await.unwrap().1, News::Sent(Bearer::Udp));
        waker.came(device.clone());
        let (who, last) = news.recv().await.unwrap();
        assert!(who == device && last.is_last() && matches!(last, News::Came(_)), "{last:?}");
        let mut datagram = [0; 64];
        let count = handset.recv(&mut datagram).unwrap();
        assert_eq!(&datagram[..count], b"\x01\x06\x03\xC4\xAF\x87first");
        let count = handset.recv(&mut datagram).unwrap();
        assert_eq!(&datagram[..count], b"\x02\x06\x03\xC4\xAF\x87again");
    });
}

#[test]
fn a_name_that_is_not_known_is_a_failure() {
    let udp = Udp { to: Host::Template("{min}.invalid".parse().unwrap()), ..Udp::default() };
    let settings = Settings { attempts: 1, answer_ms: 1_000, udp: Some(udp), ..settings(&[Bearer::Udp]) };
    on_runtime(settings, |waker, mut news| async move {
        assert!(waker.wake(wake(1)));
        let first = news.recv().await.unwrap().1;
        assert!(matches!(first, News::Failed(Bearer::Udp, Failure::System(_) | Failure::Late)), "{first:?}");
        assert_eq!(news.recv().await.unwrap().1, News::NoShow(1));
    });
}
