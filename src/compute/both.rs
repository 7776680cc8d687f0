//! Two powers of one y whose results are told together: BS_RESULT and K, where MS_RESULT was there first.
//!
//! The powers may be in two batches and end on two threads; whoever ends last answers. Called by the engine.

use std::sync::{Mutex, PoisonError};

use akeyd_hw::SharedSecret;
use tokio::sync::oneshot;

use super::PowerFault;
use super::backends::Octets;

/// Gets BS_RESULT and K.
type Asker = oneshot::Sender<Result<(Vec<u8>, SharedSecret), PowerFault>>;

/// What has come of the two so far, and who waits for it.
pub(super) struct Joint(Mutex<Halves>);

struct Halves {
    bs_result: Option<Vec<u8>>,
    k: Option<SharedSecret>,
    /// `None` once it has been answered.
    to: Option<Asker>,
}

impl Joint {
    pub(super) fn new(to: Asker) -> Self {
        Self(Mutex::new(Halves { bs_result: None, k: None, to: Some(to) }))
    }

    /// Takes one of the two. The first fault is the answer.
    pub(super) fn take(&self, result: Result<Octets, PowerFault>) {
        let mut halves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = match result {
            Ok(Octets::Public(bs_result)) => {
                halves.bs_result = Some(bs_result);
                None
            }
            Ok(Octets::Shared(k)) => {
                halves.k = Some(k);
                None
            }
            Err(fault) => Some(Err(fault)),
        };
        let whole = match (halves.bs_result.take(), halves.k.take()) {
            (Some(bs_result), Some(k)) => Some(Ok((bs_result, k))),
            (bs_result, k) => {
                (halves.bs_result, halves.k) = (bs_result, k);
                None
            }
        };
        if let Some(answer) = answer.or(whole)
            && let Some(to) = halves.to.take()
        {
            // Nobody there any more: it is wiped.
            let _ = to.send(answer);
        }
    }
}
