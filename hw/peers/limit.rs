//! What this processor could do at best: the rate of multiply-adds that wait for nothing.

use std::arch::asm;
use std::time::Instant;

/// Multiply-adds of eight lanes in a nanosecond, at best; `None` where the processor has none.
#[cfg(target_arch = "x86_64")]
pub(crate) fn multiply_adds_per_nano() -> Option<f64> {
    const TURNS: u32 = 2_000;
    const EACH: u32 = 16;
    if !(std::arch::is_x86_feature_detected!("avx512f") && std::arch::is_x86_feature_detected!("avx512ifma")) {
        return None;
    }
    let nanos = |_| {
        let start = Instant::now();
        // SAFETY: the instructions exist, touch no memory, and all registers they write are declared.
        unsafe {
            asm!(
                "2:",
                "vpmadd52luq zmm0, zmm16, zmm17", "vpmadd52huq zmm1, zmm16, zmm17",
                "vpmadd52luq zmm2, zmm16, zmm17", "vpmadd52huq zmm3, zmm16, zmm17",
                "vpmadd52luq zmm4, zmm16, zmm17", "vpmadd52huq zmm5, zmm16, zmm17",
                "vpmadd52luq zmm6, zmm16, zmm17", "vpmadd52huq zmm7, zmm16, zmm17",
                "vpmadd52luq zmm8, zmm16, zmm17", "vpmadd52huq zmm9, zmm16, zmm17",
                "vpmadd52luq zmm10, zmm16, zmm17", "vpmadd52huq zmm11, zmm16, zmm17",
                "vpmadd52luq zmm12, zmm16, zmm17", "vpmadd52huq zmm13, zmm16, zmm17",
                "vpmadd52luq zmm14, zmm16, zmm17", "vpmadd52huq zmm15, zmm16, zmm17",
                "dec {turns:e}",
                "jnz 2b",
                turns = inout(reg) TURNS => _,
                out("zmm0") _, out("zmm1") _, out("zmm2") _, out("zmm3") _, out("zmm4") _, out("zmm5") _,
                out("zmm6") _, out("zmm7") _, out("zmm8") _, out("zmm9") _, out("zmm10") _, out("zmm11") _,
                out("zmm12") _, out("zmm13") _, out("zmm14") _, out("zmm15") _,
                options(nomem, nostack),
            );
        }
        start.elapsed().as_secs_f64() * 1e9
    };
    let best = (0..20).map(nanos).fold(f64::INFINITY, f64::min);
    Some(f64::from(TURNS * EACH) / best)
}

/// There is nothing to time here.
#[cfg(not(target_arch = "x86_64"))]
pub(crate) fn multiply_adds_per_nano() -> Option<f64> {
    None
}
