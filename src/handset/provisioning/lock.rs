//! What keeps a handset from being provisioned by anybody: the OTAPA session and the service programming lock
//! (C.S0016 section 3.3).
//!
//! Says whether a message may be obeyed, never what it does. Part of `otasp.rs`.

use crate::is683::{BlockResult, BlockResults, ResultCode, Spc, ValidationBlock, ValidationBlockId, ValidationRequest};

/// The lock and its state in one provisioning session.
#[derive(Debug)]
pub struct Lock {
    spc: Spc,
    wants_otapa: bool,
    /// The right code was shown in this session.
    verified: bool,
    /// An OTAPA session is open.
    started: bool,
    /// A code that the next commit makes the lock's.
    next: Option<Spc>,
}

impl Default for Lock {
    /// An open lock.
    fn default() -> Self {
        Self::new(Spc::DEFAULT, false)
    }
}

impl Lock {
    /// A lock with this code, 000000 for an open one; `wants_otapa`: nothing is obeyed outside an OTAPA session.
    pub const fn new(spc: Spc, wants_otapa: bool) -> Self {
        Self { spc, wants_otapa, verified: false, started: false, next: None }
    }

    /// The code, for what is kept over power-off.
    pub const fn spc(&self) -> Spc {
        self.spc
    }

    /// Why a message that changes keys may not be obeyed now.
    pub(crate) fn refusal(&self) -> Option<ResultCode> {
        if self.wants_otapa && !self.started {
            Some(ResultCode::NOT_EXPECTED_IN_MODE)
        } else if self.spc != Spc::DEFAULT && !self.verified {
            Some(ResultCode::MOBILE_STATION_LOCKED)
        } else {
            None
        }
    }

    /// OTAPA Request.
    pub(crate) fn otapa(&mut self, start_stop: bool) {
        self.started = start_stop;
    }

    /// Validation Request: one result for each block.
    pub(crate) fn validate(&mut self, request: &ValidationRequest<'_>) -> BlockResults<ValidationBlockId> {
        let results = request.blocks.iter().map(|block| BlockResult {
            block_id: block.block_id(),
            result_code: match block {
                ValidationBlock::VerifySpc(spc) if *spc == self.spc => {
                    self.verified = true;
                    ResultCode::ACCEPTED
                }
                ValidationBlock::VerifySpc(_) => ResultCode::INVALID_SPC,
                ValidationBlock::ChangeSpc(spc) => {
                    let refusal = self.refusal();
                    if refusal.is_none() {
                        self.next = Some(*spc);
                    }
                    refusal.unwrap_or(ResultCode::ACCEPTED)
                }
                // No NAM of this handset is protected, so there is nothing to prove.
                ValidationBlock::ValidateSpasm(_) => ResultCode::ACCEPTED,
                ValidationBlock::Other(_) => ResultCode::BLOCK_ID_NOT_SUPPORTED,
            },
        });
        BlockResults { results: results.collect() }
    }

    /// Makes a changed code the lock's; false when there is none.
    pub(crate) fn commit(&mut self) -> bool {
        let changed = self.next.take();
        self.spc = changed.unwrap_or(self.spc);
        changed.is_some()
    }

    /// The end of the provisioning session.
    pub(crate) fn release(&mut self) {
        *self = Self::new(self.spc, self.wants_otapa);
    }
}
