//! The whole of the northern side over a cable: the service's switch and over-the-air function at one end, the laboratory's centre at the other,
//! and a handset of a few lines.

mod younger;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use akeyd_hw::reference;
use tokio::sync::{mpsc, oneshot};

use super::book::{Book, Pending};
use super::centre::Settings as CentreSettings;
use super::*;
use crate::ansi41::codes::{ActionCode, MapError, OtaspResultCode};
use crate::ansi41::identity::Identity;
use crate::ansi41::parameters::{Fault as ParameterFault, ParameterId, Parameters};
use crate::ansi41::sccp::Ssn;
use crate::desk::Said;
use crate::desk::record::{Change, ExchangeRecord, Origin, Place, Start, Subscriber as Device};
use crate::dm::account::Account;
use crate::exchange::north::{Ask, NorthAnswer};
use crate::exchange::pushed::{SmsCause, Told};
use crate::exchange::{Call, Key, NorthFault, Version};
use crate::is683::{
    CommitResponse, Feature, FeatureId, FeaturePRev, Forward, KeyGenerationResponse, MsKeyResponse,
    ProtocolCapabilityResponse, ResultCode, Reverse,
};
use crate::north::ansi41::signalling::Ask as Invocation;
use crate::north::ansi41::transactions::Outcome;
use crate::north::ansi41::{self, Handsets, Parts, PrivateParameters, Starting, Telling};
use crate::north::link::{Event, Refused};
use crate::north::wrap::TransportKey;
use crate::north::{North, Question};
use crate::store::Store;
use crate::store::memory::MemoryStore;
use crate::syncml::auth::{self, AuthType};
use crate::words::{DeviceId, ExchangeId, Kind, Order as First, State, Time};

const EXCHANGE: ParameterId = ParameterId(1000);
const KEY_VERSION: ParameterId = ParameterId(1001);
const MIN: &str = "9195551234";

/// One end of a cable; what is refused is up to the test.
struct End(mpsc::Sender<Event>, Rc<RefCell<VecDeque<Refused>>>);

impl Wire for End {
    fn send(&self, unitdata: Unitdata) -> Result<(), Refused> {
        match self.1.borrow_mut().pop_front() {
            Some(refused) => Err(refused),
            None => self.0.try_send(Event::Received(unitdata)).map_err(|_| Refused::Full),
        }
    }
}

#[derive(Default)]
struct Counts(Mutex<Vec<Happening>>);

impl Meter for Counts {
    fn tcap(&self, happening: Happening) {
        self.0.lock().unwrap().push(happening);
    }
}

/// A handset, and the desk before it.
#[derive(Default)]
struct Station {
    /// What pushes are answered by, instead of the handset.
    script: RefCell<VecDeque<Told>>,
    started: RefCell<Vec<Start>>,
    /// What desks say of those, instead.
    said: RefCell<VecDeque<Option<Said>>>,
    pushed: RefCell<Vec<Vec<u8>>>,
    group: RefCell<Option<(Vec<u8>, Vec<u8>)>>,
    a_key: RefCell<Option<Vec<u8>>>,
    released: RefCell<u32>,
}

const X: [u8; 3] = [7, 8, 9];

impl Station {
    fn told(&self, otherwise: impl FnOnce() -> Told) -> Told {
        self.script.borrow_mut().pop_front().unwrap_or_else(otherwise)
    }

    fn answer(&self, octets: &[u8]) -> Told {
        let result_code = ResultCode::ACCEPTED;
        let reverse = match Forward::read(octets).unwrap() {
            Forward::ProtocolCapabilityRequest(_) => {
                let feature = Feature { feature_id: FeatureId::KEY_EXCHANGE, feature_p_rev: FeaturePRev(2) };
                let features = vec![feature];
                Reverse::ProtocolCapabilityResponse(ProtocolCapabilityResponse { features, ..Default::default() })
                    .write()
            }
            Forward::MsKeyRequest(request) => {
                let group = request.group.unwrap();
                *self.group.borrow_mut() = Some((group.param_p.to_vec(), group.param_g.to_vec()));
                Reverse::MsKeyResponse(MsKeyResponse { result_code }).write()
            }
            Forward::KeyGenerationRequest(request) => {
                let (p, g) = self.group.borrow().clone().unwrap();
                let k = reference::power(request.bs_result, &X, &p);
                *self.a_key.borrow_mut() = Some(k[k.len() - 8..].to_vec());
                let ms_result = &reference::power(&g, &X, &p);
                Reverse::KeyGenerationResponse(KeyGenerationResponse { result_code, ms_result }).write()
            }
            Forward::CommitRequest(_) => Reverse::CommitResponse(CommitResponse { result_code }).write(),
            other => panic!("{other:?}"),
        };
        Told::Reverse(reverse.unwrap())
    }
}

impl Handsets for Station {
    fn start(&self, start: Start) -> Starting<'_> {
        self.started.borrow_mut().push(start);
        let said = self.said.borrow_mut().pop_front();
        Box::pin(async move { said.unwrap_or(Some(Said::Started(ExchangeId(5)))) })
    }

    fn attach(&self, start: Start) -> Telling<'_> {
        assert_eq!(start.way, Some(Way::Relay));
        Box::pin(async { self.told(|| Told::Attached) })
    }

    fn forward<'a>(&'a self, _device: &'a DeviceId, origin: Origin, octets: Vec<u8>) -> Telling<'a> {
        assert_eq!(origin, Origin::North("ac".into()));
        self.pushed.borrow_mut().push(octets.clone());
        Box::pin(async move { self.told(|| self.answer(&octets)) })
    }

    fn release<'a>(&'a self, _device: &'a DeviceId, _origin: Origin) -> Telling<'a> {
        *self.released.borrow_mut() += 1;
        Box::pin(async { Told::Released })
    }
}

fn transport() -> TransportKey {
    TransportKey::new(&[9; 16]).unwrap()
}

fn device() -> DeviceId {
    DeviceId::new("MEID:A0000000000001").unwrap()
}

/// The subscriber, and what an exchange of his has kept.
fn store(subscriber: Device) -> MemoryStore {
    let record = ExchangeRecord {
        id: ExchangeId(5),
        start: Start::of(device(), Origin::Contact),
        created: Time(1),
        at: Time(2),
        expires: Time(u64::MAX),
        choice: None,
        order: None,
        kind: None,
        state: State::Committed,
        version: Version { key_version_before: Some(6), key_version_after: Some(7), ..Version::default() },
        commit: None,
        ended: None,
        pushed: false,
        discards: false,
        key: None,
    };
    let store = MemoryStore::new([subscriber]);
    store.commit(vec![Change::Exchange(Box::new(record))], Box::new(|done| done.unwrap()));
    store
}

/// Everything that stands at both ends.
struct World {
    station: Rc<Station>,
    centre: Rc<Centre>,
    north: North,
    counts: Arc<Counts>,
    /// What our end of the cable refuses.
    refused: Rc<RefCell<VecDeque<Refused>>>,
    addresses: Addresses,
    /// Towards the service.
    to_service: mpsc::Sender<Event>,
    /// From it.
    from_service: RefCell<Option<mpsc::Receiver<Event>>>,
}

impl World {
    async fn run<T>(settings: CentreSettings, play: impl AsyncFnOnce(&World) -> T) -> T {
        let tasks = tokio::task::LocalSet::new();
        tasks.run_until(async { play(&World::new(settings)).await }).await
    }

    fn new(settings: CentreSettings) -> Self {
        let names = Place {
            min: Some(MIN.into()),
            esn: Some("82ab00cd".into()),
            meid: Some("A0000000000001".into()),
            ..Place::default()
        };
        let account = Account {
            scheme: AuthType::Md5,
            client: auth::user_digest("user", "password"),
            client_nonce: Vec::new(),
            last_slot: 0,
            resync_left: false,
            server: None,
        };
        let subscriber = Device {
            device: device(),
            account,
            model: String::new(),
            wishes: crate::exchange::choice::Wishes::default(),
            spc: None,
            place: names,
            capability: None,
            temporary: None,
            last_contact: None,
        };
        let (to_service, events) = mpsc::channel(64);
        let (to_centre, from_service) = mpsc::channel(64);
        let refused = Rc::new(RefCell::default());
        let (north, questions) = North::channel();
        let station = Rc::new(Station::default());
        let counts = Arc::new(Counts::default());
        let addresses = Addresses {
            own: Address::of_ssn(Ssn::AC),
            msc: Address::of_ssn(Ssn::MSC),
            otaf: Address::of_ssn(Ssn::OTAF),
        };
        let parts = Parts {
            settings: ansi41::Settings {
                name: "ac".into(),
                ac: addresses.own.clone(),
                otaf: addresses.otaf.clone(),
                answer_ms: 150,
                attempts: 3,
                min_p_bits: 512,
                mscid: [1, 2, 3],
                transport_key: Some(transport()),
                private: PrivateParameters { exchange: Some(EXCHANGE), key_version: Some(KEY_VERSION) },
            },
            wire: Rc::new(End(to_centre, Rc::clone(&refused))),
            events,
            questions,
            handsets: Rc::clone(&station) as Rc<dyn Handsets>,
            store: Arc::new(store(subscriber)),
            meter: Arc::clone(&counts) as Arc<dyn Meter>,
        };
        tokio::task::spawn_local(ansi41::run(parts, std::future::pending()));
        let known = Subscriber { min: Some(MIN.into()), meid: Some("a0000000000001".into()), ..Subscriber::default() };
        let settings = CentreSettings {
            transport_key: Some(transport()),
            exchange_parameter: Some(EXCHANGE),
            key_version_parameter: Some(KEY_VERSION),
            late: Some(Duration::from_millis(200)),
            ..settings
        };
        let centre = Rc::new(Centre::new(Book::new(vec![known]), settings));
        let from_service = RefCell::new(Some(from_service));
        Self { station, centre, north, counts, refused, addresses, to_service, from_service }
    }

    fn wire(&self) -> Rc<dyn Wire> {
        Rc::new(End(self.to_service.clone(), Rc::default()))
    }

    /// The centre serves.
    async fn serve(&self, orders: mpsc::Receiver<Order>) -> Ended {
        let events = self.from_service.borrow_mut().take().unwrap();
        run(Rc::clone(&self.centre), self.addresses.clone(), self.wire(), events, orders).await
    }

    /// The centre serves, and drives a relay for everybody.
    async fn relay(&self) -> Vec<Line> {
        let (sender, orders) = mpsc::channel(4);
        let all = Drive { way: Way::Relay, at_once: 4, patience: Duration::from_secs(30) };
        let failures = tokio::select! {
            failures = drive(self.centre.book(), &sender, all) => failures,
            ended = self.serve(orders) => panic!("{ended:?}"),
        };
        lines(self.centre.book(), &failures)
    }

    /// The centre serves while an exchange asks this.
    async fn asks(&self, asks: Vec<Ask>) -> Vec<Result<NorthAnswer, NorthFault>> {
        let asked = async {
            let mut answers = Vec::new();
            for (call, ask) in asks.into_iter().enumerate() {
                let (answer, said) = oneshot::channel();
                let call = Call(call as u32);
                self.north.ask(Question { exchange: ExchangeId(5), call, device: device(), ask, answer });
                answers.push(said.await.unwrap_or(Err(NorthFault::Unreachable)));
            }
            answers
        };
        tokio::select! {
            answers = asked => answers,
            ended = self.serve(mpsc::channel(1).1) => panic!("{ended:?}"),
        }
    }

    /// A bare invoke of the centre's end, and what came of it.
    async fn invoke(&self, operation: OperationCode, parameters: Parameters<'_>) -> Outcome {
        let events = self.from_service.borrow_mut().take().unwrap();
        let signalling = Signalling::new(self.wire(), Bounds::default(), Arc::new(Uncounted));
        let ask = Invocation {
            to: &self.addresses.msc,
            from: &self.addresses.own,
            operation,
            parameters: &parameters,
            secret: None,
            wait: Duration::from_secs(5),
        };
        let events = RefCell::new(Some(events));
        let outcome = {
            let (relay, relayed) = mpsc::channel(8);
            let mut events = events.borrow_mut().take().unwrap();
            let serve = Rc::clone(&signalling).run(relayed, |invoke| panic!("{invoke:?}"));
            let pump = async {
                while let Some(event) = events.recv().await {
                    relay.send(event).await.unwrap();
                }
            };
            let outcome = tokio::select! {
                outcome = signalling.ask(&ask, 1) => outcome,
                () = serve => panic!(),
                () = pump => panic!(),
            };
            (outcome, events)
        };
        *self.from_service.borrow_mut() = Some(outcome.1);
        outcome.0
    }
}

fn public_values(order: First) -> Ask {
    Ask::PublicValues { revisions: vec![2], order, kind: Kind::AKey }
}

#[tokio::test]
async fn an_otaf_takes_a_handset_through_a_relay() {
    World::run(CentreSettings::default(), async |world| {
        let lines = world.relay().await;
        let a_key = world.station.a_key.borrow().as_deref().map(crate::is683::hex::to_hex);
        assert!(a_key.is_some());
        assert_eq!(lines, [Line { msid: MIN.into(), state: "updated", a_key, key_version: None, failure: None }]);
        assert_eq!(world.station.pushed.borrow().iter().map(|octets| octets[0]).collect::<Vec<_>>(), [6, 2, 3, 5]);
        assert_eq!(*world.station.released.borrow(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_late_answer_a_lost_session_and_a_refusal_take_their_way() {
    World::run(CentreSettings::default(), async |world| {
        // No acknowledgment: the same message again. No session: from the attach on.
        let cause = |cause| Told::Cause(cause);
        world.station.script.borrow_mut().extend([
            Told::Attached,
            cause(SmsCause::NO_ACKNOWLEDGMENT),
            cause(SmsCause::NO_SESSION),
        ]);
        let lines = world.relay().await;
        assert_eq!(lines[0].failure, None);
        assert_eq!(
            world.station.pushed.borrow().iter().map(|octets| octets[0]).collect::<Vec<_>>(),
            [6, 6, 6, 2, 3, 5]
        );
    })
    .await;
    World::run(CentreSettings::default(), async |world| {
        world.station.script.borrow_mut().push_back(Told::Cause(SmsCause::NO_PAGE_RESPONSE));
        let lines = world.relay().await;
        assert_eq!(lines[0].failure.as_deref(), Some("attach: SMS_CauseCode 32"));
        assert_eq!((lines[0].state, *world.station.released.borrow()), ("idle", 1));
    })
    .await;
}

#[tokio::test]
async fn smdpp_is_answered_by_result_cause_or_error() {
    World::run(CentreSettings::default(), async |world| {
        let who = Identity { min: Some(MIN.into()), ..Identity::default() };
        let smdpp = |action: Option<u8>, bearer: Option<&[u8]>| {
            who.write(Parameters::default())
                .with_some(ParameterId::ACTION_CODE, action.map(|action| vec![action]))
                .with_some(ParameterId::SMS_BEARER_DATA, bearer.map(<[u8]>::to_vec))
        };
        let ask = async |parameters: Parameters<'_>| match world.invoke(OperationCode::SMDPP, parameters).await {
            Outcome::Result(result) => Ok(result),
            other => Err(other),
        };
        let attached = ask(smdpp(Some(8), Some(&[]))).await.unwrap();
        assert_eq!(attached.octets(ParameterId::ESN), Some(&[0x82, 0xab, 0x00, 0xcd][..]));
        assert_eq!(attached.octets(ParameterId::MSCID), Some(&[1, 2, 3][..]));
        assert_eq!(Identity::read(&attached).unwrap().min.as_deref(), Some(MIN));
        for action in [9, 14, 16, 17, 18] {
            assert_eq!(ask(smdpp(Some(action), Some(&[]))).await, Ok(Parameters::default()), "{action}");
        }
        let reverse = ask(smdpp(None, Some(&[5]))).await.unwrap();
        assert_eq!(reverse.octets(ParameterId::SMS_BEARER_DATA), Some(&[5, 0][..]));
        let both = ask(smdpp(Some(8), Some(&[5]))).await.unwrap();
        assert_eq!(both.octets(ParameterId::SMS_BEARER_DATA), Some(&[5, 0][..]));
        assert!(both.octets(ParameterId::MSCID).is_some());
        for cause in [32, 33, 34, 35, 100, 108, 110] {
            world.station.script.borrow_mut().push_back(Told::Cause(SmsCause(cause)));
            let result = ask(smdpp(None, Some(&[200, 1]))).await.unwrap();
            assert_eq!(result.code(ParameterId::SMS_CAUSE_CODE), Ok(Some(cause)));
        }
        let teleservice = smdpp(None, Some(&[5])).with(ParameterId::SMS_TELESERVICE_IDENTIFIER, vec![16, 2]);
        assert_eq!(ask(teleservice).await.unwrap().code(ParameterId::SMS_CAUSE_CODE), Ok(Some(100)));

        let error = |error: MapError| Outcome::Error(error.into(), Parameters::default());
        let faulty = |fault: ParameterFault| Outcome::Error(fault.error.into(), fault.parameters());
        let nobody = Identity { min: Some("5555555555".into()), ..Identity::default() };
        let another = Identity { meid: Some("B0000000000001".into()), ..Identity::default() };
        let bearer = || Parameters::default().with(ParameterId::SMS_BEARER_DATA, vec![5]);
        for (parameters, wanted) in [
            (smdpp(None, None), faulty(ParameterFault::missing(ParameterId::SMS_BEARER_DATA))),
            (smdpp(Some(10), Some(&[5])), faulty(ParameterFault::unrecognized(ParameterId::ACTION_CODE))),
            (
                smdpp(None, Some(&[5])).with(ParameterId::ACTION_CODE, vec![1, 2]),
                faulty(ParameterFault::wrong(ParameterId::ACTION_CODE)),
            ),
            (bearer(), faulty(ParameterFault::missing(ParameterId::MIN))),
            (nobody.write(bearer()), error(MapError::UNRECOGNIZED_MIN)),
            (another.write(bearer()), error(MapError::UNRECOGNIZED_ESN)),
            (bearer().with(ParameterId::MIN, vec![1]), faulty(ParameterFault::wrong(ParameterId::MIN))),
        ] {
            assert_eq!(ask(parameters).await, Err(wanted));
        }
        let locreq = OperationCode::ansi41(15);
        assert_eq!(world.invoke(locreq, Parameters::default()).await, error(MapError::OPERATION_NOT_SUPPORTED));
        let national = OperationCode { private: false, family: 4, specifier: 1 };
        let rejected = Outcome::Rejected(Problem::UNRECOGNIZED_OPERATION);
        assert_eq!(world.invoke(national, Parameters::default()).await, rejected);
    })
    .await;
}

#[tokio::test]
async fn an_exchange_that_is_driven_here_asks_the_centre_in_either_order() {
    for order in [First::BsFirst, First::MsFirst] {
        World::run(CentreSettings { order: Some(order), ..CentreSettings::default() }, async |world| {
            let answers = world.asks(vec![public_values(order), Ask::Computed]).await;
            let Ok(NorthAnswer::PublicValues(values)) = &answers[0] else { panic!("{answers:?}") };
            assert_eq!((values.a_key_p_rev, values.param_p.len()), (2, 64));
            assert_eq!(values.bs_result.is_some(), order == First::BsFirst);
            assert_eq!(answers[1], Ok(NorthAnswer::Done));
        })
        .await;
    }
    World::run(CentreSettings::default(), async |world| {
        let strange = Ask::PublicValues { revisions: vec![2], order: First::BsFirst, kind: Kind::RootKey };
        let ms_result = vec![3];
        let asks = vec![strange, public_values(First::BsFirst), Ask::Generate { ms_result }, Ask::Activate(Way::Relay)];
        let answers = world.asks(asks).await;
        assert_eq!(answers[0], Err(NorthFault::Refused(OtaspResultCode::UNSUPPORTED_VERSION.0)));
        assert_eq!(answers[2..], [Ok(NorthAnswer::Done), Ok(NorthAnswer::Done)]);
        assert_eq!(world.centre.book().get(0).state(), "updated");
    })
    .await;
    World::run(CentreSettings { order: Some(First::MsFirst), ..CentreSettings::default() }, async |world| {
        let asks = vec![public_values(First::MsFirst), Ask::Generate { ms_result: vec![3] }, Ask::Discard(Way::Relay)];
        let answers = world.asks(asks).await;
        let Ok(NorthAnswer::BsResult(bs_result)) = &answers[1] else { panic!("{answers:?}") };
        assert_eq!((bs_result.len(), &answers[2]), (64, &Ok(NorthAnswer::Done)));
        assert_eq!(world.centre.book().get(0).state(), "idle");
    })
    .await;
}

#[tokio::test]
async fn a_key_is_staged_wrapped_and_made_live_or_forgotten() {
    let key = || Key::A(akeyd_hw::AKey::new(Box::new([1, 2, 3, 4, 5, 6, 7, 8])));
    World::run(CentreSettings::default(), async |world| {
        let answers = world.asks(vec![Ask::Stage { key: key() }, Ask::Activate(Way::Perform)]).await;
        assert_eq!(answers, [Ok(NorthAnswer::Done), Ok(NorthAnswer::Done)]);
        assert_eq!(world.centre.book().get(0).a_key.as_deref(), Some("0102030405060708"));
        assert_eq!(world.centre.book().get(0).key_version, Some(7));
    })
    .await;
    World::run(CentreSettings::default(), async |world| {
        let staged =
            world.asks(vec![Ask::Stage { key: key() }, Ask::Discard(Way::Perform), Ask::Activate(Way::Perform)]);
        assert_eq!(
            staged.await,
            [
                Ok(NorthAnswer::Done),
                Ok(NorthAnswer::Done),
                Err(NorthFault::Refused(OtaspResultCode::UNABLE_TO_COMMIT.0))
            ]
        );
        assert_eq!((world.centre.book().get(0).a_key, world.centre.book().get(0).pending), (None, None));
        // One that was staged by another exchange is not this one's to forget.
        world.centre.book().change(0, |subscriber| {
            let (a_key, exchange) = ("11".into(), Some("00000000000000ff".into()));
            subscriber.pending = Some(Pending::Key { a_key, ms_result: None, bs_result: None, exchange });
        });
        world.centre.discard(0, Some(&5_u64.to_be_bytes()));
        assert_eq!(world.centre.book().get(0).state(), "pending");
    })
    .await;
}

#[tokio::test]
async fn a_bare_trigger_starts_an_exchange_and_nothing_else_does() {
    World::run(CentreSettings::default(), async |world| {
        let who = Identity { min: Some(MIN.into()), ..Identity::default() };
        let trigger =
            |action: ActionCode| who.write(Parameters::default().with_code(ParameterId::ACTION_CODE, action.0));
        let started = Parameters::default().with_code(ParameterId::OTASP_RESULT_CODE, 0);
        let bare = trigger(ActionCode::GENERATE_A_KEY);
        let ask = async |parameters| world.invoke(OperationCode::OTASPREQ, parameters).await;
        assert_eq!(ask(bare.clone()).await, Outcome::Result(started));
        let begun = world.station.started.borrow().clone();
        assert_eq!((begun.len(), begun[0].way, begun[0].device.clone()), (1, Some(Way::Perform), device()));
        for (parameters, fault) in [
            (bare.with(ParameterId::MSKEY, vec![2]), ParameterFault::unrecognized(ParameterId::MSKEY)),
            (trigger(ActionCode::GENERATE_PUBLIC_VALUES), ParameterFault::unrecognized(ParameterId::ACTION_CODE)),
            (who.write(Parameters::default()), ParameterFault::missing(ParameterId::ACTION_CODE)),
        ] {
            assert_eq!(ask(parameters).await, Outcome::Error(fault.error.into(), fault.parameters()));
        }
        assert_eq!(world.station.started.borrow().len(), 1);
        // Whoever hears that it has started can rely on that.
        for (said, error) in [
            (Some(Said::NotFound), MapError::UNRECOGNIZED_MIN),
            (Some(Said::Full), MapError::RESOURCE_SHORTAGE),
            (Some(Said::QueueFull), MapError::RESOURCE_SHORTAGE),
            (Some(Said::Conflict("why")), MapError::SYSTEM_FAILURE),
            (None, MapError::SYSTEM_FAILURE),
        ] {
            world.station.said.borrow_mut().push_back(said);
            let bare = trigger(ActionCode::GENERATE_A_KEY);
            assert_eq!(ask(bare).await, Outcome::Error(error.into(), Parameters::default()), "{said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_centre_does_wrong_is_answered_or_outlived() {
    let refused = |code: OtaspResultCode| Err(NorthFault::Refused(code.0));
    for (fault, wanted) in [
        ("silence", Err(NorthFault::Unreachable)),
        ("late", Err(NorthFault::Unreachable)),
        ("garbage", Err(NorthFault::Unreachable)),
        ("reject", Err(NorthFault::Unreachable)),
        ("error-133", Err(NorthFault::Unreachable)),
        ("error-137", Err(NorthFault::Unreachable)),
        ("error-129", refused(OtaspResultCode::REJECTED)),
        ("error-140", refused(OtaspResultCode::REJECTED)),
        ("result-2", refused(OtaspResultCode::COMPUTATION_FAILURE)),
        ("silence*2", Ok(())),
        ("garbage*1", Ok(())),
    ] {
        let settings = CentreSettings { fault: Some(fault.parse().unwrap()), ..CentreSettings::default() };
        World::run(settings, async |world| {
            let answers = world.asks(vec![public_values(First::BsFirst)]).await;
            assert_eq!(answers[0].clone().map(|_| ()), wanted, "{fault}");
        })
        .await;
    }
    World::run(CentreSettings { fault: Some("late*1".parse().unwrap()), ..CentreSettings::default() }, async |world| {
        let asks = async || world.asks(vec![public_values(First::BsFirst)]).await;
        assert!(asks().await[0].is_ok(), "the second attempt is answered");
    })
    .await;
}

#[tokio::test]
async fn a_link_that_is_down_is_waited_for() {
    World::run(CentreSettings::default(), async |world| {
        world.refused.borrow_mut().extend([Refused::Full, Refused::Down]);
        let up = world.to_service.clone();
        tokio::task::spawn_local(async move {
            tokio::time::sleep(Duration::from_millis(100)).await;
            up.send(Event::Up).await.unwrap();
        });
        let began = tokio::time::Instant::now();
        assert!(world.asks(vec![public_values(First::BsFirst)]).await[0].is_ok());
        assert!(began.elapsed() >= Duration::from_millis(100));
        assert!(world.counts.0.lock().unwrap().contains(&Happening::Result));
    })
    .await;
    World::run(CentreSettings::default(), async |world| {
        world.refused.borrow_mut().extend([Refused::Down; 3]);
        let answers = world.asks(vec![public_values(First::BsFirst)]).await;
        assert_eq!(answers, [Err(NorthFault::Unreachable)]);
    })
    .await;
}
