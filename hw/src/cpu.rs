//! What this processor can do, as tokens: a function that takes one cannot be called where it would fault.

/// Shows that AVX-512 F and IFMA may be used: the processor has them and the system keeps their registers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ifma(());

impl Ifma {
    /// `None` where the instructions are missing. Asks the processor once; later answers are remembered by `std`.
    pub(crate) fn detect() -> Option<Self> {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx512f") && std::arch::is_x86_feature_detected!("avx512ifma") {
            return Some(Self(()));
        }
        None
    }
}
