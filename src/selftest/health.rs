//! Whether the random source is stuck or much too regular: the two health tests of SP 800-90B section 4.4, at start.
//!
//! They find a source that fails altogether, not one that is weak: no test of its output could. The source claims eight bits
//! of entropy for an octet, and at each place a sound one is found wanting less than once in 2^29. Called by [`super::run`].

use zeroize::Zeroizing;

/// Octets looked at (SP 800-90B section 4.3: at least 1,024 at start).
const SAMPLES: usize = 1_024;
/// Equal octets one after another that fail the Repetition Count Test: 1 + ⌈30 / 8⌉ (section 4.4.1).
const REPETITIONS: usize = 5;
/// Octets in a window of the Adaptive Proportion Test, for a source of more than two values (section 4.4.2).
const WINDOW: usize = 512;
/// Octets of a window equal to its first that fail: P(Binomial(512, 1/256) ≥ 16) = 4.0 · 10⁻¹⁰ < 2⁻³⁰.
const PROPORTION: usize = 16;

/// Draws [`SAMPLES`] octets and judges them. A source that gives nothing is not healthy.
pub(super) fn is_healthy(random: super::Source<'_>) -> bool {
    let mut samples = Zeroizing::new(vec![0; SAMPLES]);
    random(&mut samples).is_ok() && !repeats(&samples) && !is_lopsided(&samples)
}

fn repeats(samples: &[u8]) -> bool {
    samples.windows(REPETITIONS).any(|run| run.iter().all(|octet| *octet == run[0]))
}

fn is_lopsided(samples: &[u8]) -> bool {
    samples.chunks_exact(WINDOW).any(|window| {
        let like_first = window.iter().map(|octet| usize::from(*octet == window[0]));
        like_first.sum::<usize>() >= PROPORTION
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As healthy as octets can be: each value in turn.
    fn counting() -> Vec<u8> {
        (0..SAMPLES).map(|at| at as u8).collect()
    }

    #[test]
    fn limits_are_met_to_the_octet() {
        assert!(!repeats(&counting()) && !is_lopsided(&counting()));
        let mut four = counting();
        four[1_020..].fill(7);
        assert!(!repeats(&four));
        four[1_019] = 7;
        assert!(repeats(&four), "five at the very end");

        // Two octets of each window are equal to its first already, that one counted.
        let mut many = counting();
        (0..13).for_each(|at| many[WINDOW + 2 + 2 * at] = 0);
        assert!(!is_lopsided(&many));
        many[WINDOW + 100] = 0;
        assert!(is_lopsided(&many), "sixteen in the second window");
    }

    #[test]
    fn a_stuck_or_silent_source_is_not_healthy_and_the_systems_is() {
        assert!(!is_healthy(&mut |buffer| {
            buffer.fill(0);
            Ok(())
        }));
        // Counts up slowly: each value four times.
        assert!(!is_healthy(&mut |buffer| {
            buffer.iter_mut().enumerate().for_each(|(at, octet)| *octet = (at / 4 % 16) as u8);
            Ok(())
        }));
        assert!(!is_healthy(&mut |_| Err(getrandom::Error::UNSUPPORTED)));
        for _ in 0..20 {
            assert!(is_healthy(&mut getrandom::fill));
        }
    }
}
