//! An authentication centre in software: keeps A-keys, computes the network's half of a relayed exchange, takes keys that are delivered.
//!
//! For laboratories, the demo and tests: its keys live in memory and end with the process. It holds the key in use and those that are
//! pending, by exchange, so that every question may come twice. Run by `serve`'s side thread.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use akeyd_hw::{AKey, Exponent, Group};
use tokio::sync::{mpsc, oneshot};

use crate::compute::{Compute, Job};
use crate::exchange::NorthFault;
use crate::exchange::north::{Ask, NorthAnswer, PublicValues};
use crate::words::{DeviceId, ExchangeId};

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
    in_use: HashMap<DeviceId, (ExchangeId, AKey)>,
    pending: HashMap<ExchangeId, Pending>,
}

struct Pending {
    device: DeviceId,
    stage: Stage,
}

enum Stage {
    /// The public values were given out; y waits for MS_RESULT.
    Given(Arc<Exponent>),
    /// The new key, beside the one in use.
    Key(AKey),
}

impl SoftwareAc {
    /// An authentication centre that chooses this P and G for the exchanges it computes.
    pub fn new(group: Arc<Group>, exponent_bits: u32, compute: Compute) -> Self {
        Self { group, exponent_bits, compute, records: Arc::default() }
    }

    /// Answers questions until the last asker is gone. Must run on a thread with a local task set.
    pub async fn run(self, mut questions: mpsc::Receiver<Question>) {
        while let Some(Question { exchange, device, ask, answer }) = questions.recv().await {
            let centre = self.clone();
            tokio::task::spawn_local(async move {
                // An asker that has gone away meanwhile needs no answer.
                let _ = answer.send(centre.answer(exchange, device, ask).await);
            });
        }
    }

    /// The A-key in use for a device, as a laboratory may see it.
    pub fn a_key(&self, device: &DeviceId) -> Option<AKey> {
        self.with(|records| records.in_use.get(device).map(|(_, key)| key.copy()))
    }

    /// Answers one question.
    pub async fn answer(&self, exchange: ExchangeId, device: DeviceId, ask: Ask) -> Result<NorthAnswer, NorthFault> {
        match ask {
            Ask::PublicValues { revisions } => self.public_values(exchange, device, &revisions).await,
            Ask::Generate { ms_result } => self.generate(exchange, &ms_result).await,
            Ask::Stage { key } => {
                self.hold(exchange, device, Stage::Key(key));
                Ok(NorthAnswer::Done)
            }
            Ask::Activate(_) => self.activate(exchange, &device),
            Ask::Discard(_) => {
                self.with(|records| records.pending.remove(&exchange));
                Ok(NorthAnswer::Done)
            }
        }
    }

    async fn public_values(
        &self,
        exchange: ExchangeId,
        device: DeviceId,
        revisions: &[u8],
    ) -> Result<NorthAnswer, NorthFault> {
        let (answer, made) = oneshot::channel();
        self.submit(Job::MakePublic { group: self.group.clone(), exponent_bits: self.exponent_bits, answer })?;
        let made = computed(made).await?;
        self.hold(exchange, device, Stage::Given(made.y));
        Ok(NorthAnswer::PublicValues(PublicValues {
            a_key_p_rev: revisions.first().copied().unwrap_or(crate::is683::AKeyPRev::A_KEY.0),
            param_p: self.group.p().to_vec(),
            param_g: self.group.g().to_vec(),
            bs_result: made.bs_result,
        }))
    }

    async fn generate(&self, exchange: ExchangeId, ms_result: &[u8]) -> Result<NorthAnswer, NorthFault> {
        let y = self.with(|records| match records.pending.get(&exchange)?.stage {
            Stage::Given(ref y) => Some(Some(Arc::clone(y))),
            Stage::Key(_) => Some(None),
        });
        let Some(y) = y.ok_or(NorthFault::Refused(COMPUTATION_FAILURE))? else {
            // Asked before: the key is there.
            return Ok(NorthAnswer::Done);
        };
        let peer = self.group.check(ms_result).map_err(|_| NorthFault::Refused(COMPUTATION_FAILURE))?;
        let (answer, shared) = oneshot::channel();
        self.submit(Job::Share { group: self.group.clone(), peer, y, answer })?;
        let key = computed(shared).await?.a_key();
        self.with(|records| {
            if let Some(pending) = records.pending.get_mut(&exchange) {
                pending.stage = Stage::Key(key);
            }
        });
        Ok(NorthAnswer::Done)
    }

    fn activate(&self, exchange: ExchangeId, device: &DeviceId) -> Result<NorthAnswer, NorthFault> {
        self.with(|records| {
            match records.pending.remove(&exchange) {
                Some(Pending { stage: Stage::Key(key), .. }) => {
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

    fn hold(&self, exchange: ExchangeId, device: DeviceId, stage: Stage) {
        self.with(|records| records.pending.insert(exchange, Pending { device, stage }));
    }

    fn submit(&self, job: Job) -> Result<(), NorthFault> {
        self.compute.submit(job).map_err(|_| NorthFault::Unreachable)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Records) -> T) -> T {
        work(&mut self.records.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn computed<T, E>(answer: oneshot::Receiver<Result<T, E>>) -> Result<T, NorthFault> {
    match answer.await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) => Err(NorthFault::Refused(COMPUTATION_FAILURE)),
        Err(_) => Err(NorthFault::Unreachable),
    }
}
