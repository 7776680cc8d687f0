//! That times do not tell exponents apart, by statistics (dudect: Reparaz, Balasch, Verbauwhede, 2017).
//!
//! Two classes of exponents, one that is always the same and one that is always another, in random order; Welch's t
//! over their times, the slowest tenth left out. A t of 10 is taken for a leak. A planted one, the reference, must be
//! seen. This finds gross leaks on the machine that it runs on, and nothing more: `constant_time.rs` has the judges that
//! see all of them. `AKEYD_LONG=1` has ten times the samples.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use akeyd_hw::{Backend, Base, Exponent, Group, Power, reference};

const BITS: u32 = 160;
/// What is taken for a leak.
const LEAK: f64 = 10.0;

/// Welch's t between the times of an exponent with few bits and of random ones.
fn t(samples: usize, time: &mut dyn FnMut(&[u8; 20])) -> f64 {
    let mut state = 0x5eed_u64;
    let mut draw = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let x = (state ^ state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x ^ x >> 29
    };
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..samples {
        let class = (draw() & 1) as usize;
        let random: [u8; 20] = std::array::from_fn(|_| draw() as u8);
        let mut fixed = [0; 20];
        fixed[19] = 3;
        let exponent = [fixed, random][class];
        let begun = Instant::now();
        time(&exponent);
        times[class].push(begun.elapsed().as_secs_f64());
    }
    // One bound for both classes, so that what is left out has nothing to do with the class.
    let mut all: Vec<f64> = times.iter().flatten().copied().collect();
    all.sort_by(f64::total_cmp);
    let bound = all[all.len() * 9 / 10];
    let [(mean, spread), (other_mean, other_spread)] = times.map(|times| {
        let kept: Vec<f64> = times.into_iter().filter(|time| *time <= bound).collect();
        let count = f64::from(kept.len() as u32);
        let mean = kept.iter().sum::<f64>() / count;
        let variance = kept.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / (count - 1.0);
        (mean, variance / count)
    });
    ((mean - other_mean) / (spread + other_spread).sqrt()).abs()
}

fn time_of(backend: Backend, group: &Arc<Group>, base: &Base) -> impl FnMut(&[u8; 20]) {
    let (group, base) = (Arc::clone(group), base.clone());
    move |exponent| {
        let exponent = Arc::new(Exponent::from_bytes(exponent, BITS).unwrap());
        let power = Power { group: Arc::clone(&group), base: base.clone(), exponent };
        black_box(power.run(backend).unwrap());
    }
}

#[test]
fn times_of_powers_do_not_tell_exponents_apart() {
    let long = std::env::var_os("AKEYD_LONG").is_some();
    for name in Group::KNOWN.iter().take(if long { 4 } else { 1 }) {
        let group = Arc::new(Group::known(name).unwrap());
        let element = Base::Element(group.check(&[0x5a; 60]).unwrap());
        for backend in Backend::all_in_constant_time() {
            for (what, base) in [("G^y", &Base::Generator), ("MS_RESULT^y", &element)] {
                let samples = if long { 10_000 } else { 1_000 };
                let mut time = time_of(backend, &group, base);
                // Tables are made, caches are warm.
                t(50, &mut time);
                // A leak is there every time; a neighbour on the machine is not.
                let mut least = f64::INFINITY;
                for _ in 0..3 {
                    least = least.min(t(samples, &mut time));
                    if least < LEAK {
                        break;
                    }
                }
                eprintln!("{name} {backend} {what}: t = {least:.2}");
                assert!(least < LEAK, "{name} on {backend}: {what} leaks, t = {least:.2}");
            }
        }
    }
}

#[test]
fn a_power_that_skips_zeros_is_seen() {
    let group = Group::known("demo-512").unwrap();
    let t = t(200, &mut |exponent| drop(black_box(reference::power(group.g(), exponent, group.p()))));
    assert!(t > LEAK, "the planted leak was not seen: t = {t:.2}");
}
