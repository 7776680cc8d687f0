//! An authentication centre in software: keeps keys of both kinds, computes the network's half of a relayed exchange in either order, takes
//! keys that are delivered.
//!
//! For laboratories, the demo and tests: its keys live in memory and end with the process. It holds the key in use and those that are
//! pending, by exchange, so that every question may come twice. Run by `serve`'s side thread.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use akeyd_hw::{Exponent, Group};
use tokio::sync::{mpsc, oneshot};

use crate::compute::{Compute, Job};
use crate::exchange::north::{Ask, NorthAnswer, PublicValues};
use crate::exchange::{Call, Key, NorthFault};
use crate::is683::AKeyPRev;
use crate::words::{DeviceId, ExchangeId, Kind, Order};

use super::Question;

/// OTASP_ResultCode 2 of ANSI-41: the A-key cannot be computed.
const COMPUTATION_FAILURE: u8 = 2;
/// OTASP_ResultCode 6 of ANSI-41: nothing to commit.
const UNABLE_TO_COMMIT: u8 = 6;

/// The authentication centre. Cheap to clone; all clones are the same one.
#[derive(Clone)]
pub struct SoftwareAc {
    group: Arc<Group>,
    exponent_bits: u32,
    compute: Compute,
    records: Arc<Mutex<Records>>,
}

#[derive(Default)]
struct Records {
    /// The key in use, and the exchange that brought it.
    in_use: HashMap<DeviceId, (ExchangeId, Key)>,
    pending: HashMap<ExchangeId, Pending>,
}

struct Pending {
    device: DeviceId,
    /// The youngest question about it: what an older one still computes comes too late.
    call: Call,
    stage: Stage,
}

enum Stage {
    /// The public values are being made.
    Drawing,
    /// They were given out; y waits for MS_RESULT.
    Given(Arc<Exponent>, Kind),
    /// P and G were given out; y will be drawn when MS_RESULT comes.
    Promised(Kind),
    /// The new key, beside the one in use; with what it came of, if it was computed here.
    Key(Key, Option<Computed>),
}

/// What a key came of here, and what was answered.
#[derive(Clone)]
struct Computed {
    ms_result: Vec<u8>,
    answer: NorthAnswer,
}

impl SoftwareAc {
    /// An authentication centre that chooses this P and G for the exchanges it computes.
    pub fn new(group: Arc<Group>, exponent_bits: u32, compute: Compute) -> Self {
        Self { group, exponent_bits, compute, records: Arc::default() }
    }

    /// Answers questions until the last asker is gone. Must run on a thread with a local task set.
    pub async fn run(self, mut questions: mpsc::Receiver<Question>) {
        while let Some(Question { exchange, call, device, ask, answer }) = questions.recv().await {
            let centre = self.clone();
            tokio::task::spawn_local(async move {
                // An asker that has gone away meanwhile needs no answer.
                let _ = answer.send(centre.answer(exchange, call, device, ask).await);
            });
        }
    }

    /// The key in use for a device, as a laboratory may see it.
    pub fn key(&self, device: &DeviceId) -> Option<Key> {
        self.with(|records| records.in_use.get(device).map(|(_, key)| key.copy()))
    }

    /// Answers one question.
    pub async fn answer(
        &self,
        exchange: ExchangeId,
        call: Call,
        device: DeviceId,
        ask: Ask,
    ) -> Result<NorthAnswer, NorthFault> {
        match ask {
            Ask::PublicValues { revisions, order, kind } => {
                let a_key_p_rev = revisions.first().copied().unwrap_or(AKeyPRev::A_KEY.0);
                let bs_result = match order {
                    Order::BsFirst => Some(self.draw(exchange, call, device, kind).await?),
                    Order::MsFirst => {
                        self.hold(exchange, call, device, Stage::Promised(kind));
                        None
                    }
                };
                let (param_p, param_g) = (self.group.p().to_vec(), self.group.g().to_vec());
                Ok(NorthAnswer::PublicValues(PublicValues { a_key_p_rev, param_p, param_g, bs_result }))
            }
            Ask::Computed => Ok(NorthAnswer::Done),
            Ask::Generate { ms_result } => self.generate(exchange, call, ms_result).await,
            Ask::Stage { key } => {
                self.hold(exchange, call, device, Stage::Key(key, None));
                Ok(NorthAnswer::Done)
            }
            Ask::Activate(_) => self.activate(exchange, &device),
            Ask::Discard(_) => {
                self.with(|records| records.pending.remove(&exchange));
                Ok(NorthAnswer::Done)
            }
        }
    }

    /// Draws y and keeps it for MS_RESULT; gives BS_RESULT.
    async fn draw(
        &self,
        exchange: ExchangeId,
        call: Call,
        device: DeviceId,
        kind: Kind,
    ) -> Result<Vec<u8>, NorthFault> {
        self.hold(exchange, call, device, Stage::Drawing);
        let (answer, made) = oneshot::channel();
        self.submit(Job::MakePublic { group: self.group.clone(), exponent_bits: self.exponent_bits, answer })?;
        let made = computed(made).await?;
        self.with(|records| {
            if let Some(pending) = records.pending.get_mut(&exchange).filter(|pending| pending.call == call) {
                pending.stage = Stage::Given(made.y, kind);
            }
        });
        Ok(made.bs_result)
    }

    async fn generate(&self, exchange: ExchangeId, call: Call, ms_result: Vec<u8>) -> Result<NorthAnswer, NorthFault> {
        let refused = NorthFault::Refused(COMPUTATION_FAILURE);
        let work = self.with(|records| {
            let pending = records.pending.get_mut(&exchange).filter(|pending| pending.call <= call)?;
            pending.call = call;
            match &pending.stage {
                Stage::Drawing => None,
                Stage::Given(y, kind) => Some(Work::Share(Arc::clone(y), *kind)),
                Stage::Promised(kind) => Some(Work::Both(*kind)),
                // Asked before: the key is there.
                Stage::Key(_, of) => {
                    let of = of.as_ref().filter(|of| of.ms_result == ms_result)?;
                    Some(Work::Done(of.answer.clone()))
                }
            }
        });
        let group = self.group.clone();
        let peer = group.check_partial_key(&ms_result).map_err(|_| refused.clone())?;
        let (k, kind, answer) = match work.ok_or(refused.clone())? {
            Work::Done(answer) => return Ok(answer),
            Work::Share(y, kind) => {
                let (answer, shared) = oneshot::channel();
                self.submit(Job::Share { group, peer, y, answer })?;
                (computed(shared).await?, kind, NorthAnswer::Done)
            }
            Work::Both(kind) => {
                let (answer, both) = oneshot::channel();
                self.submit(Job::Both { group, exponent_bits: self.exponent_bits, peer, answer })?;
                let (bs_result, k) = computed(both).await?;
                (k, kind, NorthAnswer::BsResult(bs_result))
            }
        };
        let key = Key::cut(kind, &k);
        self.with(|records| {
            let pending = records.pending.get_mut(&exchange).filter(|pending| pending.call == call).ok_or(refused)?;
            pending.stage = Stage::Key(key, Some(Computed { ms_result, answer: answer.clone() }));
            Ok(answer)
        })
    }

    fn activate(&self, exchange: ExchangeId, device: &DeviceId) -> Result<NorthAnswer, NorthFault> {
        self.with(|records| {
            match records.pending.remove(&exchange) {
                Some(Pending { stage: Stage::Key(key, _), .. }) => {
                    // Its commit supersedes what older exchanges of the device left behind.
                    records.pending.retain(|_, pending| pending.device != *device);
                    records.in_use.insert(device.clone(), (exchange, key));
                    Ok(NorthAnswer::Done)
                }
                // Asked before.
                None if records.in_use.get(device).is_some_and(|(by, _)| *by == exchange) => Ok(NorthAnswer::Done),
                _ => Err(NorthFault::Refused(UNABLE_TO_COMMIT)),
            }
        })
    }

    /// Holds what a question brings, unless a younger one has been here.
    fn hold(&self, exchange: ExchangeId, call: Call, device: DeviceId, stage: Stage) {
        self.with(|records| {
            if records.pending.get(&exchange).is_none_or(|pending| pending.call <= call) {
                records.pending.insert(exchange, Pending { device, call, stage });
            }
        });
    }

    fn submit(&self, job: Job) -> Result<(), NorthFault> {
        self.compute.submit(job).map_err(|_| NorthFault::Unreachable)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Records) -> T) -> T {
        work(&mut self.records.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What MS_RESULT asks of the centre.
enum Work {
    Share(Arc<Exponent>, Kind),
    Both(Kind),
    Done(NorthAnswer),
}

async fn computed<T, E>(answer: oneshot::Receiver<Result<T, E>>) -> Result<T, NorthFault> {
    match answer.await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(NorthFault::Refused(COMPUTATION_FAILURE)),
        Err(_) => Err(NorthFault::Unreachable),
    }
}

#[cfg(test)]
mod tests {
    use akeyd_hw::Backend;

    use super::*;
    use crate::words::Way;

    fn centre() -> SoftwareAc {
        let group = Arc::new(Group::known("demo-512").unwrap());
        let compute = Compute::inline(Backend::detect(), Box::new(getrandom::fill), Arc::new(()));
        SoftwareAc::new(group, 160, compute)
    }

    fn ask(centre: &SoftwareAc, call: u32, ask: Ask) -> Result<NorthAnswer, NorthFault> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let device = DeviceId::new("MEID:A1").unwrap();
        runtime.block_on(centre.answer(ExchangeId(1), Call(call), device, ask))
    }

    fn key(octet: u8) -> Key {
        Key::A(akeyd_hw::AKey::new(Box::new([octet; 8])))
    }

    #[test]
    fn a_question_may_come_twice() {
        let centre = centre();
        let device = DeviceId::new("MEID:A1").unwrap();
        for call in [1, 1] {
            assert_eq!(ask(&centre, call, Ask::Stage { key: key(1) }), Ok(NorthAnswer::Done));
        }
        for call in [2, 3] {
            assert_eq!(ask(&centre, call, Ask::Activate(Way::Perform)), Ok(NorthAnswer::Done));
            assert_eq!(centre.key(&device), Some(key(1)));
        }
        assert_eq!(ask(&centre, 4, Ask::Discard(Way::Perform)), Ok(NorthAnswer::Done));
        assert_eq!(centre.key(&device), Some(key(1)), "what is in use is not discarded");
    }

    #[test]
    fn an_older_question_changes_nothing_any_more() {
        let centre = centre();
        ask(&centre, 2, Ask::Stage { key: key(2) }).unwrap();
        ask(&centre, 1, Ask::Stage { key: key(1) }).unwrap();
        ask(&centre, 3, Ask::Activate(Way::Perform)).unwrap();
        assert_eq!(centre.key(&DeviceId::new("MEID:A1").unwrap()), Some(key(2)));
        // A key that was computed of another MS_RESULT is not the answer.
        let generate = |ms_result| Ask::Generate { ms_result };
        ask(&centre, 1, Ask::PublicValues { revisions: vec![2], order: Order::BsFirst, kind: Kind::AKey }).unwrap();
        assert_eq!(ask(&centre, 2, generate(vec![3])), Ok(NorthAnswer::Done));
        assert_eq!(ask(&centre, 3, generate(vec![3])), Ok(NorthAnswer::Done));
        assert!(ask(&centre, 4, generate(vec![4])).is_err());
        assert!(ask(&centre, 5, Ask::Activate(Way::Relay)).is_ok());
        assert!(ask(&centre, 6, generate(vec![3])).is_err(), "nothing is pending");
    }

    #[test]
    fn where_ms_result_is_first_the_centre_says_bs_result_with_the_key() {
        let centre = centre();
        for kind in [Kind::AKey, Kind::RootKey] {
            let promise = Ask::PublicValues { revisions: vec![2], order: Order::MsFirst, kind };
            let Ok(NorthAnswer::PublicValues(values)) = ask(&centre, 1, promise) else { panic!() };
            assert_eq!(values.bs_result, None);
            assert_eq!(ask(&centre, 2, Ask::Computed), Ok(NorthAnswer::Done));
            // The handset's x is 2: MS_RESULT = G squared, and K = BS_RESULT squared.
            let p = akeyd_hw::reference::power(&values.param_g, &[2], &values.param_p);
            let first = ask(&centre, 3, Ask::Generate { ms_result: p.clone() }).unwrap();
            let NorthAnswer::BsResult(bs_result) = &first else { panic!("{first:?}") };
            let k = akeyd_hw::reference::power(bs_result, &[2], &values.param_p);
            assert_eq!(ask(&centre, 4, Ask::Generate { ms_result: p }), Ok(first.clone()), "asked again");
            ask(&centre, 5, Ask::Activate(Way::Relay)).unwrap();
            let key = centre.key(&DeviceId::new("MEID:A1").unwrap()).unwrap();
            assert_eq!(key.kind(), kind);
            assert!(k.ends_with(key.expose()) && key.expose().len() == if kind == Kind::AKey { 8 } else { 16 });
        }
    }
}
