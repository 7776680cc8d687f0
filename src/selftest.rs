//! Known answers, before any key may leave: both powers of one exchange on the backend that will serve.
//!
//! The vector is made of SHA-1 digests of fixed strings and was checked with two other programs; its answers stand here as digits, so nothing that
//! is tested computes what it is tested by. Called by `serve` before it listens.

use std::sync::Arc;

use akeyd_hw::{Backend, Base, Exponent, Group, Power};

/// A known answer that came out wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("self-test failed: {what} on backend {backend}")]
pub struct SelfTestError {
    /// Which answer.
    pub what: &'static str,
    /// On which arithmetic.
    pub backend: Backend,
}

const Y: &str = "cbf09eaa93a766bddea706a25cbf99c567b81a65";
const MS_RESULT: &str = "91bf7a666f3902d6e9745ede65993280ed4cdf3ea3f898c0301bcd9167863a1bc4a11ea3c50926e351d55043619db53a4b6c020dca9f191ed2c87ee4569a2820";
const BS_RESULT: &str = "993b1c614cd7eff05e06f17c074ba59e302abadf8a9c1dc6a8f342081483425e3d90a0f3f05e5a34eb8f3c3402c9d993963b8273773ded179e43affdead01eb9";
const A_KEY: &str = "e0d83abf6441b6e7";

/// Runs the known answers on one backend.
pub fn run(backend: Backend) -> Result<(), SelfTestError> {
    let failed = |what| SelfTestError { what, backend };
    let group = Arc::new(Group::known("demo-512").ok_or(failed("group"))?);
    let y = Arc::new(Exponent::from_bytes(&octets(Y), 160).map_err(|_| failed("exponent"))?);
    let power = |base| Power { group: Arc::clone(&group), base, exponent: Arc::clone(&y) }.run(backend);

    let public = power(Base::Generator).map_err(|_| failed("BS_RESULT"))?.into_public();
    if public != octets(BS_RESULT) {
        return Err(failed("BS_RESULT"));
    }
    let ms_result = group.check(&octets(MS_RESULT)).map_err(|_| failed("MS_RESULT"))?;
    let residue = power(Base::Element(ms_result)).map_err(|_| failed("A-key"))?;
    let a_key = residue.into_shared().map_err(|_| failed("A-key"))?.a_key();
    if a_key.expose().as_slice() != octets(A_KEY) {
        return Err(failed("A-key"));
    }
    Ok(())
}

fn octets(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).filter_map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usable_backend_passes() {
        for backend in Backend::all_usable() {
            assert_eq!(run(backend), Ok(()));
        }
    }
}
