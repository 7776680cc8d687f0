//! What one operation of ANSI-41 costs over a real link: OTASPREQ from one end, its result from the laboratory's authentication centre at the other,
//! M3UA or IPA over TCP on the loopback between, all of it on one thread.
//!
//! `cargo bench --bench northlink`. Tells operations in a second, and CPU microseconds of one operation: of both ends together, which is twice
//! what the service pays. ActionCode 16 is measured, which computes nothing: powers are what `benches/powers.rs` is for.

use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use akeyd::ansi41::PointCode;
use akeyd::ansi41::codes::{ActionCode, OperationCode};
use akeyd::ansi41::parameters::{ParameterId, Parameters};
use akeyd::ansi41::sccp::{Address, Ssn};
use akeyd::lab::ac::ansi41::book::{Book, Subscriber};
use akeyd::lab::ac::ansi41::centre::{Centre, Settings};
use akeyd::lab::ac::ansi41::{self, Addresses};
use akeyd::north::ansi41::Meter;
use akeyd::north::ansi41::signalling::{Ask, Signalling};
use akeyd::north::ansi41::transactions::{Bounds, Happening, Outcome};
use akeyd::north::link;
use akeyd::north::link::settings::{Role, Settings as Link, Side, Transport};
use tokio::sync::mpsc;
use tokio::task::LocalSet;

/// Operations under way at one time.
const WINDOW: usize = 256;
/// How long is measured, behind as much that is not.
const TIME: Duration = Duration::from_secs(3);

const NEAR: PointCode = PointCode::of(1, 1, 1);
const FAR: PointCode = PointCode::of(2, 2, 2);

struct Uncounted;

impl Meter for Uncounted {
    fn tcap(&self, _happening: Happening) {}
}

/// Nanoseconds for which this thread has run.
fn cpu() -> u64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells it");
    text.split_whitespace().next().and_then(|first| first.parse().ok()).expect("a number")
}

async fn measure(transport: Transport) {
    let subscriber = Subscriber { min: Some("9195551234".into()), ..Subscriber::default() };
    let centre = Rc::new(Centre::new(Book::new(vec![subscriber]), Settings::default()));
    let far = Link {
        role: Role::Server,
        side: Side::Sg,
        local: vec![([127, 0, 0, 1], 0).into()],
        ..Link::between("bench", transport, FAR, NEAR)
    };
    let (handle, events, far) = link::open(far, Arc::new(()), None).expect("a listener");
    let place = far.places()[0].to_string();
    let addresses = Addresses {
        own: Address::of(FAR, Ssn::AC),
        msc: Address::of(NEAR, Ssn::MSC),
        otaf: Address::of(NEAR, Ssn::OTAF),
    };
    tokio::task::spawn_local(far.run());
    tokio::task::spawn_local(ansi41::run(centre, addresses, Rc::new(handle), events, mpsc::channel(1).1));

    let near = Link { remote: vec![place], ..Link::between("bench", transport, NEAR, FAR) };
    let (handle, events, near) = link::open(near, Arc::new(()), None).expect("a link");
    tokio::task::spawn_local(near.run());
    let signalling = Signalling::new(Rc::new(handle), Bounds::default(), Arc::new(Uncounted));
    tokio::task::spawn_local(Rc::clone(&signalling).run(events, |_| {}));

    let done = Rc::new(std::cell::Cell::new(0_u64));
    for _ in 0..WINDOW {
        let (signalling, done) = (Rc::clone(&signalling), Rc::clone(&done));
        tokio::task::spawn_local(async move {
            let parameters = Parameters::default()
                .with_code(ParameterId::ACTION_CODE, ActionCode::RELEASE_RESOURCES.0)
                .with(ParameterId::MIN, vec![0x19, 0x59, 0x55, 0x21, 0x43])
                .with(ParameterId::ESN, vec![0x82, 0xab, 0x00, 0xcd]);
            let (to, from) = (Address::of(FAR, Ssn::AC), Address::of(NEAR, Ssn::OTAF));
            loop {
                let ask = Ask {
                    to: &to,
                    from: &from,
                    operation: OperationCode::OTASPREQ,
                    parameters: &parameters,
                    secret: None,
                    wait: Duration::from_secs(10),
                };
                let outcome = signalling.ask(&ask, 1).await;
                assert!(matches!(outcome, Outcome::Result(_)), "{outcome:?}");
                done.set(done.get() + 1);
            }
        });
    }
    tokio::time::sleep(TIME).await;
    let (began, cpu_before, before) = (Instant::now(), cpu(), done.get());
    tokio::time::sleep(TIME).await;
    let (took, used, operations) = (began.elapsed(), cpu() - cpu_before, done.get() - before);
    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    let (per_second, each) = (operations as f64 / took.as_secs_f64(), used as f64 / 1e3 / operations as f64);
    println!("{transport:<9} {per_second:>9.0} operations/s   {each:>6.2} us of CPU each, both ends together");
}

fn main() {
    for transport in [Transport::M3uaTcp, Transport::Ipa] {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(LocalSet::new().run_until(measure(transport)));
    }
}
