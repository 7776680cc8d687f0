//! Campaigns over handsets that remember: the server is killed under one, and the handsets of another fail.
//!
//! What was asked for stands in the audit trail, under the campaign's name; what came of it, in the store and in the handsets' diaries.

use std::collections::HashMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use akeyd::handset::Fault;
use akeyd::words::{DeviceId, ExchangeId, Outcome};
use serde_json::{Value, json};

use super::books::Books;
use super::centre::Centre;
use super::fleet::{self, Phone};
use super::needs;
use super::random::Random;
use super::service::{Folder, SOFTWARE_AC, Service};

const NAME: &str = "spring";

/// Makes a campaign over all handsets, and starts it.
pub(crate) fn begin(service: &Service, phones: &[DeviceId], mut plan: Value) {
    plan["name"] = NAME.into();
    let made = service.post("/v1/campaigns", "application/json", &plan.to_string());
    assert_eq!(made["state"], "draft", "{made}");
    let names: Vec<_> = phones.iter().map(ToString::to_string).collect();
    let list = names.join("\n");
    let added = service.post(&format!("/v1/campaigns/{NAME}/devices"), "text/plain", &list);
    assert_eq!(added["refused"].as_u64().unwrap_or_default(), 0, "{added}");
    assert_eq!(order(service, "start")["devices"], phones.len(), "{added}");
}

/// Lets it go so fast.
pub(crate) fn hasten(service: &Service, per_minute: u32) {
    let said = service.patch(&format!("/v1/campaigns/{NAME}"), &json!({ "per_minute": per_minute }).to_string());
    assert_eq!(said["per_minute"], per_minute, "{said}");
}

fn order(service: &Service, what: &str) -> Value {
    service.post(&format!("/v1/campaigns/{NAME}/{what}"), "application/json", "")
}

/// Looks at the campaign until it is as it is to be.
pub(crate) fn wait(service: &Service, what: &str, is: impl Fn(&Value) -> bool) -> Value {
    let until = Instant::now() + Duration::from_mins(2);
    loop {
        let now = service.resource(&format!("/v1/campaigns/{NAME}"));
        match now {
            Some(now) if is(&now) => return now,
            now => {
                let open = || service.exchanges("&open=true");
                assert!(Instant::now() < until, "not {what} in time: {now:?}; {:?}; {}", open(), service.last_words());
            }
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn updated(campaign: &Value) -> u64 {
    campaign["tally"]["outcomes"]["updated"].as_u64().unwrap_or_default()
}

fn begun(campaign: &Value) -> u64 {
    let tally = &campaign["tally"];
    ["probing", "updating", "done"].iter().filter_map(|name| tally[name].as_u64()).sum()
}

/// Lets handsets come while `operate` works with the service.
fn meanwhile<T: Send>(phones: Vec<Phone>, operate: impl FnOnce() -> T + Send) -> (Vec<Phone>, T) {
    fleet::while_they_come(|over| fleet::keep_coming(phones, 1_000, over), operate)
}

/// What the campaign has asked for, by device: probes, and updates.
pub(crate) fn asked_for(books: &Books) -> HashMap<DeviceId, [Vec<ExchangeId>; 2]> {
    let mut asked = HashMap::<DeviceId, [Vec<ExchangeId>; 2]>::new();
    let actor = akeyd::desk::record::campaign_actor(NAME);
    let own = |event: &&akeyd::store::Audited| event.event.action == "exchange.start" && event.event.actor == actor;
    for audited in books.audit.iter().filter(own) {
        let record = books.all().find(|record| record.id.to_string() == audited.event.subject).expect("it is kept");
        asked.entry(record.device().clone()).or_default()[usize::from(!record.start.probe)].push(record.id);
    }
    asked
}

/// Each device was asked once what it supports, and got one update; it is updated, and the centre has its key.
#[test]
fn a_campaign_whose_server_is_killed_updates_each_device_once() {
    let _turn = needs::turn();
    let count = 200;
    let folder = Folder::new("campaign");
    let store = folder.0.join("store");
    std::fs::create_dir(&store).expect("a folder for the store");
    let centre = Centre::start(&folder.0);
    let mut service = Service::new(&folder.0, &store, count, &centre.section(centre.port));
    service.waits_to_be_asked();
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let mut random = Random::announced("campaign");
    let phones = fleet::phones(count, &service, &(Rc::new(|| 0_u64) as fleet::Clock), &mut random);
    let devices: Vec<_> = phones.iter().map(|phone| phone.device.clone()).collect();
    let (phones, ()) = meanwhile(phones, || {
        // A kill leaves doubts, which are no reason to stop here.
        let stop = json!({ "in_doubt_percent": 100 });
        begin(&service, &devices, json!({ "per_minute": 6_000, "at_once": 60, "probe_first": true, "stop": stop }));
        for until in [40, 80, 120, 160] {
            wait(&service, "so far", |now| updated(now) >= until);
            std::thread::sleep(Duration::from_micros(random.below(100_000)));
            service.kill();
            service.start(&[]);
            assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
        }
        let done = wait(&service, "done", |now| now["state"] == "done" && updated(now) == u64::from(count));
        assert_eq!(done["tally"]["done"], count, "{done}");
        let until = Instant::now() + Duration::from_mins(1);
        while !service.exchanges("&open=true").is_empty() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(100));
        }
    });
    assert!(service.stop().success());
    let held = centre.finish();
    let books = Books::open(&store, &service.store_key()).expect("the store opens");
    let asked = asked_for(&books);
    for phone in &phones {
        let [probes, updates] = &asked[&phone.device];
        assert_eq!((probes.len(), updates.len()), (1, 1), "{}: {probes:?} {updates:?}", phone.device);
        let key = held.get(&phone.device).and_then(super::centre::Held::key);
        assert!(key.is_some() && key.as_deref() == phone.key(), "{}: the centre has another key", phone.device);
    }
    let mut wrong = Vec::new();
    books.judge_audit(&mut wrong);
    assert_eq!(wrong, Vec::<String>::new());
    let told: Vec<_> = books.audit.iter().map(|audited| audited.event.action.as_str()).collect();
    for action in ["campaign.create", "campaign.add", "campaign.start", "campaign.done"] {
        assert_eq!(told.iter().filter(|told| **told == action).count(), 1, "{action}");
    }
}

/// A pause holds up what has not begun; and a campaign whose handsets fail stops by itself.
#[test]
fn a_campaign_is_paused_and_stops_by_itself_where_handsets_fail() {
    let _turn = needs::turn();
    let (count, sound) = (80, 20);
    let folder = Folder::new("failing");
    let store = folder.0.join("store");
    std::fs::create_dir(&store).expect("a folder for the store");
    let mut service = Service::new(&folder.0, &store, count, SOFTWARE_AC);
    service.waits_to_be_asked();
    service.start(&[]);
    assert!(service.wait_until_up(Duration::from_mins(1)), "{}", service.last_words());
    let mut random = Random::announced("failing");
    let fault = |number| (number > sound).then_some(Fault::RejectKeyGeneration);
    let phones = fleet::faulty_phones(count, &service, &mut random, fault);
    let devices: Vec<_> = phones.iter().map(|phone| phone.device.clone()).collect();
    let (_, (paused, stopped)) = meanwhile(phones, || {
        let stop = json!({ "failed_percent": 30, "after": 10 });
        begin(&service, &devices, json!({ "per_minute": 600, "at_once": 5, "stop": stop }));
        wait(&service, "under way", |now| begun(now) >= 5);
        assert_eq!(order(&service, "pause")["state"], "paused");
        // What is under way goes on to its end; who was just about to be asked for waits.
        let is_settled = |now: &Value| now["tally"]["updating"] == now["tally"]["unasked"];
        let settled = wait(&service, "settled", is_settled);
        std::thread::sleep(Duration::from_secs(2));
        let paused = wait(&service, "paused", |_| true);
        assert_eq!(begun(&paused), begun(&settled), "none was begun with");
        assert_eq!(order(&service, "resume")["state"], "running");
        let stopped = wait(&service, "stopped", |now| now["state"] == "stopped");
        (paused, wait(&service, "settled", |now| begun(now) >= begun(&stopped) && is_settled(now)))
    });
    let why = stopped["why"].as_str().unwrap_or_default();
    assert!(why.contains("devices have failed, above 30 percent"), "{stopped}");
    let (sound, failed) = (updated(&stopped), stopped["tally"]["failed"].as_u64().unwrap_or_default());
    assert!(updated(&paused) > 0 && sound <= 20 && failed > 0, "{stopped}");
    assert!(begun(&stopped) < u64::from(count), "it stopped before all had their turn: {stopped}");
    assert_eq!(stopped["tally"]["outcomes"]["rejected"], failed, "{stopped}");
    let counted = service.metric("akeyd_campaign_devices_total").unwrap_or_default();
    assert_eq!(stopped["tally"]["done"], counted, "{}", service.metrics());
    assert!(service.metrics().contains("akeyd_campaigns{state=\"stopped\"} 1"));
    assert!(service.stop().success());
    let books = Books::open(&store, &service.store_key()).expect("the store opens");
    let asked = asked_for(&books);
    assert_eq!(stopped["tally"]["done"], asked.len());
    assert!(asked.values().all(|[probes, updates]| probes.is_empty() && updates.len() == 1));
    let rejected =
        books.all().filter(|record| record.ended.as_ref().is_some_and(|end| end.outcome == Outcome::Rejected));
    assert_eq!(rejected.count() as u64, failed);
}
