//! The outbox against a store and a loopback server that answers as it is told.

mod order;

use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use akeyd_hw::AKey;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::settings::{Beginning, Centre, Target};
use super::*;
use crate::desk::record::{Ended, Start};
use crate::exchange::north::{Ask, NorthAnswer, PublicValues};
use crate::exchange::{Call, Key, NorthFault, Version};
use crate::north::wrap::TransportKey;
use crate::store::memory::MemoryStore;
use crate::store::{commit, read};
use crate::words::{DeviceId, Dialect, Kind, Order, Outcome, State, Way};

/// A server that keeps what is posted to it, and answers in turn what it is told to; 200 when nothing is left to say.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Heard>>);

#[derive(Default)]
struct Heard {
    posts: Vec<Value>,
    answers: VecDeque<(&'static str, String)>,
    on_their_way: usize,
    most: usize,
    slow: Option<Duration>,
}

impl Listener {
    async fn open(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/keys", listener.local_addr().unwrap());
        let own = self.clone();
        tokio::task::spawn_local(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::task::spawn_local(own.clone().serve(stream));
            }
        });
        url
    }

    async fn serve(self, mut stream: TcpStream) {
        let mut input = Vec::new();
        loop {
            let head = loop {
                if let Some(at) = input.windows(4).position(|four| four == b"\r\n\r\n") {
                    break at + 4;
                }
                if stream.read_buf(&mut input).await.unwrap_or(0) == 0 {
                    return;
                }
            };
            let text = String::from_utf8(input[..head].to_vec()).unwrap().to_ascii_lowercase();
            let length: usize =
                text.split("content-length: ").nth(1).unwrap().split("\r\n").next().unwrap().parse().unwrap();
            while input.len() < head + length {
                stream.read_buf(&mut input).await.unwrap();
            }
            let mut post: Value = serde_json::from_slice(&input[head..head + length]).unwrap();
            let key = text.split("idempotency-key: ").nth(1).unwrap().split("\r\n").next().unwrap();
            assert_eq!(post["id"], key);
            post["path"] = text.split(' ').nth(1).unwrap().into();
            input.drain(..head + length);
            let (slow, answer) = self.with(|heard| {
                heard.posts.push(post);
                heard.on_their_way += 1;
                heard.most = heard.most.max(heard.on_their_way);
                (heard.slow, heard.answers.pop_front())
            });
            if let Some(slow) = slow {
                tokio::time::sleep(slow).await;
            }
            self.with(|heard| heard.on_their_way -= 1);
            let (status, body) = answer.unwrap_or(("200 OK\r\n", String::new()));
            let answer = format!("HTTP/1.1 {status}Content-Length: {}\r\n\r\n{body}", body.len());
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Heard) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn answer(&self, status: &'static str, body: &str) {
        self.with(|heard| heard.answers.push_back((status, body.to_owned())));
    }

    /// What was posted so far: action and exchange of each.
    fn heard(&self) -> Vec<(String, u64)> {
        let of = |post: &Value| {
            let exchange = u64::from_str_radix(post["exchange"].as_str().unwrap(), 16).unwrap();
            (post["action"].as_str().unwrap().to_owned(), exchange)
        };
        self.with(|heard| heard.posts.iter().map(of).collect())
    }
}

impl Meter for () {
    fn outbox(&self, _: u64, _: u64) {}
    fn delivery(&self, _: &'static str, _: &'static str) {}
}

const TRANSPORT: [u8; 32] = [0x5A; 32];

fn settings(push: Option<String>, computes: bool) -> Settings {
    let target = |url| Target { url, trust: None, answer: Duration::from_secs(5), in_flight: 4 };
    let centre = Centre {
        name: "ac".into(),
        push: push.map(target),
        transport_key: TransportKey::new(&TRANSPORT).unwrap(),
        key_version: 7,
        computes,
    };
    Settings { centres: vec![centre], ..Settings::default() }
}

fn open(store: &Arc<MemoryStore>, settings: Settings) -> Outbox {
    let started = std::time::Instant::now();
    let now = Arc::new(move || Time(1_000_000 + started.elapsed().as_millis() as u64));
    let (outbox, work) =
        Outbox::new(settings, Some("ac".into()), Arc::clone(store) as Arc<dyn Store>, now, Arc::new(()));
    tokio::task::spawn_local(work.run());
    outbox
}

fn run(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let limited = async { tokio::time::timeout(Duration::from_secs(20), test).await.expect("within its time") };
    tokio::task::LocalSet::new().block_on(&runtime, limited);
}

type Said = Result<NorthAnswer, NorthFault>;

fn ask(outbox: &Outbox, exchange: u64, call: u32, ask: Ask) -> impl Future<Output = Said> + use<> {
    let (answer, said) = oneshot::channel();
    let device = DeviceId::new(&format!("MEID:A1{exchange}")).unwrap();
    outbox.ask(&"ac".into(), Question { exchange: ExchangeId(exchange), call: Call(call), device, ask, answer });
    async { said.await.unwrap_or(Err(NorthFault::Unreachable)) }
}

fn key(octet: u8) -> Ask {
    Ask::Stage { key: Key::A(AKey::new(Box::new([octet; 8]))) }
}

const ACTIVATE: Ask = Ask::Activate(Way::Perform);
const DONE: Said = Ok(NorthAnswer::Done);

async fn kept(store: &MemoryStore, acknowledged: bool) -> Vec<Delivery> {
    read(store, move |snapshot| snapshot.deliveries(0, acknowledged, 1000)).await.unwrap()
}

#[test]
fn a_key_is_staged_then_activated_and_its_wrapped_octets_go_when_it_has_arrived() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(Some(listener.open().await), false));
        assert_eq!(ask(&outbox, 1, 1, key(0xC1)).await, DONE);
        assert_eq!(ask(&outbox, 1, 2, ACTIVATE).await, DONE);
        let posts = listener.with(|heard| std::mem::take(&mut heard.posts));
        assert_eq!((&posts[0]["action"], &posts[1]["action"]), (&"stage".into(), &"activate".into()));
        assert_eq!((&posts[0]["kind"], &posts[0]["transport_key_version"]), (&"a_key".into(), &7.into()));
        assert_eq!(posts[0]["device"]["device_id"], "MEID:A11");
        assert!(posts[0]["seq"].as_u64() < posts[1]["seq"].as_u64() && posts[1]["wrapped_key"].is_null());
        let wrapped = posts[0]["wrapped_key"].as_str().unwrap();
        let wrapped = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, wrapped).unwrap();
        let (exchange, out) = TransportKey::new(&TRANSPORT).unwrap().unwrap(&wrapped).unwrap();
        assert_eq!((exchange, out.expose()), (ExchangeId(1), [0xC1; 8].as_slice()));
        assert_eq!(kept(&store, false).await, []);
        let kept = kept(&store, true).await;
        assert!(kept.iter().all(|delivery| delivery.body.is_empty()), "{kept:?}");
    });
}

#[test]
fn what_was_not_taken_is_tried_again_in_its_order_and_holds_up_nobody() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(Some(listener.open().await), false));
        listener.answer("500 Broken\r\n", "");
        let bad = tokio::task::spawn_local(ask(&outbox, 1, 1, key(1)));
        while listener.heard().is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        // It is activated without having been staged: not before.
        let activated = tokio::task::spawn_local(ask(&outbox, 1, 2, ACTIVATE));
        for exchange in 2..10 {
            assert_eq!(ask(&outbox, exchange, 1, key(2)).await, DONE);
        }
        assert!(!bad.is_finished(), "others go on");
        assert_eq!((bad.await.unwrap(), activated.await.unwrap()), (DONE, DONE));
        let of_1: Vec<_> = listener.heard().into_iter().filter(|(_, exchange)| *exchange == 1).collect();
        assert_eq!(of_1, [("stage".into(), 1), ("stage".into(), 1), ("activate".into(), 1)]);
        let tried = kept(&store, true).await;
        assert_eq!((tried[0].attempts, tried[0].why.as_deref()), (1, Some("answered 500")));
    });
}

#[test]
fn retry_after_is_honoured_and_only_one_finds_out_whether_it_is_over() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(Some(listener.open().await), false));
        listener.answer("503 Later\r\nRetry-After: 1\r\n", "");
        let asked: Vec<_> =
            (1..=20).map(|exchange| tokio::task::spawn_local(ask(&outbox, exchange, 1, key(1)))).collect();
        tokio::time::sleep(Duration::from_millis(700)).await;
        // So many as may be on their way together.
        let before = listener.heard().len();
        assert!(before <= 4, "{before}");
        for asked in asked {
            assert_eq!(asked.await.unwrap(), DONE);
        }
        assert_eq!(listener.heard().len(), 21);
        assert!(listener.with(|heard| heard.most) <= 4);
    });
}

#[test]
fn a_refusal_is_final_and_says_why() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(Some(listener.open().await), false));
        listener.answer("422 No\r\n", "{\"result_code\": 5, \"detail\": \"no such subscriber\"}");
        assert_eq!(ask(&outbox, 1, 1, key(1)).await, Err(NorthFault::Refused(5)));
        listener.answer("404 No\r\n", "not JSON");
        assert_eq!(ask(&outbox, 1, 2, ACTIVATE).await, Err(NorthFault::Refused(6)));
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(kept(&store, false).await, []);
        let kept = kept(&store, true).await;
        assert_eq!(kept[0].why.as_deref(), Some("answered 422: no such subscriber"));
        assert_eq!(listener.heard().len(), 2);
    });
}

#[test]
fn asked_twice_it_is_delivered_once_and_a_discard_is_answered_when_it_is_durable() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(None, false));
        let first = tokio::task::spawn_local(ask(&outbox, 1, 1, key(1)));
        let again = tokio::task::spawn_local(ask(&outbox, 1, 2, key(1)));
        tokio::time::sleep(Duration::from_millis(20)).await;
        let later = tokio::task::spawn_local(ask(&outbox, 1, 3, key(1)));
        tokio::time::sleep(Duration::from_millis(20)).await;
        let waiting = kept(&store, false).await;
        assert_eq!(waiting.len(), 1, "{waiting:?}");
        // This peer fetches.
        assert_eq!(outbox.acknowledge(waiting[0].seq + 7, Vec::new()).await, Settled::Unknown);
        assert_eq!(outbox.acknowledge(waiting[0].seq, Vec::new()).await, Settled::Done);
        assert_eq!((first.await.unwrap(), again.await.unwrap(), later.await.unwrap()), (DONE, DONE, DONE));
        assert_eq!(outbox.acknowledge(waiting[0].seq, Vec::new()).await, Settled::Done, "again");
        let refused = tokio::task::spawn_local(ask(&outbox, 1, 4, ACTIVATE));
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(outbox.refuse(waiting[0].seq + 1, 6, Vec::new()).await, Settled::Done);
        assert_eq!(refused.await.unwrap(), Err(NorthFault::Refused(6)));
        // A key that nobody has fetched is worthless when it is discarded.
        let staged = ask(&outbox, 2, 1, key(2));
        assert_eq!(ask(&outbox, 2, 2, Ask::Discard(Way::Perform)).await, DONE);
        tokio::time::sleep(Duration::from_millis(20)).await;
        let left = kept(&store, false).await;
        assert_eq!(left.iter().map(|delivery| delivery.kind).collect::<Vec<_>>(), [DeliveryKind::Discard]);
        drop((staged, listener));
    });
}

#[test]
fn a_former_life_left_it_and_it_is_sent_by_itself() {
    run(async {
        let store = Arc::new(MemoryStore::new([]));
        {
            // Nobody listens at this port.
            let outbox = open(&store, settings(Some("http://127.0.0.1:9/keys".into()), false));
            let exchanges = 1..=700;
            let asked: Vec<_> = exchanges.map(|exchange| ask(&outbox, exchange, 1, key(exchange as u8))).collect();
            while kept(&store, false).await.len() < 700 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            drop(asked);
        }
        let listener = Listener::default();
        let _outbox = open(&store, settings(Some(listener.open().await), false));
        while !kept(&store, false).await.is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let mut heard: Vec<_> = listener.heard().into_iter().map(|(_, exchange)| exchange).collect();
        heard.sort_unstable();
        assert_eq!(heard, (1..=700).collect::<Vec<u64>>(), "each once");
    });
}

#[test]
fn what_a_backup_brought_back_waits_for_an_operator() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let former = open(&store, settings(None, false));
        let asked: Vec<_> = (1..=300).map(|exchange| ask(&former, exchange, 1, key(exchange as u8))).collect();
        while kept(&store, false).await.len() < 300 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        drop(asked);
        hold_back(&*store).unwrap();
        let outbox = open(&store, settings(Some(listener.open().await), false));
        assert_eq!(ask(&outbox, 1000, 1, key(1)).await, DONE, "what is new goes");
        tokio::time::sleep(Duration::from_millis(100)).await;
        let waiting = kept(&store, false).await;
        assert_eq!((listener.heard().len(), waiting.len()), (1, 300));
        assert_eq!(outbox.send(waiting[7].seq, Vec::new()).await, Settled::Done);
        while kept(&store, false).await.len() == 300 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        assert_eq!(listener.heard()[1], ("stage".into(), waiting[7].exchange.0));
    });
}

fn record(id: u64, start: Start) -> ExchangeRecord {
    ExchangeRecord {
        id: ExchangeId(id),
        start,
        ended: None,
        version: Version::default(),
        created: Time(1),
        at: Time(9),
        expires: Time(99),
        choice: Some((Way::Perform, Dialect::Nodes)),
        order: None,
        kind: None,
        state: State::InSession,
        commit: None,
        pushed: false,
        discards: false,
        key: None,
    }
}

#[test]
fn a_centre_that_computes_is_asked_and_another_one_refuses() {
    run(async {
        let (listener, store) = (Listener::default(), Arc::new(MemoryStore::new([])));
        let outbox = open(&store, settings(Some(listener.open().await), true));
        let values = || Ask::PublicValues { revisions: vec![2], order: Order::BsFirst, kind: Kind::AKey };
        listener
            .answer("200 OK\r\n", "{\"a_key_p_rev\":2,\"param_p\":\"00ff\",\"param_g\":\"02\",\"bs_result\":\"0a\"}");
        let expected =
            PublicValues { a_key_p_rev: 2, param_p: vec![0, 255], param_g: vec![2], bs_result: Some(vec![10]) };
        assert_eq!(ask(&outbox, 1, 1, values()).await, Ok(NorthAnswer::PublicValues(expected)));
        assert_eq!(ask(&outbox, 1, 2, Ask::Generate { ms_result: vec![3, 0] }).await, DONE);
        listener.answer("200 OK\r\n", "{\"bs_result\":\"0c\"}");
        let generate = || Ask::Generate { ms_result: vec![4] };
        assert_eq!(ask(&outbox, 2, 2, generate()).await, Ok(NorthAnswer::BsResult(vec![12])));
        listener.answer("200 OK\r\n", "{\"bs_result\":\"0\"}");
        assert_eq!(ask(&outbox, 2, 3, generate()).await, Err(NorthFault::Unreachable));
        listener.answer("200 OK\r\n", "{\"later\":true}");
        let later = tokio::task::spawn_local(ask(&outbox, 3, 1, generate()));
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(!outbox.bring(ExchangeId(3), Some(7), vec![12]).await, "of another question");
        assert!(outbox.bring(ExchangeId(3), Some(1), vec![13]).await);
        assert_eq!(later.await.unwrap(), Ok(NorthAnswer::BsResult(vec![13])));
        assert!(!outbox.bring(ExchangeId(3), None, vec![13]).await, "nobody waits any more");
        listener.answer("409 No\r\n", "{\"result_code\":2}");
        assert_eq!(ask(&outbox, 2, 4, generate()).await, Err(NorthFault::Refused(2)));
        assert_eq!(ask(&outbox, 2, 5, Ask::Activate(Way::Relay)).await, DONE);
        listener.with(|heard| {
            assert_eq!(
                (&heard.posts[0]["revisions"], &heard.posts[0]["order"]),
                (&serde_json::json!([2]), &"bs-first".into())
            );
            assert_eq!(heard.posts[1]["ms_result"], "0300");
        });
        let outbox = open(&store, settings(Some(listener.open().await), false));
        assert_eq!(ask(&outbox, 3, 1, values()).await, Err(NorthFault::Refused(2)));
        assert_eq!(ask(&outbox, 3, 2, Ask::Computed).await, DONE);
    });
}

#[test]
fn an_outcome_goes_to_whom_it_concerns_and_nowhere_else() {
    run(async {
        let (listener, crm, store) = (Listener::default(), Listener::default(), Arc::new(MemoryStore::new([])));
        let (url, allowed) = (listener.open().await, crm.open().await);
        let mut settings = settings(Some(url.clone()), false);
        let target = |url: &str| Target { url: url.into(), trust: None, answer: Duration::from_secs(5), in_flight: 4 };
        settings.listeners = vec![("ac".into(), target(&url)), ("other".into(), target(&url))];
        settings.outcomes.allowed = vec![Beginning::new(&allowed).unwrap()];
        settings.outcomes.answer = Duration::from_secs(5);
        let outbox = open(&store, settings);
        let record = |id, origin, url: Option<String>| ExchangeRecord {
            ended: Some(Ended {
                outcome: Outcome::Rejected,
                cause: Some("no".into()),
                result_code: Some(5),
                at: Time(9),
            }),
            version: Version { a_key_p_rev: Some(2), key_version_before: Some(3), ..Version::default() },
            ..record(
                id,
                Start { outcome_url: url.map(Into::into), ..Start::of(DeviceId::new("MEID:A1").unwrap(), origin) },
            )
        };
        let mut changes = vec![
            Change::Exchange(Box::new(record(1, Origin::Contact, Some(format!("{allowed}/1?a=b"))))),
            Change::Exchange(Box::new(record(2, Origin::North("other".into()), Some("http://127.0.0.1:1/".into())))),
            Change::Exchange(Box::new(ExchangeRecord { ended: None, ..record(3, Origin::Contact, None) })),
        ];
        assert!(outbox.tell_outcomes(&mut changes));
        assert_eq!(changes.len(), 3 + 2 + 2);
        assert!(outbox.tell_outcomes(&mut changes), "tried again");
        assert_eq!(changes.len(), 3 + 2 + 2);
        commit(&*store, changes).await.unwrap().unwrap();
        outbox.stir();
        while !kept(&store, false).await.is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let outcome = |exchange| ("outcome".to_owned(), exchange);
        let mut heard = listener.heard();
        heard.sort();
        assert_eq!(heard, [outcome(1), outcome(2), outcome(2)]);
        assert_eq!(crm.heard(), [outcome(1)]);
        crm.with(|heard| {
            let post = &heard.posts[0];
            assert_eq!((&post["path"], &post["outcome"]), (&"/keys/1?a=b".into(), &"rejected".into()));
            assert_eq!((&post["cause"], &post["result_code"]), (&"no".into(), &5.into()));
            assert_eq!(post["version"]["key_version"], serde_json::json!({"before": 3, "after": null}));
            assert_eq!(post["device"]["device_id"], "MEID:A1");
        });
    });
}
